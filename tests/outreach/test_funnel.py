"""What came of asking, in numbers that say how little they may mean."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outreach.asking import TODAY, conversation, outreach_of
from requests_given import noon

from shoptalk.outreach.days import DAYS_TO_ANSWER
from shoptalk.outreach.due.due import find_due
from shoptalk.outreach.due.step import Step
from shoptalk.outreach.request import Outreach
from shoptalk.outreach.what_works.funnel import (
    FEWEST,
    Funnel,
    Rate,
    Totals,
    make_funnel,
    talked_to,
    wilson,
)
from shoptalk.reading.corpus import ReadFile


def funnel_of(*requests: str, talks: tuple[str, ...] = ()) -> Funnel:
    return funnel_with(outreach_of(*requests), [conversation(one) for one in talks])


def funnel_with(requests: Outreach, talks: list[ReadFile]) -> Funnel:
    return make_funnel(requests, talked_to(requests, talks, noon(TODAY)), TODAY)


def rates(funnel: Funnel, header: str) -> list[tuple[str, int, int]]:
    [group] = (one for one in funnel.groups if one.header == header)
    return [(one.label, one.answered, one.of) for one in group.rates]


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_the_interval_is_that_of_the_literature(hits: int, of: int, low: float, high: float):
    assert wilson(hits, of) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_holds_the_share_and_stays_within_all(shares: tuple[int, int]):
    low, high = wilson(*shares)
    assert 0 <= low <= shares[0] / shares[1] <= high <= 1


def test_few_are_only_counted():
    assert Rate("x", 2, FEWEST - 1).told == f"2 of {FEWEST - 1}"
    assert Rate("x", 9, 14).told == "9 of 14, between 39 and 84 %"


def test_requests_answers_and_conversations_are_counted():
    funnel = funnel_of(
        "name: Ada Invented, sent: 2026-09-01, answer: accepted",
        "name: Bo Invented, sent: 2026-09-01, answer: declined",
        "name: Cy Invented, sent: 2026-09-01",
        "name: Di Invented, sent: 2026-11-21",
        "name: Ed Invented",
        talks=("Ada Invented", "Found Otherwise"),
    )
    assert funnel.totals == Totals(requests=4, answers=2, conversations=1, open=1)
    assert (funnel.overall.answered, funnel.overall.of, funnel.drafts) == (2, 3, 1)


@pytest.mark.parametrize("days", [13, 14])
def test_a_request_is_open_for_two_weeks(days: int):
    sent = TODAY - timedelta(days=days)
    funnel = funnel_of(f"name: Ada Invented, sent: {sent}")
    assert funnel.totals.open == (days < DAYS_TO_ANSWER)
    assert funnel.overall.of == 1 - funnel.totals.open


def test_a_quick_answer_counts_at_once():
    assert funnel_of("name: Ada Invented, sent: 2026-11-21, answer: declined").overall.of == 1


@pytest.mark.parametrize(
    ("request_says", "talk_says", "count"),
    [
        ("", "draft: true", 0),
        ("", "draft: true\ndate: 2026-11-21", 1),
        ("", "draft: true\ndate: 2026-11-23", 0),
        ("", "date: 2026-11-22", 1),
        (", appointment: {on: 2026-11-21}", None, 1),
        (", appointment: {on: 2026-11-23}", None, 0),
        (", appointment: {on: 2026-11-21}, answer: declined", None, 0),
        (", appointment: {on: 2026-11-21}, closed: 2026-11-20", None, 0),
        (", appointment: {on: 2026-11-21}, closed: 2026-11-21", None, 1),
        (", appointment: {on: 2026-11-23}", "draft: true\ndate: 2026-11-21", 0),
    ],
)
def test_a_conversation_counts_once_it_has_taken_place(
    request_says: str, talk_says: str | None, count: int
):
    requests = outreach_of(f"name: Ada Invented, sent: 2026-09-01{request_says}")
    talks = [] if talk_says is None else [conversation("Ada Invented", talk_says)]
    funnel = funnel_with(requests, talks)
    assert funnel.totals.conversations == sum(number for _, number in funnel.sources) == count
    due = {one.step for one in find_due(requests, talks, noon(TODAY))}
    assert "closed" in request_says or (Step.CONNECT in due) == bool(count)


def test_rates_keep_the_order_of_what_they_are_by():
    funnel = funnel_of(
        "name: A Invented, route: warm, sent: 2026-09-06, message: one two, answer: accepted",
        f"name: B Invented, route: cold, sent: 2026-09-01, message: {'word ' * 76}",
        "name: C Invented, channel: in-person, answer: referred",
    )
    assert rates(funnel, "Route") == [("cold", 0, 1), ("warm", 1, 1), ("not written down", 1, 1)]
    assert rates(funnel, "Channel") == [("in person", 1, 1), ("not written down", 1, 2)]
    assert rates(funnel, "Length") == [
        ("up to 75 words", 1, 1),
        ("76 to 125 words", 0, 1),
        ("not written down", 1, 1),
    ]
    assert [label for label, _, _ in rates(funnel, "Day")] == [
        "Tuesday",
        "Sunday",
        "not written down",
    ]


@pytest.mark.parametrize(
    ("answered", "says"),
    [((3, 2), "All intervals overlap"), ((12, 0), "Not all intervals overlap")],
)
def test_what_numbers_do_not_show_is_said(answered: tuple[int, int], says: str):
    requests = []
    for route, hits in zip(("cold", "warm"), answered, strict=True):
        for number in range(12):
            answer = ", answer: accepted" if number < hits else ""
            requests.append(f"name: {route} {number} X, route: {route}, sent: 2026-09-01{answer}")
    assert funnel_of(*requests).groups[0].verdict.startswith(says)
    assert funnel_of(*requests[:6]).groups[0].verdict.startswith("Too few to compare")


def test_the_time_to_an_answer():
    days = [0, 2, 9]
    funnel = funnel_of(
        *(
            f"name: A{number} Invented, sent: 2026-09-01T20:00, "
            f"answered: {date(2026, 9, 1) + timedelta(number)}"
            for number in days
        ),
        "name: Di Invented, sent: 2026-09-01, answer: accepted",
    )
    assert funnel.waiting == (2, 0, 9, 3)
    assert funnel_of().waiting is None


def test_where_conversations_came_from():
    requests = outreach_of("name: Ada Invented, route: alumni")
    talks = [
        conversation("Ada Invented", "route: cold"),
        conversation("Bo Invented", "route: warm"),
        conversation("Cy Invented"),
    ]
    assert funnel_with(requests, talks).sources == (
        ("alumni", 1),
        ("warm", 1),
        ("not written down", 1),
    )
