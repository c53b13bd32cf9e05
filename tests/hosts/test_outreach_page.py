"""What came of asking: by name for student and instructor, for everybody in totals at most."""

import gzip
import html
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from .conftest import ADA, CONFIG, Folder, Preview, serve
from .test_accessibility import violations
from .test_valid_html import faults_in

PALETTE = (
    "palette: [{media: '(prefers-color-scheme: light)', scheme: default},"
    " {media: '(prefers-color-scheme: dark)', scheme: slate}], "
)
SETTINGS = CONFIG.replace("theme: {", "theme: {" + PALETTE).replace(
    'site_url: ""', "site_url: https://example.org/"
)
PEOPLE = (
    "Zofia Quorrel",
    "Åse Thornquill-Vexley",
    "Tamsin O'Brackley",
    "<b>Ulla</b> Hargrove",
    "[Iona](x) Pennefather",
    "Крестина Заречная",
    "{{ Lev }} Marchbanks",
    "Noor *Al-Sabbagh*",
    "Wilhelmina Featherstonehaugh",
    "Bertil Oxenstierna",
)
NAMES = ("quorrel", "thornquill", "brackley", "hargrove", "pennefather", "заречн", "marchbanks")
NAMES += ("sabbagh", "featherstone", "oxenstierna", "vantongeren", "kettlewhist")
SENTENCE = "only these very words were sent to one"
RUBRIC = """\
criteria:
  - {id: asked, title: Asked, scope: portfolio, checks: [{missing-record: {record: request}}]}
  - {id: thanks, title: Thanked, checks: [{missing-record: {record: feedback}}]}
"""


def requests() -> str:
    entries = []
    for number, name in enumerate(PEOPLE):
        answer = "answer: declined\n    answered: 2026-09-20" if number % 3 else ""
        entries.append(
            f"""  - name: {json.dumps(name, ensure_ascii=False)}
    organization: Kettlewhist {number}
    route: {"warm" if number % 2 else "cold"}
    channel: email
    subject: "Twenty minutes, {SENTENCE} {number}?"
    message: "{SENTENCE} person, number {number}. Write to x{number}@kettlewhist.example"
    sent: 2026-09-1{number}
    introduced_by: {"Ada Invented" if number < 3 else "Pim Vantongeren"}
    feedback: [{{who: Lotte Vantongeren, on: 2026-09-01, comment: "{SENTENCE} more {number}."}}]
    {answer}
"""
        )
    return "requests:\n  - {name: Ada Invented, sent: 2026-03-01}\n" + "".join(entries)


def write_site(folder: Folder) -> Folder:
    folder.write("mkdocs.yml", SETTINGS)
    folder.write("docs/index.md", "# Home\n\n<!-- shoptalk/chain -->\n")
    folder.write("rubric.yml", RUBRIC)
    folder.write("private/outreach.yml", requests())
    told = "referrals: ['Zofia Quorrel', Bertil Oxenstierna, 'Åse Thornquill-Vexley']\n"
    ada = ADA.replace("She met me", "Wilhelmina Featherstonehaugh took me")
    folder.write("interviews/ada.md", ada.replace("tags:", f"{told}tags:"))
    return folder


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A portfolio with a hostile list of requests, in both editions."""
    folder = write_site(Folder(tmp_path_factory.mktemp("outreach")))
    for edition in ("public", "instructor"):
        done = folder.build(SHOPTALK_EDITION=edition)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


def told(site: Path) -> Iterator[tuple[str, str]]:
    """Whatever a site says, in each of its files, also in their names."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            data = gzip.decompress(data) if path.suffix == ".gz" else data
            text = f"{path.name} {data.decode('utf-8', 'replace')}"
            yield path.name, unicodedata.normalize("NFC", html.unescape(text)).casefold()


def test_the_public_edition_has_nothing_of_it(both: Folder) -> None:
    site = both.path / "site"
    assert not (site / "outreach").exists()
    found = [
        (name, word) for name, text in told(site) for word in (*NAMES, SENTENCE) if word in text
    ]
    assert found == []
    assert "Somebody" in both.page("insights/index.html")


def test_the_instructors_edition_has_all_of_it(both: Folder) -> None:
    page = (both.path / "site-instructor/outreach/index.html").read_text("utf-8")
    for name in ("Zofia Quorrel", "&lt;b&gt;Ulla&lt;/b&gt; Hargrove", "Pim Vantongeren"):
        assert html.unescape(name) in html.unescape(page)
    assert "<b>Ulla" not in page
    assert '<a href="../interviews/ada.html">Ada Invented</a>' in page
    assert "Answers by route" in page
    for name in ("insights", "rubric"):
        other = (both.path / f"site-instructor/{name}/index.html").read_text("utf-8")
        assert '<a href="../outreach/index.html">What came of asking</a>' in other


def test_everybody_sees_totals_if_they_are_switched_on(tmp_path: Path) -> None:
    folder = write_site(Folder(tmp_path))
    on = "shoptalk: {publish_outreach: true}"
    folder.write("mkdocs.yml", SETTINGS.replace("shoptalk]", f"{on}]"))
    page = folder.built().page("outreach/index.html")
    assert "<strong>11</strong> requests" in page
    words = [word for _, text in told(folder.path / "site") for word in NAMES if word in text]
    assert words == []
    assert not any(word in page for word in ("What works", "route", "who-led", "Who led"))


def test_a_preview_shows_it(preview: Preview) -> None:
    assert preview.get("outreach/") == ""
    preview.folder.write("outreach.yml", requests())
    page = preview.wait_for("outreach/", lambda page: "Oxenstierna" in page)
    assert "What works" in page


def test_the_page_is_valid(both: Folder, tmp_path: Path) -> None:
    page = tmp_path / "outreach.html"
    page.write_bytes((both.path / "site-instructor/outreach/index.html").read_bytes())
    assert faults_in([page]) == []


WITHIN = """
[...document.querySelectorAll(".shoptalk-requests :is(th, td), .shoptalk-written > *")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)
"""
"""The cells and texts of requests that are wider than there is room."""


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_can_be_read_by_everybody(
    both: Folder, browser: Browser, width: int, scheme: str
) -> None:
    for address in serve(both.path / "site-instructor"):
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(f"{address}outreach/index.html")
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate(WITHIN) == []
        texts = page.locator(".shoptalk-chart svg text").all()
        assert all(
            (box := one.bounding_box()) and box["x"] + box["width"] <= width for one in texts
        )
        page.close()


@pytest.mark.browser
@pytest.mark.parametrize(("width", "shown"), [(320, "grid"), (390, "grid"), (1280, "table-row")])
def test_rows_are_cards_on_a_phone_also_without_scripts(
    both: Folder, browser: Browser, width: int, shown: str
) -> None:
    for address in serve(both.path / "site-instructor"):
        context = browser.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=False
        )
        page = context.new_page()
        page.goto(f"{address}outreach/index.html#request-2")
        row = page.locator("#request-2")
        expect(row).to_have_css("display", shown)
        expect(row).to_be_in_viewport()
        expect(row.get_by_role("link", name="words")).to_be_visible()
        texts = page.locator("#written-2")
        expect(texts.get_by_text("person, number 0")).to_be_hidden()
        texts.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(texts.get_by_text("person, number 0")).to_be_visible()
        context.close()


@pytest.mark.browser
def test_what_was_not_done_is_a_dash_that_is_read_out_as_none(
    both: Folder, browser: Browser
) -> None:
    for address in serve(both.path / "site-instructor"):
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"{address}outreach/index.html")
        cells = page.get_by_role("cell", name="none", exact=True)
        assert cells.count() == page.locator(".shoptalk-missing").count() > 0
        drawn = "one => getComputedStyle(one, '::before').content"
        assert page.locator(".shoptalk-missing > span").first.evaluate(drawn).startswith('"\u2013"')
        page.close()


@pytest.mark.browser
def test_all_columns_fit_on_paper(both: Folder, browser: Browser) -> None:
    for address in serve(both.path / "site-instructor"):
        page = browser.new_page(viewport={"width": 673, "height": 950})
        page.emulate_media(media="print")
        page.goto(f"{address}outreach/index.html")
        assert page.evaluate("document.documentElement.scrollWidth") == 673
        page.close()
