"""What a rubric can ask requests to hold: under which key it stands, and how it gets there."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from shoptalk.outreach.called import Called
from shoptalk.outreach.led_to import place_of
from shoptalk.outreach.names import comparable_name
from shoptalk.outreach.request import Entry, Outreach, Request, Route
from shoptalk.reading import nodes
from shoptalk.reading.fields import Fields
from shoptalk.reading.record import with_key
from shoptalk.rubric.requests import is_in_writing


class Record(NamedTuple):
    """Something that is written down about a request."""

    key: str
    count: Callable[[Request], int]
    """How many of it a request has."""
    command: str = ""
    """What writes it down, with `{}` for the name; empty where only an editor does."""
    value: str = "…"
    """How its value is written."""
    is_list: bool = False
    """A request can have several."""
    is_of_writing: bool = False
    """Only a request in writing can have it."""

    def suits(self, request: Request) -> bool:
        """Whether a request can have it, unlike the message of a call."""
        return not self.is_of_writing or is_in_writing(request)


RECORDS: Mapping[str, Record] = {
    "request": Record("sent", lambda one: bool(one.sent), "did send {} --on YYYY-MM-DD"),
    "message": Record(
        "message",
        lambda one: bool(one.message),
        "draft {} --kind {kind} --write",
        is_of_writing=True,
    ),
    "peer-feedback": Record(
        "feedback",
        lambda one: bool(one.feedback),
        "did feedback {} --who NAME --on YYYY-MM-DD",
        "[{who: …, on: …}]",
        is_of_writing=True,
    ),
    "reminder": Record(
        "reminders", lambda one: len(one.reminders), "did remind {}", "[…]", is_list=True
    ),
    "answer": Record("answer", lambda one: bool(one.answer), "did answer {} --said accepted"),
    "appointment": Record(
        "appointment",
        lambda one: bool(one.appointment),
        "did meet {} --on YYYY-MM-DDTHH:MM",
        "{on: …}",
    ),
    "confirmation": Record(
        "appointment.confirmed",
        lambda one: bool(one.appointment and one.appointment.confirmed),
        "did confirm {}",
    ),
    "invitation": Record(
        "appointment.invitation",
        lambda one: bool(one.appointment and one.appointment.invitation),
        "did invite {}",
    ),
    "introduction": Record("introduced_by", lambda one: bool(one.introduced_by)),
    "check-in": Record(
        "check_ins", lambda one: len(one.check_ins), "did check-in {}", "[…]", is_list=True
    ),
}
"""What can be asked for, by the name that a rubric has for it."""


def next_record(name: str, request: Request) -> Record:
    """What has to be written down of a request first: an appointment, before it is confirmed."""
    record = RECORDS[name]
    is_of_appointment = record.key.startswith("appointment.")
    return RECORDS["appointment"] if is_of_appointment and not request.appointment else record


def how_to_write(record: Record, entry: Entry, outreach: Outreach) -> str:
    """The act that adds a record to a request."""
    if not record.command:
        return "write it down"
    request = entry.request
    kind = request.route if request.route in (Route.DIRECT, Route.WARM) else Route.COLD
    command = record.command.format(_who(entry, outreach), kind=kind)
    return f"write it down, or let `shoptalk {command}` do it"


def _who(entry: Entry, outreach: Outreach) -> str:
    """Whom a command is about: by the organization too, where two have one name."""
    request = entry.request
    name = comparable_name(request.name)
    named = [one for one in outreach.requests if comparable_name(one.name) == name]
    place = request.organization if place_of(request.organization) else ""
    return Called(name=request.name, organization=place, is_shared=len(named) > 1).words


def lines_with(record: Record, entry: Entry) -> tuple[str, ...]:
    """The first lines of a request with a record added; none where its key is there already."""
    outer, _, key = record.key.rpartition(".")
    node = entry.node.get(outer) if outer else entry.node
    if not isinstance(node, nodes.Mapping) or node.get(key):
        return ()
    first = node.entries[0]
    lines = with_key(Fields(entry.source, node, []), key, record.value)
    if first.key.start == first.key.end:  # a text that is short for a mapping
        before, written = lines[0][: len(lines[1]) - len(lines[1].lstrip())], lines[0].lstrip(" -")
        return f"{before}{first.key.text}: {written}", lines[1]
    is_long = "\n" in entry.source.text[first.key.start : first.value.end].rstrip()
    return lines[1:] if is_long else lines


def lines_of_another(outreach: Outreach, name: str) -> tuple[str, ...]:
    """The lines of one more request, with the dash where the others have it.

    There are none for a list in brackets.
    """
    before = "  - "
    if outreach.entries:
        place = outreach.entries[-1].place()
        before = place.source_line[: place.column - 1]
    if before.strip() != "-":
        return ()
    return f"{before}name: {name or '…'}", f"{' ' * len(before)}sent: …"
