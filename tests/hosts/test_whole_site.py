"""Whole sites of no, one, a few and many conversations: every page, or one of each kind."""

from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser

from shoptalk.reading.page_blocks import BLOCKS

from .conftest import CONFIG, Folder, serve, write_invented
from .page_kinds import PAGE_KINDS
from .test_accessibility import violations
from .test_mkdocs_build import broken_links
from .test_requests import Visit
from .test_valid_html import faults_in

MORE = """\
before: I took it for quiet work.
after: It is loud.
path:
  - {years: 2001-2015, role: Nurse}
  - {years: 2015-now, role: Tide Reader, organization: Harbour Office}
"""


@pytest.fixture(scope="module", params=[0, 1, 3, 30])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The site of so many conversations, with all pictures on a page of its own."""
    folder = Folder(tmp_path_factory.mktemp("whole"))
    write_invented(folder.path, request.param)
    for file in (folder.path / "interviews").iterdir():
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("---\n", f"---\n{MORE}", 1), encoding="utf-8")
    folder.write("mkdocs.yml", f"{CONFIG}validation: {{links: {{anchors: warn}}}}\n")
    (folder.path / "docs" / "index.md").unlink()
    blocks = "\n\n".join(f"## {name}\n\n<!-- shoptalk/{name} -->" for name in BLOCKS)
    folder.write("docs/blocks.md", f"# All blocks\n\n{blocks}\n")
    return folder.built()


def one_of_each_kind(folder: Folder) -> list[str]:
    """The addresses of pages that have nothing in common with one another."""
    kinds: dict[str, str] = {}
    for file in sorted(name for name in folder.files() if name.endswith(".html")):
        address = file.removesuffix("index.html")
        parent, _, name = address.rstrip("/").rpartition("/")
        kind = f"{parent}/{name.startswith('page-')}"
        kinds.setdefault(address if address in PAGE_KINDS.values() else kind, address)
    return list(kinds.values())


def test_every_link_leads_somewhere(whole: Folder) -> None:
    assert broken_links(whole) == []


def test_every_page_is_valid(whole: Folder) -> None:
    assert faults_in(sorted((whole.path / "site").rglob("*.html"))) == []


@pytest.mark.browser
def test_pages_of_each_kind_break_no_rule_and_report_no_error(
    browser: Browser, whole: Folder
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    visit, broken = Visit(page), {}
    with contextmanager(serve)(whole.path / "site") as site:
        for address in one_of_each_kind(whole):
            page.goto(site + address)
            broken[address] = violations(page)
        assert visit.elsewhere(site) == []
    page.close()
    assert {address: found for address, found in broken.items() if found} == {}
    assert visit.faults == []
