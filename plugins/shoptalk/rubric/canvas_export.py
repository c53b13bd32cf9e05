"""A rubric of ours as one of Canvas, and what of it Canvas cannot hold."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from shoptalk.rubric.canvas import CanvasRubric, Rating, Row, number
from shoptalk.rubric.outcome import share_of
from shoptalk.rubric.points import worths
from shoptalk.rubric.rubric import Criterion, Judge, Level, Rubric, Scope

POINTS_WITHOUT_WORTH = 1.0
"""What each criterion gives where the rubric says nothing of points."""


def to_canvas(rubric: Rubric) -> CanvasRubric:
    """The rubric with all that Canvas can hold of it."""
    worth = worths(rubric)
    rows = (_row(criterion, _most(criterion, worth)) for criterion in rubric.criteria)
    return CanvasRubric(rubric.title, tuple(rows))


def _most(criterion: Criterion, worth: Mapping[str, float]) -> float:
    counts = criterion.graded and not worth and criterion.most_points is None
    return worth.get(criterion.id, POINTS_WITHOUT_WORTH if counts else 0.0)


def _row(criterion: Criterion, most: float) -> Row:
    if not criterion.levels:
        ratings = [Rating("Met", "", most), Rating("Not met", "", 0.0)]
    else:
        ratings = [
            Rating(level.label, level.description, _points(level, criterion, most))
            for level in criterion.levels
        ]
        ratings.sort(key=lambda rating: -rating.points)
    has_ranges = any(map(_is_range, criterion.levels))
    return Row(criterion.title, criterion.description, has_ranges, tuple(ratings))


def _points(level: Level, criterion: Criterion, most: float) -> float:
    """What a level gives at best, where the criterion counts for so many points."""
    own = criterion.most_points
    if level.points is not None and level.share is None:
        points = level.points.most * (most / own if own else 0.0)
    else:
        points = share_of(level, criterion) * most
    return round(points, 6)


def _is_range(level: Level) -> bool:
    return level.points is not None and level.points.least < level.points.most


def lost_in_canvas(rubric: Rubric) -> list[str]:
    """What of the rubric Canvas cannot hold, and what stands there instead."""
    parts = [
        *_lost_of_rubric(rubric),
        *(f"{said}: {', '.join(ids)}" for said, ids in _lost_of_criteria(rubric).items()),
    ]
    return list(parts)


def _lost_of_rubric(rubric: Rubric) -> Iterator[str]:
    for key in ("description", "version", "pass_mark"):
        if getattr(rubric, key):
            yield f"the rubric's {key.replace('_', ' ')}"
    if rubric.groups:
        best = any(group.best is not None for group in rubric.groups)
        yield "groups" + (", and that only the best of their criteria count" if best else "")
    if rubric.stages:
        yield "stages and their last days"
    if not worths(rubric):
        yield f"criteria without points (they get {number(POINTS_WITHOUT_WORTH)} each)"


def _lost_of_criteria(rubric: Rubric) -> dict[str, list[str]]:
    """What is lost, with the ids of the criteria it is lost of."""
    worth = worths(rubric)
    kinds: dict[str, Callable[[Criterion], bool]] = {
        "checks, and what goes by them": lambda one: bool(one.checks or one.when),
        "that the student or another student judges": lambda one: (
            one.judged_by in (Judge.SELF, Judge.PEER)
        ),
        "that it is about the whole portfolio": lambda one: one.scope is Scope.PORTFOLIO,
        "that it counts for nothing (it gets 0 points)": lambda one: (
            not one.graded or (bool(worth) and one.id not in worth)
        ),
        "that it is a bonus (there its points belong to the whole)": lambda one: one.bonus,
        "a weight, or a share of one (it becomes points)": lambda one: (
            one.id in worth and worth[one.id] != one.most_points
        ),
        "points beyond those of its best level": lambda one: (
            bool(one.levels) and one.most_points != _best(one) and one.points is not None
        ),
        "ranges that overlap or leave a gap (each ends above the next)": _has_loose_ranges,
    }
    found = {
        said: [one.id for one in rubric.criteria if is_lost(one)] for said, is_lost in kinds.items()
    }
    return {said: ids for said, ids in found.items() if ids}


def _best(criterion: Criterion) -> float:
    return max(
        share_of(level, criterion) * (criterion.most_points or 0.0)
        if level.points is None
        else level.points.most
        for level in criterion.levels
    )


def _has_loose_ranges(criterion: Criterion) -> bool:
    points = [level.points for level in criterion.levels if level.points is not None]
    if not any(map(_is_range, criterion.levels)):
        return False
    gaps = [upper.least - lower.most for upper, lower in pairwise(points)]
    return points[-1].least != 0 or any(gap != 1 for gap in gaps)
