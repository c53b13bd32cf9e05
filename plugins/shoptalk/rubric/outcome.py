"""How an interview or a portfolio stands to one criterion: what is proposed, what was given."""

from enum import StrEnum
from typing import NamedTuple

from shoptalk.findings.finding import Finding, Severity
from shoptalk.reading.interview import Interview
from shoptalk.rubric.condition_parts import evidence_of, is_recorded, telling_evidence
from shoptalk.rubric.conditions import Evidence, is_withheld
from shoptalk.rubric.material import Material
from shoptalk.rubric.rubric import Criterion, Judge, Level
from shoptalk.rubric.scores import Score


class State(StrEnum):
    """How far a criterion is met."""

    MET = "met"
    PARTLY = "partly met"
    NOT_MET = "not met"
    WAITS = "waits for a person"
    UNKNOWN = "cannot be shown yet"
    WITHHELD = "cannot be shown"
    NOT_DUE = "not due yet"
    DOES_NOT_APPLY = "does not apply"


class Outcome(NamedTuple):
    """How the interviews in question stand to one criterion."""

    criterion: Criterion
    material: Material
    """What it is about: one conversation, or all of the portfolio."""
    applies: bool = True
    """False where a condition under `when` is not passed, or better alternatives count."""
    passed: bool | None = None
    """Whether enough checks are passed; None without checks, or where nothing records it here."""
    proposed: Level | None = None
    """The level that the checks propose; None where there are no levels, or none fits."""
    is_due: bool = True
    """False until the stage is over that it belongs to: what it still lacks counts for nothing."""
    findings: tuple[Finding, ...] = ()
    unfinished: bool = False
    """A placeholder still stands in the evidence; the reading has a finding for it."""
    scores: tuple[Score, ...] = ()
    """What people said, the latest last."""
    given: Score | None = None
    """The score that counts: the grader's latest, or else that of whoever is to judge."""
    is_stale: bool = False
    """The write-up has changed since that score."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The fields it rests on, each once; where it is not met, those for it and against it.

        Where a person judges, it is all that the person has to look at.
        """
        checks = self.criterion.checks
        if self.passed is False and self.criterion.judged_by is Judge.AUTO:
            return telling_evidence(checks, self.material) or evidence_of(checks, self.material)
        return evidence_of(checks, self.material)

    @property
    def is_withheld(self) -> bool:
        """Whether it rests on a field that is withheld, and cannot be told without it."""
        if self.passed is not None:
            return False
        if self._lacks_requests:
            return True
        interviews = self.material.interviews
        return any(one.withheld for one in interviews) and any(map(is_withheld, self.evidence))

    @property
    def _lacks_requests(self) -> bool:
        """Whether it is about requests, which would lie in the `private/` that is not here."""
        if self.material.outreach.is_kept or not self.material.lacks_private:
            return False
        return not all(is_recorded(one, has_outreach=False) for one in self.criterion.checks)

    @property
    def reason(self) -> str:
        """Why it is in its state, where that alone does not tell."""
        if self.state is not State.WITHHELD:
            return ""
        withheld = [one.record for one in self.evidence if is_withheld(one)]
        if withheld and all(isinstance(one, Interview) and one.forgotten for one in withheld):
            return "the person asked to be forgotten"
        return "only the instructor's edition can show it"

    @property
    def met(self) -> bool:
        """Whether nothing but notes speaks against it; a person's judgement may differ."""
        faults = [finding for finding in self.findings if finding.severity is not Severity.NOTE]
        return not faults and not self.unfinished

    @property
    def level(self) -> Level | None:
        """The level that counts: the person's if there is one."""
        if self.given is None:
            return None if self.unfinished else self.proposed
        return level_called(self.given.level, self.criterion)

    @property
    def proposed_share(self) -> float | None:
        """The part of its worth that the checks propose, 0 to 1; None where they cannot tell."""
        criterion = self.criterion
        if not self.applies or self.passed is None:
            return None
        if self.unfinished:
            return 0.0
        if not criterion.levels:
            return float(self.passed)
        if self.proposed is not None:
            return share_of(self.proposed, criterion)
        return 0.0 if any(level.has_rule for level in criterion.levels) else None

    @property
    def share(self) -> float | None:
        """The part of the criterion's worth that counts; None while nobody can say."""
        if self.given is not None:
            return share_given(self.given, self.criterion)
        share = self.proposed_share
        if self.criterion.judged_by is not Judge.AUTO or share is None:
            return None
        return share if self.is_due or share >= self._share_of_best else None

    @property
    def state(self) -> State:
        """How far it is met."""
        if not self.applies:
            return State.DOES_NOT_APPLY
        if self.given is None:
            if self.criterion.judged_by is not Judge.AUTO:
                return State.WAITS
            if self.passed is None:
                return State.WITHHELD if self.is_withheld else State.UNKNOWN
            if self.share is None:
                return State.NOT_DUE
            if self.unfinished:
                return State.NOT_MET
        share = self.share or 0.0
        if share and share >= self._share_of_best:
            return State.MET
        return State.PARTLY if share else State.NOT_MET

    @property
    def _share_of_best(self) -> float:
        """From where on it is met: the lower end of the best level, which may be a range."""
        levels = self.criterion.levels
        return share_of(levels[0], self.criterion) if levels else 1.0


def level_called(label: str, criterion: Criterion) -> Level | None:
    """The criterion's level with a label, upper and lower case being the same."""
    found = (one for one in criterion.levels if one.label.casefold() == label.casefold())
    return next(found, None)


def share_of(level: Level, criterion: Criterion) -> float:
    """The part of a criterion's worth that a level gives.

    Without points and shares the levels stand at equal distances, the last of them at 0.
    """
    if level.share is not None:
        return level.share.value
    if level.points is not None and criterion.most_points:
        return level.points.least / criterion.most_points
    labels = [one.label for one in criterion.levels]
    return 1 - labels.index(level.label) / max(len(labels) - 1, 1)


def share_given(score: Score, criterion: Criterion) -> float | None:
    """The part of a criterion's worth that a person gave."""
    if score.points is not None and criterion.most_points:
        return score.points / criterion.most_points
    level = level_called(score.level, criterion)
    if level is not None:
        return share_of(level, criterion)
    return {State.MET.value: 1.0, State.NOT_MET.value: 0.0}.get(score.level.casefold())
