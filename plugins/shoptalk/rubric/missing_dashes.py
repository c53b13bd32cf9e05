"""Items of a rubric's lists that were read as part of the one above them, for want of a dash."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from shoptalk.findings.finding import Finding, Place
from shoptalk.reading.nodes import Entry, Listing, Mapping, Node
from shoptalk.reading.source import Source, Span
from shoptalk.reading.yaml_faults import missing_dash

FIRST_KEYS = {"criteria": "id", "groups": "id", "stages": "id", "levels": "label"}
"""By which key the items of a list can be told apart."""


def with_dashes(source: Source, mapping: Mapping, findings: list[Finding]) -> Mapping:
    """A rubric as it would be with the dashes that were forgotten; each of them is reported."""
    return _mended(_Report(source, findings), mapping)


class _Report(NamedTuple):
    """Where the dashes are missing, and what was said of it."""

    source: Source
    findings: list[Finding]

    def place(self, node: Node) -> Place:
        """Where a node stands."""
        return self.source.place(Span(node.start, node.end))


def _mended(report: _Report, mapping: Mapping) -> Mapping:
    """A mapping in which each item of a list stands by itself, also in the lists of its items."""
    return mapping._replace(
        entries=tuple(_mended_entry(report, entry) for entry in mapping.entries)
    )


def _mended_entry(report: _Report, entry: Entry) -> Entry:
    key = FIRST_KEYS.get(entry.key.text)
    if key is None or not isinstance(entry.value, Listing):
        return entry
    items = tuple(part for item in entry.value.items for part in _parts(report, item, key))
    return entry._replace(value=entry.value._replace(items=items))


def _parts(report: _Report, item: Node, first_key: str) -> Iterator[Node]:
    """The items that one is made of, each but the first with a finding."""
    if not isinstance(item, Mapping):
        yield item
        return
    begins = [] if item.flow else _beginnings([entry.key.text for entry in item.entries], first_key)
    ends = [*begins, len(item.entries)]
    yield _mended(report, _part(item, 0, ends[0]))
    for begin, end in zip(begins, ends[1:], strict=True):
        _report(report, item, item.entries[begin])
        yield _mended(report, _part(item, begin, end))


def _part(item: Mapping, begin: int, end: int) -> Mapping:
    entries = item.entries[begin:end]
    if not begin and end == len(item.entries):
        return item
    return Mapping(entries[0].key.start, entries[-1].value.end, entries, item.flow)


def _beginnings(keys: list[str], first_key: str) -> list[int]:
    """Where further items begin, if their keys and not only the first of them stand there twice."""
    times = Counter(keys)
    if times[first_key] < 2 or sum(number > 1 for number in times.values()) < 2:
        return []
    before = keys.index(first_key)
    again = [at for at, key in enumerate(keys) if key == first_key][1:]
    return [at - before if keys[at - before] == keys[0] else at for at in again]


def _report(report: _Report, item: Mapping, begin: Entry) -> None:
    """Say that a dash is missing, with the line as it is below the dash of the item above."""
    first, place = report.place(item), report.place(begin.key)
    dash = first.source_line[: first.column - 1].rfind("-")
    text = place.source_line.strip()
    gap = " " * (first.column - dash - 2)
    corrected = (f"{' ' * dash}-{gap}{text}",)
    report.findings.append(missing_dash.at(place, text, corrected))
