"""Days and moments in time zones."""

import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shoptalk.outreach.times import (
    day_of,
    days_after,
    end_of,
    in_zone,
    later,
    moment_of,
    zone_called,
)

BERLIN, NEW_YORK, TOKYO = map(ZoneInfo, ("Europe/Berlin", "America/New_York", "Asia/Tokyo"))


def test_no_name_is_the_zone_of_the_computer():
    assert zone_called("") is None
    assert zone_called("Asia/Tokyo") == TOKYO


def test_the_zone_of_the_computer(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        assert moment_of(datetime(2026, 7, 1, 12), None) == datetime(2026, 7, 1, 16, tzinfo=UTC)
        assert moment_of(datetime(2026, 12, 1, 12), None) == datetime(2026, 12, 1, 17, tzinfo=UTC)
        assert day_of(datetime(2026, 7, 2, 3, tzinfo=UTC), None) == date(2026, 7, 1)
        assert day_of(datetime(2026, 7, 2, 3), None, TOKYO) == date(2026, 7, 1)
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    ("said", "zone", "moment"),
    [
        ("2026-10-14T17:30", "Europe/Berlin", "2026-10-14T15:30"),
        ("2026-12-14T17:30", "Europe/Berlin", "2026-12-14T16:30"),
        ("2026-10-14T17:30-04:00", "Europe/Berlin", "2026-10-14T21:30"),
        ("2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30"),  # skipped: it is 03:30 then
        ("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30"),  # twice: the first
        ("2026-03-08T02:30", "America/New_York", "2026-03-08T07:30"),
        ("2026-11-01T01:30", "America/New_York", "2026-11-01T05:30"),
        ("2026-12-31T23:30", "America/New_York", "2027-01-01T04:30"),
        ("2028-02-29T08:00", "Asia/Tokyo", "2028-02-28T23:00"),
        ("2011-12-30T12:00", "Pacific/Apia", "2011-12-30T22:00"),  # a day that was skipped
    ],
)
def test_a_time_of_day_is_a_moment(said: str, zone: str, moment: str):
    found = moment_of(datetime.fromisoformat(said), ZoneInfo(zone))
    assert found == datetime.fromisoformat(moment).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "of", "day"),
    [
        ("2026-10-14", None, "2026-10-14"),
        ("2026-10-14T23:59", None, "2026-10-14"),
        ("2026-10-14T23:59", BERLIN, "2026-10-14"),
        ("2026-10-14T23:59", NEW_YORK, "2026-10-15"),
        ("2026-10-14T00:30", TOKYO, "2026-10-13"),
        ("2027-01-01T00:30", TOKYO, "2026-12-31"),
        ("2026-10-14T23:59Z", TOKYO, "2026-10-15"),
    ],
)
def test_a_moment_falls_on_the_day_of_where_the_student_is(said: str, of: ZoneInfo, day: str):
    written = date.fromisoformat(said) if len(said) == 10 else datetime.fromisoformat(said)
    assert day_of(written, BERLIN, of) == date.fromisoformat(day)


def test_an_appointment_ends_after_its_minutes_also_where_clocks_are_changed():
    before_the_gap = datetime(2026, 3, 29, 1, 45)
    end = in_zone(end_of(before_the_gap, 30, BERLIN), BERLIN)
    assert f"{end:%H:%M}" == "03:15"
    before_the_hour_comes_again = datetime(2026, 10, 25, 2, 45)
    assert end_of(before_the_hour_comes_again, 30, BERLIN) == datetime(
        2026, 10, 25, 1, 15, tzinfo=UTC
    )


def test_a_day_without_a_time_ends_where_the_student_is():
    assert end_of(date(2026, 10, 14), 30, NEW_YORK) == datetime(2026, 10, 15, 3, 59, 59, tzinfo=UTC)


def test_the_last_days_of_the_calendar_are_no_trap():
    assert days_after(date.max, 14) == date.max
    assert days_after(date.min, -1) == date.min
    assert later(datetime.max.replace(tzinfo=UTC), timedelta(1)) == datetime.max.replace(tzinfo=UTC)
    for edge in (datetime.min, datetime.max):
        for zone in (None, TOKYO, NEW_YORK):
            assert day_of(edge.replace(tzinfo=UTC), zone)
            assert end_of(edge, 30, zone, TOKYO)


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2037, 1, 1)),
    st.sampled_from([BERLIN, NEW_YORK, TOKYO]),
)
def test_every_moment_has_its_own_day_again(said: datetime, zone: ZoneInfo):
    moment = moment_of(said, zone)
    back = in_zone(moment, zone).replace(tzinfo=None)
    assert back in (said, said + timedelta(hours=1))
    assert day_of(moment, zone) == back.date()
