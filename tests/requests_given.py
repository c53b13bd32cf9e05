"""Requests and interviews as records, for tests of what is made of them."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from shoptalk.outreach.due.acquaintance import Clock
from shoptalk.outreach.due.due import find_due
from shoptalk.outreach.due.step import Due
from shoptalk.outreach.request import Entry, Outreach, Request
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.interview import parse_interview
from shoptalk.reading.nodes import Mapping
from shoptalk.reading.source import Source

TODAY = date(2026, 11, 22)
NOTHING = Source("outreach.yml", "")


def outreach_of(*requests: Request, zone: str = "") -> Outreach:
    entries = tuple(
        Entry(request=one, source=NOTHING, node=Mapping(0, 0, (), flow=False), number=number)
        for number, one in enumerate(requests, 1)
    )
    return Outreach(entries=entries, zone=zone, is_kept=True)


def asked(name: str = "Ada Okafor", **given: Any) -> Request:
    return Request(name=name, **given)


def talk(front_matter: str, address: str = "talk") -> ReadFile:
    source = Source(f"interviews/{address}.md", f"---\n{front_matter}\n---\n\nWe met.\n")
    interview, findings = parse_interview(source, date(2099, 1, 1))
    assert interview
    return ReadFile(
        path=address,
        address=address,
        source=source,
        interview=interview,
        findings=tuple(findings),
    )


def noon(day: date, zone: str = "UTC") -> Clock:
    """Twelve o'clock of a day in a zone."""
    at = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return Clock(at, ZoneInfo(zone))


def due_on(day: date, *requests: Request, talks: tuple[ReadFile, ...] = ()) -> tuple[Due, ...]:
    """What is open at noon of a day, now or later."""
    return find_due(outreach_of(*requests), talks, noon(day))


def steps_on(day: date, *requests: Request, talks: tuple[ReadFile, ...] = ()) -> dict[str, str]:
    """The steps that are open, each with its day."""
    found = due_on(day, *requests, talks=talks)
    steps = {due.step.value: str(due.on) for due in found}
    assert len(steps) == len(found)
    return steps
