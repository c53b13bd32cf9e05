"""The grades of a portfolio that was handed in as a folder."""

import datetime
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from shoptalk.classes.handed_in import (
    HandedIn,
    RefusedError,
    archives_in,
    check_folder,
    portfolios_below,
)
from shoptalk.findings.finding import Finding, Severity
from shoptalk.findings.reporters.text import visible
from shoptalk.outreach.outreach_file import read_outreach
from shoptalk.outreach.times import now
from shoptalk.questions.override_faults import check_overrides
from shoptalk.reading.corpus import Corpus, ReadFile, find_interviews, read_files
from shoptalk.reading.folder import shown_path
from shoptalk.reading.nodes import Scalar
from shoptalk.reading.own_pages import SETTINGS
from shoptalk.reading.people_meant_faults import check_people_named
from shoptalk.reading.portfolio import INTERVIEWS, RUBRIC, SCORES, rubric_for
from shoptalk.reading.repair import read_nodes
from shoptalk.reading.source import Span
from shoptalk.reading.source_file import read_source
from shoptalk.rubric.class_grades import Student, student_of
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric import Judge, Rubric
from shoptalk.rubric.rubric_file import read_rubric
from shoptalk.rubric.score_file import read_scores
from shoptalk.rubric.scores import Scores

MOST_INTERVIEWS = 500


class Asked(NamedTuple):
    """What holds for the whole class."""

    rubric: Rubric | None
    """None where each portfolio's own holds."""
    with_scores: bool
    """The `scores.yml` of the portfolios are from whoever grades."""
    here: Path
    """Paths are shown from here."""
    today: datetime.date


def grade_folder(handed: HandedIn, asked: Asked) -> Student:
    """The grades; `RefusedError` says why there are none."""
    folder = handed.path
    check_folder(folder)
    interviews = folder / INTERVIEWS
    if not interviews.is_dir():
        raise RefusedError(f"there is no folder {INTERVIEWS}/{_hint(handed)}")
    rubric = asked.rubric or own_rubric(folder, asked.here)
    found = find_interviews([interviews], asked.here)
    if len(found.files) > MOST_INTERVIEWS:
        raise RefusedError(f"there are {len(found.files):,} interviews; {MOST_INTERVIEWS} may be")
    if not found.files:
        raise RefusedError(
            next(_errors(found.findings), f"there are no interviews in {INTERVIEWS}/")
        )
    known = frozenset(file.address for file in found.files)
    path = folder / SCORES
    scores, faults = read_scores(
        path, shown_path(str(path), asked.here), rubric, known, asked.today
    )
    counted = scores if asked.with_scores else own_scores(scores)
    read = read_files(found.files, asked.today, start=asked.here)
    files = check_people_named(check_overrides(read))
    if not any(file.interview for file in files):
        why = next(_errors(one for file in files for one in file.findings), "")
        raise RefusedError(f"no interview can be read: {why}")
    outreach, of_outreach = read_outreach(folder, asked.here, known, now())
    report = grade(Corpus(files=tuple(files)), rubric, asked.today, counted, outreach)
    own = asked.rubric is None and os.path.lexists(folder / RUBRIC)
    student = student_of(
        report,
        {file.path: shown_path(file.path, asked.here) for file in files},
        name=handed.name,
        path=handed.shown,
        notes=(
            *((f"graded by its own {RUBRIC}",) if own else ()),
            *_errors(found.findings),
            *_errors(faults),
            *_errors(of_outreach),
            *_counted_errors(files),
            *_uncounted(scores, counted),
        ),
    )
    return replace(student, site=site_of(folder), errors=sum(map(_errors_in, files)))


def _hint(handed: HandedIn) -> str:
    """What may be meant by a folder that is no portfolio: those in it, also packed."""
    count = portfolios_below(handed.path)
    if not count:
        archives = archives_in(handed.path)
        shown = visible(archives[0]) if len(archives) == 1 else "*.zip"
        return f", but an archive: name {handed.shown}/{shown}" if archives else ""
    are = "1 folder in it is a portfolio" if count == 1 else f"{count} folders in it are portfolios"
    return f", but {are}: name {handed.shown}/*"


def _errors_in(file: ReadFile) -> int:
    return sum(one.severity is Severity.ERROR for one in file.findings)


def _counted_errors(files: Iterable[ReadFile]) -> Iterator[str]:
    """The files that say what nobody can have meant; those that cannot be read are named anyhow."""
    for file in files:
        count = _errors_in(file)
        if file.interview and file.source and count:
            yield f"{file.source.path}: {'1 error' if count == 1 else f'{count} errors'}"


def rubric_around(path: Path, here: Path) -> Rubric:
    """The rubric in a folder around a file that was handed in."""
    found = rubric_for(path.parent)
    if found and found.is_symlink():
        raise RefusedError(f"{RUBRIC} is a link")
    return own_rubric(path.parent, here)


def own_rubric(folder: Path, here: Path) -> Rubric:
    """The rubric in the folder, or in one around it; `RefusedError` where it cannot be read."""
    path: Path | None = folder / RUBRIC
    if not os.path.lexists(folder / RUBRIC):
        path = rubric_for(folder)
    rubric, findings = read_rubric(path, shown_path(str(path), here) if path else "")
    if rubric is None:
        why = next(_errors(findings), "")
        raise RefusedError(f"the rubric cannot be read: {why}")
    return rubric


def own_scores(scores: Scores) -> Scores:
    """Those that a student may give: of the own work, where the rubric wants that."""
    return Scores(tuple(one for one in scores.all if one.judge is Judge.SELF))


def _uncounted(scores: Scores, counted: Scores) -> Iterable[str]:
    count = len(scores.all) - len(counted.all)
    return (f"{SCORES} has {count} not counted: --scores counts them",) if count else ()


def _errors(findings: Iterable[Finding]) -> Iterator[str]:
    for one in findings:
        if one.severity is Severity.ERROR:
            line = f":{one.place.line}" if one.place.line else ""
            yield f"{one.place.path}{line}: {one.message}"


def site_of(folder: Path) -> str:
    """The address that `mkdocs.yml` gives for the site; of the file only the text is read."""
    path = folder / SETTINGS
    source, _ = read_source(str(path), SETTINGS) if path.is_file() else (None, [])
    mapping = read_nodes(source, Span(0, len(source.text)))[0] if source else None
    node = mapping.get("site_url") if mapping else None
    return web_address(node.text if isinstance(node, Scalar) else "")


def web_address(text: str) -> str:
    """A text that is the address of a site; empty where it is something else."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in ("http", "https") and parts.netloc else ""
