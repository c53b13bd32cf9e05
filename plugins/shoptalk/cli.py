"""The command `shoptalk`."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shoptalk import __version__
from shoptalk.commands.completing import courses_beginning
from shoptalk.commands.ending import EndsInOrder, nobody_reads
from shoptalk.commands.examples import examples
from shoptalk.commands.lazy import LazyGroup
from shoptalk.findings.reporters.formats import DOCUMENTS, LINES, render_document, render_lines

if TYPE_CHECKING:
    from shoptalk.checking import Checked
    from shoptalk.findings.finding import Severity

INTERVIEWS = Path("interviews")
EXIT_FINDINGS = 1
EXIT_USAGE = 2

LOADED_WHEN_CALLED = {
    "ask": "shoptalk.commands.ask:ask",
    "asked": "shoptalk.commands.asked:asked",
    "completion": "shoptalk.commands.completion:completion",
    "did": "shoptalk.commands.did:did",
    "draft": "shoptalk.commands.draft:draft",
    "due": "shoptalk.commands.due:due",
    "editor": "shoptalk.commands.editor:editor",
    "explain": "shoptalk.commands.explain:explain",
    "export": "shoptalk.commands.export:export",
    "forget": "shoptalk.commands.forget:forget",
    "grade": "shoptalk.commands.grade:grade",
    "gradebook": "shoptalk.commands.gradebook:gradebook",
    "init": "shoptalk.commands.init:init",
    "leaks": "shoptalk.commands.leaks:leaks",
    "new": "shoptalk.commands.new:new",
    "outreach": "shoptalk.commands.outreach:outreach",
    "pdf": "shoptalk.commands.pdf:pdf",
    "prepare": "shoptalk.commands.prepare:prepare",
    "rubric": "shoptalk.commands.rubric:rubric",
    "score": "shoptalk.commands.score:score",
}


class Shoptalk(LazyGroup, EndsInOrder):
    """The command, with all that it consists of."""


@click.group(
    cls=Shoptalk,
    lazy=LOADED_WHEN_CALLED,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "shoptalk init mine --yes",
        'shoptalk new "Ken Abara"',
        "shoptalk check",
    ),
)
@click.version_option(__version__)
def main() -> None:
    """From informational interviews to a portfolio: start, check, grade and print write-ups.

    `shoptalk COMMAND --help` explains a command and shows examples. The site is built by `mkdocs`.
    """


@main.command(
    epilog=examples(
        "shoptalk check",
        "shoptalk check interviews/rosalind-okafor.md --strict",
        "shoptalk check --fix",
    )
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--format",
    "format_",
    type=click.Choice((*LINES, *DOCUMENTS)),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail the check, too.")
@click.option(
    "--rubric",
    "rubric_name",
    metavar="FILE|COURSE",
    shell_complete=courses_beginning,
    help="Check by this rubric instead of the portfolio's own.",
)
@click.option("--fix", is_flag=True, help="Mend what can mean one thing only, then check.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and change nothing.")
@click.option("--watch", is_flag=True, help="Check again after each save, until Ctrl+C.")
def check(
    paths: tuple[Path, ...],
    format_: str,
    strict: bool,
    rubric_name: str | None,
    fix: bool,
    diff: bool,
    watch: bool,
) -> None:
    """Check interviews: files, folders, or the portfolio in this folder.

    Exits with 1 if there are errors (with --strict also if there are warnings), and with 2 if the
    rubric cannot be read or a PATH is not there.
    """
    from shoptalk.checking import check_portfolio
    from shoptalk.dividing import CheckCutShortError
    from shoptalk.reading.portfolio import has_only_rubric, has_write_ups

    here = Path.cwd()
    if not (paths or INTERVIEWS.is_dir() or has_write_ups(here) or has_only_rubric(here)):
        raise click.UsageError(
            "there is no folder interviews/ here yet; make a portfolio with `shoptalk init .`, "
            "go to the folder of yours, or name the files to check"
        )
    paths = paths or (here,)
    if watch and (fix or diff or rubric_name):
        raise click.UsageError("--watch goes with none of --fix, --diff and --rubric")
    if watch:
        _watch(paths, here, format_, strict)
        return
    rubric = None
    if rubric_name:
        from shoptalk.commands.reading import rubric_file

        rubric = rubric_file(rubric_name)
    if fix or diff:
        raise SystemExit(_mend(paths, here, format_, strict, rubric, write=not diff))
    try:
        checked = check_portfolio(paths, here, rubric_path=rubric, progress=_progress())
    except CheckCutShortError as error:
        raise click.ClickException(str(error)) from None
    _print(checked, format_, strict)
    raise SystemExit(_exit_code(checked, strict, paths))


def _watch(paths: "Sequence[Path]", here: Path, format_: str, strict: bool) -> None:
    """Check now and after each save, until the user ends it."""
    from shoptalk.checking import check_portfolio, look_at
    from shoptalk.findings.reporters.summary import ROUND_BEGINS, render_end_of_round
    from shoptalk.reading.unchanged import UnchangedFiles
    from shoptalk.watching import watch

    if format_ not in LINES:
        raise click.UsageError(f"--watch goes with --format {' or '.join(LINES)} only")
    unchanged = UnchangedFiles()

    def check_once() -> None:
        started = time.perf_counter()
        click.echo(ROUND_BEGINS)
        checked = check_portfolio(paths, here, read=unchanged.read, progress=_progress())
        _print(checked, format_, strict)
        click.echo(render_end_of_round(time.perf_counter() - started))
        if nobody_reads():
            raise SystemExit(0)

    with contextlib.suppress(KeyboardInterrupt):
        watch(lambda: look_at(paths, here), check_once)


def _mend(
    paths: "Sequence[Path]",
    here: Path,
    format_: str,
    strict: bool,
    rubric: Path | None,
    *,
    write: bool,
) -> int:
    """Mend the files, or print what would be mended, and return the exit code of the check."""
    from shoptalk.checking import check_portfolio
    from shoptalk.mending.diff import render_diff
    from shoptalk.mending.mended_files import MendedFiles

    if not write and format_ != "text":
        raise click.UsageError("--diff prints a diff, which has no other --format")
    mended = MendedFiles(write=write)
    checked = check_portfolio(
        paths, here, rubric_path=rubric, read=mended.read, progress=_progress()
    )
    for failure in mended.failures:
        click.echo(f"cannot mend {failure}", err=True)
    if not write:
        click.echo(b"".join(render_diff(*change) for change in mended.changes), nl=False)
    if mended.changes:
        click.echo(mended.summary(), err=not write or format_ != "text")
    if write or not checked.has_rubric:
        _print(checked, format_, strict)
    return _exit_code(checked, strict, paths)


def _exit_code(checked: "Checked", strict: bool, paths: "Sequence[Path]") -> int:
    if not (checked.has_rubric and all(map(os.path.lexists, paths))):
        return EXIT_USAGE
    failing = _failing(strict)
    return EXIT_FINDINGS if any(f.severity in failing for f in checked.findings) else 0


def _failing(strict: bool) -> "frozenset[Severity]":
    from shoptalk.findings.finding import Severity

    return frozenset((Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,))


def _print(checked: "Checked", format_: str, strict: bool) -> None:
    """The findings, and the line that sums them up: on standard error beside a document."""
    from shoptalk.findings.reporters.summary import render_summary, render_summary_of_rubric
    from shoptalk.findings.reporters.text import plain

    if format_ in LINES:
        style = plain if os.environ.get("NO_COLOR") else click.style
        click.echo(render_lines(format_, checked.findings, style), nl=False)
    else:
        document = render_document(format_, checked.findings, checked.files, _failing(strict))
        click.echo(document.encode())  # UTF-8 wherever it runs
    if checked.has_rubric and format_ != "json":
        summary = render_summary(checked.findings, len(checked.files))
        if not checked.has_interviews:
            summary = render_summary_of_rubric(checked.findings)
        click.echo(summary, err=format_ != "text")


def _progress() -> Callable[[int, int], None]:
    """Says on a terminal how far a check has come, from the second second on."""
    started = said = time.monotonic()
    if not sys.stderr.isatty():
        return lambda done, of: None

    def report(done: int, of: int) -> None:
        nonlocal said
        now = time.monotonic()
        if done + 1 >= of and said > started:
            click.echo("\r\033[K", nl=False, err=True)
        elif now - started > 1 and now - said > 0.1:
            said = now
            click.echo(f"\rread {done:,} of {of:,} interviews", nl=False, err=True)

    return report
