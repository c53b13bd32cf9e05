"""The records of `outreach.yml`: who was asked for a conversation, how, and what came of it."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from shoptalk.findings.finding import Place
from shoptalk.reading.nodes import Listing, Mapping, Node, Scalar
from shoptalk.reading.record import Noted
from shoptalk.reading.scalar_places import span_within
from shoptalk.reading.source import Source, Span

PART = re.compile(r"([a-z_]+)|\[(\d+)(?::(\d+))?\]")
"""Of the path of a field, such as `reminders[0].on`, or of words in a text, as `message[12:20]`."""


class Route(StrEnum):
    """How the student reached somebody."""

    DIRECT = "direct"
    """They know each other."""
    WARM = "warm"
    """Somebody whom both know introduced them."""
    COLD = "cold"
    """A stranger was written to."""
    ALUMNI = "alumni"
    """They went to the same school or course."""
    EVENT = "event"
    """They met at a talk, a fair or a meeting."""


class Channel(StrEnum):
    """What the request was sent by."""

    EMAIL = "email"
    NETWORK = "network"
    """A message on a professional network."""
    TEXT = "text"
    """A text or chat message."""
    PHONE = "phone"
    IN_PERSON = "in-person"
    LETTER = "letter"


class Answer(StrEnum):
    """What somebody answered."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    REFERRED = "referred"
    """They named somebody else to talk to instead."""


class Format(StrEnum):
    """How people meet."""

    IN_PERSON = "in-person"
    PHONE = "phone"
    VIDEO = "video"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback(Noted):
    """What somebody said of the message before it was sent."""

    who: str
    """A classmate, an advisor, a friend."""
    on: date
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Noted):
    """One more message to the person: a reminder, or a check-in."""

    PLAIN = "on"

    on: date
    """The day on which it was sent."""
    text: str = ""
    """What it said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(Noted):
    """When and how to meet."""

    on: date | datetime
    """The day, and the time of day: `2026-10-14T17:30`."""
    zone: str = ""
    """The time zone of that time, such as America/New_York, where it is not the student's own."""
    minutes: int | None = None
    """The length agreed on."""
    format: Format | None = None
    place: str = ""
    """Where to meet, or the link of the call."""
    confirmed: date | datetime | None = None
    """When the student confirmed it, the day before or so."""
    invitation: date | datetime | None = None
    """When the student sent an invitation for the calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(Noted):
    """Somebody the person recommended."""

    PLAIN = "name"

    name: str
    title: str = ""
    organization: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Noted):
    """Something the student promised the person to do."""

    PLAIN = "do"

    do: str
    by: date | None = None
    done: date | None = None
    """The day on which it was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Noted):
    """Somebody who was asked for a conversation, or will be."""

    PLAIN = "name"

    name: str
    """Who: the person's name, whole."""
    title: str = ""
    """The person's job title."""
    organization: str = ""
    """Where the person works."""
    route: Route | None = None
    introduced_by: str = ""
    """Who made the introduction."""
    channel: Channel | None = None
    why: str = ""
    """Why this very person: what the student read, heard or saw of them."""
    shared: str = ""
    """What the two have in common, such as a school or somebody both know."""
    subject: str = ""
    """The subject of the message."""
    message: str = ""
    """The request as it was sent, or as it is drafted."""
    feedback: tuple[Feedback, ...] = ()
    """What others said of the message before it was sent."""
    sent: date | datetime | None = None
    """When the request was sent."""
    reminders: tuple[Contact, ...] = ()
    """Messages after the request that asked once more."""
    answer: Answer | None = None
    answered: date | datetime | None = None
    """When the answer came."""
    appointment: Appointment | None = None
    interview: str = ""
    """The file of the conversation below `interviews/`, without `.md`."""
    thanked: date | datetime | None = None
    """When the student thanked the person for the conversation, or for the answer."""
    connected: date | datetime | None = None
    """When the two connected on a professional network."""
    referrals: tuple[Referral, ...] = ()
    """Whom the person recommended."""
    promised: tuple[Promise, ...] = ()
    """What the student promised to do."""
    check_ins: tuple[Contact, ...] = ()
    """Messages after the conversation, to stay in touch."""
    next_check_in: date | None = None
    """When to write again."""
    closed: date | None = None
    """From this day on nothing more is due, such as after somebody asked not to be written to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Me(Noted):
    """What the student's own messages say of the student."""

    name: str = ""
    about: str = ""
    """Who the student is and where they stand, in a sentence or two."""
    booking: str = ""
    """The address of a page on which a time can be chosen."""


NOTHING_SAID = Me()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A request with its place in the file."""

    request: Request
    source: Source = field(repr=False)
    node: Mapping = field(repr=False)
    number: int
    """Its place in the list, from 1."""

    def place(self, path: str = "") -> Place:
        """Where a key stands, such as `subject` or `reminders[0].on`; else the whole entry.

        `message[12:20]` are some characters of a text, where the file has them as they are read.
        """
        return self.source.place(self.span(path))

    def line(self, path: str) -> int:
        """The line on which a key begins, counted from 1."""
        return self.source.line_number(self.span(path).start) + 1

    def span(self, path: str) -> Span:
        """Where a key stands in the text of the file."""
        node: Node = self.node
        for key, number, end in PART.findall(path):
            if end and isinstance(node, Scalar):
                found = span_within(self.source, node, int(number), int(end))
                return found or Span(node.start, max(node.end, node.start + 1))
            node = _inside(node, key, number) or node
        return Span(node.start, max(node.end, node.start + 1))


def _inside(node: Node, key: str, number: str) -> Node | None:
    if number:
        items = node.items if isinstance(node, Listing) else ()
        return next(iter(items[int(number) :]), None)
    return node.get(key) if isinstance(node, Mapping) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outreach:
    """All requests of a student, in the order in which they are written down."""

    entries: tuple[Entry, ...] = ()
    me: Me = NOTHING_SAID
    zone: str = ""
    """The student's own time zone, such as Europe/Berlin; empty for that of the computer."""
    is_kept: bool = False
    """Whether a list says who was asked: an empty one is where everybody begins."""
    listed_at: Place | None = None
    """Where the list begins in the file, if there is one."""
    is_whole: bool = True
    """Whether every request in the file could be read; else nobody knows whom it names."""

    @property
    def requests(self) -> tuple[Request, ...]:
        """The requests without their places."""
        return tuple(entry.request for entry in self.entries)


NO_OUTREACH = Outreach()
UNREADABLE = Outreach(is_whole=False)
