"""What is due as an iCalendar file (RFC 5545), which a second import updates."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from shoptalk.findings.reporters.text import visible
from shoptalk.outreach.due.acquaintance import Clock
from shoptalk.outreach.due.step import Due, Step
from shoptalk.outreach.times import days_after, in_zone

MAKER = "-//Shoptalk//What is due//EN"
BEFORE_MEETING = timedelta(hours=-1)
IN_THE_MORNING = timedelta(hours=9)
"""When an alarm reminds of what is due on a day, after midnight."""

FIRST_REVISION = datetime(2020, 1, 1, tzinfo=UTC)


def render_calendar(found: Iterable[Due], clock: Clock) -> bytes:
    """Appointments at their time, in UTC; all else as events of the whole day.

    What is overdue stands on the present day. An event keeps its UID for as long as the thing is
    open. Its sequence number grows with the time, so that a later file wins over an earlier one.
    """
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for due in found:
        calendar.add_component(_event(due, clock))
    return bytes(calendar.to_ical())


def _event(due: Due, clock: Clock) -> Event:
    event = Event()
    days = due.overdue(clock.today)
    summary = f"{due.what} (overdue since {due.on})" if days else due.what
    made = in_zone(clock.now, UTC).replace(microsecond=0)
    event.add("uid", uid_of(due))
    event.add("dtstamp", made)
    event.add("last-modified", made)
    event.add("sequence", max(int((made - FIRST_REVISION).total_seconds()), 0))
    event.add("summary", visible(summary))
    event.add("description", "\n".join(visible(text) for text in (due.why, due.command) if text))
    if due.place:
        event.add("location", visible(due.place))
    if due.step is Step.MEET and due.at:
        event.add("dtstart", due.at)
        event.add("duration", timedelta(minutes=due.minutes))
        event.add_component(_alarm(due, BEFORE_MEETING))
    else:
        _add_day(event, max(due.on, clock.today))
        event.add_component(_alarm(due, IN_THE_MORNING))
    return event


def _add_day(event: Event, day: date) -> None:
    event.add("dtstart", day)
    event.add("dtend", days_after(day, 1))
    event.add("transp", "TRANSPARENT")


def _alarm(due: Due, trigger: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", visible(due.what))
    alarm.add("trigger", trigger)
    return alarm


def uid_of(due: Due) -> str:
    """What tells calendars that an event is one they have already."""
    return str(uuid5(NAMESPACE_URL, f"shoptalk:due:{due.id}"))
