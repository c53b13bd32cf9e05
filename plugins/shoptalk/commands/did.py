"""The command `shoptalk did`."""

import datetime
from collections.abc import Callable
from typing import Any

import click

from shoptalk.commands.examples import examples
from shoptalk.commands.moments import DAY, MOMENT, ZONE, Moment, later_than
from shoptalk.commands.near_names import no_address
from shoptalk.commands.said_of_step import (
    say_gaps,
    say_if_never_met,
    say_if_too_late,
    say_moved,
)
from shoptalk.commands.step_with import Who, apply_in, record, record_or_in_interview
from shoptalk.mending.yaml_edit import END
from shoptalk.outreach.request import (
    Answer,
    Appointment,
    Contact,
    Feedback,
    Format,
    Promise,
    Referral,
    Request,
)
from shoptalk.outreach.writing.changes import (
    Changes,
    answered,
    kept,
    met,
    of_appointment,
    recommended,
    reminded,
)
from shoptalk.outreach.writing.entry import Change

ANSWERS = click.Choice([one.value for one in Answer])
FORMATS = click.Choice([one.value for one in Format])

Command = Callable[..., Any]


@click.group(
    epilog=examples(
        'shoptalk did remind "Dunja Marković"',
        'shoptalk did answer "Ken Abara" --said accepted --on 2026-11-05',
        'shoptalk did thank "Rosalind Okafor" --on 2026-10-14T18:30',
    )
)
def did() -> None:
    """Record a step with somebody in outreach.yml, without opening the file.

    What has been done is dated today unless --on says otherwise. `shoptalk due` names the steps
    that wait.
    """


def with_person(on: Moment | None = None) -> Callable[[Command], Command]:
    """The options that say with whom, and when."""

    def decorate(command: Command) -> Command:
        if on:
            command = click.option("--on", type=on, help="When; today unless given.")(command)
        command = click.option(
            "--organization",
            default="",
            metavar="TEXT",
            help="Tells two people of one name apart; - is the one without any.",
        )(command)
        return click.argument("name", nargs=-1, required=True)(command)

    return decorate


@did.command(epilog=examples('shoptalk did send "Jürgen Wrzesniewski"'))
@with_person(MOMENT)
def send(on: datetime.date | None, **who: Any) -> None:
    """The request to NAME was sent."""
    done = record(Who(**who), lambda _, day: (Change(("sent",), day),), on)
    say_gaps(done.request)


@did.command(epilog=examples('shoptalk did remind "Dunja Marković"'))
@with_person(DAY)
@click.option("--text", default="", metavar="TEXT", help="What it said.")
def remind(on: datetime.date | None, text: str, **who: Any) -> None:
    """NAME was asked once more."""
    said = text.strip()
    record(Who(**who), lambda one, day: reminded(one, Contact(on=day, text=said)), on)


@did.command(epilog=examples('shoptalk did answer "Ken Abara" --said accepted --on 2026-11-05'))
@with_person(MOMENT)
@click.option(
    "--said",
    type=ANSWERS,
    required=True,
    help="What the answer was.",
)
@click.option("--to", multiple=True, metavar="NAME", help="Whom the person named instead.")
def answer(on: datetime.date | None, said: str, to: tuple[str, ...], **who: Any) -> None:
    """NAME answered the request."""
    referrals = [Referral(name=no_address(" ".join(one.split()))) for one in to]
    record(Who(**who), lambda one, day: answered(one, Answer(said), day, referrals), on)


@did.command(
    epilog=examples(
        'shoptalk did meet "Ken Abara" --on 2026-12-01T17:00 --minutes 30 --format video'
    )
)
@with_person()
@click.option("--on", type=MOMENT, required=True, help="The day and time of the appointment.")
@click.option("--zone", type=ZONE, default="", help="Its time zone, if it is not your own.")
@click.option("--minutes", type=click.IntRange(1, 1440), help="The length agreed on.")
@click.option(
    "--format",
    "format_",
    type=FORMATS,
    help="How you will meet.",
)
@click.option("--place", default="", metavar="TEXT", help="Where, or the link of the call.")
def meet(
    on: datetime.date,
    zone: str,
    minutes: int | None,
    format_: str | None,
    place: str,
    **who: Any,
) -> None:
    """An appointment with NAME was made, or moved.

    What was confirmed, or sent as an invitation, for another time is taken out, and named.
    """
    made = Appointment(
        on=on,
        zone=zone,
        minutes=minutes,
        format=Format(format_) if format_ else None,
        place=place.strip(),
    )
    done = record(Who(**who), lambda request, _: met(request, made))
    say_moved(done, made)


@did.command(epilog=examples('shoptalk did confirm "Rosalind Okafor" --on 2026-10-13'))
@with_person(MOMENT)
def confirm(on: datetime.date | None, **who: Any) -> None:
    """The appointment with NAME was confirmed."""
    record(Who(**who), lambda one, day: of_appointment(one, "confirmed", day), on)


@did.command(epilog=examples('shoptalk did invite "María José Ferrer Ibáñez" --on 2026-09-10'))
@with_person(MOMENT)
def invite(on: datetime.date | None, **who: Any) -> None:
    """An invitation for the calendar was sent to NAME."""
    record(Who(**who), lambda one, day: of_appointment(one, "invitation", day), on)


@did.command(epilog=examples('shoptalk did thank "Rosalind Okafor" --on 2026-10-14T18:30'))
@with_person(MOMENT)
def thank(on: datetime.date | None, **who: Any) -> None:
    """NAME was thanked, for the conversation or for the answer.

    Where you asked nobody of that name, it is written into the conversation in interviews/.
    """
    record_or_in_interview(Who(**who), "thanked", on)


@did.command(epilog=examples('shoptalk did connect "Rosalind Okafor" --on 2026-10-15'))
@with_person(MOMENT)
def connect(on: datetime.date | None, **who: Any) -> None:
    """You connected with NAME on a professional network.

    Where you asked nobody of that name, it is written into the conversation in interviews/.
    """
    record_or_in_interview(Who(**who), "connected", on, in_interview=True)


@did.command(epilog=examples('shoptalk did write "Rosalind Okafor" --interview rosalind-okafor'))
@with_person()
@click.option(
    "--interview", required=True, metavar="FILE", help="The file below interviews/, without .md."
)
def write(interview: str, **who: Any) -> None:
    """The conversation with NAME was written up."""
    address = interview.removeprefix("./").removeprefix("interviews/").removesuffix(".md")
    record(Who(**who), lambda *_: (Change(("interview",), address),))


@did.command(epilog=examples('shoptalk did promised "Ken Abara" --do "Send the recipe"'))
@with_person()
@click.option("--do", "what", required=True, metavar="TEXT", help="What you promised to do.")
@click.option("--by", type=DAY, help="The day by which you will do it.")
def promised(what: str, by: datetime.date | None, **who: Any) -> None:
    """You promised NAME something; `promise` says that it is done."""
    promise_made = Promise(do=" ".join(what.split()), by=by)
    done = record(Who(**who), lambda *_: (Change(("promised", END), promise_made),))
    if by and by < done.today:
        click.echo(f"{by} is past: it is overdue until `shoptalk did promise` says it is done.")


@did.command(epilog=examples('shoptalk did promise "Ken Abara" --do "Send the recipe"'))
@with_person(DAY)
@click.option("--do", "what", default="", metavar="TEXT", help="Which: its words, or its number.")
def promise(on: datetime.date | None, what: str, **who: Any) -> None:
    """What you promised NAME is done; --do says which, where several are open."""
    record(Who(**who), lambda one, day: kept(one.promised, what, day), on)


@did.command(epilog=examples('shoptalk did apply "Rosalind Okafor" --do 1'))
@with_person()
@click.option("--do", "what", default="", metavar="TEXT", help="Which: its words, or its number.")
def apply(what: str, **who: Any) -> None:
    """What you meant to do after the conversation with NAME is done.

    It is one of the `applications` of the write-up; --do says which, where several are open.
    """
    apply_in(Who(**who), what)


@did.command(epilog=examples('shoptalk did referral "Ken Abara" --to "Mei Fairweather"'))
@with_person()
@click.option("--to", required=True, metavar="NAME", help="Whom the person recommended.")
@click.option("--title", default="", metavar="TEXT", help="The job title of whom was recommended.")
@click.option("--at", default="", metavar="TEXT", help="Where whom was recommended works.")
def referral(to: str, title: str, at: str, **who: Any) -> None:
    """NAME recommended somebody to talk to."""
    name = no_address(" ".join(to.split()))
    named = Referral(name=name, title=title.strip(), organization=at.strip())
    record(Who(**who), lambda request, _: recommended(request, named))


@did.command(
    "check-in",
    epilog=examples(
        'shoptalk did check-in "Rosalind Okafor" --text "I rebuilt my project."',
    ),
)
@with_person(DAY)
@click.option("--text", default="", metavar="TEXT", help="What it said.")
@click.option("--next", "next_", type=DAY, help="When to write again.")
def check_in(on: datetime.date | None, text: str, next_: datetime.date | None, **who: Any) -> None:
    """You wrote to NAME to stay in touch."""

    def step(_: Request, day: datetime.date) -> Changes:
        wrote = Change(("check_ins", END), Contact(on=day, text=text.strip()))
        after = later_than(day, next_, "--next")
        return (wrote, Change(("next_check_in",), after)) if after else (wrote,)

    say_if_never_met(record(Who(**who), step, on))


@did.command(
    epilog=examples(
        'shoptalk did feedback "Ken Abara" --who Mina --comment "Say earlier what you want."'
    )
)
@with_person(DAY)
@click.option("--who", "reader", required=True, metavar="NAME", help="Who read the message.")
@click.option("--comment", default="", metavar="TEXT", help="What was said of it.")
def feedback(on: datetime.date | None, reader: str, comment: str, **who: Any) -> None:
    """Somebody else read your message to NAME before it was sent."""

    def step(_: Request, day: datetime.date) -> Changes:
        said = Feedback(who=reader.strip(), on=day, comment=comment.strip())
        return (Change(("feedback", END), said),)

    done = record(Who(**who), step, on)
    say_if_too_late(done, on or done.today)


@did.command(epilog=examples('shoptalk did close "Odile Brassard"'))
@with_person(DAY)
def close(on: datetime.date | None, **who: Any) -> None:
    """Nothing more is to be done about NAME."""
    record(Who(**who), lambda _, day: (Change(("closed",), day),), on)
