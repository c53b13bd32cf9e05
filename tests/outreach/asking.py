"""Lists of requests given as text, with the conversations that they led to."""

from datetime import date

from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.outreach.request import Outreach
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.interview import parse_interview
from shoptalk.reading.source import Source

TODAY = date(2026, 11, 22)


def outreach_of(*requests: str, head: str = "") -> Outreach:
    """Each request is the inside of a mapping in braces."""
    text = f"{head}requests:\n" + "".join(f"  - {{{one}}}\n" for one in requests)
    return parse_outreach(Source("private/outreach.yml", text), (), TODAY)[0]


def conversation(name: str, front_matter: str = "", address: str = "") -> ReadFile:
    """A file of a conversation with somebody."""
    address = address or name.lower().replace(" ", "-")
    text = f"---\nname: {name}\n{front_matter}\n---\n\nWe met.\n"
    source = Source(f"interviews/{address}.md", text)
    interview, _ = parse_interview(source, TODAY)
    assert interview
    return ReadFile(path="", address=address, source=source, interview=interview, findings=())
