"""What each step with a person changes in the request."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import date

from shoptalk.findings.finding import shown
from shoptalk.mending.yaml_edit import END
from shoptalk.outreach.called import Called
from shoptalk.outreach.due.quoting import in_quotes
from shoptalk.outreach.due.step import APPOINTMENT
from shoptalk.outreach.led_to import is_oneself
from shoptalk.outreach.names import comparable_words
from shoptalk.outreach.request import Answer, Appointment, Contact, Promise, Referral, Request
from shoptalk.outreach.writing.entry import Change
from shoptalk.outreach.writing.named import same_name

Changes = tuple[Change, ...]

SAYS_NO = {Answer.DECLINED: "declined", Answer.REFERRED: "referred you to somebody else"}


class NotPossible(Exception):  # noqa: N818 (it says why, and is no fault of the program)
    """Why a step cannot be recorded."""


def answered(request: Request, said: Answer, on: date, referrals: Sequence[Referral]) -> Changes:
    """The person answered, and may have named others, who may be in the list already."""
    if referrals and said is not Answer.REFERRED:
        raise NotPossible(
            "--to names whom you were referred to, and goes with --said referred; whom somebody "
            f"recommended besides: shoptalk did referral {_words(request)} --to "
            f"{in_quotes(referrals[0].name)}"
        )
    new = [one for one in referrals if not _is_recommended(request, one)]
    for one in new:
        _refuse_oneself(request, one)
    return (
        Change(("answer",), said),
        Change(("answered",), on),
        *(_begun_anew(request, on) if said is Answer.ACCEPTED else ()),
        *(Change(("referrals", END), referral) for referral in new),
    )


def _begun_anew(request: Request, on: date) -> Iterator[Change]:
    """What does not hold any more of somebody who said no, or of whom all had ended."""
    thanked, closed = request.thanked, request.closed
    if request.answer in SAYS_NO and thanked and _day(thanked) < _day(on):
        yield Change(("thanked",), None)
    if closed and closed <= _day(on):
        yield Change(("closed",), None)


def met(request: Request, appointment: Appointment) -> Changes:
    """The two agreed on when to meet; what is not said now stays, if it holds for another time."""
    _refuse_after_no(request)
    if request.closed and request.closed < _day(appointment.on):
        raise NotPossible(_changed_their_mind(request, f"was closed on {request.closed}"))
    before, sent = request.appointment, request.sent
    if sent and _day(appointment.on) < _day(sent):
        raise NotPossible(
            f"the appointment would be on {appointment.on}, before the request was sent ({sent}); "
            "correct the one that is a slip"
        )
    if before is None:
        return (Change(("appointment",), appointment),)
    return (*_different(before, appointment), *_of_another_time(before, appointment))


def reminded(request: Request, reminder: Contact) -> Changes:
    """The person was asked once more, and had not said no."""
    _refuse_after_no(request)
    return (Change(("reminders", END), reminder),)


def _refuse_after_no(request: Request) -> None:
    if request.answer in SAYS_NO:
        on = f" on {request.answered}" if request.answered else ""
        raise NotPossible(_changed_their_mind(request, f"{SAYS_NO[request.answer]}{on}"))


def _changed_their_mind(request: Request, what: str) -> str:
    return (
        f"{request.name} {what}; if that has changed, write it down first: shoptalk did answer "
        f"{_words(request)} --said accepted"
    )


def _words(request: Request) -> str:
    """The person on a command line, be the name somebody else's as well or not."""
    place = request.organization
    return Called(name=request.name, organization=place, is_shared=bool(place)).words


def _day(said: date) -> date:
    return date(said.year, said.month, said.day)


def _of_another_time(before: Appointment, after: Appointment) -> Iterator[Change]:
    """What was said of a time that does not hold any more; its zone, where none is named now."""
    is_moved = before.on != after.on
    if is_moved and before.zone and not after.zone:
        yield Change(("appointment", "zone"), None)
    if is_moved or (after.zone and after.zone != before.zone):
        for key in ("confirmed", "invitation"):
            if getattr(before, key) is not None:
                yield Change(("appointment", key), None)


def _different(before: Appointment, after: Appointment) -> Iterator[Change]:
    for field in fields(Appointment):
        value = getattr(after, field.name)
        if value != field.default and value != getattr(before, field.name):
            yield Change(("appointment", field.name), value)


def of_appointment(request: Request, key: str, on: date) -> Changes:
    """Something was done about the appointment, such as confirming it."""
    if request.appointment is None:
        raise NotPossible(
            f"there is no appointment yet: shoptalk did meet {_words(request)} --on {APPOINTMENT}"
        )
    return (Change(("appointment", key), on),)


def recommended(request: Request, named: Referral) -> Changes:
    """The person named somebody to talk to, who is not in the list of those yet."""
    if _is_recommended(request, named):
        raise NotPossible(f"{request.name} recommended {named.name} already: it stands in the list")
    _refuse_oneself(request, named)
    return (Change(("referrals", END), named),)


def _refuse_oneself(request: Request, named: Referral) -> None:
    if is_oneself(request.name, named):
        raise NotPossible(
            f"{request.name} would have recommended {named.name}: for somebody else of that name "
            f'say where they work, with shoptalk did referral "{request.name}" '
            f'--to "{named.name}" --at "..."'
        )


def _is_recommended(request: Request, named: Referral) -> bool:
    return any(same_name(one.name, named.name) for one in request.referrals)


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
