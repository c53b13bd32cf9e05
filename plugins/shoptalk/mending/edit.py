"""Edits of a text: which of its lines become which others, and the text after them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

LINE_END = re.compile(r"(\r\n|\r|\n)")


class Edit(NamedTuple):
    """A stretch of lines that becomes other lines; where it is empty, lines are added."""

    first: int
    """The line it begins with, counted from 0."""
    replaced: int
    """How many lines go."""
    lines: tuple[str, ...]
    """What stands there instead, without line breaks."""

    @property
    def old_lines(self) -> range:
        """The numbers of the lines that go."""
        return range(self.first, self.first + self.replaced)


def mend(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not overlap; what they do not name stays as it is.

    Line ends are kept, and a line that is added ends as most do. The last line ends with a line
    break only if it did before.
    """
    parts = LINE_END.split(text)
    lines, ends = parts[::2], parts[1::2]
    [(usual, _)] = Counter(ends or ["\n"]).most_common(1)
    ends.append("")
    from_the_top = sorted(edits, key=lambda edit: edit.first)
    for first, replaced, new in reversed(from_the_top):
        gone = ends[first : first + replaced]
        lines[first : first + replaced] = new
        ends[first : first + replaced] = [*gone, *[usual] * len(new)][: len(new)]
    ended = [end or usual for end in ends[:-1]]
    return "".join(map("".join, zip_longest(lines, ended, fillvalue="")))


def apart(groups: Iterable[Sequence[Edit]]) -> list[Edit]:
    """Of groups of edits that belong together, the first ones that do not touch one another."""
    kept: list[Edit] = []
    going: set[int] = set()
    pushed_down: set[int] = set()
    for group in groups:
        goes = {number for edit in group for number in edit.old_lines}
        pushes = {edit.first for edit in group if not edit.replaced}
        if going.isdisjoint(goes | pushes) and pushed_down.isdisjoint(goes):
            kept += group
            going |= goes
            pushed_down |= pushes
    return kept
