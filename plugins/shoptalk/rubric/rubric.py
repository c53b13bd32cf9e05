"""What a course asks for: the records that a rubric file is read into.

Each key of the file has the name of a field here, except for `checks`, `when` and what stands in
them, which become conditions.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from shoptalk.findings.finding import Severity
from shoptalk.rubric.amounts import ALL, Passed, Points, Share, Weight
from shoptalk.rubric.conditions import Condition


class Judge(StrEnum):
    """Who decides on the level of a criterion."""

    AUTO = "auto"
    """The checks."""
    HUMAN = "human"
    """Whoever grades the course."""
    SELF = "self"
    """The student."""
    PEER = "peer"
    """Another student."""


class Scope(StrEnum):
    """What a criterion is held against."""

    INTERVIEW = "interview"
    """Each write-up by itself."""
    PORTFOLIO = "portfolio"
    """All write-ups together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How well a criterion can be met; the first level that fits is the one proposed."""

    label: str
    """What it is called, such as `Target`."""
    description: str = ""
    """What a write-up of this level is like."""
    points: Points | None = None
    """What it gives: one number, or a range within which a person chooses."""
    share: Share | None = None
    """What it gives, as a share of the criterion's points or weight."""
    passed: Passed | None = None
    """It fits where so many of the criterion's checks are passed: `all`, `all but 1`, `any`, `2`,
    `none`."""
    at_least: float | None = None
    """It fits where the criterion's first check that measures a number measures no less."""
    at_most: float | None = None
    """It fits where that number is no more."""

    @property
    def has_rule(self) -> bool:
        """Whether checks can tell that it fits.

        Without a rule the first level stands for a criterion that is met, the last for what is
        left, and any between them for nothing.
        """
        return not (self.passed is None and self.at_least is None and self.at_most is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Criteria that belong together."""

    id: str
    title: str
    description: str = ""
    weight: Weight | None = None
    """What its criteria are worth together, however many points each of them has."""
    best: int | None = None
    """Only so many count, the best ones: the others are alternatives to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A part of the work that is handed in on its own."""

    id: str
    title: str
    description: str = ""
    due: date | None = None
    """Its last day. Until then what it still lacks is only a note."""
    weight: Weight | None = None
    """What its criteria are worth together, however many points each of them has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One line of the instructor's rubric."""

    id: str
    """Its name in `scores.yml`, in the output of `shoptalk grade` and in `extends`; lower-case
    letters, digits and hyphens."""
    title: str
    description: str = ""
    group: str = ""
    """The id of a group."""
    stage: str = ""
    """The id of a stage."""
    points: float | None = None
    """The most it gives; without `points`, the most that one of its levels gives."""
    weight: Weight | None = None
    """What it is worth beside the other criteria, instead of points."""
    bonus: bool = False
    """Its points come on top of what can be reached."""
    graded: bool = True
    """False: it is looked at, and counts for nothing."""
    judge: Judge | None = None
    """Who decides on its level; unless given `auto` with checks and `human` without."""
    scope: Scope = Scope.INTERVIEW
    """What it is held against: each `interview`, or the whole `portfolio`."""
    severity: Severity | None = None
    """What its findings weigh; unless given, what each check says."""
    passed: Passed = ALL
    """How many of its checks must be passed for it to be met."""
    levels: tuple[Level, ...] = ()
    """From the best to the worst; unless given it is met or not met."""
    when: tuple[Condition, ...] = ()
    """It applies only where all of these are passed."""
    checks: tuple[Condition, ...] = ()

    @property
    def judged_by(self) -> Judge:
        """Who decides on its level."""
        return self.judge or (Judge.AUTO if self.checks else Judge.HUMAN)

    @property
    def worth(self) -> float | None:
        """Its points or its weight; None where it has neither."""
        if not self.graded:
            return None
        if self.weight is not None:
            return self.weight
        return self.most_points

    @property
    def most_points(self) -> float | None:
        """The most points it gives; None where it gives none."""
        if self.points is not None:
            return self.points
        return max((level.points.most for level in self.levels if level.points), default=None)


@dataclass(frozen=True, kw_only=True)
class Rubric:
    """All that is asked of a portfolio."""

    title: str
    description: str = ""
    version: str = ""
    """Such as a term: it is shown with each grade."""
    language: str = "en"
    """Of its texts, as a language tag: `en`, `de-AT`."""
    pass_mark: Share | None = None
    """The share of all points that passes; without it nothing is said of passing."""
    groups: tuple[Group, ...] = ()
    stages: tuple[Stage, ...] = ()
    criteria: tuple[Criterion, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Criterion]:
        """Its criteria by their ids."""
        return {criterion.id: criterion for criterion in self.criteria}

    @cached_property
    def group_of(self) -> dict[str, Group]:
        """Its groups by their ids."""
        return {group.id: group for group in self.groups}

    @cached_property
    def stage_of(self) -> dict[str, Stage]:
        """Its stages by their ids."""
        return {stage.id: stage for stage in self.stages}
