"""What the rubric's page shows: the matrix of criteria by conversations, totals, and who judged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from shoptalk.reading.slug import slug
from shoptalk.rubric.conditions import Evidence, all_evidence
from shoptalk.rubric.grading import Report
from shoptalk.rubric.outcome import Outcome, State
from shoptalk.rubric.points import Total, is_passing, points_of, total, total_of, worths
from shoptalk.rubric.rubric import Criterion, Judge, Level, Rubric, Scope
from shoptalk.rubric.scores import Score
from shoptalk.site.escaping import Markdown, escape_markdown
from shoptalk.site.portfolio import Conversation, Portfolio

MOST_COLUMNS = 6
"""Conversations beside one another: more would fit neither a phone nor a printed page."""

MOST_CONVERSATIONS = 60
"""Conversations on one page of the matrix."""

SIGNS = {
    State.MET: "\u2713",
    State.PARTLY: "\u25d0",
    State.NOT_MET: "\u2717",
    State.WAITS: "\u2026",
    State.UNKNOWN: "?",
    State.DOES_NOT_APPLY: "\u2013",
}
JUDGES = {
    Judge.AUTO: "checked by the program",
    Judge.HUMAN: "judged by whoever grades",
    Judge.SELF: "judged by the student",
    Judge.PEER: "judged by another student",
}
ANCHORS = {
    "learnings": "what-i-learnt",
    "applications": "what-i-will-do",
    "referrals": "whom-to-talk-to-next",
}
"""Where a list stands on the page of its interview."""


@dataclass(frozen=True, slots=True)
class Given:
    """A person's score, with what it is about."""

    criterion: Criterion
    conversation: Conversation | None
    """None for the portfolio as a whole."""
    score: Score
    counts: bool
    """Whether it is the one that decides."""
    is_stale: bool


@dataclass(frozen=True, kw_only=True)
class Grades:
    """A graded portfolio as its page shows it."""

    portfolio: Portfolio

    @property
    def report(self) -> Report:
        """What was graded."""
        return self.portfolio.report

    @property
    def rubric(self) -> Rubric:
        """What it was graded by."""
        return self.report.rubric

    @cached_property
    def worths(self) -> dict[str, float]:
        """What each criterion counts for."""
        return dict(worths(self.rubric))

    @cached_property
    def of_interviews(self) -> tuple[Criterion, ...]:
        """The criteria that each conversation is held against."""
        return tuple(one for one in self.rubric.criteria if one.scope is Scope.INTERVIEW)

    @cached_property
    def total(self) -> Total:
        """The total of the portfolio."""
        return total_of(self.report)

    @property
    def passing(self) -> str:
        """Whether the portfolio passes, in words; empty where the rubric does not say."""
        if self.rubric.pass_mark is None:
            return ""
        words = {True: "passes", False: "does not pass", None: "may still pass"}
        return f"{words[is_passing(self.total, self.rubric)]} ({self.rubric.pass_mark} are needed)"

    @cached_property
    def waiting(self) -> int:
        """How many levels wait for a person."""
        graded = (one for file in self.report.finished for one in file.outcomes)
        outcomes = (*graded, *self.report.portfolio)
        return sum(outcome.state is State.WAITS for outcome in outcomes)

    def tables(self, shown: Sequence[Conversation]) -> Iterator[Sequence[Conversation]]:
        """The conversations of each table of the matrix."""
        for first in range(0, len(shown), MOST_COLUMNS):
            yield shown[first : first + MOST_COLUMNS]

    def row(self, criterion: Criterion, shown: Sequence[Conversation], root: str) -> Markdown:
        """The cells of one criterion; `root` leads from the page to the root of the pages."""
        cells = []
        for conversation in shown:
            outcomes = conversation.graded.outcomes
            outcome = next(one for one in outcomes if one.criterion.id == criterion.id)
            address = f"{root}{conversation.path}{_anchor_of(_telling(outcome))}"
            cells.append(f"[{escape_markdown(self.cell(outcome))}]({address})")
        return Markdown(" | ".join(cells))

    def totals(self, shown: Sequence[Conversation]) -> Markdown:
        """The last row: the points of each conversation."""
        sums = (total(one.graded.outcomes, self.worths) for one in shown)
        return Markdown(" | ".join(f"**{escape_markdown(points(one))}**" for one in sums))

    def cell(self, outcome: Outcome) -> str:
        """An outcome in a few words: its level or state, and its points."""
        words = outcome.level.label if outcome.level else str(outcome.state)
        if outcome.state in (State.WAITS, State.UNKNOWN, State.DOES_NOT_APPLY):
            words = str(outcome.state)
        if outcome.given and outcome.level is None and outcome.given.level:
            words = outcome.given.level
        earned = points_of(outcome, self.worths)
        of = f" ({number(earned)})" if earned is not None else ""
        by = f" by {outcome.given.who}" if outcome.given else ""
        stale = ", out of date" if outcome.is_stale else ""
        return f"{SIGNS[outcome.state]} {words}{of}{by}{stale}"

    @cached_property
    def given(self) -> tuple[Given, ...]:
        """Everything that people said, by criterion."""
        found: list[Given] = []
        cells: list[tuple[Conversation | None, Outcome]] = [
            (conversation, outcome)
            for conversation in self.portfolio.finished
            for outcome in conversation.graded.outcomes
        ]
        cells += [(None, outcome) for outcome in self.report.portfolio]
        for conversation, outcome in cells:
            for score in outcome.scores:
                counts = score is outcome.given
                is_stale = counts and outcome.is_stale
                found.append(Given(outcome.criterion, conversation, score, counts, is_stale))
        order = list(self.rubric.by_id)
        return tuple(sorted(found, key=lambda one: order.index(one.criterion.id)))


def number(value: float) -> str:
    """Points with at most two decimals."""
    return f"{round(value, 2):g}"


def points(total: Total) -> str:
    """A total in words."""
    if not total.possible:
        return "no points"
    waits = f", {number(total.waiting)} open" if total.waiting else ""
    return f"{number(total.earned)} of {number(total.possible)}{waits}"


def worth(criterion: Criterion, grades: Grades) -> str:
    """What a criterion counts for, in words."""
    if not criterion.graded:
        return "not graded"
    counts = grades.worths.get(criterion.id)
    if counts is None:
        return ""
    unit = "weight" if criterion.weight is not None else "points"
    words = f"weight {number(counts)}" if unit == "weight" else f"{number(counts)} points"
    return f"bonus of up to {words}" if criterion.bonus else words


def judged(criterion: Criterion) -> str:
    """Who decides on a criterion, in words."""
    whole = ", over the whole portfolio" if criterion.scope is Scope.PORTFOLIO else ""
    return f"{JUDGES[criterion.judged_by]}{whole}"


def rule(level: Level, criterion: Criterion) -> str:
    """When a level fits, in words."""
    told = []
    if level.passed is not None:
        told.append(f"{level.passed} of {len(criterion.checks)} checks passed")
    if level.at_least is not None:
        told.append(f"from {number(level.at_least)}")
    if level.at_most is not None:
        told.append(f"up to {number(level.at_most)}")
    return ", ".join(told)


def checked(criterion: Criterion) -> Markdown:
    """The checks of a criterion, as the rubric has them."""
    listed = (escape_markdown(one.written.strip("`")) for one in criterion.checks)
    return Markdown(", ".join(f"<code>{written}</code>" for written in listed))


def gives(level: Level) -> str:
    """What a level gives, in words."""
    return str(level.points or level.share or "")


def _telling(outcome: Outcome) -> Evidence | None:
    """The field that tells most about an outcome: the first at fault, else the first of all."""
    evidence = all_evidence(outcome.criterion.checks, outcome.interviews)
    first = next(evidence, None)
    if first is None or not outcome.findings:
        return first
    lines = {finding.place.line for finding in outcome.findings}
    return next((one for one in (first, *evidence) if one.interview.line(one.path) in lines), first)


def _anchor_of(evidence: Evidence | None) -> str:
    """Where a field stands on the page of its interview; empty for what stands at the top."""
    if evidence is None:
        return ""
    key, _, rest = evidence.path.partition("[")
    if key == "questions" and rest:
        question = evidence.interview.questions[int(rest.split("]")[0])]
        return f"#{slug(question.ask) or 'question'}"
    value = getattr(evidence.interview, key, None) if key in ANCHORS else None
    return f"#{ANCHORS[key]}" if value else ""


def stage(criterion: Criterion, rubric: Rubric) -> str:
    """The stage a criterion belongs to, with its due date, in words."""
    found = rubric.stage_of.get(criterion.stage)
    if found is None:
        return ""
    return f"{found.title}, due {found.due}" if found.due else found.title


def said(given: Given) -> str:
    """A person's level in words, and whether it counts."""
    score = given.score
    earned = f"{number(score.points)} points" if score.points is not None else ""
    words = ", ".join(filter(None, (score.level, earned)))
    if given.is_stale:
        return f"{words} (the write-up has changed since)"
    return words if given.counts else f"{words} ({score.judge}, does not count)"
