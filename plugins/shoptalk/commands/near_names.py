"""Whom a name on the command line may be a slip for."""

import datetime
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import Any

import click
from click.core import ParameterSource

from shoptalk.findings.finding import shown
from shoptalk.outreach.called import Called
from shoptalk.outreach.due.quoting import in_quotes
from shoptalk.outreach.led_to import place_of
from shoptalk.outreach.names import comparable_name
from shoptalk.outreach.writing.named import close_names, is_at, same_name
from shoptalk.starter.start import whole_name

PLAIN = re.compile(r"[\w.:/-]+")


def one_name(words: Collection[str]) -> str:
    """The name that was typed; empty if it is none. Ends the command where there are two."""
    whole = [word for word in words if len(word.split()) > 1]
    if len(whole) > 1:
        raise click.UsageError(
            f"{' and '.join(map(shown, whole))} are two names: give one at a time, a long one "
            "within one pair of quotation marks"
        )
    return whole_name(words)


def no_address(name: str) -> str:
    """The name; ends the command where an address stands in its place."""
    if "@" in name or "://" in name:
        raise click.UsageError(f"{shown(name)} is an address: give the person's name")
    return name


def meant_by(people: Iterable[tuple[str, str]], name: str, organization: str = "") -> str:
    """Who is called almost like somebody who was not found, and the command for the first of them.

    Each of the people is a name with the organization, which tells people of one name apart.
    """
    near = _near(people, name, organization)
    if not near:
        return ""
    listed = " or ".join(_told(one) for one in near)
    return f"; did you mean {listed}?\n  {command_for(near[0])}"


def _near(people: Iterable[tuple[str, str]], name: str, organization: str) -> list[Called]:
    """The most alike first; of those of one name, whose organization is the most alike."""
    known = {(comparable_name(one), place_of(at)): (one, at) for one, at in people}
    count = Counter(compared for compared, _ in known)
    found = []
    for near in map(comparable_name, close_names((one for one, _ in known.values()), name)):
        places = [place for compared, place in known if compared == near]
        best = get_close_matches(place_of(organization), places, 1, 0.3)
        for place in dict.fromkeys((*best, *places)):
            one, at = known[near, place]
            called = Called(name=one, organization=at if place else "", is_shared=count[near] > 1)
            found.append(called)
    return found


def _told(one: Called) -> str:
    if not one.is_shared:
        return shown(one.name)
    return f"{shown(one.name)} {f'at {one.organization}' if one.organization else 'elsewhere'}"


def say_if_unknown(name: str, people: Collection[tuple[str, str]], organization: str = "") -> None:
    """Say that only somebody of almost this name is known, where a new one may be right as well."""
    is_known = any(same_name(one, name) and is_at(at, organization) for one, at in people)
    meant = "" if is_known else meant_by(people, name, organization)
    if meant:
        at = f" at {organization}" if organization else ""
        click.echo(f"Nothing here is about {shown(name)}{at}{meant}", err=True)


def command_for(who: Called) -> str:
    """The command that is running, with its options, for somebody else."""
    context = click.get_current_context()
    words = [
        word
        for one in context.command.params
        if isinstance(one, click.Option)
        and one.name
        and one.name != "organization"
        and context.get_parameter_source(one.name) is ParameterSource.COMMANDLINE
        for word in _typed(one, context.params[one.name])
    ]
    path = context.command_path.partition(" ")[2]
    return " ".join(("shoptalk", path, who.words, *words))


def _typed(option: click.Option, value: Any) -> Iterator[str]:
    """An option as it can be typed."""
    if option.is_flag:
        yield option.opts[0] if value else option.secondary_opts[0]
        return
    for one in value if option.multiple else (value,):
        text = one.isoformat() if isinstance(one, datetime.date) else str(one)
        yield f"{option.opts[0]} {text if PLAIN.fullmatch(text) else in_quotes(text)}"
