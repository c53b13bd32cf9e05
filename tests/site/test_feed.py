"""The feed of conversations, read back as a reader of feeds would."""

from dataclasses import replace
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

from one_portfolio import portfolio_of

from shoptalk.site.feed import MOST_IN_FEED, render_feed
from shoptalk.site.portfolio import Portfolio

HOME = "https://example.org/talks/"


def talk(name: str, more: str = "date: 2026-03-14") -> str:
    return f"---\nname: {name}\n{more}\n---\n\nWe met.\n"


def feed_of(portfolio: Portfolio) -> str:
    return render_feed(
        portfolio,
        home=HOME,
        description="Talks & more",
        language="en",
        address_of=lambda path: HOME + path,
    )


def items(portfolio: Portfolio) -> list[dict[str, str]]:
    channel = ElementTree.fromstring(feed_of(portfolio)).find("channel")  # noqa: S314 (our own)
    assert channel is not None
    return [{part.tag: part.text or "" for part in item} for item in channel.findall("item")]


def test_an_item_says_who_it_was_and_where_it_stands() -> None:
    more = "title: Tide Reader\norganization: Harbour <Office> & Sons\ndate: 2026-03-14"
    address = f"{HOME}interviews/no-1.md"
    assert items(portfolio_of(talk("Ada Invented", more))) == [
        {
            "title": "Ada Invented \u00b7 Tide Reader \u00b7 Harbour <Office> & Sons",
            "link": address,
            "guid": address,
            "description": "A conversation with Ada Invented, Tide Reader, Harbour <Office> & Sons",
            "pubDate": "Sat, 14 Mar 2026 00:00:00 +0000",
        }
    ]


def test_an_item_says_more_than_its_title_where_something_was_learnt() -> None:
    learnt = "learnings: [It is cold, It pays well]"
    talks = (talk("Ada Invented", learnt), talk("Bo", f"{learnt}\ndescription: On tides"))
    described = [one["description"] for one in items(portfolio_of(*talks))]
    assert described == ["It is cold", "On tides"]


def test_the_channel_has_what_the_format_requires() -> None:
    portfolio = replace(portfolio_of(), site_name="Talks <b>")
    root = ElementTree.fromstring(feed_of(portfolio))  # noqa: S314 (our own)
    told = {part.tag: part.text for part in root.iterfind("channel/*")}
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    assert (told["title"], told["link"], told["description"]) == ("Talks <b>", HOME, "Talks & more")
    assert told["language"] == "en"
    own = root.find("channel/{http://www.w3.org/2005/Atom}link")
    assert own is not None
    assert (own.get("rel"), own.get("href")) == ("self", f"{HOME}feed.xml")


def test_the_latest_come_first_drafts_never_and_those_without_a_day_last() -> None:
    talks = (
        talk("Ada Invented"),
        talk("Ben Invented", "date: 2026-03-15"),
        talk("Cay Invented", "draft: true"),
        talk("Dee Invented", "tags: [sea]"),
    )
    found = items(portfolio_of(*talks, preview=True))
    assert [one["title"] for one in found] == ["Ben Invented", "Ada Invented", "Dee Invented"]
    assert "pubDate" not in found[-1]
    assert parsedate_to_datetime(found[0]["pubDate"]).isoformat() == "2026-03-15T00:00:00+00:00"


def test_it_has_no_more_than_the_latest() -> None:
    assert len(items(portfolio_of(*[talk("Ada Invented")] * (MOST_IN_FEED + 1)))) == MOST_IN_FEED


def test_what_xml_cannot_hold_is_left_out() -> None:
    [item] = items(portfolio_of(talk('"Ada\\u0007 \\uFFFFInvented"')))
    assert item["title"] == "Ada Invented"
