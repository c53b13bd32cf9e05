"""The ways that people went, under one another on one axis of years."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from shoptalk.questions.listing.phrases import count
from shoptalk.reading.career_path import PathStep
from shoptalk.site.charts.scale import Label, fitted, round_step
from shoptalk.site.phrases import what

MOST_STEPS = 20
"""Of all people together."""

MOST_OF_ONE = 8
"""The latest steps of one person."""

MOST_TICKS = 6
AXIS = 2.0
NAME = 2.0
STEP = 2.1
"""Heights, in the size of the text."""

EDGE = 6
"""Percent of the width, within which the number of a year would be cut off."""


class Timeline(NamedTuple):
    """The way of one person."""

    label: str
    link: str
    """The page about them."""
    steps: tuple[PathStep, ...]


class Tick(NamedTuple):
    """A year of the axis."""

    year: int
    place: float
    """In percent of the width."""
    anchor: str


class Stretch(NamedTuple):
    """A step at its place."""

    label: Label
    top: float
    begin: float
    end: float
    """In percent of the width."""
    at_end: bool
    """Whether the label ends where it does; else it begins there."""


class Name(NamedTuple):
    """A person at their place."""

    label: Label
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Timelines:
    """Several people's ways."""

    timelines: tuple[Timeline, ...]
    until: int
    """The year in which all that goes on is drawn to end."""
    note: str = ""

    kind = "timelines"
    title = "Career paths"

    @property
    def description(self) -> str:
        """The axis and the people in a sentence."""
        people = count(len(self.timelines), "person").replace("persons", "people")
        return f"The roles of {people}, one below the other, from {self._begin} to {self.until}."

    @property
    def height(self) -> float:
        """In the size of the text."""
        steps = sum(len(one.steps) for one in self.timelines)
        return AXIS + NAME * len(self.timelines) + STEP * steps

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The years of the axis."""
        first = -(-self._begin // self._every) * self._every
        years = range(first, self.until + 1, self._every)
        return tuple(Tick(year, self._place(year), _anchor(self._place(year))) for year in years)

    @property
    def names(self) -> tuple[Name, ...]:
        """The people at their places."""
        names, top = [], AXIS
        for one in self.timelines:
            names.append(Name(fitted(one.label), top))
            top += NAME + STEP * len(one.steps)
        return tuple(names)

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The steps at their places."""
        stretches, top = [], AXIS
        for one in self.timelines:
            top += NAME
            for step in one.steps:
                stretches.append(self._stretch(step, top))
                top += STEP
        return tuple(stretches)

    def _stretch(self, step: PathStep, top: float) -> Stretch:
        begin = min(self._place(step.start), 99)
        end = max(self._place(self.until if step.end is None else step.end), begin + 1)
        text, behind = step.role or step.organization, 100 - begin
        at_end = end > behind and fitted(text, behind).narrow != text
        return Stretch(fitted(text, end if at_end else behind), top, begin, end, at_end)

    @property
    def _begin(self) -> int:
        return min(step.start for one in self.timelines for step in one.steps)

    @property
    def _every(self) -> int:
        return round_step(self._begin, self.until, MOST_TICKS)

    def _place(self, year: int) -> float:
        return 100 * (year - self._begin) / max(self.until - self._begin, 1)


def career_paths(timelines: Sequence[Timeline], conversations: int, now: int) -> Timelines | str:
    """The ways of those who told theirs, or a sentence where there is nothing to compare.

    `now` is the year of the latest conversation.
    """
    told = [one for one in timelines if one.steps]
    if not told:
        return "Nobody's career path is written down yet."
    if len(told) < 2 or conversations < 3:
        steps = "; ".join(f"{one.label}: {' → '.join(map(what, one.steps))}" for one in told)
        return f"{steps}."
    shown: list[Timeline] = []
    room = MOST_STEPS
    for one in told:
        latest = _latest(one)
        room -= len(latest.steps)
        if room < 0:
            break
        shown.append(latest)
    others = len(told) - len(shown)
    years = [step.start for one in shown for step in one.steps]
    years += [step.end for one in shown for step in one.steps if step.end is not None]
    note = f"{others:,} more told theirs; these are the latest." if others else ""
    return Timelines(timelines=tuple(shown), until=max(now, *years), note=note)


def _latest(one: Timeline) -> Timeline:
    steps = sorted(one.steps, key=lambda step: step.start)[-MOST_OF_ONE:]
    return one._replace(steps=tuple(steps))


def _anchor(place: float) -> str:
    if place < EDGE:
        return "start"
    return "end" if place > 100 - EDGE else "middle"
