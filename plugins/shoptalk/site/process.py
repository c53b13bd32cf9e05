"""What criteria rest on in `outreach.yml`, for the author and whoever grades."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from shoptalk.rubric.outcome import Outcome
from shoptalk.rubric.reports.gradebook import Line, joined_lines, line_of
from shoptalk.rubric.rubric import Criterion
from shoptalk.site.matrix import Matrix

MOST_PEOPLE = 20
"""People who are shown for one criterion."""

MOST_PLACES = 4


class Process(NamedTuple):
    """What one criterion rests on."""

    criterion: Criterion
    people: tuple[tuple[str, str], ...]
    """Each with the lines, such as `private/outreach.yml:3-5, 9`."""
    more: int
    """How many people are left out."""


def process_of(matrix: Matrix) -> Iterator[Process]:
    """The criteria that rest on requests, in the order of the rubric; none for the public."""
    for criterion in matrix.rubric.criteria:
        lines = _lines(matrix.outcomes.get(criterion.id, ()))
        if lines:
            people = tuple(
                (person, joined_lines(found, MOST_PLACES))
                for person, found in list(lines.items())[:MOST_PEOPLE]
            )
            yield Process(criterion, people, len(lines) - len(people))


def _lines(outcomes: tuple[Outcome, ...]) -> dict[str, list[Line]]:
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.applies and outcome.material.outreach.entries:
            for line in map(line_of, outcome.evidence):
                if line.person:
                    found[line.person].append(line._replace(person=""))
    return found
