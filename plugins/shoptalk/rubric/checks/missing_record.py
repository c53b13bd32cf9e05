"""Something from before or after the conversation is not written down."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted

RECORDS = (
    "request",
    "peer-feedback",
    "reminder",
    "answer",
    "appointment",
    "invitation",
    "introduction",
    "check-in",
    "follow-up",
    "message-style",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What must be written down, and how many times."""

    record: str
    at_least: int = 1


@check(Severity.ERROR)
def missing_record(record: str, count: int, at_least: int) -> Wording:
    """Something from before or after the conversation is not written down.

    ### Why it matters

    A rubric can ask for what a write-up does not hold, such as the request that you sent. Nothing
    records that so far, so such a criterion cannot be shown yet: it is neither met nor missed.

    ### Example

    A rubric asks for `missing-record: {record: request}`, and nobody can see that you wrote to her.

    ### Write instead

    Keep the message that you sent, and show it to whoever grades you.
    """
    return Wording(
        f"{counted(count, 'record')} of {shown(record)}; the rubric asks for at least {at_least}",
        "write it down",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault, as nothing is recorded; it is never asked for before something is."""
    yield Fault("", (options.record, 0, options.at_least))


def rests_on(interview: Interview, options: Options) -> tuple[str, ...]:
    """Nothing that is in a write-up."""
    return ()


def unsuitable(options: Options) -> str:
    """A record that there is not, or none asked for."""
    if options.record not in RECORDS:
        return f"record: is {options.record!r}, which is none of {', '.join(RECORDS)}"
    return "" if options.at_least else "at_least: is 0, so it asks for nothing"


RUBRIC_CHECK = RubricCheck(
    missing_record, Options, find, rests_on, is_recorded=False, unsuitable=unsuitable
)
