"""The command `shoptalk due`."""

import datetime
import os
from collections.abc import Sequence
from pathlib import Path

import click

from shoptalk.checking import read_outreach_of
from shoptalk.commands.examples import examples
from shoptalk.commands.portfolio import portfolio_around
from shoptalk.commands.reading import read_said, say
from shoptalk.findings.finding import Severity
from shoptalk.findings.reporters.text import plain
from shoptalk.outreach.due.acquaintance import Clock, clock_of
from shoptalk.outreach.due.due import find_due
from shoptalk.outreach.due.listing import WEEK, render_json, render_markdown, render_text
from shoptalk.outreach.due.step import Due
from shoptalk.outreach.location import outreach_for
from shoptalk.outreach.request import Outreach
from shoptalk.outreach.times import days_after
from shoptalk.privacy.edition import SUFFIX
from shoptalk.privacy.sources.version_control import published
from shoptalk.reading.folder import PRIVATE, shown_path
from shoptalk.reading.own_pages import read_site_settings
from shoptalk.reading.portfolio import INTERVIEWS
from shoptalk.starter.private import private_folder, write_over


@click.command(
    epilog=examples(
        "shoptalk due",
        "shoptalk due --until 2026-12-24",
        "shoptalk due --format ics --out private/due.ics",
    )
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "markdown", "ics"]),
    default="text",
    show_default=True,
    help="How it is printed; ics is for calendars, and holds all unless --until is given.",
)
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Show what is due up to this day, instead of a week ahead.",
)
@click.option("--all", "everything", is_flag=True, help="Show what is due at any time.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
def due(format_: str, until: datetime.datetime | None, everything: bool, out: Path | None) -> None:
    """List what waits to be done, by date: before, between and after your conversations.

    Reads outreach.yml and the interviews of the portfolio you are in. With each thing stands the
    command that records it as done.

    """
    if until and everything:
        raise click.UsageError("--until and --all both say how far to look ahead: give one of them")
    home = portfolio_around(Path.cwd())
    if out:
        _refuse_published(out, home)
    outreach, found, clock = _read(home)
    last = datetime.date.max if everything or (format_ == "ics" and not until) else None
    if last is None:
        last = until.date() if until else days_after(clock.today, WEEK)
    chosen = [one for one in found if one.on <= last]
    _print(_document(chosen, clock, format_, is_plain=out is not None), format_, out)
    if format_ in ("text", "markdown"):
        _say_what_next(outreach, chosen, len(found) - len(chosen))


def _read(home: Path) -> tuple[Outreach, Sequence[Due], Clock]:
    """What is due in a portfolio; says what is wrong with the requests."""
    here, folder = Path.cwd(), home / INTERVIEWS
    today = datetime.date.today()
    files = read_said([folder], here, today).files if folder.is_dir() else ()
    outreach, findings = read_outreach_of([folder], files, here)
    say(finding for finding in findings if finding.severity is Severity.ERROR)
    if not (outreach.is_whole or outreach.entries):
        shown = shown_path(str(outreach_for(home)), here)
        raise click.ClickException(f"{shown} cannot be read, so nobody knows what is due")
    clock = clock_of(outreach)
    return outreach, find_due(outreach, files, clock), clock


def _refuse_published(out: Path, home: Path) -> None:
    """End the command where a file would be published: it names people who agreed to nothing."""
    site = read_site_settings(home)
    folders = (site.docs, site.site, Path(f"{site.site}{SUFFIX}"), home / INTERVIEWS)
    where = Path(os.path.realpath(out))
    for folder in folders:
        if where.is_relative_to(os.path.realpath(folder)):
            raise click.UsageError(
                f"{out} would be published with {folder.name}/, and it names people who did not "
                f"agree to that; write it elsewhere, such as private/{out.name}"
            )


def _document(found: Sequence[Due], clock: Clock, format_: str, *, is_plain: bool) -> bytes:
    if format_ == "ics":
        from shoptalk.outreach.due.calendar import render_calendar

        return render_calendar(found, clock)
    if format_ == "json":
        text = render_json(found, clock)
    elif format_ == "markdown":
        text = render_markdown(found, clock)
    else:
        style = plain if is_plain or os.environ.get("NO_COLOR") else click.style
        text = render_text(found, clock, style)
    return text.encode("utf-8", "backslashreplace")


def _print(document: bytes, format_: str, out: Path | None) -> None:
    if out is None:
        click.echo(document.decode() if format_ == "text" else document, nl=False)
        return
    try:
        if out.parent.name == PRIVATE:
            private_folder(out.parent.parent)
        write_over(out, document.decode())
    except OSError as error:
        raise click.ClickException(f"cannot write {out}: {error.strerror or error}") from None
    if published(out.absolute().parent, out.name):
        click.echo(
            f"{out} names people, and Git may take it along: put a line `{out.name}` into "
            f".gitignore, or write to private/{out.name}.",
            err=True,
        )


def _say_what_next(outreach: Outreach, chosen: Sequence[Due], later: int) -> None:
    """What is not shown, and how to begin where nobody was asked yet."""
    if not chosen:
        click.echo("nothing is due", err=True)
    if later:
        click.echo(f"{later:,} more later; --all shows them", err=True)
    if not outreach.is_kept:
        click.echo(
            'no request is noted yet; `shoptalk asked "Full Name"` notes whom you ask, and then '
            "this also says when to write again",
            err=True,
        )
