"""What a page tells previews of links and search engines."""

import json
import re
from html.parser import HTMLParser
from typing import Any

from one_portfolio import portfolio_of

from shoptalk.site.metadata import (
    PageMetadata,
    SiteMetadata,
    render_metadata,
    with_description_shared,
)

SITE = SiteMetadata(name='Talks "of" <work> & more', description="All & everything.")
HOSTILE = 'Ada </script><script>alert("1")</script> & Sons'
TALK = (
    f"---\nname: '{HOSTILE}'\ntitle: Reader\norganization: Office\ndate: 2026-03-14\n---\n\nHm.\n"
)
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


class Tags(HTMLParser):
    """The attributes of all tags, by their names."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def og(text: str) -> dict[str | None, str | None]:
    told = (attrs for tag, attrs in Tags(text).found if tag == "meta" and "property" in attrs)
    return {one["property"]: one["content"] for one in told}


def block(text: str) -> Any:
    [found] = BLOCK.findall(text)
    return json.loads(found)


def test_a_page_tells_its_title_kind_and_site() -> None:
    page = PageMetadata(site=SITE, title=HOSTILE)
    assert og(render_metadata(page)) == {
        "og:type": "website",
        "og:site_name": 'Talks "of" <work> & more',
        "og:title": HOSTILE,
    }
    assert "ld+json" not in render_metadata(page)


def test_addresses_and_the_feed_are_told_where_there_are_any() -> None:
    page = PageMetadata(site=SITE, title="A", url="https://example.org/a/", feed="../feed.xml")
    text = render_metadata(page)
    assert og(text)["og:url"] == "https://example.org/a/"
    [link] = [attrs for tag, attrs in Tags(text).found if tag == "link"]
    assert (link["rel"], link["href"], link["title"]) == ("alternate", "../feed.xml", SITE.name)


def test_a_conversation_is_an_article_about_a_person() -> None:
    [conversation] = portfolio_of(TALK).conversations
    site = SiteMetadata(name="Talks", author="Sam Invented")
    text = render_metadata(PageMetadata(site=site, title=HOSTILE, conversation=conversation))
    assert og(text)["og:type"] == "article"
    assert text.count("<script") == text.count("</script") == 1
    assert block(text) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": HOSTILE,
        "temporalCoverage": "2026-03-14",
        "author": {"@type": "Person", "name": "Sam Invented"},
        "about": {
            "@type": "Person",
            "name": HOSTILE,
            "jobTitle": "Reader",
            "worksFor": {"@type": "Organization", "name": "Office"},
        },
    }


def test_what_is_not_known_of_a_conversation_is_not_told() -> None:
    [conversation] = portfolio_of("---\ntitle: Reader\n---\n\nHm.\n").conversations
    told = block(render_metadata(PageMetadata(site=SITE, title="A", conversation=conversation)))
    assert (told["about"], "temporalCoverage" in told) == ({"jobTitle": "Reader"}, False)


def test_the_home_page_is_the_site() -> None:
    text = render_metadata(
        PageMetadata(site=SITE, title="Home", url="https://a.test/", is_home=True)
    )
    assert block(text) == {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": SITE.name,
        "description": "All & everything.",
        "url": "https://a.test/",
    }


def test_robots_are_named_only_if_they_are_asked_for_something() -> None:
    assert "robots" not in render_metadata(PageMetadata(site=SITE, title="A"))
    hidden = PageMetadata(site=SITE, title="A", robots="noindex")
    assert '<meta name="robots" content="noindex">' in render_metadata(hidden)


def test_the_description_that_a_page_has_is_shared() -> None:
    page = '<meta name="description" content="One &amp; two"><p>'
    assert og(with_description_shared(page)) == {"og:description": "One & two"}
