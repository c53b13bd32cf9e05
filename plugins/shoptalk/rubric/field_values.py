"""What an interview says under a key, as texts with their paths: what checks count and search."""

from collections.abc import Iterator
from typing import NamedTuple

from shoptalk.reading.interview import Interview
from shoptalk.reading.nodes import Listing, Mapping, Node, Scalar

TEXT_OF = {
    "questions": "ask",
    "planned": "ask",
    "learnings": "text",
    "applications": "do",
    "referrals": "name",
    "path": "role",
}
"""Where the text of an item is, for the fields that are lists of records."""

TEXTS = (
    "name",
    "title",
    "organization",
    "industry",
    "relation",
    "alias",
    "description",
    "research",
    "before",
    "after",
)
LISTS = (*TEXT_OF, "tags")
CHOICES = ("format", "route", "link")
OTHERS = ("date", "minutes", "thanked", "connected", "consent")
OWN = "x-"
"""Begins each key that is the student's or the course's own."""
BODY = "body"
"""Stands for all that is written below the front matter."""


class Said(NamedTuple):
    """One text of an interview."""

    path: str
    """Such as `learnings[2]` or `body`."""
    text: str


def said_under(interview: Interview, field: str) -> list[Said]:
    """The texts of a field: one for each item of a list, none where it is empty."""
    if field == BODY:
        text = interview.body.text
        return [Said(BODY, text)] if text.strip() else []
    if field.startswith(OWN):
        return [said for said in _own(interview, field) if said.text.strip()]
    value = getattr(interview, field)
    if isinstance(value, str):
        return [Said(field, value)] if value else []
    key = TEXT_OF.get(field)
    return [
        Said(f"{field}[{number}]", getattr(item, key) if key else item)
        for number, item in enumerate(value)
    ]


def paths_of(interview: Interview, field: str) -> list[str]:
    """The paths of a field's texts; the field itself where it has none."""
    return [one.path for one in said_under(interview, field)] or [field]


def named(field: str) -> str:
    """A field in a message."""
    return "the text below the front matter" if field == BODY else f"{field!r}"


def _own(interview: Interview, field: str) -> Iterator[Said]:
    """The texts under a key of the student's own, which may be anything."""
    node = interview.front_matter.get(field)
    if isinstance(node, Listing):
        for number, item in enumerate(node.items):
            for text in _texts_of(item):
                yield Said(f"{field}[{number}]", text)
    else:
        for text in _texts_of(node):
            yield Said(field, text)


def _texts_of(node: Node | None) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _texts_of(item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from _texts_of(entry.value)
