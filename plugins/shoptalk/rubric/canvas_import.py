"""A rubric of Canvas as the text of a `rubric.yml`."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import count

from shoptalk.mending.yaml_values import as_yaml
from shoptalk.rubric.canvas import CanvasRubric, Rating, Row, number

HEAD = """\
# Taken over from Canvas. People judge all of it; list `checks:` at a criterion to have its level
# proposed. `shoptalk rubric show` prints the rubric for reading.
"""
UNNAMED = "Rubric"


def to_yaml(rubric: CanvasRubric) -> str:
    """The rubric in our own format."""
    lines = [f"title: {as_yaml(rubric.name or UNNAMED)}", "", "criteria:"]
    taken: set[str] = set()
    for position, row in enumerate(rubric.rows, 1):
        id = _free_id(row.name, position, taken)
        taken.add(id)
        lines += _criterion(row, id)
    return HEAD + "\n".join((*lines, ""))


def _free_id(title: str, position: int, taken: set[str]) -> str:
    """An id made from a title: small letters without accents, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60].rstrip("-")
    wanted = made or f"criterion-{position}"
    ids = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(id for id in ids if id not in taken)


def _criterion(row: Row, id: str) -> Iterator[str]:
    yield f"  - id: {as_yaml(id)}"
    yield f"    title: {as_yaml(row.name)}"
    if row.description:
        yield f"    description: {as_yaml(row.description)}"
    yield "    judge: human"
    yield "    levels:"
    for rating, points in zip(row.ratings, _points(row), strict=True):
        yield f"      - label: {as_yaml(rating.name)}"
        if rating.description:
            yield f"        description: {as_yaml(rating.description)}"
        yield f"        points: {points}"


def _points(row: Row) -> list[str]:
    """The points of each rating; with ranges from just above the next one, the last from 0."""
    if not row.has_ranges:
        return [number(rating.points) for rating in row.ratings]
    lows = _lows(row.ratings)
    return [
        number(rating.points) if low == rating.points else f"{number(low)}-{number(rating.points)}"
        for low, rating in zip(lows, row.ratings, strict=True)
    ]


def _lows(ratings: Sequence[Rating]) -> list[float]:
    """Where the range of each rating begins; at least one of them has more than one number."""
    below = [rating.points for rating in ratings[1:]]
    lows = [
        min(low + 1, rating.points) if low.is_integer() and rating.points.is_integer() else low
        for rating, low in zip(ratings, below, strict=False)
    ]
    lows.append(0.0)
    if below and all(low == rating.points for low, rating in zip(lows, ratings, strict=True)):
        lows[0] = below[0]
    return lows
