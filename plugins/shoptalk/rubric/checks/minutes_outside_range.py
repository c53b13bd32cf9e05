"""The conversation was shorter or longer than the rubric asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.reading.interview import LONGEST_CONVERSATION, Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How many minutes it may have taken."""

    at_least: int = 1
    at_most: int = LONGEST_CONVERSATION


@check(Severity.ERROR)
def minutes_outside_range(minutes: int | None, at_least: int, at_most: int) -> Wording:
    """The conversation was shorter or longer than the rubric asks for.

    ### Why it matters

    In a few minutes people tell what they tell everybody; and whoever promised to take half an hour
    of somebody's day should not take two. A write-up without `minutes` shows neither.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    minutes: 10
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    minutes: 30
    ---
    ```
    """
    if at_most >= LONGEST_CONVERSATION:
        asked = f"the rubric asks for at least {counted(at_least, 'minute')}"
    elif at_least <= 1:
        asked = f"the rubric asks for at most {counted(at_most, 'minute')}"
    else:
        asked = f"the rubric asks for {at_least} to {counted(at_most, 'minute')}"
    if minutes is None:
        help = "write down how long you talked"
        return Wording(f"'minutes' is missing; {asked}", help, ("minutes: …",))
    return Wording(
        f"the conversation took {counted(minutes, 'minute')}; {asked}",
        "leave the number as it is if it is true, and plan the next conversation for that time",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if the minutes are missing, too few or too many."""
    minutes = interview.minutes
    if minutes is None or not options.at_least <= minutes <= options.at_most:
        yield Fault("minutes", (minutes, options.at_least, options.at_most))


def rests_on(interview: Interview, options: Options) -> tuple[str, ...]:
    """The minutes."""
    return ("minutes",)


def measure(interview: Interview, options: Options) -> int:
    """The minutes; 0 if they are missing."""
    return interview.minutes or 0


def unsuitable(options: Options) -> str:
    """A limit that no conversation can keep to."""
    if options.at_most == 0:
        return "at_most: is 0, and no conversation takes no time"
    if options.at_least > LONGEST_CONVERSATION:
        return f"at_least: is more than a day ({LONGEST_CONVERSATION} minutes)"
    if options.at_least > options.at_most:
        return f"at_least: is more than at_most ({options.at_most})"
    return ""


RUBRIC_CHECK = RubricCheck(
    minutes_outside_range,
    Options,
    find,
    rests_on,
    measure=measure,
    measures="the minutes",
    unsuitable=unsuitable,
)
