"""The command `shoptalk export`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from shoptalk.commands.examples import examples
from shoptalk.privacy.edition import SUFFIX, Edition
from shoptalk.privacy.edition import VARIABLE as EDITION
from shoptalk.privacy.sources.version_control import published
from shoptalk.reading.folder import PRIVATE
from shoptalk.reading.own_pages import (
    child_of,
    compose_settings,
    missing_docs,
    plugin_of,
    read_site_settings,
    text_of,
)
from shoptalk.site.exported import DOCS, MARK, PARTS, VARIABLE

SETTINGS = ("mkdocs.yml", "mkdocs.yaml")
INTERVIEWS = "interviews"


@click.command(
    epilog=examples(
        "shoptalk export exported",
        "shoptalk export exported --edition public",
    )
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    help="For whom it is; what SHOPTALK_EDITION or mkdocs.yml says, unless given.",
)
def export(folder: Path, edition: str | None) -> None:
    """Write the whole site as Markdown into DIR, for generators that do not run the plugin.

    DIR is new or empty, or an earlier export wrote it: then its docs/ and mkdocs.yml are made
    anew, and other files in it stay.
    """
    if not any(Path(name).is_file() for name in SETTINGS):
        raise click.UsageError("there is no mkdocs.yml here; go to the folder of the portfolio")
    if fault := missing_docs(Path()) or fault_of(folder):
        raise click.ClickException(fault)
    is_new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".shoptalk-", dir=folder) as made:
            written = _build(Path(made), edition)
            pages = sum(1 for _ in (written / DOCS).rglob("*.md"))
            put_into_place(written, folder, Path(made, "before"))
            names_everybody = Path(made, f"site{SUFFIX}").is_dir()
    except OSError as error:
        raise click.ClickException(f"cannot write {folder}: {error.strerror or error}") from None
    finally:
        if is_new and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    click.echo(f"Wrote {pages:,} pages, and mkdocs.yml for them, into {folder.as_posix()}.")
    if names_everybody and published(folder.absolute().parent, folder.name):
        click.echo(f"Git may take it along: put a line `{folder.name}/` into .gitignore.", err=True)


def fault_of(folder: Path) -> str:
    """Why nothing may be written into a folder; empty if it may."""
    shown, whole = folder.as_posix(), folder.resolve()
    for source in _sources():
        if whole == source or source in whole.parents:
            return f"{shown} is in {source.name}/, which the site is made from; name another folder"
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        return f"{shown} holds files that no export wrote; name a new folder, or empty this one"
    return ""


def _sources() -> list[Path]:
    """The folders that the site of the portfolio here is made from."""
    here = Path()
    options = plugin_of(compose_settings(here), "shoptalk")
    interviews = here / text_of(child_of(options, INTERVIEWS), INTERVIEWS)
    docs = read_site_settings(here).docs
    return [one.resolve() for one in (docs, interviews, interviews.with_name(PRIVATE))]


def _build(made: Path, edition: str | None) -> Path:
    """The files, from a site that is built and searched beside them."""
    written = made / "written"
    written.mkdir()
    environment = {**os.environ, VARIABLE: str(written.resolve()), "NO_MKDOCS_2_WARNING": "1"}
    if edition:
        environment[EDITION] = edition
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(made.resolve() / "site")],
        env=environment,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        click.echo(done.stdout + done.stderr, nl=False, err=True)
        raise click.ClickException("the site could not be built, so nothing was written")
    if not (written / MARK).is_file():
        raise click.ClickException("nothing to export: `plugins` in mkdocs.yml has no shoptalk")
    return written


def put_into_place(written: Path, folder: Path, before: Path) -> None:
    """Put everything into its place, or leave all as it was."""
    before.mkdir()
    put: list[str] = []
    try:
        for part in PARTS:
            if (folder / part).exists():
                (folder / part).rename(before / part)
            put.append(part)
            if (written / part).exists():
                (written / part).rename(folder / part)
    except OSError:
        for part in put:
            if (folder / part).exists():
                (folder / part).rename(written / part)
            if (before / part).exists():
                (before / part).rename(folder / part)
        raise
