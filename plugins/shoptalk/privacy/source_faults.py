"""What the files themselves tell of people who did not agree to it, and what is not settled."""

import datetime
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from shoptalk.findings.abridging import abridged
from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity
from shoptalk.privacy.alias import alias_from
from shoptalk.privacy.consent import Agreed, may_show
from shoptalk.privacy.named_in_prose import check_prose
from shoptalk.privacy.named_in_source import find_namings
from shoptalk.privacy.repository_files import Home
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.folder import shown_path
from shoptalk.reading.interview import Interview
from shoptalk.reading.private_file import Stray, overlay_of
from shoptalk.reading.source import Source
from shoptalk.reading.traps import plain_or_quoted


@check(Severity.WARNING)
def missing_alias(line: str, alias: str) -> Wording:
    """The person did not agree to be named, and nothing is there to be shown instead.

    ### Why it matters

    A public page never shows the name of somebody who has not agreed to it. It shows the `alias`:
    a few words that say what the person does, and fit many people.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    title: Clinical Data Engineer
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    title: Clinical Data Engineer
    alias: A clinical data engineer
    ---
    ```
    """
    return Wording(
        "there is no consent to show the name, and no alias to show instead",
        "add an alias, or `consent: {name: true, on: YYYY-MM-DD}` once the person agreed",
        (line, f"alias: {plain_or_quoted(alias)}") if alias else (),
    )


@check(Severity.NOTE)
def consent_without_date() -> Wording:
    """The file does not say when the person agreed.

    ### Why it matters

    People change their minds, and forget. With the day you can find the message in which they
    agreed, and see when it is time to ask again.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    consent: {name: true}
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    consent: {name: true, on: 2026-10-14}
    ---
    ```
    """
    return Wording("it does not say when the person agreed", "add the day, as `on: YYYY-MM-DD`")


@check(Severity.WARNING)
def consent_over(day: str) -> Wording:
    """The time is over for which the person agreed.

    ### Why it matters

    From the day after `until` the public pages show nothing of what was agreed: the alias stands in
    the place of the name again. That may surprise whoever follows a link to the page.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    alias: A clinical data engineer
    consent: {name: true, on: 2025-10-14, until: 2026-10-31}
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    alias: A clinical data engineer
    consent: {name: true, on: 2026-11-02, until: 2027-10-31}
    ---
    ```
    """
    return Wording(
        f"the consent ended on {day}, so the public pages show nothing of what was agreed",
        "ask again and write down the answer, or take the consent out",
    )


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
) -> tuple[tuple[ReadFile, ...], list[Finding]]:
    """The files, with findings about consent and about who is named without it; those elsewhere.

    `pages` are the student's own, and `allowed` is what may be shown besides what was agreed to.
    `strays` are private files of no interview, `homes` portfolios of which every file is searched.
    """
    namings = find_namings(files, pages, today, allowed, strays, homes)
    checked = []
    for file in files:
        found = [*namings.in_files.get(file.path, ()), *namings.notes.get(file.path, ())]
        if file.interview:
            found += _consent_faults(file.interview, today)
            if file.path not in namings.in_files:
                found += check_prose(file.interview, file.address, today)
        checked.append(
            replace(file, findings=abridged((*file.findings, *found))) if found else file
        )
    return tuple(checked), namings.elsewhere


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


def _consent_faults(interview: Interview, today: datetime.date) -> Iterator[Finding]:
    consent = interview.consent
    if any(getattr(consent, what.value) for what in Agreed):
        if consent.on is None:
            yield consent_without_date.at(interview.place("consent"))
        if consent.until and consent.until < today:
            yield consent_over.at(interview.place("consent.until"), consent.until.isoformat())
    is_named = interview.name and not is_placeholder(interview.name)
    if is_named and not interview.alias and not may_show(Agreed.NAME, interview, today):
        place = interview.source.place(interview.span("name"))
        title = "" if is_placeholder(interview.title) else interview.title
        found = missing_alias.at(place, place.source_line, alias_from(title))
        yield replace(found, severity=Severity.NOTE) if interview.draft else found
