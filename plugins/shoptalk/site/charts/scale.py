"""Lengths and labels of a drawing that keeps the size of its text at every width.

Across, everything is measured in percent; downwards, in the size of the text.
"""

import unicodedata
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from shoptalk.site.escaping import Markdown, escape_markdown

NARROWEST = 42
"""Small letters that stand beside one another on the narrowest screen."""

ROOMY = 87
"""Those where the stylesheet shows a drawing as roomy."""

JOINER = "\u200d"
CUT = "…"


class Label(NamedTuple):
    """A text as long as fits."""

    narrow: str
    """On the narrowest screen."""
    roomy: str
    """Where there is room."""


def em(length: float) -> Markdown:
    """A length in the size of the text."""
    return Markdown(f"{length:.4g}em")


def percent(share: float) -> Markdown:
    """A part of the width."""
    return Markdown(f"{share:.4g}%")


def fitted(text: str, share: float = 100) -> Label:
    """A text on so many percent of the width."""
    narrow, roomy = (shortened(text, most * share / 100) for most in (NARROWEST, ROOMY))
    return Label(narrow, roomy)


def drawn(label: Label) -> Markdown:
    """What is written in a drawing, of which the stylesheet shows what fits."""
    narrow, roomy = map(escape_markdown, label)
    if narrow == roomy:
        return Markdown(narrow)
    return Markdown(
        f'<tspan class="shoptalk-narrow">{narrow}</tspan>'
        f'<tspan class="shoptalk-roomy">{roomy}</tspan>'
    )


def shortened(text: str, most: float = NARROWEST) -> str:
    """A text that fits, without its middle if it is too long."""
    widths = [_width(letter) for letter in text]
    if sum(widths) <= most:
        return text
    room = (most - 1) / 2
    begin = _fitting(widths, room)
    end = len(text) - _fitting(widths[::-1], room)
    while begin < len(text) and _clings(text[begin]):
        begin += 1
    while end < len(text) and _clings(text[end]):
        end += 1
    return text[:begin].rstrip() + CUT + text[end:].lstrip()


def round_step(first: int, last: int, most: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 and so on that divides these years into so many parts."""
    return next(step for step in _round_numbers() if last // step - first // step < most)


def _round_numbers() -> Iterator[int]:
    for power in count():
        yield from (10**power, 2 * 10**power, 5 * 10**power)


def _fitting(widths: list[float], room: float) -> int:
    """How many letters from the first on fit."""
    for number, width in enumerate(widths):
        room -= width
        if room < 0:
            return number
    return len(widths)


def _width(letter: str) -> float:
    if _clings(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return 2
    return 1.4 if letter.isupper() else 1


def _clings(letter: str) -> bool:
    """Whether it is part of the letter before it."""
    return letter == JOINER or unicodedata.category(letter) in ("Mn", "Mc", "Me")
