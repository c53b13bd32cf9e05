"""The command `shoptalk init`."""

import datetime
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from shoptalk.commands.called import typed
from shoptalk.commands.completing import courses_beginning
from shoptalk.commands.consent import is_terminal, person_called
from shoptalk.commands.examples import examples
from shoptalk.commands.reading import known_course
from shoptalk.editors.files import Outcome, editor_files, write_file
from shoptalk.outreach.location import outreach_for
from shoptalk.privacy.sources.version_control import is_in_work_tree
from shoptalk.reading.folder import PRIVATE
from shoptalk.reading.portfolio import INTERVIEWS, RUBRIC
from shoptalk.rubric.rubric_faults import DEFAULT_COURSE
from shoptalk.rubric.rubric_file import course_of, courses
from shoptalk.starter.outreach import outreach_text
from shoptalk.starter.person import Person, file_of, interview_text, write_interview
from shoptalk.starter.portfolio_files import WORKFLOW, portfolio_files
from shoptalk.starter.private import private_folder
from shoptalk.starter.start import whole_name

T = TypeVar("T")

TITLE = "What work is like"
NOBODY_YET = "Full Name"
"""What stands for a name that is still to be written down; `shoptalk check` asks for it."""

KEPT = ".gitkeep"
"""Without a file in it Git does not take a folder along."""

FIRST = "first-conversation.md"
EXIT_LEFT = 1
NEXT = """\
Next{there}:
  {check}   names what is still missing, with file and line
  {serve}   shows the site at http://127.0.0.1:8000/, and what is missing on each page
README.md says the rest."""


@click.command(
    epilog=examples(
        "shoptalk init mine",
        'shoptalk init mine --yes --title "What work is like" --course thinkful',
        'shoptalk init mine --name "Ken Abara" --alias "A tide reader"',
    )
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--title", metavar="TEXT", help="What the site is called.")
@click.option(
    "--course",
    metavar="COURSE",
    shell_complete=courses_beginning,
    help="The built-in rubric that is to hold.",
)
@click.option("--name", metavar="NAME", help="Whom the first conversation is with.")
@click.option("--alias", metavar="TEXT", help='What stands for the name, such as "A baker".')
@click.option(
    "--no-interview", is_flag=True, help="Start no write-up: for a template that others begin with."
)
@click.option("--yes", is_flag=True, help="Ask nothing; leave open what no option says.")
def init(
    folder: Path,
    title: str | None,
    course: str | None,
    name: str | None,
    alias: str | None,
    no_interview: bool,
    yes: bool,
) -> None:
    """Make a complete small portfolio in DIR: settings, pages, a write-up to fill in.

    Asks on a terminal what no option says. A file that is there already is left as it is and
    named, and the command then exits with 1.
    """
    if no_interview and (name or alias):
        raise click.UsageError("--no-interview leaves nobody whom --name or --alias could be of")
    asks = is_terminal() and not yes
    try:
        title = _answer(title, asks, "What is the site called?", TITLE, _usable_title)
        course = known_course(course or _asked_course(asks))
        person = None if no_interview else _person(name, alias, asks)
    except click.Abort:
        click.echo()
        raise click.ClickException("stopped before anything was written") from None
    left = []
    try:
        for outcome, path in _write(folder, title, course, person):
            left += [path] if outcome is Outcome.LEFT else []
            click.echo(f"{outcome}: {path.as_posix()}")
    except OSError as error:
        why = error.strerror or str(error)
        raise click.ClickException(f"cannot write {error.filename or folder}: {why}") from None
    _say_what_is_next(folder)
    if left:
        click.echo(
            "\nWhat was left says something else than what would be written. To have such a file "
            "made anew, rename it and run this again.",
            err=True,
        )
        if folder / RUBRIC in left:
            _say_which_course_holds(folder / RUBRIC, course)
        raise SystemExit(EXIT_LEFT)


def _say_which_course_holds(rubric: Path, course: str) -> None:
    """That a rubric which was left is not that of the course, if it is that of another."""
    held = course_of(rubric)
    if held != course:
        kept = f"The course {held} still holds" if held else "Criteria of your own still hold"
        act = f"write `extends: {course}` into it for that course"
        click.echo(f"\n{kept}, by {rubric.as_posix()}; {act}.", err=True)


def _say_what_is_next(folder: Path) -> None:
    there = "" if folder.resolve() == Path.cwd() else f", in {folder.as_posix()}"
    check, serve = (typed(command, folder) for command in ("shoptalk check", "mkdocs serve"))
    said = NEXT.format(there=there, check=check, serve=serve.ljust(len(check)))
    click.echo(f"\n{said}")
    if _is_below_top(folder):
        click.echo(
            "\nThis folder lies within a repository of Git, and GitHub runs workflows from its top "
            f"only: {WORKFLOW} does nothing here. Make the portfolio a repository of its own, or "
            "move the workflow.",
            err=True,
        )


def _is_below_top(folder: Path) -> bool:
    """Whether a folder is part of a repository that begins in one around it."""
    return not (folder / ".git").exists() and is_in_work_tree(folder)


def _asked_course(asks: bool) -> str:
    if not asks:
        return DEFAULT_COURSE
    answer: str = click.prompt(
        "Which course is it for?", type=click.Choice(courses()), default=DEFAULT_COURSE
    )
    return answer


def _person(name: str | None, alias: str | None, asks: bool) -> Person:
    """Whom the first conversation is with; the name stays in `private/`, as nobody agreed yet."""
    question = "Who is your first conversation with? Enter leaves that open"
    whole = _answer(name, asks, question, "", _usable_name)
    question = (
        "What may stand for the name on the site, such as 'A clinical data engineer'? "
        "Enter leaves that open"
    )
    called = partial(person_called, whole or NOBODY_YET, None)
    return _answer(alias, asks and bool(whole), question, "", called)


def _answer(
    given: str | None, asks: bool, question: str, default: str, usable: Callable[[str], T]
) -> T:
    """What is made of an answer; one that is none ends the command, or is asked for again."""
    if given is not None or not asks:
        return usable(default if given is None else given)
    answer: T = click.prompt(
        question, default=default, show_default=bool(default), value_proc=usable
    )
    return answer


def _usable_title(text: str) -> str:
    whole = whole_name((text,))
    if not whole:
        raise click.UsageError("the title is no text that could stand above a site")
    return whole


def _usable_name(text: str) -> str:
    whole = whole_name((text,))
    if text.strip() and not whole:
        raise click.UsageError('give the person\'s name: --name "Full Name"')
    return whole


def _write(
    folder: Path, title: str, course: str, person: Person | None
) -> Iterator[tuple[Outcome, Path]]:
    """Write file by file, each whole or not at all, and say of each what came of it."""
    for name, text in portfolio_files(title, course, folder).items():
        yield write_file(folder / name, text, force=False), folder / name
    interviews = folder / INTERVIEWS
    if person:
        yield from _write_first(interviews, person)
        yield from _write_requests(folder)
    else:
        yield write_file(interviews / KEPT, "", force=False), interviews / KEPT
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
