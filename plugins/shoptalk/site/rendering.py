"""The Markdown that templates make, as HTML, for hosts whose own parser is slow.

Only for our own templates: all text in them is escaped, so `{: … }` and HTML can only be theirs.
"""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from cmarkgfm.cmark import Options, markdown_to_html_with_extensions

MARKED_LINK = re.compile(r"<a (href=\"[^\"]*\")>((?:(?!</a>).)*)</a><!--: (.*?) -->")
OPENING_OR_MARK = re.compile(r"(<(?:li|p|h[1-3])>|<!--:: .*? -->)")
PART = re.compile(r'<tr>\n<td>([^\n]*)<!--:: scope="(row|rowgroup)" --></td>\n((?:<td></td>\n)*)')
FIRST_CELL = re.compile(r"(?<=<tr>\n)<td>([^\n]*)</td>")
ALIGNED = re.compile(r'<(t[hd]) align="(\w+)">')
HEADING = re.compile(r'<h([2-6]) id="([^"]*)"([^>]*)>(.*?)</h\1>')
ID = re.compile(r'<[^<>]*\sid="([^"]*)"')
PERMALINK = re.compile(r'<a class="headerlink".*?</a>')
FOR_OTHERS = ' markdown="1"'
"""On a tag, tells the extension `md_in_html` of other parsers to look into it."""

LINK = re.compile(r'<a href="([^":#]+\.md)(?=[?#"])')


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
    item, paragraph or heading that they end, as with the extension `attr_list`. The first cell of a
    row is its header; with `{: scope="row" }` a new part of the table begins, and with
    `{: scope="rowgroup" }` this cell stands above it alone.
    """
    rendered = markdown_to_html_with_extensions(
        _marked(markdown), Options.CMARK_OPT_UNSAFE, ["table"]
    )
    rendered = MARKED_LINK.sub(
        lambda link: f"<a {link[1]}{_as_html(link[3])}>{link[2]}</a>", rendered
    )
    rendered = _with_attributes(_with_row_headers(rendered)).replace(FOR_OTHERS, "")
    rendered = ALIGNED.sub(r'<\1 style="text-align: \2">', rendered)
    if permalink:
        rendered = HEADING.sub(lambda heading: _with_permalink(heading, permalink), rendered)

    @cache
    def opening(link: str) -> str:
        return f'<a href="{html.escape(address_of(html.unescape(link)))}'

    return LINK.sub(lambda link: opening(link[1]), rendered)


def render_each(paragraphs: Mapping[str, str], address_of: Callable[[str], str]) -> dict[str, str]:
    """Several paragraphs as HTML, each of one line, by their keys."""
    rendered = render_markdown("\n\n".join(paragraphs.values()), address_of)
    return dict(zip(paragraphs, rendered.splitlines(), strict=True))


def permalink_to(id: str, sign: str) -> str:
    """The link of a heading to itself, as HTML."""
    return f'<a class="headerlink" href="#{id}" title="Permanent link">{sign}</a>'


def find_headings(rendered: str) -> list[Heading]:
    """The headings below the first, in their order."""
    return [
        Heading(level=int(level), id=html.unescape(id), text=PERMALINK.sub("", text))
        for level, id, _, text in HEADING.findall(rendered)
    ]


def find_ids(rendered: str) -> set[str]:
    """All that can be linked to in rendered Markdown."""
    return {html.unescape(id) for id in ID.findall(rendered)}


def _marked(markdown: str) -> str:
    """Braces as HTML comments: `<!--: … -->` ends a link, `<!--:: … -->` the block around it."""
    first, *rest = markdown.split("{: ")
    marked = [first]
    for braces in rest:
        attributes, _, text = braces.partition(" }")
        before = marked[-1].rstrip()
        sign = ":" if before == marked[-1] else "::"
        marked[-1:] = (before, f"<!--{sign} {attributes} -->{text}")
    return "".join(marked)


def _with_attributes(rendered: str) -> str:
    """Each mark's attributes in the tag that opens the block which it ends."""
    pieces = OPENING_OR_MARK.split(rendered)
    opening = 0
    for at in range(1, len(pieces), 2):
        if pieces[at].startswith("<!--:: "):
            attributes = pieces[at].removeprefix("<!--:: ").removesuffix(" -->")
            pieces[opening] = f"{pieces[opening][:-1]}{_as_html(attributes)}>"
            pieces[at] = ""
        else:
            opening = at
    return "".join(pieces)


def _with_row_headers(rendered: str) -> str:
    """Tables in which the first cell of a row is its header, and a marked one begins a part."""
    if "<table>" not in rendered:
        return rendered
    in_parts = PART.sub(_part, rendered).replace("<tbody>\n</tbody>\n", "")
    return FIRST_CELL.sub(r'<th scope="row">\1</th>', in_parts)


def _part(row: re.Match[str]) -> str:
    title, scope, empty = row.groups()
    width = f' colspan="{empty.count("<td>") + 1}"' if scope == "rowgroup" else ""
    return f'</tbody>\n<tbody>\n<tr>\n<th scope="{scope}"{width}>{title}</th>\n'


def _with_permalink(heading: re.Match[str], sign: str) -> str:
    level, id, others, text = heading.groups()
    return f'<h{level} id="{id}"{others}>{text}{permalink_to(id, sign)}</h{level}>'


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
