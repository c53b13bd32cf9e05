"""What became of each request: whom it led to, and who of those recommended was written to."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from shoptalk.outreach.led_to import Asked
from shoptalk.outreach.names import comparable_name
from shoptalk.outreach.request import Entry, Outreach, Request
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.interview import Interview


class Recommended(NamedTuple):
    """Somebody whom the person recommended."""

    name: str
    number: int
    """That of the request to them; 0 where there is none."""
    sent: datetime.date | None
    """When they were written to."""


class History(NamedTuple):
    """One request, with what came of it."""

    number: int
    request: Request
    page: str
    """That of the conversation; empty where there is none."""
    interview: Interview | None
    recommended: tuple[Recommended, ...]


def histories(
    outreach: Outreach,
    files: Iterable[ReadFile],
    led: Mapping[str, Sequence[Entry]],
    page_of: Callable[[str], str],
) -> Iterator[History]:
    """Each request in the order of the list; `page_of` gives the page of a conversation.

    `led` are the requests that led to a conversation, by its path, be it among the files or not.
    """
    of_path = {file.interview.source.path: file for file in files if file.interview}
    talks = {entry.number: of_path.get(path) for path, entries in led.items() for entry in entries}
    asked = Asked(outreach.entries)
    for entry in outreach.entries:
        talk = talks.get(entry.number)
        interview = talk.interview if talk else None
        yield History(
            entry.number,
            entry.request,
            page_of(talk.address) if talk else "",
            interview,
            tuple(_recommended(entry.request, interview, asked)),
        )


def _recommended(
    request: Request, interview: Interview | None, asked: Asked
) -> Iterator[Recommended]:
    """Those whom the request or its conversation names, each once."""
    named = [(one.name, one.organization) for one in request.referrals]
    named += [(one.name, one.organization) for one in interview.referrals] if interview else []
    for name, organization in {comparable_name(name): (name, at) for name, at in named}.values():
        entry = asked.to(name, organization)
        sent = entry.request.sent if entry else None
        yield Recommended(name, entry.number if entry else 0, sent)
