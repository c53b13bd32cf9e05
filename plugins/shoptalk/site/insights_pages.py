"""Insights → their pages: one for all, and further ones for what is too long for it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple, TypeVar

from shoptalk.site.bank_places import file_name, page_of
from shoptalk.site.charts.of_portfolio import CHARTS, render_chart
from shoptalk.site.generated_page import GeneratedPage
from shoptalk.site.insights import Change, Insights, TopicOfInsights
from shoptalk.site.latest import latest_learnings
from shoptalk.site.metadata import on_list
from shoptalk.site.opinions import Opinions, Said
from shoptalk.site.plans import Plan, done_plans, open_plans
from shoptalk.site.portfolio import Portfolio
from shoptalk.site.progress import measure_progress
from shoptalk.site.templating import render

Item = TypeVar("Item")

INSIGHTS = "insights/index.md"
PLANS = "insights/plans"
IDEA = "insights/idea"

MOST_TOGETHER = 60
"""Learnings that stand on one page with all topics; if there are more, each topic has its own."""

MOST_ON_FIRST = 20
"""Plans on the page of all insights, and changes."""

MOST_LATEST = 5
"""Learnings on the page of all insights, where there is neither room for all nor a topic."""

MOST_ON_PAGE = 400
LONGEST_PAGE = 150_000
"""Learnings, plans or changes on one page, and the characters of their text."""

ABOUT = "What all conversations taught, where people agree, and what I will do with it."

TAKEN = re.compile(r"index|plans|idea|other|page-\d+")
"""Names below `insights/` that a student's own topic cannot have."""


class Row(NamedTuple):
    """A learning on a page, and those it stands among."""

    opinions: Opinions
    said: Said


def insights_pages(portfolio: Portfolio, changes: Sequence[Change] = ()) -> Iterator[GeneratedPage]:
    """The page of all insights, then those of topics, plans and changes that it has no room for."""
    insights = Insights(portfolio=portfolio, changes=changes)
    rows_of = {topic.topic: _rows(topic) for topic in insights.topics}
    all_rows = [row for rows in rows_of.values() for row in rows]
    together = len(all_rows) <= MOST_TOGETHER and len(_pages(all_rows, _length_of_row)) < 2
    plans = [*open_plans(portfolio), *done_plans(portfolio)]
    head = render(
        "insights",
        INSIGHTS,
        portfolio,
        insights=insights,
        groups_of={topic: _groups(rows) for topic, rows in rows_of.items()} if together else {},
        insight_path=insight_path,
        latest=latest_learnings(portfolio, MOST_LATEST),
        progress=measure_progress(portfolio),
        charts=[render_chart(name, portfolio, INSIGHTS) for name in CHARTS],
        plans=plans,
        most=MOST_ON_FIRST,
    )
    yield _page(INSIGHTS, "Insights", head, on_list(ABOUT), indexed=True)
    for topic in () if together else insights.topics:
        yield from _topic_pages(portfolio, topic, rows_of[topic.topic])
    if len(plans) > MOST_ON_FIRST:
        yield from _list_pages(portfolio, PLANS, "What I will do", plans, _length_of_plan)
    if len(changes) > MOST_ON_FIRST:
        yield from _list_pages(portfolio, IDEA, insights.idea, changes, _length_of_change)


def insight_path(topic: str, number: int = 1) -> str:
    """The path of a page of what was learnt on a topic, counted from 1."""
    name = f"{topic}--topic" if TAKEN.fullmatch(topic) else topic or "other"
    return page_of(f"insights/{file_name(name)}", number)


def _topic_pages(
    portfolio: Portfolio, topic: TopicOfInsights, rows: Sequence[Row]
) -> Iterator[GeneratedPage]:
    path_of = partial(insight_path, topic.topic)
    pages = _pages(rows, _length_of_row)
    for number, shown in enumerate(pages, 1):
        values = {"topic": topic, "groups": _groups(shown), "path_of": path_of}
        head = render(
            "insights-topic",
            path_of(number),
            portfolio,
            number=number,
            last=len(pages),
            **values,
        )
        about = on_list(f"{topic.title}: what all conversations taught about it.", number)
        yield _page(path_of(number), _numbered(topic.title, number), head, about)


def _list_pages(
    portfolio: Portfolio,
    name: str,
    title: str,
    items: Sequence[Item],
    length_of: Callable[[Item], int],
) -> Iterator[GeneratedPage]:
    path_of = partial(page_of, name)
    pages = _pages(items, length_of)
    for number, shown in enumerate(pages, 1):
        head = render(
            name.replace("/", "-"),
            path_of(number),
            portfolio,
            title=title,
            items=shown,
            path_of=path_of,
            number=number,
            last=len(pages),
        )
        about = on_list(f"{title}, from all conversations.", number)
        yield _page(path_of(number), _numbered(title, number), head, about)


def _page(
    path: str, title: str, head: str, about: Mapping[str, object], *, indexed: bool = False
) -> GeneratedPage:
    # All of it is found on the pages of the conversations.
    meta = {"title": title, **about, "search": {"exclude": True}}
    return GeneratedPage(path=path, meta=meta, head=head, indexed=indexed)


def _numbered(title: str, number: int) -> str:
    return title if number == 1 else f"{title}, page {number}"


def _rows(topic: TopicOfInsights) -> list[Row]:
    return [Row(opinions, said) for opinions in topic.opinions for said in opinions.said]


def _groups(rows: Iterable[Row]) -> list[tuple[Opinions, list[Said]]]:
    """The rows of a page, by what they stand among."""
    return [
        (opinions, [row.said for row in same])
        for opinions, same in groupby(rows, lambda row: row.opinions)
    ]


def _pages(items: Sequence[Item], length_of: Callable[[Item], int]) -> list[tuple[Item, ...]]:
    """The items in parts that are not too large for a page."""
    pages: list[list[Item]] = []
    length = 0
    for item in items:
        length += length_of(item)
        if not pages or len(pages[-1]) == MOST_ON_PAGE or length > LONGEST_PAGE:
            pages.append([])
            length = length_of(item)
        pages[-1].append(item)
    return [tuple(page) for page in pages]


def _length_of_row(row: Row) -> int:
    return len(row.said.learnt.learning.text)


def _length_of_plan(plan: Plan) -> int:
    return len(plan.application.do)


def _length_of_change(change: Change) -> int:
    return len(change.before) + len(change.after)
