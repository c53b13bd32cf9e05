"""Answers that are shown on another page than their interview's."""

import re
from collections.abc import Iterable, Iterator
from posixpath import relpath
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit, urlunsplit

from shoptalk.site.cleaning import cleaner, keep_attribute

TAG_OF_HEADING = re.compile(r"(?<=<)(/?h)([1-6])(?=[ >])")
PERMALINK = re.compile(r'<a class="headerlink".*?</a>')
NAMED = {("input", "id"), ("input", "name"), ("label", "for")}
"""The attributes by which the parts of content tabs find one another."""

IDS = {"id", "name", "headers", "aria-controls", "aria-describedby", "aria-labelledby"}
"""Other attributes that hold ids."""

BELOW = 2
"""The level of the heading that an answer gets where it is shown."""


class ShownAnswer(NamedTuple):
    """An answer on the page of its interview."""

    html: str
    level: int
    """That of its heading."""
    address: str
    """The page's address, from the root of the site."""


def move_answers(answers: Iterable[ShownAnswer], address: str) -> Iterator[str]:
    """The HTML of answers for the page with that address: they keep no ids, and are clean.

    Links lead from there to what they led to; those within the page lead back to it.
    """
    shown, prefix = ShownAnswer("", BELOW, ""), ""

    def attribute(tag: str, name: str, value: str) -> str | None:
        if name in ("href", "src"):
            value = moved_link(value, shown.address, address)
        elif (tag, name) in NAMED:
            return prefix + value
        elif name in IDS:
            return None
        return keep_attribute(tag, name, value)

    clean = cleaner(attribute).clean
    for number, shown in enumerate(answers):
        prefix = f"answer-{number}-"
        yield clean(_below(shown))


def moved_link(link: str, source: str, target: str) -> str:
    """A link of the page with one address, as it is written on the page with another."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return link
    if parts.scheme or parts.netloc or link.startswith("/"):
        return link
    whole = urlsplit(urljoin(f"/{source}", link))
    path = relpath(whole.path, f"/{target}".rpartition("/")[0] or "/")
    slash = "/" if whole.path.endswith("/") else ""
    return urlunsplit(("", "", path + slash, whole.query, whole.fragment))


def _below(answer: ShownAnswer) -> str:
    """An answer's HTML, in which the first headings are one level below its own new one."""
    if "<h" not in answer.html:
        return answer.html
    bare = PERMALINK.sub("", answer.html)
    return TAG_OF_HEADING.sub(
        lambda tag: f"{tag[1]}{min(int(tag[2]) + BELOW - answer.level, 6)}", bare
    )
