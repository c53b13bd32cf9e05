"""Mending a file: all the repairs that are certain, and nothing else.

Each repair is tried on a copy, which is read again. It counts only if every field of the interview
still says what it said, and no new error has come up.
"""

import codecs
import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import NamedTuple

from shoptalk.findings.finding import Finding, Severity
from shoptalk.mending.certain import CERTAIN, STAGES, all_edits
from shoptalk.mending.edit import Edit, apart, mend
from shoptalk.mending.legible import words
from shoptalk.mending.reencoding import as_utf_8
from shoptalk.reading.decoding import decode, utf_16_file
from shoptalk.reading.fence_faults import no_text_after_front_matter
from shoptalk.reading.interview import Interview, parse_interview
from shoptalk.reading.sections import Section
from shoptalk.reading.source import Source

MENDABLE = frozenset((*CERTAIN, utf_16_file.id))
"""The ids of the checks of which some findings can be mended."""

MOST_FINDINGS = 1_000
"""A file with more of them is no write-up, or needs other help."""

MOST_ROUNDS = 12
"""Mending one thing can bring another to light; what takes more rounds than this has no end."""

MOST_TRIES = 100
"""Copies of one file that are read again."""

NOT_SAID = frozenset(("source", "front_matter", "body", "listed"))
"""The fields of an interview that say where it stands, not what it says."""


ONLY_REVEALED = frozenset((no_text_after_front_matter.id,))
"""Checks that find what was wrong all along, once it is clear where the front matter ends."""


class _Reading(NamedTuple):
    """What a file says, and what is wrong with it."""

    source: Source | None
    interview: Interview | None
    findings: list[Finding]


def mended(data: bytes, today: datetime.date) -> bytes:
    """The bytes of a file after all repairs that are certain.

    They are those given where there are none, and also where there is no end to them.
    """
    as_it_was, tries = data, iter(range(MOST_TRIES))
    reading = _read(data, today)
    if reading.source is None:
        data = as_utf_8(data) or data
        reading = _read(data, today)
    for _ in range(MOST_ROUNDS):
        if len(reading.findings) > MOST_FINDINGS:
            return as_it_was
        for edits in _choices(reading):
            if next(tries, None) is None:
                return as_it_was
            after = _edited(data, edits)
            then = _read(after, today)
            if _is_as_meant(reading, then) and not _is_worse_nearby(reading, then, edits):
                data, reading = after, then
                break
        else:
            return data
    return as_it_was


def _read(data: bytes, today: datetime.date) -> _Reading:
    source, findings = decode("", data)
    if source is None:
        return _Reading(None, None, findings)
    interview, more = parse_interview(source, today)
    return _Reading(source, interview, findings + more)


def _edited(data: bytes, edits: list[Edit]) -> bytes:
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + mend(data.removeprefix(mark).decode(), edits).encode()


def _choices(reading: _Reading) -> Iterator[list[Edit]]:
    """Edits worth a try: of each stage all at once, then those of a check, then of a finding."""
    if reading.source is None:
        return
    found = all_edits(reading.source, reading.findings)
    for stage in STAGES:
        checks = [check.id for check, _ in stage]
        groups = [[edits for check, edits in found if check == id] for id in checks]
        everything = [edits for group in groups for edits in group]
        tried: list[list[Edit]] = [[]]
        for chosen in (everything, *groups, *([edits] for edits in everything)):
            edits = apart(chosen)
            if edits not in tried:
                tried.append(edits)
                yield edits


def _is_as_meant(before: _Reading, after: _Reading) -> bool:
    """Whether a mended file says what it said, and nothing became wrong with it."""
    is_new = Counter(_errors(after)) - Counter(_errors(before))
    if before.interview is None:
        return after.interview is not None or not is_new
    return not is_new and after.interview is not None and _says(after.interview, before.interview)


def _is_worse_nearby(before: _Reading, after: _Reading, edits: list[Edit]) -> bool:
    """Whether something is found on or beside the mended lines that was not found there."""
    was: Counter[str] = Counter()
    now: Counter[str] = Counter()
    shift = 0
    for first, replaced, lines in sorted(edits, key=lambda edit: edit.first):
        was += Counter(_near(before, first, replaced))
        now += Counter(_near(after, first + shift, len(lines)))
        shift += len(lines) - replaced
    return any(now[check] and not was[check] for check in now if check not in ONLY_REVEALED)


def _near(reading: _Reading, first: int, count: int) -> Iterator[str]:
    lines = range(first, first + count + 2)
    return (finding.check for finding in reading.findings if finding.place.line in lines)


def _errors(reading: _Reading) -> Iterator[str]:
    return (f.check for f in reading.findings if f.severity is Severity.ERROR)


def _says(interview: Interview, other: Interview) -> bool:
    """Whether each part of an interview has all words of the other's, in their order."""
    names = [field.name for field in fields(interview) if field.name not in NOT_SAID]
    parts = [(getattr(interview, name), getattr(other, name)) for name in names]
    parts.append((interview.body.text, other.body.text))
    return all(_holds(list(_words(one)), list(_words(two))) for one, two in parts)


def _holds(all_words: list[str], some: list[str]) -> bool:
    left = iter(all_words)
    return all(word in left for word in some)


def _words(said: object) -> Iterator[str]:
    """The words of whatever a field of a record holds, except where in the body it stands."""
    if isinstance(said, str):
        yield from words(said)
    elif isinstance(said, Section):
        return
    elif isinstance(said, tuple):
        for item in said:
            yield from _words(item)
    elif is_dataclass(said):
        for field in fields(said):
            yield from _words(getattr(said, field.name))
    elif said is not None:
        yield str(said)
