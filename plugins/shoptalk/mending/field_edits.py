"""Edits of keys, dates and choices that leave no doubt."""

import re
from difflib import SequenceMatcher

from shoptalk.findings.finding import Finding
from shoptalk.mending.edit import Edit
from shoptalk.reading.fields import MONTHS, WEEKDAYS
from shoptalk.reading.keys import ITEM_KEYS, KEYS
from shoptalk.reading.source import Source

Edits = tuple[Edit, ...]

PLAIN_DATE = re.compile(r"\d+([./ -])\d+\1\d+|(?=.*[^\W\d_])[\w ,.]+|\d+(-)\w+\2\d+")
DATE_WORDS = re.compile(r"st|nd|rd|th|of|the", re.IGNORECASE)
PLAIN_YEARS = re.compile(
    r"\d{4}\s*(?:to|until|till|/|-|\u2013|\u2014)\s*(?:\d{4}|present|today)|since \d{4}",
    re.IGNORECASE,
)
SHORTEST_MISSPELT = 5
"""Letters of a key; in a shorter one, one letter may make another word."""


def respelt_key(source: Source, finding: Finding) -> Edits:
    """The known key that differs in a letter or in capitals, if that key is absent."""
    place = finding.place
    column = place.column - 1
    written = place.source_line[column : column + place.width]
    meant = re.match(r"[\w-]*", "".join(finding.correction)[column:])
    if not meant or meant[0] not in KEYS | ITEM_KEYS or not _is_slip(written, meant[0]):
        return ()
    if not column and re.search(rf"^{meant[0]}[ \t]*:", source.text, re.MULTILINE):
        return ()
    return (Edit(place.line - 1, 1, finding.correction),)


def _is_slip(written: str, meant: str) -> bool:
    """Whether one letter is missing, surplus or another, or two changed places."""
    folded = written.lower().replace("_", "-")
    if folded == meant:
        return True
    if len(meant) < SHORTEST_MISSPELT or abs(len(folded) - len(meant)) > 1:
        return False
    if sorted(folded) == sorted(meant):
        differing = [at for at, (a, b) in enumerate(zip(folded, meant, strict=True)) if a != b]
        return len(differing) == 2 and differing[1] - differing[0] == 1
    shared = sum(block.size for block in SequenceMatcher(None, folded, meant).get_matching_blocks())
    return shared >= max(len(folded), len(meant)) - 1


def numeric_date(source: Source, finding: Finding) -> Edits:
    """A date as YYYY-MM-DD, if nothing but a date was written."""
    place = finding.place
    written = place.source_line[place.column - 1 : place.column - 1 + place.width]
    if not PLAIN_DATE.fullmatch(written.strip("'\"")):
        return ()
    known = (
        word.lower() in MONTHS or word.lower() in WEEKDAYS or DATE_WORDS.fullmatch(word)
        for word in re.findall(r"[^\W\d_]+", written)
    )
    is_date = finding.correction and all(known)
    return (Edit(place.line - 1, 1, finding.correction),) if is_date else ()


def plain_years(source: Source, finding: Finding) -> Edits:
    """Two years with another sign or word between them, or `since` before the only one."""
    place = finding.place
    written = place.source_line[place.column - 1 : place.column - 1 + place.width]
    is_plain = PLAIN_YEARS.fullmatch(written.strip("'\"")) and finding.correction
    return (Edit(place.line - 1, 1, finding.correction),) if is_plain else ()


def plain_choice(source: Source, finding: Finding) -> Edits:
    """A choice without its capitals, and with a hyphen for a space."""
    place = finding.place
    old, new = place.source_line.rstrip(), "".join(finding.correction).rstrip()
    is_same = re.sub("[ _]", "-", old.lower()) == re.sub("[ _]", "-", new.lower())
    return (Edit(place.line - 1, 1, finding.correction),) if new and is_same else ()
