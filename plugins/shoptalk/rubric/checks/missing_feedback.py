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
from shoptalk.rubric.requests import is_in_writing, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How many requests need it, whichever they are, 0 for all; and from how many people."""

    requests: int = 2
    at_least: int = 1


@check(Severity.ERROR)
def missing_feedback(count: int, at_least: int, having: int, requests: int) -> Wording:
    """A message was sent before enough others had read it.

    ### Why it matters

    Whoever wrote a message knows what it means, and no longer sees what it says. A classmate sees
    it at once, but helps only before the message is on its way. What was sent cannot be read before
    any more; where a rubric asks for it in some requests, any that come later count as well.

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
    people = counted(count, "person").replace("persons", "people") if count else "nobody"
    what = f"feedback from {people} before it was sent; the rubric asks for at least {at_least}"
    act = "write down who read it before, and when, if somebody did; else"
    if not requests:
        return Wording(what, f"{act} have the next request read before you send it")
    so_far = f"so far {having or 'none'} {'has' if having == 1 else 'have'} it"
    missing = requests - having
    later = "the next request" if missing == 1 else f"the next {missing} requests"
    them = "it: it counts" if missing == 1 else "them: they count"
    return Wording(
        f"{what} in {counted(requests, 'request')}, whichever they are, and {so_far}",
        f"{act} have {later} read before you send {them} as well",
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each of the first that were sent without it, as long as too few had it."""
    sent = _sent_in_writing(material)
    lacking = [entry for entry in sent if len(_readers(entry.request)) < options.at_least]
    having = len(sent) - len(lacking)
    missing = options.requests - having if options.requests else len(lacking)
    for entry in lacking[: max(missing, 0)]:
        path = "feedback" if entry.request.feedback else "sent"
        measured = (len(_readers(entry.request)), options.at_least, having, options.requests)
        yield entry, Fault(path, measured)


def is_open(material: Material, options: Options) -> bool:
    """Whether fewer were sent so far than need it."""
    return measure(material, options) < max(options.requests, 1)


def _sent_in_writing(material: Material) -> list[Entry]:
    sent = (one for one in material.requests if one.request.sent and is_in_writing(one.request))
    return sorted(sent, key=_sent_on)


def _sent_on(entry: Entry) -> date:
    return written_day(entry.request.sent or date.max)


def _readers(request: Request) -> frozenset[str]:
    """Who read it no later than on the day on which it was sent."""
    sent = written_day(request.sent or date.max)
    return frozenset(one.who.casefold() for one in request.feedback if one.on <= sent)


def measure(material: Material, options: Options) -> float:
    """How many requests were sent with it."""
    sent = _sent_in_writing(material)
    return sum(len(_readers(entry.request)) >= options.at_least for entry in sent)


def rests_on(entry: Entry, options: Options) -> Iterator[str]:
    """The feedback, and the day on which it was sent; nothing of what is not sent."""
    request = entry.request
    return said(entry, *(("feedback", "sent") if request.sent and is_in_writing(request) else ()))


def unsuitable(options: Options) -> str:
    """Feedback from nobody."""
    return "" if options.at_least else "at_least: is 0, so it asks for nothing"


RUBRIC_CHECK = RubricCheck.of_requests(
    missing_feedback,
    Options,
    find,
    rests_on,
    counts_requests=True,
    measure=measure,
    measures="the number of requests with enough feedback before they were sent",
    is_of_portfolio=True,
    is_open=is_open,
    unsuitable=unsuitable,
)
