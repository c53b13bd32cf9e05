"""Lines that are indented with tabs, and the columns in which they should begin instead."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shoptalk.reading.line import take_apart
from shoptalk.reading.line_repair import Repair
from shoptalk.reading.yaml_faults import tab_indentation

FARTHEST_ABOVE = 300
"""Lines to look back for the one that a line belongs with."""

WIDTHS = (2, 4, 8)
"""Columns that editors show for a tab."""

PARTS = re.compile(r"([ \t]*)(-[ \t]+|-$)?((?:[\w-]+|\"[^\"]*\"):(?=[ \t]|$))?")
OPENS = re.compile(r"[ \t]*(?:-[ \t]+)?[\w-]+:[ \t]*(?:#.*)?")


class _Begin(NamedTuple):
    """How a line begins."""

    indent: str
    dash: str
    """With the white space behind it; empty where there is none."""
    has_key: bool

    @property
    def column_of_text(self) -> int:
        """Where its key or text begins."""
        return len(self.indent) + len(self.dash)


def indented_with_spaces(
    number: int, lines: Sequence[str], written: Sequence[str]
) -> Repair | None:
    """A line without the tabs before it; `written` are the lines as they were before any repair."""
    text = lines[number]
    begin = _begin(text)
    if "\t" not in begin.indent + begin.dash:
        return None
    column = len(begin.indent)
    if "\t" in begin.indent:
        column = _column(number, begin, lines, written) if number else 0
    dash = "- " if begin.dash.strip() else ""
    at = (begin.indent + begin.dash).index("\t")
    corrected = (" " * column + dash + text[begin.column_of_text :],)
    return Repair(tab_indentation, number, at, 1, corrected)


def _begin(text: str) -> _Begin:
    match = PARTS.match(text)
    return _Begin(match[1], match[2] or "", bool(match[3])) if match else _Begin("", "", False)


def _column(number: int, begin: _Begin, lines: Sequence[str], written: Sequence[str]) -> int:
    above = [
        at for at in range(number - 1, max(number - FARTHEST_ABOVE, 0) - 1, -1) if lines[at].strip()
    ]
    if not above:
        return 0
    nearest = _begin(lines[above[0]])
    if not begin.dash and not begin.has_key:
        line = take_apart(0, lines[above[0]])
        return len(line.lead) + (2 if line.key or not line.lead else 0)
    raw = _begin(written[above[0]])
    is_beside = raw.indent == begin.indent and not begin.dash and not raw.dash
    if OPENS.fullmatch(lines[above[0]]) and not is_beside:
        return nearest.column_of_text + 2
    beside = _column_beside(begin, above, lines, written)
    return _likeliest(begin, list(_open_columns(begin, above, lines))) if beside is None else beside


def _column_beside(
    begin: _Begin, above: Sequence[int], lines: Sequence[str], written: Sequence[str]
) -> int | None:
    """The column of a line above that was indented in the same way."""
    for at in above:
        raw, mended = _begin(written[at]), _begin(lines[at])
        if begin.dash and raw.dash and raw.indent == begin.indent:
            return len(mended.indent)
        before_key = raw.indent + " " * len(raw.dash)
        if not begin.dash and raw.has_key and before_key == begin.indent:
            return mended.column_of_text
    return None


def _open_columns(begin: _Begin, above: Sequence[int], lines: Sequence[str]) -> Iterator[int]:
    """Where the lists, or the keys, begin that a line could go on with."""
    limit: float = float("inf")
    for at in above:
        other = _begin(lines[at])
        if len(other.indent) >= limit:
            continue
        if begin.dash and other.dash:
            yield len(other.indent)
        elif not begin.dash and other.has_key and other.column_of_text < limit:
            yield other.column_of_text
        limit = len(other.indent) if other.dash or other.has_key else limit


def _likeliest(begin: _Begin, columns: list[int]) -> int:
    """The column that the tabs lead to, at one of the widths that they may have been seen at."""
    shown = [len(begin.indent.expandtabs(width)) for width in WIDTHS]
    exact = next((column for column in shown if column in columns), None)
    if exact is not None:
        return exact
    return min(columns, key=lambda column: abs(column - shown[1]), default=0)
