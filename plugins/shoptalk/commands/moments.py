"""Days, times of day and time zones on the command line."""

import datetime
from typing import Any

import click

from shoptalk.findings.finding import shown
from shoptalk.outreach.due.acquaintance import Clock
from shoptalk.outreach.zones import is_zone, near_zones


class Moment(click.ParamType[datetime.date]):
    """A day such as 2026-10-20, also with a time of day, such as 2026-10-20T17:00."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime.date:
        """The day, or the day and time; ends the command where the text is neither."""
        text = str(value).strip()
        try:
            if len(text) <= len("2026-10-20"):
                return datetime.date.fromisoformat(text)
            return datetime.datetime.fromisoformat(text)
        except ValueError:
            self.fail(
                f"{text!r} is no day such as 2026-10-20, also with a time: 2026-10-20T17:00",
                param,
                ctx,
            )


class Day(Moment):
    """A day such as 2026-10-20."""

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime.date:
        """The day; ends the command where the text is none."""
        found = super().convert(value, param, ctx)
        return found.date() if isinstance(found, datetime.datetime) else found


class Zone(click.ParamType[str]):
    """A time zone such as Europe/Berlin."""

    name = "zone"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Its name; ends the command where this computer knows none of that name."""
        name = str(value).strip()
        if name and not is_zone(name):
            near = " or ".join(map(shown, near_zones(name)))
            help = f"did you mean {near}?" if near else "name one such as America/New_York"
            self.fail(f"there is no time zone {shown(name)}; {help}", param, ctx)
        return name


MOMENT, DAY, ZONE = Moment(), Day(), Zone()


def done_on(on: datetime.date | None, clock: Clock) -> datetime.date:
    """When something was done: today unless given; ends the command where that is to come."""
    day = clock.day(on)
    if day and day > clock.last_day:
        raise click.UsageError(
            f"{on} is in the future (today is {clock.today}): record what is done"
        )
    return on or clock.today


def later_than(
    day: datetime.date, planned: datetime.date | None, option: str
) -> datetime.date | None:
    """A day for which something is planned; ends the command where it is not after another."""
    if planned and planned <= day:
        raise click.UsageError(f"{option} {planned} is not after {day}")
    return planned
