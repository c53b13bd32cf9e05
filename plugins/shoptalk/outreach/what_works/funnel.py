"""What came of asking: requests, answers and conversations, and what the answers may depend on."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import median
from typing import NamedTuple

from shoptalk.outreach.days import DAYS_TO_ANSWER, written_day
from shoptalk.outreach.due.acquaintance import Acquaintance, Clock, acquaintances
from shoptalk.outreach.request import Outreach, Request
from shoptalk.reading.corpus import ReadFile

FEWEST = 5
"""Of fewer requests only the counts are told: a rate of them would say next to nothing."""

CERTAINTY = 1.959964
"""Standard deviations to each side that hold 95 % of a normal distribution."""

SHORT, MIDDLING, LONG = 75, 125, 200
LENGTHS = (
    f"up to {SHORT} words",
    f"{SHORT + 1} to {MIDDLING} words",
    f"{MIDDLING + 1} to {LONG} words",
    f"more than {LONG} words",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNKNOWN = "not written down"


class Interval(NamedTuple):
    """Between which shares the true one most likely is."""

    low: float
    high: float


def wilson(hits: int, of: int) -> Interval:
    """The score interval at 95 % for a share of which `hits` were seen among so many.

    After E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    Journal of the American Statistical Association 22 (1927), pages 209 to 212.
    """
    squared = CERTAINTY**2
    share = hits / of
    centre = (share + squared / (2 * of)) / (1 + squared / of)
    spread = sqrt(share * (1 - share) / of + squared / (4 * of**2))
    half = CERTAINTY / (1 + squared / of) * spread
    low = 0.0 if hits == 0 else centre - half
    high = 1.0 if hits == of else centre + half
    return Interval(low, high)


class Rate(NamedTuple):
    """How many of some requests were answered."""

    label: str
    answered: int
    of: int
    """Those that are not open any more."""

    @property
    def interval(self) -> Interval | None:
        """Where the true rate is; None where there are too few to tell."""
        return wilson(self.answered, self.of) if self.of >= FEWEST else None

    @property
    def told(self) -> str:
        """In words: `2 of 3`, or `9 of 14, between 39 and 84 %`."""
        counted = f"{self.answered:,} of {self.of:,}"
        if self.interval is None:
            return counted
        low, high = (round(100 * share) for share in self.interval)
        return f"{counted}, between {low} and {high} %"


class Group(NamedTuple):
    """Answer rates by one thing that they may depend on, in the order of that thing."""

    title: str
    header: str
    rates: tuple[Rate, ...]

    @property
    def verdict(self) -> str:
        """What these rates show, and what they do not."""
        known = [one.interval for one in self.rates if one.interval and one.label != UNKNOWN]
        if len(known) < 2:
            return f"Too few to compare: a rate is told from {FEWEST} requests on."
        if max(one.low for one in known) <= min(one.high for one in known):
            return "All intervals overlap, so these numbers do not show that one works better."
        return "Not all intervals overlap: there may be a difference, or another reason for it."


class Totals(NamedTuple):
    """How far the requests came, without saying whose they are."""

    requests: int
    """Those that were sent, or answered otherwise."""
    answers: int
    conversations: int
    """The requests that led to one."""
    open: int
    """Those without an answer for less than two weeks, which count neither way."""


class Waiting(NamedTuple):
    """How many days answers took."""

    median: float
    shortest: int
    longest: int
    answers: int


def days(number: float) -> str:
    """A number of days, half ones too."""
    return f"{number:g} day" + ("" if number == 1 else "s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """What came of all requests."""

    totals: Totals
    overall: Rate
    groups: tuple[Group, ...]
    waiting: Waiting | None
    """None where no answer has both of its days."""
    sources: tuple[tuple[str, int], ...]
    """By which route conversations came about, and how many."""
    drafts: int
    """The requests that were not sent yet."""


class Asked(NamedTuple):
    """A request that was made, and what came of it."""

    request: Request
    sent: datetime.date | None
    is_answered: bool
    is_open: bool
    has_led: bool


def talked_to(
    outreach: Outreach, files: Sequence[ReadFile], clock: Clock
) -> tuple[Acquaintance, ...]:
    """Those with whom a conversation has taken place, as what is due counts it."""
    return tuple(one for one in acquaintances(outreach, files) if one.held(clock))


def make_funnel(outreach: Outreach, people: Iterable[Acquaintance], today: datetime.date) -> Funnel:
    """What came of the requests; `people` are those whom the student talked to."""
    people = tuple(people)
    led = {id(request) for one in people for request in one.requests}
    asked = [
        one for request in outreach.requests if (one := _asked(request, id(request) in led, today))
    ]
    settled = [one for one in asked if not one.is_open]
    return Funnel(
        totals=Totals(
            requests=len(asked),
            answers=sum(one.is_answered for one in asked),
            conversations=sum(one.has_led for one in asked),
            open=len(asked) - len(settled),
        ),
        overall=_rate("all", settled),
        groups=tuple(_groups(settled)),
        waiting=_waiting(asked),
        sources=_sources(people),
        drafts=len(outreach.entries) - len(asked),
    )


def _asked(request: Request, has_led: bool, today: datetime.date) -> Asked | None:
    """The request as it was made; None for one that is only being drafted."""
    sent = request.sent and written_day(request.sent)
    is_answered = bool(request.answer or request.answered or request.appointment or has_led)
    if sent is None and not is_answered:
        return None
    is_open = not is_answered and sent is not None and (today - sent).days < DAYS_TO_ANSWER
    return Asked(request, sent, is_answered, is_open, has_led)


def _groups(asked: list[Asked]) -> Iterator[Group]:
    yield _group("Answers by route", "Route", asked, _route)
    yield _group("Answers by channel", "Channel", asked, _channel)
    yield _group("Answers by length of message", "Length", asked, _length, LENGTHS)
    yield _group("Answers by day of the week", "Day", asked, _weekday, DAYS)


def _group(
    title: str,
    header: str,
    asked: list[Asked],
    label_of: Callable[[Asked], str],
    order: Iterable[str] = (),
) -> Group:
    """The rates by label, in an order that has nothing to do with them."""
    sorted_out: dict[str, list[Asked]] = {}
    for one in asked:
        sorted_out.setdefault(label_of(one), []).append(one)
    others = sorted(sorted_out.keys() - {UNKNOWN})
    labels = [one for one in (tuple(order) or others) if one in sorted_out]
    labels += [UNKNOWN] if UNKNOWN in sorted_out else []
    return Group(title, header, tuple(_rate(one, sorted_out[one]) for one in labels))


def _rate(label: str, asked: list[Asked]) -> Rate:
    return Rate(label, sum(one.is_answered for one in asked), len(asked))


def _route(one: Asked) -> str:
    return _text(one.request.route)


def _channel(one: Asked) -> str:
    return _text(one.request.channel)


def _text(chosen: StrEnum | None) -> str:
    return chosen.value.replace("-", " ") if chosen else UNKNOWN


def _length(one: Asked) -> str:
    words = len(one.request.message.split())
    return LENGTHS[sum(words > most for most in (SHORT, MIDDLING, LONG))] if words else UNKNOWN


def _weekday(one: Asked) -> str:
    return DAYS[one.sent.weekday()] if one.sent else UNKNOWN


def _waiting(asked: list[Asked]) -> Waiting | None:
    days = [
        (answered - one.sent).days
        for one in asked
        if one.sent and one.request.answered
        if (answered := written_day(one.request.answered)) >= one.sent
    ]
    return Waiting(median(days), min(days), max(days), len(days)) if days else None


def _sources(people: Iterable[Acquaintance]) -> tuple[tuple[str, int], ...]:
    routes: Counter[str] = Counter()
    for one in people:
        said = [request.route.value for request in one.requests if request.route]
        talk = one.interview
        routes[next(iter(said), "") or (talk.route if talk else "") or UNKNOWN] += 1
    return tuple(sorted(routes.items(), key=lambda one: (one[0] == UNKNOWN, one[0])))
