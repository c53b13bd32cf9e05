"""One line of front matter, taken apart without a parser: for lines that the parser refuses."""

import re
from dataclasses import dataclass

from shoptalk.reading.keys import ITEM_KEYS, KEYS

ANATOMY = re.compile(
    r"(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)"
    r"(?:(?P<key>[A-Za-z_][\w-]*|\"[^\"]*\"|'[^']*')[ \t]*:(?P<gap>[ \t]+|$))?"
    r"(?P<value>.*?)[ \t]*"
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

    value: str

    @property
    def column(self) -> int:
        """Where the value begins, counted from 0."""
        return len(self.text.rstrip()) - len(self.value)

    def with_value(self, value: str) -> str:
        """The line with another value."""
        return self.text.rstrip()[: self.column] + value


def take_apart(number: int, text: str) -> Line:
    """The parts of a line; a list item has a key only if it is one that list items may have."""
    match = ANATOMY.fullmatch(text)
    if match is None:
        return Line(number, text, "", "", text.rstrip())
    lead = match["indent"] + match["dashes"]
    key = match["key"] or ""
    if key and match["dashes"] and key.strip("\"'") not in KEYS | ITEM_KEYS:
        return Line(number, text, lead, "", text.rstrip()[len(lead) :])
    return Line(number, text, lead, key, match["value"])


def quoted(text: str) -> str:
    """A text in the YAML quotes that need the least escaping."""
    if ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
