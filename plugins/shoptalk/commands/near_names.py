"""Whom a name on the command line may be a slip for."""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import click
from click.core import ParameterSource

from shoptalk.findings.finding import shown
from shoptalk.outreach.due.quoting import in_quotes
from shoptalk.outreach.writing.named import close_names, same_name
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


def meant_by(names: Iterable[str], name: str) -> str:
    """Who is called almost like a name that was not found, and the command for them."""
    near = close_names(names, name)
    if not near:
        return ""
    return f"; did you mean {' or '.join(map(shown, near))}?\n  {command_for(near[0])}"


def say_if_unknown(name: str, names: Collection[str]) -> None:
    """Say that only somebody of almost this name is known, where a new one may be right as well."""
    meant = "" if any(same_name(one, name) for one in names) else meant_by(names, name)
    if meant:
        click.echo(f"Nothing here is about {shown(name)}{meant}", err=True)


def command_for(name: str) -> str:
    """The command that is running, with its options, for somebody else."""
    context = click.get_current_context()
    words = [
        word
        for one in context.command.params
        if isinstance(one, click.Option)
        and one.name
        and context.get_parameter_source(one.name) is ParameterSource.COMMANDLINE
        for word in _typed(one, context.params[one.name])
    ]
    path = context.command_path.partition(" ")[2]
    return " ".join(("shoptalk", path, in_quotes(name), *words))


def _typed(option: click.Option, value: Any) -> Iterator[str]:
    """An option as it can be typed."""
    if option.is_flag:
        yield option.opts[0] if value else option.secondary_opts[0]
        return
    for one in value if option.multiple else (value,):
        text = one.isoformat() if isinstance(one, datetime.date) else str(one)
        yield f"{option.opts[0]} {text if PLAIN.fullmatch(text) else in_quotes(text)}"
