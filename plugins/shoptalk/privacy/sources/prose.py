"""Where a write-up itself names a person for whom the alias has to stand."""

import datetime
from collections.abc import Iterator

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Severity, shown
from shoptalk.privacy.alias import alias_of
from shoptalk.privacy.consent import Agreed, may_show
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.interview import Interview
from shoptalk.reading.source import Span

PROSE = ("description", "questions", "planned", "learnings", "applications")
"""The keys whose texts the public reads, besides the body."""


@check(Severity.NOTE)
def name_in_prose(quotation: str, alias: str, more: int) -> Wording:
    """The text names the person, and the public reads the alias instead.

    ### Why it matters

    Nobody is named on a public page without having agreed to it, so the alias stands wherever your
    text has the name. In the middle of a sentence that may read oddly.

    ### Example

    You wrote "Rosalind laughed", and on the page stands "A clinical data engineer laughed".

    ### Write instead

    Write "She laughed", or leave the name where the alias reads well.
    """
    there = f" there, and in {more:,} more place{'s' if more > 1 else ''}" if more else " there"
    instead = shown(alias) if alias else "an alias"
    return Wording(
        f"{shown(quotation)} is the person's name, so public pages show {instead}{there}",
        "write a pronoun where the alias would read oddly",
    )


def check_prose(interview: Interview, address: str, today: datetime.date) -> Iterator[Finding]:
    """One note at the first of the places where a text names its own person without consent."""
    name = interview.name
    if not name or is_placeholder(name) or may_show(Agreed.NAME, interview, today):
        return
    text = interview.source.text
    # Most texts have no part of the name, which is seen at once.
    spans = [one for one in _prose(interview) if _may_name(name, text[slice(*one)])]
    if not spans:
        return
    from shoptalk.privacy.names.finder import Finder
    from shoptalk.privacy.private_values import PrivateValue

    value = PrivateValue(name, "name", address, interview.place("name"))
    finder = Finder([value])
    found = sorted(
        Span(span.start + one.start, span.start + one.end)
        for span in spans
        for one in finder.find(text[slice(*span)], address)
        if one.value.kind == "name"
    )
    if found:
        first = found[0]
        place = interview.source.place(first)
        yield name_in_prose.at(place, text[slice(*first)], alias_of(interview), len(found) - 1)


def _prose(interview: Interview) -> Iterator[Span]:
    for key in PROSE:
        node = interview.front_matter.get(key)
        if node:
            yield Span(node.start, node.end)
    yield interview.body.span


def _may_name(name: str, text: str) -> bool:
    return any(part in text for part in name.split())
