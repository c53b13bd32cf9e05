"""What the rubric's page shows besides the matrix: totals, what waits, and what people said."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from shoptalk.rubric.grading import Report
from shoptalk.rubric.outcome import Outcome, State
from shoptalk.rubric.points import Total, is_passing, total_of
from shoptalk.rubric.rubric import Criterion, Judge, Rubric, Scope
from shoptalk.rubric.scores import Score
from shoptalk.site.grade_phrases import counted, criteria, number
from shoptalk.site.matrix import Matrix
from shoptalk.site.portfolio import Conversation


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

    matrix: Matrix

    @property
    def report(self) -> Report:
        """What was graded."""
        return self.matrix.report

    @property
    def rubric(self) -> Rubric:
        """What it was graded by."""
        return self.report.rubric

    @cached_property
    def total(self) -> Total:
        """The total of the portfolio."""
        return total_of(self.report, self.matrix.sums)

    @property
    def passing(self) -> str:
        """Whether the portfolio passes, in words; empty where the rubric does not say."""
        if self.rubric.pass_mark is None:
            return ""
        words = {True: "passes", False: "does not pass", None: "may still pass"}
        return f"{words[is_passing(self.total, self.rubric)]} ({self.rubric.pass_mark} are needed)"

    @cached_property
    def waiting(self) -> dict[str, list[int]]:
        """By criterion, the numbers of the conversations in which a level waits for a person."""
        found: dict[str, list[int]] = {}
        for criterion in self.rubric.criteria:
            if criterion.judged_by is not Judge.AUTO:
                outcomes = self.matrix.outcomes.get(criterion.id, ())
                waits = [at for at, one in enumerate(outcomes) if one.state is State.WAITS]
                if waits:
                    found[criterion.id] = waits
        return found

    @property
    def levels_waiting(self) -> int:
        """How many levels wait for a person."""
        return sum(map(len, self.waiting.values()))

    @property
    def where_levels_wait(self) -> str:
        """Of how many criteria and conversations these levels are, in words."""
        by_id, waiting = self.rubric.by_id, self.waiting
        of_each = [at for id, at in waiting.items() if by_id[id].scope is Scope.INTERVIEW]
        of_all = len(waiting) - len(of_each)
        told = []
        if of_each:
            conversations = len(set[int]().union(*of_each))
            told.append(f"{criteria(len(of_each))} in {counted(conversations, 'conversation')}")
        if of_all:
            told.append(f"{criteria(of_all)} of the portfolio")
        return f": {', '.join(told)}" if told else ""

    @cached_property
    def given(self) -> tuple[Given, ...]:
        """Everything that people said, by criterion."""
        found: list[Given] = []
        for criterion in self.rubric.criteria:
            of_all = criterion.scope is Scope.PORTFOLIO
            about: Sequence[Conversation | None] = (None,) if of_all else self.matrix.conversations
            outcomes = self.matrix.outcomes.get(criterion.id, ())
            for conversation, outcome in zip(about, outcomes, strict=False):
                found += _said_of(outcome, conversation)
        return tuple(found)


def _said_of(outcome: Outcome, conversation: Conversation | None) -> list[Given]:
    return [
        Given(
            outcome.criterion,
            conversation,
            score,
            counts=score is outcome.given,
            is_stale=score is outcome.given and outcome.is_stale,
        )
        for score in outcome.scores
    ]


def worth(criterion: Criterion, grades: Grades) -> str:
    """What a criterion counts for, in words."""
    if not criterion.graded:
        return "not graded"
    counts = grades.matrix.worths.get(criterion.id)
    if counts is None:
        return ""
    most = criterion.most_points or counts
    of_weight = criterion.weight is not None
    words = f"weight {number(counts)}" if of_weight else counted(number(most), "point")
    if not of_weight and most != counts:
        words += f", which count for {number(counts)}"
    return f"bonus of up to {words}" if criterion.bonus else words


def said(given: Given) -> str:
    """A person's level in words, and whether it counts."""
    score = given.score
    earned = counted(number(score.points), "point") if score.points is not None else ""
    words = ", ".join(filter(None, (score.level, earned)))
    if given.is_stale:
        return f"{words} (the write-up has changed since)"
    return words if given.counts else f"{words} ({score.judge}, does not count)"
