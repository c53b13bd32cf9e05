"""Rates with the intervals in which the true ones lie, under one another on one axis."""

from dataclasses import dataclass
from typing import NamedTuple

from shoptalk.outreach.what_works.funnel import Group, Rate
from shoptalk.site.charts.scale import Label, fitted

AXIS = 1.8
ROW = 2.7
LABEL = 55
"""Percent of the width that a label may take; its numbers stand at the end of the line."""

TICKS = ((0, "start"), (50, "middle"), (100, "end"))


class Row(NamedTuple):
    """A rate at its place."""

    rate: Rate
    label: Label
    numbers: str
    top: float
    low: float
    high: float
    """In percent of the width; without an interval both are 0."""
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervals:
    """Answer rates as intervals."""

    group: Group

    kind = "intervals"
    ticks = TICKS

    @property
    def title(self) -> str:
        """What the rates are by."""
        return self.group.title

    @property
    def description(self) -> str:
        """All rates in a sentence."""
        told = "; ".join(f"{one.label}: {one.told}" for one in self.group.rates)
        return f"{told}. Each interval holds the true rate with 95 % certainty."

    @property
    def note(self) -> str:
        """What the rates show, and what they do not."""
        return self.group.verdict

    @property
    def height(self) -> float:
        """In the size of the text."""
        return AXIS + ROW * len(self.group.rates)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rates at their places."""
        return tuple(_row(one, AXIS + ROW * at) for at, one in enumerate(self.group.rates))


def draw_rates(group: Group) -> Intervals | str:
    """The rates as intervals, or a sentence where no rate can be told."""
    if any(one.interval for one in group.rates):
        return Intervals(group=group)
    told = "; ".join(f"{one.label}: {one.told}" for one in group.rates)
    return f"{group.title}: {told}. {group.verdict}"


def _row(rate: Rate, top: float) -> Row:
    low, high = (100 * share for share in rate.interval or (0, 0))
    numbers = f"{rate.answered:,} of {rate.of:,}"
    if rate.interval:
        numbers += f": {low:.0f}\u2013{high:.0f} %"
    share = 100 * rate.answered / rate.of
    return Row(rate, fitted(rate.label, LABEL), numbers, top, low, high, share)
