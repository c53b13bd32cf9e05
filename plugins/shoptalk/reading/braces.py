"""What is left open or left out within the brackets or braces of one line."""

import re
from collections.abc import Iterator
from typing import Any

from shoptalk.findings.check import Check
from shoptalk.reading.keys import ITEM_KEYS, KEYS
from shoptalk.reading.line import CLOSED_QUOTE, Line, quoted
from shoptalk.reading.line_repair import Repair
from shoptalk.reading.yaml_faults import (
    colon_in_value,
    missing_comma,
    unclosed_bracket,
    unclosed_quote,
)

CLOSING = {"[": "]", "{": "}"}
KEYS_OF_RUBRICS = (
    "at_least|at_most|best|bonus|checks|description|due|field|graded|group|id|judge|label|levels"
    "|passed|points|scope|severity|share|stage|title|weight|when"
)
"""What can follow a forgotten comma; in other words a colon may be part of the text."""
KEY = rf"(?:{KEYS_OF_RUBRICS}|{'|'.join(sorted(KEYS | ITEM_KEYS))})"
NEXT_KEY = re.compile(rf"\s*,\s*{KEY}:\s")
WITHOUT_COMMA = re.compile(
    rf"(?<=[{{,])\s*[\w-]+:\s+(?P<value>\"[^\"]*\"|'[^']*'|[^\s,{{}}\[\]\"':][^,{{}}\[\]\"':]*?"
    rf"|\[[^\[\]]*\])(?P<gap>\s+){KEY}:\s"
)

WITH_COLON = re.compile(
    r"(?<=[{,])\s*(?P<key>[\w-]+):\s+(?P<value>[^\s,{}\[\]\"':][^,{}\[\]\"':]*:\s[^,{}\[\]\"]*?)"
    r"(?=\s*[,}])"
)


def without_comma(line: Line, lines: list[str]) -> Repair | None:
    """Two keys within braces, without the comma between them."""
    match = WITHOUT_COMMA.search(line.value) if line.value[:1] in CLOSING else None
    if not match:
        return None
    column, end = line.column + match.start("gap"), match.end("gap")
    corrected = (line.with_value(f"{line.value[: match.start('gap')]}, {line.value[end:]}"),)
    key = line.value[end:].split(":", 1)[0]
    return Repair(missing_comma, line.number, column, 1, corrected, (key,))


def colon_in_braces(line: Line, lines: list[str]) -> Repair | None:
    """A colon in a text within braces, which is taken for that of a key."""
    match = WITH_COLON.search(line.value) if line.value[:1] in CLOSING else None
    if not match:
        return None
    start, end = match.span("value")
    at = line.column + start + match["value"].index(": ")
    corrected = (
        line.with_value(f"{line.value[:start]}{quoted(match['value'])}{line.value[end:]}"),
    )
    return Repair(colon_in_value, line.number, at, 1, corrected, (match["key"],))


def left_open(line: Line, lines: list[str]) -> Repair | None:
    """A quote or a bracket inside of brackets that nothing closes, or the wrong sign."""
    if line.value[:1] not in CLOSING:
        return None
    opened: list[int] = []
    for at, sign in _signs(line.value):
        if sign in "\"'":
            closed = _with_quote_closed(line.value, at)
            return _repair(line, unclosed_quote, at, closed)
        if sign in CLOSING:
            opened.append(at)
        elif opened and CLOSING[line.value[opened[-1]]] == sign:
            opened.pop()
        elif opened:
            last = opened[-1]
            closed = line.value[:at] + CLOSING[line.value[last]] + line.value[at:]
            return _repair(line, unclosed_bracket, last, closed)
    if opened and line.value[-1] in "]}":
        closers = "".join(CLOSING[line.value[at]] for at in reversed(opened))
        return _repair(line, unclosed_bracket, opened[-1], line.value + closers)
    return None


def _repair(line: Line, fault: Check[Any], at: int, closed: str) -> Repair:
    corrected = (line.with_value(closed),)
    return Repair(fault, line.number, line.column + at, 1, corrected, (line.value[at],))


def _signs(text: str) -> Iterator[tuple[int, str]]:
    """The brackets outside of quotes, and the first quote that is not closed where it should be."""
    at = 0
    while at < len(text):
        sign = text[at]
        if sign in "[]{}":
            yield at, sign
        elif sign in "\"'" and text[:at].rstrip()[-1:] in ("[", "{", ",", ":"):
            closed = CLOSED_QUOTE.match(text, at)
            if not closed or not re.match(r"\s*(?:[,\]}:]|$)", text[closed.end() :]):
                yield at, sign
                return
            at = closed.end()
            continue
        at += 1


def _with_quote_closed(text: str, at: int) -> str:
    """The text with a quote before the next key, or before the brackets at its end."""
    following = NEXT_KEY.search(text, at)
    trailing = re.search(r"[\]}]*$", text)
    end = following.start() if following else trailing.start() if trailing else len(text)
    return text[:end] + text[at] + text[end:]
