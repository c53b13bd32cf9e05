"""Words as they are compared: without case, accents, vowel marks and invisible characters."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

LETTERS_WITHOUT_PARTS = {
    "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe",
    "þ": "th", "ə": "e", "ĸ": "k", "ŋ": "n", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه",
}  # fmt: skip
"""Letters that people write otherwise and that no normalization takes apart."""

TATWEEL = "\u0640"

WRITTEN_WITHOUT_SPACES = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Burmese
    ("\u1100", "\u1112"),  # the first letter of each Korean syllable
    ("\u1780", "\u17ff"),  # Khmer
    ("\u3040", "\u30ff"),  # Japanese
    ("\u3400", "\u9fff"),  # Chinese
    ("\U00020000", "\U0003ffff"),
)
APART = (*WRITTEN_WITHOUT_SPACES, ("0", "9"))
KOREAN_BEGINNINGS = (("\u1100", "\u1112"),)
APOSTROPHES = "\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u02c8"
"""Those that count as letters in Unicode."""


SEVERAL = "\ue000"
"""Stands for a character that counts as several, or for none."""

_SIGNS = "".join(f"{first}-{last}" for first, last in WRITTEN_WITHOUT_SPACES)
ALIGNED_WORD = re.compile(rf"[{_SIGNS}0-9]|[^{_SIGNS}0-9\x00-`{{-\x7f]+")
"""A word once characters are folded, among which only letters are left beyond ASCII."""


class Word(NamedTuple):
    """A word of a text, and where it stands."""

    folded: str
    start: int
    end: int


class _Folding(dict[int, str]):
    """What each character counts as, worked out when it is first met.

    Letters are folded, marks vanish, digits and all other signs part words. In a script without
    spaces each sign is a word.
    """

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded_sign(chr(code))
        return folded


def _folded_sign(sign: str) -> str:
    category = unicodedata.category(sign)
    if category in ("Mn", "Me", "Cf") or sign == TATWEEL:
        return ""
    if category == "Nd":
        return f" {unicodedata.digit(sign)} "
    if category[0] not in "LM" or sign in APOSTROPHES:
        return " "
    if is_within(sign, KOREAN_BEGINNINGS):
        return f" {sign}"
    if is_within(sign, WRITTEN_WITHOUT_SPACES):
        return f" {sign} "
    folded = unicodedata.normalize("NFKD", sign.casefold())
    return "".join(
        LETTERS_WITHOUT_PARTS.get(one, one)
        for one in folded
        if unicodedata.category(one) not in ("Mn", "Me")
    )


def is_within(sign: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    """Whether a character is in one of several ranges."""
    return any(first <= sign <= last for first, last in ranges)


_FOLDING = _Folding()
_FOLDED_SIGNS: dict[str, str] = {}


def folded_words(text: str) -> list[str]:
    """The words of a text, folded."""
    return unicodedata.normalize("NFKD", text).translate(_FOLDING).split()


class _Alignment(dict[int, str]):
    """One character for each: what it counts as, and a blank for what parts words."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKD", chr(code)).translate(_FOLDING)
        one = folded.strip() or " "
        is_apart = one != " " and folded == f" {one} "
        is_simple = len(one) == 1 and (is_within(one, APART) if is_apart else folded == one)
        self[code] = one if is_simple else SEVERAL
        return self[code]


_ALIGNMENT = _Alignment()


def words_of(text: str) -> Iterator[Word]:
    """The words of a text, folded and with their places."""
    aligned = text.lower() if text.isascii() else text.translate(_ALIGNMENT)
    if SEVERAL in aligned:
        yield from _words_sign_by_sign(text)
        return
    for match in ALIGNED_WORD.finditer(aligned):
        yield Word(match[0], match.start(), match.end())


def _words_sign_by_sign(text: str) -> Iterator[Word]:
    """Those of a text with characters that count as none or as several."""
    word, start, end = "", 0, 0
    for at, sign in enumerate(text):
        folded = _FOLDED_SIGNS.get(sign)
        if folded is None:
            folded = unicodedata.normalize("NFKD", sign).translate(_FOLDING)
            _FOLDED_SIGNS[sign] = folded
        if not folded:
            continue
        if folded[0] == " " or folded[-1] == " ":
            if word:
                yield Word(word, start, end)
            word = ""
            *whole, last = folded.split(" ")
            yield from (Word(one, at, at + 1) for one in whole if one)
            word, start, end = last, at, at + 1
        else:
            if not word:
                start = at
            word, end = word + folded, at + 1
    if word:
        yield Word(word, start, end)
