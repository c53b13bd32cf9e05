"""Searches files for a repository and own pages for everybody who did not agree to be named."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from shoptalk.findings.finding import Finding, Place
from shoptalk.privacy.alias import alias_of
from shoptalk.privacy.consent import may_show
from shoptalk.privacy.names.finder import Finder, Memory
from shoptalk.privacy.names.first_names import first_names_in, notes_on, rare_first_names
from shoptalk.privacy.names.link_parts import longest_part
from shoptalk.privacy.names.linked_names import Links, Pages, folders_of
from shoptalk.privacy.names.sighting import Sighting
from shoptalk.privacy.private_values import KINDS, PrivateValue, asked_for, overlaid, who_is_meant
from shoptalk.privacy.public_people import PublicPeople
from shoptalk.privacy.sources.help_texts import help_for_address, help_for_text
from shoptalk.privacy.sources.repository_files import RepositoryFile, readings_of_name, steps_of
from shoptalk.privacy.sources.wording import IN_REPOSITORY, ON_PAGE, WHAT, named_without_consent
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.nodes import Scalar
from shoptalk.reading.private_file import Stray, private_name
from shoptalk.reading.source import Source, Span

SAID_ONCE = ("organization", "link")
"""What is named once in a file, and else only counted there."""

QUOTES = ("'", '"')


@dataclass(frozen=True, slots=True)
class SourceSearch:
    """Looks for everybody in one file after the other."""

    finder: Finder
    memory: Memory
    values: Set[tuple[str, str]]
    """What is told of: its text and its kind. The finder may know more."""
    aliases: Mapping[str, str]
    """By the addresses of the interviews."""
    pages: Pages
    first_names: Mapping[str, str]
    """Whose each is of those that are rare."""
    fields: Mapping[str, Sequence[PrivateValue]]
    """What stands in fields other than the name, by the paths of the files."""

    def seen_in(self, file: ReadFile) -> Sequence[Sighting]:
        """Who is named in the text of a file, and where."""
        return list(self._seen(file.source, file.address)) if file.source else ()

    def in_file(self, file: ReadFile, seen: Iterable[Sighting]) -> Iterator[Finding]:
        """Where the name and the text of a file tell of somebody."""
        source = file.source
        if source is None:
            return
        of_address = self._find(file.address, file.address)
        named = next((one for one in of_address if one.value.kind != "contact"), None)
        if named:
            with_it = (
                ", and its file in private/ with it"
                if file.interview and file.interview.private
                else ""
            )
            help = f"rename the file after the alias{with_it}"
            name, what = source.path.rpartition("/")[2], WHAT[named.value.kind]
            yield named_without_consent.at(Place(path=source.path), name, what, IN_REPOSITORY, help)
        for one, more in _told(source.text, seen, list(self._in_fields(file, source))):
            help = self._help_in_file(file, source, one)
            yield _finding(source, one, IN_REPOSITORY, help, more)

    def on_page(self, page: Source) -> Iterator[Finding]:
        """Where a page of the student's own tells of somebody."""
        seen = list(self._seen(page, ""))
        yield from self._first_names(page, "", seen)
        for one, more in _told(page.text, seen):
            yield _finding(page, one, ON_PAGE, self._instead(page, one), more)

    def in_other_file(self, source: Source) -> Iterator[Finding]:
        """Where any other file of a repository tells of somebody known."""
        seen = self._find(source.text)
        for one, more in _told(source.text, seen):
            if one.value.place.path:
                yield _finding(source, one, IN_REPOSITORY, self._instead(source, one), more)

    def in_names(self, files: Iterable[RepositoryFile]) -> Iterator[Finding]:
        """Where files and folders are called after somebody."""
        for file, step, is_file in steps_of(files):
            told = next(self._told_by_name(step), None)
            if told:
                help = "rename the file" if is_file else "rename the folder"
                yield named_without_consent.at(
                    Place(path=file.shown), step, WHAT[told.value.kind], IN_REPOSITORY, help
                )

    def _told_by_name(self, name: str) -> Iterator[Sighting]:
        """What the name of a file tells of somebody known."""
        for text in readings_of_name(name):
            yield from (one for one in self._find(text) if one.value.place.path)

    def first_names_in(self, file: ReadFile, seen: Iterable[Sighting]) -> Iterator[Finding]:
        """Where the text of a file has the rare first name of somebody else."""
        if file.source:
            yield from self._first_names(file.source, file.address, seen)

    def _first_names(
        self, source: Source, home: str, seen: Iterable[Sighting]
    ) -> Iterator[Finding]:
        named = [Span(one.start, one.end) for one in seen]
        found = first_names_in(source, home, self.first_names, named)
        yield from notes_on(source, found, self.aliases)

    def _seen(self, source: Source, home: str) -> Iterator[Sighting]:
        links = Links(self.pages, folders_of(home) if home else ())
        return self._find(source.text, home, links)

    def _find(self, text: str, home: str = "", links: Links | None = None) -> Iterator[Sighting]:
        found = self.finder.find(text, home, self.memory, links)
        return (one for one in found if self._is_told(one.value))

    def _is_told(self, value: PrivateValue) -> bool:
        """Contacts are told of whoever has them."""
        return value.kind == "contact" or (value.text, value.kind) in self.values

    def _in_fields(self, file: ReadFile, source: Source) -> Iterator[Sighting]:
        """What stands in the front matter, also where no text would be searched for such a word."""
        for value in self.fields.get(source.path, ()):
            node = file.interview.front_matter.get(value.kind) if file.interview else None
            if isinstance(node, Scalar) and node.text == value.text:
                quote = int(node.style in QUOTES)
                yield Sighting(value, node.start + quote, node.end - quote)

    def _help_in_file(self, file: ReadFile, source: Source, seen: Sighting) -> str:
        private = private_name(source.path)
        if seen.value.kind == "contact":
            return f"keep it in {private}, as `contact`"
        interview = file.interview
        node = interview.front_matter.get(seen.value.kind) if interview else None
        if node and node.start <= seen.start < node.end:
            return f"move the line to {private}"
        return self._instead(source, seen, file.address)

    def _instead(self, source: Source, seen: Sighting, home: str = "") -> str:
        kind, person = seen.value.kind, seen.value.person
        of_address = help_for_address(source.text, Span(seen.start, seen.end))
        if of_address and kind != "contact":
            return of_address
        is_own = bool(home) and person == home
        return help_for_text(kind, self.aliases.get(person, ""), is_own=is_own)


def source_search(
    files: Iterable[ReadFile],
    strays: Iterable[Stray],
    today: datetime.date,
    allowed: Iterable[str],
    people: PublicPeople | None = None,
    asked: Sequence[PrivateValue] = (),
) -> SourceSearch:
    """A search for the people of some files, and of private files of no interview.

    `people` are the same, where they are known already: what was looked at for them is remembered.
    `asked` are those who were asked for a conversation and not interviewed.
    """
    values = [value for stray in strays for value in who_is_meant(stray)]
    values += asked
    agreed: list[PrivateValue] = []
    aliases: dict[str, str] = {}
    for file in files:
        if file.interview:
            aliases[file.address] = alias_of(file.interview)
            for value, is_agreed in told_in(file, today):
                (agreed if is_agreed else values).append(value)
    fields: dict[str, list[PrivateValue]] = {}
    for value in values:
        if value.kind in SAID_ONCE:
            fields.setdefault(value.place.path, []).append(value)
    names = {one.person or one.text: one.text for one in values if one.kind in ("name", "asked")}
    others = (one.text for one in agreed if one.kind == "name")
    return SourceSearch(
        people.finder if people else Finder(values, (*(one.text for one in agreed), *allowed)),
        people.memory if people else Memory(),
        {(one.text, one.kind) for one in values},
        aliases,
        Pages({address: address for address in aliases}),
        rare_first_names(names, (*others, *allowed)),
        fields,
    )


def told_in(file: ReadFile, today: datetime.date) -> Iterator[tuple[PrivateValue, bool]]:
    """What a file says of its person that tells who it is, and whether that was agreed to."""
    one = file.interview
    if one is None:
        return
    for what, text, path in asked_for(one):
        if text and not is_placeholder(text):
            value = PrivateValue(text, KINDS[what], file.address, one.place(path))
            yield value, may_show(what, one, today)
    for what, node in overlaid(one):
        if not is_placeholder(node.text):
            place = one.source.place(Span(node.start, node.end))
            value = PrivateValue(node.text, KINDS[what], file.address, place)
            yield value, may_show(what, one, today)
    if one.private:
        place = one.private.place("contact")
        for text in one.private.contact:
            yield PrivateValue(text, "contact", file.address, place), False


def _finding(source: Source, seen: Sighting, where: str, help: str, more: int) -> Finding:
    quotation = source.text[seen.start : seen.end]
    place = source.place(Span(seen.start, seen.end))
    what = WHAT.get(seen.value.kind, WHAT["name"])
    return named_without_consent.at(place, quotation, what, where, help, more)


def _told(
    text: str, seen: Iterable[Sighting], in_fields: Sequence[Sighting] = ()
) -> Iterator[tuple[Sighting, int]]:
    """What is seen, an organization and a link once, with how often it stands there besides.

    It is named where it stands in a field, or else where it stands first.
    """
    first: dict[object, Sighting] = {}
    more: dict[object, int] = {}
    found = _outermost((*in_fields, *(longest_part(text, one) for one in seen)))
    for one in sorted(found, key=lambda one: one not in in_fields):
        value = one.value
        key: object = (value.kind, value.text) if value.kind in SAID_ONCE else one.start
        more[key] = more[key] + 1 if key in first else 0
        first.setdefault(key, one)
    for key, one in first.items():
        yield one, more[key]


def _outermost(found: Iterable[Sighting]) -> Iterator[Sighting]:
    """What is seen, without a name inside a mail address that is seen as well."""
    end = -1
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.end > end:
            end = one.end
            yield one
