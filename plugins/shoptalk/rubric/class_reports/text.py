"""The grades of a class for people at a terminal."""

from collections.abc import Iterator

from shoptalk.findings.reporters.text import Style, columns, plain, visible
from shoptalk.rubric.class_grades import (
    ClassBook,
    Student,
    said_of,
    said_of_evidence,
    said_of_shared,
    said_of_total,
)

WIDEST_NAME = 40
MOST_PLACES = 4


def render_class(book: ClassBook, style: Style = plain) -> str:
    """The grades; `style(text, fg=…, bold=…)` may colour them."""
    return "\n".join((*_lines(book, style), ""))


def _lines(book: ClassBook, style: Style) -> Iterator[str]:
    ids = list(book.criteria)
    width = max((columns(visible(one)) for one in ids), default=0)
    for student in book.students:
        head = f"{style(visible(student.name), bold=True)}  {visible(student.path)}"
        if student.why_not:
            yield f"{head}: {style('not graded', fg='red')}, {visible(student.why_not)}"
            continue
        yield f"{head}: {_summary(student)}"
        for cell in student.cells:
            gap = " " * (width - columns(visible(cell.criterion)))
            where = said_of_evidence(cell, MOST_PLACES)
            waits = style("  waits for a person", fg="cyan") if cell.waiting else ""
            yield f"  {visible(cell.criterion)}{gap}  {said_of(cell):<14}{waits}".rstrip()
            if where:
                yield style(f"  {' ' * width}    {visible(where)}", dim=True)
        yield from (f"  {visible(note)}" for note in student.notes)
    for shared in book.shared:
        yield style(visible(said_of_shared(shared)), fg="yellow")
    yield _end(book)


def _summary(student: Student) -> str:
    total = said_of_total(student)
    passing = {True: "passes", False: "does not pass", None: ""}[student.passing]
    count = student.interviews
    interviews = f"{count} {'interview' if count == 1 else 'interviews'}"
    published = "only what the site publishes" if student.is_published else ""
    return ", ".join(filter(None, (total, passing, interviews, published)))


def _end(book: ClassBook) -> str:
    count, broken = len(book.students), len(book.broken)
    said = f"{count:,} {'portfolio' if count == 1 else 'portfolios'}"
    return f"{said}, {broken:,} not graded" if broken else said
