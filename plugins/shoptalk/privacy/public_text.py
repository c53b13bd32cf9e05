"""What the public may read of a text: nothing that names a person, no quotations, no pictures."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from urllib.parse import quote, unquote

from shoptalk.privacy.naming import Finder, Memory, Sighting
from shoptalk.privacy.private_values import PrivateValue

LEFT_OUT = "[\u2026]"
NOWHERE = "#"
TAG = r"<[A-Za-z/][^<>]*>"
QUOTATION_SIGNS = (
    ("\u201c", "\u201d"),
    ("\u201e", "\u201c\u201d"),
    ("\u00ab", "\u00bb"),
    ("\u00bb", "\u00ab"),
    ("\u300c", "\u300d"),
    ("\u300e", "\u300f"),
    ('"', '"'),
)
IN_A_PARAGRAPH = "|".join(
    rf"{begin}(?:{TAG}|[^{end}\n]|\n(?![ \t]*\n))*[{end}]" for begin, end in QUOTATION_SIGNS
)
QUOTATION = re.compile(
    # Code, tags, and headings that ask: a question is in the words of whoever asks it.
    r"(?P<kept>^(?P<fence> {0,3}(?:`{3,}|~{3,}))[^\n]*\n[\s\S]*?(?:^(?P=fence)|\Z)|`[^`\n]+`"
    r"|^ {0,3}\#{1,6}[ \t][^\n]*[?\uff1f\u061f\u037e][ \t#]*$"
    rf"|<(?!(?:blockquote|q)\b)[A-Za-z/][^<>]*>)"
    r"|(?P<block>(?:^[ \t]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?>[^\n]*(?:\n|\Z)"
    # A block quotation goes on without its sign.
    r"(?:^(?![ \t]*(?:\#|>|[-*+][ \t]|\d+[.)][ \t]|```|~~~))[^\n]*\S[^\n]*(?:\n|\Z))*)+)"
    rf"|<(?P<tag>blockquote|q)\b[\s\S]*?(?:</(?P=tag)\s*>|\Z)|{IN_A_PARAGRAPH}",
    re.M | re.I,
)
QUOTATION_MARK = re.compile(
    '[\u201c\u201e\u00ab\u00bb\u300c\u300e"]|^[^\\n\\w]*[\\d]*[^\\n\\w]*>|<(?:b|q)', re.M | re.I
)
TITLE_OF_LINK = re.compile(r"(\]\([^\s)]+)\s+(?:\"[^\"\n]*\"|'[^'\n]*')\)")
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
        if not self.quotes and QUOTATION_MARK.search(text):
            text = without_quotations(text)
        if not self.photo and MAY_BE_PICTURE.search(text):
            text = FILE_OF_PICTURE.sub("", PICTURE.sub("", text))
        return self.without_names(text)

    def without_names(self, text: str) -> str:
        """A text in the student's own words, in which nobody is quoted."""
        if ".md" in text:
            text = TARGET.sub(self._moved, text)
        seen = sorted(self.finder.find(text, self.home, self.memory), key=lambda one: one.start)
        if not seen:
            return text
        return "".join(self._parts(text, seen))

    def _parts(self, text: str, seen: Iterable[Sighting]) -> Iterator[str]:
        """The text with something else where private values were seen.

        An address in which there is one goes as a whole.
        """
        at = 0
        for one in seen:
            address = _address_around(text, one)
            start, end = address.span() if address else (one.start, one.end)
            if one.start >= at:
                yield text[at:start]
                if address is None:
                    yield self.stands_for(one.value)
                else:
                    yield LEFT_OUT if address["target"] is None else NOWHERE
            at = max(at, end, one.end)
        yield text[at:]

    def _moved(self, link: re.Match[str]) -> str:
        """A link to the file of another interview, which may have got another address."""
        target, sign, anchor = link[0].partition("#")
        if not target.endswith(".md") or ":" in target:
            return link[0]
        folder = os.path.dirname(self.home)  # noqa: PTH120 (an address)
        meant = os.path.normpath(f"{folder or '.'}/{unquote(target)}").removesuffix(".md")
        if meant not in self.addresses:
            return link[0]
        if meant in self.drafts:
            return NOWHERE
        from_folder = os.path.dirname(self.addresses.get(self.home, "")) or "."  # noqa: PTH120
        way = os.path.relpath(f"{self.addresses[meant]}.md", from_folder)
        return f"{quote(way)}{sign}{anchor}"


def _address_around(text: str, seen: Sighting) -> re.Match[str] | None:
    """The address in the same line that what was seen is in."""
    start = text.rfind("\n", 0, seen.start) + 1
    end = text.find("\n", seen.end)
    note = NOTE.match(text, start)
    found = ADDRESS.finditer(text, note.end() if note else start, len(text) if end < 0 else end)
    return next((one for one in found if one.start() < seen.end and seen.start < one.end()), None)


def without_quotations(text: str) -> str:
    """A text in which a sign stands for each quotation; code is left as it is."""
    return QUOTATION.sub(_instead, TITLE_OF_LINK.sub(r"\1)", text))


def _instead(found: re.Match[str]) -> str:
    if found["kept"]:
        return found["kept"]
    return f"> {LEFT_OUT}\n" if found["block"] else LEFT_OUT
