"""The command `shoptalk rubric`: rubrics for reading, and for other programs."""

from pathlib import Path

import click

from shoptalk.commands.called import typed
from shoptalk.commands.completing import courses_beginning
from shoptalk.commands.examples import examples
from shoptalk.commands.reading import (
    EXIT_USAGE,
    known_course,
    rubric_called,
    say,
    usable_rubric,
)
from shoptalk.findings.finding import Finding, Place
from shoptalk.reading.decoding import decode
from shoptalk.reading.folder import shown_path, unreadable_file
from shoptalk.reading.portfolio import rubric_for
from shoptalk.reading.source import Source
from shoptalk.rubric.rubric import Rubric
from shoptalk.rubric.rubric_faults import DEFAULT_COURSE
from shoptalk.rubric.rubric_file import built_in, courses, parse_rubric, read_rubric
from shoptalk.starter.start import rubric_text, write_new


@click.group(
    epilog=examples(
        "shoptalk rubric list",
        "shoptalk rubric show thinkful",
    )
)
def rubric() -> None:
    """Show rubrics, and exchange them with Canvas."""


@rubric.command(
    "list",
    epilog=examples(
        "shoptalk rubric list",
    ),
)
def list_() -> None:
    """List the built-in rubrics."""
    width = max(map(len, courses()))
    for course in courses():
        click.echo(f"{course:{width}}  {built_in(course).title}")


@rubric.command(
    epilog=examples(
        "shoptalk rubric new",
        "shoptalk rubric new epicodus",
    )
)
@click.argument(
    "course",
    required=False,
    default=DEFAULT_COURSE,
    metavar="[COURSE]",
    shell_complete=courses_beginning,
)
def new(course: str) -> None:
    """Start a rubric.yml here that extends a built-in rubric."""
    _write(Path("rubric.yml"), rubric_text(known_course(course)), otherwise="rename it first")
    check = typed("shoptalk check", Path())
    click.echo(f"Next: change it as your course needs, then run `{check}`.")


@rubric.command(
    epilog=examples(
        "shoptalk rubric show",
        "shoptalk rubric show thinkful",
    )
)
@click.argument("name", required=False, metavar="[COURSE|FILE]", shell_complete=courses_beginning)
def show(name: str | None) -> None:
    """Print a rubric as a page of Markdown: criteria, levels, points, who judges."""
    from shoptalk.rubric.reports.outline import render_rubric

    click.echo(render_rubric(_rubric(name)), nl=False)


@rubric.command(
    epilog=examples(
        "shoptalk rubric export --format canvas",
        "shoptalk rubric export epicodus --format canvas --out epicodus.csv",
    )
)
@click.argument("name", required=False, metavar="[COURSE|FILE]", shell_complete=courses_beginning)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["canvas"]),
    required=True,
    help="For which program.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; printed unless given.",
)
def export(name: str | None, format_: str, out: Path | None) -> None:
    """Write a rubric in the format of another program, and say what that cannot hold."""
    from shoptalk.rubric.canvas import render_csv
    from shoptalk.rubric.canvas_export import lost_in_canvas, to_canvas

    found = _rubric(name)
    text = render_csv(to_canvas(found))
    for lost in lost_in_canvas(found):
        click.echo(f"Canvas cannot hold {lost}", err=True)
    if out is None:
        click.echo(text.encode(), nl=False)
    else:
        _write(out, text)


@rubric.command(
    "import",
    epilog=examples(
        "shoptalk rubric import epicodus.csv",
        "shoptalk rubric import epicodus.csv --out from-canvas.yml",
    ),
)
@click.argument("file", type=click.Path(exists=True, path_type=Path, dir_okay=False))
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write, such as rubric.yml; printed unless given.",
)
def import_(file: Path, out: Path | None) -> None:
    """Make a rubric.yml of the CSV file of a Canvas rubric."""
    from shoptalk.rubric.canvas import parse_csv
    from shoptalk.rubric.canvas_import import to_yaml

    shown = shown_path(str(file.absolute()), Path.cwd())
    source, findings = _read(file, shown)
    taken = None
    if source is not None:
        taken, more = parse_csv(source)
        findings = [*findings, *more]
    say(findings)
    if taken is None:
        raise SystemExit(EXIT_USAGE)
    text = to_yaml(taken)
    name = out.as_posix() if out else "rubric.yml"
    say(parse_rubric(Source(name, text))[1])
    if out is None:
        click.echo(text.encode(), nl=False)
    else:
        _write(out, text)


def _read(file: Path, shown: str) -> tuple[Source | None, list[Finding]]:
    try:
        return decode(shown, file.read_bytes())
    except OSError as error:
        return None, [unreadable_file.at(Place(path=shown), error.strerror or str(error))]


def _rubric(name: str | None) -> Rubric:
    """The rubric with a name, or the one that holds here."""
    if name is None:
        here = Path.cwd()
        path = rubric_for(here)
        found, findings = read_rubric(path, shown_path(str(path), here) if path else "")
    else:
        found, findings = rubric_called(name)
    made = usable_rubric(found, findings)
    say(findings)
    return made


def _write(path: Path, text: str, otherwise: str = "name another file") -> None:
    try:
        write_new(path, text)
    except FileExistsError:
        raise click.ClickException(
            f"{path.as_posix()} is there already, and was left as it is; {otherwise}"
        ) from None
    except OSError as error:
        raise click.ClickException(f"cannot write {path.as_posix()}: {error.strerror}") from None
    click.echo(f"Wrote {path.as_posix()}.")
