"""A conversation on paper: two sheets, and nothing on them that is of use on a screen only."""

import re

import pytest
from playwright.sync_api import Browser, Page

from .conftest import ADA, CONFIG, Folder

pytestmark = pytest.mark.browser

FORMATS = ("A4", "Letter")

QUESTIONS = [f"What was the {nth} thing that you learnt there?" for nth in "abcdefg"]
SENTENCE = "Most of the week goes into agreeing on what a number means before it is used. "
LONG_ANSWERS = "".join(f"## {ask}\n\n{SENTENCE * 10}\n\n" for ask in QUESTIONS)


@pytest.fixture
def printed_page(browser: Browser, portfolio: Folder) -> Page:
    """The page of a conversation of seven questions, each answered in 150 words."""
    asked = "".join(f"  - {ask}\n" for ask in QUESTIONS)
    before, _, after = ADA.partition("questions:\n")
    head = f"{before}questions:\n{asked}{after[after.index('learnings:') :]}"
    head = head.replace(
        "tags:",
        "referrals: [{name: Ken Invented, title: Weaver}]\nlink: https://example.org/ada\ntags:",
    )
    portfolio.write("interviews/ada.md", head.partition("\n## ")[0] + "\n\n" + LONG_ANSWERS)
    for number in range(3):
        other = ADA.replace("Ada", f"Bo {number}").replace("2026-03", f"2026-0{number + 4}")
        portfolio.write(f"interviews/{number}.md", other)
    portfolio.write("mkdocs.yml", CONFIG)
    site = portfolio.built().path / "site"
    page = browser.new_page()
    page.goto((site / "interviews" / "ada" / "index.html").as_uri())
    return page


def sheets(page: Page, format: str) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=format)))


def test_a_conversation_of_usual_length_prints_on_two_sheets(printed_page: Page) -> None:
    assert [sheets(printed_page, format) for format in FORMATS] == [2, 2]
    printed_page.close()


@pytest.mark.parametrize("name", ["huda-mansour", "maria-jose-ferrer-ibanez", "rosalind-okafor"])
def test_the_long_conversations_of_the_example_print_on_three(
    browser: Browser, example: str, name: str
) -> None:
    page = browser.new_page()
    page.goto(f"{example}interviews/{name}/")
    assert max(sheets(page, format) for format in FORMATS) <= 3
    page.close()


def test_on_paper_a_chart_has_no_table_and_a_source_is_set_apart(
    browser: Browser, example: str
) -> None:
    page = browser.new_page()
    page.goto(f"{example}insights/")
    page.emulate_media(media="print")
    assert page.locator(".shoptalk-chart svg").first.is_visible()
    assert not page.locator(".shoptalk-numbers").first.is_visible()
    source = page.locator("li > .shoptalk-in-bank:has(+ br)").first
    assert source.evaluate("one => getComputedStyle(one, '::before').content") == '"\u2013\u00a0"'
    relation = source.locator("xpath=following-sibling::small[1]")
    below = [one.bounding_box() for one in (source, relation)]
    assert below[0]
    assert below[1]
    assert below[1]["y"] > below[0]["y"]
    page.close()


def test_paper_shows_the_conversation_and_not_the_site(printed_page: Page) -> None:
    printed_page.emulate_media(media="print")
    text = printed_page.inner_text("body")
    said = ("Tide Reader\u00a0\u00b7 Harbour Office", "What I learnt", "What I will do with it")
    for part in (*said, QUESTIONS[-1], "Whom to talk to next"):
        assert part in text
    for part in ("All conversations", "More conversations", "What others said", "question bank"):
        assert part not in text
    after = "link => getComputedStyle(link, '::after').content"
    shown = printed_page.eval_on_selector("a[href^='https://example.org']", after)
    assert "https://example.org/ada" in shown or "attr(href)" in shown
    printed_page.close()
