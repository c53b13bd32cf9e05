"""The records of the text below the front matter: the body, and its sections."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from shoptalk.reading.prose import Link, links_in, paragraphs_in, parse_markdown, without_positions
from shoptalk.reading.source import Source, Span

COMPARABLE_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
"""Small letters and digits; a blank for every other sign."""


class Section(NamedTuple):
    """A heading of the body and what stands below it, up to the next that is not deeper."""

    heading: str
    """As a reader sees it: without Markdown marks."""

    level: int
    """1 to 6."""

    heading_span: Span
    content: Span


WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Body:
    """All that follows the front matter."""

    source: Source = field(repr=False)
    span: Span
    sections: tuple[Section, ...]
    left_open: str = ""
    """What closes the comments, code and HTML that the body leaves open, so that what a page adds
    after it is not swallowed; a finding says so."""
    too_costly: bool = False
    """No page can be made of it in reasonable time or at all; a finding says why."""

    @property
    def first_line(self) -> int:
        """The line it begins in, counted from 0."""
        return self.source.line_number(self.span.start)

    @property
    def text(self) -> str:
        """The Markdown of the body."""
        return self.source.text[self.span.start : self.span.end]

    @cached_property
    def by_heading(self) -> dict[str, Section]:
        """The first section of each heading, by its comparable text."""
        found: dict[str, Section] = {}
        for section in self.sections:
            found.setdefault(heading_key(section.heading), section)
        return found

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The lines of each paragraph of prose."""
        starts = [*self.source.line_starts[self.first_line :], self.span.end]
        found = paragraphs_in(self._parsed())
        return tuple(Span(starts[lines.first], starts[lines.after]) for lines in found)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Its links, pictures and bare web addresses."""
        return links_in(self._parsed())

    def _parsed(self) -> str:
        # Not kept from the reading: few rubrics ask, and it would take more memory than the rest.
        return "" if self.too_costly else parse_markdown(without_positions(self.text))

    def span_of(self, part: str, number: int) -> Span:
        """Where one of its `headings`, `paragraphs` or `links` stands, counted from 0.

        Of the `body` itself the number is that of a character, whose word is meant. All of its text
        stands for a part that is not there; without text, the line above it.
        """
        if part == "headings" and number < len(self.sections):
            return self.sections[number].heading_span
        if part == "paragraphs" and number < len(self.paragraphs):
            return self.paragraphs[number]
        if part == "links" and number < len(self.links):
            link = self.links[number]
            for text in filter(None, (link.address, unquote(link.address), link.text)):
                at = self.source.text.find(text, self.span.start, self.span.end)
                if at >= 0:
                    return Span(at, at + len(text))
        text = self.text
        if part == "body" and 0 < number < len(text):
            word = WORD.match(text, number)
            end = word.end() if word else number + 1
            return Span(self.span.start + number, self.span.start + end)
        if text.strip():
            return Span(self.span.start + len(text) - len(text.lstrip()), self.span.end)
        above = max(self.span.start - 1, 0)
        return Span(self.source.line_starts[self.source.line_number(above)], above + 1)

    def text_of(self, section: Section) -> str:
        """The Markdown of one section, without its heading."""
        return self.source.text[section.content.start : section.content.end].strip()


NUMBER = re.compile(r"\W*\d+[.)]\s+")


def without_number(text: str) -> str:
    """A heading or question without the number that some put before it."""
    return (NUMBER.sub("", text, count=1) or text) if text[:1].isdigit() else text


def heading_key(heading: str) -> str:
    """A heading or question as `comparable` gives it, without its number."""
    return comparable(without_number(heading))


@lru_cache(maxsize=10_000)
def comparable(text: str) -> str:
    """A text without what people vary when they repeat it: case, punctuation, Markdown marks."""
    if text.isascii():
        return " ".join(text.translate(COMPARABLE_ASCII).split())
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = (
        char if char.isalnum() or unicodedata.category(char)[0] == "M" else " " for char in folded
    )
    return " ".join("".join(kept).split())
