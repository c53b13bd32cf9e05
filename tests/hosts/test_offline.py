"""A site that was unpacked from an archive, opened from the disk in a real browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import CONFIG, Folder, copy_of_the_example
from .test_requests import Visit

NAMES = (
    "index",
    "interviews/index",
    "interviews/rosalind-okafor",
    "questions/index",
    "rubric/index",
)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    page = browser.new_page()
    yield Visit(page)
    page.close()


def search(page: Page, words: str) -> list[str]:
    page.locator(".md-search__input").press_sequentially(words)
    found = page.locator(".md-search-result__link")
    found.first.wait_for(timeout=10_000)
    addresses: list[str] = found.evaluate_all("links => links.map((link) => link.href)")
    return addresses


def check_on_disk(visit: Visit, site: Path) -> None:
    """Go through the pages, search, follow a result, and see that nothing was asked for."""
    for name in NAMES:
        visit.page.goto((site / f"{name}.html").as_uri())
    found = search(visit.page, "overnight loads")
    wanted = (site / "interviews" / "rosalind-okafor.html").as_uri()
    assert wanted in {address.partition("?")[0] for address in found}
    visit.page.locator(f".md-search-result__link[href^='{wanted}']").first.click()
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text("Rosalind Okafor")
    visit.page.goto((site / "questions" / "index.html").as_uri())
    visit.page.get_by_label("Words").press_sequentially("advice")
    expect(visit.page.locator("form.shoptalk-filter [role=status]")).to_contain_text("of 28")
    assert visit.elsewhere(site.as_uri()) == []
    assert visit.faults == []


@pytest.mark.browser
@pytest.mark.parametrize("plugins", ["search", "search, offline", "offline, search"])
def test_a_site_of_files_works_from_a_disk(visit: Visit, tmp_path: Path, plugins: str) -> None:
    folder = copy_of_the_example(tmp_path / "portfolio")
    config = (folder.path / "mkdocs.yml").read_text("utf-8")
    before, after = config.split("  - search\n")
    names = "".join(f"  - {name}\n" for name in plugins.split(", "))
    folder.write("mkdocs.yml", before + names + after)
    folder.built("--strict", "--no-directory-urls")
    archive = shutil.make_archive(str(tmp_path / "portfolio"), "zip", folder.path / "site")
    shutil.unpack_archive(archive, tmp_path / "unpacked here")
    check_on_disk(visit, tmp_path / "unpacked here")


@pytest.mark.browser
@pytest.mark.parametrize("order", ["[search, shoptalk: {}]", "[shoptalk: {}, search]"])
def test_the_instructors_archive_works_from_a_disk(
    visit: Visit, portfolio: Folder, tmp_path: Path, order: str
) -> None:
    plugins = order.replace("{}", "{edition: instructor}")
    portfolio.write("mkdocs.yml", CONFIG.replace("[search, shoptalk]", plugins))
    portfolio.built()
    shutil.unpack_archive(tmp_path / "site-instructor.zip", tmp_path / "unpacked")
    site = tmp_path / "unpacked" / "site-instructor"
    visit.page.goto((site / "index.html").as_uri())
    found = {address.partition("?")[0] for address in search(visit.page, "gauges")}
    assert (site / "interviews" / "ada.html").as_uri() in found
    assert visit.elsewhere(site.as_uri()) == []
    assert visit.faults == []


@pytest.mark.browser
def test_the_search_finds_other_languages_on_a_disk(visit: Visit, portfolio: Folder) -> None:
    portfolio.write("mkdocs.yml", CONFIG.replace("[search,", "[search: {lang: [en, de]},"))
    portfolio.write("docs/haus.md", "# Häuser\n\nViele Häuser am Hafen.\n")
    portfolio.built("--no-directory-urls")
    site = portfolio.path / "site"
    visit.page.goto((site / "index.html").as_uri())
    assert any("haus.html" in address for address in search(visit.page, "Hafen"))
    assert visit.faults == []


def test_a_site_for_servers_holds_nothing_for_disks(built_example: Folder) -> None:
    assert not {"assets/iframe-worker.js", "search/search_index.js"} & built_example.files()
