"""The home page: what was learnt, what comes next, and a page for those who have none."""

from dataclasses import replace

from one_portfolio import portfolio_of

from shoptalk.site.latest import latest_learnings
from shoptalk.site.pages import MOST_IN_BLOCK, make_home, render_block
from shoptalk.site.plans import done_plans, open_plans


def talk(day: int, *plans: str, learnings: str = "[]", draft: str = "false") -> str:
    listed = "".join(f"  - {plan}\n" for plan in plans) or "  []\n"
    return (
        f"---\nname: Number *{day}*\ndate: 2026-03-{day:02}\nlearnings: {learnings}\n"
        f"applications:\n{listed}draft: {draft}\n---\n\nWe met.\n"
    )


def test_each_of_the_latest_conversations_tells_one_thing_first() -> None:
    talks = [talk(day, learnings=f"[{day}a, {day}b, {day}c]") for day in (1, 2)]
    learnt = latest_learnings(portfolio_of(*talks, talk(3)), 5)
    assert [one.learning.text for one in learnt] == ["2a", "1a", "2b", "1b", "2c"]


def test_open_plans_come_by_their_day_and_done_ones_the_other_way_round() -> None:
    portfolio = portfolio_of(
        talk(1, "Row", "{do: Swim, by: 2026-05-02}", "{do: Dive, by: 2026-01-02, done: true}"),
        talk(2, "{do: Sail, by: 2026-04-02}", "{do: Fish, by: 2026-06-02, done: true}"),
    )
    assert [plan.application.do for plan in open_plans(portfolio)] == ["Sail", "Swim", "Row"]
    assert [plan.application.do for plan in done_plans(portfolio)] == ["Fish", "Dive"]


def test_the_blocks_say_who_it_came_from() -> None:
    portfolio = portfolio_of(talk(1, "{do: Sail *on*, by: 2026-04-02}", learnings="[Tides wait]"))
    assert render_block("learnt", portfolio, "index.md") == (
        "<!-- -->\n\n"
        "- Tides wait [Number &#42;1&#42;](interviews/no-1.md#what-i-learnt)"
        "{: .shoptalk-in-bank }\n"
        "\n[All that I learnt](insights/index.md)\n"
    )
    assert render_block("next", portfolio, "me/index.md") == (
        "<!-- -->\n\n"
        "- Sail &#42;on&#42; <small>Open, by 2 April 2026\u00a0· "
        "[Number &#42;1&#42;](../interviews/no-1.md#what-i-will-do)</small>\n"
        "  {: .shoptalk-open }\n"
        "\n[All plans](../insights/index.md)\n"
    )


def test_the_blocks_are_short_and_have_words_for_nothing() -> None:
    many = portfolio_of(talk(1, *"abcdefg", learnings="[a, b, c, d, e, f, g]"))
    empty = portfolio_of()
    for name, says in (("learnt", "Nothing that was learnt"), ("next", "There is no open plan")):
        assert render_block(name, many, "index.md").count("\n- ") == MOST_IN_BLOCK
        assert says in render_block(name, empty, "index.md")


def test_a_home_page_without_conversations_says_how_to_begin() -> None:
    page = make_home(replace(portfolio_of(), site_name="Talks *of* mine"))
    assert page.head.startswith("# Talks &#42;of&#42; mine\n\nThere are no conversations yet.")
    assert "1. Choose what to ask: [questions to start from](questions/starter.md)." in page.head
    assert "shoptalk new" in page.head
    assert page.indexed


def test_a_home_page_shows_what_there_is() -> None:
    head = make_home(portfolio_of(talk(1, "Row", learnings="[Tides wait]"))).head
    for shown in ("**1** conversation", ".shoptalk-card", "- Tides wait", "- Row"):
        assert shown in head
    assert "no conversations" not in head


def test_only_a_preview_asks_for_a_page_of_ones_own() -> None:
    talks = talk(1, learnings="[Tides wait]")
    asks = "Shown in the preview only."
    assert asks in make_home(portfolio_of(talks, preview=True)).head
    assert asks not in make_home(portfolio_of(talks)).head


def test_drafts_are_in_no_block() -> None:
    portfolio = portfolio_of(talk(1, "Row", learnings="[Tides wait]", draft="true"))
    assert not latest_learnings(portfolio, 5)
    assert not open_plans(portfolio)
