"""What a page's head tells programs: previews of links, and search engines."""

import html
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from shoptalk.reading.interview import Interview
from shoptalk.site.portfolio import Conversation

NOT_INDEXED = "noindex"
DESCRIPTION = '<meta name="description"'


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteMetadata:
    """What all pages of a site share."""

    name: str
    description: str = ""
    author: str = ""
    home: str = ""
    """Its whole address, if it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What a page tells of itself, as text that is not escaped."""

    site: SiteMetadata
    title: str
    url: str = ""
    """Its whole address, if it has one."""
    feed: str = ""
    """The address of the feed, as this page links to it."""
    robots: str = ""
    """What search engines are asked to do; empty for what they do anyway."""
    is_home: bool = False
    conversation: Conversation | None = None
    """The one whose page it is."""


def on_list(description: str, number: int = 1) -> dict[str, object]:
    """The front matter of a list's page with that number.

    Search engines are to list the first; all that stands on the others has a place of its own.
    """
    further: dict[str, object] = {"robots": NOT_INDEXED} if number > 1 else {}
    return {"description": description, **further}


def render_metadata(page: PageMetadata) -> str:
    """The tags for the head of a page, but for its description.

    What many pages share stands on lines of its own: those are searched for leaks only once.
    """
    robots = _tag("meta", name="robots", content=page.robots) if page.robots else ""
    own = {"og:title": page.title, "og:url": page.url}
    tags = "".join(_tag("meta", property=name, content=text) for name, text in own.items() if text)
    kind = "article" if page.conversation else "website"
    blocks = "".join(map(_block, _described(page)))
    return f"{robots}{tags}\n{_of_site(page.site.name, kind, page.feed)}{blocks}"


def with_description_shared(page: str) -> str:
    """A whole page whose description is also that of previews."""
    return page.replace(DESCRIPTION, f'{DESCRIPTION} property="og:description"', 1)


@cache
def _of_site(name: str, kind: str, feed: str) -> str:
    told = {"og:type": kind, "og:site_name": name}
    tags = [_tag("meta", property=name, content=text) for name, text in told.items()]
    if feed:
        of_feed = {"type": "application/rss+xml", "title": name, "href": feed}
        tags.append(_tag("link", rel="alternate", **of_feed))
    return "".join(tags)


def _described(page: PageMetadata) -> Iterator[Mapping[str, Any]]:
    """The page in the terms of schema.org."""
    if page.conversation:
        yield {
            "@type": "Article",
            "headline": page.title,
            "temporalCoverage": str(page.conversation.interview.date or ""),
            "author": _person(page.site.author),
            "about": _talked_to(page.conversation.interview),
        }
    elif page.is_home:
        yield {
            "@type": "WebSite",
            "name": page.site.name,
            "description": page.site.description,
            "url": page.url,
            "author": _person(page.site.author),
        }


def _talked_to(interview: Interview) -> Mapping[str, Any]:
    works_for = {"@type": "Organization", "name": interview.organization}
    return {
        **_person(interview.name),
        "jobTitle": interview.title,
        "worksFor": works_for if interview.organization else "",
    }


def _person(name: str) -> Mapping[str, Any]:
    return {"@type": "Person", "name": name} if name else {}


def _block(described: Mapping[str, Any]) -> str:
    """Data for programs; browsers do not run it."""
    told = {"@context": "https://schema.org", **_without_empty(described)}
    text = json.dumps(told, ensure_ascii=False, separators=(",\n", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'\n<script type="application/ld+json">{text}</script>'


def _without_empty(described: Mapping[str, Any]) -> Mapping[str, Any]:
    told = {
        name: _without_empty(one) if isinstance(one, Mapping) else one
        for name, one in described.items()
    }
    return {name: one for name, one in told.items() if one}


def _tag(tag: str, **attributes: str) -> str:
    told = "".join(
        f' {name}="{html.escape(" ".join(text.split()))}"' for name, text in attributes.items()
    )
    return f"<{tag}{told}>"
