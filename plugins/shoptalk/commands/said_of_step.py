"""What is said of a step that was recorded, where it may not mean what it was meant to."""

from datetime import date

import click

from shoptalk.commands.step_with import Recorded
from shoptalk.findings.finding import shown
from shoptalk.outreach.messages.gaps import gaps_in
from shoptalk.outreach.request import Appointment, Request
from shoptalk.outreach.times import day_of

WORDS_FOR = {"confirmed": "confirmation", "invitation": "invitation"}


def say_gaps(request: Request) -> None:
    """Name the gaps that were left in a message that was sent."""
    gaps = [found.words for text in (request.subject, request.message) for found in gaps_in(text)]
    if gaps:
        click.echo(
            f"The message in the list still has gaps: {', '.join(map(shown, gaps))}. If it was "
            "sent without them, write there what you sent.",
            err=True,
        )


def say_moved(done: Recorded, made: Appointment) -> None:
    """Say in which zone the new time is, and what was for the old one."""
    before = done.request.appointment
    if before and before.zone and not made.zone:
        if before.on == made.on:
            click.echo(f"The time is still that of {before.zone}; --zone gives another.")
        else:
            click.echo(f"The new time is in your own zone; --zone {before.zone} says otherwise.")
    taken_out = [str(change.path[-1]) for change in done.changes if change.value is None]
    gone = [WORDS_FOR[key] for key in taken_out if key in WORDS_FOR]
    if gone:
        were, them = ("was", "it") if len(gone) == 1 else ("were", "them")
        click.echo(f"The {' and the '.join(gone)} {were} for another time: send {them} anew.")


def say_if_too_late(done: Recorded, on: date) -> None:
    """Say of feedback that came after the request was sent that it does not count."""
    sent = done.request.sent and day_of(done.request.sent, None)
    if sent and on > sent:
        click.echo(
            f"The request was sent on {sent}: as feedback counts only what was said before that.",
            err=True,
        )


def say_if_never_met(done: Recorded) -> None:
    """Say of a check-in that no conversation came before it."""
    request = done.request
    meeting = request.appointment
    if request.interview or (meeting and day_of(meeting.on, None) <= done.today):
        return
    if not done.people.talks_with(request.name, request.organization):
        click.echo(
            f"No conversation with {request.name} is noted yet: a check-in is for somebody you "
            "talked to. To ask once more, use the step remind.",
            err=True,
        )
