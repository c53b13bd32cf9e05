"""The command `shoptalk outreach`."""

import datetime
from collections.abc import Iterable
from pathlib import Path

import click

from shoptalk.checking import read_outreach_of
from shoptalk.commands.examples import examples
from shoptalk.commands.reading import portfolio_paths, read_said, say
from shoptalk.findings.finding import Finding, Severity
from shoptalk.outreach.due.acquaintance import clock_of
from shoptalk.outreach.location import outreach_for
from shoptalk.outreach.what_works.story import story_of
from shoptalk.outreach.what_works.told import render_json, render_markdown, render_text
from shoptalk.reading.folder import shown_path
from shoptalk.reading.portfolio import interviews_of

FORMATS = {"text": render_text, "json": render_json, "markdown": render_markdown}


@click.command(
    epilog=examples(
        "shoptalk outreach",
        "shoptalk outreach --format markdown",
    )
)
@click.argument("portfolio", type=click.Path(exists=True, path_type=Path), default=Path())
@click.option(
    "--format",
    "format_",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    show_default=True,
    help="How it is printed.",
)
def outreach(portfolio: Path, format_: str) -> None:
    """Say what came of asking: answers, conversations, and who led to whom.

    It goes by outreach.yml in PORTFOLIO, the folder you are in unless given, and names people who
    agreed to nothing: it is for you and your instructor.
    """
    here, today = Path.cwd(), datetime.date.today()
    paths = portfolio_paths((portfolio,) if portfolio != Path() else (), here)
    corpus = read_said(paths, here, today)
    requests, faults = read_outreach_of([interviews_of(paths[0])], corpus.files, here)
    say(fault for fault in faults if fault.severity is Severity.ERROR)
    story = story_of(requests, corpus.files, clock_of(requests))
    if story is None or story.funnel is None:
        home = interviews_of(paths[0]).parent
        path = outreach_for(home)
        raise click.ClickException(_why_nothing(path.exists(), shown_path(str(path), here), faults))
    click.echo(FORMATS[format_](story, story.funnel), nl=False)


def _why_nothing(is_there: bool, shown: str, faults: Iterable[Finding]) -> str:
    """Why there is nothing to tell, and what to do."""
    if any(fault.severity is Severity.ERROR for fault in faults):
        return f"{shown} cannot be read; `shoptalk check` says why"
    what = f"{shown} holds no request yet" if is_there else f"there is no list of requests: {shown}"
    return f'{what}; `shoptalk asked "Full Name"` writes down whom you asked'
