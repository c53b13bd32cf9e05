"""The whole portfolio as one document to print: a cover, the contents, and a part for each page."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import jinja2

from shoptalk.site.joining import Part, join_parts
from shoptalk.site.phrases import day
from shoptalk.site.templating import TEMPLATES

VARIABLE = "SHOPTALK_DOCUMENT"
"""Set in the environment of a build, it asks for the document and says what is in it."""

CONVERSATIONS = "conversations"
WITH_QUESTIONS = "conversations and questions"

DOCUMENT = "shoptalk-portfolio.html"
"""Its address in the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What is in it."""

    site_name: str
    author: str = ""
    language: str = "en"
    direction: str = "ltr"
    stylesheets: Sequence[str] = ()
    """Their addresses, from the root of the site."""
    mark: str = ""
    """For whom it is, unless for everybody."""
    conversations: Sequence[Part] = ()
    latest: datetime.date | None = None
    """The day of the latest conversation."""
    others: Sequence[Part] = ()
    """What comes after the conversations."""


def render_document(document: Document) -> str:
    """The document as HTML, which loads nothing but files of the site."""
    parts = [*document.conversations, *document.others]
    joined = join_parts(parts)
    return _template().render(
        document=document,
        held=_held(document),
        parts=[(part, *found) for part, found in zip(parts, joined, strict=True)],
    )


def with_page_numbers(html: str, first_pages: Mapping[str, int]) -> str:
    """The document, whose contents say on which page each part begins."""
    rules = "".join(
        f'#contents a[href="#{id}"]::after {{ content: "{number}"; visibility: visible; }}\n'
        for id, number in first_pages.items()
    )
    return html.replace("</head>", f"<style>\n{rules}</style>\n</head>", 1)


def _held(document: Document) -> str:
    """How many conversations there are, and until when."""
    count = len(document.conversations)
    held = f"{count} conversation" + ("" if count == 1 else "s")
    if not document.latest:
        return held
    return f"{held}, {'on' if count == 1 else 'the latest on'} {day(document.latest)}"


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string((TEMPLATES / "document.html.jinja").read_text(encoding="utf-8"))
