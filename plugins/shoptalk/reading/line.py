"""One line of front matter, taken apart without a parser: for lines that the parser refuses."""

import re
from dataclasses import dataclass

from shoptalk.reading.keys import ITEM_KEYS, KEYS

ANATOMY = re.compile(
    r"(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)"
    r"(?:(?P<key>[A-Za-z_][\w-]*|\"[^\"]*\"|'[^']*')[ \t]*:(?P<gap>[ \t]+|$))?"
    r"(?P<value>.*?)(?P<comment>[ \t]{2,}#(?:[ \t].*)?)?[ \t]*"
)


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
    match = ANATOMY.fullmatch(text)
    if match is None:  # it holds a character that some take for a line break
        return Line(number, text, "", "", 0, text.rstrip(), "")
    lead = match["indent"] + match["dashes"]
    key, column, end = match["key"] or "", match.start("value"), match.end("value")
    if key and match["dashes"] and key.strip("\"'") not in KEYS | ITEM_KEYS:
        key, column = "", len(lead)
    comment = match["comment"] or ""
    if text[column : column + 1] in ("'", '"'):
        end, comment = end + len(comment), ""
    return Line(number, text, lead, key, column, text[column:end], comment)


def quoted(text: str) -> str:
    """A text in the YAML quotes that need the least escaping."""
    if ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
