"""Reading `outreach.yml` with the same care as an interview; what cannot be used is left out."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from shoptalk.findings.finding import Finding, Place
from shoptalk.outreach.led_to import place_of
from shoptalk.outreach.location import outreach_for
from shoptalk.outreach.names import comparable_name
from shoptalk.outreach.request import NO_OUTREACH, NOTHING_SAID, Entry, Me, Outreach, Request
from shoptalk.outreach.request_faults import (
    repeated_request,
    request_out_of_order,
    step_in_future,
    two_outreach_files,
    unknown_interview_of_request,
    unknown_time_zone,
)
from shoptalk.reading.fields import Fields
from shoptalk.reading.folder import OUTREACH, PRIVATE, shown_path, unreadable_file
from shoptalk.reading.nodes import Listing, Mapping, Scalar
from shoptalk.reading.record import Noted, mappings_under, read_given, read_record
from shoptalk.reading.repair import read_nodes
from shoptalk.reading.source import Source, Span
from shoptalk.reading.source_file import read_source

LARGEST = 5_000_000
"""Bytes: some thousand requests with their messages."""

KEYS = frozenset(("me", "zone", "requests"))
STEPS = ("sent", "answered", "thanked")
"""Days that come one after the other."""

DONE = (*STEPS, "connected", "closed")
"""Days of what has been done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Noted):
    """What stands before the requests."""

    me: Me = NOTHING_SAID


def read_outreach(
    portfolio: Path, start: Path, addresses: Collection[str], today: date
) -> tuple[Outreach, list[Finding]]:
    """The requests of a portfolio, and what is wrong with them.

    Paths in findings are relative to `start`, `addresses` are those of the interviews there are.
    Without a file there are no requests.
    """
    path = outreach_for(portfolio)
    shown = shown_path(str(path), start)
    if not os.path.lexists(path):
        return NO_OUTREACH, []
    if not os.path.isfile(path):  # noqa: PTH113 (a named pipe would hang)
        return NO_OUTREACH, [unreadable_file.at(Place(path=shown), "it is not an ordinary file")]
    findings = []
    if path.parent.name == PRIVATE and os.path.lexists(portfolio / OUTREACH):
        other = shown_path(str(portfolio / OUTREACH), start)
        findings.append(two_outreach_files.at(Place(path=shown), other))
    if not path.stat().st_size:
        return NO_OUTREACH, findings
    source, faults = read_source(str(path), shown, LARGEST)
    if source is None:
        return NO_OUTREACH, [*findings, *faults]
    outreach, more = parse_outreach(source, addresses, today)
    return outreach, [*findings, *faults, *more]


def parse_outreach(
    source: Source, addresses: Collection[str], today: date
) -> tuple[Outreach, list[Finding]]:
    """The requests that a source holds, and what is wrong with them."""
    mapping, findings = read_nodes(source, Span(0, len(source.text)))
    if mapping is None:
        return NO_OUTREACH, findings
    top = Fields(source, mapping, findings)
    me = read_given(top, Head, others=KEYS - {"me"}).get("me", NOTHING_SAID)
    if not _has_requests(top):
        top.check_comments()
        return Outreach(me=me, zone=_zone(top)), findings
    entries = tuple(_entries(top, addresses, today))
    _check_repeated(top, entries)
    top.check_comments()
    zone = _zone(top)
    listed_at = top.place(top.values["requests"].key)
    made = Outreach(entries=entries, me=me, zone=zone, is_kept=True, listed_at=listed_at)
    return made, findings


def _has_requests(top: Fields) -> bool:
    """Whether anything stands in the list: an empty one is where everybody begins."""
    value = top.values["requests"].value if "requests" in top.values else None
    if isinstance(value, Scalar):
        return bool(value.text.strip())
    return bool(value.items if isinstance(value, Listing) else value)


def _entries(top: Fields, addresses: Collection[str], today: date) -> Iterator[Entry]:
    for number, node in enumerate(mappings_under(top, "requests", Request), 1):
        fields = top.within(node, f"request {number}")
        request = read_record(fields, Request)
        if request is None:
            continue
        _check_interview(fields, request, addresses)
        _check_days(fields, request, today)
        appointment = node.get("appointment")
        if isinstance(appointment, Mapping):
            _zone(top.within(appointment, ""))
        yield Entry(request=request, source=top.source, node=node, number=number)


def _check_interview(fields: Fields, request: Request, addresses: Collection[str]) -> None:
    named = request.interview
    if not named or named in addresses:
        return
    bare = named.removeprefix("interviews/").removesuffix(".md")
    near = get_close_matches(bare, list(addresses), 1, 0.5)
    meant = bare if bare in addresses else next(iter(near), "")
    node = fields.values["interview"].value
    corrected = (fields.line_with(node, meant),) if meant else ()
    fields.report(unknown_interview_of_request, node, named, meant, corrected)


def _check_days(fields: Fields, request: Request, today: date) -> None:
    """Days of what was done that are still to come, or that lie before what comes first."""
    before: tuple[str, date] | None = None
    for key in DONE:
        said = getattr(request, key)
        if said is None:
            continue
        day = date(said.year, said.month, said.day)
        if day > today:
            fields.report(step_in_future, fields.values[key].value, key, str(day), str(today))
        elif key in STEPS:
            if before and day < before[1]:
                earlier, earlier_day = before
                node = fields.values[key].value
                fields.report(request_out_of_order, node, key, str(day), earlier, str(earlier_day))
            before = key, day


def _check_repeated(top: Fields, entries: Collection[Entry]) -> None:
    for entry, other in _told_apart_by_nothing(entries):
        node = entry.node.get("name") or entry.node
        top.report(repeated_request, node, entry.request.name, other.line(""))


def _told_apart_by_nothing(entries: Collection[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Entries that no name and no organization means alone, each with one that it may be."""
    namesakes: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        namesakes[comparable_name(entry.request.name)].append(entry)
    for shared in namesakes.values():
        first: dict[str, Entry] = {}
        elsewhere = next((one for one in shared if place_of(one.request.organization)), None)
        for entry in shared:
            place = place_of(entry.request.organization)
            before = first.setdefault(place, entry)
            if before is not entry:
                yield entry, before
            elif elsewhere and not place:
                yield entry, elsewhere


def _zone(fields: Fields) -> str:
    """The time zone that a mapping names; empty where it names none that there is."""
    node = fields.values["zone"].value if "zone" in fields.values else None
    if not isinstance(node, Scalar) or not node.text.strip():
        return ""
    name = node.text.strip()
    if is_zone(name):
        return name
    zones = sorted(available_timezones())
    near = next(iter(get_close_matches(name.replace(" ", "_"), zones, 1, 0.6)), "")
    corrected = (fields.line_with(node, near),) if near else ()
    fields.report(unknown_time_zone, node, name, near, corrected)
    return ""


def is_zone(name: str) -> bool:
    """Whether this computer knows a time zone by that name."""
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):  # ZoneInfoNotFoundError, and folders of zones
        return False
    return True
