"""The CSV format in which Canvas takes rubrics: rows and cells, and nothing of ours."""

import csv
import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from shoptalk.findings.finding import Finding, Place
from shoptalk.reading.record import parse_number
from shoptalk.reading.source import Source
from shoptalk.rubric.canvas_faults import (
    broken_csv,
    empty_csv_rubric,
    rising_ratings,
    second_rubric,
    unknown_csv_columns,
    unsuitable_cell,
)

OF_CRITERION = ("Rubric Name", "Criteria Name", "Criteria Description", "Criteria Enable Range")
OF_RATING = ("Rating Name", "Rating Description", "Rating Points")
YES_OR_NO = {"true": True, "false": False, "": False}


class Rating(NamedTuple):
    """One level of a criterion."""

    name: str
    description: str
    points: float


class Row(NamedTuple):
    """One criterion."""

    name: str
    description: str
    has_ranges: bool
    """Each rating stands for its points and all below them, down to the next rating."""
    ratings: tuple[Rating, ...]
    """From the most points to the least."""


class CanvasRubric(NamedTuple):
    """A rubric as Canvas knows it."""

    name: str
    rows: tuple[Row, ...]


def render_csv(rubric: CanvasRubric) -> str:
    """The rubric as CSV; each row has as many cells as the longest."""
    most = max((len(row.ratings) for row in rubric.rows), default=1)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow((*OF_CRITERION, *OF_RATING * most))
    for row in rubric.rows:
        cells = [rubric.name, row.name, row.description, str(row.has_ranges).lower()]
        for rating in row.ratings:
            cells += (rating.name, rating.description, number(rating.points))
        missing = most - len(row.ratings)
        writer.writerow([*cells, *[""] * (missing * len(OF_RATING))])
    return text.getvalue()


def number(value: float) -> str:
    """A number in figures, with no more of them than it needs."""
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def parse_csv(source: Source) -> tuple[CanvasRubric | None, list[Finding]]:
    """The rubric in a source, or None with the findings that say why."""
    findings: list[Finding] = []
    lines = _Lines(source, findings)
    records = list(lines.records())
    if findings:
        return None, findings
    if not records or not _are_columns(records[0].cells):
        found = source.line(records[0].line - 1) if records else ""
        corrected = (",".join((*OF_CRITERION, *OF_RATING)),)
        place = lines.place(records[0].line if records else 1)
        return None, [unknown_csv_columns.at(place, found, corrected)]
    rows = [lines.row(record) for record in records[1:] if any(record.cells)]
    if not rows:
        findings.append(empty_csv_rubric.at(lines.place(records[0].line)))
    name = lines.name_of_rubric(records[1:])
    return (None if findings else CanvasRubric(name, tuple(rows))), findings


def _are_columns(cells: Sequence[str]) -> bool:
    found = [cell.casefold() for cell in cells]
    while found and not found[-1]:
        found.pop()
    wanted = [*OF_CRITERION, *OF_RATING * max((len(found) - len(OF_CRITERION)) // 3, 1)]
    return found == [name.casefold() for name in wanted]


class _Record(NamedTuple):
    line: int
    """The line it begins in, counted from 1."""
    cells: tuple[str, ...]


class _Lines:
    """The records of a source, and what is wrong with them."""

    def __init__(self, source: Source, findings: list[Finding]):
        self.source = source
        self.findings = findings

    def place(self, line: int) -> Place:
        """A whole line."""
        text = self.source.line(line - 1)
        width = max(len(text), 1)
        return Place(path=self.source.path, line=line, width=width, source_line=text)

    def records(self) -> Iterator[_Record]:
        """Each record with its cells, of which spaces around them are taken away."""
        reader = csv.reader(io.StringIO(self.source.text, newline=""), strict=True)
        line = 1
        try:
            for cells in reader:
                yield _Record(line, tuple(cell.strip() for cell in cells))
                line = reader.line_num + 1
        except csv.Error as error:
            self.findings.append(broken_csv.at(self.place(line), str(error)))

    def name_of_rubric(self, records: Sequence[_Record]) -> str:
        """The name that the rows give; a row without one belongs to the rubric above."""
        named = [(record.line, record.cells[0]) for record in records if any(record.cells[:1])]
        first = named[0][1] if named else ""
        for line, name in named:
            if name != first:
                self.findings.append(second_rubric.at(self.place(line), name, first))
                break
        return first

    def row(self, record: _Record) -> Row:
        """One criterion, as far as it can be read."""
        padded = (*record.cells, *[""] * len(OF_CRITERION))
        _, name, description, ranges = padded[: len(OF_CRITERION)]
        if not name:
            self.report(record, "Criteria Name", "", "give the criterion a name")
        has_ranges = YES_OR_NO.get(ranges.casefold())
        if has_ranges is None:
            self.report(record, "Criteria Enable Range", ranges, "write true or false")
        ratings = tuple(self.ratings(record))
        if not any(record.cells[len(OF_CRITERION) :]):
            self.report(record, "Rating Name", "", "give the criterion at least one rating")
        for before, rating in pairwise(ratings):
            if rating.points > before.points:
                measured = (number(before.points), number(rating.points))
                self.findings.append(rising_ratings.at(self.place(record.line), *measured))
        return Row(name, description, bool(has_ranges), ratings)

    def ratings(self, record: _Record) -> Iterator[Rating]:
        """The ratings of a record; three empty cells are none."""
        cells = record.cells[len(OF_CRITERION) :]
        seen: set[str] = set()
        for at in range(0, len(cells), len(OF_RATING)):
            given = cells[at : at + len(OF_RATING)]
            if not any(given):
                continue
            name, description, points = (*given, "", "")[: len(OF_RATING)]
            worth = parse_number(points)
            if not name or name.casefold() in seen:
                act = "give each rating of a criterion a name of its own"
                self.report(record, "Rating Name", name, act)
            elif worth is None:
                self.report(record, "Rating Points", points, "write a number, such as 10 or 7.5")
            else:
                yield Rating(name, description, worth)
            seen.add(name.casefold())

    def report(self, record: _Record, column: str, found: str, act: str) -> None:
        """Add a finding about a cell."""
        self.findings.append(unsuitable_cell.at(self.place(record.line), column, found, act))
