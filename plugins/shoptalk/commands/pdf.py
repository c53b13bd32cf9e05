"""The command `shoptalk pdf`."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from shoptalk.commands.browsers import PrintingError, find_browser, print_page
from shoptalk.commands.examples import examples
from shoptalk.commands.pdf_pages import first_pages
from shoptalk.privacy.edition import PRINTED, SUFFIX, Edition
from shoptalk.privacy.edition import VARIABLE as EDITION
from shoptalk.privacy.sources.version_control import published
from shoptalk.reading.own_pages import missing_docs
from shoptalk.site.document import (
    CONVERSATIONS,
    DOCUMENT,
    VARIABLE,
    WITH_QUESTIONS,
    with_page_numbers,
)

SETTINGS = ("mkdocs.yml", "mkdocs.yaml")
NO_BROWSER = """\
there is no Chromium, Chrome or Edge here that could print. Install one of them, such as Chromium \
with `apt install chromium` or Chrome from its own site, or name its program with --browser."""


@click.command(
    epilog=examples(
        "shoptalk pdf",
        "shoptalk pdf --questions --out portfolio.pdf",
    )
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; portfolio.pdf, or portfolio-instructor.pdf, unless given.",
)
@click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    help="For whom it is; what SHOPTALK_EDITION or mkdocs.yml says, unless given.",
)
@click.option("--questions", is_flag=True, help="Add the list of all questions.")
@click.option(
    "--browser",
    type=click.Path(exists=True, dir_okay=False),
    help="The program of the browser that prints.",
)
def pdf(out: Path | None, edition: str | None, questions: bool, browser: str | None) -> None:
    """Print the whole portfolio into one PDF, with a cover, contents and bookmarks.

    Builds the site anew for it, and prints it with an installed Chromium, Chrome or Edge.
    """
    if not any(Path(name).is_file() for name in SETTINGS):
        raise click.UsageError("there is no mkdocs.yml here; go to the folder of the portfolio")
    to_do = missing_docs(Path())
    if to_do:
        raise click.ClickException(to_do)
    program = browser or find_browser()
    if program is None:
        raise click.ClickException(NO_BROWSER)
    wanted = WITH_QUESTIONS if questions else CONVERSATIONS
    with tempfile.TemporaryDirectory(prefix="shoptalk-", ignore_cleanup_errors=True) as made:
        document, suffix = _build(Path(made), edition, wanted)
        try:
            printed = _print(program, document)
        except PrintingError as error:
            raise click.ClickException(str(error)) from None
        target = out or Path(PRINTED if suffix else "portfolio.pdf")
        try:
            _put(printed, target)
        except OSError as error:
            raise click.ClickException(f"cannot write {target}: {error.strerror}") from None
    click.echo(f"Printed {target.as_posix()}.")
    if suffix and published(target.absolute().parent, target.name):
        click.echo(f"Git may take it along: put a line `{target.name}` into .gitignore.", err=True)


def _build(folder: Path, edition: str | None, wanted: str) -> tuple[Path, str]:
    """The document of a site built in a folder, and the suffix that its edition has."""
    environment = {**os.environ, VARIABLE: wanted, "NO_MKDOCS_2_WARNING": "1"}
    if edition:
        environment[EDITION] = edition
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder / "site")],
        env=environment,
        capture_output=True,
        encoding="locale",
        errors="replace",
        check=False,
    )
    if done.returncode:
        click.echo(done.stdout + done.stderr, nl=False, err=True)
        raise click.ClickException("the site could not be built, so nothing was printed")
    for suffix in (SUFFIX, ""):
        document = folder / f"site{suffix}" / DOCUMENT
        if document.is_file():
            return document, suffix
    raise click.ClickException("nothing to print: `plugins` in mkdocs.yml does not name shoptalk")


def _print(program: str, document: Path) -> Path:
    """A document on paper: twice, as only then it is known on which pages its parts begin."""
    printed, profile = document.with_name("printed.pdf"), document.with_name("profile")
    print_page(program, document, printed, profile)
    if found := first_pages(printed.read_bytes()):
        numbered = with_page_numbers(document.read_text(encoding="utf-8"), found)
        document.write_text(numbered, encoding="utf-8")
        print_page(program, document, printed, profile)
    return printed


def _put(printed: Path, target: Path) -> None:
    """Put a file into its place, whole or not at all."""
    part = target.with_name(f".~{target.name}")
    try:
        shutil.copyfile(printed, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
