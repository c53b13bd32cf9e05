"""The first draft of a message to somebody, with a gap for each thing that is not known."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import NamedTuple

import jinja2

from shoptalk.outreach.days import written_day
from shoptalk.outreach.led_to import Named, is_oneself
from shoptalk.outreach.names import is_nobody, without_degrees
from shoptalk.outreach.request import Answer, Appointment, Format, Me, Request, Route
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.interview import Interview
from shoptalk.site.phrases import day
from shoptalk.starter.start import STARTER

MESSAGES = STARTER / "messages"
USUAL_MINUTES = 30
LONGEST_HINT = 60
"""Characters of a note that a gap repeats."""

SHARED_BY_ROUTE = {
    Route.WARM: "whom you both know",
    Route.ALUMNI: "the school or course",
    Route.EVENT: "where you met",
}
OF_THEIRS = re.compile(r"\A(?:her|his|their)\b", re.IGNORECASE)
"""How notes about somebody begin that become words to them."""

GAP = re.compile(r"\[[^\[\]\n]+\]")
BLANK_LINES = re.compile(r"\n{3,}")


class Kind(StrEnum):
    """What a message is for."""

    DIRECT = "direct"
    WARM = "warm"
    COLD = "cold"
    REMINDER = "reminder"
    CONFIRM = "confirm"
    THANKS = "thanks"
    CHECK_IN = "check-in"


ASKING = (Kind.DIRECT, Kind.WARM, Kind.COLD)
INTRODUCTION = "introduction"
"""The note to whoever knows both, which goes before a warm request."""


class Message(NamedTuple):
    """A message that is still to be finished."""

    subject: str
    text: str

    @property
    def gaps(self) -> list[str]:
        """What is still to be filled in, once each."""
        return list(dict.fromkeys(GAP.findall(f"{self.subject}\n{self.text}")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the student and of the person."""

    request: Request
    me: Me
    interview: Interview | None = None


def gap(what: str) -> str:
    """A place that only the student can fill."""
    return f"[{what.translate(str.maketrans('[]', '()'))}]"


def draft(kind: str, known: Known) -> Message:
    """A first draft of a message of a kind."""
    rendered = _template(kind).render(_words(kind, known), gap=gap, addressed=without_degrees)
    subject, _, text = rendered.strip().partition("\n")
    return Message(subject.removeprefix("Subject: "), BLANK_LINES.sub("\n\n", text.strip()))


@cache
def _template(kind: str) -> jinja2.Template:
    environment = jinja2.Environment(  # noqa: S701 (it makes plain text)
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string((MESSAGES / f"{kind}.md.jinja").read_text(encoding="utf-8"))


def _words(kind: str, known: Known) -> dict[str, object]:
    """The parts of sentences that templates are made of."""
    request, me, found = known.request, known.me, known.interview
    organization = _filled_in(request.organization) or (found.organization if found else "")
    title = _filled_in(request.title) or (found.title if found else "")
    organization, title = _filled_in(organization), _filled_in(title)
    at_work = f" at {organization}" if organization else ""
    return {
        "request": request,
        "at_work": at_work,
        "subject_of_request": _subject(organization, title),
        "about": _sentence(me.about) or gap("who you are: what you do or study, and what for"),
        "why": _sentence(OF_THEIRS.sub("your", request.why))
        or gap("why this person: what you read, saw or heard"),
        "shared": _shared(kind, request),
        "introducer": request.introduced_by or gap("who introduces you"),
        "or_booking": f" Or choose one here: {me.booking}" if me.booking else "",
        "sender": me.name or gap("your name"),
        "sent": day(written_day(request.sent)) if request.sent else gap("the day you wrote"),
        "refused": found is None and request.answer in (Answer.DECLINED, Answer.REFERRED),
        "referred": request.answer is Answer.REFERRED,
        **_of_appointment(request.appointment),
        **_of_talk(known),
    }


def _filled_in(text: str) -> str:
    return "" if is_placeholder(text) else text


def _subject(organization: str, title: str) -> str:
    work = f"Your work at {organization}" if organization else ""
    work = work or (f"Your work as {title}" if title else gap("what you want to ask about"))
    return f"{work}: would you have 20 minutes?"


def _shared(kind: str, request: Request) -> str:
    """What the two share; a gap where the route says that there is something."""
    if request.shared or kind in (Kind.WARM, INTRODUCTION):
        return _sentence(request.shared)
    if request.route is Route.WARM and request.introduced_by:
        return f"{request.introduced_by} knows us both."
    return gap(SHARED_BY_ROUTE[request.route]) if request.route in SHARED_BY_ROUTE else ""


def _of_appointment(meeting: Appointment | None) -> dict[str, object]:
    if meeting is None:
        when = gap("the day and time")
        return {
            "meeting_day": gap("the day"),
            "meeting_time": when,
            "meeting_how": f", {gap('by phone, by video, or where')}",
            "minutes": USUAL_MINUTES,
        }
    on = meeting.on
    zone = f" ({meeting.zone})" if meeting.zone else ""
    time = f"{on:%H:%M}{zone}" if isinstance(on, datetime) else gap("the time")
    how = {Format.PHONE: "by phone", Format.VIDEO: "by video", Format.IN_PERSON: "in person"}
    known = [how[meeting.format]] if meeting.format else []
    known += [f"here: {meeting.place}"] if meeting.place else []
    return {
        "meeting_day": day(written_day(on)),
        "meeting_time": f"{day(written_day(on))} at {time}",
        "meeting_how": "".join(f", {one}" for one in known),
        "minutes": meeting.minutes or USUAL_MINUTES,
    }


def _of_talk(known: Known) -> dict[str, object]:
    """What the conversation gave; what was learned is a note about the person, so it is a hint."""
    found, request = known.interview, known.request
    meeting = request.appointment
    on = found.date if found else None
    on = on or (written_day(meeting.on) if meeting else None)
    learnings = (one.text for one in found.learnings) if found else ()
    learned = _hint(text for text in learnings if not is_placeholder(text))
    written = found.applications if found else ()
    applications = [one for one in written if not is_placeholder(one.do)]
    to_do = next((one.do for one in applications if not one.done), "")
    done = next((one.do for one in applications if one.done), "")
    named: list[Named] = [*request.referrals, *(found.referrals if found else ())]
    names = [
        one.name for one in named if not is_nobody(one.name) and not is_oneself(request.name, one)
    ]
    return {
        "talk_day": day(on) if on else gap("the day you talked"),
        "learning": gap(f"one thing that you were told{learned}"),
        "next_step": _sentence(to_do) or gap("what you will do with it, and by when"),
        "done": _sentence(done) or gap("what you have done with it"),
        "referrals": _joined(dict.fromkeys(names)),
    }


def _hint(notes: Iterable[str]) -> str:
    note = " ".join(next(iter(notes), "").split())
    if not note:
        return ""
    return f", such as: {note}" if len(note) <= LONGEST_HINT else f", such as: {note[:57]}…"


def _joined(names: Iterable[str]) -> str:
    *first, last = [*names] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _sentence(text: str) -> str:
    """A note that ends as a sentence does."""
    line = " ".join(text.split())
    return line if not line or line[-1] in ".!?…。" else f"{line}."
