"""Days and times of day on the command line."""

import datetime
from typing import Any

import click


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


MOMENT, DAY = Moment(), Day()


def done_on(on: datetime.date | None) -> datetime.date:
    """When something was done: today unless given; ends the command where that is to come."""
    today = datetime.date.today()
    if on and datetime.date(on.year, on.month, on.day) > today:
        raise click.UsageError(f"{on} is in the future (today is {today}): record what is done")
    return on or today


def ahead(day: datetime.date | None, option: str) -> datetime.date | None:
    """A day until which something is to be done; ends the command where it is past."""
    today = datetime.date.today()
    if day and day < today:
        raise click.UsageError(f"{option} {day} is in the past (today is {today})")
    return day
