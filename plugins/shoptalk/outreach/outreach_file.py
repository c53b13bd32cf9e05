"""Reading `outreach.yml` with the same care as an interview; what cannot be used is left out."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from shoptalk.findings.finding import Finding, Place
from shoptalk.outreach.led_to import place_of
from shoptalk.outreach.location import outreach_for
from shoptalk.outreach.names import comparable_name
from shoptalk.outreach.request import (
    NO_OUTREACH,
    NOTHING_SAID,
    UNREADABLE,
    Entry,
    Me,
    Outreach,
    Request,
)
from shoptalk.outreach.request_faults import (
    repeated_request,
    request_out_of_order,
    step_in_future,
    two_outreach_files,
    unknown_interview_of_request,
    unknown_time_zone,
)
from shoptalk.outreach.times import day_of, last_day, zone_called
from shoptalk.outreach.zones import is_zone, near_zones
from shoptalk.reading.fields import Fields, is_placeholder
from shoptalk.reading.folder import OUTREACH, PRIVATE, shown_path, unreadable_file
from shoptalk.reading.keys import is_own
from shoptalk.reading.nodes import Listing, Mapping, Node, Scalar
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


class _Days(NamedTuple):
    """What days are held against."""

    now: date
    zone: tzinfo | None
    """Where the student is; None is the zone of the computer."""


def read_outreach(
    portfolio: Path, start: Path, addresses: Collection[str], now: date
) -> tuple[Outreach, list[Finding]]:
    """The requests of a portfolio, and what is wrong with them.

    Paths in findings are relative to `start`, `addresses` are those of the interviews there are.
    Without a file there are no requests. `now` is a moment, or a day, which is then everybody's.
    """
    path = outreach_for(portfolio)
    shown = shown_path(str(path), start)
    if not os.path.lexists(path):
        return NO_OUTREACH, []
    if not os.path.isfile(path):  # noqa: PTH113 (a named pipe would hang)
        return UNREADABLE, [unreadable_file.at(Place(path=shown), "it is not an ordinary file")]
    findings = []
    if path.parent.name == PRIVATE and os.path.lexists(portfolio / OUTREACH):
        other = shown_path(str(portfolio / OUTREACH), start)
        findings.append(two_outreach_files.at(Place(path=shown), other))
    if not path.stat().st_size:
        return NO_OUTREACH, findings
    source, faults = read_source(str(path), shown, LARGEST)
    if source is None:
        return UNREADABLE, [*findings, *faults]
    outreach, more = parse_outreach(source, addresses, now)
    return outreach, [*findings, *faults, *more]


def parse_outreach(
    source: Source, addresses: Collection[str], now: date
) -> tuple[Outreach, list[Finding]]:
    """The requests that a source holds, and what is wrong with them; `now` as above."""
    mapping, findings = read_nodes(source, Span(0, len(source.text)))
    if mapping is None:
        return (UNREADABLE if findings else NO_OUTREACH), findings
    top = Fields(source, mapping, findings)
    me = read_given(top, Head, others=KEYS - {"me"}).get("me", NOTHING_SAID)
    zone = _zone(top)
    if not _has_requests(top):
        top.check_comments()
        return Outreach(me=me, zone=zone, is_whole=_is_whole(top, ())), findings
    days = _Days(now, zone_called(zone))
    entries = tuple(_entries(top, addresses, days))
    _check_repeated(top, entries)
    top.check_comments()
    listed_at = top.place(top.values["requests"].key)
    made = Outreach(
        entries=entries,
        me=me,
        zone=zone,
        is_kept=True,
        listed_at=listed_at,
        is_whole=_is_whole(top, entries),
    )
    return made, findings


def _has_requests(top: Fields) -> bool:
    """Whether anything stands in the list: an empty one is where everybody begins."""
    value = top.values["requests"].value if "requests" in top.values else None
    if isinstance(value, Scalar):
        return bool(value.text.strip())
    return bool(value.items if isinstance(value, Listing) else value)


def _is_whole(top: Fields, entries: Collection[Entry]) -> bool:
    """Whether no request was left out, nor anything that may be a list of them."""
    listed = top.values["requests"].value if "requests" in top.values else None
    others = [one for one in top.mapping.entries if one.value is not listed]
    if any(not isinstance(one.value, Scalar) and not _is_no_list(one.key.text) for one in others):
        return False
    items = listed.items if isinstance(listed, Listing) else (listed,)
    return sum(map(_asks_somebody, items)) <= len(entries)


def _is_no_list(key: str) -> bool:
    return key == "me" or is_own(key)


def _asks_somebody(item: Node | None) -> bool:
    """Whether an item of the list is more than a place that is kept for a request."""
    named = item.get("name") if isinstance(item, Mapping) else item
    is_empty = isinstance(named, Scalar) and (
        not named.text.strip() or is_placeholder(named.text.strip())
    )
    return item is not None and not is_empty


def _entries(top: Fields, addresses: Collection[str], days: _Days) -> Iterator[Entry]:
    for number, node in enumerate(mappings_under(top, "requests", Request), 1):
        fields = top.within(node, f"request {number}")
        request = read_record(fields, Request)
        if request is None:
            continue
        _check_interview(fields, request, addresses)
        _check_days(fields, request, days)
        known = _in_known_zone(top, node, request)
        yield Entry(request=known, source=top.source, node=node, number=number)


def _in_known_zone(top: Fields, node: Mapping, request: Request) -> Request:
    """The request without a zone of its appointment that there is not."""
    written, meeting = node.get("appointment"), request.appointment
    if not isinstance(written, Mapping):
        return request
    zone = _zone(top.within(written, ""))
    return replace(request, appointment=replace(meeting, zone=zone)) if meeting else request


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


def _check_days(fields: Fields, request: Request, days: _Days) -> None:
    """Days of what was done that are still to come, or that lie before what comes first."""
    before: tuple[str, date] | None = None
    for key in DONE:
        said = getattr(request, key)
        if said is None:
            continue
        day = day_of(said, days.zone)
        if day > last_day(days.now, days.zone):
            today = str(day_of(days.now, days.zone))
            fields.report(step_in_future, fields.values[key].value, key, str(day), today)
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
    near = next(iter(near_zones(name)), "")
    corrected = (fields.line_with(node, near),) if near else ()
    fields.report(unknown_time_zone, node, name, near, corrected)
    return ""
