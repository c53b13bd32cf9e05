"""Paragraphs, links and pictures of a body, in what CommonMark makes of it."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

import cmarkgfm
from cmarkgfm.cmark import Options

CMARK_OPTIONS = Options.CMARK_OPT_SOURCEPOS | Options.CMARK_OPT_UNSAFE
SOURCE_POSITION = re.compile("data-sourcepos", re.IGNORECASE)
PARAGRAPH = re.compile(
    r'<p data-sourcepos="(\d+):\d+-(\d+):\d+">'
    r"(?P<other>\||(?:<(?:img|a|/a|br)\b[^>]*>|\s)+</p>)?"
)
"""With what tells that it is none of prose: the sign that begins a table, or pictures alone."""
LIST = re.compile(r'<[uo]l(?: start="\d+")? data-sourcepos="(\d+):\d+-(\d+):\d+"')
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
TAG = re.compile(r"<[^>]*>")

PART = re.compile(r"<(/?)(a|img|code|pre)\b([^>]*)>")
"""What begins or ends a link or code, and pictures."""
ADDRESS = re.compile(r'\s(?:href|src)="([^"]*)"')
WORDS_FOR_PICTURE = re.compile(r'\salt="([^"]*)"')
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'`\[\]]+", re.IGNORECASE)
AFTER_ADDRESS = ".,;:!?)*_\u2026\u201d\u2019\u3002\uff0c"
"""Signs that end a sentence rather than an address."""


class Link(NamedTuple):
    """A link, a picture, or a web address that stands in the text as it is."""

    address: str
    """As CommonMark has it: other letters than those of English are percent-encoded."""
    text: str
    """What is to be clicked, or the words for the picture."""


class Lines(NamedTuple):
    """Lines of a body, counted from 0."""

    first: int
    after: int


def without_positions(text: str) -> str:
    """A text in which nobody but the parser can say where in it a tag comes from."""
    return SOURCE_POSITION.sub("data_sourcepos", text) if "<" in text else text


def parse_markdown(text: str) -> str:
    """What CommonMark makes of a text, as HTML that says on which lines each part stands."""
    rendered: str = cmarkgfm.markdown_to_html(text, options=CMARK_OPTIONS)
    return rendered


def paragraphs_in(parsed: str) -> tuple[Lines, ...]:
    """The lines of each paragraph; items of lists, tables and pictures alone are none."""
    lists = _outermost_lists(parsed)
    found = []
    for begin, end, other in PARAGRAPH.findall(parsed):
        lines = Lines(int(begin) - 1, int(end))
        while lists and lists[-1].after <= lines.first:
            lists.pop()
        in_list = lists and lists[-1].first <= lines.first
        if not in_list and not other:
            found.append(lines)
    return tuple(found)


def _outermost_lists(parsed: str) -> list[Lines]:
    """The lists that are in no other, the last first."""
    found: list[Lines] = []
    if "<ul" in parsed or "<ol" in parsed:
        for begin, end in LIST.findall(parsed):
            lines = Lines(int(begin) - 1, int(end))
            if not found or lines.first >= found[-1].after:
                found.append(lines)
    return found[::-1]


def links_in(parsed: str) -> tuple[Link, ...]:
    """Links, pictures and bare web addresses, none of them from code."""
    if "://" not in parsed and "<a" not in parsed and "<img" not in parsed:
        return ()
    if "<!--" in parsed:
        parsed = COMMENT.sub("", parsed)
    return tuple(_links(parsed))


def _links(parsed: str) -> Iterator[Link]:
    address = ""
    done = code_depth = 0
    begin = -1
    for part in PART.finditer(parsed):
        if not code_depth and begin < 0:
            yield from _bare(parsed[done : part.start()])
        done = part.end()
        closing, tag, attributes = part.groups()
        if tag in ("code", "pre"):
            code_depth = max(code_depth - 1, 0) if closing else code_depth + 1
        elif tag == "img":
            words = WORDS_FOR_PICTURE.search(attributes)
            yield from _link(_address(attributes), words[1] if words else "")
        elif not closing:
            address, begin = _address(attributes), done
        elif begin >= 0:
            yield from _link(address, parsed[begin : part.start()])
            begin = -1
    if not code_depth and begin < 0:
        yield from _bare(parsed[done:])


def _link(address: str, content: str) -> Iterator[Link]:
    if address:
        yield Link(address, html.unescape(TAG.sub("", content)).strip())


def _address(attributes: str) -> str:
    found = ADDRESS.search(attributes)
    return html.unescape(found[1]) if found else ""


def _bare(parsed: str) -> Iterator[Link]:
    if "://" in parsed:
        text = html.unescape(TAG.sub(" ", parsed))
        yield from (Link(address, "") for address in web_addresses(text))


def web_addresses(text: str) -> list[str]:
    """The web addresses in a text without markup."""
    return [found.rstrip(AFTER_ADDRESS) for found in WEB_ADDRESS.findall(text)]
