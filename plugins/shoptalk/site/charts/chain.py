"""Who led to whom: a line for each person, further in the more people lead to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from shoptalk.outreach.what_works.chain import Link
from shoptalk.questions.listing.phrases import count
from shoptalk.site.charts.scale import Label, fitted

ROW = 1.9
STEP = 6
"""Percent of the width from one layer to the next."""

EDGE = 2
BEHIND = 4
"""Percent of the width between a person's mark and the name."""

WIDEST = 42
"""Percent of the width that all layers take."""

DEEPEST = 7
"""The layer of a list that holds all further ones, too: deeper lists leave no room for text."""


class Spot(NamedTuple):
    """Somebody at their place in the drawing."""

    link: Link
    label: Label
    mark: str
    """The class of the mark, by how far the student got with them."""
    x: float
    y: float
    above: tuple[float, float] | None
    """The place of whoever led to them."""


class Item(NamedTuple):
    """Somebody at their place in the list."""

    link: Link
    told: str
    """How far the student got, and who else led to them."""
    opens: bool
    """A list within the item before begins with it."""
    closes: int
    """So many lists end before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainDrawing:
    """The chain as a drawing and as a list."""

    links: tuple[Link, ...]
    others: int = 0
    """Those that there is no room for."""
    knows_requests: bool

    kind = "chain"
    title = "Who led to whom"

    @property
    def description(self) -> str:
        """The whole in a sentence."""
        people = f"{len(self.links):,} people"
        met = sum(one.is_talked_to for one in self.links)
        led = sum(one.parent >= 0 for one in self.links)
        return (
            f"{people}, {led:,} of them below whoever led to them; {met:,} "
            f"{'was' if met == 1 else 'were'} talked to."
        )

    @property
    def note(self) -> str:
        """What the marks mean, and what is not drawn."""
        ring = " Ring: asked." if self.knows_requests else ""
        rest = "not asked" if self.knows_requests else "not talked to"
        more = f" {self.others:,} more are not shown." if self.others else ""
        return f"Filled: talked to.{ring} Small: {rest}.{more}"

    @property
    def height(self) -> float:
        """In the size of the text."""
        return ROW * len(self.links)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Everybody at their places."""
        step = min(STEP, WIDEST / max(1, *(one.depth for one in self.links)))
        places = [(EDGE + step * one.depth, ROW * (at + 0.5)) for at, one in enumerate(self.links)]
        return tuple(
            Spot(
                one,
                fitted(one.name, 100 - x - BEHIND),
                _mark(one),
                x,
                y,
                places[one.parent] if one.parent >= 0 else None,
            )
            for one, (x, y) in zip(self.links, places, strict=True)
        )

    @property
    def items(self) -> Iterator[Item]:
        """Everybody in the list, by who led to them."""
        before = -1
        for one in self.links:
            depth = min(one.depth, DEEPEST)
            yield Item(one, self._told(one), depth > before, max(0, before - depth))
            before = depth

    @property
    def open_lists(self) -> int:
        """How many lists the last item stands in."""
        return min(self.links[-1].depth, DEEPEST) + 1

    def _told(self, one: Link) -> str:
        stage = one.stage if self.knows_requests or one.is_talked_to else "not talked to"
        through = (self.links[one.parent].name,) if one.depth > DEEPEST else ()
        also = ", ".join((*through, *one.also))
        return ", ".join(filter(None, (one.title, stage, also and f"also through {also}")))


def draw_chain(links: Sequence[Link], most: int, *, knows_requests: bool) -> ChainDrawing | str:
    """The chain with at most so many people, or a sentence where nobody led to anybody."""
    if not links:
        return "Nobody has recommended anybody yet."
    if len(links) == 2:
        first, second = links
        return f"{count(1, 'recommendation')}: {first.name} \u2192 {second.name}."
    return ChainDrawing(
        links=tuple(links[:most]),
        others=max(0, len(links) - most),
        knows_requests=knows_requests,
    )


def _mark(one: Link) -> str:
    if one.is_talked_to:
        return "shoptalk-met"
    return "shoptalk-asked" if one.is_asked else "shoptalk-known"
