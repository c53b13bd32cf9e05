"""Insights: where people agree, differ or stand alone, and what comes of it all."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from one_portfolio import portfolio_of

from shoptalk.site.insights import Change, Insights
from shoptalk.site.insights_pages import (
    LONGEST_PAGE,
    MOST_ON_FIRST,
    MOST_ON_PAGE,
    MOST_TOGETHER,
    insights_pages,
)
from shoptalk.site.portfolio import Portfolio

INDEX = "insights/index.md"
GOLDEN = Path(__file__).parent / "insights"


def talk(name: str, *learnings: str, plans: Sequence[str] = (), draft: bool = False) -> str:
    lines = [
        "---",
        f"name: {name}",
        "date: 2026-03-14",
        "questions: [{ask: Which gauge fails first?, topic: skills}]",
        "learnings:",
        *(f"  - {learning}" for learning in learnings),
        "applications:",
        *(f"  - {plan}" for plan in plans),
        f"draft: {str(draft).lower()}",
        "---",
        "",
        "We met.",
        "",
    ]
    return "\n".join(lines)


def asked(text: str) -> str:
    return f"{{learned: {text}, from: Which gauge fails first?}}"


def on(topic: str, text: str, agrees_with: str = "", differs_from: str = "") -> str:
    ties = {"agrees_with": agrees_with, "differs_from": differs_from}
    written = "".join(f", {key}: {who}" for key, who in ties.items() if who)
    return f"{{learned: {text}, topic: {topic}{written}}}"


def standing(portfolio: Portfolio) -> dict[str, list[list[str]]]:
    """By their topic, the standings with the learnings."""
    return {
        topic.topic: [
            [one.standing.name, *(said.learnt.learning.text for said in one.said)]
            for one in topic.opinions
        ]
        for topic in Insights(portfolio=portfolio).topics
    }


def heads(portfolio: Portfolio, changes: Sequence[Change] = ()) -> dict[str, str]:
    return {page.path: page.head for page in insights_pages(portfolio, changes)}


ADA = talk("Ada *Invented*", asked("Salt ends all."), on("market", "Ports grow."), "Tides wait.")
BO = talk("Bo Unbuilt", asked("Rust does."), on("market", "Ports shrink."))
CY = talk("Cy Imagined", on("market", "Ports stay."), on("culture", "All sing."))


def test_what_several_people_said_to_one_question_stands_together() -> None:
    assert standing(portfolio_of(ADA, BO, CY)) == {
        "skills": [["SEVERAL", "Salt ends all.", "Rust does."]],
        "culture": [["ALONE", "All sing."]],
        "market": [["ALONE", "Ports grow.", "Ports shrink.", "Ports stay."]],
        "": [["ALONE", "Tides wait."]],
    }


def test_two_learnings_of_one_person_do_not_make_several_people() -> None:
    one = talk("Ada", asked("Salt."), asked("Rust."))
    assert standing(portfolio_of(one)) == {"skills": [["ALONE", "Salt.", "Rust."]]}


TIED = ADA.replace(
    on("market", "Ports grow."), on("market", "Ports grow.", "Cy Imagined", "Bo Unbuilt")
)


def test_a_tie_stands_where_it_was_written_and_a_difference_weighs_more() -> None:
    assert standing(portfolio_of(TIED, BO, CY))["market"] == [
        ["DIFFER", "Ports grow."],
        ["ALONE", "Ports shrink.", "Ports stay."],
    ]


def test_no_sentence_says_both_because_two_people_were_judged_unlike() -> None:
    agrees = asked("Salt.").replace("}", ", agrees_with: Bo}")
    differs = asked("Rust.").replace("}", ", differs_from: Ada}")
    shown = heads(portfolio_of(talk("Ada", agrees), talk("Bo", differs)))[INDEX]
    [salt, rust] = shown.split("\n- ")[2:4]
    assert "Agrees with [Bo](../interviews/no-2.md#what-i-learnt)" in salt
    assert "Differs from [Ada](../interviews/no-1.md#what-i-learnt)" in rust
    assert ("Differs" in salt, "Agrees" in rust) == (False, False)


def test_nobody_is_said_to_agree_with_a_learning_on_nothing_that_was_not_named() -> None:
    named = "{learned: Tides wait., agrees_with: Bo}"
    shown = heads(portfolio_of(talk("Ada", named), talk("Bo", "Knots hold.")))[INDEX]
    assert shown.count("Agrees with") == 1
    assert "Agrees with" in shown.split("\n- Tides")[1].split("\n- ")[0]


def test_what_came_from_the_same_question_stands_below_the_same_heading() -> None:
    agrees = asked("Salt ends all.").replace("}", ", agrees_with: Bo}")
    other = talk("Bo", asked("Rust."), on("skills", "Knots."))
    assert standing(portfolio_of(talk("Ada", agrees), other))["skills"] == [
        ["AGREE", "Salt ends all.", "Rust."],
        ["ALONE", "Knots."],
    ]


def test_nobody_is_tied_to_a_draft() -> None:
    stay = talk("Cy", on("market", "Ports stay.", "Bo"))
    portfolio = portfolio_of(stay, talk("Bo", on("market", "Up."), draft=True))
    assert standing(portfolio)["market"] == [["ALONE", "Ports stay."]]


def test_a_tie_leads_to_the_learnings_of_the_other_only_if_there_are_any() -> None:
    stay = talk("Cy", on("market", "Ports stay.", "Bo"))
    assert "[Bo](../interviews/no-2.md)<" in heads(portfolio_of(stay, talk("Bo")))[INDEX]


PLANS = ("Row *out*", "{do: Swim, by: 2026-05-02}", "{do: Dive, by: 2026-01-02, done: true}")


@pytest.mark.parametrize("name", ["none", "silent", "one", "several"])
def test_the_page(name: str, golden: Callable[[Path, str], None]) -> None:
    texts = {
        "none": (),
        "silent": (talk("Ada"),),
        "one": (talk("Ada", "Tides wait.", plans=PLANS),),
        "several": (TIED, BO, CY),
    }[name]
    portfolio = portfolio_of(*texts)
    is_last = name == "several"
    changes = [Change(one, "Build *boats*.", "Read tides.") for one in portfolio.conversations]
    shown = heads(portfolio, changes[:1]) if is_last else heads(portfolio)
    assert list(shown) == [INDEX]
    golden(GOLDEN / f"{name}.md", shown[INDEX])


def test_many_learnings_have_a_page_for_each_topic() -> None:
    many = [on("market", f"{number} ports") for number in range(MOST_TOGETHER)]
    shown = heads(portfolio_of(talk("Ada", *many, on("Plans", "Plan."), "Tides wait.")))
    assert list(shown) == [
        INDEX,
        "insights/market.md",
        "insights/plans--topic.md",
        "insights/other.md",
    ]
    assert f"| [Market](../insights/market.md) | {MOST_TOGETHER} | 1 |\n" in shown[INDEX]
    assert shown["insights/market.md"].count("\n- ") == MOST_TOGETHER
    assert "ports" not in shown[INDEX]
    assert shown["insights/other.md"].startswith("# On other things\n")


def test_many_learnings_on_nothing_in_particular_show_the_latest() -> None:
    shown = heads(portfolio_of(talk("Ada", *(f"Tide {n}" for n in range(MOST_TOGETHER + 1)))))
    assert shown[INDEX].count("\n- Tide") == 5
    assert f"[All {MOST_TOGETHER + 1} learnings](../insights/other.md)" in shown[INDEX]


def test_no_page_grows_without_end() -> None:
    several = portfolio_of(talk("Ada", *(f"Tide {n}" for n in range(MOST_ON_PAGE + 1))))
    pages = heads(several)
    assert pages["insights/other.md"].count("\n- ") == MOST_ON_PAGE
    assert pages["insights/other/page-2.md"].count("\n- ") == 1
    assert (
        '[Before these](../../insights/other.md){: rel="prev"' in pages["insights/other/page-2.md"]
    )
    long = heads(portfolio_of(*(talk("Ada", "x" * (LONGEST_PAGE // 3)) for _ in range(5))))
    assert [page.count("\n- x") for page in long.values()] == [5, 3, 2]


def test_many_plans_and_changes_go_on_elsewhere() -> None:
    plans = [f"Plan {number}" for number in range(MOST_ON_PAGE + 1)]
    portfolio = portfolio_of(talk("Ada", plans=plans))
    changes = [Change(portfolio.conversations[0], "Boats.", "Tides.")] * (MOST_ON_FIRST + 1)
    shown = heads(portfolio, changes=changes)
    assert list(shown) == [
        INDEX,
        "insights/plans.md",
        "insights/plans/page-2.md",
        "insights/idea.md",
    ]
    assert shown[INDEX].count("- Plan ") == shown[INDEX].count("<span>Boats") == MOST_ON_FIRST
    assert f"[All {MOST_ON_PAGE + 1} plans](../insights/plans.md)" in shown[INDEX]
    assert "[All changes](../insights/idea.md)" in shown[INDEX]
    assert shown["insights/plans/page-2.md"].count("- Plan ") == 1
    assert shown["insights/idea.md"].count("<span>Tides") == MOST_ON_FIRST + 1


def test_drafts_and_the_search_stay_out() -> None:
    portfolio = portfolio_of(talk("Ada", "Tides wait.", plans=PLANS, draft=True))
    [page] = insights_pages(portfolio)
    assert "Tides wait" not in page.head
    assert "Swim" not in page.head
    assert page.meta["search"] == {"exclude": True}
