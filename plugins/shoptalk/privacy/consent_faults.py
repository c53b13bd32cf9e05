"""What is not settled of a person's consent, or of what stands for the name without it."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Severity, shown
from shoptalk.privacy.alias import names_person, other_alias
from shoptalk.privacy.consent import Agreed, may_show
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.interview import Interview
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


@check(Severity.WARNING)
def telling_alias(alias: str, corrected: tuple[str, ...]) -> Wording:
    """The alias has a part of the name in it that it is to stand for.

    ### Why it matters

    Whoever reads "Rosalind, an engineer" knows half of the name, and finds the rest. So the public
    pages do not show such an alias: they show one made from the job title, or "Somebody".

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    title: Clinical Data Engineer
    alias: Rosalind, an engineer
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
        f"the alias {shown(alias)} names the person, so the public pages do not show it",
        "write what fits many people" if not corrected else "write what fits many people, such as",
        corrected,
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


@check(Severity.WARNING)
def consent_not_begun(day: str, today: str) -> Wording:
    """The day on which the person agreed is still to come.

    ### Why it matters

    Nobody has agreed on a day that is yet to come, so until then the public pages show nothing of
    it. Most likely it is a slip in the year or the month.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    alias: A clinical data engineer
    consent: {name: true, on: 2062-10-14}
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    alias: A clinical data engineer
    consent: {name: true, on: 2026-10-14}
    ---
    ```
    """
    return Wording(
        f"the consent is of {day}, so nothing counts as agreed before that (today is {today})",
        "check the year, the month and the day",
    )


def consent_faults(interview: Interview, today: datetime.date) -> Iterator[Finding]:
    """What is not settled of a person's consent, or of what stands for the name without it."""
    consent = interview.consent
    if any(getattr(consent, what.value) for what in Agreed):
        if consent.on is None:
            yield consent_without_date.at(interview.place("consent"))
        elif consent.on > today:
            place = interview.place("consent.on")
            yield consent_not_begun.at(place, consent.on.isoformat(), today.isoformat())
        if consent.until and consent.until < today:
            yield consent_over.at(interview.place("consent.until"), consent.until.isoformat())
    is_named = interview.name and not is_placeholder(interview.name)
    if is_named and not may_show(Agreed.NAME, interview, today):
        yield from _alias_faults(interview)


def _alias_faults(interview: Interview) -> Iterator[Finding]:
    """That there is no alias, or none that can stand for the name."""
    other = other_alias(interview)
    if not interview.alias:
        place = interview.source.place(interview.span("name"))
        found = missing_alias.at(place, place.source_line, other)
        yield replace(found, severity=Severity.NOTE) if interview.draft else found
    elif names_person(interview.alias, interview.name):
        place = interview.source.place(interview.span("alias"))
        before = place.source_line[: place.column - 1]
        after = place.source_line[len(before) + place.width :]
        corrected = (f"{before}{plain_or_quoted(other)}{after}",) if other else ()
        yield telling_alias.at(place, interview.alias, corrected)
