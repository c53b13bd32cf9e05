"""The grades of a portfolio as every format shows them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from shoptalk.outreach.request import Entry
from shoptalk.reading.corpus import ReadFile
from shoptalk.rubric.conditions import Evidence
from shoptalk.rubric.grading import GradedFile, Report
from shoptalk.rubric.outcome import Outcome, State, level_called
from shoptalk.rubric.points import Total, is_passing, total, total_of, worths, worths_for
from shoptalk.rubric.rubric import Judge, Rubric
from shoptalk.rubric.scores import fingerprint


class Line(NamedTuple):
    """Where some of the evidence stands."""

    path: str
    line: int
    person: str = ""
    """Whom it is about, where it is a request."""


@dataclass(frozen=True)
class Row:
    """One criterion of an interview or of the portfolio."""

    outcome: Outcome
    counts_of: float | None
    """What it is worth in the total; None where it counts for nothing, or does not apply."""

    @property
    def proposed_level(self) -> str | None:
        """What the checks propose: a level's label, or `met` or `not met` without levels."""
        outcome = self.outcome
        if not outcome.applies:
            return None
        if outcome.criterion.levels:
            if outcome.proposed is None or outcome.unfinished:
                return None
            return outcome.proposed.label
        if outcome.passed is None:
            return None
        return (State.MET if outcome.passed and not outcome.unfinished else State.NOT_MET).value

    @property
    def level(self) -> str | None:
        """What counts: what a person gave, else what the checks propose if they are to judge."""
        given = self.outcome.given
        if not self.outcome.applies:
            return None
        if given is not None:
            named = level_called(given.level, self.outcome.criterion)
            return named.label if named else given.level.lower() or None
        return self.proposed_level if self.outcome.criterion.judged_by is Judge.AUTO else None

    @property
    def of(self) -> float | None:
        """The most points it gives, in the rubric's own numbers; else what it counts for."""
        if self.counts_of is None:
            return None
        return self.outcome.criterion.most_points or self.counts_of

    @property
    def points(self) -> float | None:
        """What it gives; None where it gives nothing at all, or nobody can say yet."""
        return _part(self.of, self.outcome.share)

    @property
    def proposed_points(self) -> float | None:
        """What it would give by the checks alone."""
        return _part(self.of, self.outcome.proposed_share)

    @property
    def counts(self) -> float | None:
        """What its points come to in the total, where a weight makes more or less of them."""
        return _part(self.counts_of, self.outcome.share)

    @cached_property
    def evidence(self) -> tuple[Line, ...]:
        """The lines it rests on, each once."""
        if not self.outcome.applies:
            return ()
        return tuple(dict.fromkeys(map(line_of, self.outcome.evidence)))


def line_of(evidence: Evidence) -> Line:
    """Where some evidence stands."""
    record, path = evidence
    if isinstance(record, Entry):
        return Line(record.source.path, record.line(path), record.request.name)
    other = record.elsewhere_of(path)
    if other:
        return Line(other.source.path, other.line, record.name)
    return Line(record.source.path, record.line(path))


def _part(whole: float | None, share: float | None) -> float | None:
    return None if whole is None or share is None else round(whole * share, 6)


@dataclass(frozen=True, kw_only=True)
class Section:
    """The grades of one interview, or of the portfolio."""

    address: str = ""
    """The interview, as `scores.yml` names it; empty for the portfolio."""
    path: str = ""
    name: str = ""
    """The person's name."""
    write_up: str
    """The fingerprint of what was graded."""
    rows: tuple[Row, ...]
    total: Total


@dataclass(frozen=True, kw_only=True)
class Gradebook:
    """The grades of a portfolio."""

    rubric: Rubric
    interviews: tuple[Section, ...]
    portfolio: Section
    total: Total
    passing: bool | None
    """None where the rubric names no pass mark, or what waits may decide."""
    drafts: tuple[str, ...]
    """The files that do not count yet."""
    unreadable: tuple[str, ...]

    @property
    def sections(self) -> Iterator[Section]:
        """Those with grades: of each interview, then of the portfolio."""
        yield from self.interviews
        if self.portfolio.rows:
            yield self.portfolio

    def in_state(self, state: State) -> Iterator[str]:
        """What is in a state, such as `waits for a person (ken-abara): reflection, thanks`."""
        where: dict[tuple[str, str], list[str]] = {}
        for section in self.sections:
            for row in section.rows:
                if row.outcome.state is state:
                    criterion = (row.outcome.criterion.id, row.outcome.reason)
                    where.setdefault(criterion, []).append(section.address or "portfolio")
        together: dict[tuple[str, str], list[str]] = {}
        for (criterion_id, reason), listed in where.items():
            together.setdefault((", ".join(listed), reason), []).append(criterion_id)
        for (places, reason), criteria in together.items():
            why = f"; {reason}" if reason else ""
            yield f"{state.value} ({places}): {', '.join(criteria)}{why}"


def make_gradebook(report: Report, paths: Mapping[str, str]) -> Gradebook:
    """The grades in a report; `paths` has the shown path of each file by that on disk."""
    worth = worths(report.rubric)
    together = worths_for(report.portfolio, report.rubric, worth)
    whole = total_of(report)
    return Gradebook(
        rubric=report.rubric,
        interviews=tuple(
            _section(graded, worths_for(graded.outcomes, report.rubric, worth), paths)
            for graded in report.finished
        ),
        portfolio=Section(
            write_up=fingerprint(graded.file for graded in report.finished),
            rows=_rows(report.portfolio, together),
            total=total(report.portfolio, together),
        ),
        total=whole,
        passing=is_passing(whole, report.rubric),
        drafts=_shown(
            (one.file for one in report.files if one.file.interview and not one.is_finished), paths
        ),
        unreadable=_shown((one.file for one in report.files if one.file.interview is None), paths),
    )


def _section(graded: GradedFile, worth: Mapping[str, float], paths: Mapping[str, str]) -> Section:
    file = graded.file
    return Section(
        address=file.address,
        path=paths.get(file.path, file.path),
        name=file.interview.name if file.interview else "",
        write_up=fingerprint((file,)),
        rows=_rows(graded.outcomes, worth),
        total=total(graded.outcomes, worth),
    )


def _rows(outcomes: Sequence[Outcome], worth: Mapping[str, float]) -> tuple[Row, ...]:
    return tuple(
        Row(outcome, worth.get(outcome.criterion.id) if outcome.applies else None)
        for outcome in outcomes
    )


def _shown(files: Iterable[ReadFile], paths: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(paths.get(file.path, file.path) for file in files)


def figure(number: float) -> str:
    """Points as people write them: two decimals at most."""
    text = f"{number:.2f}"
    return text.rstrip("0").rstrip(".")


def verdict_of(book: Gradebook) -> str:
    """Whether the portfolio passes; empty where the rubric does not say."""
    if book.rubric.pass_mark is None or not book.total.possible:
        return ""
    said = {True: "passes", False: "does not pass", None: "not decided yet"}[book.passing]
    return f"{said} (the pass mark is {book.rubric.pass_mark})"


def sum_of(total: Total) -> str:
    """For example `12.5 of 20 (62.5%), 4 not judged yet`."""
    if not total.possible and not total.earned:
        return "no points"
    share = f" ({figure(100 * total.share)}%)" if total.possible else ""
    waiting = f", {figure(total.waiting)} not judged yet" if total.waiting else ""
    return f"{figure(total.earned)} of {figure(total.possible)}{share}{waiting}"


def joined_lines(lines: Sequence[Line], most: int) -> str:
    """Evidence such as `a.md:5-7, 9, b.md:3`, of at most so many places."""
    shown: list[str] = []
    before = ""
    for path, first, last, person in _stretches(lines):
        where = f"{first}" if first == last else f"{first}-{last}"
        where += f" ({person})" if person else ""
        shown.append(where if path == before else f"{path}:{where}")
        before = path
    more = len(shown) - most
    rest = [f"and {more} more"] if more > 0 else []
    return ", ".join((*shown[:most], *rest))


def _stretches(lines: Iterable[Line]) -> list[tuple[str, int, int, str]]:
    """Lines about one person that follow one another, as first and last."""
    found: list[tuple[str, int, int, str]] = []
    for path, line, person in sorted(set(lines)):
        if found and found[-1] == (path, found[-1][1], line - 1, person):
            found[-1] = (path, found[-1][1], line, person)
        else:
            found.append((path, line, line, person))
    return found
