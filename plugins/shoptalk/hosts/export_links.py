"""Links within HTML, written so that every generator finds their pages.

MkDocs looks at none in HTML, Zensical at each. So they become Markdown, which tags around them let
in with `markdown="1"`. On a page that is the index of its folder both read an address alike.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from html import unescape
from posixpath import dirname, relpath
from urllib.parse import quote, unquote, urljoin, urlsplit

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from shoptalk.hosts.mkdocs_links import addresses_from
from shoptalk.reading.safe_html import VOID_TAGS
from shoptalk.site.rendering import FOR_OTHERS, LINK

PIECE = re.compile(r"<[^<>]*>|[^<]+|<")
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^<>]*)>")
ATTRIBUTE = re.compile(r'\s([a-z-]+)="([^"]*)"')
FORM = re.compile(r"(<form\b.*?</form>)", re.DOTALL)
BLOCKS = frozenset(
    {
        *("article", "aside", "blockquote", "center", "details", "dd", "div", "dl", "dt"),
        *("figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li"),
        *("main", "nav", "ol", "p", "section", "summary", "ul"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr"),
    }
)
"""Tags in which the extension for Markdown in HTML can look."""

BLOCK_TAG = re.compile(rf"(?=</?(?:{'|'.join(BLOCKS)})\b)")

LinkOf = Callable[[str], str]
"""The path of a file, from that of the page, for a link; empty for one to leave as it is."""


def with_portable_links(markdown: str, page: Page, files: Files) -> str:
    """What a template makes, with links to Markdown files also in its HTML."""
    if '<a href="' not in markdown:
        return markdown
    if _is_index(page):
        return _with_addresses(markdown, page, files)
    parts = FORM.split(markdown)  # what scripts look for in a form has to stay there as it is
    parts[::2] = (_as_markdown(part, _file_itself) for part in parts[::2])
    parts[1::2] = (_with_addresses(part, page, files) for part in parts[1::2])
    return "".join(parts)


def relinked(html: str, page: Page, sources: Mapping[str, str]) -> str:
    """Clean HTML on one line, as it is once the links in it are Markdown.

    `sources` gives files by their addresses in the site.
    """
    if _is_index(page):
        return html
    here = page.file.src_uri

    def file_of(link: str) -> str:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or not parts.path:
            return ""
        source = sources.get(unquote(urljoin(f"/{page.url}", parts.path)).lstrip("/"))
        if source is None:
            return ""
        fragment = f"#{quote(unquote(parts.fragment), safe=':')}" if parts.fragment else ""
        return quote(relpath(source, dirname(here) or ".")) + fragment

    changed = _as_markdown(html, file_of)
    return html if changed == html else BLOCK_TAG.sub("\n", changed).strip()


def sources_of_addresses(files: Iterable[File]) -> Mapping[str, str]:
    """The paths of files by their addresses."""
    return {unquote(file.url).removeprefix("./"): file.src_uri for file in files}


def _is_index(page: Page) -> bool:
    return page.file.name == "index" or not page.file.use_directory_urls


def _file_itself(link: str) -> str:
    return link if urlsplit(link).path.endswith(".md") else ""


def _with_addresses(html: str, page: Page, files: Files) -> str:
    address_of = addresses_from(page, files)
    return LINK.sub(lambda link: f'<a href="{address_of(unescape(link[1]))}', html)


def _as_markdown(html: str, link_of: LinkOf) -> str:
    pieces: list[str] = PIECE.findall(html)
    opened: list[tuple[str, int, str]] = []
    """Name, place in the pieces, and what a link leads to, of each element that is not ended."""
    for at, piece in enumerate(pieces):
        tag = TAG.fullmatch(piece)
        name = tag["name"].lower() if tag else ""
        if not tag:
            continue
        if tag["end"]:
            pieces[at] = _ended(name, piece, opened)
            continue
        attributes = dict(ATTRIBUTE.findall(tag["rest"]))
        link = link_of(unescape(attributes.get("src" if name == "img" else "href", "")))
        if name == "a" and link:
            pieces[at] = "["
        elif name == "img" and link:
            alt = attributes.get("alt", "").replace("[", "&#91;").replace("]", "&#93;")
            pieces[at] = f"![{alt}]({link})"
        if link:
            _let_in(pieces, opened)
        if name not in VOID_TAGS and not tag["rest"].endswith("/"):
            opened.append((name, at, link + _classes(attributes) if link else ""))
    return "".join(pieces)


def _ended(name: str, piece: str, opened: list[tuple[str, int, str]]) -> str:
    """What takes the place of an end tag."""
    while opened:
        ended, _, link = opened.pop()
        if ended == name:
            path, _, classes = link.partition(" ")
            return f"]({path}){classes}" if link and name == "a" else piece
    return piece


def _classes(attributes: Mapping[str, str]) -> str:
    names = attributes.get("class", "").split()
    return f" {{: {' '.join(f'.{name}' for name in names)} }}" if names else ""


def _let_in(pieces: list[str], opened: Iterable[tuple[str, int, str]]) -> None:
    """Have Markdown read within all blocks that are open."""
    for name, at, _ in opened:
        if name in BLOCKS and FOR_OTHERS not in pieces[at]:
            pieces[at] = f"{pieces[at][:-1]}{FOR_OTHERS}>"
