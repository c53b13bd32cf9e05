"""Requests as whoever grades may see them: what was done and written, without addresses."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from shoptalk.outreach.request import Entry, Outreach, Request
from shoptalk.privacy.names.calls import calls_in
from shoptalk.privacy.names.contacts import contacts_in

LETTERS, DIGITS = re.compile(r"[^\W\d_]+"), re.compile(r"\d+")
LINK = re.compile(r"(?:https?|tel|mailto):\S+|(?<!\S)[\w-]+(?:\.[\w-]+)+/\S+", re.IGNORECASE)
UNBROKEN = re.compile(r"(?<![\w.])\d{9,15}(?!\w)")
"""What nobody can tell from an order's number: too unsure to stop a site, and crossed out here."""

KEPT = frozenset(("interview", "zone", "booking"))
"""Keys that name no person's address: of a file, of a place on earth, of the student's own page."""


def crossed_out(outreach: Outreach) -> Outreach:
    """The requests without mail addresses, telephone numbers, places to meet and links to calls.

    In texts each is crossed out, so that as many words remain and grades stay the same.
    """
    return replace(
        outreach,
        entries=tuple(map(_entry, outreach.entries)),
        me=_without(outreach.me, ()),
    )


def _entry(entry: Entry) -> Entry:
    request: Request = entry.request
    appointment = request.appointment
    calls: tuple[str, ...] = ()
    if appointment and appointment.place:
        calls = tuple(LINK.findall(appointment.place))
        request = replace(request, appointment=replace(appointment, place=""))
    return replace(entry, request=_without(request, calls))


def _without(value: Any, calls: tuple[str, ...]) -> Any:
    """A record, a list or a text without addresses; what is neither stays."""
    if isinstance(value, tuple):
        return tuple(_without(one, calls) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = (field.name for field in fields(value) if field.name not in KEPT)
        return replace(value, **{name: _without(getattr(value, name), calls) for name in names})
    return _text(value, calls) if type(value) is str else value


def _text(text: str, calls: tuple[str, ...]) -> str:
    for call in calls:
        text = text.replace(call, _crossed(call))
    for find in (calls_in, _contacts):
        for start, end in sorted(find(text), reverse=True):
            text = text[:start] + _crossed(text[start:end]) + text[end:]
    return text


def _contacts(text: str) -> Iterator[tuple[int, int]]:
    found = [(one.start, one.end) for one in contacts_in(text)]
    unbroken = (match.span() for match in UNBROKEN.finditer(text))
    apart = (one for one in unbroken if not any(start <= one[0] < end for start, end in found))
    return iter((*found, *apart))


def _crossed(text: str) -> str:
    """One `x` for letters that follow one another, one 0 for digits: as many words as before."""
    return DIGITS.sub("0", LETTERS.sub("x", text))
