"""The person was thanked too late, or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.days import written_day
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Within how many hours after the day of the conversation."""

    hours: int = 24


@check(Severity.ERROR)
def late_thank_you(days: int | None, hours: int) -> Wording:
    """The person was thanked too late, or not at all.

    ### Why it matters

    Somebody gave you their time, and a thank-you soon after shows that you noticed. The hours are
    counted from the end of the day on which you talked.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    date: 2026-10-14
    thanked: 2026-10-19
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    date: 2026-10-14
    thanked: 2026-10-14T18:30
    ---
    ```
    """
    asked = f"the rubric allows {counted(hours, 'hour')} from the end of its day"
    if days is None:
        what = f"'thanked' is missing; the rubric asks for thanks within {counted(hours, 'hour')}"
        return Wording(what, "thank the person, and write down when", ("thanked: YYYY-MM-DD",))
    return Wording(
        f"the thank-you came {counted(days, 'day')} after the conversation; {asked}",
        "correct the day if it is a slip; else write sooner next time",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if no thanks are recorded, or they came after the hours were over."""
    thanked, day = interview.thanked, interview.date
    if thanked is None:
        yield Fault("thanked", (None, options.hours))
    elif day is not None and is_late(thanked, day, options.hours):
        yield Fault("thanked", ((written_day(thanked) - day).days, options.hours))


def is_late(thanked: date, day: date, hours: int) -> bool:
    """Whether the thanks came so late; without a time of day, whether all of that day is."""
    end = datetime.combine(day, time()) + ONE_DAY + timedelta(hours=hours)
    if isinstance(thanked, datetime):
        return thanked.replace(tzinfo=None) > end
    return datetime.combine(thanked, time()) >= end


def rests_on(interview: Interview, options: Options) -> tuple[str, ...]:
    """The two days."""
    return ("date", "thanked")


def unsuitable(options: Options) -> str:
    """No time at all, or more than a year of it."""
    if options.hours == 0:
        return "hours: is 0, so every thank-you on a later day would be late; give it some time"
    return "hours: is more than a year" if options.hours > 366 * 24 else ""


RUBRIC_CHECK = RubricCheck(late_thank_you, Options, find, rests_on, unsuitable=unsuitable)
