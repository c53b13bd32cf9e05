"""How long a message asks somebody to talk."""

import re
from typing import NamedTuple

NUMBERS = {
    "five": 5,
    "ten": 10,
    "fifteen": 15,
    "twenty": 20,
    "twenty-five": 25,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
LONGEST = 180
"""Minutes; what is longer is no conversation."""

NUMBER = rf"\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}"
LENGTH = re.compile(
    rf"(?<!not )(?<!than )(?<![\w.])(?:(?P<half>half[ -]an[ -]hour|half[ -]hour)"
    r"|(?P<quarter>quarter of an hour)"
    r"|(?P<hours>an|one|two|1|2)[ -]+hours?"
    rf"|(?P<number>{NUMBER})(?:\s*(?:-|\u2013|to|or)\s*(?P<more>{NUMBER}))?"
    r"[\s-]*(?:minutes?|mins?))\b(?! ago)",
    re.IGNORECASE,
)
HOURS = {"an": 60, "one": 60, "1": 60, "two": 120, "2": 120}


class Length(NamedTuple):
    """A length of time that a text names."""

    minutes: int
    at: int
    words: str


def longest_named(text: str) -> Length | None:
    """The longest of the lengths that a text names; None where it names none."""
    joined = re.sub(r"\s", " ", text)
    named = [_length(match) for match in LENGTH.finditer(joined)]
    fitting = [length for length in named if length.minutes <= LONGEST]
    return max(fitting, key=lambda length: length.minutes, default=None)


def _length(match: re.Match[str]) -> Length:
    if match["half"]:
        minutes = 30
    elif match["quarter"]:
        minutes = 15
    elif match["hours"]:
        minutes = HOURS[match["hours"].lower()]
    else:
        minutes = _number(match["more"] or match["number"])
    return Length(minutes, match.start(), match.group())


def _number(text: str) -> int:
    return NUMBERS.get(text.lower()) or int(text)
