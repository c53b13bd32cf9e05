"""A message was sent before enough others had read it."""

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
from shoptalk.rubric.requests import said


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How many of the first requests need it, 0 for all, and from how many people."""

    requests: int = 2
    at_least: int = 1


@check(Severity.ERROR)
def missing_feedback(count: int, at_least: int) -> Wording:
    """A message was sent before enough others had read it.

    ### Why it matters

    Whoever wrote a message knows what it means, and no longer sees what it says. A classmate sees
    it at once, but helps only before the message is on its way.

    ### Example

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-10-12
        feedback: [{who: Noor, on: 2026-10-13}]
    ```

    ### Write instead

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-10-12
        feedback: [{who: Noor, on: 2026-10-11, comment: Say the time that you need.}]
    ```
    """
    return Wording(
        f"feedback from {counted(count, 'person').replace('persons', 'people')} before it was "
        f"sent; the rubric asks for at least {at_least}",
        "write down who read the message, and when; ask somebody before you send the next one",
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each of the first requests that was sent without it."""
    for entry in _first_sent(material, options):
        count = len(_readers(entry.request))
        if count < options.at_least:
            path = "feedback" if entry.request.feedback else "sent"
            yield entry, Fault(path, (count, options.at_least))


def _first_sent(material: Material, options: Options) -> list[Entry]:
    sent = sorted((one for one in material.requests if one.request.sent), key=_sent_on)
    return sent[: options.requests or None]


def _sent_on(entry: Entry) -> date:
    return written_day(entry.request.sent or date.max)


def _readers(request: Request) -> frozenset[str]:
    """Who read it no later than on the day on which it was sent."""
    sent = written_day(request.sent or date.max)
    return frozenset(one.who.casefold() for one in request.feedback if one.on <= sent)


def measure(material: Material, options: Options) -> float:
    """How many requests were sent with it."""
    sent = (entry.request for entry in material.requests if entry.request.sent)
    return sum(len(_readers(request)) >= options.at_least for request in sent)


def rests_on(entry: Entry, options: Options) -> Iterator[str]:
    """The feedback, and the day on which it was sent."""
    return said(entry, "feedback", "sent")


def unsuitable(options: Options) -> str:
    """Feedback from nobody."""
    return "" if options.at_least else "at_least: is 0, so it asks for nothing"


RUBRIC_CHECK = RubricCheck.of_requests(
    missing_feedback,
    Options,
    find,
    rests_on,
    measure=measure,
    measures="the number of requests with enough feedback before they were sent",
    is_of_portfolio=True,
    unsuitable=unsuitable,
)
