"""One check of a portfolio: what is read of it from disk, and what is found wrong with it."""

import datetime
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from shoptalk.findings.finding import Finding
from shoptalk.reading.corpus import Corpus, ReadFile, read_corpus, read_file
from shoptalk.reading.folder import FoundFile, find_files, shown_path
from shoptalk.reading.unchanged import stamp_of
from shoptalk.rubric.grading import checkable, grade
from shoptalk.rubric.rubric import Rubric
from shoptalk.rubric.rubric_file import read_rubric
from shoptalk.rubric.score_file import read_scores
from shoptalk.rubric.scores import NO_SCORES, Scores

INTERVIEWS = "interviews"
SCORES = "scores.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What came of a check."""

    findings: Sequence[Finding]
    files: tuple[str, ...] = ()
    """The interviews that were looked at, as findings name them."""
    has_rubric: bool = True
    """False where the rubric cannot be read: then no interview was looked at."""


def check_portfolio(
    paths: Sequence[Path],
    here: Path,
    *,
    read: Callable[[FoundFile, str, datetime.date], ReadFile] = read_file,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Checked:
    """Hold interviews against the rubric that is found beside the first of them.

    Each path is a portfolio, a folder of interviews, or one file; findings name files from `here`.
    """
    chosen = [interviews_of(path) for path in paths]
    rubric_path = rubric_for(chosen[0])
    rubric, findings = read_rubric(
        rubric_path, shown_path(str(rubric_path), here) if rubric_path else ""
    )
    if rubric is None:
        return Checked(findings=findings, has_rubric=False)
    today = datetime.date.today()
    corpus = read_corpus(chosen, today, start=here, read=read, progress=progress)
    corpus, scores, faults = read_scores_of(corpus, scores_for(chosen[0]), rubric, here, today)
    report = grade(corpus, checkable(rubric), today, scores)
    return Checked(
        findings=[*findings, *faults, *report.all_findings],
        files=tuple(shown_path(file.path, here) for file in corpus.files),
    )


def look_at(paths: Sequence[Path], here: Path) -> object:
    """What a check depends on, short of reading it: equal for as long as nothing has changed."""
    chosen = [interviews_of(path) for path in paths]
    rubric_path = rubric_for(chosen[0])
    found = [find_files(path, here) for path in chosen]
    stamps = {file: stamp_of(file.path) for files, _ in found for file in files}
    faults = [faults for _, faults in found]
    of_scores = stamp_of(scores_for(chosen[0]))
    return stamps, faults, rubric_path and stamp_of(rubric_path), of_scores, datetime.date.today()


def read_scores_of(
    corpus: Corpus, path: Path, rubric: Rubric, here: Path, today: datetime.date
) -> tuple[Corpus, Scores, list[Finding]]:
    """The scores in a file, and the interviews under the addresses that these name."""
    if not os.path.lexists(path):
        return corpus, NO_SCORES, []
    folder = path.parent / INTERVIEWS
    corpus = replace(corpus, files=tuple(_addressed(file, folder) for file in corpus.files))
    others = find_files(folder, here)[0] if folder.is_dir() else []
    known = {file.address for file in corpus.files} | {file.address for file in others}
    return corpus, *read_scores(path, shown_path(str(path), here), rubric, known, today)


def _addressed(file: ReadFile, folder: Path) -> ReadFile:
    """A file with its address below the folder, also where it was named by itself."""
    at = os.path.realpath(file.path)
    inside = os.path.join(os.path.realpath(folder), "")  # noqa: PTH118 (ends in a separator)
    if not at.startswith(inside):
        return file
    address = at.removeprefix(inside).removesuffix(".md").replace(os.sep, "/")
    return replace(file, address=address)


def scores_for(path: Path) -> Path:
    """The `scores.yml` beside the interviews or above them, no further up than the rubric.

    Where there is none, the place for one: beside the interviews.
    """
    start = Path(os.path.realpath(path))
    home = start.parent if start.name == INTERVIEWS else start
    for folder in (start, *start.parents)[:4]:
        if os.path.lexists(folder / SCORES):
            return folder / SCORES
        if os.path.lexists(folder / "rubric.yml"):
            break
    return home / SCORES


def interviews_of(path: Path) -> Path:
    """The interviews of a portfolio, if the path is one; else the path itself."""
    inside = path / INTERVIEWS
    return inside if os.path.isdir(inside) else path  # noqa: PTH112 (Path.is_dir() raises where it may not look)


def rubric_for(path: Path) -> Path | None:
    """The `rubric.yml` beside the interviews, or in a folder above them."""
    start = Path(os.path.realpath(path))  # Path.resolve() raises on links that lead in circles
    candidates = (folder / "rubric.yml" for folder in (start, *start.parents)[:4])
    return next(
        filter(os.path.lexists, candidates),  # what is no file there is a finding
        None,
    )
