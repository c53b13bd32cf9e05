"""What somebody comes to the site for, gone through from start to end in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

CHOICES = {"Industry": "Healthcare", "Topic": "Skills", "Tag": "data"}
QUESTION = "Which skills matter most in your job?"
EVIDENCE = "main a[href*='rosalind-okafor/#']"


@pytest.fixture(params=[390, 1280])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": request.param, "height": 900}, color_scheme="light")
    page.set_default_timeout(10_000)
    yield page
    page.close()


def choose(page: Page) -> None:
    """Narrow the list by all of the choices."""
    filters = page.get_by_role("search", name="Conversations")
    button = page.get_by_role("button", name="Filters")
    if button.is_visible():
        button.click()
    for label, title in CHOICES.items():
        menu = filters.get_by_role("combobox", name=label, exact=True)
        option = menu.locator("option", has_text=re.compile(rf"^{title}\b"))
        menu.select_option(option.text_content())


def search(page: Page, words: str) -> None:
    button = page.locator(".md-header__button[for=__search]")
    if button.is_visible():
        button.click()
    page.locator(".md-search__input").press_sequentially(words)


def test_somebody_is_found_by_three_filters_and_the_view_is_shared(
    page: Page, example: str, browser: Browser
) -> None:
    page.goto(f"{example}interviews/")
    choose(page)
    expect(page.get_by_role("status").first).to_have_text("1 of 5 conversations")
    guest = browser.new_page()
    guest.goto(page.url)
    expect(guest.get_by_role("status").first).to_have_text("1 of 5 conversations")
    guest.get_by_role("link", name="Rosalind Okafor").click()
    guest.wait_for_url("**/rosalind-okafor/")
    guest.close()


def test_a_question_is_searched_and_its_answer_read(page: Page, example: str) -> None:
    page.goto(example)
    search(page, "skills matter most")
    result = page.locator(".md-search-result__link", has_text="Rosalind Okafor").first
    result.wait_for()
    result.click()
    page.wait_for_url("**/interviews/rosalind-okafor/**")
    expect(page.get_by_role("heading", name=QUESTION)).to_be_attached()


def test_evidence_is_followed_from_the_rubric_to_the_answer_and_back(
    page: Page, example: str
) -> None:
    page.goto(f"{example}rubric/")
    link = page.locator(EVIDENCE).first
    link.click()
    page.wait_for_url("**/rosalind-okafor/#*")
    anchor = page.url.partition("#")[2]
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(f"{example}rubric/")
    expect(link).to_be_in_viewport()


def test_a_scheme_stays_chosen_and_paper_is_always_light(page: Page, example: str) -> None:
    page.goto(f"{example}interviews/rosalind-okafor/")
    page.locator("label[title='Switch to dark']").click()
    page.goto(f"{example}insights/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(media="print")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    expect(page.locator(".md-header")).to_be_hidden()
