"""Conversations × topics: what was asked about, and what nobody was asked about yet."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from shoptalk.questions.bank import TopicOfBank
from shoptalk.reading.keys import TOPICS
from shoptalk.site.bank_places import coverage_path, topic_path
from shoptalk.site.escaping import Markdown
from shoptalk.site.generated_page import GeneratedPage
from shoptalk.site.metadata import on_list
from shoptalk.site.portfolio import Conversation, Portfolio
from shoptalk.site.templating import render

MOST_CONVERSATIONS = 100
"""Rows on one page of the matrix."""

MOST_OWN = 20
"""Columns for a student's own topics; a column for each would make the matrix quadratic."""

LATEST = 3
"""Conversations that are looked at for missing phases."""

LACKING = {
    "open": "no question to open with",
    "middle": "no question for the middle",
    "close": "no question to close with",
}
"""By its phase, what a conversation without a question of that phase lacks."""

ABOUT = "Which topics each conversation was about, and what nobody was asked about yet."
OTHERS = "Other topics"
DARKEST = 4
NONE = "none"


@dataclass(frozen=True, slots=True)
class Column:
    """A topic of the matrix, or several that share a column."""

    title: str
    topics: frozenset[str]
    path: str = ""
    """That of the topic's page, if it is one topic."""

    def count(self, asked: Mapping[str, int]) -> int:
        """How many questions belong here, of those counted by topic."""
        return sum(asked[topic] for topic in self.topics.intersection(asked))


@dataclass(frozen=True, slots=True)
class Lack:
    """A conversation in which not every phase had a question."""

    conversation: Conversation
    what: tuple[str, ...]
    """What it lacks, in words."""


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """Which topics were asked about in which conversation."""

    portfolio: Portfolio

    @cached_property
    def conversations(self) -> tuple[Conversation, ...]:
        """Those that took place, the latest first; a draft did once an answer is written up."""
        return tuple(
            one
            for one in self.portfolio.conversations
            if not one.interview.draft or one.file.address in self._asked
        )

    def asked(self, conversation: Conversation) -> Mapping[str, int]:
        """How many questions on each topic were asked in a conversation."""
        return self._asked.get(conversation.file.address, Counter())

    @cached_property
    def all_asked(self) -> Mapping[str, int]:
        """How many questions on each topic were asked in all conversations."""
        return Counter({one.topic: one.asked for one in self.topics})

    @cached_property
    def conversations_on(self) -> Mapping[str, int]:
        """In how many conversations each topic was asked about."""
        return Counter(topic for asked in self._asked.values() for topic in asked)

    @property
    def topics(self) -> tuple[TopicOfBank, ...]:
        """Every topic that is known, and those besides that questions or learnings have."""
        return self.portfolio.bank.every_topic

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The topics beside one another; the least asked of many own ones share a column."""
        own = [one.topic for one in self._named if one.topic not in TOPICS]
        least = sorted(own, key=lambda topic: -self.all_asked[topic])[MOST_OWN:]
        alone = {one.topic: _column(one) for one in self.topics}
        for topic in least:
            del alone[topic]
        unknown = (alone.pop("", None), Column(OTHERS, frozenset(least)) if least else None)
        return (*alone.values(), *filter(None, reversed(unknown)))

    @cached_property
    def never(self) -> tuple[TopicOfBank, ...]:
        """The topics nobody was asked about."""
        return tuple(one for one in self._named if not self.all_asked[one.topic])

    @cached_property
    def once(self) -> tuple[TopicOfBank, ...]:
        """The topics asked about in a single one of several conversations."""
        if len(self.conversations) < 2:
            return ()
        return tuple(one for one in self._named if self.conversations_on[one.topic] == 1)

    @cached_property
    def lacks(self) -> tuple[Lack, ...]:
        """The latest conversations in which a phase had no question."""
        latest = ((one, self._phases[one.file.address]) for one in self.conversations[:LATEST])
        return tuple(
            Lack(one, tuple(said for phase, said in LACKING.items() if phase not in phases))
            for one, phases in latest
            if len(phases) < len(LACKING)
        )

    def row(self, asked: Mapping[str, int]) -> Markdown:
        """The cells of a row, as HTML."""
        return Markdown("".join(_cell(column.count(asked)) for column in self.columns))

    @property
    def last_page(self) -> int:
        """The number of pages that the matrix needs."""
        return max(-(-len(self.conversations) // MOST_CONVERSATIONS), 1)

    def on_page(self, number: int) -> tuple[Conversation, ...]:
        """The rows of a page; pages are counted from 1."""
        return self.conversations[(number - 1) * MOST_CONVERSATIONS : number * MOST_CONVERSATIONS]

    @cached_property
    def _named(self) -> tuple[TopicOfBank, ...]:
        return tuple(one for one in self.topics if one.topic)

    @cached_property
    def _asked(self) -> Mapping[str, Counter[str]]:
        asked: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for entry in self.portfolio.bank.asked:
            for one in entry.asked:
                asked[one.address][entry.topic] += 1
        return dict(asked)

    @cached_property
    def _phases(self) -> Mapping[str, set[str]]:
        """The phases that had a question, by the conversation's address."""
        phases: defaultdict[str, set[str]] = defaultdict(set)
        for entry in self.portfolio.bank.asked:
            for one in entry.asked:
                phases[one.address].add(entry.phase)
        return phases


def coverage_pages(portfolio: Portfolio) -> Iterator[GeneratedPage]:
    """The matrix, with the gaps and the sums on its first page."""
    coverage = Coverage(portfolio=portfolio)
    last = coverage.last_page
    for number in range(1, last + 1):
        path = coverage_path(number)
        head = render(
            "coverage",
            path,
            portfolio,
            coverage=coverage,
            number=number,
            last=last,
        )
        title = "Coverage" if number == 1 else f"Coverage, page {number}"
        # Its links lead to what the search finds.
        meta = {
            "title": title,
            **on_list(ABOUT, number),
            "hide": ["toc"],
            "search": {"exclude": True},
        }
        yield GeneratedPage(path=path, meta=meta, head=head)


def _column(topic: TopicOfBank) -> Column:
    return Column(topic.title, frozenset((topic.topic,)), topic_path(topic.topic))


def _cell(count: int) -> str:
    return f'<td class="shoptalk-n{min(count, DARKEST)}">{count or NONE}</td>'
