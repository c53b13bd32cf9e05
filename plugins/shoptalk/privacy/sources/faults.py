"""What the files themselves tell of people who did not agree to it, and what is not settled."""

import datetime
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from shoptalk.findings.abridging import abridged
from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity
from shoptalk.privacy.consent_faults import consent_faults, telling_alias
from shoptalk.privacy.sources.namings import find_namings
from shoptalk.privacy.sources.prose import check_prose
from shoptalk.privacy.sources.repository_files import Home
from shoptalk.privacy.sources.wording import named_without_consent
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.folder import shown_path
from shoptalk.reading.private_file import Stray, overlay_of
from shoptalk.reading.source import Source

if TYPE_CHECKING:
    from shoptalk.privacy.private_values import PrivateValue
    from shoptalk.privacy.public_people import PublicPeople


@check(Severity.NOTE)
def names_not_here(count: int) -> Wording:
    """The folder private/ is not there, so nobody knows here which names to look for.

    ### Why it matters

    Git leaves `private/` out, so a server or another computer does not have it. Where a text names
    somebody whose name stands only there, neither the check nor the build can notice it.

    ### Example

    `interviews/a-nurse.md` says `Mrs Quintanilla laughed`, and her name stands in
    `private/a-nurse.yml`, on your own computer only.

    ### Write instead

    Run `shoptalk check --strict` on the computer that has `private/`, before you push.
    """
    have = "1 interview has" if count == 1 else f"{count:,} interviews have"
    return Wording(
        f"{have} no name here (private/ is missing): no text could be searched for "
        f"{'it' if count == 1 else 'them'}",
        "run `shoptalk check --strict` where private/ is, before you push",
    )


def check_consent(
    files: Sequence[ReadFile],
    today: datetime.date,
    *,
    pages: Sequence[Source] = (),
    allowed: Iterable[str] = (),
    strays: Sequence[Stray] = (),
    homes: Sequence[Home] = (),
    people: "PublicPeople | None" = None,
    asked: "Sequence[PrivateValue]" = (),
) -> tuple[tuple[ReadFile, ...], list[Finding]]:
    """The files, with findings about consent and about who is named without it; those elsewhere.

    `pages` are the student's own, and `allowed` is what may be shown besides what was agreed to.
    `strays` are private files of no interview, `homes` portfolios of which every file is searched.
    `people` are everybody in these files, where they are known already; `asked` are those who were
    asked for a conversation and not interviewed.
    """
    namings = find_namings(files, pages, today, allowed, strays, homes, people, asked)
    checked = []
    for file in files:
        found = [*namings.in_files.get(file.path, ()), *namings.notes.get(file.path, ())]
        if file.interview:
            of_consent = list(consent_faults(file.interview, today))
            found = [*_not_of_alias(found, of_consent), *of_consent]
            if file.path not in namings.in_files:
                found += check_prose(file.interview, file.address, today)
        checked.append(
            replace(file, findings=abridged((*file.findings, *found))) if found else file
        )
    return tuple(checked), namings.elsewhere


def _not_of_alias(found: Iterable[Finding], of_consent: Iterable[Finding]) -> Iterator[Finding]:
    """What was found but in an alias that is found to name the person already."""
    told = {one.place.line for one in of_consent if one.check == telling_alias.id}
    return (
        one for one in found if one.place.line not in told or one.check != named_without_consent.id
    )


def check_names(files: Iterable[ReadFile], start: Path) -> Iterator[Finding]:
    """How many names only `private/` holds, where it is missing; one note for each portfolio."""
    without_name = [
        overlay_of(file.path, file.address).folder
        for file in files
        if file.interview and "name" in file.interview.withheld
    ]
    for folder, count in Counter(without_name).items():
        if not os.path.isdir(folder):  # noqa: PTH112 (made for many)
            yield names_not_here.at(Place(path=shown_path(folder, start)), count)
