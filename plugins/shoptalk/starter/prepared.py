"""The draft of an interview that is still to be held."""

import datetime
import re
from collections.abc import Iterable, Iterator

from shoptalk.questions.draft_changes import DraftChanges
from shoptalk.questions.plan import PlannedQuestion
from shoptalk.reading.traps import plain_or_quoted
from shoptalk.starter.person import Person
from shoptalk.starter.start import STARTER

MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&@^=]")


def draft_text(person: Person, plan: Iterable[PlannedQuestion], today: datetime.date) -> str:
    """A file for the conversation, with its plan and a heading for each answer."""
    plan = tuple(plan)
    template = (STARTER / "prepared.md").read_text(encoding="utf-8")
    return template.format(
        introduced=person.introduced,
        title=person.job,
        organization=person.organization,
        consent=person.consent(today),
        planned=render_planned(plan),
        headings=_headings(one.ask for one in plan),
    )


def render_planned(plan: Iterable[PlannedQuestion]) -> str:
    """The items of a plan as YAML."""
    return "\n".join(map(_item, plan))


def render_changes(changes: DraftChanges) -> str:
    """What to add to a draft and what to delete, as it is written there; empty if nothing."""
    return "\n\n".join(_parts(changes))


def _parts(changes: DraftChanges) -> Iterator[str]:
    if changes.new_questions:
        yield f"Add to `questions`:\n\n{render_planned(changes.new_questions)}"
    if changes.new_headings:
        added = _headings(one.ask for one in changes.new_headings)
        yield f"Add below the front matter:\n\n{added}"
    if changes.old_questions:
        old = "\n".join(f"  - {plain_or_quoted(ask)}" for ask in changes.old_questions)
        yield f"Take out of `questions`:\n\n{old}"
    if changes.old_headings:
        yield f"Take out below the front matter:\n\n{_headings(changes.old_headings)}"


def _item(one: PlannedQuestion) -> str:
    ask = plain_or_quoted(one.ask)
    if not (one.topic or one.personal):
        return f"  - {ask}"
    lines = [f"  - ask: {ask}"]
    if one.topic:
        lines.append(f"    topic: {plain_or_quoted(one.topic)}")
    if one.personal:
        lines.append("    personal: true")
    return "\n".join(lines)


def _headings(questions: Iterable[str]) -> str:
    return "\n\n".join(f"## {_heading(question)}" for question in questions)


def _heading(question: str) -> str:
    """A question in which Markdown finds no markup, so that the heading reads like it."""
    return MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", question)
