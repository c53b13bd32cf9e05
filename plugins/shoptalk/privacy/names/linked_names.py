"""Names in the text of a link that leads to the person's own page: any part of one counts."""

import html
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple
from urllib.parse import quote, unquote

FOLDER = "interviews/"
ENDINGS = (".md", "/index.html", ".html", "/")
LONGEST_LINK = 600
LINK = re.compile(
    r"\[(?P<label>(?:[^\[\]\n]|\n(?![ \t]*\n))*)\]"
    r"(?:\([ \t\n]*<?(?P<target>[^\s()<>]+)[^)\n]*\)|\[(?P<reference>[^\[\]\n]*)\])"
    r"|<a\b[^<>]*?\bhref=[\"']?(?P<href>[^\"'\s<>]+)[^<>]*>(?P<inside>.*?)</a\b",
    re.DOTALL | re.IGNORECASE,
)


BEFORE_TARGET = ("href=", "](", "]:")
TARGET = re.compile(r"[\"'<\s]*([^\"'\s()<>#?]*)")


def may_hold_link(text: str) -> bool:
    """Whether there may be a link in a text."""
    return "](" in text or "][" in text or "href" in text


class Pages:
    """Whose page is where, below the folder of the interviews."""

    def __init__(self, people: Mapping[str, str]):
        """`people` are by the addresses of their pages."""
        self.people = people
        self.by_step: dict[str, set[str]] = {}
        """Whose page an address may be that ends so."""
        for page, person in people.items():
            step = page.rpartition("/")[2]
            for one in (step, quote(step)):
                for ending in ("", ".md", ".html"):
                    self.by_step.setdefault(one + ending, set()).add(person)

    def linked_in(self, text: str) -> Set[str]:
        """A quick look to whose pages a text may lead."""
        starts = (part for sign in BEFORE_TARGET for part in text.split(sign)[1:])
        targets = {found[1] for start in starts if (found := TARGET.match(start))}
        steps = {one.rstrip("/").rpartition("/")[2] for one in targets}
        return set[str]().union(*(self.by_step[one] for one in steps & self.by_step.keys()))


class Links(NamedTuple):
    """Where links from a text may lead."""

    pages: Pages
    folders: Sequence[str]
    """Below the site, from which they may be followed."""

    def person_at(self, target: str) -> str:
        """The address of the person whose page it is; empty if it is nobody's."""
        path = unquote(html.unescape(target)).partition("#")[0].partition("?")[0]
        ways = [path] if path else []
        if path and ":" not in path:
            ways += [f"{posixpath.normpath(f'{folder}/{path}')}/" for folder in self.folders]
        for way in ways:
            _, found, address = f"/{way}".rpartition(f"/{FOLDER}")
            person = self.pages.people.get(_without_ending(address), "") if found else ""
            if person:
                return person
        return ""


class Label(NamedTuple):
    """The text of a link to somebody's page."""

    text: str
    start: int
    person: str


def labels_around(text: str, start: int, end: int, links: Links) -> Iterator[Label]:
    """The texts of links to people's pages that reach into a stretch of a text."""
    begin = min(_open_before(text, start, "<a", "</a"), _open_before(text, start, "[", "]"))
    is_open = _open_before(text, end, "<a", "</a") < end or _open_before(text, end, "[", "]") < end
    for link in LINK.finditer(text, begin, end + LONGEST_LINK * is_open):
        group = "label" if link["label"] is not None else "inside"
        if link.start(group) < end and start < link.end(group):
            target = link["target"] or link["href"] or _target_of(link, text)
            person = links.person_at(target) if target else ""
            if person:
                yield Label(link[group], link.start(group), person)


def _open_before(text: str, at: int, sign: str, end: str) -> int:
    """Where something begins that is still open at a place; else that place."""
    found = text.rfind(sign, max(at - LONGEST_LINK, 0), at)
    return at if found < 0 or text.find(end, found, at) >= 0 else found


def _target_of(link: re.Match[str], text: str) -> str:
    """Where a link leads that has its target elsewhere in the text."""
    name = re.escape(link["reference"] or link["label"])
    found = re.search(rf"^ {{0,3}}\[{name}\]:[ \t]*<?([^\s<>]+)", text, re.MULTILINE | re.I)
    return found[1] if found else ""


def page_of(file: str) -> str:
    """The address of an interview's page, from its path below the site."""
    return _without_ending(file.removeprefix(FOLDER))


def _without_ending(address: str) -> str:
    address = address.rstrip("/")
    return next((address.removesuffix(one) for one in ENDINGS if address.endswith(one)), address)


def folders_of(address: str) -> tuple[str, str]:
    """From where links in an interview lead: from its file, or from its page."""
    folder = posixpath.dirname(address)
    return f"{FOLDER}{folder}".rstrip("/"), f"{FOLDER}{address}"
