"""The page of a class in a browser, and as checkers of HTML and of access judge it."""

import json
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from installed import PACKAGES, node, package
from playwright.sync_api import Browser, Page

from shoptalk.classes.handed_in import handed_in
from shoptalk.classes.together import ClassWork, grade_class
from shoptalk.rubric.class_grades import ClassBook
from shoptalk.rubric.class_reports.html import render_class

CLASS = Path(__file__).parent / "class"
PORTFOLIOS = ("ada", "ken", "mina/portfolio.json", "none", "lost")

VIOLATIONS = """
async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.flatMap(
  ({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}: ${node.failureSummary}`)
)
"""


@pytest.fixture(scope="module")
def grades(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of some students, in a file."""
    work = ClassWork(rubric="", with_scores=False, here=CLASS, today=date(2026, 11, 22))
    rows = grade_class([handed_in(CLASS / path, CLASS) for path in PORTFOLIOS], work)
    path = tmp_path_factory.mktemp("class") / "grades.html"
    path.write_text(render_class(ClassBook(tuple(rows), date(2026, 11, 22))), encoding="utf-8")
    return path


@pytest.fixture(params=[(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
def page(request: pytest.FixtureRequest, browser: Browser, grades: Path) -> Iterator[Page]:
    """The page, and nothing that it asks for elsewhere."""
    width, scheme = request.param
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(grades.as_uri())
    yield page
    assert asked == [grades.as_uri()]
    page.close()


def test_html_validate_finds_no_error(grades: Path):
    program = package("html-validate/bin/html-validate.mjs")
    config = PACKAGES.parent / ".htmlvalidate.json"
    done = subprocess.run(
        [node(), program, "--config", config, "--formatter", "json", grades],
        capture_output=True,
        text=True,
        timeout=120,
    )
    found = [message["message"] for file in json.loads(done.stdout) for message in file["messages"]]
    assert found == []


@pytest.mark.browser
def test_no_rule_of_access_is_broken(page: Page):
    page.evaluate(package("axe-core/axe.min.js").read_text(encoding="utf-8"))
    assert page.evaluate(VIOLATIONS) == []
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width == page.viewport_size["width"]


@pytest.mark.browser
def test_rows_are_found_by_their_words_and_by_what_waits(page: Page):
    def shown() -> list[str]:
        return [row.inner_text().split("\n")[0] for row in page.locator("tbody th:visible").all()]

    assert shown() == ["ada", "ken", "mina", "none", "lost"]
    page.get_by_label("Only rows with").fill("not GRADED")
    assert shown() == ["none", "lost"]
    assert page.locator("output").inner_text() == "2 of 5"
    page.get_by_label("Only rows with").fill("")
    page.get_by_label("Only where something waits").check()
    assert shown() == ["ada", "ken", "mina"]


@pytest.mark.browser
def test_names_and_titles_stay_in_view(page: Page):
    page.locator(".table").evaluate("table => { table.style.maxBlockSize = '120px' }")
    page.locator(".table").evaluate("table => table.scrollTo(60, 60)")
    top, start = page.locator(".table").evaluate(
        """(table) => {
          const box = table.getBoundingClientRect();
          const at = (query) => table.querySelector(query).getBoundingClientRect();
          return [at("thead th").top - box.top, at("tbody th").left - box.left];
        }"""
    )
    assert (abs(top) < 1, abs(start) < 1) == (True, True)


@pytest.mark.browser
def test_what_is_said_of_a_student_stands_first(page: Page):
    titles = [title.inner_text() for title in page.locator("thead th").all()]
    assert titles[:3] == ["Student", "Total", "Notes"]
    ken = page.locator("tbody tr").nth(1)
    assert "the same text as ada" in ken.locator("td").nth(1).inner_text()


@pytest.mark.browser
def test_the_page_says_by_what_and_when_and_what_its_shades_mean(page: Page):
    assert page.get_by_text("Conversations of a class · 2026-11-22 · 5 portfolios").is_visible()
    shade = "one => getComputedStyle(one).backgroundColor"
    for kind, word in (("waits", "waits for a person"), ("unmet", "not met")):
        sample = page.locator(f".legend .{kind}")
        cell = page.locator(f"td.{kind}").first
        assert sample.inner_text() == word
        assert word in cell.inner_text()
        assert cell.evaluate(shade) == sample.evaluate(shade) != "rgba(0, 0, 0, 0)"


@pytest.mark.browser
def test_a_table_that_does_not_fit_says_that_it_scrolls(page: Page):
    hint = page.get_by_text("the table scrolls sideways")
    assert hint.is_visible() is (page.viewport_size["width"] < 700)
    page.set_viewport_size({"width": 320, "height": 700})
    hint.wait_for(state="visible")


@pytest.mark.browser
def test_evidence_is_one_click_away(page: Page):
    cell = page.locator("tbody td:has(details)").first
    link = cell.get_by_role("link", name="a-nurse.md:1")
    assert not link.is_visible()
    cell.get_by_text("4 of 4").click()
    assert link.is_visible()
    assert link.get_attribute("href") == "ada/interviews/a-nurse.md"


@pytest.mark.browser
def test_paper_gets_all_rows_and_no_form(page: Page):
    page.emulate_media(media="print")
    assert not page.locator("form").is_visible()
    assert page.locator(".table").evaluate("one => getComputedStyle(one).overflow") == "visible"


@pytest.mark.browser
def test_without_scripts_there_is_the_table_alone(browser: Browser, grades: Path):
    page = browser.new_page(java_script_enabled=False)
    page.goto(grades.as_uri())
    assert not page.locator("form").is_visible()
    assert page.locator("tbody tr:visible").count() == 5
    page.close()
