"""Links to files that are no more, as plain text."""

import posixpath
import re
from collections.abc import Set
from urllib.parse import unquote

WORDS = r"(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*"
TITLE = r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?"
LINK = re.compile(
    rf"(?<!!)\[(?P<words>{WORDS})\]\((?:<(?P<in>[^<>\n]*)>|(?P<to>[^\s()]+)){TITLE}\)"
)
DEFINED = re.compile(
    rf"^ {{0,3}}\[(?P<label>[^\]\n]+)\]:[ \t]*<?(?P<to>[^\s<>]+)>?{TITLE}[ \t]*(?:\r\n|\r|\n|\Z)",
    re.MULTILINE,
)
DOCS = "docs/"


def with_plain_links(text: str, path: str, gone: Set[str]) -> str:
    """A Markdown text in which nothing leads to files that are gone; all relative to one folder."""

    def plain(link: re.Match[str]) -> str:
        return link["words"] if _leads_to(link["in"] or link["to"], path, gone) else link[0]

    text = LINK.sub(plain, text)
    for found in list(DEFINED.finditer(text)):
        if _leads_to(found["to"], path, gone):
            label = re.escape(found["label"])
            text = text.replace(found[0], "")
            text = re.sub(rf"\[({WORDS})\]\[{label}\]", r"\1", text, flags=re.IGNORECASE)
            text = re.sub(rf"\[({label})\](?:\[\])?", r"\1", text, flags=re.IGNORECASE)
    return text


def _leads_to(target: str, path: str, gone: Set[str]) -> bool:
    way = unquote(target.partition("#")[0])
    if not way or ":" in way:
        return False
    # MkDocs takes the interviews for a part of the folder of pages.
    folder = f"{posixpath.dirname(path)}/".removeprefix(DOCS)
    meant = posixpath.normpath(f"/{folder}/{way}").strip("/")
    if way.startswith("/"):
        meant = posixpath.normpath(way).strip("/")
    as_page = f"{meant.removesuffix('/index.html').removesuffix('.html').removesuffix('.md')}.md"
    return as_page in gone
