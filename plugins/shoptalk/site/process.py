"""What criteria rest on in `outreach.yml`, for the author and whoever grades."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shoptalk.outreach.request import Entry
from shoptalk.rubric.conditions import Evidence
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
    """Those of the list, such as `3-5, 9`."""


class Process(NamedTuple):
    """What one criterion rests on."""

    criterion: Criterion
    path: str
    """Of the list of requests."""
    people: tuple[Person, ...]
    more: int
    """How many people are left out."""


def process_of(matrix: Matrix) -> Iterator[Process]:
    """The criteria that rest on requests, in the order of the rubric; none for the public."""
    every = (outcome for outcomes in matrix.outcomes.values() for outcome in outcomes)
    listed = next((one.material.outreach.entries for one in every), ())
    begins = [entry.line("") for entry in listed]
    for criterion in matrix.rubric.criteria if listed else ():
        lines: defaultdict[tuple[str, int], list[Line]] = defaultdict(list)
        for outcome in matrix.outcomes.get(criterion.id, ()):
            for evidence in outcome.evidence if outcome.applies else ():
                line = line_of(evidence)
                if line.person:
                    number = _number(evidence, line, listed, begins)
                    lines[line.person, number].append(line._replace(path="", person=""))
        people = [
            Person(*person, joined_lines(found, MOST_PLACES)) for person, found in lines.items()
        ]
        if people:
            shown = tuple(people[:MOST_PEOPLE])
            yield Process(criterion, listed[0].source.path, shown, len(people) - len(shown))


def _number(evidence: Evidence, line: Line, listed: Sequence[Entry], begins: Sequence[int]) -> int:
    """That of the request which some evidence is of; a conversation tells only the line."""
    if isinstance(evidence.record, Entry):
        return evidence.record.number
    return listed[max(0, bisect_right(begins, line.line) - 1)].number
