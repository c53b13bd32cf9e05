"""What waits to be done before and after conversations, with the day on which it is due."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from shoptalk.mending.yaml_values import scalar
from shoptalk.outreach.called import Called
from shoptalk.outreach.days import DAYS_TO_ANSWER, REFUSED
from shoptalk.outreach.due.acquaintance import (
    USUAL_MINUTES,
    Acquaintance,
    Clock,
    Held,
    acquaintances,
    is_closed,
)
from shoptalk.outreach.due.command import called_by_key, recording
from shoptalk.outreach.due.quoting import in_quotes
from shoptalk.outreach.due.step import Due, Step
from shoptalk.outreach.joining import thanks_after
from shoptalk.outreach.names import comparable_name, is_nobody
from shoptalk.outreach.request import Appointment, Outreach, Request
from shoptalk.outreach.times import days_after, later
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.fields import is_placeholder

CONFIRM_BEFORE = 1
"""Days before an appointment; CareerOneStop asks to confirm it, and names no number."""

THANK_WITHIN = timedelta(hours=24)
"""After the conversation, says Thinkful."""

CHECK_IN_AFTER = 28
"""Days since the last message; Thinkful says every few weeks."""

SOON_AFTER = 1
"""Days until what goes with the thanks: connecting (Epicodus), and writing up."""

FOLLOW_UP_WITHIN = 7
"""Days for referrals, and for promises without a day; Thinkful asks for it without a number."""


class Referred(NamedTuple):
    """Somebody who was recommended."""

    name: str
    by: str
    on: date | None
    """When to have written to them."""


def find_due(outreach: Outreach, files: Sequence[ReadFile], clock: Clock) -> tuple[Due, ...]:
    """Everything that is to be done now or later, each once, the earliest first."""
    met = tuple(acquaintances(outreach, files))
    names = called_by_key(met)
    people = [_Open(person, person.held(clock), clock, names) for person in met]
    addresses = {file.address for file in files}
    referred = _referred(people, clock)
    found = [due for one in people for due in one.due(addresses, referred)]
    known = {comparable_name(request.name) for request in outreach.requests}
    known |= {comparable_name(talk.name) for one in people if (talk := one.person.interview)}
    found += [_ask(key, one, clock.today) for key, one in referred.items() if key not in known]
    return tuple(sorted(found, key=lambda due: due.sort_key))


def _referred(people: Iterable["_Open"], clock: Clock) -> dict[str, Referred]:
    """Who was recommended, by whom first."""
    found: dict[str, Referred] = {}
    for one in people:
        for name, on in one.referrals():
            if is_placeholder(name) or is_nobody(name):
                continue
            new = Referred(name, one.person.name, on)
            old = found.setdefault(comparable_name(name), new)
            if (new.on or clock.today) < (old.on or clock.today):
                found[comparable_name(name)] = new
    return found


def _ask(key: str, referred: Referred, today: date) -> Due:
    who, by = in_quotes(referred.name), in_quotes(referred.by)
    return Due(
        id=f"{Step.ASK}:{key}",
        step=Step.ASK,
        who=referred.name,
        what=f"Ask {referred.name} for a conversation",
        why=f"recommended by {referred.by}",
        on=referred.on or today,
        command=f"shoptalk asked {who} --introduced-by {by}",
    )


@dataclass(frozen=True, slots=True)
class _Open:
    """Somebody about whom something may be open."""

    person: Acquaintance
    held: Held | None
    clock: Clock
    names: Mapping[str, Called]

    def due(self, addresses: Collection[str], referred: Mapping[str, Referred]) -> Iterator[Due]:
        """All of it."""
        requests = list(zip(self.person.keys, self.person.requests, strict=False))
        for key, request in requests:
            if not is_closed(request, self.clock.today):
                is_written_up = self.person.interview or request.interview in addresses
                yield from self._before(key, request, referred, is_written_up=bool(is_written_up))
        if not self.person.is_closed(self.clock.today):
            if self.held:
                yield from self._after(self.held, addresses)
            for key, request in requests:
                yield from self._promises(key, request)
            yield from self._check_in()
        yield from self._applications()

    def referrals(self) -> Iterator[tuple[str, date | None]]:
        """Whom the person recommended, and when to have written to them."""
        if self.person.is_closed(self.clock.today):
            return
        talk = self.person.interview
        for request in self.person.requests:
            day = self._follow_up(request)
            yield from ((one.name, day) for one in request.referrals)
        day = self._follow_up(self.person.requests[0] if self.person.requests else None)
        yield from ((one.name, day) for one in (talk.referrals if talk else ()))

    def _follow_up(self, request: Request | None) -> date | None:
        """By when to follow up what came of the conversation, or else of the answer."""
        day = self.held.day if self.held else self.clock.day(request.answered if request else None)
        return day and days_after(day, FOLLOW_UP_WITHIN)

    def _due(
        self, step: Step, what: str, why: str, on: date | None, key: str = "", detail: str = ""
    ) -> Due:
        """One thing to do; `detail` tells those of a kind with one person apart."""
        parts = (step.value, key or self.person.keys[0], detail)
        return Due(
            id=":".join(part for part in parts if part),
            step=step,
            who=self.person.name,
            what=" ".join(what.split()),
            why=why,
            on=on or self.clock.today,
            command=recording(step, self._called(key)),
        )

    def _called(self, key: str = "") -> Called:
        return self.names[key or self.person.keys[0]]

    def _before(
        self,
        key: str,
        request: Request,
        referred: Mapping[str, Referred],
        *,
        is_written_up: bool,
    ) -> Iterator[Due]:
        """Up to the conversation, or to the thanks for an answer in its place."""
        answered, name = self.clock.day(request.answered), self._called(key).told
        if request.answer in REFUSED:
            if not self.held and request.thanked is None:
                why = f"{request.answer}{_on(answered)}"
                on = answered and days_after(answered, SOON_AFTER)
                yield self._due(Step.THANK, f"Thank {name} for the answer", why, on, key)
        elif request.appointment:
            if self.clock.end(request.appointment) >= self.clock.now:
                yield from self._preparations(key, request, request.appointment)
                yield self._meeting(key, request, request.appointment, is_written_up=is_written_up)
        elif self.held or request.interview:
            return
        elif request.answer:
            why = f"accepted{_on(answered)}; no appointment yet"
            yield self._due(Step.PROPOSE, f"Propose times to {name}", why, answered, key)
        elif request.answered:
            if request.thanked is None:
                what, why = f"Write down what {name} answered", f"an answer came{_on(answered)}"
                due = self._due(Step.ANSWER, what, why, answered, key)
                yield replace(due, command=f"{due.command} --on {scalar(request.answered)}")
        elif not request.reminders:
            yield from self._unanswered(key, request, referred.get(comparable_name(request.name)))

    def _unanswered(self, key: str, request: Request, referred: Referred | None) -> Iterator[Due]:
        """One reminder; or the request itself, if it has not been sent."""
        sent, name = self.clock.day(request.sent), self._called(key).told
        if sent:
            on, why = days_after(sent, DAYS_TO_ANSWER), f"asked{_on(sent)}; no answer yet"
            yield self._due(Step.REMIND, f"Remind {name}, this once", why, on, key)
        elif not is_placeholder(name):
            by, day = request.introduced_by, referred.on if referred else None
            if referred and (day or not by):  # the reason names whoever gave the day
                by = referred.by
            source = f"recommended by {by}" if by else "written down"
            what, why = f"Send {name} your request", f"{source}; nothing sent yet"
            yield self._due(Step.SEND, what, why, day, key)

    def _preparations(self, key: str, request: Request, meeting: Appointment) -> Iterator[Due]:
        """What goes before an appointment, and lapses with it."""
        today = self.clock.today
        day = self.clock.day(meeting.on, meeting.zone) or today
        agreed, why = self.clock.day(request.answered), f"you meet{_on(day)}"
        at_latest = max(days_after(day, -CONFIRM_BEFORE), min(agreed or date.min, day))
        if meeting.invitation is None:
            what = f"Send {self._called(key).told} an invitation"
            # Nobody knows when an appointment was made, which may have been moved since the answer.
            yield self._due(Step.INVITE, what, why, min(today, at_latest), key)
        if meeting.confirmed is None:
            what = f"Confirm the appointment with {self._called(key).told}"
            yield self._due(Step.CONFIRM, what, why, at_latest, key)

    def _meeting(
        self, key: str, request: Request, meeting: Appointment, *, is_written_up: bool
    ) -> Due:
        how = meeting.format.value.replace("-", " ") if meeting.format else ""
        why = ", ".join(part for part in (how, meeting.place) if part) or "as agreed"
        day = self.clock.day(meeting.on, meeting.zone)
        due = self._due(Step.MEET, f"Meet {self._called(key).told}", why, day, key)
        has_time = isinstance(meeting.on, datetime)
        return replace(
            due,
            at=self.clock.begin(meeting),
            minutes=(meeting.minutes or USUAL_MINUTES) if has_time else 0,
            place=meeting.place,
            command="" if is_written_up else due.command,
        )

    def _after(self, held: Held, addresses: Collection[str]) -> Iterator[Due]:
        """What the conversation itself makes due."""
        name, talk, requests = self._called().told, self.person.interview, self.person.requests
        soon, why = held.day and days_after(held.day, SOON_AFTER), f"you talked{_on(held.day)}"
        if not self._thanked(held):
            until = later(held.end, THANK_WITHIN) if held.end else None
            due = self._due(Step.THANK, f"Thank {name}", why, self.clock.day(until) or soon)
            yield replace(due, at=until)
        if talk and talk.draft:
            what, file = f"Finish the write-up of {name}", f"interviews/{self.person.address}.md"
            finish = f"{why}; finish {file}, then take out `draft: true`"
            yield replace(self._due(Step.WRITE_UP, what, finish, soon), command="")
        elif not talk and not any(request.interview in addresses for request in requests):
            what = f"Write up the conversation with {name}"
            yield self._due(Step.WRITE_UP, what, why, soon)
        is_connected = (talk and talk.connected) or any(one.connected for one in requests)
        if not is_connected:
            yield self._due(Step.CONNECT, f"Connect with {name}", why, soon)

    def _thanked(self, held: Held) -> list[date]:
        """The days of the thanks; those before the conversation were for the answer."""
        talk = self.person.interview
        said = [self.clock.day(request.thanked) for request in self.person.requests]
        days = [day for one in said if (day := thanks_after(held.day, one))]
        of_talk = self.clock.day(talk.thanked) if talk else None
        return [*days, of_talk] if of_talk else days

    def _promises(self, key: str, request: Request) -> Iterator[Due]:
        seen: Counter[str] = Counter()
        for promise in request.promised:
            seen[promise.do] += 1
            if promise.done is None and not is_placeholder(promise.do):
                detail = f"{seen[promise.do]}:{promise.do}"
                on = promise.by or self._follow_up(request)
                why = f"promised to {self._called(key).told}"
                yield self._due(Step.PROMISE, promise.do, why, on, key, detail)

    def _applications(self) -> Iterator[Due]:
        talk, seen = self.person.interview, Counter[str]()
        for application in talk.applications if talk else ():
            seen[application.do] += 1
            if application.by and not application.done and not is_placeholder(application.do):
                detail = f"{seen[application.do]}:{application.do}"
                why = f"learnt from {self._called().told}"
                yield self._due(Step.APPLY, application.do, why, application.by, "", detail)

    def _check_in(self) -> Iterator[Due]:
        """A few words every few weeks, or on the day that was chosen for them."""
        requests = self.person.requests
        wrote = [one.on for request in requests for one in request.check_ins]
        thanked = self._thanked(self.held or Held())
        wanted = max((one.next_check_in for one in requests if one.next_check_in), default=None)
        is_chosen = wanted is not None and wanted > max(wrote, default=date.min)
        if not is_chosen and not (requests and self.held and thanked):
            return
        connected = [day for one in requests if (day := self.clock.day(one.connected))]
        last = max((*wrote, *thanked, *connected), default=None)
        on = wanted if is_chosen else last and days_after(last, CHECK_IN_AFTER)
        why = f"last in touch{_on(last)}" if last else "the day that you chose"
        what = f"Check in with {self._called().told}"
        yield self._due(Step.CHECK_IN, what, why, on, "", f"{len(wrote) + 1}")


def _on(day: date | None) -> str:
    return f" on {day}" if day else ""
