"""The days that an interview names, by the fields they stand in."""

from datetime import date, datetime
from typing import NamedTuple

from shoptalk.outreach.days import written_day
from shoptalk.reading.interview import Interview
from shoptalk.rubric.field_values import OWN, said_under

ONE_DAY = ("date", "thanked")
"""Fields that are one day."""
DAYS = (*ONE_DAY, "applications")
"""Fields with days; those of applications are the ones by which they are to be done."""


class Day(NamedTuple):
    """A day that is written down."""

    path: str
    day: date


def days_under(interview: Interview, field: str) -> list[Day]:
    """The days of a field; none where it has none."""
    if field == "applications":
        return [
            Day(f"applications[{number}].by", application.by)
            for number, application in enumerate(interview.applications)
            if application.by
        ]
    if field.startswith(OWN):
        return [
            Day(said.path, day)
            for said in said_under(interview, field)
            if (day := _day(said.text.strip()))
        ]
    value = getattr(interview, field)
    if value is None:
        return []
    return [Day(field, written_day(value))]


def _day(text: str) -> date | None:
    """A day as `2026-10-14`, with or without a time after it."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None
