"""What the list of requests says of somebody whose conversation is prepared or written up."""

from dataclasses import replace
from datetime import date

import click

from shoptalk.commands.step_with import which
from shoptalk.findings.finding import shown
from shoptalk.outreach.called import NOWHERE
from shoptalk.outreach.days import REFUSED
from shoptalk.outreach.due.acquaintance import clock_of
from shoptalk.outreach.led_to import place_of
from shoptalk.outreach.request import Outreach, Request
from shoptalk.outreach.writing.named import entries_named
from shoptalk.reading.fields import is_placeholder
from shoptalk.starter.person import Person


def request_to(name: str, organization: str, outreach: Outreach) -> Request:
    """The request to somebody; one that says no more than is given, where there is none.

    Ends the command where nobody can tell which of several people of the name is meant.
    """
    found = entries_named(outreach.entries, name, organization)
    if len({place_of(entry.request.organization) for entry in found}) > 1:
        path = found[0].source.path
        raise click.UsageError(f"{shown(name)} stands in {path} {len(found)} times: {which(found)}")
    if found:
        return found[0].request
    return Request(name=name, organization="" if organization == NOWHERE else organization)


def with_request(person: Person, request: Request) -> Person:
    """The person with what the request says of them."""
    return replace(
        person, title=_filled_in(request.title), workplace=_filled_in(request.organization)
    )


def day_met(request: Request, outreach: Outreach) -> date | None:
    """The day of the appointment, if it is not still to come."""
    meeting, clock = request.appointment, clock_of(outreach)
    day = clock.day(meeting.on, meeting.zone) if meeting else None
    return day if day and day <= clock.today and request.answer not in REFUSED else None


def _filled_in(text: str) -> str:
    return "" if is_placeholder(text) else text
