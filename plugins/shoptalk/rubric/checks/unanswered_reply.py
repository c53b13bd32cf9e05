"""Somebody answered, and waits for the student."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.days import written_day
from shoptalk.outreach.request import Entry, Request
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted
from shoptalk.rubric.material import Material
from shoptalk.rubric.requests import (
    days_since,
    numbers_of_met,
    said,
    unsuitable_days,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Within how many days the student has to take the next step."""

    within_days: int = 7


@check(Severity.WARNING)
def unanswered_reply(days: int, within_days: int) -> Wording:
    """Somebody answered, and waits for the student.

    ### Why it matters

    Who writes to a stranger and then falls silent is remembered, and so is the school. After a yes
    comes an appointment; after a no, a line of thanks.

    ### Example

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-10-12
        answer: declined
        answered: 2026-10-14
    ```

    ### Write instead

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-10-12
        answer: declined
        answered: 2026-10-14
        thanked: 2026-10-15
    ```
    """
    return Wording(
        f"{counted(days, 'day')} without a next step of yours after the answer; the rubric allows "
        f"{counted(within_days, 'day')}",
        "make an appointment, or thank the person, and write it down",
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each answer that waits too long, or waited."""
    met = numbers_of_met(material)
    for entry in material.requests:
        request = entry.request
        if request.answered is None or entry.number in met or request.interview:
            continue
        days = _days_waited(request, request.answered, material)
        if days > options.within_days:
            yield entry, Fault("answered", (days, options.within_days))


def _days_waited(request: Request, answered: date, material: Material) -> int:
    """Until the first step of the student's; an appointment is one, with no day of its own."""
    if request.appointment:
        return 0
    contacts = (one.on for one in request.check_ins)
    steps = (request.thanked, request.connected, request.closed, *contacts)
    taken = [written_day(one) for one in steps if one and written_day(one) >= written_day(answered)]
    if taken:
        return (min(taken) - written_day(answered)).days
    return days_since(answered, material)


def rests_on(entry: Entry, options: Options) -> Iterator[str]:
    """The answer, and what was done then."""
    if not (entry.request.answer or entry.request.answered):
        return iter(())
    return said(entry, "answered", "appointment", "interview", "thanked", "closed")


def unsuitable(options: Options) -> str:
    """No time at all, or more than a year of it."""
    return unsuitable_days("within_days", options.within_days)


RUBRIC_CHECK = RubricCheck.of_requests(
    unanswered_reply, Options, find, rests_on, unsuitable=unsuitable
)
