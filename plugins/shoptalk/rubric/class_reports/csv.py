"""The grades of a class as a table for spreadsheets, and as one that Canvas imports."""

import csv
import io
from collections.abc import Iterable, Iterator

from shoptalk.findings.reporters.escaping import as_cell
from shoptalk.rubric.class_grades import Cell, ClassBook, Student, is_settled
from shoptalk.rubric.class_phrases import said_of_evidence, said_of_met
from shoptalk.rubric.reports.gradebook import figure

CANVAS_COLUMNS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
POINTS_POSSIBLE = "    Points Possible"
"""How Canvas itself writes the name of that row."""


def render_class(book: ClassBook) -> str:
    """A row for each student: points by criterion, what waits, and where the evidence is."""
    head = [
        "student",
        "path",
        "published",
        "rubric",
        "interviews",
        "errors",
        "points",
        "of",
        "passing",
    ]
    head += [f"{id} ({part})" for id in book.criteria for part in ("points", "met", "evidence")]
    head += ["waits for a person", "same text as", "notes", "not graded"]
    return _table((head, *(_row(student, book) for student in book.students)))


def _row(student: Student, book: ClassBook) -> Iterator[str]:
    total, cells = student.total, {cell.criterion: cell for cell in student.cells}
    yield from (student.name, student.path, "yes" if student.is_published else "", student.rubric)
    graded = not student.why_not
    yield str(student.interviews) if graded else ""
    yield str(student.errors) if graded and not student.is_published else ""
    yield from (figure(total.earned), figure(total.possible)) if total.possible else ("", "")
    yield {True: "yes", False: "no", None: ""}[student.passing]
    for id in book.criteria:
        yield from _of_criterion(cells.get(id))
    yield ", ".join(student.waiting)
    yield ", ".join(book.same_text_as(student))
    yield "; ".join(student.notes)
    yield student.why_not


def _of_criterion(cell: Cell | None) -> tuple[str, str, str]:
    if cell is None:
        return "", "", ""
    points = "" if cell.earned is None else figure(cell.earned)
    return points, said_of_met(cell), said_of_evidence(cell)


def render_canvas(book: ClassBook, assignment: str) -> str:
    """The table that Canvas's gradebook imports: points in one assignment, by login.

    Only settled points are in it: Canvas takes an empty cell for a change, and would take away
    points that it has.
    """
    most = "" if book.most is None else figure(book.most)
    rows = (
        (one.name, "", "", one.name, "", figure(one.total.earned))
        for one in book.students
        if is_settled(one)
    )
    head = (*CANVAS_COLUMNS, assignment)
    return _table((head, (POINTS_POSSIBLE, "", "", "", "", most), *rows))


def _table(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(map(as_cell, row) for row in rows)
    return text.getvalue()
