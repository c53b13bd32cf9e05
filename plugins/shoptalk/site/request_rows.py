"""The row of each request: what was done, step by step, and what was written."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from shoptalk.outreach.request import Appointment, Contact, Request
from shoptalk.outreach.what_works.history import History, Recommended
from shoptalk.reading.interview import Interview
from shoptalk.rubric.counting import count_words, counted
from shoptalk.site.escaping import Markdown, escape_markdown
from shoptalk.site.phrases import FORMATS, brief_day, day

STEPS = (
    "Sent",
    "Reminded",
    "Answered",
    "Arranged",
    "Met",
    "Thanked",
    "Connected",
    "Check-ins",
    "Recommended",
)


class Step(NamedTuple):
    """A cell of a row."""

    name: str
    lines: tuple[str, ...]
    """What was done; empty where nothing was."""


class Written(NamedTuple):
    """A text that the student wrote, or was told of one."""

    about: str
    """What it is, whose, and of which day."""
    subject: str
    text: str


def row_of(number: int) -> Markdown:
    """The id of a request's row."""
    return Markdown(f"request-{number}")


def steps(history: History) -> list[Step]:
    """The cells of a row, in the order of `STEPS`."""
    request = history.request
    told = (
        _days(request.sent),
        _contacts(request.reminders),
        (*([request.answer.value] if request.answer else []), *_days(request.answered)),
        tuple(_arranged(request.appointment)),
        tuple(_meeting(request.appointment, history.interview)),
        _days(request.thanked),
        _days(request.connected),
        _contacts(request.check_ins),
        tuple(map(_followed, history.recommended)),
    )
    return [Step(name, lines) for name, lines in zip(STEPS, told, strict=True)]


def asked_how(history: History) -> str:
    """Where the person works, and how they were reached."""
    request = history.request
    route = request.route.value if request.route else ""
    if request.introduced_by:
        route = ", ".join(filter(None, (route, f"introduced by {request.introduced_by}")))
    channel = request.channel.value.replace("-", " ") if request.channel else ""
    return " \u00b7 ".join(filter(None, (request.organization, route, channel)))


def message_words(history: History) -> str:
    """How long the message is; empty without one."""
    text = history.request.message
    return counted(count_words(text), "word") if text else ""


def written(history: History) -> list[Written]:
    """The message with what others said of it, and what was written afterwards."""
    return list(_written(history.request))


def lines(text: str) -> Markdown:
    """A text whose lines stay lines, in HTML."""
    return Markdown("<br>".join(escape_markdown(one) for one in text.splitlines()))


def _written(request: Request) -> Iterator[Written]:
    if request.message or request.subject:
        length = counted(count_words(request.message), "word")
        yield Written(_about(f"Request, {length}", request.sent), request.subject, request.message)
    for one in request.feedback:
        yield Written(_about(f"Feedback of {one.who}", one.on), "", one.comment)
    for name, contacts in (("Reminder", request.reminders), ("Check-in", request.check_ins)):
        for contact in contacts:
            if contact.text:
                length = counted(count_words(contact.text), "word")
                yield Written(_about(f"{name}, {length}", contact.on), "", contact.text)


def _about(what: str, on: datetime.date | None) -> str:
    return " \u00b7 ".join((what, day(on) if on else "not sent"))


def _days(moment: datetime.date | None) -> tuple[str, ...]:
    return (brief_day(moment),) if moment else ()


def _contacts(contacts: tuple[Contact, ...]) -> tuple[str, ...]:
    return tuple(brief_day(one.on) for one in contacts)


def _meeting(appointment: Appointment | None, interview: Interview | None) -> Iterator[str]:
    """The day, how people met, and how long: as agreed, and as it was."""
    on = (interview and interview.date) or (appointment and appointment.on)
    if on:
        yield brief_day(on)
    form = interview.format if interview and interview.format else ""
    if not form and appointment and appointment.format:
        form = appointment.format.value
    if form in FORMATS:
        yield FORMATS[form]
    agreed = appointment.minutes if appointment else None
    if interview and interview.minutes:
        yield f"{interview.minutes} minutes" + (f", {agreed} agreed" if agreed else "")
    elif agreed:
        yield f"{agreed} minutes agreed"


def _arranged(appointment: Appointment | None) -> Iterator[str]:
    if appointment and appointment.invitation:
        yield f"invited {brief_day(appointment.invitation)}"
    if appointment and appointment.confirmed:
        yield f"confirmed {brief_day(appointment.confirmed)}"


def _followed(one: Recommended) -> str:
    told = f"asked {brief_day(one.sent)}" if one.sent else "not asked"
    return f"{one.name}: {told}"
