"""A request was not answered, and the person was never reminded."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.days import DAYS_TO_ANSWER
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted
from shoptalk.rubric.material import Material
from shoptalk.rubric.requests import (
    days_since,
    is_waiting,
    numbers_of_met,
    said,
    unsuitable_days,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """After how many days a reminder is due."""

    after_days: int = DAYS_TO_ANSWER


@check(Severity.WARNING)
def missing_reminder(days: int, after_days: int) -> Wording:
    """A request was not answered, and the person was never reminded.

    ### Why it matters

    Busy people read a message, mean to answer, and forget. One friendly line two weeks later is
    often all it takes. A request that is `closed` needs none.

    ### Example

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-10-12
    ```

    ### Write instead

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-10-12
        reminders: [2026-10-27]
    ```
    """
    return Wording(
        f"no answer and no reminder for {counted(days, 'day')}; the rubric asks for a reminder "
        f"after {counted(after_days, 'day')}",
        "remind the person once, and write the day under 'reminders'",
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each request that has waited longer."""
    met = numbers_of_met(material)
    for entry in material.requests:
        request = entry.request
        if request.sent is None or entry.number in met or not is_waiting(request):
            continue
        days = days_since(request.sent, material)
        if not request.reminders and days > options.after_days:
            yield entry, Fault("sent", (days, options.after_days))


def rests_on(entry: Entry, options: Options) -> Iterator[str]:
    """The reminders, or the day of a request that waits."""
    return said(entry, *(("sent",) if is_waiting(entry.request) else ()), "reminders")


def unsuitable(options: Options) -> str:
    """No time at all, or more than a year of it."""
    return unsuitable_days("after_days", options.after_days)


RUBRIC_CHECK = RubricCheck.of_requests(
    missing_reminder, Options, find, rests_on, unsuitable=unsuitable
)
