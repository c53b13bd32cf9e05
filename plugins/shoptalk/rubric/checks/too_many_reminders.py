"""Somebody was reminded more often than the rubric allows."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted
from shoptalk.rubric.material import Material
from shoptalk.rubric.requests import said


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How many reminders one person may get."""

    at_most: int = 1


@check(Severity.WARNING)
def too_many_reminders(count: int, at_most: int) -> Wording:
    """Somebody was reminded more often than the rubric allows.

    ### Why it matters

    The first reminder helps somebody who forgot. Another presses somebody who would rather not
    answer, and your time is better spent on the next person.

    ### Example

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-10-12
        reminders: [2026-10-27, 2026-11-02]
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
        f"{counted(count, 'reminder')}; the rubric allows {at_most}",
        "leave it at that, and ask somebody else",
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each request with more of them."""
    for entry in material.requests:
        count = len(entry.request.reminders)
        if count > options.at_most:
            yield entry, Fault(f"reminders[{options.at_most}]", (count, options.at_most))


def rests_on(entry: Entry, options: Options) -> Iterator[str]:
    """The reminders."""
    return said(entry, "reminders")


def measure(material: Material, options: Options) -> float:
    """The most that anybody got."""
    return max((len(entry.request.reminders) for entry in material.requests), default=0)


RUBRIC_CHECK = RubricCheck.of_requests(
    too_many_reminders,
    Options,
    find,
    rests_on,
    measure=measure,
    measures="the most reminders that one person got",
)
