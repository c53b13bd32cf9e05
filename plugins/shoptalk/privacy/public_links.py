"""Links from the student's own pages to interviews, which may have got other addresses."""

import posixpath
import re
from urllib.parse import quote, unquote

from shoptalk.privacy.public_people import PublicPeople
from shoptalk.privacy.public_text import NOWHERE, TARGET

INTERVIEWS = "interviews/"


def with_public_links(markdown: str, path: str, people: PublicPeople) -> str:
    """A page whose links to the files of interviews lead to what the public has of them.

    `path` is that of the page below `docs/`.
    """
    folder = posixpath.dirname(path) or "."

    def moved(link: re.Match[str]) -> str:
        target, sign, anchor = link[0].partition("#")
        page = posixpath.normpath(f"{folder}/{unquote(target)}")
        address = page.removeprefix(INTERVIEWS).removesuffix(".md")
        if page != f"{INTERVIEWS}{address}.md" or address not in people.addresses:
            return link[0]
        if address in people.drafts:
            return NOWHERE
        public = f"{INTERVIEWS}{people.addresses[address]}.md"
        way = posixpath.relpath(public, folder)
        return f"{quote(way)}{sign}{anchor}"

    return TARGET.sub(moved, markdown) if ".md" in markdown else markdown
