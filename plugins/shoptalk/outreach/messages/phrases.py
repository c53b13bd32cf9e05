"""Finding phrases in a message: rows of words, of which `*` stands for up to four, `?` for one."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

GAPS = {"*": r"(?:[^\s.?!]+\s+){0,4}?", "?": r"(?:[^\s.?!]+\s+)??"}
BETWEEN = r"[\s,]+"
PLAIN = re.compile(r"[\w']+")


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


def holds(kind: str, text: str) -> bool:
    """Whether a text holds one of the phrases under a key."""
    words = _words_in(text)
    return any(one.may_be_among(words) and one.search(text) for one in _of_kind(kind))


def find(kind: str, text: str) -> Found | None:
    """The first of the phrases under a key that a text holds."""
    words = _words_in(text)
    found = (phrase.search(text) for phrase in _of_kind(kind) if phrase.may_be_among(words))
    return min(filter(None, found), key=itemgetter(0), default=None)


def find_each(kind: str, text: str) -> list[Found]:
    """All places at which a text holds one of the phrases under a key."""
    return _all_of(_of_kind(kind), text)


def find_all(phrases: Iterable[str], text: str) -> list[Found]:
    """All places at which a text holds one of some phrases."""
    return _all_of(tuple(map(_phrase, phrases)), text)


class _Phrase(NamedTuple):
    """A phrase, and the words of which a text needs one each to hold it.

    Most phrases are not in a text, and a look at its words costs less than a pattern.
    """

    written: str
    needs: tuple[frozenset[str], ...]

    def may_be_among(self, words: frozenset[str]) -> bool:
        return not any(map(words.isdisjoint, self.needs))

    def search(self, text: str) -> Found | None:
        match = _compiled(self.written).search(straight(text))
        return Found(match.start(), match.group()) if match else None


def _all_of(phrases: tuple[_Phrase, ...], text: str) -> list[Found]:
    """The places of phrases that do not overlap."""
    words, plain = _words_in(text), straight(text)
    matches = [
        match
        for phrase in phrases
        if phrase.may_be_among(words)
        for match in _compiled(phrase.written).finditer(plain)
    ]
    found: list[Found] = []
    end = 0
    for match in sorted(matches, key=re.Match.start):
        if match.start() >= end:
            found.append(Found(match.start(), match.group()))
            end = match.end()
    return found


@cache
def _of_kind(kind: str) -> tuple[_Phrase, ...]:
    return tuple(map(_phrase, listed(kind)))


@cache
def _phrase(written: str) -> _Phrase:
    either = (frozenset(word.split("/")) for word in written.lower().split() if word not in GAPS)
    return _Phrase(written, tuple(words for words in either if all(map(PLAIN.fullmatch, words))))


@cache
def _compiled(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_pattern_of(phrase)}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def _words_in(text: str) -> frozenset[str]:
    """The words of a text in small letters, and the parts of those with an apostrophe."""
    words = set(PLAIN.findall(straight(text).lower()))
    return frozenset(words.union(*(word.split("'") for word in words if "'" in word)))


def straight(text: str) -> str:
    """A text with straight apostrophes, each character at its place."""
    return text.replace("’", "'")


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

    text = (Path(__file__).parent / "wording" / "english.yml").read_text(encoding="utf-8")
    read: Mapping[str, Any] = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 (it makes texts only)
    return read
