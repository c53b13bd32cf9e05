"""The command `shoptalk ask`."""

import datetime
import os
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from shoptalk.commands.completing import topics_beginning
from shoptalk.commands.examples import examples
from shoptalk.commands.reading import portfolio_paths, read_bank
from shoptalk.findings.reporters.text import plain
from shoptalk.questions.bank import QuestionBank
from shoptalk.questions.listed import Listed, Wanted, choose, own_questions, starters_beside
from shoptalk.questions.listing.phrases import count
from shoptalk.questions.topics import PHASES
from shoptalk.reading.keys import TOPICS
from shoptalk.reading.own_pages import SETTINGS
from shoptalk.reading.portfolio import INTERVIEWS, RUBRIC, has_write_ups
from shoptalk.reading.slug import slug

FORMATS = ("text", "json", "csv", "markdown")
NO_TOPIC = ("no-topic-yet", "no-topic")


@click.command(
    epilog=examples(
        'shoptalk ask --answers --search "typical day"',
        "shoptalk ask --not-asked --starter",
        "shoptalk ask --topic skills --format csv",
    )
)
@click.argument(
    "paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH]..."
)
@click.option(
    "--topic",
    "topics",
    multiple=True,
    metavar="TOPIC",
    shell_complete=topics_beginning,
    help="Only this topic.",
)
@click.option("--phase", type=click.Choice(PHASES), help="Only this part of a talk.")
@click.option("--not-asked", is_flag=True, help="Only what nobody has been asked yet.")
@click.option(
    "--personal/--list",
    default=None,
    help="Only questions written for one person, or only others.",
)
@click.option("--search", "words", default="", metavar="WORDS", help="Only with all these words.")
@click.option("--starter", is_flag=True, help="Add questions to start from.")
@click.option("--answers", is_flag=True, help="Spell out every answer, in text and Markdown.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How the questions are printed.",
)
def ask(
    paths: tuple[Path, ...],
    topics: tuple[str, ...],
    phase: str | None,
    not_asked: bool,
    personal: bool | None,
    words: str,
    starter: bool,
    answers: bool,
    format_: str,
) -> None:
    """List the questions of all conversations: who was asked, and what came of it.

    PATH is a portfolio, a folder of interviews or a file.
    """
    here = Path.cwd()
    bank = QuestionBank()
    if paths or not has_no_interviews(here):
        bank = read_bank(portfolio_paths(paths, here), here, datetime.date.today())
    own = own_questions(bank)
    wanted = Wanted(
        topics=topics_called(topics, bank),
        phase=phase or "",
        personal=personal,
        not_asked=not_asked,
        words=words,
    )
    beside = starters_beside(own)
    chosen = choose((*own, *beside) if starter else own, wanted)
    _print(chosen, format_, answers)
    _say_what_next(bank, chosen, not_asked, 0 if starter else len(choose(beside, wanted)))


def has_no_interviews(here: Path) -> bool:
    """Whether this is a portfolio in which nothing is written up yet."""
    is_portfolio = any((here / name).exists() for name in (SETTINGS, RUBRIC))
    return is_portfolio and not (here / INTERVIEWS).is_dir() and not has_write_ups(here)


def topics_called(names: Iterable[str], bank: QuestionBank) -> frozenset[str]:
    """Topics by their titles or slugs; ends the command where there is no such topic."""
    known = {topic: topic for topic in TOPICS}
    known |= {one.topic: one.topic for one in bank.topics if one.topic}
    if any(not one.topic for one in bank.topics):
        known |= dict.fromkeys(NO_TOPIC, "")
    called = {name: slug(name) for name in names}
    for name, topic in called.items():
        if topic not in known:
            near = get_close_matches(topic, known, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
            raise click.UsageError(f"there is no topic '{name}'; {hint}")
    return frozenset(known[topic] for topic in called.values())


def _print(questions: Sequence[Listed], format_: str, answers: bool) -> None:
    if format_ == "text":
        from shoptalk.questions.listing.text import render_questions

        style = plain if os.environ.get("NO_COLOR") else click.style
        click.echo(render_questions(questions, style, answers=answers), nl=False)
    else:
        click.echo(
            _document(questions, format_, answers).encode(), nl=False
        )  # UTF-8 wherever it runs


def _document(questions: Sequence[Listed], format_: str, answers: bool) -> str:
    if format_ == "json":
        from shoptalk.questions.listing.json import render_questions as render_json

        return render_json(questions)
    if format_ == "csv":
        from shoptalk.questions.listing.csv import render_questions as render_csv

        return render_csv(questions)
    from shoptalk.questions.listing.markdown import render_questions as render_markdown

    return render_markdown(questions, answers=answers)


def _say_what_next(
    bank: QuestionBank, chosen: Sequence[Listed], not_asked: bool, would_add: int
) -> None:
    """What to do where there is nothing to show, or more to be had."""
    if not bank.interviews:
        click.echo(
            'there are no interviews yet; `shoptalk prepare "Full Name"` plans the first one',
            err=True,
        )
    elif not chosen:
        click.echo("no question fits", err=True)
    if would_add and (not_asked or not chosen):
        click.echo(f"--starter would add {count(would_add, 'starter question')}", err=True)
