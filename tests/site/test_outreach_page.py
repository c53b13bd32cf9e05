"""What came of asking, as pages show it."""

import re

import pytest
from one_portfolio import page_of, portfolio_of
from outreach.asking import TODAY, conversation, outreach_of
from requests_given import noon

from shoptalk.outreach.what_works.chain import Talk, chain_of
from shoptalk.outreach.what_works.story import Story, story_of
from shoptalk.privacy.editions import public_story
from shoptalk.site.charts.chain import DEEPEST, ChainDrawing, draw_chain
from shoptalk.site.charts.of_portfolio import render_drawn
from shoptalk.site.pages import make_pages
from shoptalk.site.portfolio import Portfolio

REQUESTS = tuple(
    f"name: Ada{number} Invented, route: {'warm' if number % 2 else 'cold'}, sent: 2026-09-0"
    f"{number + 1}{', answer: accepted, answered: 2026-09-09' if number < 4 else ''}"
    for number in range(8)
)


def with_story(story: Story | None) -> Portfolio:
    portfolio = portfolio_of("---\nname: Bo Invented\n---\n\nWe met.\n")
    return Portfolio(report=portfolio.report, outreach=story)


def story(*requests: str) -> Story:
    told = story_of(
        outreach_of(*requests),
        [conversation("Ada0 Invented", "referrals: [Cy *Invented, Di Invented]")],
        noon(TODAY),
        lambda address: f"interviews/{address}.md",
    )
    assert told
    return told


def paths(portfolio: Portfolio) -> list[str]:
    return [page.path for page in make_pages(portfolio)]


def test_without_a_story_there_is_no_page() -> None:
    assert "outreach/index.md" not in paths(with_story(None))


def test_where_drafts_are_shown_nowhere_they_are_only_counted() -> None:
    requests = outreach_of("name: Ada Invented, sent: 2026-09-01")
    said = "draft: true\ndate: 2026-10-14\nreferrals: [Cy Invented]"
    talks = [conversation("Ada Invented", said)]
    for tells, names in ((True, ["Ada Invented", "Cy Invented"]), (False, [])):
        told = story_of(requests, talks, noon(TODAY), tells_of_drafts=tells)
        assert told
        assert told.totals.conversations == 1
        assert [one.name for one in told.chain] == names


def test_the_whole_story() -> None:
    page = page_of(with_story(story(*REQUESTS, "name: Ed Invented")), "outreach/index.md")
    assert "**8** requests" in page
    assert "**4** answers" in page
    assert "**1** led to a conversation" in page
    assert "1 request is not sent yet." in page
    assert "Answered were 4 of 8, between 22 and 78 &#37;." in page
    assert "6&#46;5 days in the middle, the quickest 5 days and the slowest 8 days" in page
    assert "Answers by route: cold: 2 of 4; warm: 2 of 4&#46; Too few to compare" in page
    assert '<a href="../interviews/ada0-invented.md">Ada0 Invented</a>' in page
    assert "Cy &#42;Invented" in page
    assert "*Invented" not in page


def test_rates_are_drawn_with_their_intervals() -> None:
    requests = [one.replace("warm", "cold") for one in REQUESTS]
    page = page_of(with_story(story(*requests)), "outreach/index.md")
    assert page.count('class="shoptalk-span"') == 3
    assert "<td>4 of 8, between 22 and 78 &#37;</td>" in page


def test_the_public_sees_totals_and_nothing_else() -> None:
    shown = public_story(story(*REQUESTS))
    assert shown
    page = page_of(with_story(shown), "outreach/index.md")
    assert "**8** requests" in page
    assert not re.search("Ada|Invented|warm|cold|What works|chain", page.partition("# Outreach")[2])


@pytest.mark.parametrize("given", [None, story(*REQUESTS[:4])])
def test_of_few_requests_the_public_sees_nothing(given: Story | None) -> None:
    assert public_story(given) is None


def deep(length: int) -> ChainDrawing:
    requests = outreach_of(
        *(f"name: P{number} Q, introduced_by: P{number - 1} Q" for number in range(1, length))
    )
    drawing = draw_chain(chain_of((), requests.requests), 30, knows_requests=True)
    assert isinstance(drawing, ChainDrawing)
    return drawing


def test_a_deep_chain_stays_within_the_width_and_its_list_ends() -> None:
    drawing = deep(60)
    assert max(spot.x for spot in drawing.spots) < 50
    assert drawing.others == 30
    assert "30 more are not shown." in drawing.note
    made = render_drawn(drawing, "x", with_story(None), "index.md")
    for tag in ("ul", "li"):
        assert made.count(f"<{tag}>") == made.count(f"</{tag}>")
    assert made.count("<ul>") == DEEPEST + 1
    assert made.count("<li>") == made.count("<circle") == 30
    assert "also through P28 Q" in made


def test_two_people_are_a_sentence_and_nobody_is_one_too() -> None:
    assert draw_chain((), 30, knows_requests=False) == "Nobody has recommended anybody yet."
    file = conversation("Ada Invented", "referrals: [Bo Invented]")
    assert file.interview
    links = chain_of([Talk(file.address, file.interview)])
    assert draw_chain(links, 30, knows_requests=False) == (
        "1 recommendation: Ada Invented \u2192 Bo Invented."
    )


def test_stand_ins_of_several_people_join_nobody() -> None:
    texts = ("A nurse", "A nurse", "Bo Invented")
    portfolio = portfolio_of(
        *(f"---\nname: {name}\nreferrals: [A nurse, Somebody]\n---\n\nWe met.\n" for name in texts)
    )
    apart = Portfolio(report=portfolio.report, shared_names=frozenset(("A nurse", "Somebody")))
    assert page_of(portfolio, "insights/index.md").count("<circle") == 3
    assert page_of(apart, "insights/index.md").count("<circle") == 9
