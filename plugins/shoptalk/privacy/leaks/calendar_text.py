"""What a calendar says, whose file folds long lines and escapes signs (RFC 5545)."""

import re
from collections.abc import Iterator

BEGINS = re.compile(r"\ufeff?BEGIN:V(?:CALENDAR|CARD)\b", re.IGNORECASE)
FOLD = re.compile(r"(\r?\n)[ \t]")
LONGEST_LINE = 74
"""In bytes, with the blank by which a folded line begins; so fold most programs."""

ESCAPED = "\u2063"
"""Stands for the backslash before a sign: names are found across signs that nobody sees."""

ESCAPE = re.compile(r"\\(?=[,;])")


def is_calendar(text: str) -> bool:
    """Whether a text is that of a calendar, or of a card for an address book."""
    return BEGINS.match(text) is not None


def unfolded(text: str) -> str:
    """The text of a calendar with its lines whole."""
    return ESCAPE.sub(ESCAPED, FOLD.sub("", text))


def folded(text: str) -> str:
    """The text as a file has it."""
    lines = text.replace(ESCAPED, "\\").splitlines(keepends=True)
    return "".join("".join(_folds(line)) for line in lines)


def _folds(line: str) -> Iterator[str]:
    said = line.rstrip("\r\n")
    end = line[len(said) :]
    room, piece = LONGEST_LINE, ""
    for sign in said:
        size = len(sign.encode("utf-8", "surrogateescape"))
        if room < size:
            yield f"{piece}{end} "
            room, piece = LONGEST_LINE - 1, ""
        room, piece = room - size, piece + sign
    yield piece + end


def escaped(text: str) -> str:
    """A text as it stands in an unfolded calendar."""
    return re.sub(r"([,;])", rf"{ESCAPED}\1", text)
