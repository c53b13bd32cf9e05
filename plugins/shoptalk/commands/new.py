"""The command `shoptalk new`."""

import datetime
from itertools import count
from pathlib import Path

import click

from shoptalk.commands.called import typed
from shoptalk.commands.consent import consent_options, person_called
from shoptalk.commands.conversation import home_of
from shoptalk.commands.examples import examples
from shoptalk.commands.person_asked import day_met, request_to, with_request
from shoptalk.outreach.due.quoting import in_quotes
from shoptalk.outreach.outreach_file import read_outreach
from shoptalk.reading.folder import shown_path
from shoptalk.reading.own_pages import missing_docs
from shoptalk.reading.portfolio import INTERVIEWS
from shoptalk.starter.person import (
    file_of,
    interview_text,
    known_file,
    private_of,
    write_interview,
)
from shoptalk.starter.private import warning_unless_ignored
from shoptalk.starter.start import whole_name


@click.command(
    epilog=examples(
        'shoptalk new "Ken Abara"',
        'shoptalk new --consent "Ken Abara"',
        'shoptalk new "Ken Abara" --no-consent --alias "A tide reader"',
    )
)
@click.argument("name", nargs=-1, required=True)
@click.option(
    "--in",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(INTERVIEWS),
    show_default=True,
    help="The folder the file goes into.",
)
@click.option(
    "--organization",
    default="",
    metavar="TEXT",
    help="Where the person works; tells two people of one name apart.",
)
@consent_options
def new(
    name: tuple[str, ...], folder: Path, organization: str, agreed: bool | None, alias: str
) -> None:
    """Start the write-up of a conversation with NAME.

    Asks on a terminal whether the person agreed to have the name published. Until then the name
    stands in private/, and the file is named after the alias. What outreach.yml says of the person
    and of the day is filled in.
    """
    full_name = whole_name(name)
    if not full_name:
        raise click.UsageError('give the person\'s name: shoptalk new "Full Name"')
    if folder == Path(INTERVIEWS) and Path.cwd().name == INTERVIEWS and not folder.is_dir():
        folder = Path()
    today = datetime.date.today()
    outreach, _ = read_outreach(home_of(folder.absolute(), Path.cwd()), Path.cwd(), (), today)
    request = request_to(full_name, organization, outreach)
    is_known = known_file(full_name, folder, organization) is not None
    person = with_request(person_called(full_name, agreed, alias, ask=not is_known), request)
    path = file_of(person, folder, today, organization)
    try:
        text = interview_text(person, today, day_met(request, outreach))
        private = write_interview(path, text, person)
    except FileExistsError as error:
        there = shown_path(str(error.filename), Path.cwd())
        another = f"shoptalk new {in_quotes(full_name)} --in {_free_folder(folder).as_posix()}"
        raise click.ClickException(
            f"{there} is there already, and was left as it is: write into it. For somebody else of "
            "that name, say with --organization where they work. For a second conversation, begin "
            f"a file in another folder: `{another}`"
        ) from None
    except OSError as error:
        raise click.ClickException(f"cannot write {error.filename}: {error.strerror}") from None
    click.echo(f"Started {path.as_posix()}.")
    if private:
        shown = shown_path(str(private), Path.cwd())
        what = "organization" if person.agreed else "name"
        click.echo(f"The {what} stands in {shown}, and nowhere else.")
        warning = warning_unless_ignored(private_of(path))
        if warning:
            click.echo(warning, err=True)
    click.echo(
        f"Next: replace each TODO, then run `{typed('shoptalk check', Path())}`.\n"
        f"To see it as a page, run `{typed('mkdocs serve', Path())}` and open "
        "http://127.0.0.1:8000/."
    )
    to_do = missing_docs(Path())
    if to_do:
        click.echo(f"For that {to_do}.")


def _free_folder(folder: Path) -> Path:
    """The first numbered folder below one that is not there yet."""
    return next(one for number in count(2) if not (one := folder / str(number)).exists())
