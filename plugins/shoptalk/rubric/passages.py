"""Stretches of a write-up by which a copy of it is known again."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shoptalk.reading.interview import Interview

LEAST_TO_COMPARE = 100
"""Bytes of letters: what is shorter, two people may well write alike."""

WORD = re.compile(r"[^\W_]+")
BLANK_LINES = re.compile(r"\n\s*\n")


class Passage(NamedTuple):
    """A stretch of a write-up by which the same text is known again."""

    digest: bytes
    letters: int
    path: str
    """The file that it stands in."""


def passages_of(interview: Interview) -> Iterator[Passage]:
    """The text as a whole, its paragraphs, and what was learnt and will be done; no short ones.

    Each also without the name of the person and of the employer, so that a copy is known again
    in which somebody else bears them.
    """
    paragraphs = BLANK_LINES.split(interview.body.text)
    paragraphs += (one.text for one in interview.learnings)
    paragraphs += (one.do for one in interview.applications)
    spoken = list(map(WORD.findall, paragraphs))
    called = WORD.findall(f"{interview.name} {interview.organization}")
    names = frozenset(word for word in called if word[0].isupper())
    versions = [spoken]
    if not all(map(names.isdisjoint, spoken)):
        versions.append([[word for word in words if word not in names] for words in spoken])
    found: dict[bytes, None] = {}
    for version in versions:
        letters = list(map(_letters, version))
        found |= dict.fromkeys((b"".join(letters), *letters))
    for one in found:
        if len(one) >= LEAST_TO_COMPARE:
            digest = hashlib.blake2b(one, digest_size=12).digest()
            yield Passage(digest, len(one), interview.source.path)


def _letters(words: Sequence[str]) -> bytes:
    """What is left of a text where case, spaces, punctuation and marks of Markdown do not count."""
    return "".join(words).casefold().encode("utf-8", "replace")
