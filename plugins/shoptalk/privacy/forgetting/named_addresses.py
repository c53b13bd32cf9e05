"""Addresses on the web and of mail that name a person: with an alias they would lead nowhere."""

import re
from collections.abc import Callable, Iterator

from shoptalk.reading.source import Span

GONE = "\u2026"
NOWHERE = "#"
FOREIGN = (
    r"(?:\b(?:https?|ftps?)://|\bmailto:|\bwww\."
    r"|(?<![\w@/.-])(?:[a-z0-9-]+\.)+[a-z]{2,}/(?![^\s()]{0,200}\.md\b)"
    r"|(?<![\w.+%-])[\w.+%-]+@(?=[\w-]+\.))"
    r"[^\s<>\"')\]]*[^\s<>\"')\].,;:!?]"
)
ADDRESS = re.compile(rf"<{FOREIGN}>|{FOREIGN}")
BEFORE_TARGET = re.compile(r"(?:\]\(<?|\]:[ \t]*|=[\"'])\Z")
LONGEST_BEFORE = 10


def addresses_in(text: str, is_named: Callable[[str], bool]) -> Iterator[Span]:
    """Where the addresses stand that name the person."""
    return (Span(*found.span()) for found in ADDRESS.finditer(text) if is_named(found[0]))


def without_addresses(text: str, is_named: Callable[[str], bool]) -> str:
    """A text with a sign for each address that names the person; links to it lead nowhere."""

    def instead(found: re.Match[str]) -> str:
        if not is_named(found[0]):
            return found[0]
        before = text[max(found.start() - LONGEST_BEFORE, 0) : found.start()]
        return NOWHERE if BEFORE_TARGET.search(before) else GONE

    return ADDRESS.sub(instead, text)
