"""The command `shoptalk draft`."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shoptalk.commands.examples import examples
from shoptalk.commands.near_names import say_if_unknown
from shoptalk.commands.recording import Edited, People
from shoptalk.commands.step_with import Who, entry_of
from shoptalk.outreach.request import Outreach, Request
from shoptalk.outreach.writing.entry import Change, changed, with_changes
from shoptalk.outreach.writing.named import entries_named
from shoptalk.starter.message import ASKING, INTRODUCTION, Kind, Known, Message
from shoptalk.starter.message import draft as drafted

if TYPE_CHECKING:
    from shoptalk.reading.interview import Interview

KINDS = click.Choice([kind.value for kind in Kind])


@click.command(
    epilog=examples(
        'shoptalk draft "Ken Abara" --kind cold --write',
        'shoptalk draft "Rosalind Okafor" --kind thanks',
    )
)
@click.argument("name", nargs=-1, required=True)
@click.option("--kind", type=KINDS, required=True, help="What the message is for.")
@click.option(
    "--organization",
    default="",
    metavar="TEXT",
    help="Tells two people of one name apart; - is the one without any.",
)
@click.option("--write", is_flag=True, help="Put the request into outreach.yml.")
@click.option("--force", is_flag=True, help="Write over a message that is there, too.")
def draft(name: tuple[str, ...], kind: str, organization: str, write: bool, force: bool) -> None:
    """Draft a message to NAME from what is known, with [gaps] for the rest.

    `warm` drafts the note to whoever introduces you, too.
    """
    who = Who(name, organization)
    if write and kind not in ASKING:
        raise click.UsageError(
            f"--write goes with {', '.join(ASKING)}; `shoptalk did` records other messages, once "
            "they are sent"
        )
    people = People(Path.cwd(), datetime.date.today())
    known = _known(people, who)
    message = drafted(kind, known)
    click.echo("\n\n---\n\n".join(_shown(kind, known, message)))
    if message.gaps:
        count = len(message.gaps)
        gaps = "1 gap is" if count == 1 else f"{count} gaps are"
        click.echo(f"\n{gaps} left, in square brackets.", err=True)
    if write:
        _write(people, who, message, force)


def _known(people: People, who: Who) -> Known:
    """What the request and the latest conversation say of somebody."""
    outreach = people.outreach()
    found = entries_named(outreach.entries, who.name, who.organization)
    request = entry_of(outreach, who, people).request if found else Request(name=who.name)
    talks: list[Interview] = [
        one.interview
        for one in people.talks_with(who.name, who.organization)
        if one.interview and not (request.interview and one.address != request.interview)
    ]
    if not found and not talks:
        say_if_unknown(who.name, people.known, who.organization)
    latest = max(talks, key=lambda one: str(one.date or ""), default=None)
    return Known(request=request, me=outreach.me, interview=latest)


def _shown(kind: str, known: Known, message: Message) -> Iterator[str]:
    if kind == Kind.WARM:
        yield _whole(drafted(INTRODUCTION, known))
    yield _whole(message)


def _whole(message: Message) -> str:
    return f"Subject: {message.subject}\n\n{message.text}"


def _write(people: People, who: Who, message: Message, force: bool) -> None:
    """Put a request into its entry, unless one is there."""
    entry_of(people.outreach(), who, people)

    def edit(text: str, was: Outreach) -> Edited:
        entry = entry_of(was, who, people)
        if entry.request.message and not force:
            raise click.UsageError(
                f"a message stands on line {entry.line('message')} of {people.shown}; --force "
                "writes over it"
            )
        changes = (Change(("subject",), message.subject), Change(("message",), message.text))
        after = changed(entry.request, changes)
        meant = tuple(after if one is entry else one.request for one in was.entries)
        return with_changes(text, entry, changes), meant

    people.write(edit)
    click.echo(f"Wrote to {people.shown}; fill the gaps there.", err=True)
