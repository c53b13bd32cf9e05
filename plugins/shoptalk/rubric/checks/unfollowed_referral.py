"""Somebody was recommended, and never written to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.days import written_day
from shoptalk.outreach.names import comparable_name, is_nobody
from shoptalk.outreach.request import Answer, Entry, Referral, Request
from shoptalk.reading import interview as conversation
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted
from shoptalk.rubric.material import Material
from shoptalk.rubric.requests import (
    conversations,
    days_since,
    said,
    unsuitable_days,
)

Recommended = Referral | conversation.Referral


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Within how many days the person is to be written to."""

    within_days: int = 14


@check(Severity.WARNING)
def unfollowed_referral(days: int, within_days: int) -> Wording:
    """Somebody was recommended, and never written to.

    ### Why it matters

    A name is a present: a request that begins with who sent you is read, and whoever sent you will
    ask what came of it. The days count from the conversation, or from an answer in its place.

    ### Example

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-10-01
        answer: referred
        answered: 2026-10-05
        referrals: [Mei Lindqvist]
    ```

    ### Write instead

    ```yaml
    requests:
      - name: Ken Abara
        sent: 2026-10-01
        answer: referred
        answered: 2026-10-05
        referrals: [Mei Lindqvist]
      - name: Mei Lindqvist
        introduced_by: Ken Abara
        sent: 2026-10-07
    ```
    """
    return Wording(
        f"recommended {counted(days, 'day')} ago, and not written to; the rubric allows "
        f"{counted(within_days, 'day')}",
        "write to the person, and add the request; or say under 'closed' that you will not",
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry | Interview, Fault]]:
    """A fault for each such person, once."""
    told: set[str] = set()
    for record, path, one, day in _recommended(material):
        is_known = comparable_name(one.name) in told or is_nobody(one.name)
        if day is None or is_known or _is_dealt_with(one, material):
            continue
        told.add(comparable_name(one.name))
        days = days_since(day, material)
        if days > options.within_days:
            yield record, Fault(path, (days, options.within_days))


def _is_dealt_with(one: Recommended, material: Material) -> bool:
    """Whether somebody was written to or met, or nobody means to write to them."""
    entry = material.asked.to(one.name, one.organization)
    if entry is None:
        return False
    request = entry.request
    if request.sent or request.answer or request.closed:
        return True
    return any(entry is one for entries in material.led_to.values() for one in entries)


def _recommended(
    material: Material,
) -> Iterator[tuple[Entry | Interview, str, Recommended, date | None]]:
    """Each person with the record and the field that names them, and since when."""
    for interview in material.interviews:
        for number, one in enumerate(interview.referrals):
            yield interview, f"referrals[{number}]", one, interview.date
    written_up = conversations(material)
    for entry in material.requests:
        day = _named_on(entry.request, written_up.get(entry.number))
        for number, referral in enumerate(entry.request.referrals):
            path = f"referrals[{number}]"
            yield entry, path, referral, written_day(day) if day else None


def _named_on(request: Request, conversation: Interview | None) -> date | None:
    """When somebody recommended others: in a refusal, or else in the conversation."""
    meeting = request.appointment.on if request.appointment else None
    met = (conversation.date if conversation else None) or meeting
    if request.answer in (Answer.DECLINED, Answer.REFERRED):
        return request.answered or met
    return met or request.answered


def rests_on(entry: Entry, options: Options) -> Iterator[str]:
    """Whom the person recommended."""
    return said(entry, "referrals")


def evidence(material: Material, options: Options) -> Iterator[tuple[Entry | Interview, str]]:
    """The requests to those who were recommended; where they stand who were not written to."""
    for record, path, one, _ in _recommended(material):
        request = material.asked.to(one.name, one.organization)
        yield (request, next(said(request, "sent"), "name")) if request else (record, path)


def unsuitable(options: Options) -> str:
    """No time at all, or more than a year of it."""
    return unsuitable_days("within_days", options.within_days)


RUBRIC_CHECK = RubricCheck.of_requests(
    unfollowed_referral,
    Options,
    find,
    rests_on,
    evidence_in_requests=evidence,
    needs_request=False,
    unsuitable=unsuitable,
)
