"""The grades of a class for people at a terminal."""

import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence

from shoptalk.findings.reporters.text import Style, columns, plain, visible
from shoptalk.rubric.class_grades import Cell, ClassBook, Student, is_undecided
from shoptalk.rubric.class_phrases import (
    said_of,
    said_of_errors,
    said_of_evidence,
    said_of_shared,
    said_of_total,
)
from shoptalk.rubric.reports.gradebook import figure

WIDEST = 100
MOST_PLACES = 4
HEAD = ("student", "total", "passes", "interviews", "errors", "waiting", "same text as")


def render_class(book: ClassBook, style: Style = plain) -> str:
    """The grades; `style(text, fg=…, bold=…)` may colour them."""
    return "\n".join((*_lines(book, style), ""))


def _lines(book: ClassBook, style: Style) -> Iterator[str]:
    for student in book.students:
        yield from _of_student(student, style)
        yield ""
    if len(book.students) > 1:
        yield from _table(book, style)
        yield ""
    for shared in book.shared:
        yield style(visible(said_of_shared(shared)), fg="yellow")
    yield _end(book)


def _of_student(student: Student, style: Style) -> Iterator[str]:
    head = f"{style(visible(student.name), bold=True)}  {visible(student.path)}"
    if student.why_not:
        yield f"{head}: {style('not graded', fg='red')}, {visible(student.why_not)}"
        return
    yield f"{head}: {_summary(student)}"
    shown = [cell for cell in student.cells if cell.evidence or not is_undecided(cell)]
    width = max((columns(visible(one.criterion)) for one in shown), default=0)
    for cell in shown:
        undecided = style(f"  {', '.join(cell.undecided)}", fg="cyan") if cell.undecided else ""
        yield f"  {_padded(cell.criterion, width)}  {said_of(cell):<14}{undecided}".rstrip()
        where = said_of_evidence(cell, MOST_PLACES)
        if where:
            yield style(f"  {' ' * width}    {visible(where)}", dim=True)
    yield from _undecided([cell for cell in student.cells if cell not in shown])
    yield from (f"  {visible(note)}" for note in student.notes)


def _undecided(cells: Sequence[Cell]) -> Iterator[str]:
    """One list for each reason, as there is nothing to look at yet."""
    by_reason: defaultdict[str, list[str]] = defaultdict(list)
    for cell in cells:
        points = f" ({figure(cell.of)})" if cell.of else ""
        by_reason[", ".join(cell.undecided)].append(f"{visible(cell.criterion)}{points}")
    for reason, ids in by_reason.items():
        said = f"{reason}: {', '.join(ids)}"
        yield from textwrap.wrap(
            said,
            WIDEST,
            initial_indent="  ",
            subsequent_indent="    ",
            break_on_hyphens=False,
            break_long_words=False,
        )


def _table(book: ClassBook, style: Style) -> Iterator[str]:
    """A row for each student; no column in which nothing stands."""
    rows = [_row(student, book) for student in book.students]
    kept = [number for number in range(len(HEAD)) if any(row[number] for row in rows)]
    widths = {at: max(columns(one[at]) for one in (HEAD, *rows)) for at in kept}
    for number, row in enumerate((HEAD, *rows)):
        line = "  ".join(_padded(row[at], widths[at]) for at in kept).rstrip()
        yield style(line, bold=True) if number == 0 else line


def _row(student: Student, book: ClassBook) -> tuple[str, ...]:
    if student.why_not:
        return (visible(student.name), "not graded", *[""] * (len(HEAD) - 2))
    return (
        visible(student.name),
        said_of_total(student),
        {True: "yes", False: "no", None: ""}[student.passing],
        str(student.interviews),
        str(student.errors or ""),
        str(len(student.waiting) or ""),
        visible(", ".join(book.same_text_as(student))),
    )


def _padded(text: str, width: int) -> str:
    shown = visible(text)
    return shown + " " * (width - columns(shown))


def _summary(student: Student) -> str:
    total = said_of_total(student)
    passing = {True: "passes", False: "does not pass", None: ""}[student.passing]
    count = student.interviews
    interviews = f"{count} {'interview' if count == 1 else 'interviews'}"
    published = "only what the site publishes" if student.is_published else ""
    return ", ".join(filter(None, (total, passing, interviews, said_of_errors(student), published)))


def _end(book: ClassBook) -> str:
    count, broken = len(book.students), len(book.broken)
    said = f"{count:,} {'portfolio' if count == 1 else 'portfolios'}"
    return f"{said}, {broken:,} not graded" if broken else said
