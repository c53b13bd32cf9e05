"""Where the keys of a file end whose front matter has no closing line."""

import re
from typing import NamedTuple

from shoptalk.reading.keys import KEYS
from shoptalk.reading.line import Line, take_apart
from shoptalk.reading.source import Source

KNOWN_KEY = re.compile(rf"({'|'.join(sorted(KEYS))}|x-[\w-]+)[ \t]*:")
KEY_LINE = re.compile(r"[ \t]*[\"']?[A-Za-z][\w-]{0,29}[\"']?[ \t]*:(?:[ \t\xa0]|$)")
PROSE = re.compile(rf"(?![\s#\"'\[\]{{}}-]|(?:{'|'.join(sorted(KEYS))})\b|[^\n]*:(?:[ \t]|$)).")
"""A line at the margin that can be neither key nor comment nor item."""


class EndOfKeys(NamedTuple):
    """The first line that is no front matter any more."""

    line: int
    """Counted from 0."""
    sure: bool
    """No other line can be meant."""


def end_of_keys(source: Source, start: int) -> EndOfKeys | None:
    """Where the front matter ends that begins at an offset; None where no known key is in it.

    It ends above the first blank line, heading or line of prose, and goes on behind a blank line
    only with a known key, or with what belongs to the one above.
    """
    return _Walk(source, start).end()


class _Walk:
    """The way down the lines, as far as they are front matter."""

    def __init__(self, source: Source, start: int):
        self.first = source.line_number(start)
        self.lines = source.text[start:].split("\n")
        self.given: set[str] = set()
        self.column_of_items: int | None = None
        self.is_list_open = False
        """A key without a value stands above, and no item of it yet."""
        self.column = 0
        """That of the key or item that the lines below may go on with."""
        self.sure = True
        self.is_text_taken = False
        """A line above a key was taken for a part of it, and may be a heading or prose."""

    def end(self) -> EndOfKeys | None:
        after, number = 0, 0
        while number < len(self.lines):
            end_of_paragraph = self._end_of_paragraph(number)
            if self.given and end_of_paragraph > number and not self._goes_on(number):
                break
            taken = self._take(number, end_of_paragraph)
            after = taken if taken > number else after
            if taken < end_of_paragraph:
                break
            number = end_of_paragraph + 1
        if not self.given:
            return None
        is_known_below = any(map(self._new_key, self.lines[after:]))
        is_sure = self.sure and not self.is_text_taken and not is_known_below
        return EndOfKeys(self.first + after, is_sure)

    def _end_of_paragraph(self, number: int) -> int:
        while number < len(self.lines) and self.lines[number].strip():
            number += 1
        return number

    def _new_key(self, text: str) -> str:
        """The known key at the start of a line, unless it was given before."""
        match = KNOWN_KEY.match(text)
        return match[1] if match and match[1] not in self.given else ""

    def _goes_on(self, number: int) -> bool:
        """Whether a line below a blank one is front matter; doubts about that are kept."""
        at = number
        while self.lines[number].startswith("# ") and number + 1 < len(self.lines):
            number += 1
        text = self.lines[number]
        if self._new_key(text):
            self.is_text_taken = self.is_text_taken or number > at or not self.sure
            return True
        line = take_apart(0, text)
        indent = len(text) - len(text.lstrip(" "))
        if "-" in line.lead:
            is_item = indent == self.column_of_items or self.is_list_open
            self.sure = self.sure and is_item and indent > 0
            return is_item
        if indent:
            self.sure = self.sure and indent > self.column
            return indent > self.column
        self.sure = self.sure and not self._is_like_key(text)
        return False

    def _is_like_key(self, text: str) -> bool:
        """Whether a line may be a key that is misspelt, unknown or given twice."""
        match = KEY_LINE.match(text)
        name, _, value = text.partition(":")
        lower = name.strip("\"' \t").lower()
        if not match or not text[:1].isalpha():
            return bool(match)
        return text[0].islower() or not value.strip() or lower in KEYS - self.given

    def _take(self, number: int, end: int) -> int:
        """Take the lines of a paragraph that are front matter; return the first that is none."""
        headings = (n for n in range(number, end) if self.lines[n].startswith("##"))
        surely = next(headings, end)
        while surely > number and not self._new_key(self.lines[surely - 1]):
            surely -= 1
        for at in range(number, end):
            text = self.lines[at]
            if text.rstrip() == "---":
                return at
            if at >= surely and self.given and (text[0] == "#" or PROSE.match(text)):
                is_heading = text.startswith("##") or at == number
                self.sure = self.sure and is_heading
                return at
            key = self._new_key(text)
            if key:
                self.given.add(key)
                self.sure = True
            elif text[0] not in " \t-#":
                self.sure = False
                self.is_text_taken = self.is_text_taken or bool(PROSE.match(text))
            self._note(take_apart(0, text))
        return end

    def _note(self, line: Line) -> None:
        """Keep in which column the text stands that the next line may belong to."""
        indent = len(line.text) - len(line.text.lstrip(" "))
        if "-" in line.lead:
            self.column_of_items = self.column = indent
            self.is_list_open = False
        elif line.key and not line.lead:
            self.column_of_items, self.column = None, 0
            self.is_list_open = not line.value
