"""The command `shoptalk gradebook`."""

import datetime
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from shoptalk.classes.handed_in import HandedIn, handed_in, told_apart
from shoptalk.classes.together import ClassWork, grade_class
from shoptalk.commands.completing import courses_beginning
from shoptalk.commands.examples import examples
from shoptalk.commands.reading import known_course, rubric_called, usable_rubric
from shoptalk.findings.reporters.text import plain
from shoptalk.reading.corpus import keeping_everything
from shoptalk.rubric.class_grades import ClassBook, is_settled
from shoptalk.starter.private import write_over

FORMATS = ("text", "csv", "canvas", "json", "html")
ASSIGNMENT = "Informational interviews"
EXIT_BROKEN = 1


@click.command(
    epilog=examples(
        "shoptalk gradebook class/*",
        "shoptalk gradebook class/* --course thinkful --out class.html --format html",
        'shoptalk gradebook class/* --format canvas --assignment "Informational interviews"',
    )
)
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH..."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How the grades are printed.",
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.option(
    "--rubric",
    "rubric_name",
    metavar="FILE|COURSE",
    shell_complete=courses_beginning,
    help="Grade all by this rubric.",
)
@click.option(
    "--course",
    metavar="COURSE",
    shell_complete=courses_beginning,
    help="Grade all by this built-in rubric.",
)
@click.option("--scores", is_flag=True, help="Count every scores.yml: you wrote them yourself.")
@click.option(
    "--assignment",
    metavar="NAME",
    default=ASSIGNMENT,
    show_default=True,
    help="What --format canvas calls the column of points.",
)
def gradebook(
    paths: tuple[Path, ...],
    format_: str,
    out: Path | None,
    rubric_name: str | None,
    course: str | None,
    scores: bool,
    assignment: str,
) -> None:
    """Grade the portfolios of a class side by side.

    PATH is what a student handed in: site-instructor.zip, the folder that it was unpacked into,
    or the folder of the portfolio; or else the portfolio.json that its site publishes. The student
    is called as the folder or file. Nothing in them is run. Without --rubric and --course each
    portfolio is held to its own rubric.

    Exits with 1 if a portfolio could not be graded: its row says why, and all others are graded.
    """
    if rubric_name and course:
        raise click.UsageError("--rubric and --course both name the rubric: give one of them")
    named = rubric_name or (known_course(course) if course else "")
    if named:
        usable_rubric(*rubric_called(named))
    here = Path.cwd()
    today = datetime.date.today()
    work = ClassWork(rubric=named, with_scores=scores, here=here, today=today)
    portfolios = told_apart(list(dict.fromkeys(handed_in(path, here) for path in paths)))
    with progress_bar(portfolios) as progress, keeping_everything():
        book = ClassBook(tuple(grade_class(portfolios, work, progress=progress)), today)
    if format_ == "canvas" and not book.gives_points:
        raise click.UsageError("this rubric has no points, so there is nothing for Canvas")
    _print(_document(book, format_, here, out, assignment), format_, out)
    if format_ == "canvas":
        _name_left_out(book)
    raise SystemExit(EXIT_BROKEN if book.broken else 0)


@contextmanager
def progress_bar(portfolios: Sequence[HandedIn]) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal; nothing elsewhere."""
    bar = click.progressbar(
        length=len(portfolios),
        label="graded",
        show_pos=True,
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    )
    with bar:
        yield bar.update


def _document(book: ClassBook, format_: str, here: Path, out: Path | None, assignment: str) -> str:
    if format_ == "json":
        from shoptalk.rubric.class_reports.json import render_class as render_json

        return render_json(book)
    if format_ == "html":
        from shoptalk.rubric.class_reports.html import render_class as render_html

        return render_html(book, _way_from(out.absolute().parent if out else here, here))
    if format_ == "text":
        from shoptalk.rubric.class_reports.text import render_class as render_text

        is_plain = out is not None or bool(os.environ.get("NO_COLOR"))
        return render_text(book, plain if is_plain else click.style)
    from shoptalk.rubric.class_reports import csv

    return csv.render_class(book) if format_ == "csv" else csv.render_canvas(book, assignment)


def _name_left_out(book: ClassBook) -> None:
    """Says whom the table for Canvas leaves out, as a missing row is easily overlooked."""
    names = [one.name for one in book.students if not is_settled(one)]
    if names:
        click.echo(f"left out, as their points are not settled: {', '.join(names)}", err=True)


def _way_from(folder: Path, here: Path) -> Callable[[str], str]:
    def way(path: str) -> str:
        try:
            return os.path.relpath(here / path, folder).replace(os.sep, "/")
        except ValueError:  # another drive
            return (here / path).as_posix()

    return way


def _print(document: str, format_: str, out: Path | None) -> None:
    data = document.encode("utf-8", "backslashreplace")
    if out is None:
        click.echo(document if format_ == "text" else data, nl=False)
        return
    try:
        write_over(out, data.decode())
    except OSError as error:
        raise click.ClickException(f"cannot write {out}: {error.strerror or error}") from None
