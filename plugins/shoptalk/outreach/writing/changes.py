"""What each step with a person changes in the request."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date

from shoptalk.findings.finding import shown
from shoptalk.mending.yaml_edit import END
from shoptalk.outreach.names import comparable_words
from shoptalk.outreach.request import Answer, Appointment, Promise, Referral, Request
from shoptalk.outreach.writing.entry import Change

Changes = tuple[Change, ...]


class NotPossible(Exception):  # noqa: N818 (it says why, and is no fault of the program)
    """Why a step cannot be recorded."""


def answered(said: Answer, on: date, referrals: Iterable[Referral]) -> Changes:
    """The person answered, and may have named others."""
    return (
        Change(("answer",), said),
        Change(("answered",), on),
        *(Change(("referrals", END), referral) for referral in referrals),
    )


def met(request: Request, appointment: Appointment) -> Changes:
    """The two agreed on when to meet; what is not said now stays as it was."""
    before = request.appointment
    if before is None:
        return (Change(("appointment",), appointment),)
    if before.on != appointment.on and (before.confirmed or before.invitation):
        raise NotPossible(
            f"the appointment of {before.on} has been confirmed, or an invitation was sent: take "
            "`confirmed` and `invitation` out of it first, as they do not hold for the new time"
        )
    return tuple(_different(before, appointment))


def _different(before: Appointment, after: Appointment) -> Iterator[Change]:
    for field in fields(Appointment):
        value = getattr(after, field.name)
        if value != field.default and value != getattr(before, field.name):
            yield Change(("appointment", field.name), value)


def of_appointment(request: Request, key: str, on: date) -> Changes:
    """Something was done about the appointment, such as confirming it."""
    if request.appointment is None:
        raise NotPossible(
            f'there is no appointment yet: shoptalk did meet "{request.name}" --on YYYY-MM-DDTHH:MM'
        )
    return (Change(("appointment", key), on),)


def kept(promises: Iterable[Promise], what: str, on: date) -> Changes:
    """A promise was kept: the one that a text or a number names, or the only one that is open."""
    every = list(enumerate(promises))
    is_open = [number for number, promise in every if promise.done is None]
    number = chosen([promise.do for _, promise in every], is_open, what, "promise")
    return (Change(("promised", number, "done"), on),)


def chosen(texts: list[str], is_open: list[int], what: str, noun: str) -> int:
    """The place of the text meant by a number from 1, by words of it, or by being the only open."""
    if what.isdecimal() and 1 <= int(what) <= len(texts):
        return int(what) - 1
    words = comparable_words(what)
    found = (
        [number for number in is_open if comparable_words(texts[number]) == words]
        if words
        else is_open
    )
    found = found or [number for number in is_open if words in comparable_words(texts[number])]
    if len(found) == 1:
        return found[0]
    listed = "".join(f"\n  {number + 1}. {shown(texts[number], 60)}" for number in is_open)
    if not listed:
        raise NotPossible(f"there is no {noun} that is open")
    why = f"several {noun}s are open" if found else f"no open {noun} says {shown(what)}"
    raise NotPossible(f"{why}; name one by its number or its words with --do:{listed}")
