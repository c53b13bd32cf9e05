"""The filter of the question bank and the coverage, in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from .conftest import CONFIG, Folder, serve

pytestmark = pytest.mark.browser

FRONT_MATTER = """\
---
name: {name}
title: Tide Reader
date: {date}
consent: {{name: true, on: 2026-03-14}}
questions:
{questions}
learnings: [Reading gauges is half of the work.]
applications: [Read one myself.]
{more}---

We met at the quay.
"""
ADA = """\
  - {ask: What has a résumé to show?, topic: hiring}
  - {ask: Who taught you to read tides?, topic: career-path}
  - {ask: "Why leave Zürich, Ada?", topic: career-path, personal: true}"""
BO = """\
  - ask: 'Whose "ferry" } --> <i> was it?'
    topic: career-path
    same_as: Who taught you to read tides?
  - {ask: Which gauge fails first?, topic: Night shifts}"""
PLANNED = """\
planned:
  - {ask: Where does the <b>harbour</b> end?, topic: market}
"""
MANY = "\n".join(f"  - {{ask: Who owns mooring{number}x?, topic: skills}}" for number in range(150))

OWN = ".shoptalk-question:not(section *)"
STARTERS = "section.shoptalk-starters"


def interview(name: str, date: str, questions: str, more: str = "") -> str:
    return FRONT_MATTER.format(name=name, date=date, questions=questions, more=more)


def fill(folder: Folder, config: str = CONFIG) -> Folder:
    """A portfolio of six questions, and of 300 more that need a second page."""
    folder.write("mkdocs.yml", config)
    folder.write("docs/index.md", "# Home\n")
    folder.write("interviews/ada.md", interview("Ada Invented", "2026-03-14", ADA, PLANNED))
    folder.write("interviews/bo.md", interview("Bo Unbuilt", "2026-03-15", BO))
    folder.write("interviews/cy.md", interview("Cy Imagined", "2026-03-16", MANY))
    others = MANY.replace("mooring", "buoy")
    folder.write("interviews/di.md", interview("Di Madeup", "2026-03-17", others))
    return folder.built()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return fill(Folder(tmp_path_factory.mktemp("bank")))


@pytest.fixture(scope="module")
def site(built: Folder) -> Iterator[str]:
    yield from serve(built.path / "site")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that notes what it asks for, and may run into no error."""
    page = browser.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert [
        url for url in asked if not url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:"))
    ] == []
    assert errors == []


@pytest.fixture
def bank(page: Page, site: str) -> Page:
    """The list of questions."""
    page.goto(f"{site}questions/")
    return page


def shown(page: Page, of: str = OWN) -> list[str]:
    """The questions in sight, without what stands beside them."""
    found = page.locator(f"{of}:visible").all_text_contents()
    return [text[: text.index("?") + 1] for text in found]


def form(page: Page) -> Locator:
    return page.get_by_role("search", name="Questions")


def expect_status(page: Page, text: str) -> None:
    expect(form(page).get_by_role("status")).to_have_text(text)


def type_words(page: Page, text: str) -> None:
    page.get_by_label("Words").press_sequentially(text)


def test_typing_narrows_the_list(bank: Page) -> None:
    assert len(shown(bank)) == 300
    expect_status(bank, "")
    type_words(bank, "TAUGHT")
    expect_status(bank, "1 of 305 questions")
    assert shown(bank) == ["Who taught you to read tides?"]
    bank.get_by_role("link", name="Who taught you to read tides?").click()
    expect(bank.get_by_role("heading", level=1)).to_contain_text("Who taught you to read tides?")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("show resume", "What has a résumé to show?"),
        ("zurich ada", "Why leave Zürich, Ada?"),
        ("zu\u0308rich,", "Why leave Zürich, Ada?"),
        ("ferry", "Who taught you to read tides?"),
        ("<b>", "Where does the <b>harbour</b> end?"),
    ],
)
def test_words_are_found_in_any_order_spelling_and_wording(
    bank: Page, typed: str, found: str
) -> None:
    type_words(bank, typed)
    expect_status(bank, "1 of 305 questions")
    assert shown(bank) == [found]


def test_a_wording_stays_within_its_attribute(bank: Page) -> None:
    names = bank.locator(OWN, has_text="tides").evaluate("li => li.getAttributeNames()")
    data = [f"data-{name}" for name in ("topic", "phase", "asked", "personal", "also")]
    assert names == [*data, "class"]


def test_how_often_it_was_asked_is_no_word_of_a_question(bank: Page) -> None:
    type_words(bank, "once")
    expect_status(bank, "0 of 305 questions; try fewer words, or \u201cAll\u201d")
    assert shown(bank) == []


def test_filters_combine(bank: Page) -> None:
    bank.get_by_label("Topic").select_option("Career path")
    expect_status(bank, "2 of 305 questions")
    bank.get_by_label("Written for").select_option("One person")
    assert shown(bank) == ["Why leave Zürich, Ada?"]
    bank.get_by_label("Written for").select_option("Anybody")
    assert shown(bank) == ["Who taught you to read tides?"]
    type_words(bank, "zürich")
    assert shown(bank) == []
    bank.get_by_label("Part of the talk").select_option("Close")
    form(bank).get_by_role("button", name="Clear").click()
    expect_status(bank, "")
    assert len(shown(bank)) == 300


def test_other_pages_are_searched_as_well(bank: Page, site: str) -> None:
    type_words(bank, "buoy149")
    expect_status(bank, "1 of 305 questions")
    address = bank.get_by_role("link", name="Who owns buoy149x?").get_attribute("href")
    assert address
    assert address.startswith(f"{site}questions/skills/")
    bank.goto(f"{site}questions/page-2/?words=taught")
    expect_status(bank, "1 of 305 questions")
    bank.get_by_role("link", name="Who taught you to read tides?").click()
    expect(bank.get_by_role("heading", level=1)).to_contain_text("Who taught you to read tides?")


def test_what_was_not_asked_stands_with_starter_questions_apart(bank: Page) -> None:
    assert not bank.get_by_role("heading", name="Starter questions").is_visible()
    bank.get_by_label("Asked").select_option("Not asked yet")
    expect(bank.get_by_role("heading", name="Starter questions")).to_be_visible()
    assert shown(bank) == ["Where does the <b>harbour</b> end?"]
    suggested = bank.locator(f"{STARTERS} .shoptalk-question:visible").count()
    assert suggested > 50
    expect_status(bank, f"1 of 305 questions; {suggested} of the starter questions")
    bank.get_by_label("Topic").select_option("Hiring")
    hiring = bank.locator(f"{STARTERS} .shoptalk-question:visible").count()
    assert 0 < hiring < suggested
    expect_status(bank, f"0 of 305 questions; {hiring} of the starter questions")
    bank.get_by_label("Asked").select_option("Asked already")
    expect_status(bank, "1 of 305 questions")
    assert not bank.locator(STARTERS).is_visible()
    bank.get_by_label("Asked").select_option("All, and starter questions")
    expect_status(bank, f"1 of 305 questions; {hiring} of the starter questions")


def test_the_address_holds_what_is_looked_for(bank: Page, site: str) -> None:
    type_words(bank, "tides & more")
    bank.get_by_label("Topic").select_option("Career path")
    expect(bank).to_have_url(f"{site}questions/?words=tides+%26+more&topic=career-path")
    bank.goto(f"{site}questions/?words=tides&topic=career-path&asked=nonsense")
    expect_status(bank, "1 of 305 questions")
    expect(form(bank)).to_be_in_viewport()
    bank.get_by_role("link", name="Who taught you to read tides?").click()
    bank.wait_for_url("**/who-taught-you-to-read-tides/")
    bank.go_back()
    expect_status(bank, "1 of 305 questions")
    expect(bank.get_by_label("Words")).to_have_value("tides")
    expect(bank.get_by_label("Topic")).to_have_value("career-path")
    expect(bank.get_by_label("Asked")).to_have_value("")
    form(bank).get_by_role("button", name="Clear").click()
    expect(bank).to_have_url(f"{site}questions/")


def test_it_works_from_the_keyboard(bank: Page, site: str) -> None:
    bank.get_by_label("Words").focus()
    bank.keyboard.type("tides")
    expect_status(bank, "1 of 305 questions")
    bank.keyboard.press("Enter")
    expect(bank).to_have_url(f"{site}questions/?words=tides")
    bank.keyboard.press("Escape")
    expect(bank.get_by_label("Words")).to_have_value("")
    expect(bank).to_have_url(f"{site}questions/")
    names = []
    for _ in range(5):
        bank.keyboard.press("Tab")
        outline = bank.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        names.append((bank.evaluate("document.activeElement.name"), outline))
    fields = ("topic", "phase", "asked", "personal", "")
    assert names == [(name, "solid") for name in fields]


@pytest.mark.parametrize("width", [390, 1280])
def test_controls_are_large_enough_to_hit(bank: Page, width: int) -> None:
    bank.set_viewport_size({"width": width, "height": 800})
    controls = bank.locator(".shoptalk-filter :is(input, select, button)")
    for number in range(6):
        box = controls.nth(number).bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    assert bank.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_it_is_a_plain_list(browser: Browser, site: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site}questions/")
    assert len(shown(page)) == 300
    assert not page.locator(".shoptalk-filter").is_visible()
    assert not page.locator(STARTERS).is_visible()
    page.close()


def test_pages_that_cannot_be_fetched_are_owned_up_to(bank: Page) -> None:
    bank.route("**/page-2/", lambda route: route.abort())
    type_words(bank, "tides")
    expect_status(bank, "1 of 300 questions; other pages cannot be searched here")


def test_nothing_is_fetched_before_it_is_needed(bank: Page) -> None:
    asked: list[str] = []
    bank.on("request", lambda request: asked.append(request.url))
    bank.reload(wait_until="networkidle")
    assert not [url for url in asked if "page-2" in url or "starter" in url]
    type_words(bank, "tides")
    expect_status(bank, "1 of 305 questions")
    type_words(bank, " read")
    expect_status(bank, "1 of 305 questions")
    assert [url for url in asked if "page-2" in url or "starter" in url] == [
        f"{bank.url.partition('?')[0]}page-2/"
    ]


def test_pages_may_be_files(page: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    config = f"{CONFIG}use_directory_urls: false\n"
    folder = fill(Folder(tmp_path_factory.mktemp("files")), config)
    for address in serve(folder.path / "site"):
        page.goto(f"{address}questions/page-2.html")
        type_words(page, "tides")
        expect_status(page, "1 of 305 questions")
        page.goto(f"{address}questions/index.html")
        type_words(page, "buoy149")
        expect_status(page, "1 of 305 questions")
    page.goto((folder.path / "site/questions/index.html").as_uri())
    type_words(page, "tides")
    expect_status(page, "1 of 305 questions")
    page.get_by_label("Words").fill("")
    page.get_by_label("Asked").select_option("All, and starter questions")
    expect(form(page).get_by_role("status")).to_contain_text("of the starter questions")


def test_it_works_under_a_strict_policy(page: Page, site: str) -> None:
    def strictly(route: Route) -> None:
        answer = route.fetch()
        policy = {"content-security-policy": "default-src 'none'; script-src 'self'; "
                  "connect-src 'self'"}  # fmt: skip
        bare = re.sub(
            r"<script(?! src=\S*shoptalk-filters\.js).*?</script>|<link[^>]*>",
            "",
            answer.text(),
            flags=re.S,
        )
        route.fulfill(response=answer, body=bare, headers={**answer.headers, **policy})

    page.route("**/questions/", strictly)
    page.goto(f"{site}questions/")
    type_words(page, "buoy149")
    expect_status(page, "1 of 305 questions")


def test_it_works_where_pages_change_without_loading(
    page: Page, tmp_path_factory: pytest.TempPathFactory
) -> None:
    config = CONFIG.replace("theme: {", "theme: {features: [navigation.instant], ")
    folder = Folder(tmp_path_factory.mktemp("instant"))
    for address in serve(folder.path / "site"):
        fill(folder, config.replace('""', address))
        page.goto(f"{address}interviews/")
        page.evaluate("window.isSame = true")
        page.get_by_role("link", name="Questions").first.click()
        type_words(page, "zurich")
        expect_status(page, "1 of 305 questions")
        page.get_by_role("link", name="Why leave Zürich, Ada?").click()
        page.wait_for_url("**/questions/career-path/**")
        page.go_back()
        expect_status(page, "1 of 305 questions")
        assert page.evaluate("window.isSame")
