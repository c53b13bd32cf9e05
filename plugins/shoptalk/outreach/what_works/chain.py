"""Who led to whom: the people whom others recommended, or introduced the student to."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from shoptalk.outreach.led_to import Named, Namesakes, is_oneself
from shoptalk.outreach.names import comparable_name
from shoptalk.outreach.request import Request
from shoptalk.reading.interview import Interview


class Link(NamedTuple):
    """Somebody in the chain, at their place in it."""

    name: str
    title: str
    page: str
    """That of the conversation with them, or its address; empty where there is none."""
    is_asked: bool
    is_talked_to: bool
    depth: int
    """How many people lead to them; 0 for those the student found otherwise."""
    parent: int
    """The place in the chain of whoever led to them; -1 where nobody did."""
    also: tuple[str, ...]
    """Who led to them besides."""

    @property
    def stage(self) -> str:
        """How far the student got with them."""
        if self.is_talked_to:
            return "talked to"
        return "asked" if self.is_asked else "not asked"


class Talk(NamedTuple):
    """A conversation, or a draft of one."""

    page: str
    """Its page, or its address."""
    interview: Interview
    request: Request | None = None
    """One that led to it."""

    @property
    def who(self) -> tuple[str, str]:
        """The name and the workplace that tell whom it is with."""
        one = self.request or self.interview
        return one.name or self.page, one.organization


@dataclass(slots=True)
class _Person:
    name: str
    title: str = ""
    page: str = ""
    is_asked: bool = False
    is_talked_to: bool = False
    led_by: list[int] = field(default_factory=list)
    leads_to: list[int] = field(default_factory=list)


def chain_of(
    talks: Iterable[Talk],
    requests: Iterable[Request] = (),
    shared: Collection[str] = (),
    talked_to: Iterable[tuple[str, str]] = (),
) -> tuple[Link, ...]:
    """The people who led to others, each followed by those whom they led to.

    Somebody to whom several led stands below one of them. `shared` are names that may be several
    people's, such as aliases: whoever is recommended by one of them stands there by themselves.
    `talked_to` are the names and workplaces of those whom the student talked to, whatever was
    written up.
    """
    talks, requests = tuple(talks), tuple(requests)
    known = [one.who for one in talks] + [(one.name, one.organization) for one in requests]
    people = _People({comparable_name(name) for name in shared}, Namesakes(known))
    for talk in talks:
        people.add_talk(talk)
    for request in requests:
        people.add_request(request)
    for name, organization in talked_to:
        people.add_conversation(name, organization)
    return tuple(_in_order(people.all))


class _People:
    """Everybody who is met, once."""

    def __init__(self, shared: Collection[str], namesakes: Namesakes):
        self.shared, self.namesakes = shared, namesakes
        self.all: list[_Person] = []
        self.numbers: dict[tuple[str, str], int] = {}

    def add_talk(self, talk: Talk) -> None:
        """The one talked to, and whom they recommended."""
        one = talk.interview
        number = self._number(*talk.who)
        if one.name:
            self.numbers.setdefault(self.namesakes.key(one.name, one.organization), number)
        person = self.all[number]
        person.title = person.title or one.title
        person.page = person.page or talk.page
        person.is_talked_to = person.is_talked_to or not one.draft
        for referral in one.referrals:
            self._lead(number, referral)

    def add_request(self, request: Request) -> None:
        """The one asked, who introduced them, and whom they recommended."""
        number = self._number(request.name, request.organization)
        person = self.all[number]
        person.title = person.title or request.title
        person.is_asked = person.is_asked or bool(request.sent or request.answer)
        if request.introduced_by:
            self._lead(self._number(request.introduced_by), request)
        for referral in request.referrals:
            self._lead(number, referral)

    def add_conversation(self, name: str, organization: str) -> None:
        """The one talked to, if they are met at all."""
        if (number := self.numbers.get(self.namesakes.key(name, organization))) is not None:
            self.all[number].is_talked_to = True

    def _lead(self, first: int, to: Named) -> None:
        is_shared = comparable_name(to.name) in self.shared
        if is_oneself(self.all[first].name, to) and not is_shared:
            return
        number = self._number(to.name, to.organization)
        person = self.all[number]
        person.title = person.title or to.title
        if number != first and first not in person.led_by:
            person.led_by.append(first)
            self.all[first].leads_to.append(number)

    def _number(self, name: str, organization: str = "") -> int:
        key = self.namesakes.key(name, organization)
        if key[0] in self.shared or key not in self.numbers:
            self.numbers[key] = len(self.all)
            self.all.append(_Person(name))
        return self.numbers[key]


def _in_order(people: list[_Person]) -> Iterator[Link]:
    """Each once, below whoever first led to them; a circle is cut where it was first met."""
    places: dict[int, int] = {}
    roots = [number for number, one in enumerate(people) if one.leads_to and not one.led_by]
    in_circles = [number for number, one in enumerate(people) if one.leads_to and one.led_by]
    for root in (*roots, *in_circles):
        waiting = [(root, -1, 0)]
        while waiting:
            number, above, depth = waiting.pop()
            if number in places:
                continue
            person = people[number]
            places[number] = len(places)
            also = tuple(people[one].name for one in person.led_by if one != above)
            parent = places.get(above, -1)
            yield Link(
                person.name,
                person.title,
                person.page,
                person.is_asked,
                person.is_talked_to,
                depth,
                parent,
                also,
            )
            waiting += [(one, number, depth + 1) for one in reversed(person.leads_to)]
