"""How long a message asks somebody to talk."""

import re
from typing import NamedTuple

from shoptalk.outreach.messages.phrases import Found

TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
NUMBERS = {
    **{"five": 5, "ten": 10, "fifteen": 15, "sixty": 60, "ninety": 90},
    **TENS,
    **{f"{word}-five": number + 5 for word, number in TENS.items()},
}
LONGEST = 180
"""Minutes; what is longer is no conversation."""

NUMBER = rf"\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}".replace("-", "[- ]")
REFUSED = r"(?<!\bnot )(?<!rather than )(?<!instead of )(?<!longer a )"
ELSEWHERE = r"(?! (?:ago|away|walk|drive|ride|commute|later|from (?:your|my|the|here))\b)"
"""What comes after a length of time that is none of the conversation."""
LENGTH = re.compile(
    rf"{REFUSED}(?<![\w.])(?:(?P<half>half[ -]an[ -]hour|half[ -]hour)"
    r"|(?P<quarter>quarter of an hour)"
    r"|(?P<hours>an|one|two|1|2|(?:a|one) full|(?:a|one) whole)[ -]+hours?"
    rf"|(?P<number>{NUMBER})(?:[\s-]*(?:-|\u2013|to|or|and)[\s-]*(?P<more>{NUMBER}))?"
    rf"[\s-]*(?:or so |of your |short |quick )?(?:minutes?|mins?))\b{ELSEWHERE}",
    re.IGNORECASE,
)
HOURS = {"two": 120, "2": 120}
"""All others are one."""


class Length(NamedTuple):
    """A length of time that a text names."""

    minutes: int
    at: int
    words: str


def length_asked(text: str, request: Found | None, fitting: range) -> Length | None:
    """The length of time that a text asks for; None where it names none.

    It is the longest in the request itself. Elsewhere a length may be one of something else, so
    that one which is fitting is preferred.
    """
    named = _lengths_in(text)
    asked = [one for one in named if request and 0 <= one.at - request.at < len(request.words)]
    others = [one for one in named if one.minutes in fitting]
    return max(asked or others or named, key=lambda one: one.minutes, default=None)


def _lengths_in(text: str) -> list[Length]:
    joined = re.sub(r"\s", " ", text)
    named = map(_length, LENGTH.finditer(joined))
    return [length for length in named if length.minutes <= LONGEST]


def _length(match: re.Match[str]) -> Length:
    if match["half"]:
        minutes = 30
    elif match["quarter"]:
        minutes = 15
    elif match["hours"]:
        minutes = HOURS.get(match["hours"].lower(), 60)
    else:
        minutes = _number(match["more"] or match["number"])
    return Length(minutes, match.start(), match.group())


def _number(text: str) -> int:
    return NUMBERS.get(text.lower().replace(" ", "-")) or int(text)
