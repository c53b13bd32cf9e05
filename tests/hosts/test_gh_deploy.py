"""What `mkdocs gh-deploy` pushes to a repository that everybody can read."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import ENVIRONMENT, MKDOCS, Folder, copy_of_the_example, serve

BEN = """\
---
name: Ben Unnamed-Holt
title: Tide Reader
alias: A tide reader
date: 2026-03-14
questions: [What is new?]
learnings: [Much of it is agreed on.]
applications: [Ask some of them.]
---

It was quiet.
"""


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout


def deploy(folder: Folder, **variables: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*MKDOCS, "gh-deploy"],
        cwd=folder.path,
        env={**ENVIRONMENT, **variables},
        capture_output=True,
        text=True,
        timeout=120,
    )


def pushed(origin: Path) -> str:
    """The names of the files that everybody can read."""
    if "gh-pages" not in git(origin, "branch", "--list", "gh-pages"):
        return ""
    return git(origin, "ls-tree", "-r", "--name-only", "gh-pages")


def with_origin(folder: Path, bare: Path) -> Path:
    """Where a folder is pushed to."""
    git(bare, "init", "-q", "--bare")
    git(folder, "init", "-q")
    git(folder, "config", "user.name", "A Student")
    git(folder, "config", "user.email", "student@example.org")
    git(folder, "remote", "add", "origin", str(bare))
    return bare


@pytest.fixture
def origin(portfolio: Folder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a portfolio with somebody who agreed to nothing is pushed to."""
    portfolio.write("interviews/ben.md", BEN)
    return with_origin(portfolio.path, tmp_path_factory.mktemp("origin"))


def test_the_public_edition_is_pushed(portfolio: Folder, origin: Path) -> None:
    done = deploy(portfolio)
    assert done.returncode == 0, done.stderr
    assert "interviews/a-tide-reader/index.html" in pushed(origin)


def test_the_instructors_edition_is_not(portfolio: Folder, origin: Path) -> None:
    done = deploy(portfolio, SHOPTALK_EDITION="instructor")
    assert done.returncode == 1
    assert "the instructor's edition names everybody" in done.stderr
    assert "Traceback" not in done.stderr
    assert pushed(origin) == ""
    assert not (portfolio.path / "site-instructor").exists()


def test_a_site_with_a_leak_is_not(portfolio: Folder, origin: Path) -> None:
    portfolio.write("docs/about.md", "# About\n\nThanks to Ben Unnamed-Holt.\n")
    done = deploy(portfolio)
    assert done.returncode == 1
    assert "do not publish site/" in done.stderr
    assert pushed(origin) == ""


# What was pushed, as visitors see it


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the example, pushed, and served below a path as Pages does."""
    example = copy_of_the_example(tmp_path_factory.mktemp("example"))
    origin = with_origin(example.path, tmp_path_factory.mktemp("origin"))
    done = deploy(example, SITE_URL="https://example.org/mine/")
    assert done.returncode == 0, done.stderr
    served = tmp_path_factory.mktemp("served")
    git(served, "clone", "-q", "--branch", "gh-pages", str(origin), "mine")
    for root in serve(served):
        yield f"{root}mine/"


@pytest.fixture
def visit(browser: Browser, published: str) -> Iterator[Page]:
    """A page on which nothing is asked for that is not there, or lies outside the path."""
    page = browser.new_page()
    asked: list[tuple[int, str]] = []
    page.on("response", lambda answer: asked.append((answer.status, answer.url)))
    yield page
    page.close()
    assert asked
    wrong = [one for one in asked if one[0] >= 400 or not one[1].startswith(published)]
    assert wrong == []


@pytest.mark.browser
def test_what_was_pushed_is_clicked_through_below_a_path(visit: Page, published: str) -> None:
    visit.goto(published)
    canonical = visit.get_attribute("link[rel=canonical]", "href")
    assert canonical == "https://example.org/mine/"
    tabs = visit.locator(".md-tabs__link").all_inner_texts()
    assert len(tabs) > 4
    for tab in tabs:
        visit.locator(".md-tabs__link", has_text=tab).click()
        expect(visit.locator(".md-tabs__item--active")).to_have_text(tab)
    visit.goto(f"{published}interviews/")
    visit.get_by_role("link", name="Rosalind Okafor").first.click()
    visit.wait_for_url(f"{published}interviews/rosalind-okafor/")
    visit.locator(".md-header__button.md-logo").first.click()
    visit.wait_for_url(published)


@pytest.mark.browser
def test_what_was_pushed_is_searched_below_a_path(visit: Page, published: str) -> None:
    visit.goto(f"{published}about/")
    visit.locator(".md-search__input").click()
    visit.locator(".md-search__input").press_sequentially("Rosalind")
    visit.locator(".md-search-result__link").first.click()
    visit.wait_for_url(f"{published}interviews/**")


@pytest.mark.browser
def test_a_wrong_address_below_a_path_still_looks_like_the_site(
    published: str, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{published}404.html")
    links = page.locator("link[rel=stylesheet], .md-logo").evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    )
    page.close()
    assert links
    assert all(link.startswith(("/mine/", "https://example.org/mine/")) for link in links), links
