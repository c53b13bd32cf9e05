"""The grades of a class: a row for each student, and texts that several of them handed in."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from shoptalk.rubric.conditions import all_evidence
from shoptalk.rubric.grading import Report
from shoptalk.rubric.outcome import State
from shoptalk.rubric.passages import Passage, passages_of
from shoptalk.rubric.points import Total
from shoptalk.rubric.reports.gradebook import (
    Gradebook,
    Line,
    Row,
    line_of,
    make_gradebook,
)
from shoptalk.rubric.rubric import Scope

NO_TOTAL = Total()
OPEN = (State.UNKNOWN, State.WITHHELD, State.NOT_DUE)

MOST_EVIDENCE = 10
"""Places that are kept for each criterion of a student."""


class Cell(NamedTuple):
    """How a student stands to one criterion, all conversations together."""

    criterion: str
    """The criterion's id."""
    title: str
    earned: float | None
    """Points in the total, of which each conversation gives its part; None where it has none."""
    of: float
    met: int
    """In how many places it is met: conversations, or the one portfolio."""
    asked: int
    """In how many it applies."""
    waiting: int
    """In how many it waits for a person."""
    open: int
    """In how many it cannot be shown, or is not due yet."""
    undecided: tuple[str, ...]
    """Why it is not settled everywhere, such as `waits for a person`."""
    evidence: tuple[Line, ...]
    """Where to look; line 0 stands for a whole page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Student:
    """One portfolio of the class."""

    name: str
    """As its folder is called."""
    path: str
    """Where the portfolio is."""
    why_not: str = ""
    """Why it could not be graded; empty where it could."""
    is_published: bool = False
    """It is what the student's site publishes, and not the write-ups themselves."""
    is_packed: bool = False
    """It lies in an archive, so nothing in it can be linked to."""
    rubric: str = ""
    """The title of the rubric that it was graded by."""
    cells: tuple[Cell, ...] = ()
    total: Total = NO_TOTAL
    passing: bool | None = None
    interviews: int = 0
    """Those that count."""
    errors: int = 0
    """What is wrong within the files, whatever the rubric asks for."""
    notes: tuple[str, ...] = ()
    """What whoever grades has to know besides."""
    site: str = ""
    """The address of the student's site, as the student gives it."""
    passages: tuple[Passage, ...] = ()

    @property
    def waiting(self) -> tuple[str, ...]:
        """The criteria that wait for a person."""
        return tuple(cell.criterion for cell in self.cells if cell.waiting)


class SharedText(NamedTuple):
    """The same text in the portfolios of several students."""

    letters: int
    places: tuple[tuple[str, str], ...]
    """Students, each with the file."""


@dataclass(frozen=True)
class ClassBook:
    """The grades of a class."""

    students: tuple[Student, ...]
    day: datetime.date | None = None
    """The day on which they were graded."""

    @property
    def rubrics(self) -> tuple[str, ...]:
        """The titles of the rubrics that they were graded by."""
        return tuple(dict.fromkeys(one.rubric for one in self.students if one.rubric))

    @cached_property
    def criteria(self) -> Mapping[str, str]:
        """The title of each criterion by its id, in the order in which they were met."""
        found: dict[str, str] = {}
        for student in self.students:
            for cell in student.cells:
                found.setdefault(cell.criterion, cell.title)
        return found

    @cached_property
    def shared(self) -> tuple[SharedText, ...]:
        """The same texts, the longest first."""
        return find_shared(self.students)

    @cached_property
    def same_text(self) -> Mapping[str, frozenset[str]]:
        """By file, the students in whose portfolios a text of it is."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for shared in self.shared:
            for _, path in shared.places:
                found[path].update(other for other, where in shared.places if where != path)
        return {path: frozenset(names) for path, names in found.items()}

    def same_text_as(self, student: Student) -> list[str]:
        """The others who handed in a text of a student's."""
        paths = {passage.path for passage in student.passages}
        return sorted(set().union(*(self.same_text.get(path, ()) for path in paths)))

    @property
    def broken(self) -> tuple[Student, ...]:
        """Those that could not be graded."""
        return tuple(one for one in self.students if one.why_not)

    @property
    def gives_points(self) -> bool:
        """Whether points could be had, by anybody or as far as anybody knows."""
        graded = [one for one in self.students if not one.why_not]
        return not graded or any(one.total.possible for one in graded)

    @cached_property
    def most(self) -> float | None:
        """The most points there are, where it is the same for all who were graded."""
        found = {round(one.total.possible, 6) for one in self.students if not one.why_not}
        return found.pop() if len(found) == 1 else None


def student_of(
    report: Report, paths: Mapping[str, str], *, name: str, path: str, notes: Sequence[str]
) -> Student:
    """The row of a student; `paths` has the shown path of each file by that on disk."""
    book = make_gradebook(report, paths)
    return Student(
        name=name,
        path=path,
        rubric=book.rubric.title,
        cells=tuple(_cells(book)),
        total=book.total,
        passing=book.passing,
        interviews=len(book.interviews),
        notes=(*notes, *_left_out(book)),
        passages=tuple(
            passage
            for one in report.files
            if one.file.interview
            for passage in passages_of(one.file.interview)
        ),
    )


def _left_out(book: Gradebook) -> Iterator[str]:
    yield from (f"draft: {path}" for path in book.drafts)
    yield from (f"cannot be read: {path}" for path in book.unreadable)


def _cells(book: Gradebook) -> Iterator[Cell]:
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for section in book.sections:
        for row in section.rows:
            rows[row.outcome.criterion.id].append(row)
    for criterion in book.rubric.criteria:
        count = len(book.interviews) if criterion.scope is Scope.INTERVIEW else 1
        yield _cell(criterion.id, criterion.title, rows[criterion.id], count or 1)


def _cell(id: str, title: str, rows: Sequence[Row], count: int) -> Cell:
    applying = [row for row in rows if row.outcome.applies]
    states = [row.outcome.state for row in applying]
    counting = [row for row in applying if row.counts_of is not None]
    known = [counts for row in counting if (counts := row.counts) is not None]
    return Cell(
        criterion=id,
        title=title,
        earned=round(sum(known) / count, 6) if known else None,
        of=round(sum(row.counts_of or 0.0 for row in counting) / count, 6),
        met=states.count(State.MET),
        asked=len(states),
        waiting=states.count(State.WAITS),
        open=sum(one in OPEN for one in states),
        undecided=tuple(dict.fromkeys(one.value for one in states if one in (State.WAITS, *OPEN))),
        evidence=_evidence(applying),
    )


def _evidence(rows: Iterable[Row]) -> tuple[Line, ...]:
    """The first line of each place, so that every conversation is among them."""
    found: dict[Line, None] = {}
    for row in rows:
        outcome = row.outcome
        first = next(all_evidence(outcome.criterion.checks, outcome.material), None)
        if first is not None:
            found.setdefault(line_of(first))
        if len(found) == MOST_EVIDENCE:
            break
    return tuple(found)


def find_shared(students: Iterable[Student]) -> tuple[SharedText, ...]:
    """The same texts in the portfolios of several students, the longest first."""
    found: defaultdict[bytes, dict[tuple[str, str], int]] = defaultdict(dict)
    portfolios: dict[tuple[str, str], str] = {}
    for student in students:
        for passage in student.passages:
            place = (student.name, passage.path)
            portfolios[place] = student.path
            found[passage.digest][place] = passage.letters
    longest: dict[tuple[tuple[str, str], ...], int] = {}
    for places in found.values():
        if len({portfolios[place] for place in places}) > 1:
            key = tuple(sorted(places))
            longest[key] = max(longest.get(key, 0), *places.values())
    ordered = sorted(longest.items(), key=lambda one: (-one[1], one[0]))
    return tuple(SharedText(letters, places) for places, letters in ordered)


def is_undecided(cell: Cell) -> bool:
    """Whether nothing is settled of a criterion that applies."""
    return bool(cell.asked) and cell.waiting + cell.open == cell.asked


def is_unmet(cell: Cell) -> bool:
    """Whether something is lacking somewhere, whatever is not settled elsewhere."""
    return cell.met + cell.waiting + cell.open < cell.asked


def is_settled(student: Student) -> bool:
    """Whether there are points, and nothing that waits or cannot be shown could change them."""
    total = student.total
    return bool(total.possible) and not (total.waiting or total.waiting_bonus)
