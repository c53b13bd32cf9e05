"""What became of each request: whom it led to, and who of those recommended was written to."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from shoptalk.outreach.led_to import led_to, requests_by_person
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
    outreach: Outreach, files: Iterable[ReadFile], page_of: Callable[[str], str]
) -> Iterator[History]:
    """Each request in the order of the list; `page_of` gives the page of a conversation."""
    files = [file for file in files if file.interview]
    of_path = {file.interview.source.path: file for file in files if file.interview}
    led = led_to(outreach, files)
    talks = {entry.number: of_path[path] for path, entries in led.items() for entry in entries}
    asked = requests_by_person(outreach)
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
    request: Request, interview: Interview | None, asked: Mapping[str, Entry]
) -> Iterator[Recommended]:
    """Those whom the request or its conversation names, each once."""
    names = [one.name for one in request.referrals]
    names += [one.name for one in interview.referrals] if interview else []
    for key, name in {comparable_name(name): name for name in names}.items():
        entry = asked.get(key)
        sent = entry.request.sent if entry else None
        yield Recommended(name, entry.number if entry else 0, sent)
