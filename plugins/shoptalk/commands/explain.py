"""The command `shoptalk explain`."""

from difflib import get_close_matches
from typing import cast

import click

from shoptalk.catalogue import all_checks, render_all_pages, render_page
from shoptalk.commands.completing import checks_beginning
from shoptalk.commands.examples import examples
from shoptalk.commands.reference import render_commands
from shoptalk.questions.word_list import render_word_list


@click.command(
    epilog=examples(
        "shoptalk explain missing-name",
        "shoptalk explain --list",
    )
)
@click.argument("check_id", required=False, metavar="CHECK", shell_complete=checks_beginning)
@click.option("--all", "everything", is_flag=True, help="Print the page of every check.")
@click.option("--list", "listing", is_flag=True, help="Print the id of every check.")
@click.option("--words", is_flag=True, help="Print what tells questions that mean the same.")
@click.option("--commands", is_flag=True, help="Print the page of every command.")
@click.pass_context
def explain(
    context: click.Context,
    check_id: str | None,
    everything: bool,
    listing: bool,
    words: bool,
    commands: bool,
) -> None:
    """Explain a check, named by the id in square brackets after each message."""
    if commands:
        whole = context.find_root().command
        click.echo(render_commands(cast("click.Group", whole)), nl=False)
        return
    if words:
        click.echo(render_word_list(), nl=False)
        return
    checks = all_checks()
    if everything:
        click.echo(render_all_pages(), nl=False)
    elif listing:
        click.echo("\n".join(f"{id}: {found.summary}" for id, found in checks.items()))
    elif check_id is None:
        raise click.UsageError("name a check, or use --list")
    elif check_id in checks:
        click.echo(render_page(checks[check_id]), nl=False)
    else:
        near = get_close_matches(check_id, checks, 1)
        hint = f"; did you mean '{near[0]}'?" if near else "; `--list` prints those there are"
        raise click.UsageError(f"there is no check '{check_id}'{hint}")
