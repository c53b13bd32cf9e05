"""What built pages tell programs, and the files that are made for these."""

import json
import re
from xml.etree import ElementTree

import pytest

from .conftest import ADA, CONFIG, Folder
from .page_kinds import PAGE_KINDS

HOME = "https://example.org/talks/"
PUBLISHED = CONFIG.replace('""', HOME)
DESCRIPTION = re.compile(r'<meta name="description"[^>]* content="([^"]*)">')
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def head(folder: Folder, name: str) -> str:
    return folder.page(name).partition("</head>")[0]


def test_each_kind_of_page_has_a_title_and_a_description_of_its_own(built_example: Folder) -> None:
    generated = [
        address
        for address in PAGE_KINDS.values()
        if address.startswith(("interviews/", "questions/", "rubric/"))
    ]
    heads = [head(built_example, f"{address}index.html") for address in generated]
    for told in (DESCRIPTION, re.compile(r"<title>(.*?)</title>")):
        found = [told.findall(one) for one in heads]
        assert [len(one) for one in found] == [1] * len(generated)
        assert len({one for [one] in found}) == len(generated)


def test_without_an_address_there_is_no_feed_and_no_whole_address(portfolio: Folder) -> None:
    files = portfolio.built().files()
    assert {"portfolio.json", "portfolio.schema.json"} <= files
    assert "feed.xml" not in files
    for name in ("index.html", "interviews/ada/index.html", "404.html"):
        told = head(portfolio, name)
        assert "og:title" in told
        assert not re.search("og:url|canonical|rss", told)


@pytest.fixture
def published(portfolio: Folder) -> Folder:
    portfolio.write("mkdocs.yml", PUBLISHED)
    portfolio.write("docs/notes.md", "---\nrobots: noindex\n---\n# Notes <b>of</b> & mine\n")
    return portfolio.built()


def test_with_an_address_each_page_leads_to_the_feed(published: Folder) -> None:
    feeds = {
        "index.html": "feed.xml",
        "interviews/ada/index.html": "../../feed.xml",
        "404.html": "/talks/feed.xml",
    }
    for name, feed in feeds.items():
        assert f'title="Conversations" href="{feed}">' in head(published, name)
    links = ElementTree.fromstring(published.page("feed.xml")).iterfind("channel/item/link")  # noqa: S314
    assert [link.text for link in links] == [f"{HOME}interviews/ada/"]
    assert f'"og:url" content="{HOME}interviews/ada/"' in head(
        published, "interviews/ada/index.html"
    )


def test_own_pages_have_metadata_too(published: Folder) -> None:
    told = head(published, "notes/index.html")
    assert 'property="og:title" content="Notes of &amp; mine"' in told
    assert '"@type":"WebSite"' in head(published, "index.html")
    assert "ld+json" not in told


def test_previews_of_the_home_page_have_the_name_of_the_site(built_example: Folder) -> None:
    assert 'property="og:title" content="What work is like"' in head(built_example, "index.html")


def test_search_engines_are_told_what_not_to_list(published: Folder) -> None:
    sitemap = ElementTree.fromstring(published.page("sitemap.xml"))  # noqa: S314 (our own)
    listed = {one.text for one in sitemap.iter(LOCATION)}
    assert {HOME, f"{HOME}interviews/ada/", f"{HOME}questions/"} <= listed
    assert f"{HOME}notes/" not in listed
    for name in ("notes/index.html", "404.html"):
        assert '<meta name="robots" content="noindex">' in head(published, name)
    assert "robots" not in head(published, "interviews/ada/index.html")


def test_further_pages_of_a_list_are_not_listed(portfolio: Folder) -> None:
    portfolio.write("mkdocs.yml", PUBLISHED)
    for number in range(101):
        portfolio.write(f"interviews/ada-{number}.md", ADA)
    portfolio.built()
    further = "questions/coverage/page-2/"
    assert '<meta name="robots" content="noindex">' in head(portfolio, f"{further}index.html")
    assert "robots" not in head(portfolio, "questions/coverage/index.html")
    assert f"{HOME}{further}<" not in portfolio.page("sitemap.xml")
    assert f"{HOME}questions/coverage/<" in portfolio.page("sitemap.xml")


def test_files_of_the_same_name_of_ones_own_stay(portfolio: Folder) -> None:
    portfolio.write("docs/portfolio.json", "{}")
    assert portfolio.built().page("portfolio.json") == "{}"


def test_no_page_loads_the_data(built_example: Folder) -> None:
    pages = [name for name in built_example.files() if name.endswith((".html", ".js"))]
    assert [name for name in pages if "portfolio.json" in head(built_example, name)] == []
    told = json.loads(built_example.page("portfolio.json"))["conversations"]
    assert {f"{one['address']}index.html" for one in told} <= built_example.files()
