"""A portfolio → a feed of its conversations, as RSS 2.0."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from email.utils import format_datetime
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from shoptalk.reading.interview import Interview
from shoptalk.site.phrases import described, who
from shoptalk.site.portfolio import Conversation, Portfolio

FEED = "feed.xml"
"""Its address in the site."""

MOST_IN_FEED = 30

ATOM = "http://www.w3.org/2005/Atom"
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_feed(
    portfolio: Portfolio,
    *,
    home: str,
    description: str,
    language: str,
    address_of: Callable[[str], str],
) -> str:
    """The feed of the latest conversations, which are no drafts.

    `home` is the whole address of the site; `address_of` gives that of a page, by its path.
    """
    register_namespace("atom", ATOM)
    rss = Element("rss", version="2.0")
    channel = SubElement(rss, "channel")
    _add(channel, "title", portfolio.site_name)
    _add(channel, "link", home)
    _add(channel, "description", description)
    _add(channel, "language", language)
    its_own = {"href": address_of(FEED), "rel": "self", "type": "application/rss+xml"}
    SubElement(channel, f"{{{ATOM}}}link", its_own)
    for conversation in portfolio.finished[:MOST_IN_FEED]:
        _add_item(channel, conversation, address_of(conversation.path))
    text = tostring(rss, encoding="unicode", short_empty_elements=True)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _add_item(channel: Element, conversation: Conversation, address: str) -> None:
    item, interview = SubElement(channel, "item"), conversation.interview
    _add(item, "title", " \u00b7 ".join(filter(None, (conversation.shown_name, who(interview)))))
    _add(item, "link", address)
    _add(item, "guid", address)
    _add(item, "description", _what_it_was_about(interview))
    if interview.date:
        _add(item, "pubDate", _moment(interview.date))


def _what_it_was_about(interview: Interview) -> str:
    """The student's own sentence, or the first thing learnt; the title says who it was."""
    learnt = (learning.text for learning in interview.learnings)
    return interview.description or next(learnt, "") or described(interview)


def _moment(day: date) -> str:
    return format_datetime(datetime(day.year, day.month, day.day, tzinfo=UTC))


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = NOT_IN_XML.sub("", text)
