"""Something happened before what should have come first."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.days import DAYS, days_under
from shoptalk.rubric.field_values import OWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The fields whose days follow one another."""

    fields: tuple[str, ...]


@check(Severity.ERROR)
def dates_out_of_order(field: str, day: str, earlier: str, earlier_day: str) -> Wording:
    """Something happened before what should have come first.

    ### Why it matters

    Nobody can be thanked for a conversation that is still to come. One of the two days is a slip,
    and whatever is counted from it is wrong, too.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    date: 2026-10-14
    thanked: 2026-10-12
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    date: 2026-10-12
    thanked: 2026-10-14
    ---
    ```
    """
    return Wording(
        f"{_named(field)} is {day}, which is before {_named(earlier)} ({earlier_day})",
        "correct the one that is a slip",
    )


def _named(field: str) -> str:
    return "'by' of an application" if field == "applications" else repr(field)


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault for each day that lies before one of a field listed earlier."""
    earlier = ""
    latest = None
    for field in options.fields:
        days = days_under(interview, field)
        for path, day in days:
            if latest and day < latest:
                yield Fault(path, (field, day.isoformat(), earlier, latest.isoformat()))
        last = max((day for _, day in days), default=None)
        if last and (latest is None or last > latest):
            earlier, latest = field, last


def rests_on(interview: Interview, options: Options) -> list[str]:
    """The days that are given."""
    found = [path for field in options.fields for path, _ in days_under(interview, field)]
    return found or list(options.fields)


def unsuitable(options: Options) -> str:
    """Fewer than two fields, or one that is no day."""
    known = ", ".join((*DAYS, "x-…"))
    for field in options.fields:
        if field not in DAYS and not field.startswith(OWN):
            return f"fields: has {field!r}, which is no day; choose from {known}"
    return "" if len(options.fields) > 1 else "fields: needs two fields or more to compare"


RUBRIC_CHECK = RubricCheck(dates_out_of_order, Options, find, rests_on, unsuitable=unsuitable)
