"""The Markdown that templates make, as HTML, for hosts whose own parser is slow.

Only for our own templates: all text in them is escaped, so `{: … }` and HTML can only be theirs.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

import cmarkgfm
from cmarkgfm.cmark import Options

ATTRIBUTES = re.compile(r"(\s*)\{: ([^{}\n]*) \}")
MARKED_LINK = re.compile(r"<a (href=\"[^\"]*\")>((?:(?!</a>).)*)</a><!--: (.*?) -->")
BLOCK_MARK = re.compile(r"<!--:: (.*?) -->")
BLOCKS = ("<li>", "<p>", "<h1>", "<h2>", "<h3>")
HEADING = re.compile(r'<h([2-6]) id="([^"]*)">(.*?)</h\1>')
PERMALINK = re.compile(r'<a class="headerlink".*?</a>')
LINK = re.compile(r'(?<=<a href=")[^":#]+\.md(?=[#"])')


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of rendered Markdown that can be linked to."""

    level: int
    id: str
    text: str
    """As HTML."""


def render_markdown(markdown: str, address_of: Callable[[str], str], permalink: str = "") -> str:
    """A template's Markdown as HTML.

    `address_of` turns a link to a Markdown file into its address; `permalink` is the sign after a
    heading that links to it. Braces with a class, an id or other attributes go to the link, list
    item, paragraph or heading that they end, as with the extension `attr_list`.
    """
    marked = ATTRIBUTES.sub(
        lambda braces: f"<!--{'::' if braces[1] else ':'} {braces[2]} -->", markdown
    )
    rendered = cmarkgfm.github_flavored_markdown_to_html(marked, Options.CMARK_OPT_UNSAFE)
    rendered = MARKED_LINK.sub(
        lambda link: f"<a {link[1]}{_as_html(link[3])}>{link[2]}</a>", rendered
    )
    rendered = _with_attributes(rendered)
    if permalink:
        rendered = HEADING.sub(lambda heading: _with_permalink(heading, permalink), rendered)
    return LINK.sub(lambda link: html.escape(address_of(html.unescape(link[0]))), rendered)


def find_headings(rendered: str) -> list[Heading]:
    """The headings below the first, in their order."""
    return [
        Heading(level=int(level), id=html.unescape(id), text=PERMALINK.sub("", text))
        for level, id, text in HEADING.findall(rendered)
    ]


def _with_attributes(rendered: str) -> str:
    """Each mark's attributes in the tag that opens the block which it ends."""
    *pieces, rest = BLOCK_MARK.split(rendered)
    done = []
    for text, attributes in zip(pieces[::2], pieces[1::2], strict=True):
        at, opening = max((text.rfind(tag), tag) for tag in BLOCKS)
        end = at + len(opening) - 1
        done.append(f"{text[:end]}{_as_html(attributes)}{text[end:]}")
    return "".join((*done, rest))


def _with_permalink(heading: re.Match[str], sign: str) -> str:
    level, id, text = heading.groups()
    link = f'<a class="headerlink" href="#{id}" title="Permanent link">{sign}</a>'
    return f'<h{level} id="{id}">{text}{link}</h{level}>'


def _as_html(attributes: str) -> str:
    classes, others = [], []
    for word in attributes.split():
        if word.startswith("."):
            classes.append(word[1:])
        elif word.startswith("#"):
            others.append(f' id="{html.escape(word[1:])}"')
        else:
            others.append(f" {word}")
    return "".join(others) + (f' class="{" ".join(classes)}"' if classes else "")
