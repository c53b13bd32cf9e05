"""Whether the parts of a criterion fit together, and into its rubric."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import pairwise

from shoptalk.findings.finding import shown
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
)
from shoptalk.rubric.level_order_faults import (
    gap_between_levels,
    levels_out_of_order,
    unreachable_level,
)
from shoptalk.rubric.levels import Gap, first_gap, measures, unreachable
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
        _check_points(keys, level, criterion)
    if not (_check_rules(each, criterion) and _check_order(each, criterion)):
        return  # each level has to be right, and at its place, before all of them can fit together
    if criterion.judged_by is Judge.AUTO:
        _check_reach(each, criterion)


def _check_rules(each: list[Fields], criterion: Criterion) -> bool:
    """Whether the rule of each level can be met at all."""
    before = len(each[0].findings) if each else 0
    for keys, level in zip(each, criterion.levels, strict=True):
        _check_passed(keys, level.passed, criterion)
        _check_limits(keys, level, criterion)
    return bool(each) and len(each[0].findings) == before


def _check_order(each: list[Fields], criterion: Criterion) -> bool:
    """Whether no level gives more than the one before it."""
    for before, (keys, level) in pairwise(zip(each, criterion.levels, strict=True)):
        least, most = _given(before[1]), _given(level)
        if least and most and least[0] < most[0] and least[1] == most[1]:
            at = _value(keys, "points" if level.points else "share")
            measured = (level.label, _worth(level), before[1].label, _worth(before[1]))
            keys.report(levels_out_of_order, at, *measured)
            return False
    return True


def _given(level: Level) -> tuple[float, str] | None:
    """The most that a level gives, and as what; None where it does not say."""
    if level.share is not None:
        return level.share.value, "share"
    return (level.points.most, "points") if level.points else None


def _worth(level: Level) -> str:
    if level.share is not None:
        return str(level.share)
    return f"{level.points} point{'' if str(level.points) == '1' else 's'}"


def _check_reach(each: list[Fields], criterion: Criterion) -> None:
    """Whether each level can be chosen, and one of them always is."""
    keys_of = {id(level): keys for level, keys in zip(criterion.levels, each, strict=True)}
    for level, before in unreachable(criterion):
        keys = keys_of[id(level)]
        taking = before.label if before else ""
        keys.report(unreachable_level, keys.mapping, level.label, taking, level.has_rule)
    gap = first_gap(criterion)
    if gap:
        keys = keys_of[id(gap.above or gap.below or criterion.levels[-1])]
        limit = "at_least" if gap.above else "at_most"
        at = keys.values[limit].value if limit in keys.values else keys.mapping
        keys.report(gap_between_levels, at, *_case_and_neighbours(gap, criterion))


def _case_and_neighbours(gap: Gap, criterion: Criterion) -> tuple[str, str]:
    """The case that fits no level, and the levels around it, in words."""
    if gap.is_count:
        return f"{gap.number:g} of {len(criterion.checks)} checks passed", ""
    neighbours = []
    if gap.above:
        neighbours.append(f"{shown(gap.above.label)} begins at {gap.above.at_least:g}")
    if gap.below:
        neighbours.append(f"{shown(gap.below.label)} ends at {gap.below.at_most:g}")
    return f"{gap.number:g}", " and ".join(neighbours)


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
