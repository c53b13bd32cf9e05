"""Two people with the same name, of whom only one agreed to be named."""

import datetime
from collections.abc import Iterator, Mapping, Sequence

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Severity, shown
from shoptalk.privacy.alias import alias_of
from shoptalk.privacy.consent import Agreed, may_show
from shoptalk.privacy.private_values import same_name
from shoptalk.reading.corpus import ReadFile


@check(Severity.NOTE)
def shared_name(name: str, other: str, alias: str) -> Wording:
    """The person did not agree to be named, but somebody of the same name did.

    ### Why it matters

    On the person's own page the alias stands. In all other texts the name stays, because it may
    mean the one who agreed: no program can tell which of the two you write about.

    ### Example

    Ana Silva, a nurse, agreed. Ana Silva, a baker, did not, and a third write-up says `then I met
    Ana Silva in her bakery`.

    ### Write instead

    Write the alias wherever you mean the one who did not agree: `then I met a baker`.
    """
    instead = shown(alias) if alias else "the alias"
    return Wording(
        f"{shown(name)} is also the name in {other}, where it may be shown",
        f"in other texts the name stays: write {instead} where you mean this person",
    )


def shared_names(
    files: Sequence[ReadFile], today: datetime.date
) -> Mapping[str, tuple[Finding, ...]]:
    """By the path of a file, that somebody else with the person's name agreed to be named."""
    people = [(file, file.interview) for file in files if file.interview and file.interview.name]
    agreed = {
        same_name(one.name): one.source.path
        for _, one in people
        if may_show(Agreed.NAME, one, today) and not one.draft
    }
    return {file.path: tuple(_fault(file, agreed, today)) for file, _ in people}


def _fault(
    file: ReadFile, agreed: Mapping[tuple[str, ...], str], today: datetime.date
) -> Iterator[Finding]:
    one = file.interview
    if one and not may_show(Agreed.NAME, one, today) and same_name(one.name) in agreed:
        other = agreed[same_name(one.name)]
        yield shared_name.at(one.place("name"), one.name, other, alias_of(one))
