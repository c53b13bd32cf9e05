"""Who is named in files for a repository without having agreed to it."""

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity, shown
from shoptalk.privacy.consent import Agreed, may_show
from shoptalk.privacy.version_control import is_in_work_tree, published
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.interview import Interview
from shoptalk.reading.private_file import private_name
from shoptalk.reading.source import Source, Span

if TYPE_CHECKING:
    from shoptalk.privacy.naming import Finder, Memory, Sighting

WHAT = {
    "name": "names somebody who did not agree to it",
    "contact": "is a mail address or a telephone number",
}


@check(Severity.WARNING)
def named_without_consent(quotation: str, what: str, help: str) -> Wording:
    """A file that goes into a repository tells who somebody is that did not agree to it.

    ### Why it matters

    A site for nothing mostly comes from a public repository. Everybody can read the files in it,
    and search them, also those of drafts, and everything that ever stood in them.

    ### Example

    In `interviews/a-nurse.md` stands `name: Rosalind Okafor`, and she has not answered yet.

    ### Write instead

    Move the line to `private/a-nurse.yml`, which Git leaves out. In texts write the alias or a
    pronoun, and name the file after the alias.
    """
    return Wording(f"{shown(quotation)} {what}, in a file for the repository", help)


def namings(files: Sequence[ReadFile], today: datetime.date) -> Mapping[str, list[Finding]]:
    """By the path of a file, where it tells of somebody who did not agree to it.

    Only files that are in a repository count, or that are not kept out of it.
    """
    in_trees = _in_work_tree(files)
    if not in_trees:
        return {}
    from shoptalk.privacy.shared_names import shared_names

    search = _search(files, today)
    shared = shared_names(files, today)
    found = {file.path: [*search.findings(file), *shared.get(file.path, ())] for file in in_trees}
    found = {path: faults for path, faults in found.items() if faults}
    folders = {os.path.dirname(path) for path in found}  # noqa: PTH120
    taken = frozenset[str]().union(*(published(Path(folder), ".") for folder in folders))
    return {path: faults for path, faults in found.items() if os.path.realpath(path) in taken}


def depends_on_others(files: Sequence[ReadFile], today: datetime.date) -> bool:
    """Whether other files must be searched for the people of these."""
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


def _search(files: Sequence[ReadFile], today: datetime.date) -> "_Search":
    from shoptalk.privacy.naming import Finder, Memory
    from shoptalk.privacy.private_values import PrivateValue

    values: list[PrivateValue] = []
    allowed: list[str] = []
    for file in files:
        one = file.interview
        if one is None:
            continue
        if one.name and may_show(Agreed.NAME, one, today):
            allowed.append(one.name)
        elif one.name:
            values.append(PrivateValue(one.name, "name", file.address, one.place("name")))
        if one.private:
            place = one.private.place("contact")
            values += (
                PrivateValue(text, "contact", file.address, place) for text in one.private.contact
            )
    people = {file.address: file.interview for file in files if file.interview}
    return _Search(Finder(values, allowed), Memory(), people)


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for everybody in one file after the other."""

    finder: "Finder"
    memory: "Memory"
    people: Mapping[str, Interview]
    """By the addresses of their interviews."""

    def findings(self, file: ReadFile) -> Iterator[Finding]:
        """Where the name and the text of a file tell of somebody."""
        source = file.source
        if source is None:
            return
        if any(one.value.person for one in self.finder.find(file.address, file.address)):
            help = "name it after the alias"
            name = source.path.rpartition("/")[2]
            yield named_without_consent.at(Place(path=source.path), name, WHAT["name"], help)
        for one in _outermost(self.finder.find(source.text, file.address, self.memory)):
            quotation = source.text[one.start : one.end]
            place = source.place(Span(one.start, one.end))
            what = WHAT.get(one.value.kind, WHAT["name"])
            yield named_without_consent.at(place, quotation, what, self._help(file, source, one))

    def _help(self, file: ReadFile, source: Source, seen: "Sighting") -> str:
        private = private_name(source.path)
        if seen.value.kind == "contact":
            return f"keep it in {private}, as `contact`"
        interview = file.interview
        node = interview.front_matter.get("name") if interview else None
        if node and node.start <= seen.start < node.end:
            return f"move the line to {private}"
        person = self.people.get(seen.value.person)
        alias = person.alias if person else ""
        return f"write {shown(alias)} or a pronoun there" if alias else "write a pronoun there"


def _outermost(found: "Iterable[Sighting]") -> "Iterator[Sighting]":
    """What is seen, without a name inside a mail address that is seen as well."""
    end = -1
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.end > end:
            end = one.end
            yield one
