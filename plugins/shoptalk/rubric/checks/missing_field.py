"""A field that the rubric asks for is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.reading.interview import Consent, Interview
from shoptalk.rubric.checks import LISTS, OTHERS, TEXTS, Fault, RubricCheck


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
    return Wording(f"{field!r} is missing", "add it to the front matter", (f"{field}: …",))


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if the field is absent, empty or false."""
    value = getattr(interview, options.field)
    if not value or value == Consent():
        yield Fault(options.field, (options.field,))


def rests_on(interview: Interview, options: Options) -> tuple[str, ...]:
    """The field itself."""
    return (options.field,)


RUBRIC_CHECK = RubricCheck(missing_field, Options, find, rests_on, (*TEXTS, *LISTS, *OTHERS))
