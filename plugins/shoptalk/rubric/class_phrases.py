"""What is said of the grades of a class, in every format."""

from shoptalk.rubric.class_grades import (
    MOST_EVIDENCE,
    Cell,
    SharedText,
    Student,
    is_undecided,
)
from shoptalk.rubric.reports.gradebook import figure, joined_lines


def said_of(cell: Cell) -> str:
    """What stands in a cell: `12 of 16`, `? of 8`, or `4 of 5 met` where it gives no points."""
    if not cell.asked:
        return "does not apply"
    if cell.of:
        return f"{'?' if cell.earned is None else figure(cell.earned)} of {figure(cell.of)}"
    if is_undecided(cell):
        return "?"
    return f"{cell.met} of {cell.asked} met"


def said_of_evidence(cell: Cell, most: int = MOST_EVIDENCE) -> str:
    """Where to look, such as `a.md:5, b.md:3`; a whole page has no line."""
    lines = [line for line in cell.evidence if line.line]
    if lines or not cell.evidence:
        return joined_lines(lines, most)
    more = len(cell.evidence) - most
    rest = [f"and {more} more"] if more > 0 else []
    return ", ".join((*(line.path for line in cell.evidence[:most]), *rest))


def said_of_met(cell: Cell) -> str:
    """In how many places it is met, such as `4 of 5`, and never a number while nobody knows."""
    if is_undecided(cell):
        return ", ".join(cell.undecided)
    left = cell.waiting + cell.open
    met = f"{cell.met} of {cell.asked}" if cell.asked else ""
    return f"{met}, {left} undecided" if left else met


def said_of_total(student: Student) -> str:
    """What a student has in all: `12.5 of 20`, or without points `9 of 12 criteria met`."""
    total = student.total
    if total.possible:
        return f"{figure(total.earned)} of {figure(total.possible)}"
    applying = [cell for cell in student.cells if cell.asked]
    met = sum(cell.met == cell.asked for cell in applying)
    return f"{met} of {len(applying)} criteria met" if applying else ""


def said_of_errors(student: Student) -> str:
    """How much is wrong within the files, such as `8 errors`; empty where nothing is."""
    count = student.errors
    return f"{count:,} {'error' if count == 1 else 'errors'}" if count else ""


def said_of_shared(shared: SharedText) -> str:
    """Where the same text stands, such as `ada: interviews/x.md, ken: interviews/y.md`."""
    where = ", ".join(f"{name}: {path}" for name, path in shared.places)
    return f"the same text ({shared.letters:,} letters) in {where}"
