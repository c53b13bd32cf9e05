"""Phrases that a rubric looks for: rows of words in which `*` stands for up to four words.

They are found however they are written: case, punctuation and Markdown marks do not count, but for
a question mark at the end of a phrase: it stands for the end of the text. In scripts without spaces
between words each letter is a word.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from shoptalk.findings.finding import shown
from shoptalk.reading.sections import comparable
from shoptalk.rubric.counting import UNSPACED

MOST_WORDS_FOR_A_STAR = 4
GAP = rf"(?:\S+ ){{0,{MOST_WORDS_FOR_A_STAR}}}"
QUESTION_MARKS = "?？؟"
BETWEEN_UNSPACED = f"(?<={UNSPACED}) (?={UNSPACED})"


class _Phrase(NamedTuple):
    begin: str
    """Its words up to the first `*`, with a blank on either side."""
    pattern: re.Pattern[str] | None
    """All of it, where it has a `*` or has to end the text."""


def phrase_in(phrases: tuple[str, ...], text: str) -> str:
    """The words with which a text holds one of the phrases; empty where it holds none."""
    words = _spaced(text)
    if not _any_begin(phrases).search(words):
        return ""
    for begin, pattern in _compiled(phrases):
        if begin in words:
            found = pattern.search(words) if pattern else None
            if found or not pattern:
                return re.sub(BETWEEN_UNSPACED, "", (found.group() if found else begin).strip())
    return ""


def numbers_with(phrase: str, texts: Iterable[str]) -> list[int]:
    """Which of several texts hold a phrase, counted from 0."""
    found = []
    for begin, pattern in _compiled((phrase,)):
        for number, text in enumerate(texts):
            words = _spaced(text)
            if begin in words and (pattern is None or pattern.search(words)):
                found.append(number)
    return found


def is_question(text: str) -> bool:
    """Whether a text ends in a question mark."""
    return text.rstrip().endswith(tuple(QUESTION_MARKS))


def why_unsuitable(phrases: Iterable[str], option: str) -> str:
    """Why an option cannot be worked with whose value are phrases; empty if it can."""
    for phrase in phrases:
        if not comparable(phrase):
            return f"{option}: has {shown(phrase)}, in which there is no word"
    return "" if phrases else f"{option}: is empty, so there is nothing to look for"


@lru_cache(maxsize=10_000)
def _spaced(text: str) -> str:
    words = comparable(text)
    if not words.isascii():
        words = " ".join(re.sub(UNSPACED, r" \g<0> ", words).split())
    return f" {words} "


@cache
def _compiled(phrases: tuple[str, ...]) -> tuple[_Phrase, ...]:
    return tuple(made for made in map(_phrase, phrases) if made)


@cache
def _any_begin(phrases: tuple[str, ...]) -> re.Pattern[str]:
    begins = [re.escape(made.begin) for made in _compiled(phrases)]
    return re.compile("|".join(begins) or "(?!)")


def _phrase(phrase: str) -> _Phrase | None:
    parts = [_spaced(part) for part in phrase.split("*") if comparable(part)]
    if not parts:
        return None
    is_end = is_question(phrase)
    if len(parts) == 1 and not is_end:
        return _Phrase(parts[0], None)
    pattern = " " + GAP.join(f"{re.escape(part[1:-1])} " for part in parts) + "$" * is_end
    return _Phrase(parts[0], re.compile(pattern))
