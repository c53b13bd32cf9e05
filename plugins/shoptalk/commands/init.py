"""The command `shoptalk init`."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import click

from shoptalk.checking import INTERVIEWS
from shoptalk.commands.consent import is_terminal, person_called
from shoptalk.commands.reading import known_course
from shoptalk.editors.files import Outcome, editor_files, write_file
from shoptalk.outreach.outreach_file import outreach_for
from shoptalk.reading.folder import PRIVATE
from shoptalk.rubric.rubric_faults import DEFAULT_COURSE
from shoptalk.rubric.rubric_file import courses
from shoptalk.starter.outreach import outreach_text
from shoptalk.starter.person import Person, file_of, interview_text, write_interview
from shoptalk.starter.portfolio_files import portfolio_files
from shoptalk.starter.private import private_folder
from shoptalk.starter.start import whole_name

TITLE = "What work is like"
NOBODY_YET = "Full Name"
"""What stands for a name that is still to be written down; `shoptalk check` asks for it."""

FIRST = "first-conversation.md"
EXIT_LEFT = 1
NEXT = """\
Next{there}:
  shoptalk check   names what is still missing, with file and line
  mkdocs serve     shows the site at http://127.0.0.1:8000/, and what is missing on each page
README.md says the rest."""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--title", metavar="TEXT", help="What the site is called.")
@click.option("--course", metavar="COURSE", help="The built-in rubric that is to hold.")
@click.option("--name", metavar="NAME", help="Whom the first conversation is with.")
@click.option("--alias", metavar="TEXT", help='What stands for the name, such as "A baker".')
@click.option("--yes", is_flag=True, help="Ask nothing; leave open what no option says.")
def init(
    folder: Path,
    title: str | None,
    course: str | None,
    name: str | None,
    alias: str | None,
    yes: bool,
) -> None:
    """Make a complete small portfolio in DIR: settings, pages, a write-up to fill in.

    Asks on a terminal what no option says. A file that is there already is left as it is and
    named, and the command then exits with 1.
    """
    asks = is_terminal() and not yes
    title = whole_name((_answer(title, asks, "What is the site called?", TITLE),))
    if not title:
        raise click.UsageError("the title is no text that could stand above a site")
    course = known_course(course or _asked_course(asks))
    person = _person(name, alias, asks)
    outcomes = []
    try:
        for outcome, path in _write(folder, title, course, person):
            outcomes.append(outcome)
            click.echo(f"{outcome}: {path.as_posix()}")
    except OSError as error:
        why = error.strerror or str(error)
        raise click.ClickException(f"cannot write {error.filename or folder}: {why}") from None
    there = "" if folder.resolve() == Path.cwd() else f", in {folder.as_posix()}"
    click.echo(f"\n{NEXT.format(there=there)}")
    if Outcome.LEFT in outcomes:
        click.echo(
            "\nWhat was left says something else than what would be written. To have such a file "
            "made anew, rename it and run this again.",
            err=True,
        )
        raise SystemExit(EXIT_LEFT)


def _asked_course(asks: bool) -> str:
    if not asks:
        return DEFAULT_COURSE
    answer: str = click.prompt(
        "Which course is it for?", type=click.Choice(courses()), default=DEFAULT_COURSE
    )
    return answer


def _person(name: str | None, alias: str | None, asks: bool) -> Person:
    """Whom the first conversation is with; the name stays in `private/`, as nobody agreed yet."""
    name = _answer(name, asks, "Who is your first conversation with? Enter leaves that open", "")
    whole = whole_name((name,))
    if name.strip() and not whole:
        raise click.UsageError('give the person\'s name: --name "Full Name"')
    question = (
        "What may stand for the name on the site, such as 'A clinical data engineer'? "
        "Enter leaves that open"
    )
    return person_called(
        whole or NOBODY_YET, None, _answer(alias, asks and bool(whole), question, "")
    )


def _answer(given: str | None, asks: bool, question: str, default: str) -> str:
    if given is not None or not asks:
        return default if given is None else given
    answer: str = click.prompt(question, default=default, show_default=bool(default))
    return answer


def _write(folder: Path, title: str, course: str, person: Person) -> Iterator[tuple[Outcome, Path]]:
    """Write file by file, each whole or not at all, and say of each what came of it."""
    for name, text in portfolio_files(title, course).items():
        yield write_file(folder / name, text, force=False), folder / name
    yield from _write_first(folder / INTERVIEWS, person)
    yield from _write_requests(folder)
    for name, text in editor_files().items():
        yield write_file(folder / name, text, force=False), folder / name


def _write_requests(folder: Path) -> Iterator[tuple[Outcome, Path]]:
    """The list of requests, unless there is one already, which is the student's own by then."""
    path = outreach_for(folder)
    if path.exists():
        yield Outcome.UNCHANGED, path
        return
    private_folder(folder)
    yield write_file(path, outreach_text(), force=False), path


def _write_first(interviews: Path, person: Person) -> Iterator[tuple[Outcome, Path]]:
    """The first write-up, unless there is one, and the name apart from it."""
    if any(interviews.rglob("*.md")):
        yield Outcome.UNCHANGED, interviews
        return
    today = datetime.date.today()
    path = file_of(person, interviews, today) if person.alias else interviews / FIRST
    try:
        private = write_interview(path, interview_text(person, today), person)
    except FileExistsError as error:
        yield Outcome.LEFT, Path(error.filename)
        return
    yield Outcome.WROTE, path
    if private:
        yield Outcome.WROTE, interviews.with_name(PRIVATE) / private.name
