"""Whether the parts of a criterion fit together, and into its rubric."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import pairwise

from shoptalk.reading import nodes
from shoptalk.reading.fields import Fields
from shoptalk.reading.nodes import Listing, Node, Scalar
from shoptalk.reading.record import missing_key, with_key
from shoptalk.rubric.amounts import Passed
from shoptalk.rubric.condition_file import CHECKS
from shoptalk.rubric.conditions import AppliedCheck, Condition, Interviews, Not, Some
from shoptalk.rubric.level_faults import (
    beyond_what_there_is,
    crossed_limits,
    level_without_measure,
    level_without_points,
    mixed_worth,
    nothing_to_judge_by,
    points_above_most,
    unreachable_level,
)
from shoptalk.rubric.rubric import Criterion, Judge, Level, Rubric, Scope
from shoptalk.rubric.rubric_faults import portfolio_only, repeated_criterion, unknown_reference

MOST_LISTED = 8
"""Names in a message that lists those there are."""


def check_criterion(
    keys: Fields, criterion: Criterion, rubric: Rubric, known: Mapping[str, list[str]]
) -> None:
    """Report what does not fit together in a criterion that was read from `keys`.

    `known` are the ids of the groups and stages, also of those that have faults of their own.
    """
    for what, ids in known.items():
        id = getattr(criterion, what)
        node = _value(keys, what)
        if id and id not in ids and isinstance(node, Scalar):
            report_unknown(keys, node, what, ids)
    if criterion.judge is Judge.AUTO and not criterion.checks:
        keys.report(nothing_to_judge_by, _value(keys, "judge"), criterion.id)
    _check_worth(keys, criterion, rubric)
    if criterion.scope is Scope.INTERVIEW:
        for condition in _nested((*criterion.checks, *criterion.when)):
            if isinstance(condition, Interviews) or not _is_of_interview(condition):
                name = condition.written.strip("`").split(":")[0]
                keys.report(portfolio_only, _value(keys, "checks"), name)
    if _has_unread_checks(keys, criterion):
        return  # a faulty check passes nothing and measures nothing, and has its own finding
    _check_passed(keys, criterion.passed, criterion)
    levels = _value(keys, "levels")
    if "levels" in keys.values and isinstance(levels, Listing):
        each = [
            Fields(keys.source, node, keys.findings, f"level {number}")
            for number, node in enumerate(levels.items, 1)
            if isinstance(node, nodes.Mapping)
        ]
        if len(each) == len(criterion.levels):
            _check_levels(each, criterion)


def _has_unread_checks(keys: Fields, criterion: Criterion) -> bool:
    listed = _value(keys, "checks")
    return isinstance(listed, Listing) and len(listed.items) > len(criterion.checks)


def report_unknown(keys: Fields, node: Scalar, what: str, known: list[str]) -> None:
    """Say that nothing has the id that a text names."""
    near = get_close_matches(node.text, known, 1, 0.6)
    line = keys.place(node).source_line
    corrected = (line.replace(node.text, near[0], 1),) if near else ()
    listed = ", ".join(known[:MOST_LISTED]) + (", …" if len(known) > MOST_LISTED else "")
    keys.report(unknown_reference, node, what, node.text, listed, corrected)


def _value(keys: Fields, key: str) -> Node:
    """The value of a key; the whole mapping where it is inherited."""
    return keys.values[key].value if key in keys.values else keys.mapping


def _is_of_interview(condition: Condition) -> bool:
    return not (isinstance(condition, AppliedCheck) and condition.check.is_of_portfolio)


def _nested(conditions: Iterable[Condition]) -> Iterator[Condition]:
    for condition in conditions:
        yield condition
        if isinstance(condition, Not):
            yield from _nested((condition.condition,))
        elif isinstance(condition, Some):
            yield from _nested(condition.conditions)


def _check_worth(keys: Fields, criterion: Criterion, rubric: Rubric) -> None:
    kind = _kind_of_worth(criterion)
    other = next(filter(None, map(_kind_of_worth, rubric.criteria)), kind)
    if kind and kind != other:
        keys.report(mixed_worth, _value(keys, kind.split()[-1]), criterion.id, kind, other)
    shares = any(level.share for level in criterion.levels)
    if shares and criterion.graded and criterion.worth is None:
        owner = f"criterion {criterion.id!r}"
        keys.report(missing_key, keys.mapping, owner, "points", with_key(keys, "points"))


def _kind_of_worth(criterion: Criterion) -> str:
    if criterion.worth is None:
        return ""
    return "points" if criterion.weight is None else "a weight"


def _check_passed(keys: Fields, passed: Passed | None, criterion: Criterion) -> None:
    count = len(criterion.checks)
    if passed is not None and "passed" in keys.values and abs(passed.number) > count:
        node = keys.values["passed"].value
        keys.report(beyond_what_there_is, node, "passed", abs(passed.number), count, CHECKS)


def _check_levels(each: list[Fields], criterion: Criterion) -> None:
    lines: dict[str, int] = {}
    for keys, level in zip(each, criterion.levels, strict=True):
        place = keys.place(_value(keys, "label"))
        if lines.setdefault(level.label, place.line) != place.line:
            first = lines[level.label]
            keys.report(repeated_criterion, _value(keys, "label"), "level", level.label, first)
        _check_passed(keys, level.passed, criterion)
        _check_limits(keys, level, criterion)
        _check_points(keys, level, criterion)
    for (_, before), (keys, level) in pairwise(zip(each, criterion.levels, strict=True)):
        is_first = before is criterion.levels[0]
        if criterion.judged_by is Judge.AUTO and _fits_first(before, level, is_first):
            keys.report(unreachable_level, keys.mapping, level.label, before.label)


def _check_limits(keys: Fields, level: Level, criterion: Criterion) -> None:
    limits = [key for key in ("at_least", "at_most") if key in keys.values]
    if limits and not any(map(measures, criterion.checks)):
        keys.report(level_without_measure, _value(keys, limits[0]), level.label)
    if level.at_least is not None and level.at_most is not None and level.at_least > level.at_most:
        crossed = (f"at_least: {level.at_least:g}", f"at_most: {level.at_most:g}")
        keys.report(crossed_limits, _value(keys, "at_least"), *crossed)


def _check_points(keys: Fields, level: Level, criterion: Criterion) -> None:
    most = criterion.points
    if level.points and most is not None and level.points.most > most:
        what = f"level {level.label!r}"
        keys.report(points_above_most, _value(keys, "points"), what, str(level.points), f"{most:g}")
    if criterion.worth is not None and level.points is None and level.share is None:
        place = keys.place(keys.mapping)
        corrected: tuple[str, ...] = ()
        if place.source_line.rstrip().endswith("}"):
            corrected = (f"{place.source_line.rstrip()[:-1]}, points: …}}",)
        keys.report(level_without_points, _value(keys, "label"), level.label, corrected)


def _fits_first(before: Level, level: Level, is_first: bool) -> bool:
    """Whether a level always fits where the next one would."""
    if not before.has_rule:
        return not is_first
    if before.passed and level.passed and before.passed.of_all is level.passed.of_all:
        return before.passed.number <= level.passed.number
    if before.at_most is None and level.at_least is not None and before.at_least is not None:
        return before.at_least <= level.at_least
    if before.at_least is None and level.at_most is not None and before.at_most is not None:
        return before.at_most >= level.at_most
    return False


def measures(condition: Condition) -> bool:
    """Whether a condition measures a number."""
    if isinstance(condition, Not):
        return measures(condition.condition)
    return not isinstance(condition, AppliedCheck) or condition.check.measure is not None
