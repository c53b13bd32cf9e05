"""The command `shoptalk grade`."""

import datetime
import os
from pathlib import Path

import click

from shoptalk.commands.completing import courses_beginning
from shoptalk.commands.examples import examples
from shoptalk.commands.reading import portfolio_paths, read_graded, say
from shoptalk.findings.reporters.text import plain
from shoptalk.reading.folder import shown_path
from shoptalk.rubric.reports.gradebook import Gradebook, make_gradebook

FORMATS = ("text", "json", "csv", "markdown", "classroom50")


@click.command(
    epilog=examples(
        "shoptalk grade",
        "shoptalk grade --format json",
        "shoptalk grade --rubric epicodus",
    )
)
@click.argument(
    "paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH]..."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How the grades are printed.",
)
@click.option(
    "--rubric",
    "rubric_name",
    metavar="FILE|COURSE",
    shell_complete=courses_beginning,
    help="Grade by this rubric instead of the portfolio's own.",
)
def grade(paths: tuple[Path, ...], format_: str, rubric_name: str | None) -> None:
    """Grade a portfolio: what the checks propose, and what people gave in scores.yml.

    PATH is a portfolio, a folder of interviews or a file; several are graded as one portfolio.
    Exits with 0 if it could grade, whatever the grades, and with 2 if the rubric cannot be read.
    """
    here = Path.cwd()
    graded = read_graded(portfolio_paths(paths, here), rubric_name, here, datetime.date.today())
    say(graded.findings)
    names = {one.file.path: shown_path(one.file.path, here) for one in graded.report.files}
    book = make_gradebook(graded.report, names)
    if format_ == "text":
        from shoptalk.rubric.reports.text import render_grades

        style = plain if os.environ.get("NO_COLOR") else click.style
        click.echo(render_grades(book, style), nl=False)
    else:
        click.echo(_document(book, format_).encode(), nl=False)  # UTF-8 wherever it runs


def _document(book: Gradebook, format_: str) -> str:
    if format_ == "json":
        from shoptalk.rubric.reports.json import render_grades as render_json

        return render_json(book)
    if format_ == "csv":
        from shoptalk.rubric.reports.csv import render_grades as render_csv

        return render_csv(book)
    if format_ == "markdown":
        from shoptalk.rubric.reports.markdown import render_grades as render_markdown

        return render_markdown(book)
    from shoptalk.rubric.reports.classroom50 import render_grades as render_classroom50

    return render_classroom50(book, os.environ, datetime.datetime.now(datetime.UTC))
