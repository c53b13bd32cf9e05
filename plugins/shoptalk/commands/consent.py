"""What commands that start an interview ask about consent, or are told by options."""

import sys
from collections.abc import Callable
from typing import Any

import click

from shoptalk.findings.finding import shown
from shoptalk.privacy.alias import names_person
from shoptalk.starter.person import Person
from shoptalk.starter.start import file_name, whole_name

ANSWERS = {"yes": True, "y": True, "no": False, "n": False, "not asked yet": None}


def consent_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that answer what would be asked."""
    for option in (
        click.option(
            "--alias",
            metavar="TEXT",
            default="",
            help='What stands for the name, such as "A clinical data engineer".',
        ),
        click.option(
            "--consent/--no-consent",
            "agreed",
            default=None,
            help="The person agreed to have the name published, or refused.",
        ),
    ):
        command = option(command)
    return command


def person_called(name: str, agreed: bool | None, alias: str, *, ask: bool = False) -> Person:
    """The person; on a terminal, what no option says may be asked. Nothing said: nothing agreed."""
    if ask and agreed is None and not alias and is_terminal():
        agreed = ANSWERS[
            click.prompt(
                f"Did {name} agree to have the name published? (yes, no, not asked yet)",
                type=click.Choice(tuple(ANSWERS), case_sensitive=False),
                show_choices=False,
                default="not asked yet",
            )
        ]
        if not agreed:
            alias = click.prompt(
                "What may stand for the name, such as 'A clinical data engineer'? "
                "Enter leaves that for later",
                default="",
                show_default=False,
            )
    alias = _usable(alias)
    if not agreed and names_person(alias, name):
        raise click.UsageError(
            f"the alias {shown(alias)} names the person, and the file would be called after it; "
            "take words that fit many people"
        )
    return Person(name=name, agreed=agreed, alias=alias)


def is_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _usable(alias: str) -> str:
    """An alias on one line; ends the command where it is none."""
    usable = whole_name((alias,))
    if alias.strip() and not (usable and file_name(usable)):
        raise click.UsageError("the alias is no text that could stand for a name")
    return usable
