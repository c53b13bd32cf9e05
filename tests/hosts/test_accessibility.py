"""Every kind of page, measured by axe-core with all of its rules and by the keyboard."""

from collections.abc import Iterator

import pytest
from installed import package
from playwright.sync_api import Browser, Page, expect

from .conftest import CONFIG, Folder, serve
from .page_kinds import PAGE_KINDS

pytestmark = pytest.mark.browser

VIOLATIONS = """
async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.flatMap(
  ({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}: ${node.failureSummary}`)
)
"""

USE_EACH_FIELD = """
(form) => {
  for (const field of form.querySelectorAll("input:not([type=hidden]), select")) {
    if (field.type === "checkbox") field.checked = true;
    else if (field.options) field.selectedIndex = 1;
    else field.value = "e";
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }
}
"""

FOCUS = """
() => {
  const element = document.activeElement;
  const { outlineStyle } = getComputedStyle(element);
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const inside = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
  const name = `${element.tagName} ${element.className} ${element.textContent.trim()}`;
  return { name, seen: inside && outlineStyle !== "none", end: element === document.body };
}
"""


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[390, 1280])
def page(request: pytest.FixtureRequest, browser: Browser, scheme: str) -> Iterator[Page]:
    """An empty page."""
    size = {"width": request.param, "height": 800}
    page = browser.new_page(
        viewport=size,  # type: ignore[arg-type]
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    yield page
    page.close()


def violations(page: Page) -> list[str]:
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(package("axe-core/axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(VIOLATIONS)
    return found


def search(page: Page, words: str) -> None:
    page.locator(".md-search__input").focus()
    page.locator(".md-search__input").press_sequentially(words)
    page.locator(".md-search-result__link").first.wait_for(timeout=10_000)


def test_no_page_breaks_a_rule(page: Page, example: str) -> None:
    broken = {}
    for kind, address in PAGE_KINDS.items():
        page.goto(example + address)
        broken[kind] = violations(page)
        for form in page.locator("form.shoptalk-filter:visible").all():
            form.evaluate(USE_EACH_FIELD)
            broken[f"{kind}, filtered"] = violations(page)
    assert {kind: found for kind, found in broken.items() if found} == {}


def test_no_rule_is_broken_while_searching(page: Page, example: str) -> None:
    page.goto(example)
    search(page, "week")
    assert violations(page) == []


def test_no_rule_is_broken_with_the_drawer_open(page: Page, example: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(example + PAGE_KINDS["own page"])
    page.locator("#__drawer").evaluate("box => box.click()")
    expect(page.get_by_role("navigation", name="Navigation")).to_be_in_viewport()
    assert violations(page) == []


OWN = """\
# Everything

- [x] Done
- [ ] Open

```python
# A comment
x = None
```

```bash
echo 1
```
"""
SETTINGS = """\
theme:
  name: material
  features: [content.code.copy, content.action.edit, navigation.path, navigation.footer]
edit_uri: https://example.org/edit/docs/
markdown_extensions: [pymdownx.superfences, pymdownx.tasklist]
plugins: [search, tags, shoptalk]
"""


def test_no_rule_is_broken_by_what_a_student_may_switch_on(
    browser: Browser, portfolio: Folder
) -> None:
    portfolio.write("mkdocs.yml", CONFIG.partition("theme")[0] + SETTINGS)
    portfolio.write("docs/notes/own.md", f"---\ntags: [one, two]\n---\n\n{OWN}")
    portfolio.write("docs/notes/index.md", "# Notes\n")
    page = browser.new_page()
    for address in serve(portfolio.built().path / "site"):
        page.goto(f"{address}notes/own/")
        expect(page.locator(".md-code__nav")).to_have_count(2)
        found = violations(page)
    page.close()
    assert found == []


def test_no_rule_is_broken_in_the_instructors_edition(browser: Browser, portfolio: Folder) -> None:
    portfolio.write("mkdocs.yml", CONFIG.replace("shoptalk]", "shoptalk: {edition: instructor}]"))
    portfolio.built()
    page = browser.new_page()
    page.goto((portfolio.path / "site-instructor" / "interviews" / "ada.html").as_uri())
    found = violations(page)
    page.close()
    assert found == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", ["own page", "interview", "bank", "rubric"])
def test_what_has_the_focus_is_seen(browser: Browser, example: str, kind: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.goto(example + PAGE_KINDS[kind])
    unseen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["end"]:
            break
        is_drawn_by_its_label = "shoptalk-drawer" in focus["name"] or "md-option" in focus["name"]
        if not focus["seen"] and not is_drawn_by_its_label:
            unseen.append(focus["name"])
    page.close()
    assert unseen == []


def test_the_drawer_opens_by_keyboard(browser: Browser, example: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    page.goto(example)
    guide = page.locator(".md-nav--primary").get_by_role("link", name="About")
    expect(guide).not_to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Navigation", expanded=False)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Navigation", expanded=True)).to_be_focused()
    expect(guide).to_be_in_viewport()
    page.keyboard.press("Space")
    expect(guide).not_to_be_visible()
    page.close()


def test_the_keyboard_goes_from_the_drawer_button_into_it_and_closes_it_by_leaving(
    browser: Browser, example: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    page.goto(example)
    drawer, button = page.locator(".md-sidebar--primary"), page.locator(".shoptalk-drawer")
    button.press("Enter")
    page.keyboard.press("Tab")
    expect(drawer.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(drawer).not_to_be_visible()
    button.press("Enter")
    page.keyboard.press("Tab")
    page.locator("main article a").first.focus()
    expect(drawer).not_to_be_visible()
    page.close()


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_every_page_lets_one_skip_to_its_content(browser: Browser, example: str, kind: str) -> None:
    page = browser.new_page()
    page.goto(example + PAGE_KINDS[kind])
    skip = page.locator(".md-skip")
    expect(skip).to_have_count(1)
    target = (skip.get_attribute("href") or "").partition("#")[2]
    expect(page.locator(f"[id='{target}']")).to_have_count(1)
    page.close()


@pytest.mark.parametrize(("width", "size"), [(320, "100%"), (640, "125%"), (1280, "200%")])
def test_narrow_pages_and_large_text_need_no_sideways_scrolling(
    browser: Browser, example: str, width: int, size: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    wide = []
    for kind, address in PAGE_KINDS.items():
        page.goto(example + address)
        page.add_style_tag(content=f"html {{ font-size: calc(1.25 * {size}) !important }}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(kind)
    page.close()
    assert wide == []


def test_nothing_moves_for_people_who_asked_for_that(browser: Browser, example: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(example)
    assert page.evaluate(
        "document.getAnimations().length === 0"
        " && getComputedStyle(document.documentElement).scrollBehavior === 'auto'"
        " && [...document.querySelectorAll('*')].every("
        "   (one) => ['0s', 'none'].includes(getComputedStyle(one).transitionDuration)"
        "     || getComputedStyle(one).transitionProperty === 'none')"
    )
    page.close()
