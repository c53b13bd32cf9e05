"""What criteria rest on in `outreach.yml`, for the author and whoever grades."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shoptalk.outreach.request import Entry
from shoptalk.rubric.outcome import Outcome
from shoptalk.rubric.reports.gradebook import Line, joined_lines, line_of
from shoptalk.rubric.rubric import Criterion
from shoptalk.site.matrix import Matrix

MOST_PEOPLE = 20
"""People who are shown for one criterion."""

MOST_PLACES = 4


class Person(NamedTuple):
    """Somebody whose request a criterion rests on."""

    name: str
    number: int
    """That of the request."""
    lines: str
    """Where it stands, such as `private/outreach.yml:3-5, 9`."""


class Process(NamedTuple):
    """What one criterion rests on."""

    criterion: Criterion
    people: tuple[Person, ...]
    more: int
    """How many people are left out."""


def process_of(matrix: Matrix) -> Iterator[Process]:
    """The criteria that rest on requests, in the order of the rubric; none for the public."""
    every = (outcome for outcomes in matrix.outcomes.values() for outcome in outcomes)
    listed = next((one.material.outreach.entries for one in every), ())
    begins = [entry.line("") for entry in listed]
    for criterion in matrix.rubric.criteria if listed else ():
        lines = _lines(matrix.outcomes.get(criterion.id, ()), listed, begins)
        if lines:
            people = tuple(
                Person(*person, joined_lines(found, MOST_PLACES))
                for person, found in list(lines.items())[:MOST_PEOPLE]
            )
            yield Process(criterion, people, len(lines) - len(people))


def _lines(
    outcomes: Sequence[Outcome], listed: Sequence[Entry], begins: Sequence[int]
) -> dict[tuple[str, int], list[Line]]:
    """By person and number of the request, the lines; each request begins on one of `begins`."""
    found: defaultdict[tuple[str, int], list[Line]] = defaultdict(list)
    for outcome in outcomes:
        for line in map(line_of, outcome.evidence if outcome.applies else ()):
            if line.person:
                entry = listed[max(0, bisect_right(begins, line.line) - 1)]
                found[line.person, entry.number].append(line._replace(person=""))
    return found
