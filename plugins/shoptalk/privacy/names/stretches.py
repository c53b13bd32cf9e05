"""Stretches of a text: which of them are looked at together, and which are parts of two names."""

from collections.abc import Iterable, Iterator, Sequence

MOST_PIECES = 50
"""That are looked at together."""

PIECES_BETWEEN = 4
FARTHEST = 500
"""The parts of a name may stand so many lines and characters apart, with tags between."""


def windows(worth: Sequence[int], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches of pieces that are looked at together; `starts` says where each piece begins."""
    first = last = -1
    for number in worth:
        is_near = number - last <= PIECES_BETWEEN and starts[number] - starts[last + 1] <= FARTHEST
        if first >= 0 and not (is_near and number - first <= MOST_PIECES):
            yield first, last + 1
            first = -1
        first, last = number if first < 0 else first, number
    if first >= 0:
        yield first, last + 1


def is_between(span: tuple[int, int], names: Iterable[tuple[int, int]], *, at_home: bool) -> bool:
    """Whether a stretch is made of the end of one name, and the beginning of what follows it.

    Where the text is about the person, that has to be another name.
    """
    start, end = span
    parts = [name for name in names if name != span and name[0] < end and start < name[1]]
    if any(start <= first and last <= end for first, last in parts):
        return False
    begins = any(first < start for first, _ in parts)
    ends = any(last > end for _, last in parts)
    return begins and ends if at_home else begins or ends
