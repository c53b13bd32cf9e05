"""Conversations by week, month, quarter or year, as columns beside one another."""

import datetime
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from shoptalk.questions.listing.phrases import count
from shoptalk.site.charts.bars import FEWEST_CONVERSATIONS
from shoptalk.site.charts.scale import NARROWEST, round_step
from shoptalk.site.phrases import day

MOST_WEEKS = 8
MOST_COLUMNS = 18
"""More would leave no room for their numbers on a phone."""

WIDEST_COLUMN = 12.5
"""Percent of the width, so that few columns stand close together."""

TALLEST = 7.0
GROUND = 8.5
"""Heights, in the size of the text; the columns stand on the ground."""


class Period(NamedTuple):
    """A week, some months, or some years."""

    begin: datetime.date
    label: str
    sign: str
    """What stands below its column."""
    year: str = ""
    """The year, where the sign does not tell it."""


class Column(NamedTuple):
    """A period at its place."""

    period: Period
    number: int
    centre: float
    """In percent of the width."""
    top: float
    sign: str
    """Empty where there is no room for one."""
    year: str
    """Empty where it is that of the sign before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Conversations by periods that follow one another."""

    title: str
    description: str
    header: str
    periods: tuple[Period, ...]
    numbers: tuple[int, ...]
    """How many conversations each period had."""
    undated: int = 0

    kind = "columns"
    counted = "Conversations"
    ground = GROUND

    @property
    def note(self) -> str:
        """What is not drawn."""
        return f"{count(self.undated, 'conversation')} without a date." if self.undated else ""

    @property
    def height(self) -> float:
        """In the size of the text."""
        return GROUND + (2.8 if self.periods[0].year else 1.6)

    @property
    def width(self) -> float:
        """Of all columns together, in percent."""
        return self._pitch * len(self.periods)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The periods at their places."""
        most, year, columns = max(self.numbers), "", []
        for at, (period, number) in enumerate(zip(self.periods, self.numbers, strict=True)):
            has_sign = at % self._every == 0
            columns.append(
                Column(
                    period,
                    number,
                    centre=self._pitch * (at + 0.5),
                    top=GROUND - TALLEST * number / most,
                    sign=period.sign if has_sign else "",
                    year=period.year if has_sign and period.year != year else "",
                )
            )
            year = period.year if has_sign else year
        return tuple(columns)

    @property
    def _pitch(self) -> float:
        return min(100 / len(self.periods), WIDEST_COLUMN)

    @property
    def _every(self) -> int:
        """Each column has a sign, or every second, third and so on."""
        widest = max(len(period.sign) for period in self.periods) + 1
        return -(-widest * 100 // int(self._pitch * NARROWEST))


def over_time(dates: Sequence[datetime.date | None]) -> Columns | str:
    """When the conversations were, or a sentence where columns would show nothing more."""
    known = sorted(date for date in dates if date)
    if not dates:
        return "There are no conversations yet."
    told = count(len(dates), "conversation")
    if not known:
        return f"{told}, without a date."
    first, last = known[0], known[-1]
    when = f"from {day(first)} to {day(last)}" if first != last else f"on {day(first)}"
    header, before, periods = _periods(first, last)
    undated = len(dates) - len(known)
    if len(known) < FEWEST_CONVERSATIONS or len(periods) < 2:
        return f"{told}, {when}" + (f"; {undated:,} without a date." if undated else ".")
    begins = [period.begin for period in periods]
    found = Counter(bisect(begins, date) - 1 for date in known)
    [(at, most)] = found.most_common(1)
    return Columns(
        title="Conversations over time",
        description=f"{told} {when}; most in {before}{periods[at].label}, with {most:,}.",
        header=header,
        periods=periods,
        numbers=tuple(found[at] for at in range(len(periods))),
        undated=undated,
    )


def _periods(first: datetime.date, last: datetime.date) -> tuple[str, str, tuple[Period, ...]]:
    """What a period is called, what comes before its name in a sentence, and the periods."""
    monday = first - datetime.timedelta(first.weekday())
    weeks = (last - monday).days // 7 + 1
    if weeks <= MOST_WEEKS:
        begins = (monday + datetime.timedelta(weeks=week) for week in range(weeks))
        return "Week of", "the week of ", tuple(_week(begin) for begin in begins)
    month = first.year * 12 + first.month - 1
    months = last.year * 12 + last.month - month
    if months <= MOST_COLUMNS:
        return "Month", "", tuple(_month(at) for at in range(month, month + months))
    quarter = month - month % 3
    if months + month % 3 <= 3 * MOST_COLUMNS:
        return "Quarter", "", tuple(_quarter(at) for at in range(quarter, month + months, 3))
    step = round_step(first.year, last.year, MOST_COLUMNS)
    begin = first.year - first.year % step
    return "Year", "", tuple(_years(year, step) for year in range(begin, last.year + 1, step))


def _week(begin: datetime.date) -> Period:
    return Period(begin, day(begin), f"{begin.day} {begin:%b}", str(begin.year))


def _month(number: int) -> Period:
    begin = datetime.date(number // 12, number % 12 + 1, 1)
    return Period(begin, f"{begin:%B} {begin.year}", f"{begin:%b}", str(begin.year))


def _quarter(number: int) -> Period:
    begin, end = _month(number), _month(number + 2)
    return begin._replace(label=f"{begin.begin:%B} to {end.label}")


def _years(year: int, step: int) -> Period:
    label = str(year) if step == 1 else f"{year} to {year + step - 1}"
    return Period(datetime.date(max(year, 1), 1, 1), label, str(year))
