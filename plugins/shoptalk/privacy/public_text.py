"""What the public may read of a text: nothing that names a person, no quotations, no pictures."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from urllib.parse import quote, unquote

from shoptalk.privacy.names.finder import Finder, Memory
from shoptalk.privacy.names.link_parts import parts_in_link
from shoptalk.privacy.names.linked_names import Links, Pages, folders_of, may_hold_link
from shoptalk.privacy.names.sighting import Sighting
from shoptalk.privacy.private_values import NAMES, PrivateValue
from shoptalk.privacy.quotations import LEFT_OUT, may_hold_quotation, without_quotations
from shoptalk.privacy.standing_in import as_it_stands, cells_within, with_title_and_initials

NOWHERE = "#"
PICTURE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?|<(?:img|picture|source)\b[^>]*>", re.I)
FILE_OF_PICTURE = re.compile(r"[^\s()<>\[\]\"']+\.(?:png|jpe?g|gif|webp|avif|svg|heic)\b", re.I)

MAY_BE_PICTURE = re.compile(r"!\[|<[ips]|\.(?:png|jpe?g|gif|webp|avif|svg|heic)\b", re.I)
TARGET = re.compile(r"(?<=\]\()[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*|(?<=\]\(<)[^<>\n]+")
"""Where an inline link leads to."""

ADDRESS = re.compile(
    rf"(?P<target>{TARGET.pattern}|(?<=\]:)[ \t]*\S+|(?<==\")[^\"]*(?=\")|(?<==')[^']*(?='))"
    r"|<?\b(?:(?:https?|ftps?|mailto|tel):|www\.)[^\s<>\"')\]]+>?"
)

NOTE = re.compile(r" {0,3}(?:\*\[|\[\^)[^\]\n]*\]:[ \t]")
"""How a footnote begins, or what an abbreviation means: words follow, and no address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicText:
    """What may be read of the texts of one interview."""

    finder: Finder
    memory: Memory
    home: str
    """The interview's address."""
    addresses: Mapping[str, str]
    """The address that each interview gets."""
    pages: Pages
    """Whom a page is about, by its address in the source, or the one that it gets."""
    drafts: Set[str]
    """The addresses of those that nothing may lead to."""
    stands_for: Callable[[PrivateValue], str]
    """What is written in the place of something private."""
    quotes: bool
    """Quotations may be read."""
    photo: bool
    """Pictures may be seen."""

    def of(self, text: str) -> str:
        """A text without what may not be read."""
        if not self.quotes and may_hold_quotation(text):
            text = without_quotations(text)
        if not self.photo and MAY_BE_PICTURE.search(text):
            text = FILE_OF_PICTURE.sub("", PICTURE.sub("", text))
        return self.without_names(text)

    def without_names(self, text: str) -> str:
        """A text in the student's own words, in which nobody is quoted."""
        if may_hold_link(text):
            links = Links(self.pages, folders_of(self.home))
            text = self._without(text, self.finder.find_in_links(text, self.memory, links))
            if ".md" in text:
                text = TARGET.sub(self._moved, text)
        if not text or self.memory.is_clean(text):
            return text
        return self._without(text, self.finder.find(text, self.home, self.memory))

    def _without(self, text: str, found: Iterable[Sighting]) -> str:
        parts = (part for one in found for part in parts_in_link(text, one))
        seen = sorted(parts, key=lambda one: one.start)
        return "".join(self._parts(text, seen)) if seen else text

    def _parts(self, text: str, seen: Iterable[Sighting]) -> Iterator[str]:
        """The text with something else where private values were seen.

        An address in which there is one goes as a whole.
        """
        at = 0
        for one in seen:
            address = _address_around(text, one)
            start, end = one.start, one.end
            if address:
                start, end = min(address.start(), start), max(address.end(), end)
            if one.start >= at:
                if address:
                    words = LEFT_OUT if address["target"] is None else NOWHERE
                else:
                    if one.value.kind in NAMES:
                        start, end = with_title_and_initials(text, start, end)
                    words, start = as_it_stands(self.stands_for(one.value), text, start)
                    words += cells_within(text[one.start : one.end])
                yield text[at : max(start, at)]
                yield words
            at = max(at, end, one.end)
        yield text[at:]

    def _moved(self, link: re.Match[str]) -> str:
        """A link to the file of another interview, which may have got another address."""
        target, sign, anchor = link[0].partition("#")
        if not target.endswith(".md") or ":" in target:
            return link[0]
        folder = posixpath.dirname(self.home)
        meant = posixpath.normpath(f"{folder or '.'}/{unquote(target)}").removesuffix(".md")
        if meant not in self.addresses:
            return link[0]
        if meant in self.drafts:
            return NOWHERE
        from_folder = posixpath.dirname(self.addresses.get(self.home, "")) or "."
        way = posixpath.relpath(f"{self.addresses[meant]}.md", from_folder)
        return f"{quote(way)}{sign}{anchor}"


def _address_around(text: str, seen: Sighting) -> re.Match[str] | None:
    """The address in the same line that what was seen is in, if only with a part."""
    start = text.rfind("\n", 0, seen.start) + 1
    end = text.find("\n", seen.end)
    note = NOTE.match(text, start)
    found = ADDRESS.finditer(text, note.end() if note else start, len(text) if end < 0 else end)
    near = (one for one in found if one.start() < seen.end and seen.start < one.end())
    return next((one for one in near if one.start() <= seen.start or seen.end <= one.end()), None)
