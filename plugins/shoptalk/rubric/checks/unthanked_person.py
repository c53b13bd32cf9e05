"""Somebody who met the student, or answered, was thanked too late or not at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.days import is_called_off, written_day
from shoptalk.outreach.request import Answer, Entry, Request
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.checks.late_thank_you import is_late, unsuitable
from shoptalk.rubric.counting import counted
from shoptalk.rubric.material import Material
from shoptalk.rubric.requests import (
    conversations,
    day_of_talk,
    numbers_of_met,
    said,
    thanks_for_talk,
)

CONVERSATION = "conversation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Within how many hours after the day of the conversation, or of the answer."""

    hours: int = 24


@check(Severity.ERROR)
def unthanked_person(since: str, days: int | None, hours: int) -> Wording:
    """Somebody who met the student, or answered, was thanked too late or not at all.

    ### Why it matters

    People remember who said thank you, also those who had no time. The hours are counted from the
    end of the day of the conversation, or of the answer where it was a no or a name.

    ### Example

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-10-12
        answer: declined
        answered: 2026-10-14
        thanked: 2026-10-19
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
    asked = f"the rubric allows {counted(hours, 'hour')} from the end of its day"
    if days is None:
        return Wording(
            f"no thanks after the {since}; {asked}", "thank the person, and write down when"
        )
    return Wording(
        f"the thanks came {counted(days, 'day')} after the {since}; {asked}",
        "correct the day if it is a slip; else write sooner next time",
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each person who was thanked too late, or is waiting for it longer."""
    met, written_up = numbers_of_met(material), conversations(material)
    for entry in material.requests:
        since, day = _occasion(entry, entry.number in met, written_up)
        if day is None or day > material.today:
            continue
        is_of_talk = since == CONVERSATION
        thanked = thanks_for_talk(entry, written_up) if is_of_talk else entry.request.thanked
        if thanked is None and is_late(material.today, day, options.hours):
            yield entry, Fault("", (since, None, options.hours))
        elif thanked is not None and is_late(thanked, day, options.hours):
            days = (written_day(thanked) - day).days
            yield entry, Fault("thanked", (since, days, options.hours))


def _occasion(
    entry: Entry, is_met: bool, written_up: Mapping[int, Interview]
) -> tuple[str, date | None]:
    """What the thanks are for, and its day; None where nobody can say."""
    request = entry.request
    day = day_of_talk(entry, written_up)
    if is_met or (_agreed(request) and not is_called_off(request, day)):
        return CONVERSATION, day
    return "answer", written_day(request.answered) if request.answered else None


def _agreed(request: Request) -> bool:
    """Whether there is to be a conversation: the thanks come after it."""
    return bool(request.appointment or request.interview) or request.answer is Answer.ACCEPTED


def rests_on(entry: Entry, options: Options) -> Iterator[str]:
    """The two days."""
    occasion = "appointment" if entry.request.appointment else "answered"
    return said(entry, occasion, "thanked")


RUBRIC_CHECK = RubricCheck.of_requests(
    unthanked_person, Options, find, rests_on, unsuitable=unsuitable
)
