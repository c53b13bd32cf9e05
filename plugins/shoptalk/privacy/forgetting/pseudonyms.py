"""A text in which an alias stands for every naming of a person, and nothing else is changed."""

import gzip
import html
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import NamedTuple

from shoptalk.privacy.forgetting.named_addresses import GONE, addresses_in, without_addresses
from shoptalk.privacy.forgetting.whole_names import bare_parts, is_whole
from shoptalk.privacy.leaks.calendar_text import escaped, folded, is_calendar, unfolded
from shoptalk.privacy.names.finder import Finder
from shoptalk.privacy.names.link_parts import longest_part
from shoptalk.privacy.names.sighting import Sighting
from shoptalk.reading.slug import slug
from shoptalk.reading.source import Span

MOST_ROUNDS = 20
GZIP_BEGINS = b"\x1f\x8b"
BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
OF_ADDRESS = re.compile(r"[-_.+%]")
BEFORE_ADDRESS = frozenset("/@=%#")
AFTER_ADDRESS = frozenset("/@%=")
INSIDE_A_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


class TextFile(NamedTuple):
    """The text of a file, and how its bytes came to it."""

    text: str
    encoding: str
    is_packed: bool = False
    is_calendar: bool = False

    def with_text(self, text: str) -> bytes:
        """The bytes of the file if it said something else."""
        text = folded(text) if self.is_calendar else text
        data = text.encode(
            self.encoding, "surrogateescape" if self.encoding == "utf-8" else "replace"
        )
        return gzip.compress(data, mtime=0) if self.is_packed else data


def text_file(data: bytes) -> TextFile | None:
    """The text that bytes are, and from which the same bytes can be made; None if they are none."""
    if data.startswith(GZIP_BEGINS):
        try:
            inside = text_file(gzip.decompress(data))
        except (OSError, EOFError):
            return None
        return inside and inside._replace(is_packed=True)
    encoding = BYTE_ORDER_MARKS.get(data[:2], "")
    if not encoding:
        if b"\0" in data:
            return None
        try:
            text = data.decode()
            if is_calendar(text):
                return TextFile(unfolded(text), "utf-8", is_calendar=True)
            return TextFile(text, "utf-8")
        except UnicodeDecodeError:
            return TextFile(data.decode("latin-1"), "latin-1")
    try:
        made = TextFile(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None
    return made if made.with_text(made.text) == data else None


@dataclass(frozen=True, kw_only=True)
class Pseudonym:
    """A person, and what stands for them."""

    finder: Finder
    people: frozenset[str]
    """The addresses of the person's interviews, as in the finder's values."""
    alias: str
    name: str
    only_whole: bool = False
    """Nothing is known of the person, so all words of the name have to stand together."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """The new names of files, folders and addresses, by the old ones."""

    def seen(self, text: str, home: str = "") -> list[Sighting]:
        """Where a text names the person, or tells how to reach them, from begin to end."""
        found = [one for one in self.finder.find(text, home) if one.value.person in self.people]
        if self.only_whole:
            found = [one for one in found if is_whole(self.name, text[one.start : one.end])]
        parts = [longest_part(text, one) for one in found]
        parts.sort(key=lambda one: (one.start, -one.end))
        return list(_apart(parts))

    def bare_in(self, text: str) -> Iterator[re.Match[str]]:
        """Where a telling part of the name stands by itself, however it is written."""
        return self._bare.finditer(text) if self._bare else iter(())

    @cached_property
    def _bare(self) -> re.Pattern[str] | None:
        return bare_parts(self.name)

    def addresses_in(self, text: str, home: str = "") -> Iterator[Span]:
        """Where addresses stand that lead to the person."""
        return addresses_in(text, partial(self.is_in_address, home=home))

    def is_in_address(self, address: str, home: str = "") -> bool:
        """Whether an address somewhere else leads to the person.

        In a text about the person a single part of the name is enough.
        """
        if any(f"interviews/{old}" in address for old in self.renamed):
            return False
        if any(re.search(_whole(old), address) for old in self.renamed if "." not in old):
            return True
        return bool(self.seen(address, home) or (home and next(self.bare_in(address), None)))

    def of(self, text: str, home: str = "", escape: Callable[[str], str] = str) -> str:
        """The text with the alias; `escape` writes it as the file needs it."""
        text = without_addresses(text, partial(self.is_in_address, home=home))
        text = self.with_new_names(text)
        for _ in range(MOST_ROUNDS):
            seen = self.seen(text, home)
            if not seen:
                break
            text = "".join(self._pieces(text, seen, escape))
        return text

    def of_name(self, name: str, home: str = "") -> str:
        """The name of a file or a folder without the person's."""
        stem, point, ending = name.rpartition(".")
        if not stem:
            stem, point, ending = name, "", ""
        parts = INSIDE_A_WORD.sub(" ", stem)
        for text in (stem, parts):
            seen = self.seen(text, home)
            if seen:
                made = "".join(self._pieces(text, seen, str, in_address=True))
                return f"{made if text == stem else made.replace(' ', '-')}{point}{ending}"
        return name

    def with_new_names(self, text: str) -> str:
        """The text with the new names of files, folders and addresses."""
        for old, new in self.renamed.items():
            if old in text:
                text = re.sub(_in_text(old), lambda match, new=new: new, text)  # type: ignore[misc]
        return text

    def _pieces(
        self,
        text: str,
        seen: Sequence[Sighting],
        escape: Callable[[str], str],
        in_address: bool = False,
    ) -> Iterator[str]:
        at = 0
        for one in seen:
            yield text[at : one.start]
            if one.value.kind == "contact":
                yield GONE
            elif in_address or _is_in_address(text, one):
                yield slug(self.alias) or "somebody"
            else:
                yield escape(self.alias)
            at = one.end
        yield text[at:]


def _whole(old: str) -> str:
    return rf"(?<![\w-]){re.escape(old)}(?![\w-])"


def _in_text(old: str) -> str:
    """How the old name of a file stands in a text; one that is but a word only as an address."""
    if not old.isalpha():
        return _whole(old)
    word = re.escape(old)
    return (
        rf"(?:(?<=interviews/)|(?<=interview: )|(?<=interview: [\"'])){word}(?![\w-])"
        rf"|(?<=[(/]){word}(?=/)"
    )


def escape_for(name: str) -> Callable[[str], str]:
    """How a text is written in a file of that name."""
    ending = name.removesuffix(".gz").rpartition(".")[2].lower()
    if ending in ("html", "htm", "xml", "svg", "rss", "atom"):
        return html.escape
    if ending in ("json", "ipynb"):
        return lambda text: json.dumps(text)[1:-1]
    if ending in ("ics", "vcf"):
        return escaped
    return str


def _apart(found: Sequence[Sighting]) -> Iterator[Sighting]:
    end = -1
    for one in found:
        if one.start >= end:
            end = one.end
            yield one


def _is_in_address(text: str, seen: Sighting) -> bool:
    """Whether it is written as addresses and names of files are."""
    quotation = text[seen.start : seen.end]
    if " " in quotation:
        return False
    before, after = text[seen.start - 1 : seen.start], text[seen.end : seen.end + 1]
    is_spelled_so = bool(OF_ADDRESS.search(quotation)) and quotation.islower()
    return is_spelled_so or before in BEFORE_ADDRESS or (after in AFTER_ADDRESS and after != "")
