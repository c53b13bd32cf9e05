"""The words by which some checks guess, in four languages, read when they are needed."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

LANGUAGES = ("en", "de", "fr", "es")
"""Those that have lists."""
FIRST_LETTER_BEYOND_LATIN = "\u0370"
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@cache
def listed(language: str, kind: str) -> frozenset[str]:
    """The words of one kind, such as `stop`; none where the language has no such list."""
    return frozenset(_lists().get(language, {}).get(kind, ()))


@cache
def listed_anywhere(kind: str) -> frozenset[str]:
    """The words of one kind in all languages together."""
    return frozenset().union(*(listed(language, kind) for language in LANGUAGES))


@cache
def phrases(language: str, kind: str) -> frozenset[tuple[str, ...]]:
    """The phrases of one kind, each as its words."""
    return frozenset(tuple(words_in(phrase)) for phrase in listed(language, kind))


@cache
def _lists() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    import yaml

    text = Path(__file__).with_name("words.yml").read_text(encoding="utf-8")
    read = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 (it makes nothing but texts)
    return {
        language: {kind: tuple(words.split(", ")) for kind, words in kinds.items()}
        for language, kinds in read.items()
    }


def words_in(text: str) -> list[str]:
    """The words of a text in small letters; `j'ai`, `don't` and `e-mail` are one each."""
    return WORD.findall(text.lower().replace("’", "'"))


@lru_cache(maxsize=10_000)
def language_of(text: str) -> str:
    """The language of which a text has the most small words; empty where it has too few."""
    return most_likely(words_in(text))


def most_likely(words: list[str]) -> str:
    """The language of which most of the words are typical; empty where none is, or none of ours."""
    best, most = "", 0
    for language in (*LANGUAGES, "other"):
        count = sum(map(listed(language, "marks").__contains__, words))
        if count > most:
            best, most = language, count
    return "" if best == "other" else best


def is_mostly_latin(text: str) -> bool:
    """Whether most letters are Latin: the lists hold no others."""
    if text.isascii():
        return True
    letters = list(filter(str.isalpha, text))
    return 2 * sum(letter < FIRST_LETTER_BEYOND_LATIN for letter in letters) > len(letters)
