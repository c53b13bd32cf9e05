"""Grades as a table for spreadsheets: a row for each interview and criterion."""

import csv
import io
from collections.abc import Iterator

from shoptalk.findings.reporters.escaping import as_cell
from shoptalk.rubric.reports.gradebook import Gradebook, Row, Section, joined_lines

COLUMNS = (
    "interview",
    "name",
    "path",
    "write_up",
    "criterion",
    "title",
    "state",
    "level",
    "proposed_level",
    "points",
    "proposed_points",
    "of",
    "counts",
    "counts_of",
    "bonus",
    "group",
    "stage",
    "judge",
    "who",
    "when",
    "comment",
    "stale",
    "evidence",
)
MOST_EVIDENCE = 1_000


def render_grades(book: Gradebook) -> str:
    """The table as CSV of RFC 4180; rows about the portfolio name no interview."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for section in book.sections:
        for row in section.rows:
            writer.writerow(map(as_cell, _cells(section, row)))
    return text.getvalue()


def _cells(section: Section, row: Row) -> Iterator[str]:
    outcome, given = row.outcome, row.outcome.given
    yield from (section.address, section.name, section.path, section.write_up)
    yield from (outcome.criterion.id, outcome.criterion.title, outcome.state.value)
    yield from (row.level or "", row.proposed_level or "")
    for number in (row.points, row.proposed_points, row.of, row.counts, row.counts_of):
        yield "" if number is None else f"{number:.10g}"
    yield "yes" if outcome.criterion.bonus else ""
    yield from (outcome.criterion.group, outcome.criterion.stage)
    yield (given.judge if given else outcome.criterion.judged_by).value
    yield from (given.who, given.when.isoformat(), given.comment) if given else ("", "", "")
    yield "yes" if outcome.is_stale else ""
    yield joined_lines(row.evidence, MOST_EVIDENCE)
