"""Two people of one name, of whom only one agreed to be named, and two with one alias."""

import datetime
from collections.abc import Iterator, Mapping, Sequence

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Severity, shown
from shoptalk.privacy.alias import alias_of
from shoptalk.privacy.consent import Agreed, may_show
from shoptalk.privacy.private_values import same_name
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.interview import Interview


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


@check(Severity.NOTE)
def shared_alias(alias: str, what: str, other: str) -> Wording:
    """The alias is also that of somebody else, or somebody's name.

    ### Why it matters

    On the public pages the two look like one person: only a number at the end of an address tells
    them apart. Where the alias is the name of somebody who agreed to be named, readers take what
    this person said for the words of the other.

    ### Example

    `interviews/a-nurse.md` and `interviews/in-the-ward.md` both have `alias: A nurse`.

    ### Write instead

    Give each an alias of their own: `A nurse` and `A night nurse`.
    """
    return Wording(f"{shown(alias)} is also {what} in {other}", "give each an alias of their own")


def shared_names(
    files: Sequence[ReadFile], today: datetime.date
) -> Mapping[str, tuple[Finding, ...]]:
    """By the path of a file, what its person's name or alias shares with that of somebody else."""
    people = [(file, one) for file in files if (one := file.interview) and _is_named(one)]
    of_aliases = _shared_aliases(files, today)
    agreed = {
        same_name(one.name): one.source.path
        for _, one in people
        if may_show(Agreed.NAME, one, today) and not one.draft
    }
    of_names = {file.path: tuple(_fault(file, agreed, today)) for file, _ in people}
    return {
        path: (*of_names.get(path, ()), *of_aliases.get(path, ()))
        for path in of_names.keys() | of_aliases.keys()
    }


def _shared_aliases(
    files: Sequence[ReadFile], today: datetime.date
) -> Mapping[str, tuple[Finding, ...]]:
    """By the path of a file, whose name its alias is, or who else has it already."""
    people = [(file.path, one) for file in files if (one := file.interview)]
    named = [one for _, one in people if _is_named(one) and may_show(Agreed.NAME, one, today)]
    taken = {same_name(one.name): ("the name", one) for one in named}
    found = {}
    for path, one in people:
        if may_show(Agreed.NAME, one, today) or not (alias := alias_of(one)):
            continue
        what, other = taken.setdefault(same_name(alias), ("the alias", one))
        if same_name(other.name) != same_name(one.name):
            at = one.place("alias")
            found[path] = (shared_alias.at(at, alias, what, other.source.path),)
    return found


def _is_named(one: Interview) -> bool:
    return bool(one.name) and not is_placeholder(one.name)


def _fault(
    file: ReadFile, agreed: Mapping[tuple[str, ...], str], today: datetime.date
) -> Iterator[Finding]:
    one = file.interview
    if one and not may_show(Agreed.NAME, one, today) and same_name(one.name) in agreed:
        other = agreed[same_name(one.name)]
        yield shared_name.at(one.place("name"), one.name, other, alias_of(one))
