"""Finding phrases in a message: rows of words, of which `*` stands for up to four, `?` for one."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

GAPS = {"*": r"(?:[^\s.?!]+\s+){0,4}?", "?": r"(?:[^\s.?!]+\s+)??"}
BETWEEN = r"[\s,]+"


class Found(NamedTuple):
    """Words of a text, and where they stand in it."""

    at: int
    words: str


@cache
def listed(kind: str) -> Any:
    """What `english.yml` has under a key."""
    return _lists()[kind]


@cache
def words_of(kind: str) -> frozenset[str]:
    """A list of single words."""
    return frozenset(listed(kind))


def find(kind: str, text: str) -> Found | None:
    """The first of the phrases under a key that a text holds."""
    return found_by(_pattern(kind), text)


def find_each(kind: str, text: str) -> list[Found]:
    """All places at which a text holds one of the phrases under a key."""
    return find_all(listed(kind), text)


def find_all(phrases: Iterable[str], text: str) -> list[Found]:
    """All places at which a text holds one of some phrases."""
    phrases = tuple(phrases)
    if not phrases:
        return []
    pattern = compiled(phrases)
    return [Found(match.start(), match.group()) for match in pattern.finditer(straight(text))]


def found_by(pattern: re.Pattern[str], text: str) -> Found | None:
    """The first match of a pattern."""
    match = pattern.search(straight(text))
    return Found(match.start(), match.group()) if match else None


@cache
def compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of some phrases."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern_of, phrases))})(?!\w)", re.IGNORECASE)


def straight(text: str) -> str:
    """A text with straight apostrophes, each character at its place."""
    return text.replace("’", "'")


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return compiled(tuple(listed(kind)))


def _pattern_of(phrase: str) -> str:
    """A gap takes the blank after it along; a hyphen may be a blank."""
    pattern = ""
    for word in phrase.split():
        is_next = bool(pattern) and not pattern.endswith(tuple(GAPS.values()))
        either = "|".join(map(re.escape, word.split("/"))).replace(r"\-", "[- ]")
        pattern += (BETWEEN if is_next else "") + GAPS.get(word, f"(?:{either})")
    return pattern


@cache
def _lists() -> Mapping[str, Any]:
    import yaml

    text = (files("shoptalk.outreach.messages") / "wording" / "english.yml").read_text(
        encoding="utf-8"
    )
    read: Mapping[str, Any] = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 (it makes texts only)
    return read
