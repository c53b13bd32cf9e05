"""The records of the text below the front matter: the body, and its sections."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from shoptalk.reading.source import Source, Span

ASCII_SIGNS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the body and what stands below it, up to the next that is not deeper."""

    heading: str
    """As a reader sees it: without Markdown marks."""

    level: int
    """1 to 6."""

    heading_span: Span
    content: Span


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

    def text_of(self, section: Section) -> str:
        """The Markdown of one section, without its heading."""
        return self.source.text[section.content.start : section.content.end].strip()


NUMBER = re.compile(r"\W*\d+[.)]\s+")


def heading_key(heading: str) -> str:
    """A heading as `comparable` gives it, without the number that some put before a question."""
    return comparable(NUMBER.sub("", heading, count=1) if heading[:1].isdigit() else heading)


@lru_cache(maxsize=10_000)
def comparable(text: str) -> str:
    """A text without what people vary when they repeat it: case, punctuation, Markdown marks."""
    if text.isascii():
        return ASCII_SIGNS.sub(" ", text.lower()).strip()
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = (
        char if char.isalnum() or unicodedata.category(char)[0] == "M" else " " for char in folded
    )
    return " ".join("".join(kept).split())
