"""The coverage in a real browser: legible in light and dark, and usable on a phone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .conftest import ADA, CONFIG, Folder, serve

pytestmark = pytest.mark.browser

PALETTE = (
    "palette: [{media: '(prefers-color-scheme: light)', scheme: default},"
    " {media: '(prefers-color-scheme: dark)', scheme: slate}], "
)
COLOURS = """cells => cells.map(cell => [
  getComputedStyle(cell).color,
  getComputedStyle(cell).backgroundColor,
  getComputedStyle(document.body).backgroundColor,
])"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Conversations with none to five questions on a topic."""
    folder = Folder(tmp_path_factory.mktemp("coverage"))
    folder.write("mkdocs.yml", CONFIG.replace("theme: {", "theme: {" + PALETTE))
    folder.write("docs/index.md", "# Home\n")
    for number in range(1, 31):
        asked = "".join(
            f"  - {{ask: Who has mooring{one}?, topic: skills}}\n" for one in range(number % 6)
        )
        text = ADA.replace("learnings:", f"{asked}learnings:").replace("Invented", f"No {number}")
        folder.write(f"interviews/{number:02}.md", text)
    yield from serve(folder.built().path / "site")


def show(browser: Browser, site: str, width: int, scheme: str = "light") -> Page:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{site}questions/coverage/")
    return page


def contrast(text: str, *grounds: str) -> float:
    """The contrast of a text with the grounds below it, the lowest last; all as CSS colours."""
    ground = [255.0] * 3
    for colour in reversed(grounds):
        ground = blend(colour, ground)
    lighter, darker = sorted(map(luminance, (blend(text, ground), ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def blend(colour: str, ground: list[float]) -> list[float]:
    *parts, alpha = ([float(one) for one in re.findall(r"[\d.]+", colour)] + [1.0])[:4]
    return [alpha * part + (1 - alpha) * below for part, below in zip(parts, ground, strict=True)]


def luminance(colour: list[float]) -> float:
    scaled = (one / 255 for one in colour)
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in scaled
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_shade_can_be_read_and_told_from_the_next(
    browser: Browser, site: str, scheme: str
) -> None:
    page = show(browser, site, 1280, scheme)
    wanted = "slate" if scheme == "dark" else "default"
    assert page.get_attribute("body", "data-md-color-scheme") == wanted
    shades = [f"tbody .shoptalk-n{count}" for count in range(5)]
    colours = [page.locator(shade).evaluate_all(COLOURS)[0] for shade in shades]
    page.close()
    assert [round(contrast(*one), 1) for one in colours if contrast(*one) < 4.5] == []
    grounds = [one[1] for one in colours]
    assert len(set(grounds)) == 5


def test_a_gap_is_told_without_colour_and_to_a_screen_reader(browser: Browser, site: str) -> None:
    page = show(browser, site, 1280)
    gap = page.get_by_role("cell", name="none").first
    sign = gap.evaluate("cell => getComputedStyle(cell, '::before').content")
    page.close()
    assert "\u25cb" in sign


@pytest.mark.parametrize("width", [390, 1280])
def test_the_table_scrolls_in_its_own_box(browser: Browser, site: str, width: int) -> None:
    page = show(browser, site, width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.get_by_role("region", name="Conversations by topics")
    box.focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowDown")
    page.wait_for_timeout(500)
    edges = box.bounding_box()
    topic = page.get_by_role("columnheader", name="Skills").bounding_box()
    person = page.get_by_role("rowheader", name="Ada No 30").bounding_box()
    scrolled = box.evaluate("box => [box.scrollLeft > 0, box.scrollTop > 0]")
    page.close()
    assert scrolled == [width == 390, True]
    assert edges
    assert topic
    assert person
    assert abs(topic["y"] - edges["y"]) < 2
    assert abs(person["x"] - edges["x"]) < 2
