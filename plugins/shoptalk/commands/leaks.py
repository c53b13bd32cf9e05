"""The command `shoptalk leaks`."""

import datetime
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from shoptalk.checking import Site, read_outreach_of, read_site
from shoptalk.commands.examples import examples
from shoptalk.commands.reading import portfolio_paths, say
from shoptalk.findings.finding import Severity
from shoptalk.findings.reporters.formats import render_document, render_lines
from shoptalk.findings.reporters.summary import render_counts
from shoptalk.findings.reporters.text import plain
from shoptalk.privacy.leaks.site_files import theme_folders
from shoptalk.privacy.leaks.site_search import Searched, search_site
from shoptalk.privacy.public_people import public_people
from shoptalk.privacy.sources.faults import check_names
from shoptalk.reading.corpus import read_corpus
from shoptalk.reading.folder import shown_path
from shoptalk.reading.own_pages import SETTINGS, read_own_pages
from shoptalk.reading.portfolio import interviews_of
from shoptalk.reading.source import Source
from shoptalk.reading.source_file import read_source

EXIT_LEAKS = 1


@click.command(
    epilog=examples(
        "shoptalk leaks site",
        "shoptalk leaks site --portfolio . --format json",
    )
)
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--portfolio",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The portfolio that the site was built from, unless you are in it.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How leaks are printed.",
)
@click.option(
    "--allow",
    multiple=True,
    metavar="TEXT",
    help="A name, a mail address, a number or a domain such as @example.org that may be shown, "
    "besides what `allow` in mkdocs.yml names.",
)
def leaks(site: Path, portfolio: Path | None, format_: str, allow: tuple[str, ...]) -> None:
    """Search a built SITE for whatever people did not agree to have published.

    Exits with 1 if something is found, or if outreach.yml cannot be read and its people cannot be
    searched for.
    """
    here, today = Path.cwd(), datetime.date.today()
    if (site / SETTINGS).is_file():
        raise click.UsageError(
            f"{shown_path(str(site.absolute()), here)} is a portfolio and no built site; "
            "name the folder that `mkdocs build` made, such as site"
        )
    paths = portfolio_paths((portfolio,) if portfolio else (), here)
    chosen = [interviews_of(path) for path in paths]
    corpus = read_corpus(chosen, today, start=here)
    of_site = read_site(chosen)
    outreach, faults = read_outreach_of(chosen, corpus.files, here)
    people = public_people(corpus, today, (*of_site.allowed, *allow), outreach)
    searched = search_site(
        site,
        people.finder_of_everything(),
        homes=people.homes(),
        same_as=theme_folders(),
        shown_as=shown_path(str(site.absolute()), here),
    )
    say(check_names(corpus.files, here))
    _print(searched, list(_repeated_from(of_site, here)), format_)
    if people.unread:
        every = [*faults, *(fault for file in corpus.files for fault in file.findings)]
        unread = (*people.unread, *(fault.place.path for fault in faults))
        say(one for one in every if one.severity is Severity.ERROR and one.place.path in unread)
        raise click.ClickException(f"{people.cannot_search}; mend it first")
    raise SystemExit(EXIT_LEAKS if searched.findings else 0)


def _repeated_from(site: Site, here: Path) -> Iterator[Source]:
    """Where stands what every page repeats: in the settings, and in titles of own pages."""
    for path in site.settings:
        source, _ = read_source(str(path), shown_path(str(path), here))
        if source:
            yield source
    for docs in site.docs:
        yield from read_own_pages(docs, here)


def _print(searched: Searched, sources: Sequence[Source], format_: str) -> None:
    findings = searched.findings_in_short(sources)
    if format_ == "json":
        click.echo(render_document("json", findings, searched.files, frozenset()).encode())
        return
    style = plain if os.environ.get("NO_COLOR") else click.style
    click.echo(render_lines("text", findings, style), nl=False)
    found = render_counts(findings) or "nothing private found"
    click.echo(f"{len(searched.files):,} files of the site: {found}")
