"""After the thanks the student was never heard of again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted
from shoptalk.rubric.material import Material
from shoptalk.rubric.requests import (
    LONGEST,
    conversations,
    days_since,
    numbers_of_met,
    said,
    thanks_for_talk,
    unsuitable_days,
)

WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Within how many weeks after the thanks the student is to write again."""

    weeks: int = 6


@check(Severity.WARNING)
def missing_check_in(days: int, weeks: int) -> Wording:
    """After the thanks the student was never heard of again.

    ### Why it matters

    Who gave advice likes to hear what came of it, and a contact that nobody tends is soon none. A
    person who would rather not stay in touch is `closed`.

    ### Example

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-09-01
        appointment: {on: 2026-09-10}
        thanked: 2026-09-10
    ```

    ### Write instead

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-09-01
        appointment: {on: 2026-09-10}
        thanked: 2026-09-10
        check_ins: [2026-10-05]
    ```
    """
    return Wording(
        f"thanked {counted(days, 'day')} ago, and not written to since; the rubric asks for word "
        f"within {counted(weeks, 'week')}",
        "tell the person what came of the advice, and write the day under 'check_ins'",
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each person met who has waited longer, and is not to be written to later."""
    met, written_up = numbers_of_met(material), conversations(material)
    for entry in material.requests:
        request = entry.request
        is_met = entry.number in met or request.interview or request.appointment
        if not is_met or request.closed or request.check_ins or _is_planned(entry, material):
            continue
        thanked = thanks_for_talk(entry, written_up)
        days = days_since(thanked, material) if thanked else 0
        if days > options.weeks * WEEK:
            yield entry, Fault("thanked", (days, options.weeks))


def _is_planned(entry: Entry, material: Material) -> bool:
    planned: date | None = entry.request.next_check_in
    return planned is not None and planned >= material.today


def rests_on(entry: Entry, options: Options) -> Iterator[str]:
    """The thanks, and what was written since."""
    return said(entry, "thanked", "check_ins", "next_check_in")


def unsuitable(options: Options) -> str:
    """No time at all, or more than a year of it."""
    if options.weeks * WEEK > LONGEST:
        return "weeks: is more than a year"
    return unsuitable_days("weeks", options.weeks)


RUBRIC_CHECK = RubricCheck.of_requests(
    missing_check_in, Options, find, rests_on, unsuitable=unsuitable
)
