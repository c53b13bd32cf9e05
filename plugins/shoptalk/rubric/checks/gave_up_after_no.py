"""After a no, nobody else was asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.days import written_day
from shoptalk.outreach.request import Answer, Entry
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
    """Within how many days somebody else is to be asked."""

    within_days: int = 14


@check(Severity.WARNING)
def gave_up_after_no(days: int, within_days: int) -> Wording:
    """After a no, nobody else was asked.

    ### Why it matters

    A no says something about somebody's week, and nothing about you. Somebody else will say yes.
    Whoever has a yes already, or waits for another answer, has not given up.

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
      - name: Mei Lindqvist
        sent: 2026-10-16
    ```
    """
    return Wording(
        f"{counted(days, 'day')} since this no, and nobody else was asked; the rubric allows "
        f"{counted(within_days, 'day')}",
        "ask somebody else, and add the request",
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault at the latest no, where nothing else is under way."""
    met = numbers_of_met(material)
    if any(_goes_on(entry) or entry.number in met for entry in material.requests):
        return
    refused = [one for one in material.requests if _refused_on(one)]
    latest = max(refused, key=lambda one: _refused_on(one) or date.min, default=None)
    day = _refused_on(latest) if latest else None
    if latest and day and days_since(day, material) > options.within_days:
        yield latest, Fault("answer", (days_since(day, material), options.within_days))


def _goes_on(entry: Entry) -> bool:
    """Whether it may still lead to a conversation, or has."""
    request = entry.request
    agreed = request.answer is Answer.ACCEPTED or request.appointment or request.interview
    return bool(agreed) or is_waiting(request)


def _refused_on(entry: Entry) -> date | None:
    answered = entry.request.answered
    return written_day(answered) if answered and entry.request.answer is Answer.DECLINED else None


def rests_on(entry: Entry, options: Options) -> Iterator[str]:
    """The days of the requests, and the answers."""
    return said(entry, "sent", "answer")


def unsuitable(options: Options) -> str:
    """No time at all, or more than a year of it."""
    return unsuitable_days("within_days", options.within_days)


RUBRIC_CHECK = RubricCheck.of_requests(
    gave_up_after_no, Options, find, rests_on, is_of_portfolio=True, unsuitable=unsuitable
)
