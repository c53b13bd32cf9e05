"""One line of front matter, taken apart without a parser: for lines that the parser refuses."""

import re
from dataclasses import dataclass

from shoptalk.reading.keys import ITEM_KEYS, KEYS

LEAD = re.compile(r"[ \t]*(?:-[ \t]+)*")
KEY = re.compile(r"([A-Za-z_][\w-]*|\"[^\"]*\"|'[^']*')[ \t]*:(?:[ \t]+|$)")
CLOSED_QUOTE = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
COMMENT = re.compile(r"(?<=[ \t]{2})#(?:[ \t]|$)")


@dataclass(frozen=True, slots=True)
class Line:
    """Its parts; joined again they give the line, less white space at its end."""

    number: int
    """Within the front matter, counted from 0."""

    text: str
    lead: str
    """Indentation and dashes."""

    key: str
    """With its quotes, if any; empty where the line has none."""

    column: int
    """Where the value begins, counted from 0."""

    value: str

    comment: str
    """With the spaces that set it off; empty behind quotes, where it may be part of the text."""

    def with_value(self, value: str) -> str:
        """The line with another value."""
        return self.text[: self.column] + value + self.comment


def take_apart(number: int, text: str) -> Line:
    """The parts of a line; a list item has a key only if it is one that list items may have."""
    match = LEAD.match(text)
    lead = match.group() if match else ""
    named = KEY.match(text, len(lead))
    if named and "-" in lead and named[1].strip("\"'") not in KEYS | ITEM_KEYS:
        named = None
    key, column = (named[1], named.end()) if named else ("", len(lead))
    written = text.rstrip(" \t")
    quote = written[column : column + 1] in ("'", '"')
    comment = None if quote else COMMENT.search(written, column)
    value = written[column : comment.start() if comment else None].rstrip(" \t")
    return Line(number, text, lead, key, column, value, written[column + len(value) :])


def quoted_lines(first: Line, rest: list[str]) -> tuple[str, ...]:
    """A text of several lines in double quotes: the line it begins in, and those that follow."""
    inner = [part.replace("\\", "\\\\").replace('"', '\\"') for part in (first.value, *rest)]
    lines = [first.with_value(f'"{inner[0]}'), *(line.rstrip() for line in inner[1:])]
    return (*lines[:-1], f'{lines[-1]}"')


def closed(text: str, quote: str) -> str:
    """A text with the quote that ends it, also in place of the curly one that stands there.

    It goes before a comment, which two blanks set off.
    """
    comment = COMMENT.search(text, text.find(quote) + 1)
    said = text[: comment.start() if comment else None].rstrip(" \t")
    curly = "\u201c\u201d\u201e" if quote == '"' else "\u2018\u2019"
    whole = (said[:-1] if said[-1:] in curly and len(said) > 2 else said) + quote
    return f"{whole}{text[len(said) :]}" if comment else whole


def quoted(text: str) -> str:
    """A text in the YAML quotes that need the least escaping."""
    if ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
