"""The example and a hostile portfolio in a real browser."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from shoptalk.reading.page_blocks import BLOCKS

from .conftest import ADA, CONFIG, Folder, serve
from .test_mkdocs_hostile import FRONT_MATTER, PAYLOADS
from .test_rubric_page import RUBRIC

pytestmark = pytest.mark.browser

EXAMPLE_PAGES = (
    "",
    "about/",
    "interviews/",
    "interviews/rosalind-okafor/",
    "interviews/2026-autumn/wang-xiaoming/",
    "questions/",
    "questions/day-to-day/",
    "questions/starter/",
    "rubric/",
)


CLICK_EVERYTHING = """
for (const element of document.querySelectorAll("article *"))
  if (!(element.closest("a")?.protocol ?? "").startsWith("http")) element.click?.()
"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_their_screen(browser: Browser, example: str, width: int, scheme: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    for path in EXAMPLE_PAGES:
        page.goto(example + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        wanted = "slate" if scheme == "dark" else "default"
        assert page.get_attribute("body", "data-md-color-scheme") == wanted
    page.close()


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a rubric of about ten criteria, and five conversations."""
    folder = Folder(tmp_path_factory.mktemp("graded"))
    folder.write("mkdocs.yml", CONFIG)
    folder.write("docs/index.md", "# Home\n")
    folder.write("rubric.yml", RUBRIC)
    for number in range(5):
        name = f"Ada Invented-Longname the {number}th"
        folder.write(f"interviews/{number}.md", ADA.replace("Ada Invented", name))
    yield from serve(folder.built().path / "site")


def test_the_rubric_prints_on_two_sheets(browser: Browser, graded: str) -> None:
    page = browser.new_page()
    page.goto(f"{graded}rubric/")
    printed = page.pdf(format="A4")
    page.close()
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2


def test_the_criteria_stay_in_sight_on_a_phone(browser: Browser, graded: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{graded}rubric/")
    page.locator("td", has_text="met (2)").nth(4).scroll_into_view_if_needed()
    criterion = page.locator("th[scope=row]", has_text="Full name").bounding_box()
    scrolled = page.locator("td", has_text="met (2)").first.bounding_box()
    page.close()
    assert criterion
    assert scrolled
    assert scrolled["x"] < 0 <= criterion["x"]


def results_of(page: Page, words: str) -> list[str]:
    """The addresses that a search for some words finds."""
    query = page.locator("[data-md-component=search-query]")
    query.click()
    query.press_sequentially(words)
    found = page.locator(".md-search-result__link")
    found.first.wait_for(state="attached", timeout=10_000)
    addresses: list[str] = found.evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    return [address.split("?")[0] for address in addresses]


def test_search_finds_a_question_in_the_bank_and_in_the_conversations(
    browser: Browser, example: str
) -> None:
    page = browser.new_page()
    page.goto(example)
    found = " ".join(results_of(page, "like dislike parts of your work"))
    page.close()
    assert "questions/" in found
    assert "interviews/rosalind-okafor/" in found


def test_a_hostile_portfolio_runs_nothing(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = Folder(tmp_path_factory.mktemp("hostile"))
    folder.write("mkdocs.yml", CONFIG.replace("[search,", "[search, tags,"))
    folder.write(
        "docs/index.md",
        "# Home\n\n" + "\n\n".join(f"<!-- shoptalk/{name} -->" for name in BLOCKS) + "\n",
    )
    folder.write("docs/tags.md", "# Tags\n\n<!-- material/tags -->\n")
    for number, payload in enumerate(PAYLOADS):
        value = "'" + payload.replace("'", "''") + "'"
        body = f"{payload}\n\n## {payload}\n\nx {payload} y\n"
        folder.write(f"interviews/p{number}.md", FRONT_MATTER.format(value, "nothing") + body)
    folder.write("interviews/ada.md", ADA)
    with contextmanager(serve)(folder.built().path / "site") as address:
        bank = [name for name in sorted(folder.files()) if name.startswith("questions/")]
        page = browser.new_page()
        ran: list[str] = []
        page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: ran.append(str(error)))
        paths = [f"interviews/p{number}/" for number in range(len(PAYLOADS))]
        for path in ("", "tags/", "interviews/", "rubric/", *bank, *paths):
            page.goto(address + path)
            page.evaluate(CLICK_EVERYTHING)
        page.goto(address)
        results_of(page, "nothing")
        page.wait_for_timeout(300)
        page.close()
        assert ran == []
