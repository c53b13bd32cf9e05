"""Something from before or after the conversation is not written down."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.outreach.request import Entry, Request
from shoptalk.rubric.checks import Fault, RubricCheck, no_fault
from shoptalk.rubric.counting import counted
from shoptalk.rubric.material import Material

RECORDS: Mapping[str, tuple[Callable[[Request], int], str]] = {
    "request": (lambda one: bool(one.sent), "sent"),
    "message": (lambda one: bool(one.message), "message"),
    "peer-feedback": (lambda one: bool(one.feedback), "feedback"),
    "reminder": (lambda one: len(one.reminders), "reminders"),
    "answer": (lambda one: bool(one.answer), "answer"),
    "appointment": (lambda one: bool(one.appointment), "appointment"),
    "confirmation": (
        lambda one: bool(one.appointment and one.appointment.confirmed),
        "appointment.confirmed",
    ),
    "invitation": (
        lambda one: bool(one.appointment and one.appointment.invitation),
        "appointment.invitation",
    ),
    "introduction": (lambda one: bool(one.introduced_by), "introduced_by"),
    "check-in": (lambda one: len(one.check_ins), "check_ins"),
}
"""What can be asked for: how many of it a request has, and the key that it stands under."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What must be written down, and how many times."""

    record: str
    at_least: int = 1


@check(Severity.ERROR)
def missing_record(record: str, count: int, at_least: int) -> Wording:
    """Something from before or after the conversation is not written down.

    ### Why it matters

    A rubric can ask for what a write-up does not hold, such as the request that you sent. It stands
    in `outreach.yml`. Without such a file the criterion cannot be shown yet: it is neither met nor
    missed.

    ### Example

    ```yaml
    requests:
      - name: Ken Abara
    ```

    ### Write instead

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-10-12
    ```
    """
    return Wording(
        f"{counted(count, 'record')} of {shown(record)}; the rubric asks for at least {at_least}",
        f"write it down in outreach.yml, under {RECORDS[record][1]!r}",
    )


def find(material: Material, options: Options) -> Iterator[tuple[None, Fault]]:
    """A fault if there are too few."""
    count = int(measure(material, options))
    if count < options.at_least:
        yield None, Fault("", (options.record, count, options.at_least))


def measure(material: Material, options: Options) -> float:
    """How many there are."""
    count, _ = RECORDS[options.record]
    return sum(count(entry.request) for entry in material.requests)


def rests_on(entry: Entry, options: Options) -> Iterator[str]:
    """The key that holds it, where a request has one."""
    count, key = RECORDS[options.record]
    if count(entry.request):
        yield key


def unsuitable(options: Options) -> str:
    """A record that there is not, or none asked for."""
    if options.record not in RECORDS:
        return f"record: is {options.record!r}, which is none of {', '.join(RECORDS)}"
    return "" if options.at_least else "at_least: is 0, so it asks for nothing"


RUBRIC_CHECK = RubricCheck(
    missing_record,
    Options,
    no_fault,
    rests_on,
    find_in_requests=find,
    needs_request=False,
    measure=measure,
    measures="the number of such records",
    unsuitable=unsuitable,
)
