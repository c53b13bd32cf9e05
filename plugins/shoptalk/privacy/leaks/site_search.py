"""Whether a built site shows what it must not, in any of its files."""

import html
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from shoptalk.findings.abridging import abridged
from shoptalk.findings.finding import Finding, Place, shown
from shoptalk.privacy.leaks.gathering import gathered
from shoptalk.privacy.leaks.leak import Leak
from shoptalk.privacy.leaks.site_files import (
    FilePart,
    Lines,
    is_legible,
    lines_of_json,
    parts_of,
    places_in_json,
)
from shoptalk.privacy.leaks.two_at_once import done_for_each
from shoptalk.privacy.names.finder import Finder, Memory
from shoptalk.privacy.names.linked_names import Links, Pages, page_of
from shoptalk.privacy.names.sighting import Sighting
from shoptalk.privacy.private_values import PrivateValue, same_name
from shoptalk.reading.folder import unreadable_file
from shoptalk.reading.source import Source

MOST_IN_A_PART = 500
"""Sightings; who has to mend so many looks again afterwards."""

INSIDE_A_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class LeakCheck:
    """What a site is searched for, and what of it may be passed over."""

    finder: Finder
    homes: Mapping[str, str]
    """The person whom a file is about, by the file's path below the site."""
    same_as: Sequence[Path]
    """Folders of the theme: a file of the site that is also there, byte for byte, says nothing."""
    made_from: Mapping[str, str]
    """The author's own files, by the paths of what was made from them."""
    memory: Memory
    pages: Pages
    """Whom a page is about, by its address below the folder of the interviews."""
    open_names: Set[tuple[str, ...]]
    """The whole names that may be shown, as `same_name` gives them."""

    def is_open(self, quotation: str, value: PrivateValue) -> bool:
        """Whether it is the whole name of somebody who agreed, and of another who did not."""
        if value.kind != "name" or same_name(value.text) not in self.open_names:
            return False
        return same_name(html.unescape(unquote(quotation))) in self.open_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What came of searching a site."""

    leaks: tuple[Leak, ...]
    files: tuple[str, ...]
    """All that were looked at, as findings name them."""
    unread: tuple[Finding, ...] = ()
    """Files that could not be read, so that nobody knows."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Each leak and each file that could not be read."""
        return (*(one.finding for one in self.leaks), *self.unread)

    def findings_in_short(self, sources: Sequence[Source]) -> tuple[Finding, ...]:
        """The findings, of each file no more than a hundred, and once what many files repeat.

        The `sources` are what such things may come from: the settings and the own pages.
        """
        by_file: dict[str, list[Finding]] = {}
        leaks = gathered(self.leaks, sources)
        for finding in (*(one.finding for one in leaks), *self.unread):
            by_file.setdefault(finding.place.path, []).append(finding)
        return tuple(chain.from_iterable(map(abridged, by_file.values())))


def find_leaks(
    site: Path, values: Iterable[PrivateValue], allowed: Iterable[str] = ()
) -> tuple[Leak, ...]:
    """Everything private in the files of a site; see `search_site` for more.

    `allowed` are texts that may be shown: names, organizations, links, mail addresses, numbers,
    and domains written as `@example.org`.
    """
    return search_site(site, Finder(values, allowed)).leaks


def search_site(
    site: Path,
    finder: Finder,
    *,
    homes: Mapping[str, str] | None = None,
    same_as: Sequence[Path] = (),
    made_from: Mapping[str, str] | None = None,
    shown_as: str = "",
) -> Searched:
    """Look for everything private in the names and the contents of a site's files.

    `homes` says whom a file is about, by its path below the site; pages at `interviews/<address>/`
    are known. `made_from` says in the same way which of the author's own files it is made from.
    `shown_as` stands before paths in findings.
    """
    known = {
        f"interviews/{address}{ending}": address
        for address in dict.fromkeys(value.person for value in finder.values if value.person)
        for ending in ("/index.html", ".html")
    }
    search = LeakCheck(
        finder,
        {**known, **(homes or {})},
        tuple(same_as),
        made_from or {},
        Memory(),
        Pages({page_of(file): person for file, person in {**known, **(homes or {})}.items()}),
        frozenset(map(same_name, finder.allowed)),
    )
    folders: set[str] = set()
    leaks: list[Leak] = []
    files: list[SiteFile] = []
    for path in _files(site):
        name = path.relative_to(site).as_posix()
        file = SiteFile(path, name, f"{shown_as.rstrip('/')}/{name}" if shown_as else name)
        files.append(file)
        leaks += _in_names(search, file.name, file.where, folders)
    found = done_for_each(partial(_contents, search), files, _size_of)
    return Searched(
        leaks=tuple(chain(leaks, *(of_file for of_file, _ in found))),
        files=tuple(file.where for file in files),
        unread=tuple(unread for _, unread in found if unread),
    )


class SiteFile(NamedTuple):
    """A file of a site."""

    path: Path
    name: str
    """Its path below the site, with `/`."""
    where: str
    """Its path in findings."""


def _size_of(file: SiteFile) -> int:
    """In bytes; 0 for a file that cannot be read."""
    try:
        return file.path.stat().st_size
    except OSError:
        return 0


def _contents(search: LeakCheck, file: SiteFile) -> tuple[list[Leak], Finding | None]:
    """What the contents of a file show, or why nobody knows."""
    try:
        data = file.path.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        return [], unreadable_file.at(Place(path=file.where), why)
    if _is_of_theme(search, file.name, data):
        return [], None
    own = search.made_from.get(file.name, "")
    found = _counted(_in_file(search, file.name, file.where, data))
    return [replace(one, made_from=own) for one in found], None


def _files(site: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(site):
        folders[:] = sorted(name for name in folders if name != ".git")
        for name in sorted(names):
            yield Path(folder, name)


def _is_of_theme(search: LeakCheck, name: str, data: bytes) -> bool:
    for folder in search.same_as:
        path = folder / name
        if path.is_file() and path.stat().st_size == len(data):
            return path.read_bytes() == data
    return False


def _in_names(search: LeakCheck, name: str, where: str, met: set[str]) -> Iterator[Leak]:
    """What the name of a file says, and those of its folders, each once."""
    home = search.homes.get(name, "")
    steps = name.split("/")
    for depth, step in enumerate(steps, 1):
        above = "/".join(steps[:depth])
        if above in met:
            continue
        met.add(above)
        stem = step.rpartition(".")[0] or step
        part = "its name" if above == name else f"the name of the folder {shown(step)}"
        for text in dict.fromkeys((stem, INSIDE_A_WORD.sub(" ", stem))):
            sightings = list(search.finder.find(text, home, search.memory))
            for one in sightings:
                yield _leak(Place(path=where), part, text[one.start : one.end], one)
            if sightings:
                break


def _in_file(search: LeakCheck, name: str, where: str, data: bytes) -> Iterator[Leak]:
    home = search.homes.get(name, "")
    links = _links_from(search, name)
    for part in parts_of(data):
        if part.is_position:
            yield Leak(
                place=Place(path=where),
                part=part.name,
                kind="position",
                quotation=part.text,
                value=None,
            )
            continue
        if name.endswith(".json") and not part.name and _is_clean_json(search, part.text, home):
            continue
        found = (
            one
            for one in search.finder.find(part.text, home, search.memory, links)
            if not search.is_open(part.text[one.start : one.end], one.value)
        )
        sightings = sorted(islice(found, MOST_IN_A_PART), key=lambda one: one.start)
        if part.is_guessed:
            sightings = [one for one in sightings if is_legible(part.text[one.start : one.end])]
        if sightings:
            yield from _placed(part, sightings, name, where)


def _links_from(search: LeakCheck, name: str) -> Links | None:
    """Where links lead from a page of the author's own; the others were made without names."""
    is_own = name in search.made_from or not search.made_from
    if name in search.homes or not is_own or not name.endswith(".html"):
        return None
    return Links(search.pages, (name.rpartition("/")[0] or ".",))


def _is_clean_json(search: LeakCheck, text: str, home: str) -> bool:
    """Whether nothing private is in a JSON document, read as its strings.

    Those of a search index are lines of pages, most of which were looked at before.
    """
    lines = lines_of_json(text)
    return lines is not None and not any(search.finder.find(lines, home, search.memory))


def _placed(part: FilePart, sightings: Sequence[Sighting], name: str, where: str) -> Iterator[Leak]:
    """The sightings in a part of a file, with their places."""
    steps = [""] * len(sightings)
    if name.endswith(".json") and not part.name:
        steps = places_in_json(part.text, [one.start for one in sightings])
    is_index = name.rpartition("/")[2] == "search_index.json"
    lines = Lines(part.text)
    for sighting, step in zip(sightings, steps, strict=True):
        quotation = part.text[sighting.start : sighting.end]
        place = Place(path=where) if part.name else _place(lines, sighting, where)
        inside = ", ".join(filter(None, ("the search index" if is_index else "", step)))
        yield _leak(place, part.name or inside, quotation, sighting)


def _place(lines: Lines, sighting: Sighting, where: str) -> Place:
    line, column, text = lines.place(sighting.start)
    return Place(
        path=where,
        line=line,
        column=column,
        width=max(min(sighting.end - sighting.start, len(text) - column + 1), 1),
        source_line=text,
    )


def _leak(place: Place, part: str, quotation: str, sighting: Sighting) -> Leak:
    value = sighting.value
    return Leak(place=place, part=part, kind=value.kind, quotation=quotation, value=value)


def _counted(leaks: Iterable[Leak]) -> Iterator[Leak]:
    """Each leak of a file once, where it stands first."""
    found: dict[object, Leak] = {}
    for one in leaks:
        key = (one.part, one.kind, one.value, one.quotation.casefold())
        known = found.get(key)
        found[key] = replace(known, times=known.times + 1) if known else one
    yield from found.values()
