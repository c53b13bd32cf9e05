"""Whom the student asked or spoke with: the requests of a person beside the conversation."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from shoptalk.outreach.days import is_called_off
from shoptalk.outreach.led_to import led_to, place_of
from shoptalk.outreach.names import comparable_name
from shoptalk.outreach.request import Appointment, Outreach, Request
from shoptalk.outreach.times import day_of, end_of, in_zone, last_day, moment_of, now, zone_called
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.interview import Interview

USUAL_MINUTES = 30
"""How long a conversation is taken to last where no length was agreed on."""


class Clock(NamedTuple):
    """What time it is, and where the student is."""

    now: datetime
    """With its offset."""
    zone: tzinfo | None = None
    """None is the zone of the computer."""

    @property
    def today(self) -> date:
        """The student's day."""
        return in_zone(self.now, self.zone).date()

    @property
    def last_day(self) -> date:
        """The last day that is not to come; where no zone is known, it may be elsewhere's."""
        return last_day(self.now, self.zone)

    def day(self, said: date | None, of: str = "") -> date | None:
        """A day or moment as the student's day; `of` names the zone in which it was said."""
        return None if said is None else day_of(said, self.zone, zone_called(of))

    def begin(self, meeting: Appointment) -> datetime | None:
        """The moment at which an appointment begins, in UTC, if its time of day is known."""
        if not isinstance(meeting.on, datetime):
            return None
        return moment_of(meeting.on, zone_called(meeting.zone) or self.zone)

    def end(self, meeting: Appointment) -> datetime:
        """When an appointment is over."""
        minutes = meeting.minutes or USUAL_MINUTES
        return end_of(meeting.on, minutes, self.zone, zone_called(meeting.zone))


def clock_of(outreach: Outreach) -> Clock:
    """What time it is now for the student."""
    return Clock(now(), zone_called(outreach.zone))


class Held(NamedTuple):
    """A conversation that has taken place."""

    day: date | None = None
    """None where nobody wrote it down."""
    end: datetime | None = None
    """When it was over, where the time of day is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquaintance:
    """Somebody, with the requests and the conversation that these led to."""

    keys: tuple[str, ...]
    """What names each request, or else the conversation, whatever else is added to the lists."""
    requests: tuple[Request, ...] = ()
    interview: Interview | None = None
    address: str = ""
    """Of the interview."""

    @property
    def name(self) -> str:
        """Who it is, or what stands for the name."""
        if self.requests:
            return self.requests[0].name
        return (self.interview and (self.interview.name or self.interview.alias)) or self.address

    @property
    def who(self) -> tuple[tuple[str, str], ...]:
        """The names that the requests give, or else the conversation, each with the workplace."""
        records = self.requests or ((self.interview,) if self.interview else ())
        return tuple((one.name, one.organization) for one in records)

    def is_closed(self, today: date) -> bool:
        """Whether nothing more is to be done about the person."""
        is_forgotten = self.interview is not None and self.interview.forgotten is not None
        return is_forgotten or any(is_closed(request, today) for request in self.requests)

    def held(self, clock: Clock) -> Held | None:
        """The conversation, if it has taken place.

        The date of a draft is a plan, which an appointment may have changed.
        """
        meetings = [
            (clock.end(meeting), meeting)
            for request in self.requests
            if (meeting := request.appointment)
            and not is_called_off(request, clock.day(meeting.on, meeting.zone))
        ]
        past = [(end, meeting) for end, meeting in meetings if end < clock.now]
        met = _held_at(*max(past, key=lambda one: one[0]), clock) if past else None
        talk = self.interview
        if talk is None or (talk.draft and meetings):
            return met
        if talk.date is None:
            return met if met or talk.draft else Held()
        if met and met.day == talk.date:
            return met
        is_over = talk.date < clock.today or (talk.date == clock.today and not talk.draft)
        return Held(talk.date) if is_over else None


def _held_at(end: datetime, meeting: Appointment, clock: Clock) -> Held:
    day = clock.day(meeting.on, meeting.zone)
    return Held(day, end if isinstance(meeting.on, datetime) else None)


def is_closed(request: Request, today: date) -> bool:
    """Whether nothing more is to be done about a request."""
    return request.closed is not None and request.closed <= today


def acquaintances(outreach: Outreach, files: Sequence[ReadFile]) -> Iterator[Acquaintance]:
    """Everybody once: those asked in the order of the requests, then those only spoken with.

    Names that only keep the place for one, as in a file to fill in, are nobody's.
    """
    return (one for one in _all(outreach, files) if not is_placeholder(one.name))


def _all(outreach: Outreach, files: Sequence[ReadFile]) -> Iterator[Acquaintance]:
    led = led_to(outreach, files)
    talks = [(file, file.interview) for file in files if file.interview]
    of_paths = {talk.source.path: (file, talk) for file, talk in talks}
    of_request = {one.number: path for path, entries in led.items() for one in entries}
    alone = [(file, talk) for file, talk in talks if talk.source.path not in led]
    keys = _Keys((*outreach.requests, *(talk for _, talk in alone)))
    of_number = {one.number: keys.of(one.request) for one in outreach.entries}
    seen = set()
    for entry in outreach.entries:
        path = of_request.get(entry.number)
        if path is None:
            yield Acquaintance(keys=(of_number[entry.number],), requests=(entry.request,))
        elif path not in seen:
            seen.add(path)
            file, talk = of_paths[path]
            yield Acquaintance(
                keys=tuple(of_number[one.number] for one in led[path]),
                requests=tuple(one.request for one in led[path]),
                interview=talk,
                address=file.address,
            )
    for file, talk in alone:
        key = keys.of(talk) or file.address
        yield Acquaintance(keys=(key,), interview=talk, address=file.address)


class _Keys:
    """What names each request or conversation, wherever in the list it stands.

    It is the person, with the workplace where people at several share a name; only those whom not
    even that tells apart are numbered.
    """

    def __init__(self, everybody: Iterable[Request | Interview]) -> None:
        self.places: defaultdict[str, set[str]] = defaultdict(set)
        for one in everybody:
            self.places[comparable_name(one.name)].add(place_of(one.organization))
        self.seen: Counter[str] = Counter()

    def of(self, one: Request | Interview) -> str:
        name = comparable_name(one.name)
        key = f"{name}@{place_of(one.organization)}" if len(self.places[name]) > 1 else name
        self.seen[key] += 1
        return _numbered(key, self.seen[key]) if name else ""


def _numbered(text: str, number: int) -> str:
    return text if number == 1 else f"{text}#{number}"
