"""Days and moments in time zones, also where clocks are put forward or back."""

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

END_OF_DAY = time(23, 59, 59)
FURTHEST_EAST = timezone(timedelta(hours=14))
"""Where every day begins first."""


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def zone_called(name: str) -> tzinfo | None:
    """A time zone by its name; None, which is that of the computer, where there is no name."""
    return ZoneInfo(name) if name else None


def moment_of(said: datetime, zone: tzinfo | None) -> datetime:
    """The moment in UTC that a time of day means in a zone, unless it has an offset itself.

    A time that clocks skip is as much later, one that they show twice is the first of the two.
    """
    written = said if said.tzinfo or zone is None else said.replace(tzinfo=zone)
    try:
        return written.astimezone(UTC)
    except (OverflowError, ValueError, OSError):  # the first and the last days of the calendar
        return said.replace(tzinfo=UTC)


def in_zone(moment: datetime, zone: tzinfo | None) -> datetime:
    """What clocks show in a zone at a moment."""
    try:
        return moment.astimezone(zone)
    except (OverflowError, ValueError, OSError):
        return moment


def day_of(said: date, zone: tzinfo | None, of: tzinfo | None = None) -> date:
    """The day in a zone; `of` is the zone in which it was said, if that is another."""
    if not isinstance(said, datetime):
        return said
    if said.tzinfo is None and (of is None or of == zone):
        return said.date()
    return in_zone(moment_of(said, of or zone), zone).date()


def last_day(moment: date, zone: tzinfo | None) -> date:
    """The last day that is not to come: today in the zone, or anywhere if none is given."""
    return day_of(moment, zone or FURTHEST_EAST)


def end_of(said: date, minutes: int, zone: tzinfo | None, of: tzinfo | None = None) -> datetime:
    """When something is over that takes some minutes; a day without a time, when the day is."""
    if isinstance(said, datetime):
        return later(moment_of(said, of or zone), timedelta(minutes=minutes))
    return moment_of(datetime.combine(said, END_OF_DAY), zone)


def later(moment: datetime, span: timedelta) -> datetime:
    """A moment so much later, and at most the last that there is."""
    try:
        return moment + span
    except OverflowError:
        return datetime.max.replace(tzinfo=moment.tzinfo)


def days_after(day: date, days: int) -> date:
    """A day so many days later, or earlier, within the days that there are."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
