"""All interviews of a portfolio, read from disk."""

import datetime
import gc
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from shoptalk.findings.abridging import abridged
from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity, shown
from shoptalk.reading.file_names import check_names
from shoptalk.reading.folder import PRIVATE, FoundFile, find_files, folder_too_large, shown_path
from shoptalk.reading.interview import Interview, of_draft, parse_interview
from shoptalk.reading.private_file import (
    INTERVIEWS,
    OVERLAID,
    Private,
    Stray,
    misplaced_files,
    overlay_of,
    read_overlay,
    read_strays,
)
from shoptalk.reading.source import Source
from shoptalk.reading.source_file import read_source


class FoundFiles(NamedTuple):
    """The interviews that there are, before any is read."""

    files: tuple[FoundFile, ...]
    """In the order of their addresses."""
    findings: tuple[Finding, ...]
    """What is wrong with the folders rather than within a file."""
    strays: tuple[Stray, ...] = ()
    """What lies in `private/` beside them and belongs to none of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """What came of one file."""

    path: str
    """Where it is on disk."""
    address: str
    """Its place below `interviews/`, without `.md`: `2026/ada` for `2026/ada.md`."""
    source: Source | None
    """None where its bytes are no text."""
    interview: Interview | None
    """None where it cannot be read as one."""
    findings: tuple[Finding, ...]
    private: Private | None = None
    """What `private/` holds of a file that cannot be read as an interview."""


Reader = Callable[[FoundFile, str, datetime.date], ReadFile]
"""Reads a file, given its path in findings and the day: `read_file`, or what stands in for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All interviews of a portfolio, in the order of their addresses."""

    files: tuple[ReadFile, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What is wrong with the folder rather than within a file."""
    strays: tuple[Stray, ...] = ()
    """What lies in `private/` and belongs to none of them."""


@check(Severity.ERROR)
def same_address(other: str, address: str) -> Wording:
    """Two files would become the same page, and one of them would be lost.

    ### Why it matters

    A page gets its address from the name of its file, and two names can give one address. MkDocs
    writes one page over the other, and one conversation is gone.

    ### Example

    `interviews/rosalind.md` and `interviews/rosalind/index.md` both become `interviews/rosalind/`.

    ### Write instead

    Rename one of the two, for instance to `rosalind-2027.md`. Names that differ only in capital
    letters do not count as different.
    """
    return Wording(
        f"this file and {shown(other, 80)} would both become the page {shown(address, 80)}",
        "rename one of them",
    )


def read_corpus(
    paths: Iterable[Path],
    today: datetime.date,
    *,
    start: Path | None = None,
    read: Reader | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Corpus:
    """Read files and folders of interviews.

    Paths in findings are relative to `start` (else the working directory). `read` may stand in
    for `read_file`, for a caller that keeps what did not change.
    """
    start = start or Path.cwd()
    found = find_interviews(paths, start)
    files = read_files(found.files, today, start=start, read=read, progress=progress)
    return corpus_of(found, files)


def corpus_of(found: FoundFiles, files: Iterable[ReadFile]) -> Corpus:
    """The corpus of files that were found and read, each with what in `private/` may be its own."""
    orphans = {person: private for private, person in found.strays if person and private.name}
    files = tuple(files)
    known = tuple(
        replace(file, interview=replace(file.interview, orphan=orphans[file.address].source.path))
        if file.interview and not file.interview.name and file.address in orphans
        else file
        for file in files
    )
    of_unread = (Stray(file.private, file.address) for file in files if file.private)
    return Corpus(files=known, findings=found.findings, strays=(*found.strays, *of_unread))


def find_interviews(paths: Iterable[Path], start: Path) -> FoundFiles:
    """The interviews at or below several paths, each once.

    Paths in findings are relative to `start`.
    """
    start = _absolute(start)
    findings: list[Finding] = []
    found: list[FoundFile] = []
    strays: list[Stray] = []
    for path in paths:
        more, faults = find_files(path, start)
        found += more
        findings += faults
        if any(fault.check == folder_too_large.id for fault in faults):
            continue
        of_nobody, of_folder = _strays(path, more, start)
        strays += of_nobody
        findings += of_folder
    files = sorted({file.path: file for file in found}.values(), key=lambda file: file.address)
    findings += (*check_names(files, start), *_check_addresses(files, start))
    return FoundFiles(tuple(files), tuple(findings), tuple(strays))


def read_files(
    files: Sequence[FoundFile],
    today: datetime.date,
    *,
    start: Path,
    read: Reader | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> tuple[ReadFile, ...]:
    """What comes of files that were found; see `read_corpus` for the rest."""
    read, start = read or read_file, _absolute(start)
    made = []
    with keeping_everything():
        for number, file in enumerate(files):
            progress(number, len(files))
            made.append(read(file, shown_path(file.path, start), today))
    return tuple(made)


def _strays(
    path: Path, found: Iterable[FoundFile], start: Path
) -> tuple[Sequence[Stray], Sequence[Finding]]:
    """What lies in `private/` beside a folder of interviews and belongs to none of them.

    And what should lie there, but does not.
    """
    path = _absolute(path)
    beside = path.parent / INTERVIEWS
    is_whole = INTERVIEWS not in path.parent.parts and (path == beside or not beside.is_dir())
    if not (is_whole and path.is_dir()):
        return (), ()
    misplaced = list(misplaced_files(path, start))
    folder = path.parent / PRIVATE
    if not folder.is_dir():
        return (), misplaced
    strays, findings = read_strays(folder, found, start)
    return strays, [*findings, *misplaced]


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 (links stay as they are)


@contextmanager
def keeping_everything() -> Iterator[None]:
    """Spares the garbage collector looking through records of which none is garbage."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def read_file(file: FoundFile, name: str, today: datetime.date) -> ReadFile:
    """Read one interview; `name` is its path in findings."""
    source, findings = read_source(file.path, name)
    interview, private = None, None
    if source:
        interview, more = parse_interview(source, today)
        findings = findings + more
    if interview:
        interview, more = _overlaid(interview, file, name)
        findings = findings + more
    else:
        private, _ = read_overlay(overlay_of(file.path, file.address), file.path, name)
    return ReadFile(
        path=file.path,
        address=file.address,
        source=source,
        interview=interview,
        findings=abridged(findings),
        private=private,
    )


def _overlaid(interview: Interview, file: FoundFile, name: str) -> tuple[Interview, list[Finding]]:
    """The interview with what `private/` holds of it."""
    overlay = overlay_of(file.path, file.address)
    private, findings = read_overlay(overlay, file.path, name)
    if interview.draft:
        findings = list(map(of_draft, findings))
    if private:
        given = {key: getattr(private, key) for key in OVERLAID if private.gives(key)}
        return replace(interview, private=private, **given), findings
    if findings:
        interview = replace(interview, unread=findings[0].place.path)
    if interview.forgotten and not interview.name:
        return replace(interview, withheld=frozenset(("name",))), findings
    is_elsewhere = interview.alias and interview.front_matter.get("name") is None
    if is_elsewhere and (findings or not os.path.isdir(overlay.folder)):  # noqa: PTH112
        missing = frozenset(key for key in OVERLAID if not getattr(interview, key))
        return replace(interview, withheld=missing), findings
    return interview, findings


def _page_of(address: str) -> str:
    """What tells the pages of two addresses apart, also where letters' case does not count."""
    folder, _, name = address.rpartition("/")
    page = folder if name.lower() in ("index", "readme") else address
    return unicodedata.normalize("NFC", page).casefold()


def _folder_of(file: FoundFile) -> str:
    """The folder that a file's address begins in."""
    return file.path.removesuffix(".md").removesuffix(file.address.replace("/", os.sep))


def _check_addresses(files: Iterable[FoundFile], start: Path) -> Iterator[Finding]:
    """Files that would become one page; `interviews/` itself is the page of all of them."""
    taken: dict[str, FoundFile] = {}
    for file in files:
        page, folder = _page_of(file.address), _folder_of(file)
        first = taken.setdefault((folder + page).rstrip(os.sep), file)
        if not page and "interviews" not in Path(folder).parts[:-1]:
            place = Place(path=shown_path(file.path, start))
            yield same_address.at(place, "the list of all interviews", "interviews/")
        elif first is not file:
            place, other = Place(path=shown_path(file.path, start)), shown_path(first.path, start)
            yield same_address.at(place, other, f"interviews/{page}/")
