"""Pictures on a student's own page, in a real browser: legible, and never wider than a phone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .conftest import ADA, CONFIG, Folder, serve

PALETTE = (
    "palette: [{media: '(prefers-color-scheme: light)', scheme: default},"
    " {media: '(prefers-color-scheme: dark)', scheme: slate}], "
)
PICTURES = ("over-time", "industries", "topics", "topics")
EDGES = """texts => texts.map(text => text.getBoundingClientRect())
  .map(box => [box.left, box.right])"""


def write_site(folder: Folder, theme: str = "") -> Folder:
    """Conversations in two industries, of which one has a long name, over six months."""
    folder.write("mkdocs.yml", CONFIG.replace("theme: {", "theme: {" + PALETTE + theme))
    blocks = "\n\n".join(f"<!-- shoptalk/{name} -->" for name in PICTURES)
    folder.write("docs/notes/home.md", f"# Home\n\nBefore.\n\n{blocks}\n\n**After.**\n")
    folder.write("docs/index.md", "# Home\n")
    for number in range(12):
        industry = "Law" if number % 3 else "Operation and maintenance of waterworks for the region"
        text = ADA.replace("2026-03", f"2026-{number % 6 + 1:02}").replace("Ada", f"Ada {number}")
        folder.write(
            f"interviews/{number}.md", text.replace("date:", f"industry: {industry}\ndate:")
        )
    return folder.built("--strict")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return write_site(Folder(tmp_path_factory.mktemp("charts")))


@pytest.fixture(scope="module")
def site(folder: Folder) -> Iterator[str]:
    yield from serve(folder.path / "site")


def show(browser: Browser, site: str, width: int, scheme: str = "light") -> Page:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{site}notes/home/")
    return page


def test_a_picture_stands_in_the_place_of_its_comment(folder: Folder) -> None:
    page = folder.page("notes/home/index.html")
    figures = re.findall(r"<figure.*?</figure>", page, re.DOTALL)
    assert len(figures) == len(PICTURES)
    assert "<strong>After.</strong>" in page.partition(figures[-1])[2]
    assert 'href="../../questions/skills/"' in figures[-1]
    ids = re.findall(r' id="(shoptalk-[^"]+-(?:title|desc)[^"]*)"', page)
    assert len(set(ids)) == len(ids) == 2 * len(PICTURES)


def test_the_search_leaves_pictures_out(folder: Folder) -> None:
    assert "As a table" not in folder.page("search/search_index.json")


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_cut_off_or_too_small(browser: Browser, site: str, width: int) -> None:
    page = show(browser, site, width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    texts = page.locator(".shoptalk-chart text")
    edges = texts.evaluate_all(EDGES)
    sizes = texts.evaluate_all(
        "texts => texts.map(text => parseFloat(getComputedStyle(text).fontSize))"
    )
    page.close()
    assert [one for one in edges if one[0] < 0 or one[1] > width] == []
    assert min(sizes) >= 11


@pytest.mark.browser
def test_letters_twice_as_large_stay_on_the_screen(browser: Browser, site: str) -> None:
    page = show(browser, site, 320)
    page.add_style_tag(content="html { font-size: 250% }")
    edges = page.locator(".shoptalk-chart text").evaluate_all(EDGES)
    page.close()
    assert [one for one in edges if one[0] < 0 or one[1] > 320] == []


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_and_texts_follow_the_scheme(browser: Browser, site: str, scheme: str) -> None:
    page = show(browser, site, 390, scheme)
    text = page.locator(".shoptalk-chart text").first
    same = text.evaluate(
        "text => getComputedStyle(text).fill === getComputedStyle(text.closest('figure')).color"
    )
    height = page.locator(".shoptalk-chart .shoptalk-mark").first.evaluate(
        "bar => parseFloat(getComputedStyle(bar).strokeWidth)"
    )
    page.close()
    assert same
    assert height > 4


@pytest.mark.browser
def test_the_numbers_open_by_keyboard(browser: Browser, site: str) -> None:
    page = show(browser, site, 390)
    picture = page.get_by_role("figure").nth(1)
    assert picture.get_by_role("img", name="Conversations by industry").count() == 1
    cell = picture.get_by_role("cell", name="8", exact=True)
    assert not cell.is_visible()
    picture.locator("summary").focus()
    page.keyboard.press("Enter")
    assert cell.is_visible()
    page.keyboard.press("Enter")
    assert not cell.is_visible()
    page.close()


@pytest.mark.browser
def test_what_is_printed_is_the_drawing_alone(browser: Browser, site: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site}notes/home/")
    cell = page.get_by_role("figure").nth(1).get_by_role("cell", name="8", exact=True)
    page.emulate_media(media="print")
    assert not cell.is_visible()
    assert page.locator(".shoptalk-chart text", has_text="8").first.is_visible()
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(("width", "is_cut"), [(390, True), (1280, False)])
def test_labels_are_cut_only_where_they_do_not_fit(
    browser: Browser, site: str, width: int, is_cut: bool
) -> None:
    page = show(browser, site, width)
    label = page.locator(".shoptalk-chart text", has_text="Operation").first
    seen = [label.locator(f".shoptalk-{one}").is_visible() for one in ("narrow", "roomy")]
    assert seen == [is_cut, not is_cut]
    page.close()


@pytest.mark.browser
def test_from_right_to_left_bars_begin_at_the_right(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    built = write_site(Folder(tmp_path_factory.mktemp("arabic")), "language: ar, ")
    for address in serve(built.path / "site"):
        page = show(browser, address, 390)
        picture = page.locator(".shoptalk-chart").nth(1)
        label = picture.locator("text", has_text="Law").bounding_box()
        number = picture.locator("text", has_text="8").bounding_box()
        page.close()
        assert label
        assert number
        assert 390 - 20 < label["x"] + label["width"] <= 390
        assert number["x"] < 60
