"""What pages ask for and run, in a real browser and under the policy that they bear."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from .conftest import ADA, CONFIG, Folder, Preview, serve
from .page_kinds import PAGE_KINDS

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
SEARCH_RESULT = ".md-search-result__link"


@dataclass
class Visit:
    """A page that notes what it asks for and what goes wrong."""

    page: Page
    asked: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("requestfailed", self._failed)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on(
            "console",
            lambda said: self.faults.append(said.text) if said.type in ("error", "warning") else "",
        )
        self.page.on(
            "response",
            lambda answer: self.faults.append(answer.url) if answer.status >= 400 else "",
        )

    def _failed(self, request: Request) -> None:
        # What was still on its way when the page was left.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"{request.url}: {request.failure}")

    def elsewhere(self, home: str) -> list[str]:
        return [url for url in self.asked if not url.startswith((home, "data:"))]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    page = browser.new_page(color_scheme="light")
    yield Visit(page)
    page.close()


def search(page: Page, words: str) -> None:
    page.locator(".md-search__input").press_sequentially(words)
    page.locator(SEARCH_RESULT).first.wait_for(timeout=10_000)


def policy_of(page: str) -> str:
    found = POLICY.findall(page)
    return "".join(found) if len(found) < 2 else f"{len(found)} policies"


@pytest.mark.browser
def test_pages_ask_no_other_host_and_nothing_fails(visit: Visit, example: str) -> None:
    for address in PAGE_KINDS.values():
        visit.page.goto(example + address, wait_until="networkidle")
        for form in visit.page.locator("form.shoptalk-filter:visible").all():
            for menu in form.locator("select").all():
                choices = menu.locator("option:enabled")
                menu.select_option(choices.nth(min(1, choices.count() - 1)).get_attribute("value"))
    assert len(visit.asked) > len(PAGE_KINDS)
    assert visit.elsewhere(example) == []
    assert visit.faults == []


@pytest.mark.browser
def test_searching_the_drawer_and_the_schemes_work_under_the_policy(
    visit: Visit, example: str
) -> None:
    page = visit.page
    for kind in ("home", "interview", "nowhere"):
        page.goto(example + PAGE_KINDS[kind])
        search(page, "week")
        page.keyboard.press("Escape")
        page.locator("label[title='Switch to dark']").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        page.reload()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        page.locator("label[title='Switch to light']").click()
        page.set_viewport_size({"width": 390, "height": 800})
        page.locator(".md-header label[for=__drawer]").click()
        expect(page.get_by_role("navigation", name="Navigation")).to_be_in_viewport()
        page.set_viewport_size({"width": 1280, "height": 800})
    assert visit.elsewhere(example) == []
    assert visit.faults == []


@pytest.mark.browser
def test_nothing_but_the_sites_own_runs_or_loads(visit: Visit, portfolio: Folder) -> None:
    portfolio.write(
        "docs/index.md",
        "# Home\n\n<script>document.title = 'ran'</script>\n"
        "<p onclick=\"document.title = 'ran'\">Click</p>\n\n"
        '<img alt="" src="https://pictures.example/a.png">\n'
        '<script src="https://scripts.example/a.js"></script>\n'
        '<iframe src="https://frames.example/"></iframe>\n',
    )
    done = portfolio.build()
    for address in serve(portfolio.path / "site"):
        visit.page.goto(address, wait_until="networkidle")
        visit.page.get_by_text("Click", exact=True).click()
        assert visit.page.title() == "Conversations"
    blocked = {fault for fault in visit.faults if fault.endswith(": csp")}
    assert len(visit.elsewhere(address)) <= len(blocked)
    for host in ("pictures", "scripts", "frames"):
        assert f"index.md: a file is kept out: https://{host}.example/" in done.stderr
    assert "index.md: a script in the page is kept out" in done.stderr


def test_each_page_bears_one_policy_with_the_themes_scripts(built_example: Folder) -> None:
    pages = [name for name in built_example.files() if name.endswith(".html")]
    assert "404.html" in pages
    for name in pages:
        policy = policy_of(built_example.page(name))
        assert policy.startswith("default-src 'self'; script-src 'self' 'sha256-")
        assert "unsafe-inline" not in policy.partition("style-src")[0]


def test_a_policy_never_names_what_a_page_happens_to_hold(portfolio: Folder) -> None:
    plain = policy_of(portfolio.built().page("index.html"))
    portfolio.write("docs/index.md", "# Home\n\n<script>anything()</script>\n")
    assert policy_of(portfolio.built().page("index.html")) == plain


@pytest.mark.parametrize(
    "option", ["content_security_policy: false", "let_interviews_run_scripts: true"]
)
def test_the_policy_can_be_left_out(portfolio: Folder, option: str) -> None:
    portfolio.write("mkdocs.yml", CONFIG.replace("shoptalk]", f"shoptalk: {{{option}}}]"))
    portfolio.write(
        "docs/index.md", '# Home\n\n<img alt="" src="https://pictures.example/a.png">\n'
    )
    portfolio.built("--strict")
    assert "Content-Security-Policy" not in portfolio.page("index.html")
    assert "Content-Security-Policy" not in portfolio.page("404.html")


def test_a_preview_keeps_its_live_reload(preview: Preview) -> None:
    policy = policy_of(preview.get("interviews/ada/"))
    assert "script-src 'self' 'unsafe-inline'; " in policy
    assert "default-src 'self'; " in policy


@pytest.mark.parametrize(
    ("theme", "says"),
    [
        ("material", ""),
        ("{name: material, font: {text: Inter}}", "`theme.font` is left out"),
        ("{name: material, font: false}", ""),
    ],
)
def test_no_font_is_loaded_from_elsewhere(portfolio: Folder, theme: str, says: str) -> None:
    portfolio.write("mkdocs.yml", CONFIG.replace("{name: material, font: false}", theme))
    done = portfolio.build()
    assert "fonts." not in portfolio.page("index.html")
    assert says in done.stderr
    assert ("WARNING" in done.stderr) == bool(says)


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("extra_css: [https://styles.example/a.css]", "`extra_css` is kept out: https://styles"),
        ("extra_javascript: [//scripts.example/a.js]", "`extra_javascript` is kept out: //scripts"),
        ("extra: {analytics: {provider: google}}", "`extra.analytics` is kept out"),
        ("extra_css: [a.css]", ""),
    ],
)
def test_settings_that_ask_other_hosts_are_named(
    portfolio: Folder, setting: str, says: str
) -> None:
    portfolio.write("mkdocs.yml", f"{CONFIG}{setting}\n")
    portfolio.write("docs/a.css", "")
    done = portfolio.build()
    assert says in done.stderr
    assert ("WARNING" in done.stderr) == bool(says)


def test_a_files_own_host_is_not_another_one(portfolio: Folder) -> None:
    portfolio.write("mkdocs.yml", CONFIG.replace('""', "https://site.example/"))
    portfolio.write("docs/index.md", '# Home\n\n<img alt="" src="https://site.example/a.png">\n')
    portfolio.built("--strict")


@pytest.mark.browser
def test_a_repository_is_linked_and_not_asked(visit: Visit, portfolio: Folder) -> None:
    portfolio.write("mkdocs.yml", f"{CONFIG}repo_url: https://github.com/example/portfolio\n")
    for address in serve(portfolio.built("--strict").path / "site"):
        visit.page.goto(address, wait_until="networkidle")
        link = visit.page.get_by_role("link", name="GitHub").first
        expect(link).to_have_attribute("href", "https://github.com/example/portfolio")
        assert visit.elsewhere(address) == []
        assert visit.faults == []


FENCES = """\
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format ''
"""


@pytest.mark.browser
def test_a_diagram_is_text_unless_the_site_can_draw_it(visit: Visit, portfolio: Folder) -> None:
    portfolio.write("mkdocs.yml", CONFIG + FENCES)
    portfolio.write("docs/index.md", "# Home\n\n```mermaid\ngraph LR; A-->B\n```\n")
    done = portfolio.build()
    assert "index.md: a diagram is shown as text" in done.stderr
    for address in serve(portfolio.path / "site"):
        visit.page.goto(address, wait_until="networkidle")
        expect(visit.page.get_by_text("graph LR")).to_be_visible()
        assert visit.elsewhere(address) == []
        assert visit.faults == []
    portfolio.write("mkdocs.yml", f"{CONFIG}{FENCES}extra_javascript: [mermaid.min.js]\n")
    portfolio.write("docs/mermaid.min.js", "")
    assert 'class="mermaid"' in portfolio.built("--strict").page("index.html")


def test_tasks_are_named_by_their_text(portfolio: Folder) -> None:
    tasks = "markdown_extensions: [pymdownx.tasklist]\n"
    portfolio.write("mkdocs.yml", CONFIG + tasks)
    portfolio.write("docs/index.md", '# Home\n\n- [x] Write to "Bo" & **Cy**\n- [ ] Ask\n')
    page = portfolio.built().page("index.html")
    assert 'aria-label="Write to &quot;Bo&quot; &amp; Cy"' in page
    assert 'aria-label="Ask"' in page


def test_the_policy_stands_in_the_instructors_edition_too(portfolio: Folder) -> None:
    portfolio.write("mkdocs.yml", CONFIG.replace("shoptalk]", "shoptalk: {edition: instructor}]"))
    portfolio.write("interviews/ada.md", ADA)
    portfolio.built()
    page = (portfolio.path / "site-instructor" / "interviews" / "ada.html").read_text("utf-8")
    assert "script-src 'self' file: 'sha256-" in policy_of(page)
