"""What checks of requests look at: days, and what came of a request."""

from collections.abc import Iterator, Mapping
from datetime import date

from shoptalk.outreach.days import written_day
from shoptalk.outreach.joining import thanks_after
from shoptalk.outreach.request import Channel, Entry, Request
from shoptalk.reading.interview import Interview
from shoptalk.rubric.material import Material

LONGEST = 366
"""Days that a rubric can give somebody."""


def days_since(moment: date, material: Material) -> int:
    """How many days ago something was."""
    return (material.today - written_day(moment)).days


def is_waiting(request: Request) -> bool:
    """Whether it was sent, and nothing has come of it yet."""
    came = (request.answer, request.answered, request.appointment, request.interview)
    return bool(request.sent) and not any(came) and not request.closed


def is_in_writing(request: Request) -> bool:
    """Whether there is a message that somebody could read first, unlike in a call."""
    return bool(request.message) or request.channel not in (Channel.PHONE, Channel.IN_PERSON)


def conversations(material: Material) -> Mapping[int, Interview]:
    """The finished conversations that requests led to, by the number of the request."""
    return {
        entry.number: interview
        for interview in material.interviews
        for entry in material.led_to.get(interview.source.path, ())
    }


def numbers_of_met(material: Material) -> frozenset[int]:
    """The numbers of the requests that led to a conversation, be it written up only in part."""
    if not material.is_portfolio:
        return frozenset(entry.number for entry in material.requests)
    return frozenset(entry.number for entries in material.led_to.values() for entry in entries)


def day_of_talk(entry: Entry, written_up: Mapping[int, Interview]) -> date | None:
    """The day of the conversation, as its write-up or else the appointment says."""
    conversation, appointment = written_up.get(entry.number), entry.request.appointment
    if conversation and conversation.date:
        return conversation.date
    return written_day(appointment.on) if appointment else None


def thanks_for_talk(entry: Entry, written_up: Mapping[int, Interview]) -> date | None:
    """When somebody was thanked for the conversation, and not before it for the answer."""
    conversation = written_up.get(entry.number)
    thanked = thanks_after(day_of_talk(entry, written_up), entry.request.thanked)
    return thanked or (conversation.thanked if conversation else None)


def said(entry: Entry, *keys: str) -> Iterator[str]:
    """Those of some keys under which a request says something."""
    return (key for key in keys if getattr(entry.request, key))


def unsuitable_days(name: str, days: int) -> str:
    """Why an option cannot be a number of days; empty if it can."""
    if days == 0:
        return f"{name}: is 0, so everything would be late; give it some time"
    return f"{name}: is more than a year" if days > LONGEST else ""
