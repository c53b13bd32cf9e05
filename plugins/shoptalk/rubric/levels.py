"""Which level of a criterion fits, and whether there is one for everything that can happen."""

import math
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from shoptalk.rubric.conditions import AppliedCheck, Condition, Interviews, Not, Some
from shoptalk.rubric.rubric import Criterion, Level, Scope

MOST_TRIES = 200_000
"""Levels tried against cases, so that a hostile rubric costs no more than a long one."""


class Case(NamedTuple):
    """What came of the checks of a criterion."""

    passed: int
    """How many of them are passed."""
    measured: float
    """What the first of them that measures a number measured; 0 where none does."""


def fitting_level(criterion: Criterion, case: Case) -> Level | None:
    """The first level that fits a case."""
    return next((level for level in criterion.levels if fits(level, criterion, case)), None)


def fits(level: Level, criterion: Criterion, case: Case) -> bool:
    """Whether a level fits; without a rule the first means passed, and the last always fits."""
    checks = len(criterion.checks)
    if level.has_rule:
        return (
            (level.passed is None or level.passed.is_reached(case.passed, checks))
            and (level.at_least is None or case.measured >= level.at_least)
            and (level.at_most is None or case.measured <= level.at_most)
        )
    is_met = criterion.passed.is_reached(case.passed, checks)
    return level is criterion.levels[-1] or (level is criterion.levels[0] and is_met)


def all_cases(criterion: Criterion) -> list[Case]:
    """Every case that the rules of the levels can tell apart; none where they are too many."""
    counts = range(len(criterion.checks) + 1)
    numbers = _numbers(criterion)
    if len(counts) * len(numbers) * len(criterion.levels) > MOST_TRIES:
        return []
    return [Case(*case) for case in product(counts, numbers)]


def _numbers(criterion: Criterion) -> list[float]:
    """Nothing, each limit of a level, and what is just above and below it."""
    measuring = _first_measuring(criterion.checks)
    is_whole = measuring is None or _is_whole(measuring, criterion.scope)
    steps = (-1.0, 0.0, 1.0) if is_whole else (-1.0, -0.5, 0.0, 0.5, 1.0)
    limits = {limit for level in criterion.levels for limit in (level.at_least, level.at_most)}
    near = {limit + step for limit in limits if limit is not None for step in steps}
    most = _most_measured(measuring) if measuring else math.inf
    return sorted(number for number in {0.0, *near} if 0 <= number <= most)


def measures(condition: Condition) -> bool:
    """Whether a condition measures a number."""
    if isinstance(condition, Not):
        return measures(condition.condition)
    return not isinstance(condition, AppliedCheck) or condition.check.measure is not None


def _first_measuring(conditions: Iterable[Condition]) -> AppliedCheck | Some | Interviews | None:
    """The condition whose number the limits are held against."""
    first = next(filter(measures, conditions), None)
    while isinstance(first, Not):
        first = first.condition
    return first


def _most_measured(condition: AppliedCheck | Some | Interviews) -> float:
    """The highest number that a condition can measure."""
    if isinstance(condition, AppliedCheck):
        return condition.check.measures_at_most(condition.options)
    return len(condition.conditions) if isinstance(condition, Some) else math.inf


def _is_whole(condition: AppliedCheck | Some | Interviews, scope: Scope) -> bool:
    """Whether only whole numbers can come of it: no percentage, and no mean of several."""
    if not isinstance(condition, AppliedCheck):
        return True
    is_mean = scope is Scope.PORTFOLIO and not condition.check.pools
    return not (condition.check.in_percent or is_mean)


def unreachable(criterion: Criterion) -> list[tuple[Level, Level | None]]:
    """The levels that no case chooses, each with the one before it that takes its cases."""
    cases = all_cases(criterion)
    chosen = {case: fitting_level(criterion, case) for case in cases}
    reached = {id(level) for level in chosen.values()}
    return [
        (level, _before(level, criterion, chosen))
        for level in criterion.levels
        if cases and id(level) not in reached
    ]


def _before(level: Level, criterion: Criterion, chosen: dict[Case, Level | None]) -> Level | None:
    """The last of the levels that are chosen where a level would fit, too."""
    taking = {id(taken) for case, taken in chosen.items() if fits(level, criterion, case)}
    return next((one for one in reversed(criterion.levels) if id(one) in taking), None)


class Gap(NamedTuple):
    """A case for which there is no level."""

    number: float
    is_count: bool
    """Whether the number is that of the checks passed, rather than what one of them measures."""
    above: Level | None = None
    """The level that begins next above the number."""
    below: Level | None = None
    """The level that ends next below the number."""


def first_gap(criterion: Criterion) -> Gap | None:
    """The first number that no level fits, however the others turn out."""
    unfit = [case for case in all_cases(criterion) if fitting_level(criterion, case) is None]
    counts, numbers = range(len(criterion.checks) + 1), _numbers(criterion)
    for number in numbers:
        if sum(case.measured == number for case in unfit) == len(counts):
            return Gap(number, False, *_neighbours(number, criterion.levels))
    for count in counts:
        if sum(case.passed == count for case in unfit) == len(numbers):
            return Gap(count, True)
    return None


def _neighbours(number: float, levels: Iterable[Level]) -> tuple[Level | None, Level | None]:
    """The level that begins next above a number, and the one that ends next below it."""
    limited = list(levels)
    above = [one for one in limited if one.at_least is not None and one.at_least > number]
    below = [one for one in limited if one.at_most is not None and one.at_most < number]
    return (
        min(above, key=lambda one: one.at_least or 0.0, default=None),
        max(below, key=lambda one: one.at_most or 0.0, default=None),
    )
