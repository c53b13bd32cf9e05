"""The page of a conversation: its topics, its plans, and what others said."""

import datetime
from dataclasses import replace

import pytest
from one_portfolio import page_of, portfolio_of

from shoptalk.site.answers import find_answers, with_html_below
from shoptalk.site.others import MOST_OF_OTHERS, learnt_from_others
from shoptalk.site.portfolio import Portfolio

ADA = """\
---
name: Ada Invented
date: 2026-03-14
questions:
  - {ask: Which gauge fails first?, topic: Index}
  - {ask: What is a tide to you?, topic: skills}
  - {ask: Who taught you?, topic: career-path}
planned:
  - {ask: Where does the harbour end?, topic: market}
learnings: [Tides wait.]
---

## Who taught you?

Her aunt.
"""


def talk(day: int, *learnings: str, questions: str = "{ask: Zyx?, topic: skills}") -> str:
    listed = "".join(f"  - {one}\n" for one in learnings)
    return (
        f"---\nname: Number {day}\ndate: 2026-03-{day:02}\nquestions:\n  - {questions}\n"
        f"learnings:\n{listed}---\n\nWe met.\n"
    )


def on_skills(text: str) -> str:
    return f"{{learned: {text}, topic: skills}}"


def talk_page(portfolio: Portfolio) -> str:
    return page_of(portfolio, "interviews/no-1.md")


def test_topics_are_those_asked_about_and_lead_to_the_bank() -> None:
    topics = talk_page(portfolio_of(ADA)).split("{: .shoptalk-facts }\n\n")[1].split("\n{: ")[0]
    assert topics.splitlines() == [
        "[Index](../questions/index--topic.md)",
        "[Skills](../questions/skills.md)",
        "[Career path](../questions/career-path.md)",
    ]


def test_plans_have_a_state_that_stays_true_once_published() -> None:
    text = ADA.replace("learnings:", "applications:\n  - {do: Row, by: 2026-01-02}\nlearnings:")
    portfolio = portfolio_of(text)
    published = "- Row <small>Open, by 2 January 2026</small>\n  {: .shoptalk-open }\n"
    assert published in talk_page(portfolio)
    seen_today = replace(portfolio, today=datetime.date(2026, 1, 3))
    assert "<small>Overdue since 2 January 2026</small>" in talk_page(seen_today)


def test_the_idea_of_a_career_is_shown_before_and_after() -> None:
    text = ADA.replace("learnings:", 'before: All is quiet.\nafter: "*Loud*, too."\nlearnings:')
    assert (
        "## How my idea changed {: #how-my-idea-changed }\n\n"
        "Before\n{: .shoptalk-facts }\n\nAll is quiet.\n\n"
        "After\n{: .shoptalk-facts }\n\n&#42;Loud&#42;, too.\n\n"
    ) in talk_page(portfolio_of(text))
    assert "idea" not in talk_page(portfolio_of(ADA))


def test_paragraphs_of_an_idea_stay_paragraphs() -> None:
    text = ADA.replace("learnings:", "before: Quiet.\nafter: |\n  Loud.\n\n  Wet.\nlearnings:")
    portfolio = portfolio_of(text)
    assert "Loud.\n\nWet.\n\n" in talk_page(portfolio)
    insights = page_of(portfolio, "insights/index.md")
    assert "<br><span>Loud.</span>\n  <br><span>Wet.</span>\n" in insights


@pytest.mark.parametrize(
    ("key", "title"), [("before", "What I thought before"), ("after", "What I think now")]
)
def test_half_of_an_idea_is_called_what_it_is(key: str, title: str) -> None:
    portfolio = portfolio_of(ADA.replace("learnings:", f"{key}: All is quiet.\nlearnings:"))
    said = f"## {title} {{: #how-my-idea-changed }}\n\nAll is quiet.\n\n"
    assert said in talk_page(portfolio)
    insights = page_of(portfolio, "insights/index.md")
    assert f"## {title} {{: #idea }}" in insights
    assert f"<br><small>{title}</small>\n  <br><span>All is quiet.</span>\n" in insights


def test_whom_a_learning_agrees_with_stands_below_it() -> None:
    tied = "{learned: Wait., agrees_with: Number 2, differs_from: [Number 3, Number 2]}"
    page = talk_page(portfolio_of(talk(1, tied, "Row."), talk(2, "Go."), talk(3, "Stay.")))
    assert (
        "- Wait.\n"
        "  <br><small>Agrees with [Number 2](../interviews/no-2.md#what-i-learnt)</small>\n"
        "  <br><small>Differs from [Number 3](../interviews/no-3.md#what-i-learnt), "
        "[Number 2](../interviews/no-2.md#what-i-learnt)</small>\n"
        "- Row.\n"
    ) in page


def test_the_steps_of_a_career_are_listed() -> None:
    steps = "{years: 1998-2016, role: Nurse}, {years: 2016-now, role: Reader, organization: Quay}"
    page = talk_page(portfolio_of(ADA.replace("learnings:", f"path: [{steps}]\nlearnings:")))
    assert (
        "## Career path {: #their-path }\n\n"
        "- Nurse <small>1998\u20132016</small>\n"
        "- Reader\u00a0\u00b7 Quay <small>since 2016</small>\n"
    ) in page
    assert "their-path" not in talk_page(portfolio_of(ADA))


def test_a_link_to_the_persons_own_page_says_whose_it_is() -> None:
    page = talk_page(portfolio_of(ADA.replace("date:", "link: https://example.org\ndate:")))
    assert "[Ada Invented on the web](https://example.org)" in page


def test_those_recommended_of_whom_nothing_may_be_shown_are_only_counted() -> None:
    def recommending(*names: str) -> str:
        listed = f"referrals: [{', '.join(names)}]\nlearnings:"
        return talk_page(portfolio_of(ADA.replace("learnings:", listed)))

    page = recommending("{name: Somebody, title: Weaver}", "Somebody", "Bo Unbuilt", "Somebody")
    section = page.partition("{: #whom-to-talk-to-next }\n\n")[2]
    assert section.startswith(
        "- Somebody\u00a0· Weaver\n- Bo Unbuilt\n\nAnd 2 others, of whom nothing is shown here.\n"
    )
    assert "others" not in recommending("Bo Unbuilt")
    assert "whom-to-talk-to-next" not in recommending("Somebody", "Somebody")


def test_the_page_shows_what_others_said_on_its_topics() -> None:
    others = talk(2, on_skills("Ask *twice*."), "Nothing on it.")
    page = talk_page(portfolio_of(talk(1, on_skills("Wait.")), others))
    _, _, said = page.partition("## What others said about it {: #what-others-said")
    assert said.split("\n\n")[1] == (
        "- Ask &#42;twice&#42;&#46; [Number 2](../interviews/no-2.md#what-i-learnt)"
        "{: .shoptalk-in-bank }"
    )
    alone = talk_page(portfolio_of(talk(1, on_skills("Wait."))))
    assert "others said" not in alone


def test_what_was_said_shortly_before_comes_first_and_later_things_last() -> None:
    talks = [talk(day, on_skills(f"{day}a"), on_skills(f"{day}b")) for day in range(1, 6)]
    learnt = learnt_from_others(portfolio_of(*talks), "no-3", ["skills"])
    assert [one.learning.text for one in learnt] == ["2b", "2a", "1b", "1a", "4a"]
    assert len(learnt) == MOST_OF_OTHERS


def test_each_topic_has_its_turn() -> None:
    many = (on_skills(str(number)) for number in range(9))
    other = talk(1, *many, "{learned: Row., topic: market}")
    learnt = learnt_from_others(portfolio_of(other, talk(2)), "no-2", ["skills", "market", "none"])
    assert [one.learning.text for one in learnt] == ["8", "Row.", "7", "6", "5"]


def test_each_answer_can_be_linked_to_where_headings_have_no_link() -> None:
    [conversation] = portfolio_of(ADA).conversations
    body = '<h2 id="who-taught-you">Who taught you?</h2><p>Her aunt.</p><h2 id="more">More</h2>'
    found = list(find_answers(body, conversation.interview))
    assert with_html_below(body, found, {}) == body
    assert with_html_below(body, found, {}, "#") == (
        '<h2 id="who-taught-you">Who taught you?<a class="headerlink" href="#who-taught-you" '
        'title="Permanent link">#</a></h2><p>Her aunt.</p><h2 id="more">More</h2>'
    )
