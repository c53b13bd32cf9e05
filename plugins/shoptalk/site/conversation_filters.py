"""What the list of conversations can be narrowed to."""

import datetime
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from shoptalk.questions.bank import QuestionBank
from shoptalk.reading.interview import Interview
from shoptalk.reading.keys import CHOICES, TOPICS
from shoptalk.site.escaping import Markdown

FEWEST = 4
"""Conversations from which on a filter is of use."""

TITLES = {
    "industry": "Industry",
    "role": "Role",
    "topic": "Topic",
    "route": "Route",
    "tag": "Tag",
    "month": "Month",
}
"""What the menus are called, by their names."""

ORDERS: Mapping[str, Sequence[str]] = {"topic": TOPICS, "route": CHOICES["route"]}
"""Choices that come first, in an order of their own."""


class Choice(NamedTuple):
    """Something that conversations have in common."""

    value: str
    """As the address of a narrowed list has it."""
    title: str
    """As it was written last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A menu of choices."""

    name: str
    choices: tuple[Choice, ...]
    numbers: Mapping[str, Sequence[int]]
    """By the address of a conversation: which of the choices it has, counted from 1."""
    shared: frozenset[str]
    """The values that more than one conversation has."""

    @property
    def title(self) -> str:
        """What the menu is called."""
        return TITLES[self.name]


def topics_of(bank: QuestionBank) -> Mapping[str, Sequence[Choice]]:
    """By its address, what a conversation was about, the topic with the most questions first."""
    found: defaultdict[str, Counter[Choice]] = defaultdict(Counter)
    for topic in bank.topics:
        for entry in topic.entries if topic.topic else ():
            for asked in entry.asked:
                found[asked.address][Choice(topic.topic, topic.title)] += 1
    return {
        address: tuple(one for one, _ in counts.most_common()) for address, counts in found.items()
    }


def choices_of(interview: Interview, topics: Sequence[Choice]) -> Mapping[str, Sequence[Choice]]:
    """What a conversation is found by, by the names of the menus."""
    date = interview.date
    return {
        "industry": _choices(interview.industry),
        "role": _choices(interview.title),
        "topic": topics,
        "route": _choices(interview.route.capitalize()),
        "tag": _choices(*interview.tags),
        "month": (Choice(f"{date:%Y-%m}", f"{date:%B %Y}"),) if date else (),
    }


def make_filters(
    choices: Mapping[str, Mapping[str, Sequence[Choice]]],
) -> Mapping[str, Filter]:
    """The menus by their names, from what each conversation is found by, the latest first.

    There are none for a few conversations; a menu with a single choice is left out.
    """
    if len(choices) < FEWEST:
        return {}
    made = (
        _filter(name, {address: of[name] for address, of in choices.items()}) for name in TITLES
    )
    return {one.name: one for one in made if len(one.choices) > 1}


def card_data(filters: Mapping[str, Filter], address: str, date: datetime.date | None) -> Markdown:
    """What the script of the filter has to know of a conversation, as attributes.

    That is its date, and the numbers of its choices in one menu after the other.
    """
    menus = (one.numbers[address] for one in filters.values() if one.name != "month")
    choices = ";".join(",".join(map(str, numbers)) for numbers in menus)
    data = {"date": str(date or ""), "choices": choices}
    return Markdown("".join(f' data-{name}="{told}"' for name, told in data.items() if told))


def alike(
    filters: Mapping[str, Filter], choices: Mapping[str, Sequence[Choice]]
) -> list[tuple[str, Choice]]:
    """What a conversation shares with others, each with the name of its menu."""
    return [
        (name, one)
        for name in ("industry", "topic", "tag")
        if name in filters
        for one in choices[name]
        if one.value in filters[name].shared
    ]


def _filter(name: str, of: Mapping[str, Sequence[Choice]]) -> Filter:
    found: dict[str, Choice] = {}
    for one in (one for listed in of.values() for one in listed):
        found.setdefault(one.value, one)
    order = {value: place for place, value in enumerate(ORDERS.get(name, ()))}
    listed = sorted(
        found.values(),
        key=lambda one: (
            order.get(one.value, len(order)),
            unicodedata.normalize("NFKD", one.value),
        ),
    )
    number_of = {one.value: number for number, one in enumerate(listed, 1)}
    values = {address: {one.value for one in listed} for address, listed in of.items()}
    counts = Counter(value for each in values.values() for value in each)
    return Filter(
        name=name,
        choices=tuple(listed),
        numbers={
            address: sorted(number_of[value] for value in each) for address, each in values.items()
        },
        shared=frozenset(value for value, count in counts.items() if count > 1),
    )


def _choices(*texts: str) -> tuple[Choice, ...]:
    """Texts as choices; capital letters make no difference."""
    titles = (unicodedata.normalize("NFC", " ".join(text.split())) for text in texts)
    return tuple(Choice(title.casefold(), title) for title in titles if title)
