"""What a person agreed to have published, as the front matter says it.

A slip never grants anything: as long as anything is found wrong with the lines that speak of
consent, nothing counts as agreed. A key that has to be guessed, a line that has to be mended, a key
given twice and a date that is none are all such a slip.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from shoptalk.findings.finding import Finding, Severity
from shoptalk.reading.consent_faults import (
    consent_without_content,
    end_beside_consent,
    withdrawn_consent,
)
from shoptalk.reading.field_faults import wrong_type
from shoptalk.reading.fields import NOTHING, Fields
from shoptalk.reading.keys import CONSENT_KEYS, is_own, means_end, means_withdrawal
from shoptalk.reading.nodes import Entry, Listing, Scalar

NOT_AGREED = frozenset(("false", "no", "none"))
SO_NOTHING = "so nothing counts as agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What the person agreed to have published; nothing is agreed unless written down."""

    name: bool = False
    """The name may be shown."""
    organization: bool = False
    """The organization may be shown."""
    quotes: bool = False
    """The person's own words may be shown."""
    photo: bool = False
    """A photo of the person may be shown."""
    link: bool = False
    """The link may be shown."""
    on: datetime.date | None = None
    """The day on which the person agreed."""
    until: datetime.date | None = None
    """The day on which the agreement ends."""
    how: str = ""
    """How the student was told."""


NOTHING_AGREED = Consent()


def check_ends(fields: Fields) -> frozenset[str]:
    """Say which keys beside `consent` seem to end it, and return them."""
    if "consent" not in fields.values:
        return frozenset()
    beside = [entry for entry in fields.mapping.entries if _seems_to_end(entry.key.text)]
    for entry in beside:
        fault = withdrawn_consent if means_withdrawal(entry.key.text) else end_beside_consent
        fields.report(fault, entry.key, entry.key.text)
    return frozenset(entry.key.text for entry in beside)


def read_consent(fields: Fields, end: int) -> Consent:
    """What was agreed, once all keys were looked at of a front matter with that end.

    Each finding that stands in the way says so.
    """
    written = (entry for entry in fields.mapping.entries if entry.key.text == "consent")
    entry = next(written, None)
    consent = _written(fields, entry) if entry else NOTHING_AGREED
    if not any(map(_is_fault, fields.findings)):
        return consent
    lines = set(_lines_of_consent(fields, end))
    at_fault = [_is_fault(finding) and finding.place.line in lines for finding in fields.findings]
    if not any(at_fault):
        return consent
    fields.findings[:] = [
        replace(finding, message=f"{finding.message}, {SO_NOTHING}") if is_at_fault else finding
        for finding, is_at_fault in zip(fields.findings, at_fault, strict=True)
    ]
    return NOTHING_AGREED


def _written(fields: Fields, entry: Entry) -> Consent:
    """What stands there, whether anything is wrong with it or not."""
    if isinstance(entry.value, Scalar):
        text = entry.value.text.strip().lower()
        if text not in NOT_AGREED:
            node = entry.key if text in NOTHING else entry.value
            fields.report(consent_without_content, node, entry.value.text.strip())
        return NOTHING_AGREED
    if isinstance(entry.value, Listing):
        corrected = ("consent: {name: true, on: YYYY-MM-DD}",)
        wanted = "keys with values that say what was agreed"
        fields.report(wrong_type, entry.value, "consent", wanted, "a list", corrected)
        return NOTHING_AGREED
    return _written_in(fields.within(entry.value, "consent"))


def _written_in(agreed: Fields) -> Consent:
    withdrawn = frozenset(key for key in agreed.values if means_withdrawal(key))
    for key in withdrawn:
        agreed.report(withdrawn_consent, agreed.values[key].key, key)
    agreed.check_keys(CONSENT_KEYS, withdrawn)
    return Consent(
        name=agreed.yes_or_no("name"),
        organization=agreed.yes_or_no("organization"),
        quotes=agreed.yes_or_no("quotes"),
        photo=agreed.yes_or_no("photo"),
        link=agreed.yes_or_no("link"),
        on=agreed.day("on"),
        until=agreed.day("until"),
        how=agreed.text("how"),
    )


def _lines_of_consent(fields: Fields, end: int) -> Iterator[int]:
    """The lines, counted from 1, of each key that may speak of consent."""
    source, entries = fields.source, fields.mapping.entries
    starts = [*(entry.key.start for entry in entries[1:]), end]
    for entry, start_of_next in zip(entries, starts, strict=False):
        if _may_be_consent(entry.key.text, fields):
            first, last = source.line_number(entry.key.start), source.line_number(start_of_next)
            yield from range(first + 1, max(first + 1, last) + 1)


def _may_be_consent(key: str, fields: Fields) -> bool:
    is_like_it = "consent" in key.lower() or _seems_to_end(key)
    return fields.guessed.get(key) == "consent" or (is_like_it and not is_own(key))


def _seems_to_end(key: str) -> bool:
    return not is_own(key) and (means_end(key) or means_withdrawal(key))


def _is_fault(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE
