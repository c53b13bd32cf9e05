"""The matrix of criteria by conversations, and which criteria have nothing to show in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from shoptalk.rubric.condition_parts import is_recorded
from shoptalk.rubric.grading import Report
from shoptalk.rubric.outcome import Outcome, State
from shoptalk.rubric.points import Total, total, worths, worths_for
from shoptalk.rubric.rubric import Criterion, Judge, Rubric, Scope
from shoptalk.site.escaping import Markdown, escape_markdown
from shoptalk.site.evidence import anchor_of
from shoptalk.site.grade_phrases import number, points, proposal, stage
from shoptalk.site.portfolio import Conversation, Portfolio

MOST_COLUMNS = 6
"""Conversations beside one another: more would fit neither a phone nor a printed page."""

MOST_CONVERSATIONS = 60
"""Conversations on one page of the matrix."""

OTHERS = "Other criteria"
ROOT = "../"
"""The way from a page of the matrix to the root of the pages."""

SIGNS = {
    State.MET: "\u2713",
    State.PARTLY: "\u25d0",
    State.NOT_MET: "\u2717",
    State.WAITS: "\u2026",
    State.UNKNOWN: "?",
    State.WITHHELD: "?",
    State.NOT_DUE: "\u25cb",
    State.DOES_NOT_APPLY: "\u2013",
}


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that belong together, because of their group or their stage."""

    title: str
    """Empty where the rubric has neither."""
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """A criterion without a row: all it could say is that nothing is known yet."""

    criterion: Criterion
    where: str = ""
    """In words, how many conversations it applies to, where these are not all."""

    @property
    def is_left_to_people(self) -> bool:
        """Whether a person judges it, so that no record will ever decide."""
        return self.criterion.judged_by is not Judge.AUTO


@dataclass(frozen=True, slots=True)
class Table:
    """Conversations beside one another."""

    conversations: tuple[Conversation, ...]
    first: int
    """Their place among all, counted from 0."""

    @property
    def columns(self) -> slice:
        """Their cells in a row of all."""
        return slice(self.first, self.first + len(self.conversations))


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """How each conversation, and all of them together, stand to each criterion."""

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
    def worths(self) -> Mapping[str, float]:
        """What each criterion counts for."""
        return worths(self.rubric)

    @cached_property
    def conversations(self) -> tuple[Conversation, ...]:
        """Those that are held against the rubric, in the order of the columns."""
        return self.portfolio.finished

    @cached_property
    def outcomes(self) -> dict[str, tuple[Outcome, ...]]:
        """The outcomes of each criterion: of each conversation, or the one of the portfolio."""
        columns = zip(*(one.graded.outcomes for one in self.conversations), strict=True)
        of_interviews = {outcomes[0].criterion.id: outcomes for outcomes in columns}
        return of_interviews | {one.criterion.id: (one,) for one in self.report.portfolio}

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The rows of the matrix."""
        return self._parts(Scope.INTERVIEW)

    @cached_property
    def parts_of_portfolio(self) -> tuple[Part, ...]:
        """The rows for the portfolio as a whole."""
        return self._parts(Scope.PORTFOLIO)

    def left_to_people(self, scope: str) -> tuple[Folded, ...]:
        """The criteria of a scope that have no row because nobody has judged them yet."""
        return tuple(one for one in self._folded(Scope(scope)) if one.is_left_to_people)

    def not_recorded(self, scope: str) -> tuple[Folded, ...]:
        """The criteria of a scope that have no row because nothing records what they ask for."""
        return tuple(one for one in self._folded(Scope(scope)) if not one.is_left_to_people)

    @cached_property
    def has_rows(self) -> bool:
        """Whether there is anything to show of each conversation."""
        return bool(self.conversations and (self.parts or self.has_sums))

    @property
    def last_page(self) -> int:
        """The number of pages that the matrix needs."""
        return -(-len(self.conversations) // MOST_CONVERSATIONS) if self.has_rows else 1

    def tables(self, page: int) -> Iterator[Table]:
        """The tables of a page; pages are counted from 1."""
        begin = (page - 1) * MOST_CONVERSATIONS
        end = min(begin + MOST_CONVERSATIONS, len(self.conversations))
        for first in range(begin, end, MOST_COLUMNS):
            yield Table(self.conversations[first : min(first + MOST_COLUMNS, end)], first)

    def row(self, criterion: Criterion, table: Table) -> Markdown:
        """The cells of one criterion."""
        return Markdown(" | ".join(self._cells[criterion.id][table.columns]))

    def totals(self, table: Table) -> Markdown:
        """The cells of the last row: the points of each conversation."""
        shown = self.sums[table.columns]
        return Markdown(" | ".join(f"**{escape_markdown(points(one))}**" for one in shown))

    def of_portfolio(self, criterion: Criterion) -> str:
        """The cell of a criterion that is about the portfolio as a whole."""
        return self._words(self.outcomes[criterion.id][0])

    @cached_property
    def sums(self) -> tuple[Total, ...]:
        """What each conversation comes to."""
        sections = (one.graded.outcomes for one in self.conversations)
        return tuple(total(one, worths_for(one, self.rubric, self.worths)) for one in sections)

    @cached_property
    def has_sums(self) -> bool:
        """Whether anything counts in a conversation."""
        return any(one.possible for one in self.sums)

    @cached_property
    def heads(self) -> dict[str, Markdown]:
        """The first cell of each row: the criterion, which leads to what the rubric says."""
        return {
            one.id: Markdown(f"[{escape_markdown(one.title)}]({ROOT}rubric/index.md#{one.id})")
            for one in self.rubric.criteria
        }

    @cached_property
    def _cells(self) -> dict[str, list[Markdown]]:
        addresses = [ROOT + quote(one.path) for one in self.conversations]
        return {
            one.id: list(self._row_of(self.outcomes[one.id], addresses))
            for part in self.parts
            for one in part.criteria
        }

    def _row_of(self, outcomes: Iterable[Outcome], addresses: Iterable[str]) -> Iterator[Markdown]:
        """A criterion's cells; those of outcomes that come to the same are worded once."""
        worded: dict[object, str] = {}
        for outcome, address in zip(outcomes, addresses, strict=True):
            checked = (outcome.applies, outcome.passed, outcome.proposed, outcome.unfinished)
            same = (*checked, outcome.reason)
            key = (id(outcome.given), outcome.is_stale) if outcome.given else same
            words = worded.get(key)
            if words is None:
                words = worded[key] = escape_markdown(self._words(outcome))
            yield Markdown(f"[{words}]({address}{anchor_of(outcome)})")

    def _words(self, outcome: Outcome) -> str:
        """An outcome in a few words: its level or state, and its points."""
        state = outcome.state
        words = outcome.level.label if outcome.level else str(state)
        if state in (State.UNKNOWN, State.NOT_DUE, State.DOES_NOT_APPLY):
            words = str(state)
        if state is State.WITHHELD:
            words = outcome.reason
        if state is State.WAITS:
            proposed = proposal(outcome)
            words = f"{state}; proposed: {proposed}" if proposed else str(state)
        if outcome.given and outcome.level is None and outcome.given.level:
            words = outcome.given.level
        earned = self._points(outcome)
        of = f" ({number(earned)})" if earned is not None else ""
        by = f" by {outcome.given.who}" if outcome.given else ""
        stale = ", out of date" if outcome.is_stale else ""
        return f"{SIGNS[state]} {words}{of}{by}{stale}"

    def _points(self, outcome: Outcome) -> float | None:
        """What an outcome gives, in the rubric's own numbers; else what it counts for."""
        counts_of = self.worths.get(outcome.criterion.id)
        if counts_of is None or outcome.share is None:
            return None
        return outcome.share * (outcome.criterion.most_points or counts_of)

    def _of(self, scope: Scope) -> Iterator[tuple[Criterion, tuple[Outcome, ...]]]:
        for criterion in self.rubric.criteria:
            if criterion.scope is scope:
                yield criterion, self.outcomes.get(criterion.id, ())

    def _folded(self, scope: Scope) -> Iterator[Folded]:
        for criterion, outcomes in self._of(scope):
            if not is_shown(criterion, outcomes):
                yield Folded(criterion, _where(outcomes))

    def _parts(self, scope: Scope) -> tuple[Part, ...]:
        parts: dict[str, list[Criterion]] = {}
        for criterion, outcomes in self._of(scope):
            if is_shown(criterion, outcomes):
                parts.setdefault(part_of(criterion, self.rubric), []).append(criterion)
        are_titled = any(parts)
        return tuple(
            Part(title or (OTHERS if are_titled else ""), tuple(criteria))
            for title, criteria in parts.items()
        )


def matrix_path(number: int) -> str:
    """The path of a page of the rubric's matrix, counted from 1."""
    return "rubric/index.md" if number == 1 else f"rubric/page-{number}.md"


def is_shown(criterion: Criterion, outcomes: Iterable[Outcome]) -> bool:
    """Whether a criterion has anything to show: a check that can be held, or a person's score."""
    outcomes = tuple(outcomes)
    has_outreach = any(outcome.material.outreach.is_kept for outcome in outcomes)
    if any(is_recorded(one, has_outreach) for one in criterion.checks):
        return True
    return any(outcome.scores for outcome in outcomes)


def part_of(criterion: Criterion, rubric: Rubric) -> str:
    """The title of a criterion's group, and its stage with the due date."""
    group = rubric.group_of.get(criterion.group)
    return " \u00b7 ".join(filter(None, (group.title if group else "", stage(criterion, rubric))))


def _where(outcomes: Sequence[Outcome]) -> str:
    applies = sum(outcome.applies for outcome in outcomes)
    return "" if applies == len(outcomes) else f"applies to {applies} of {len(outcomes)}"
