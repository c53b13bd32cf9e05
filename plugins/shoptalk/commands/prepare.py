"""The command `shoptalk prepare`."""

import datetime
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from shoptalk.commands.ask import topics_called
from shoptalk.commands.called import typed
from shoptalk.commands.completing import courses_beginning, topics_beginning
from shoptalk.commands.consent import consent_options, person_called
from shoptalk.commands.conversation import Conversation, conversation_with
from shoptalk.commands.examples import examples
from shoptalk.commands.near_names import say_if_unknown
from shoptalk.commands.person_asked import request_to, with_request
from shoptalk.commands.reading import say, usable_rubric
from shoptalk.findings.reporters.text import plain
from shoptalk.outreach.due.acquaintance import acquaintances
from shoptalk.outreach.outreach_file import read_outreach
from shoptalk.outreach.times import now
from shoptalk.questions.bank import make_bank
from shoptalk.questions.draft_changes import draft_changes
from shoptalk.questions.listed import holds, own_questions
from shoptalk.questions.listing.phrases import count
from shoptalk.questions.listing.proposal import render_plan
from shoptalk.questions.plan import (
    PlannedQuestion,
    Wishes,
    covered_by,
    plan_in,
    propose,
    to_choose_from,
)
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.folder import shown_path
from shoptalk.reading.portfolio import INTERVIEWS, rubric_for
from shoptalk.rubric.not_to_ask import not_to_ask, unwanted
from shoptalk.rubric.rubric import Rubric
from shoptalk.rubric.rubric_file import course_of, courses, read_rubric
from shoptalk.site.phrases import day
from shoptalk.starter.person import write_interview
from shoptalk.starter.prepared import draft_text, render_changes, render_planned
from shoptalk.starter.private import private_folder, warning_unless_ignored, write_over
from shoptalk.starter.sheet import USUAL_MINUTES, Sheet, render_sheet
from shoptalk.starter.start import whole_name

USUAL = Wishes()
MOST_QUESTIONS = 60
NOTHING_TO_PREPARE = """\
{file} says that you talked on {day}, and holds no plan, so nothing was written.
Another conversation with the same person needs a file of its own. Start it with
`{new}`, and name the same folder here."""


@click.command(
    epilog=examples(
        'shoptalk prepare "Ken Abara"',
        'shoptalk prepare "Ken Abara" --questions 8 --topic skills --dry-run',
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
    "--questions",
    type=click.IntRange(5, MOST_QUESTIONS),
    default=USUAL.questions,
    show_default=True,
    help="How many questions, all in all.",
)
@click.option(
    "--personal",
    type=click.IntRange(3, 5),
    default=USUAL.personal,
    show_default=True,
    help="How many of them only this person can answer.",
)
@click.option(
    "--topic",
    "topics",
    multiple=True,
    metavar="TOPIC",
    shell_complete=topics_beginning,
    help="Ask about this first.",
)
@click.option(
    "--leave-out", multiple=True, metavar="WORDS", help="No question with all these words."
)
@click.option(
    "--course",
    metavar="COURSE",
    shell_complete=courses_beginning,
    help="Whose questions come first; that of the rubric unless given.",
)
@click.option("--dry-run", is_flag=True, help="Print the plan, and write nothing.")
@click.option(
    "--organization",
    default="",
    metavar="TEXT",
    help="Where the person works; tells two people of one name apart.",
)
@consent_options
def prepare(
    name: tuple[str, ...],
    folder: Path,
    questions: int,
    personal: int,
    topics: tuple[str, ...],
    leave_out: tuple[str, ...],
    course: str | None,
    dry_run: bool,
    organization: str,
    agreed: bool | None,
    alias: str,
) -> None:
    """Plan the conversation with NAME: a draft of its file, and a sheet to print.

    Proposes what has been asked least, and says why. If the file is there already, its own plan
    holds: it stays as it is, and only the sheet is made anew. It may be anywhere below interviews/.
    The name stands in private/ only, unless the person agreed to have it published.
    """
    _check_usage(questions, personal, course)
    full_name = whole_name(name)
    if not full_name:
        raise click.UsageError('give the person\'s name: shoptalk prepare "Full Name"')
    here = Path.cwd()
    talk = conversation_with(person_called(full_name, agreed, alias), folder, here, organization)
    outreach, _ = read_outreach(talk.portfolio.home, here, (), now())
    request = request_to(full_name, organization, outreach)
    if talk.interview is None:
        known = acquaintances(outreach, talk.portfolio.files)
        say_if_unknown(full_name, [one for each in known for one in each.who], organization)
    if talk.interview is None and not dry_run:
        person = person_called(full_name, agreed, alias, ask=True)
        talk = talk.with_person(person, organization)
    talk = talk._replace(person=with_request(talk.person, request))
    if held := _held_on(talk):
        new = typed('shoptalk new "Full Name" --in interviews/again', here)
        click.echo(NOTHING_TO_PREPARE.format(file=talk.shown, day=day(held), new=new))
        return
    path = rubric_for(talk.path.parent)
    rubric, findings = read_rubric(path, shown_path(str(path), here) if path else "")
    usable = usable_rubric(rubric, findings)
    say(findings)
    given = plan_in(talk.interview) if talk.interview else ()
    wishes = Wishes(
        questions=questions,
        personal=personal,
        topics=topics,
        course=course or course_of(path),
    )
    plan = given or _proposal(talk, wishes, leave_out, usable)
    _print(talk, plan, 0 if given else questions)
    if dry_run:
        click.echo("Nothing was written, because of --dry-run.")
        return
    try:
        _write(talk, plan, bool(given), usable)
    except OSError as error:
        what = error.filename or talk.shown
        raise click.ClickException(f"cannot write {what}: {error.strerror or error}") from None


def _check_usage(questions: int, personal: int, course: str | None) -> None:
    if questions < personal + 2:
        raise click.UsageError(f"{personal} personal questions need at least {personal + 2} in all")
    if course and course not in courses():
        raise click.UsageError(f"there is no course '{course}'; there are {', '.join(courses())}")


def _held_on(talk: Conversation) -> datetime.date | None:
    """The day of a conversation that was held without a plan; None of any other."""
    found = talk.interview
    if found is None or found.draft or not found.date or found.date >= datetime.date.today():
        return None
    is_planned = not all(is_placeholder(one.ask) for one in found.planned)
    return None if is_planned or not plan_in(found) else found.date


def _proposal(
    talk: Conversation, wishes: Wishes, leave_out: Iterable[str], rubric: Rubric
) -> tuple[PlannedQuestion, ...]:
    """A plan from the gaps of the conversations so far."""
    bank = make_bank(talk.portfolio.files)
    own = own_questions(bank)
    known = to_choose_from(own)
    not_wanted = unwanted(rubric, [wording for one in known for wording in one.wordings])
    candidates = [
        one
        for one in known
        if not_wanted.isdisjoint(one.wordings) and not any(holds(one, words) for words in leave_out)
    ]
    wishes = replace(wishes, topics=topics_called(wishes.topics, bank))
    name = talk.name if talk.person.agreed else "this person"
    return propose(name, candidates, covered_by(own), wishes)


def _print(talk: Conversation, plan: Sequence[PlannedQuestion], wished_for: int) -> None:
    style = plain if os.environ.get("NO_COLOR") else click.style
    whose = "" if wished_for else f", as {talk.shown} has it"
    click.echo(f"The plan for the conversation with {talk.name}{whose}:\n")
    click.echo(render_plan(plan, style), nl=False)
    if len(plan) < wished_for:
        click.echo(f"There are no more than {count(len(plan), 'question')} to choose from.\n")


def _write(
    talk: Conversation, plan: Sequence[PlannedQuestion], is_given: bool, rubric: Rubric
) -> None:
    """Write the draft, unless there is one, and the sheet; say what was written."""
    if talk.interview is None:
        text = draft_text(talk.person, plan, datetime.date.today())
        private = write_interview(talk.path, text, talk.person)
        click.echo(f"Wrote {talk.shown}: fill in each TODO.")
        if private:
            shown = shown_path(str(private), talk.portfolio.here)
            what = "organization" if talk.person.agreed else "name"
            click.echo(f"Wrote {shown}: the {what} stands only there.")
    else:
        click.echo(f"Left {talk.shown} as it was.")
    folder = private_folder(talk.portfolio.home)
    sheet = folder / f"{talk.path.stem}-sheet.html"
    write_over(sheet, render_sheet(_sheet(talk, plan, rubric)))
    click.echo(
        f"Wrote {shown_path(str(sheet), talk.portfolio.here)}: open it in a browser to print it."
    )
    warning = warning_unless_ignored(folder)
    if warning:
        click.echo(warning, err=True)
    if talk.interview is not None and not is_given:
        click.echo(f"To keep this plan, put it into the front matter of {talk.shown}:\n")
        click.echo(f"planned:\n{render_planned(plan)}")
    else:
        click.echo(f"To change the plan, edit `planned` in {talk.shown}, and run this again.")
    changes = render_changes(draft_changes(talk.interview)) if talk.interview else ""
    if changes:
        click.echo(f"\nIts questions and headings are not those of the plan any more.\n\n{changes}")


def _sheet(talk: Conversation, plan: Sequence[PlannedQuestion], rubric: Rubric) -> Sheet:
    person, found = talk.person, talk.interview
    sheet = Sheet(
        name=talk.name,
        title=person.title,
        organization=person.workplace,
        plan=plan,
        not_to_ask=not_to_ask(rubric),
    )
    if found is None:
        return sheet
    return replace(
        sheet,
        name=_filled_in(found.name) or talk.name,
        title=_filled_in(found.title) or person.title,
        organization=_filled_in(found.organization) or person.workplace,
        day=day(found.date) if found.date else "",
        minutes=found.minutes or USUAL_MINUTES,
        research=_filled_in(found.research),
    )


def _filled_in(text: str) -> str:
    return "" if is_placeholder(text) else text
