"""Who is named in files for a repository, or in the student's own pages, without agreeing to it."""

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from shoptalk.findings.abridging import abridged
from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity, shown
from shoptalk.privacy.alias import alias_of
from shoptalk.privacy.consent import Agreed, may_show
from shoptalk.privacy.naming_help import help_for_address
from shoptalk.privacy.repository_files import (
    Home,
    RepositoryFile,
    read_texts,
    readings_of_name,
    repository_files,
    steps_of,
)
from shoptalk.privacy.version_control import is_in_work_tree, published
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.private_file import Stray, private_name
from shoptalk.reading.source import Source, Span

if TYPE_CHECKING:
    from shoptalk.privacy.linked_names import Pages
    from shoptalk.privacy.naming import Finder, Memory
    from shoptalk.privacy.sighting import Sighting

WHAT = {
    "name": "names somebody who did not agree to it",
    "contact": "is a mail address or a telephone number",
}


TO_ALLOW = "take it out, or put it into `allow` of the plugin in mkdocs.yml if it may be shown"
IN_REPOSITORY = "in a file for the repository"
ON_PAGE = "on a page of the site"


@check(Severity.WARNING)
def named_without_consent(quotation: str, what: str, where: str, help: str) -> Wording:
    """A file for a repository, or a page of your own, tells who somebody is that did not agree.

    ### Why it matters

    A site for nothing mostly comes from a public repository. Everybody can read the files in it,
    and search them: drafts, comments, `README.md`, the names of files, and everything that ever
    stood in them. Your own pages in `docs/` go onto the site as they are.

    ### Example

    In `interviews/a-nurse.md` stands `name: Rosalind Okafor`, and she has not answered yet.
    `docs/about.md` thanks her by name.

    ### Write instead

    Move the line to `private/a-nurse.yml`, which Git leaves out. In texts write the alias or a
    pronoun, and name files after the alias. What may be shown all the same, such as your own
    mail address, goes into `allow` of the plugin, in `mkdocs.yml`.
    """
    return Wording(f"{shown(quotation)} {what}, {where}", help)


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
) -> Namings:
    """Look through files and pages; `allowed` is what may be shown besides what was agreed to.

    `strays` are private files of no interview. Of the portfolios at `homes` all other files are
    looked through, too.
    """
    in_trees = _in_work_tree(files)
    if not in_trees and not pages:
        return Namings({}, {}, [])
    from shoptalk.privacy.shared_names import shared_names

    search = _search(files, strays, today, allowed)
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
    if search.finder.values:
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
    return any(_may_not_be_named(one, today) for one in files) and bool(_in_work_tree(files))


def _in_work_tree(files: Sequence[ReadFile]) -> list[ReadFile]:
    folders = {os.path.dirname(file.path) for file in files}  # noqa: PTH120
    in_trees = {folder for folder in folders if is_in_work_tree(Path(folder))}
    return [file for file in files if os.path.dirname(file.path) in in_trees]  # noqa: PTH120


def _may_not_be_named(file: ReadFile, today: datetime.date) -> bool:
    one = file.interview
    if one is None:
        return False
    return bool(one.name and not may_show(Agreed.NAME, one, today)) or bool(
        one.private and one.private.contact
    )


def _search(
    files: Sequence[ReadFile],
    strays: Iterable[Stray],
    today: datetime.date,
    allowed: Iterable[str],
) -> "_Search":
    from shoptalk.privacy.first_names import rare_first_names
    from shoptalk.privacy.linked_names import Pages
    from shoptalk.privacy.naming import Finder, Memory
    from shoptalk.privacy.private_values import PrivateValue, names_and_contacts

    values = [value for stray in strays for value in names_and_contacts(stray)]
    agreed: list[str] = []
    for file in files:
        one = file.interview
        if one is None:
            continue
        if one.name and may_show(Agreed.NAME, one, today):
            agreed.append(one.name)
        elif one.name:
            values.append(PrivateValue(one.name, "name", file.address, one.place("name")))
        if one.private:
            place = one.private.place("contact")
            values += (
                PrivateValue(text, "contact", file.address, place) for text in one.private.contact
            )
    aliases = {file.address: alias_of(file.interview) for file in files if file.interview}
    pages = Pages({address: address for address in aliases})
    names = {one.person: one.text for one in values if one.kind == "name"}
    rare = rare_first_names(names, (*agreed, *allowed))
    return _Search(Finder(values, (*agreed, *allowed)), Memory(), aliases, pages, rare)


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for everybody in one file after the other."""

    finder: "Finder"
    memory: "Memory"
    aliases: Mapping[str, str]
    """By the addresses of the interviews."""
    pages: "Pages"
    first_names: Mapping[str, str]
    """Whose each is of those that are rare."""

    def seen_in(self, file: ReadFile) -> "Sequence[Sighting]":
        """Who is named in the text of a file, and where."""
        return list(self._seen(file.source, file.address)) if file.source else ()

    def in_file(self, file: ReadFile, seen: "Sequence[Sighting]") -> Iterator[Finding]:
        """Where the name and the text of a file tell of somebody."""
        source = file.source
        if source is None:
            return
        if any(one.value.kind == "name" for one in self.finder.find(file.address, file.address)):
            with_it = (
                ", and its file in private/ with it"
                if file.interview and file.interview.private
                else ""
            )
            help = f"rename the file after the alias{with_it}"
            name = source.path.rpartition("/")[2]
            yield named_without_consent.at(
                Place(path=source.path), name, WHAT["name"], IN_REPOSITORY, help
            )
        for one in _outermost(seen):
            yield _finding(source, one, IN_REPOSITORY, self._help_in_file(file, source, one))

    def on_page(self, page: Source) -> Iterator[Finding]:
        """Where a page of the student's own tells of somebody."""
        seen = list(_outermost(self._seen(page, "")))
        yield from self._first_names(page, "", seen)
        for one in seen:
            is_contact = one.value.kind == "contact"
            help = TO_ALLOW if is_contact else self._instead(page, one)
            yield _finding(page, one, ON_PAGE, help)

    def in_other_file(self, source: Source) -> Iterator[Finding]:
        """Where any other file of a repository tells of somebody known."""
        for one in _outermost(self.finder.find(source.text, "", self.memory)):
            if one.value.place.path:
                is_contact = one.value.kind == "contact"
                help = TO_ALLOW if is_contact else self._instead(source, one)
                yield _finding(source, one, IN_REPOSITORY, help)

    def in_names(self, files: Iterable[RepositoryFile]) -> Iterator[Finding]:
        """Where files and folders are called after somebody."""
        for file, step, is_file in steps_of(files):
            if any(map(self._names_anybody, readings_of_name(step))):
                help = "rename the file" if is_file else "rename the folder"
                yield named_without_consent.at(
                    Place(path=file.shown), step, WHAT["name"], IN_REPOSITORY, help
                )

    def _names_anybody(self, text: str) -> bool:
        """Whether a text tells of somebody known."""
        return any(one.value.place.path for one in self.finder.find(text, "", self.memory))

    def first_names_in(self, file: ReadFile, seen: "Sequence[Sighting]") -> Iterator[Finding]:
        """Where the text of a file has the rare first name of somebody else."""
        if file.source:
            yield from self._first_names(file.source, file.address, seen)

    def _first_names(
        self, source: Source, home: str, seen: "Sequence[Sighting]"
    ) -> Iterator[Finding]:
        from shoptalk.privacy.first_names import first_names_in, notes_on

        named = [Span(one.start, one.end) for one in seen]
        found = first_names_in(source, home, self.first_names, named)
        yield from notes_on(source, found, self.aliases)

    def _seen(self, source: Source, home: str) -> "Iterator[Sighting]":
        from shoptalk.privacy.linked_names import Links, folders_of

        links = Links(self.pages, folders_of(home) if home else ())
        return self.finder.find(source.text, home, self.memory, links)

    def _help_in_file(self, file: ReadFile, source: Source, seen: "Sighting") -> str:
        private = private_name(source.path)
        if seen.value.kind == "contact":
            return f"keep it in {private}, as `contact`"
        interview = file.interview
        node = interview.front_matter.get("name") if interview else None
        if node and node.start <= seen.start < node.end:
            return f"move the line to {private}"
        return self._instead(source, seen)

    def _instead(self, source: Source, seen: "Sighting") -> str:
        of_address = help_for_address(source.text, Span(seen.start, seen.end))
        if of_address:
            return of_address
        alias = self.aliases.get(seen.value.person)
        return f"write {shown(alias)} or a pronoun there" if alias else "write a pronoun there"


def _finding(source: Source, seen: "Sighting", where: str, help: str) -> Finding:
    quotation = source.text[seen.start : seen.end]
    place = source.place(Span(seen.start, seen.end))
    what = WHAT.get(seen.value.kind, WHAT["name"])
    return named_without_consent.at(place, quotation, what, where, help)


def _outermost(found: "Iterable[Sighting]") -> "Iterator[Sighting]":
    """What is seen, without a name inside a mail address that is seen as well."""
    end = -1
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.end > end:
            end = one.end
            yield one
