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
from shoptalk.commands.completing import checks_beginning, courses_beginning
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
    from shoptalk.checking import check_portfolio, has_only_rubric, has_write_ups
    from shoptalk.dividing import CheckCutShortError

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
    rubric = _rubric_file(rubric_name) if rubric_name else None
    if fix or diff:
        raise SystemExit(_mend(paths, here, format_, strict, rubric, write=not diff))
    try:
        checked = check_portfolio(paths, here, rubric_path=rubric, progress=_progress())
    except CheckCutShortError as error:
        raise click.ClickException(str(error)) from None
    _print(checked, format_, strict)
    raise SystemExit(_exit_code(checked, strict, paths))


@main.command(
    epilog=examples(
        "shoptalk editor",
        "shoptalk editor --in . --force",
    )
)
@click.option(
    "--in",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help="The portfolio, the folder you are in unless given.",
)
@click.option("--force", is_flag=True, help="Write over files that say something else, too.")
def editor(folder: Path, force: bool) -> None:
    """Write files that tell editors how a portfolio is written and checked."""
    from shoptalk.editors.files import NEXT_STEPS, Outcome, editor_files, write_file

    outcomes = []
    for name, text in editor_files().items():
        try:
            outcomes.append(write_file(folder / name, text, force=force))
        except OSError as error:
            why = error.strerror or str(error)
            raise click.ClickException(f"cannot write {folder / name}: {why}") from None
        click.echo(f"{outcomes[-1]}: {(folder / name).as_posix()}")
    if Outcome.LEFT in outcomes:
        click.echo(
            "What was left says something else than what would be written. To have such a file "
            "made anew, delete it and run this again; --force writes over all of them."
        )
    click.echo(NEXT_STEPS)


@main.command(
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
def explain(
    check_id: str | None,
    everything: bool,
    listing: bool,
    words: bool,
    commands: bool,
) -> None:
    """Explain a check, named by the id in square brackets after each message."""
    from difflib import get_close_matches

    from shoptalk.catalogue import all_checks, render_all_pages, render_page
    from shoptalk.commands.reference import render_commands
    from shoptalk.questions.word_list import render_word_list

    if commands:
        click.echo(render_commands(main), nl=False)
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


def _rubric_file(name: str) -> Path:
    from shoptalk.commands.reading import rubric_file

    return rubric_file(name)


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
