"""Who is named in files for a repository, or in the student's own pages, without agreeing to it."""

import datetime
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from shoptalk.findings.abridging import abridged
from shoptalk.findings.finding import Finding
from shoptalk.privacy.sources.repository_files import Home, read_texts, repository_files
from shoptalk.privacy.sources.version_control import is_for_repository, published
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.private_file import Stray
from shoptalk.reading.source import Source

if TYPE_CHECKING:
    from shoptalk.privacy.private_values import PrivateValue
    from shoptalk.privacy.public_people import PublicPeople


class Namings(NamedTuple):
    """Where somebody is told of who did not agree to it."""

    in_files: Mapping[str, list[Finding]]
    """By the path of an interview's file; only those in a repository, or not kept out of it."""
    notes: Mapping[str, list[Finding]]
    """First names that stand alone in a file, by its path."""
    elsewhere: list[Finding]
    """In the student's own pages, which are published wherever they lie, and in all other files of
    a repository."""


def find_namings(
    files: Sequence[ReadFile],
    pages: Sequence[Source],
    today: datetime.date,
    allowed: Iterable[str],
    strays: Sequence[Stray] = (),
    homes: Sequence[Home] = (),
    people: "PublicPeople | None" = None,
    asked: "Sequence[PrivateValue]" = (),
) -> Namings:
    """Look through files and pages; `allowed` is what may be shown besides what was agreed to.

    `strays` are private files of no interview. Of the portfolios at `homes` all other files are
    looked through, too. `people` are everybody in these files, where they are known already;
    `asked` are those who were asked for a conversation and not interviewed.
    """
    in_trees = _in_work_tree(files)
    if not in_trees and not pages:
        return Namings({}, {}, [])
    from shoptalk.privacy.sources.search import source_search
    from shoptalk.privacy.sources.shared_names import shared_names

    search = source_search(files, strays, today, allowed, people, asked)
    shared = shared_names(files, today)
    found: dict[str, list[Finding]] = {}
    notes: dict[str, list[Finding]] = {}
    for file in in_trees:
        seen = search.seen_in(file)
        notes[file.path] = [*search.first_names_in(file, seen)]
        if faults := [*search.in_file(file, seen), *shared.get(file.path, ())]:
            found[file.path] = faults
    folders = {os.path.dirname(path) for path in found}  # noqa: PTH120
    taken = frozenset[str]().union(*(published(Path(folder), ".") for folder in folders))
    elsewhere = [fault for page in pages for fault in abridged(search.on_page(page))]
    if search.values:
        known = {os.path.realpath(file.path) for file in files}
        searched = {page.path for page in pages}
        for home in homes:
            others = [
                file for file in repository_files(home) if os.path.realpath(file.path) not in known
            ]
            elsewhere += search.in_names(others)
            unsearched = (file for file in others if file.shown not in searched)
            for source in read_texts(unsearched):
                elsewhere += abridged(search.in_other_file(source))
    return Namings(
        {path: faults for path, faults in found.items() if os.path.realpath(path) in taken},
        notes,
        elsewhere,
    )


def depends_on_others(files: Sequence[ReadFile], today: datetime.date) -> bool:
    """Whether other files must be searched for the people of these, or count with them."""
    if any(file.interview and file.interview.withheld for file in files):
        return True
    if not _in_work_tree(files):
        return False
    from shoptalk.privacy.sources.search import told_in

    return any(not is_agreed for file in files for _, is_agreed in told_in(file, today))


def _in_work_tree(files: Sequence[ReadFile]) -> list[ReadFile]:
    folders = {os.path.dirname(file.path) for file in files}  # noqa: PTH120
    in_trees = {folder for folder in folders if is_for_repository(Path(folder))}
    return [file for file in files if os.path.dirname(file.path) in in_trees]  # noqa: PTH120
