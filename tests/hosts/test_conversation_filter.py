"""The filter of the list of conversations, in a real browser."""

import datetime
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from shoptalk.reading.corpus import read_corpus
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric import Rubric
from shoptalk.site.pages import make_pages
from shoptalk.site.portfolio import Portfolio
from shoptalk.site.rendering import render_markdown

from .conftest import CONFIG, Folder, serve, write_invented

pytestmark = pytest.mark.browser

FRONT_MATTER = """\
---
name: {name}
title: {title}
organization: {organization}
industry: {industry}
date: {date}
route: {route}
questions:
  - {{ask: What is {topic} to you?, topic: {topic}}}
learnings: [Reading gauges is half of the work.]
applications: [Read one myself.]
tags: [{tags}]
consent: {{name: true, organization: true, on: {date}}}
---

We met at the quay.
"""
KEYS = ("name", "title", "organization", "industry", "date", "route", "topic", "tags")
PEOPLE = (
    ("Ada Invented", "Tide Reader", "Quay", "Shipping", "2026-03-14", "warm", "skills", "sea"),
    ("Zoë Unbuilt", "Tide Reader", "Harbour Öffice", "Shipping", "2026-02-02", "cold", "skills",
     "sea, night-shift"),
    ("王小明", "Baker", "Oven & Co", "Food", "2026-02-20", "warm", "skills", "night-shift"),
    ("هدى منصور", "Baker", "Arch", "Food", "2025-12-24", "cold", "hiring", "bread"),
    ("Cy Imagined", "Lamp Keeper", "Quay", "Shipping", "2025-11-11", "warm", "hiring", "sea"),
    ("Di Madeup", "Tide Reader", "Quay", "Shipping", "2025-10-30", "direct", "skills", "C#"),
)  # fmt: skip
EVERYBODY = [person[0] for person in sorted(PEOPLE, key=lambda one: one[4], reverse=True)]
CARD = "form[name=interviews] + ul > .shoptalk-card"


def fill(folder: Folder, config: str = CONFIG) -> Folder:
    folder.write("mkdocs.yml", config)
    folder.write("docs/index.md", "# Home\n\n[List](interviews/index.md?tag=sea)\n")
    for number, person in enumerate(PEOPLE):
        text = FRONT_MATTER.format(**dict(zip(KEYS, person, strict=True)))
        folder.write(f"interviews/{number}.md", text)
    return folder.built()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return fill(Folder(tmp_path_factory.mktemp("conversations")))


@pytest.fixture(scope="module")
def site(built: Folder) -> Iterator[str]:
    yield from serve(built.path / "site")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may run into no error."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(10_000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


@pytest.fixture
def listed(page: Page, site: str) -> Page:
    """The list of conversations."""
    page.goto(f"{site}interviews/")
    return page


def shown(page: Page) -> list[str]:
    """Who is in sight."""
    return page.locator(f"{CARD}:visible > a").all_text_contents()


def form(page: Page) -> Locator:
    return page.get_by_role("search", name="Conversations")


def expect_status(page: Page, text: str) -> None:
    expect(form(page).get_by_role("status")).to_have_text(text)


def choose(page: Page, label: str, title: str) -> None:
    """Chooses the option that begins so, whatever its count."""
    menu = form(page).get_by_role("combobox", name=label, exact=True)
    menu.select_option(
        menu.locator("option", has_text=re.compile(rf"^{re.escape(title)}\b")).text_content()
    )


def options(page: Page, label: str) -> list[str]:
    menu = form(page).get_by_role("combobox", name=label, exact=True)
    return menu.locator("option:enabled").all_text_contents()[1:]


def type_words(page: Page, text: str) -> None:
    form(page).get_by_label("Words").press_sequentially(text)


def test_three_filters_narrow_the_list_together(listed: Page) -> None:
    assert shown(listed) == EVERYBODY
    expect_status(listed, "6 conversations")
    choose(listed, "Industry", "Shipping")
    expect_status(listed, "4 of 6 conversations")
    choose(listed, "Topic", "Skills")
    choose(listed, "From", "February 2026")
    expect_status(listed, "2 of 6 conversations")
    assert shown(listed) == ["Ada Invented", "Zoë Unbuilt"]
    type_words(listed, "zoe harbour")
    expect_status(listed, "1 of 6 conversations")
    assert shown(listed) == ["Zoë Unbuilt"]
    listed.get_by_role("link", name="Zoë Unbuilt").click()
    expect(listed.get_by_role("heading", level=1)).to_have_text("Zoë Unbuilt")


def test_counts_follow_the_other_filters(listed: Page) -> None:
    assert options(listed, "Industry") == ["Food (2)", "Shipping (4)"]
    assert options(listed, "Tag") == ["bread (1)", "C# (1)", "night-shift (2)", "sea (3)"]
    choose(listed, "Route", "Warm")
    assert options(listed, "Industry") == ["Food (1)", "Shipping (2)"]
    assert options(listed, "Route") == ["Direct (1)", "Warm (3)", "Cold (2)"]
    assert options(listed, "Tag") == ["night-shift (1)", "sea (2)"]
    type_words(listed, "baker")
    assert options(listed, "Industry") == ["Food (1)"]
    assert options(listed, "Route") == ["Warm (1)", "Cold (1)"]


def test_dates_have_a_first_and_a_last_month(listed: Page) -> None:
    assert options(listed, "From")[0] == "October 2025 (6)"
    assert options(listed, "Until")[0] == "October 2025 (1)"
    choose(listed, "From", "November 2025")
    choose(listed, "Until", "December 2025")
    assert shown(listed) == ["هدى منصور", "Cy Imagined"]
    assert options(listed, "Until") == [
        "November 2025 (1)", "December 2025 (2)", "February 2026 (4)", "March 2026 (5)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("王小", "王小明"),
        ("منصور", "هدى منصور"),
        ("ZOË", "Zoë Unbuilt"),
        ("lamp", "Cy Imagined"),
        ("oven &", "王小明"),
        ("#c#", "Di Madeup"),
        ("november 2025", "Cy Imagined"),
    ],
)
def test_words_of_a_card_are_found(listed: Page, typed: str, found: str) -> None:
    type_words(listed, typed)
    expect_status(listed, "1 of 6 conversations")
    assert shown(listed) == [found]


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("Oldest first", "Di Madeup", "Ada Invented"),
        ("Name", "Ada Invented", "王小明"),
        ("Organization", "هدى منصور", "Di Madeup"),
        ("Role", "王小明", "Di Madeup"),
    ],
)
def test_the_list_can_be_sorted(listed: Page, order: str, first: str, last: str) -> None:
    choose(listed, "Order", order)
    expect_status(listed, "6 conversations")
    assert (shown(listed)[0], shown(listed)[-1]) == (first, last)
    assert f"sort={order.split(maxsplit=1)[0].lower()}" in listed.url
    choose(listed, "Order", "Newest first")
    assert shown(listed) == EVERYBODY


def test_what_no_menu_knows_goes_from_the_address(listed: Page, site: str) -> None:
    listed.goto(f"{site}interviews/?industry=nonsense&route=warm")
    expect_status(listed, "3 of 6 conversations")
    assert listed.url.endswith("interviews/?route=warm")


def test_there_is_something_to_clear_once_something_is_chosen(listed: Page) -> None:
    clear = form(listed).get_by_role("button", name="Clear")
    expect(clear).to_be_disabled()
    choose(listed, "Route", "Warm")
    clear.press("Enter")
    expect_status(listed, "6 conversations")
    expect(clear).to_be_disabled()
    expect(clear).to_be_focused()


def test_an_address_can_be_shared(listed: Page, site: str, browser: Browser) -> None:
    choose(listed, "Industry", "Shipping")
    choose(listed, "Tag", "night-shift")
    choose(listed, "Order", "Name")
    address = f"{site}interviews/?industry=shipping&tag=night-shift&sort=name"
    expect(listed).to_have_url(address)
    other = browser.new_page()
    other.goto(f"{address}&route=nonsense")
    expect_status(other, "1 of 6 conversations")
    assert shown(other) == ["Zoë Unbuilt"]
    expect(form(other).get_by_label("Order")).to_have_value("name")
    expect(form(other).get_by_label("Route")).to_have_value("")
    other.close()


def test_back_undoes_one_choice_after_the_other(listed: Page, site: str) -> None:
    choose(listed, "Industry", "Shipping")
    choose(listed, "Route", "Warm")
    listed.get_by_role("link", name="Cy Imagined").click()
    expect(listed.get_by_role("heading", level=1)).to_have_text("Cy Imagined")
    listed.go_back()
    expect_status(listed, "2 of 6 conversations")
    listed.go_back()
    expect_status(listed, "4 of 6 conversations")
    expect(form(listed).get_by_label("Route")).to_have_value("")
    listed.go_back()
    expect_status(listed, "6 conversations")
    expect(listed).to_have_url(f"{site}interviews/")
    listed.go_forward()
    expect_status(listed, "4 of 6 conversations")


def test_typing_is_no_step_to_go_back(page: Page, site: str) -> None:
    page.goto(site)
    page.goto(f"{site}interviews/")
    type_words(page, "quay")
    expect(page).to_have_url(f"{site}interviews/?words=quay")
    page.go_back()
    expect(page).to_have_url(site)


def test_nothing_found_says_what_to_do(listed: Page, site: str) -> None:
    choose(listed, "Industry", "Food")
    type_words(listed, "quay")
    expect_status(listed, "0 of 6 conversations; try fewer words, or \u201cClear\u201d")
    assert shown(listed) == []
    form(listed).get_by_role("button", name="Clear").click()
    expect_status(listed, "6 conversations")
    assert shown(listed) == EVERYBODY
    expect(listed).to_have_url(f"{site}interviews/")


def test_it_works_from_the_keyboard(listed: Page, site: str) -> None:
    form(listed).get_by_label("Words").focus()
    fields = []
    for _ in range(9):
        listed.keyboard.press("Tab")
        fields.append(listed.evaluate("document.activeElement.name"))
        assert listed.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert fields == ["industry", "role", "topic", "route", "tag", "from", "to", "sort", ""]
    form(listed).get_by_label("Industry").focus()
    listed.keyboard.type("Fo")
    expect_status(listed, "2 of 6 conversations")
    form(listed).get_by_label("Words").focus()
    listed.keyboard.type("arch")
    expect_status(listed, "1 of 6 conversations")
    listed.keyboard.press("Escape")
    expect_status(listed, "2 of 6 conversations")
    form(listed).get_by_role("button", name="Clear").focus()
    listed.keyboard.press("Enter")
    expect_status(listed, "6 conversations")
    listed.keyboard.press("Tab")
    listed.keyboard.press("Enter")
    expect(listed.get_by_role("heading", level=1)).to_have_text("Ada Invented")


def test_a_phone_shows_the_menus_on_demand(listed: Page, site: str) -> None:
    listed.set_viewport_size({"width": 390, "height": 800})
    menu, button = (
        form(listed).get_by_label("Industry"),
        listed.get_by_role("button", name="Filters"),
    )
    expect(menu).not_to_be_visible()
    button.focus()
    listed.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    button.click()
    expect(menu).not_to_be_visible()
    listed.goto(f"{site}interviews/?industry=food")
    expect(menu).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_controls_are_large_enough_to_hit(listed: Page, site: str, width: int) -> None:
    listed.set_viewport_size({"width": width, "height": 800})
    listed.goto(f"{site}interviews/?industry=food")
    controls = form(listed).locator(":is(input, select, button):visible")
    assert controls.count() == (10 if width == 1280 else 11)
    for number in range(controls.count()):
        box = controls.nth(number).bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    assert listed.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_it_is_a_plain_list(browser: Browser, site: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site}interviews/?industry=food")
    assert shown(page) == EVERYBODY
    assert not form(page).is_visible()
    assert page.locator(":is(input, select, button):visible", has_text="Clear").count() == 0
    page.close()


def test_the_form_moves_nothing_when_it_appears(page: Page, site: str) -> None:
    page.route("**/shoptalk-filters.js", lambda route: route.abort())
    page.goto(f"{site}interviews/")
    before = page.locator(CARD).first.bounding_box()
    page.unroute("**/shoptalk-filters.js")
    page.goto(f"{site}interviews/")
    expect_status(page, "6 conversations")
    assert page.locator(CARD).first.bounding_box() == before


def test_links_of_other_pages_lead_to_a_narrowed_list(page: Page, site: str) -> None:
    page.goto(f"{site}interviews/5/")
    page.get_by_role("article").get_by_role("link", name="Shipping").click()
    expect(page).to_have_url(f"{site}interviews/?industry=shipping")
    expect_status(page, "4 of 6 conversations")
    page.goto(site)
    page.get_by_role("link", name="List").click()
    expect_status(page, "3 of 6 conversations")


def test_it_works_from_the_disk(page: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = fill(Folder(tmp_path_factory.mktemp("disk")), f"{CONFIG}use_directory_urls: false\n")
    page.goto((folder.path / "site/interviews/5.html").as_uri())
    page.get_by_role("article").get_by_role("link", name="Shipping").click()
    expect_status(page, "4 of 6 conversations")
    choose(page, "Route", "Warm")
    expect_status(page, "2 of 6 conversations")
    assert page.url.endswith("interviews/index.html?industry=shipping&route=warm")
    page.go_back()
    expect_status(page, "4 of 6 conversations")


def test_it_works_where_pages_change_without_loading(
    page: Page, tmp_path_factory: pytest.TempPathFactory
) -> None:
    config = CONFIG.replace("theme: {", "theme: {features: [navigation.instant], ")
    folder = Folder(tmp_path_factory.mktemp("instant"))
    for address in serve(folder.path / "site"):
        fill(folder, config.replace('""', address))
        page.goto(address)
        page.evaluate("window.isSame = true")
        page.get_by_role("link", name="Interviews").first.click()
        choose(page, "Industry", "Shipping")
        choose(page, "Route", "Warm")
        expect_status(page, "2 of 6 conversations")
        page.get_by_role("link", name="Cy Imagined").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Cy Imagined")
        page.go_back()
        expect_status(page, "2 of 6 conversations")
        page.go_back()
        expect_status(page, "4 of 6 conversations")
        assert page.evaluate("window.isSame")


def list_of(folder: Path, count: int) -> str:
    """The list of so many conversations, as HTML."""
    write_invented(folder, count)
    today = datetime.date(2026, 11, 22)
    corpus = read_corpus([folder / "interviews"], today, start=folder)
    report = grade(corpus, Rubric(title="Rubric"), today)
    pages = make_pages(Portfolio(report=report))
    return render_markdown(next(pages).head, lambda link: link)


def type_and_time(page: Page, keys: list[str]) -> list[float]:
    """For each key the seconds that the page works until it shows what is wanted.

    It is the time of the processor, because a machine that is busy with other things takes longer.
    """
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    form(page).get_by_label("Words").focus()
    worked = []
    for key in ("Shift", *keys):
        page.keyboard.press(key)
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        metrics = session.send("Performance.getMetrics")["metrics"]
        worked += [one["value"] for one in metrics if one["name"] == "TaskDuration"]
    return [after - before for before, after in itertools.pairwise(worked)]


def test_a_thousand_cards_answer_within_a_tenth_of_a_second(
    page: Page, site: str, built: Folder, tmp_path: Path
) -> None:
    html = built.page("interviews/index.html")
    begin = html.index("<h1")
    end = html.index("<script", begin)
    many = f"{html[:begin]}{list_of(tmp_path / 'many', 1_000)}{html[end:]}"
    assert len(many.encode()) < 430_000
    page.route("**/interviews/", lambda route: route.fulfill(body=many, content_type="text/html"))
    page.goto(f"{site}interviews/")
    expect_status(page, "1000 conversations")
    times = type_and_time(page, list("anal"))
    expect_status(page, "216 of 1000 conversations")
    times += type_and_time(page, ["Escape"])
    expect_status(page, "1000 conversations")
    assert max(times) < 0.1, times
