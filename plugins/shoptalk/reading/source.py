"""The text of one file, and where in it a thing stands."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, count
from operator import add
from typing import NamedTuple

from shoptalk.findings.finding import Place


class Span(NamedTuple):
    """A stretch of a source's text, as character offsets; `end` is exclusive."""

    start: int
    end: int


@dataclass(frozen=True)
class Source:
    """A file as its author sees it: decoded, without byte-order mark, with Unix line ends."""

    path: str
    """Relative to where the command was run, with `/` as separator."""

    text: str = field(repr=False)

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line's first character."""
        lengths = accumulate(map(len, self.text.split("\n")))
        starts = [0, *map(add, lengths, count(1))]
        starts.pop()
        return starts

    def line_number(self, offset: int) -> int:
        """The line an offset stands in, counted from 0."""
        return bisect_right(self.line_starts, offset) - 1

    def line(self, number: int) -> str:
        """The text of a line counted from 0, without its line break."""
        if number not in self._lines:
            if number >= len(self.line_starts):
                return ""
            start = self.line_starts[number]
            end = self.text.find("\n", start)
            self._lines[number] = self.text[start:] if end < 0 else self.text[start:end]
        return self._lines[number]

    @cached_property
    def _lines(self) -> dict[int, str]:
        """Those asked for so far: many findings may point at one long line."""
        return {}

    def place(self, span: Span) -> Place:
        """The part of a span that lies in its first line."""
        number = self.line_number(span.start)
        line = self.line(number)
        column = span.start - self.line_starts[number]
        end = min(span.end - self.line_starts[number], len(line))
        return Place(
            path=self.path,
            line=number + 1,
            column=column + 1,
            width=max(end - column, 1),
            source_line=line,
        )
