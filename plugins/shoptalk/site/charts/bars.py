"""Counts as bars under one another, the longest first."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from shoptalk.questions.listing.phrases import count
from shoptalk.site.charts.scale import Label, fitted

MOST_BARS = 8
FEWEST_CONVERSATIONS = 3
"""Fewer are told in a sentence."""

WIDEST = 88
"""Percent of the width that the longest bar takes; its number stands behind it."""

ROW = 2.7
REST_ROW = 1.8
"""Heights, in the size of the text."""


class Count(NamedTuple):
    """How many there are of something."""

    label: str
    number: int
    path: str = ""
    """The page about it."""
    is_rest: bool = False
    """What is left over, and not to be compared with the others."""

    @property
    def height(self) -> float:
        """In the size of the text."""
        return REST_ROW if self.is_rest else ROW


class Bar(NamedTuple):
    """A count at its place."""

    shown: Count
    label: Label
    top: float
    length: float
    """In percent of the width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Counts as bars."""

    title: str
    description: str
    header: str
    """What is counted."""
    counts: tuple[Count, ...]
    """Those that are none have no bar."""
    note: str = ""
    counted: str = "Conversations"
    """What the numbers are."""

    kind = "bars"

    @property
    def height(self) -> float:
        """In the size of the text."""
        return sum(one.height for one in self._drawn)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The counts at their places."""
        longest = max(one.number for one in self._drawn if not one.is_rest)
        bars, top = [], 0.0
        for one in self._drawn:
            bars.append(Bar(one, fitted(one.label), top, WIDEST * one.number / longest))
            top += one.height
        return tuple(bars)

    @property
    def _drawn(self) -> tuple[Count, ...]:
        return tuple(one for one in self.counts if one.number)


class Noun(NamedTuple):
    """What conversations are counted by."""

    one: str
    several: str
    before: str = "in"
    """What stands between the conversations and this, in a sentence."""


def bars_by(noun: Noun, labels: Sequence[str]) -> Bars | str:
    """Conversations by what each says, or a sentence where bars would show nothing more."""
    counts = count_labels(filter(None, labels))
    without = sum(not label for label in labels)
    if not labels:
        return "There are no conversations yet."
    if not counts:
        return f"{count(len(labels), 'conversation')}; no {noun.one} is given."
    told = f"{count(len(labels), 'conversation')} {noun.before} {count_of(counts, noun)}"
    if len(labels) < FEWEST_CONVERSATIONS or len(counts) < 2 or counts[0].number < 2:
        listed = [one.label for one in counts[:MOST_BARS]]
        if len(counts) > MOST_BARS:
            listed.append(f"{len(counts) - MOST_BARS:,} others")
        return f"{told}: {', '.join(listed)}." + (f" {without:,} without." if without else "")
    unknown = (Count(f"No {noun.one} given", without, is_rest=True),) if without else ()
    return Bars(
        title=f"Conversations by {noun.one}",
        description=f"{told}; most often {counts[0].label}, with {counts[0].number:,}.",
        header=noun.one.capitalize(),
        counts=(*with_rest(counts, noun), *unknown),
    )


def count_of(counts: Sequence[Count], noun: Noun) -> str:
    """How many different ones there are, in words."""
    return f"one {noun.one}" if len(counts) == 1 else f"{len(counts):,} {noun.several}"


def count_labels(labels: Iterable[str]) -> tuple[Count, ...]:
    """How often each occurs, the most frequent first; capitals make no difference."""
    spelt: dict[str, str] = {}
    numbers: Counter[str] = Counter()
    for label in labels:
        key = " ".join(label.split()).casefold()
        spelt.setdefault(key, label)
        numbers[key] += 1
    in_order = sorted(numbers.items(), key=lambda one: (-one[1], one[0]))
    return tuple(Count(spelt[key], number) for key, number in in_order)


def with_rest(counts: Sequence[Count], noun: Noun) -> tuple[Count, ...]:
    """The most frequent ones, and one count for all others.

    Those that occur once are no more frequent than one another, so that all or none are shown.
    """
    shown = counts
    if len(counts) > MOST_BARS + 1:
        shown = [one for one in counts[:MOST_BARS] if one.number > 1]
    rest = counts[len(shown) :]
    if not rest:
        return tuple(shown)
    label = f"{len(rest):,} other {noun.several}"
    return (*shown, Count(label, sum(one.number for one in rest), is_rest=True))
