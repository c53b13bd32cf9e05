"""A field that the rubric asks for is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.reading.consent import Consent
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.field_values import (
    BODY,
    CHOICES,
    LISTS,
    OTHERS,
    OWN,
    TEXTS,
    paths_of,
    said_under,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which field must be there."""

    field: str


@check(Severity.ERROR)
def missing_field(field: str) -> Wording:
    """A field that the rubric asks for is missing.

    ### Why it matters

    The rubric is your course's list of what a write-up needs. Without this key, or with no value
    after it, the criterion is not met and gives no points.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    title: Clinical Data Engineer
    ---
    ```
    """
    if field == BODY:
        return Wording("nothing is written below the front matter", "write it below the last ---")
    return Wording(f"{field!r} is missing", "add it to the front matter", (f"{field}: …",))


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if the field is absent, empty or false."""
    if options.field in OTHERS:
        value = getattr(interview, options.field)
        is_there = bool(value) and value != Consent()
    else:
        is_there = bool(said_under(interview, options.field))
    if not is_there:
        yield Fault(options.field, (options.field,))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """The field itself, or each of its items."""
    return [options.field] if options.field in OTHERS else paths_of(interview, options.field)


RUBRIC_CHECK = RubricCheck(
    missing_field, Options, find, rests_on, (*TEXTS, *LISTS, *CHOICES, *OTHERS, OWN, BODY)
)
