"""What was asked of somebody, taken out of the list of requests."""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from shoptalk.outreach.location import outreach_for
from shoptalk.outreach.names import comparable_name
from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.outreach.request import Entry, Outreach, Request
from shoptalk.privacy.forgetting.namesakes import is_at
from shoptalk.privacy.forgetting.own_interview import LINE
from shoptalk.privacy.forgetting.portfolio_files import content_of
from shoptalk.privacy.forgetting.pseudonyms import text_file
from shoptalk.privacy.names.folding import folded_words
from shoptalk.reading.nodes import Mapping
from shoptalk.reading.source import Source
from shoptalk.reading.traps import nested_nodes

DASH = re.compile(r"[ \t]*-[ \t]+")


class RequestsOf(NamedTuple):
    """The requests to somebody in the list of a portfolio."""

    path: str
    """Relative to the portfolio."""
    lines: tuple[int, ...]
    """On which each begins, from 1."""
    before: bytes
    after: bytes | None
    """The file without them; None where that cannot be done safely."""


def requests_of(
    root: Path, name: str, addresses: Collection[str], organization: str = ""
) -> RequestsOf | None:
    """Those to the person with that name, or that led to one of these conversations.

    Where an organization is given, only those to somebody there.
    """
    file = outreach_for(root)
    before = content_of(file)
    made = text_file(before) if before is not None else None
    if before is None or made is None:
        return None
    source = Source(file.name, made.text)
    outreach = _parsed(source)
    words, person = folded_words(name), comparable_name(name)
    meant = [
        entry
        for entry in outreach.entries
        if _is_to(entry.request, words, person, organization)
        or entry.request.interview in addresses
    ]
    if not meant:
        return None
    text = None if _are_several(meant) else _without(source, outreach, meant)
    path = file.relative_to(root).as_posix()
    lines = tuple(entry.line("") for entry in meant)
    return RequestsOf(path, lines, before, None if text is None else made.with_text(text))


def _is_to(request: Request, words: list[str], person: str, organization: str) -> bool:
    is_called_so = folded_words(request.name) == words or comparable_name(request.name) == person
    return is_called_so and (not organization or is_at(request.organization, organization))


def requests_in(root: Path) -> tuple[Request, ...]:
    """The list of requests of a portfolio."""
    file = outreach_for(root)
    before = content_of(file)
    made = text_file(before) if before is not None else None
    return _parsed(Source(file.name, made.text)).requests if made else ()


def name_in_requests(requests: Iterable[Request], name: str, organization: str = "") -> str:
    """Somebody's name as the requests have it; as it is given, where it is not there."""
    words, person = folded_words(name), comparable_name(name)
    same = (one.name for one in requests if _is_to(one, words, person, organization))
    return next(same, name)


def _are_several(entries: Sequence[Entry]) -> bool:
    """Whether they are about people of one name who work at different places."""
    return len({entry.request.organization for entry in entries} - {""}) > 1


def _parsed(source: Source) -> Outreach:
    return parse_outreach(source, (), datetime.date.max)[0]


def _without(source: Source, outreach: Outreach, gone: Sequence[Entry]) -> str | None:
    """The text without some requests; None unless all others say exactly what they said."""
    if any(not _stands_alone(source, entry) for entry in gone):
        return None
    numbers = {number for entry in gone for number in _lines_of(source, entry.node)}
    lines = LINE.findall(source.text)
    text = "".join(line for number, line in enumerate(lines) if number not in numbers)
    left = _parsed(Source(source.path, text))
    kept = tuple(entry.request for entry in outreach.entries if entry not in gone)
    is_same = (left.requests, left.me, left.zone) == (kept, outreach.me, outreach.zone)
    return text if is_same else None


def _stands_alone(source: Source, entry: Entry) -> bool:
    """Whether nothing but a dash stands before it on its line."""
    before = source.text[: entry.node.start]
    start = max(before.rfind("\n"), before.rfind("\r")) + 1
    return DASH.fullmatch(before[start:]) is not None


def _lines_of(source: Source, node: Mapping) -> Iterator[int]:
    ends = [
        max(entry.key.end, one.end)
        for entry in node.entries
        for one in nested_nodes(entry.value)
        if hasattr(one, "text") or getattr(one, "flow", False)
    ]
    ends += [node.end] if node.flow else []
    first = source.line_number(node.start)
    last = max((source.line_number(max(end - 1, node.start)) for end in ends), default=first)
    yield from range(first, last + 1)
