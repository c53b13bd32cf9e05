"""The command `shoptalk`."""

import datetime
import io
import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shoptalk import __version__

if TYPE_CHECKING:
    from shoptalk.findings.finding import Finding

UNTYPEABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters, and bytes that the terminal did not send as UTF-8."""

INTERVIEWS = Path("interviews")
EXIT_FINDINGS = 1
EXIT_USAGE = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Check and start write-ups of informational interviews."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # not every terminal knows every name


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail the check, too.")
def check(paths: tuple[Path, ...], format_: str, strict: bool) -> None:
    """Check interviews: files, folders, or the portfolio in this folder.

    Exits with 1 if there are errors (with --strict also if there are warnings), and with 2 if the
    rubric cannot be read.
    """
    from shoptalk.findings.finding import Severity
    from shoptalk.findings.reporters.summary import render_summary
    from shoptalk.reading.corpus import read_corpus
    from shoptalk.reading.folder import shown_path
    from shoptalk.rubric.grading import grade
    from shoptalk.rubric.rubric import read_rubric

    here = Path.cwd()
    if not paths and not INTERVIEWS.is_dir() and not any(here.glob("*.md")):
        raise click.UsageError(
            "there is no folder interviews/ here yet; start the first interview with "
            '`shoptalk new "Full Name"`, or name the files to check'
        )
    chosen = [_interviews_of(path) for path in paths or (here,)]
    rubric_path = _rubric_for(chosen[0])
    rubric, rubric_findings = read_rubric(
        rubric_path, shown_path(str(rubric_path), here) if rubric_path else ""
    )
    if rubric is None:
        _print(rubric_findings, 0, format_)
        raise SystemExit(EXIT_USAGE)
    corpus = read_corpus(chosen, datetime.date.today(), start=here, progress=_progress())
    findings = [*rubric_findings, *grade(corpus, rubric).all_findings]
    _print(findings, len(corpus.files), format_)
    if format_ != "json":
        click.echo(render_summary(findings, len(corpus.files)), err=format_ == "github")
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    raise SystemExit(EXIT_FINDINGS if any(f.severity in failing for f in findings) else 0)


@main.command()
@click.argument("name", nargs=-1, required=True)
@click.option(
    "--in",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=INTERVIEWS,
    show_default=True,
    help="The folder the file goes into.",
)
def new(name: tuple[str, ...], folder: Path) -> None:
    """Start the write-up of a conversation with NAME."""
    from shoptalk.starter.start import start_interview

    full_name = " ".join(" ".join(name).split())
    if not any(char.isalnum() for char in full_name) or UNTYPEABLE.search(full_name):
        raise click.UsageError('give the person\'s name: shoptalk new "Full Name"')
    if folder == INTERVIEWS and Path.cwd().name == INTERVIEWS.name and not folder.is_dir():
        folder = Path()
    try:
        path = start_interview(full_name, folder, datetime.date.today())
    except FileExistsError as error:
        raise click.ClickException(
            f"{error.filename} is there already, and was left as it is; "
            "write into it, or rename it first"
        ) from None
    except OSError as error:
        raise click.ClickException(f"cannot write {error.filename}: {error.strerror}") from None
    click.echo(f"Started {path.as_posix()}.")
    click.echo(
        "Next: replace each TODO, then run `shoptalk check`.\n"
        "To see it as a page, run `mkdocs serve` and open http://127.0.0.1:8000/."
    )


@main.command()
@click.argument("check_id", required=False, metavar="CHECK")
@click.option("--all", "everything", is_flag=True, help="Print the page of every check.")
@click.option("--list", "listing", is_flag=True, help="Print the id of every check.")
def explain(check_id: str | None, everything: bool, listing: bool) -> None:
    """Explain a check, named by the id in square brackets after each message."""
    from difflib import get_close_matches

    from shoptalk.catalogue import all_checks, render_all_pages, render_page

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


def _interviews_of(path: Path) -> Path:
    """The interviews of a portfolio, if the path is one; else the path itself."""
    inside = path / "interviews"
    return inside if os.path.isdir(inside) else path  # noqa: PTH112 (Path.is_dir() raises where it may not look)


def _rubric_for(path: Path) -> Path | None:
    """The `rubric.yml` beside the interviews, or in a folder above them."""
    start = Path(os.path.realpath(path))  # Path.resolve() raises on links that lead in circles
    candidates = (folder / "rubric.yml" for folder in (start, *start.parents)[:4])
    return next(
        filter(os.path.lexists, candidates),  # what is no file there is a finding
        None,
    )


def _print(findings: "Sequence[Finding]", files: int, format_: str) -> None:
    if format_ == "json":
        from shoptalk.findings.reporters.json import render_findings as render_json

        click.echo(render_json(findings, files).encode())  # UTF-8 wherever it runs
    elif format_ == "github":
        from shoptalk.findings.reporters.github import render_findings as render_github

        click.echo(render_github(findings), nl=False)
    else:
        from shoptalk.findings.reporters.text import plain
        from shoptalk.findings.reporters.text import render_findings as render_text

        style = plain if os.environ.get("NO_COLOR") else click.style
        click.echo(render_text(findings, style), nl=False)


def _progress() -> Callable[[int, int], None]:
    """Says on a terminal how far a check has come, from the second second on."""
    started = said = time.monotonic()
    if not sys.stderr.isatty():
        return lambda done, of: None

    def report(done: int, of: int) -> None:
        nonlocal said
        now = time.monotonic()
        if done + 1 == of and said > started:
            click.echo("\r\033[K", nl=False, err=True)
        elif now - started > 1 and now - said > 0.1:
            said = now
            click.echo(f"\rread {done:,} of {of:,} interviews", nl=False, err=True)

    return report
