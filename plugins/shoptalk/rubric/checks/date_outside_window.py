"""A day lies outside the time that the rubric sets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.days import ONE_DAY, days_under
from shoptalk.rubric.field_values import OWN, said_under


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which day, and the first and last that count."""

    field: str = "date"
    earliest: date
    latest: date


@check(Severity.ERROR)
def date_outside_window(field: str, day: str, earliest: str, latest: str) -> Wording:
    """A day lies outside the time that the rubric sets.

    ### Why it matters

    The course asks for work of this term: a conversation from before it, or after its end, does not
    count. A write-up that does not say when it was cannot show that it does.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    date: 2025-10-14
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    date: 2026-10-14
    ---
    ```
    """
    asked = f"the rubric asks for a day from {earliest} to {latest}"
    if not day:
        help = "add it to the front matter"
        return Wording(f"{field!r} is missing; {asked}", help, (f"{field}: YYYY-MM-DD",))
    return Wording(
        f"{field!r} is {day}; {asked}",
        "correct the day if it is a slip; else it does not count for this course",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if the day is missing, too early or too late."""
    window = (options.earliest.isoformat(), options.latest.isoformat())
    days = days_under(interview, options.field)
    if not days:
        yield Fault(options.field, (options.field, _written(interview, options.field), *window))
    for path, day in days:
        if not options.earliest <= day <= options.latest:
            yield Fault(path, (options.field, day.isoformat(), *window))


def _written(interview: Interview, field: str) -> str:
    """What stands instead of a day under a key of the student's own."""
    if not field.startswith(OWN):
        return ""
    texts = (said.text for said in said_under(interview, field))
    return next((f"{shown(text)}, which is no day" for text in texts), "")


def rests_on(interview: Interview, options: Options) -> tuple[str, ...]:
    """The day."""
    return (options.field,)


def unsuitable(options: Options) -> str:
    """A window that ends before it begins."""
    if options.earliest > options.latest:
        return f"earliest: is after latest ({options.latest.isoformat()}), so no day could be right"
    return ""


RUBRIC_CHECK = RubricCheck(
    date_outside_window, Options, find, rests_on, (*ONE_DAY, OWN), unsuitable=unsuitable
)
