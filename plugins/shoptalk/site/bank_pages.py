"""The question bank → its pages: the list, the topics, the questions, and what to ask next."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from shoptalk.questions.bank import (
    Asked,
    BankEntry,
    TopicOfBank,
)
from shoptalk.questions.starter import without
from shoptalk.rubric.not_to_ask import not_to_ask
from shoptalk.site.bank_places import (
    MOST_ON_TOPIC,
    entry_path,
    has_page,
    list_path,
    starter_path,
    topic_path,
)
from shoptalk.site.generated_page import GeneratedPage
from shoptalk.site.metadata import on_list
from shoptalk.site.portfolio import Portfolio
from shoptalk.site.templating import render

Item = TypeVar("Item")

MOST_IN_LIST = 300
"""Questions on one page of the list of all; and topics."""

MOST_ANSWERS = 40
LONGEST_ANSWERS = 200_000
"""Answers on one page of a question, and the characters of their Markdown."""

MOST_OTHERS = 200
"""Wordings, and people without an answer, on one page of a question."""

MOST_NAMED = 10
"""People named for each question on the page of its topic."""

MOST_LEARNINGS = 200
"""Learnings on one page of a topic."""

MOST_HEADINGS = 40
"""A page with more headings goes without the list of them beside it."""

ABOUT_BANK = "Every question that was asked, once, by topic: of whom, and what they answered."
ABOUT_STARTERS = "Questions that nobody was asked yet, to begin the next conversation with."

FIRST_IN_SEARCH = 1000
"""How much a question counts in a search: more than a tag that is one of its words."""

LAST_IN_SEARCH = 0.5


def bank_pages(portfolio: Portfolio) -> Iterator[GeneratedPage]:
    """Every page of the question bank, but for the coverage."""
    yield from _list_pages(portfolio)
    yield _starter_page(portfolio)
    for topic in portfolio.bank.every_topic:
        yield from _topic_pages(portfolio, topic)
        for entry in filter(has_page, topic.entries):
            yield from _entry_pages(portfolio, topic, entry)


def _list_pages(portfolio: Portfolio) -> Iterator[GeneratedPage]:
    bank = portfolio.bank
    last = _pages_for((len(bank.entries), MOST_IN_LIST), (len(bank.topics), MOST_IN_LIST))
    for number in range(1, last + 1):
        path = list_path(number)
        head = render(
            "questions",
            path,
            portfolio,
            bank=bank,
            asked=sum(len(entry.asked) for entry in bank.asked),
            answered=sum(len(entry.answered) for entry in bank.asked),
            topics=_on_page(bank.topics, number, MOST_IN_LIST),
            entries=_on_page(bank.entries, number, MOST_IN_LIST),
            starters=len(without({entry.key for entry in bank.asked})) if number == 1 else 0,
            number=number,
            last=last,
        )
        title = _numbered("Question bank", number)
        # What is listed here is found on its own page.
        meta = {"title": title, **on_list(ABOUT_BANK, number), "search": {"exclude": True}}
        yield GeneratedPage(path=path, meta=meta, head=head, indexed=number == 1, has_list=True)


def _starter_page(portfolio: Portfolio) -> GeneratedPage:
    starters = without({entry.key for entry in portfolio.bank.asked})
    topics = [
        (TopicOfBank(topic=topic), tuple(listed))
        for topic, listed in groupby(starters, attrgetter("topic"))
    ]
    path = starter_path()
    search = {"boost": LAST_IN_SEARCH}
    meta = {"title": "To ask next", **on_list(ABOUT_STARTERS), "search": search}
    warned = not_to_ask(portfolio.report.rubric)
    head = render("starter-questions", path, portfolio, topics=topics, not_to_ask=warned)
    return GeneratedPage(path=path, meta=meta, head=head, has_list=True)


def _topic_pages(portfolio: Portfolio, topic: TopicOfBank) -> Iterator[GeneratedPage]:
    last = _pages_for((len(topic.entries), MOST_ON_TOPIC), (len(topic.learnings), MOST_LEARNINGS))
    for number in range(1, last + 1):
        shown = _on_page(topic.entries, number, MOST_ON_TOPIC)
        path = topic_path(topic.topic, number)
        head = render(
            "questions-topic",
            path,
            portfolio,
            topic=topic,
            entries=shown,
            learnings=_on_page(topic.learnings, number, MOST_LEARNINGS),
            most_named=MOST_NAMED,
            path_of=partial(topic_path, topic.topic),
            number=number,
            last=last,
        )
        meta = _meta(_numbered(topic.title, number), len(shown))
        meta |= on_list(f"{topic.title}: what was asked about it, and what was learnt.", number)
        yield GeneratedPage(path=path, meta=meta, head=head)


def _entry_pages(
    portfolio: Portfolio, topic: TopicOfBank, entry: BankEntry
) -> Iterator[GeneratedPage]:
    parts = answers_by_page(entry.answered)
    unanswered = tuple(one for one in entry.asked if not one.answer)
    others = (entry.wordings[1:], unanswered, entry.skipped)
    last = max(len(parts), _pages_for(*((len(one), MOST_OTHERS) for one in others)))
    first = 1
    for number in range(1, last + 1):
        shown = parts[number - 1] if number <= len(parts) else ()
        path = entry_path(entry, number)
        wordings, silent, skipped = (_on_page(one, number, MOST_OTHERS) for one in others)
        values = {"topic": topic, "entry": entry, "number": number, "last": last}
        foot = render(
            "question-answers",
            path,
            portfolio,
            answers=shown,
            first=first,
            unanswered=silent,
            skipped=skipped,
            path_of=partial(entry_path, entry),
            **values,
        )
        first += len(shown)
        meta = _meta(_numbered(entry.question, number), len(shown))
        meta |= on_list(f"{entry.question} All answers, side by side.", number)
        if number > 1:
            meta["search"] = {"exclude": True}
        head = render("question", path, portfolio, wordings=wordings, **values)
        yield GeneratedPage(path=path, meta=meta, head=head, foot=foot, answers=shown)


def answers_by_page(answers: Sequence[Asked]) -> list[tuple[Asked, ...]]:
    """Answers in parts that are not too large for a page."""
    parts: list[list[Asked]] = []
    length = 0
    for one in answers:
        length += len(one.answer)
        if not parts or len(parts[-1]) == MOST_ANSWERS or length > LONGEST_ANSWERS:
            parts.append([])
            length = len(one.answer)
        parts[-1].append(one)
    return [tuple(part) for part in parts]


def _meta(title: str, headings: int) -> dict[str, object]:
    hidden: dict[str, object] = {"hide": ["toc"]} if headings > MOST_HEADINGS else {}
    return {"title": title, **hidden, "search": {"boost": FIRST_IN_SEARCH}}


def _numbered(title: str, number: int) -> str:
    return title if number == 1 else f"{title}, page {number}"


def _pages_for(*counts: tuple[int, int]) -> int:
    """The pages that lists need, each given as its length and the most on a page."""
    return max(1, *(-(-length // most) for length, most in counts))


def _on_page(items: Sequence[Item], number: int, most: int) -> Sequence[Item]:
    return items[(number - 1) * most : number * most]
