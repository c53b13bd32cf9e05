"""The command `shoptalk asked`."""

import datetime
from typing import Any, TextIO

import click

from shoptalk.commands.examples import examples
from shoptalk.commands.moments import MOMENT
from shoptalk.commands.near_names import no_address, one_name
from shoptalk.commands.recording import Edited
from shoptalk.commands.said_of_step import say_gaps
from shoptalk.commands.step_with import people_here
from shoptalk.outreach.called import NOWHERE, Called
from shoptalk.outreach.due.acquaintance import clock_of
from shoptalk.outreach.due.quoting import in_quotes
from shoptalk.outreach.led_to import place_of
from shoptalk.outreach.request import Channel, Entry, Outreach, Request, Route
from shoptalk.outreach.writing.entry import with_request
from shoptalk.outreach.writing.named import close_names, entries_named, same_name

ROUTES = click.Choice([one.value for one in Route])
SLIP = 0.85
"""How much two names are alike, up to 1, if one is likely a slip for the other."""

CHANNELS = click.Choice([one.value for one in Channel])

WORKPLACE = "..."
"""What a command has in the place of the organization that nobody knows."""


class MessageFile(click.File):
    """The file of a message; where there is none, the text itself may have been given."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """The open file; ends the command where there is none."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            raise click.BadParameter(
                f"{error.message}; name a file that holds the message, or give - and type or pipe "
                "it in",
                ctx,
                param,
            ) from None


@click.command(
    epilog=examples(
        'shoptalk asked "Mei Fairweather" --route warm --introduced-by "Rosalind Okafor"',
        'shoptalk asked "Mei Fairweather" --on 2026-10-01 --channel email',
        'shoptalk asked "Mei Fairweather" --planned --why "your talk on what a mill measures"',
    )
)
@click.argument("name", nargs=-1, required=True)
@click.option("--title", default="", metavar="TEXT", help="The person's job title.")
@click.option("--organization", default="", metavar="TEXT", help="Where the person works.")
@click.option("--route", type=ROUTES, help="How you reached the person.")
@click.option("--introduced-by", default="", metavar="NAME", help="Who made the introduction.")
@click.option("--channel", type=CHANNELS, help="What you wrote by.")
@click.option("--why", default="", metavar="TEXT", help="Why this very person.")
@click.option("--shared", default="", metavar="TEXT", help="What the two of you have in common.")
@click.option("--subject", default="", metavar="TEXT", help="The subject of the message.")
@click.option(
    "--message",
    type=MessageFile(encoding="utf-8-sig"),
    metavar="FILE",
    help="The file with the message; - reads what is typed or piped in.",
)
@click.option("--on", "sent", type=MOMENT, help="When it was sent; today unless given.")
@click.option("--planned", is_flag=True, help="It has not been sent yet.")
def asked(
    name: tuple[str, ...],
    sent: datetime.date | None,
    planned: bool,
    message: TextIO | None,
    route: str | None,
    channel: str | None,
    **said: Any,
) -> None:
    """Write down in outreach.yml that you asked NAME for a conversation."""
    full_name = no_address(one_name(name))
    if not full_name:
        raise click.UsageError('give the person\'s name: shoptalk asked "Full Name"')
    if planned and sent:
        raise click.UsageError("--planned says that it was not sent, and --on says when it was")
    given: dict[str, Any] = {key: " ".join(value.split()) for key, value in said.items()}
    if given["organization"] == NOWHERE:
        given["organization"] = ""
    given["route"] = Route(route) if route else None
    given["channel"] = Channel(channel) if channel else None
    given["message"] = _text(message) if message else ""
    people = people_here()
    near: list[Entry] = []
    made: list[Request] = []

    def edit(text: str, was: Outreach) -> Edited:
        near[:] = _almost_called(full_name, was)
        on = None if planned else sent or clock_of(was).today
        made[:] = [Request(name=full_name, sent=on, **given)]
        return _added(text, was, made[0])

    people.write(edit)
    [request] = made
    how = "not sent yet" if request.sent is None else f"asked on {request.sent:%Y-%m-%d}"
    click.echo(f"Wrote to {people.shown}: {full_name}, {how}.")
    if request.sent:
        say_gaps(request)
    for entry in near:
        click.echo(
            f"{entry.request.name} stands there, too, on line {entry.line('')}: if that is the "
            f"same person, take one of the two out.",
            err=True,
        )


def _almost_called(name: str, was: Outreach) -> list[Entry]:
    """The requests to those whose name a slip may have made this one of."""
    near = close_names(
        [one.name for one in was.requests if not same_name(one.name, name)], name, SLIP
    )
    return [entry for entry in was.entries if entry.request.name in near]


def _text(file: TextIO) -> str:
    try:
        return file.read().strip()
    except UnicodeDecodeError:
        raise click.UsageError("the message is not UTF-8") from None


def _added(text: str, was: Outreach, request: Request) -> Edited:
    """The text with one more request, unless it is to somebody who is there, or may be."""
    known = entries_named(was.entries, request.name)
    for entry in known:
        here, there = place_of(request.organization), place_of(entry.request.organization)
        if not here or not there or here == there:
            raise click.UsageError(_not_told_apart(entry, request, is_shared=len(known) > 1))
    return with_request(text, request), (*was.requests, request)


def _not_told_apart(entry: Entry, request: Request, *, is_shared: bool) -> str:
    """What to do about a name that stands in the list already."""
    name, there, line = entry.request.name, entry.request.organization, entry.line("")
    step = "remind" if entry.request.sent else "send"
    who = Called(name=name, organization=there, is_shared=is_shared).words
    first = "" if there else f"write an `organization` below line {line}, then "
    here = in_quotes(WORKPLACE if there else request.organization or WORKPLACE)
    return (
        f"{name} stands in the list already, on line {line}: `shoptalk did {step} {who}` records "
        "what came next. Two people of one name are told apart by where they work: for somebody "
        f"else, {first}`shoptalk asked {in_quotes(request.name)} --organization {here}`"
    )
