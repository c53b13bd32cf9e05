"""What is due as a file for calendars, against RFC 5545 and as the icalendar parser reads it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from requests_given import asked, noon, outreach_of

from shoptalk.outreach.due.acquaintance import Clock
from shoptalk.outreach.due.calendar import render_calendar
from shoptalk.outreach.due.due import find_due
from shoptalk.outreach.request import Answer, Appointment, Format, Promise, Request

DAY = date(2026, 10, 12)
AT = datetime(2026, 10, 14, 17, 30)
MEETING = Appointment(
    on=AT,
    zone="America/New_York",
    minutes=25,
    format=Format.VIDEO,
    place="https://example.org/call, room 2; the blue one",
)
ADA = asked(
    "Müller, Jürgen; 王小明 😀 \\ O'Hanlon",
    sent=date(2026, 10, 1),
    answer=Answer.ACCEPTED,
    answered=date(2026, 10, 5),
    appointment=MEETING,
)
KEN = asked("Ken Abara", sent=DAY)


def written(*requests: Request, day: date = DAY, clock: Clock | None = None) -> bytes:
    clock = clock or noon(day, "Europe/Berlin")
    return render_calendar(find_due(outreach_of(*requests), (), clock), clock)


def events(ics: bytes) -> dict[str, Calendar]:
    """The events by their summaries, as a calendar reads them."""
    return {str(event["summary"]): event for event in Calendar.from_ical(ics).walk("VEVENT")}


def test_the_file_as_a_whole(golden: Callable[[Path, str], None]):
    text = written(ADA, KEN).decode().replace("\r\n", "\n")
    golden(Path(__file__).with_name("golden") / "due.ics", text)


def test_an_appointment_has_its_time_its_length_and_its_place():
    meet = events(written(ADA))[f"Meet {ADA.name}"]
    assert meet["dtstart"].dt == datetime(2026, 10, 14, 21, 30, tzinfo=UTC)
    assert meet["duration"].dt == timedelta(minutes=25)
    assert str(meet["location"]) == MEETING.place
    [alarm] = meet.walk("VALARM")
    assert alarm["trigger"].dt == timedelta(hours=-1)
    assert str(alarm["description"]) == f"Meet {ADA.name}"


def test_all_else_takes_a_day_and_does_not_block_it():
    remind = events(written(KEN))["Remind Ken Abara, this once"]
    assert remind["dtstart"].dt == date(2026, 10, 26)
    assert remind["dtend"].dt == date(2026, 10, 27)
    assert remind["transp"] == "TRANSPARENT"
    assert remind.walk("VALARM")[0]["trigger"].dt == timedelta(hours=9)
    assert str(remind["description"]) == (
        'asked on 2026-10-12; no answer yet\nshoptalk did remind "Ken Abara"'
    )


def test_an_appointment_without_a_time_takes_its_day():
    meet = events(written(replace(ADA, appointment=Appointment(on=AT.date()))))[f"Meet {ADA.name}"]
    assert meet["dtstart"].dt == AT.date()


def test_what_is_overdue_stands_on_the_present_day():
    found = events(written(KEN, day=date(2026, 11, 1)))
    assert found["Remind Ken Abara, this once (overdue since 2026-10-26)"]["dtstart"].dt == date(
        2026, 11, 1
    )


def test_a_second_import_updates():
    first = events(written(ADA))[f"Meet {ADA.name}"]
    moved = replace(ADA, appointment=replace(MEETING, on=AT + timedelta(days=1)))
    second = events(written(KEN, moved, day=date(2026, 10, 13)))[f"Meet {ADA.name}"]
    assert second["uid"] == first["uid"]
    assert second["sequence"] > first["sequence"]
    assert second["dtstamp"].dt > first["dtstamp"].dt
    assert second["last-modified"].dt > first["last-modified"].dt
    assert second["dtstart"].dt - first["dtstart"].dt == timedelta(days=1)


def test_every_event_has_an_identity_of_its_own():
    twice = (Promise(do="Send it"), Promise(do="Send it"))
    ics = written(replace(ADA, promised=twice), replace(ADA, promised=twice), KEN)
    uids = [event["uid"] for event in Calendar.from_ical(ics).walk("VEVENT")]
    assert len(set(uids)) == len(uids) == 11


def test_nothing_due_is_still_a_calendar():
    assert Calendar.from_ical(written()).walk("VEVENT") == []


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=120))
def test_any_name_is_kept_within_the_rules_of_the_format(name: str):
    name = " ".join(name.split()) or "x"
    ics = written(asked(name, sent=DAY))
    assert ics.endswith(b"END:VCALENDAR\r\n")
    lines = ics.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in ics.replace(b"\r\n ", b"").split(b"\r\n")[:-1]:
        assert line.split(b":")[0].split(b";")[0].replace(b"-", b"").isalpha()
        line.decode()
    [event] = Calendar.from_ical(ics).walk("VEVENT")
    if name.isprintable():
        assert str(event["summary"]) == f"Remind {name}, this once"
