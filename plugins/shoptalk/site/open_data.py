"""A portfolio → JSON for other programs, with the schema that says what is in it.

A field of the records below is a key of the same name, and is left out where it is empty. A change
that programs have to know of makes another `VERSION`.
"""

import datetime
import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from shoptalk.editors.schema import DRAFT, schema_of
from shoptalk.reading.interview import Application, Referral
from shoptalk.site.phrases import recommended
from shoptalk.site.portfolio import Conversation, Portfolio

DATA = "portfolio.json"
SCHEMA = "portfolio.schema.json"
"""Their addresses in the site."""

VERSION = 1


class SharedQuestion(NamedTuple):
    """A question of a conversation."""

    ask: str
    """Its wording."""
    answered: bool
    """Its answer is written up."""
    topic: str = ""
    """What it is about, in one word."""


class SharedLearning(NamedTuple):
    """Something the conversation taught."""

    text: str
    """What it taught."""
    topic: str = ""
    """The student's own word for what it is about."""
    question: str = ""
    """The question that brought it up."""
    agrees_with: tuple[str, ...] = ()
    """The addresses of those of whom the student wrote that they said the same."""
    differs_from: tuple[str, ...] = ()
    """The addresses of those of whom the student wrote that they said something else."""


class SharedStep(NamedTuple):
    """Something that the person worked as, or learnt, for some time."""

    role: str
    """What it was."""
    start: int
    """The year in which it began."""
    end: int | None = None
    """The year in which it ended; not there while it goes on."""
    organization: str = ""
    """Where it was."""


class SharedConversation(NamedTuple):
    """A conversation, as its page shows it."""

    name: str
    """Who it was with: the name, or what stands for it."""
    address: str
    """That of its page, from the root of the site."""
    title: str = ""
    """The person's job title."""
    organization: str = ""
    """Where the person works."""
    industry: str = ""
    """The trade."""
    date: datetime.date | None = None
    """The day of the conversation."""
    minutes: int | None = None
    """How long it took."""
    format: str = ""
    """How the two spoke."""
    route: str = ""
    """How the student reached the person."""
    tags: tuple[str, ...] = ()
    """The student's own words for it."""
    topics: tuple[str, ...] = ()
    """What was asked about, the topic with the most questions first."""
    questions: tuple[SharedQuestion, ...] = ()
    """What was asked."""
    learnings: tuple[SharedLearning, ...] = ()
    """What the conversation taught."""
    applications: tuple[Application, ...] = ()
    """What the student will do with it."""
    referrals: tuple[Referral, ...] = ()
    """Whom the person recommended, as far as that is shown."""
    before: str = ""
    """What the student thought of the career before the conversation."""
    after: str = ""
    """What the student thought of it afterwards."""
    path: tuple[SharedStep, ...] = ()
    """How the person came to where they are, by year."""


LISTS_OF_RECORDS = frozenset(("questions", "learnings", "applications", "referrals", "path"))


def render_data(portfolio: Portfolio, address_of: Callable[[str], str], home: str = "") -> str:
    """All conversations that are no drafts, the latest first, each on a line of its own.

    `address_of` gives the address of a page, by its path; `home` is that of the site, if it is
    known.
    """
    head = {"$schema": SCHEMA, "version": VERSION, "site": portfolio.site_name}
    head |= {"home": home} if home else {}
    begin = json.dumps(head, ensure_ascii=False).removesuffix("}")
    shared = (_shared(one, portfolio, address_of) for one in portfolio.finished)
    lines = ",\n".join(map(_line, shared))
    return f'{begin}, "conversations": [\n{lines}\n]}}\n'


def render_schema() -> str:
    """The JSON Schema of that."""
    schema = {
        "$schema": DRAFT,
        "title": "A portfolio of conversations about work",
        "type": "object",
        "properties": {
            "$schema": {"const": SCHEMA},
            "version": {"const": VERSION},
            "site": {"type": "string", "description": "The name of the site."},
            "home": {"type": "string", "description": "The address of the site, if it is known."},
            "conversations": {"type": "array", "items": schema_of(SharedConversation)},
        },
        "required": ["version", "site", "conversations"],
        "additionalProperties": False,
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _shared(
    conversation: Conversation, portfolio: Portfolio, address_of: Callable[[str], str]
) -> SharedConversation:
    interview, own = conversation.interview, conversation.file.address
    return SharedConversation(
        name=conversation.shown_name,
        address=address_of(conversation.path),
        title=interview.title,
        organization=interview.organization,
        industry=interview.industry,
        date=interview.date,
        minutes=interview.minutes,
        format=interview.format,
        route=interview.route,
        tags=interview.tags,
        topics=tuple(one.value for one in portfolio.choices[own]["topic"]),
        questions=tuple(_questions(conversation, portfolio)),
        learnings=tuple(_learnings(conversation, portfolio, address_of)),
        applications=interview.applications,
        referrals=tuple(recommended(interview)),
        before=interview.before,
        after=interview.after,
        path=tuple(SharedStep(*step) for step in interview.path),
    )


def _questions(conversation: Conversation, portfolio: Portfolio) -> Iterator[SharedQuestion]:
    for one in conversation.interview.questions:
        entry = portfolio.bank.entry_of.get((conversation.file.address, one.ask))
        yield SharedQuestion(one.ask, one.answer is not None, entry.topic if entry else "")


def _learnings(
    conversation: Conversation, portfolio: Portfolio, address_of: Callable[[str], str]
) -> Iterator[SharedLearning]:
    for one in conversation.interview.learnings:
        tied = portfolio.tied(conversation.file.address, one)
        yield SharedLearning(
            one.text,
            one.topic,
            one.question,
            *(tuple(address_of(other.path) for other in others) for others in tied),
        )


def _line(conversation: SharedConversation) -> str:
    told = _told(conversation)
    for name in LISTS_OF_RECORDS & told.keys():
        told[name] = [_told(one) for one in told[name]]
    return json.dumps(told, ensure_ascii=False, default=datetime.date.isoformat)


def _told(record: Any) -> dict[str, Any]:
    """A record as a mapping, without what is empty."""
    told = zip(record._fields, record, strict=True)
    return {name: one for name, one in told if one or one is False}
