"""The whole portfolio as a PDF, printed by a real Chromium, and the document it is printed from."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from installed import chromium
from playwright.sync_api import Browser

from shoptalk.commands.pdf_pages import first_pages
from shoptalk.site.document import (
    CONVERSATIONS,
    DOCUMENT,
    VARIABLE,
    WITH_QUESTIONS,
    with_page_numbers,
)

from .conftest import ADA, ENVIRONMENT, Folder, copy_of_the_example

TITLE = re.compile(rb"/Title (?:\(((?:[^()\\\\]|\\\\.)*)\)|<([0-9A-F]+)>)")
UNNAMED = (
    ADA.replace("Ada Invented", "Bea Quillfeather")
    .replace("2026-03-14", "2026-02-01")
    .replace("consent: {name: true, organization: true, ", "alias: A quiet reader\nconsent: {")
    .replace("She met me", "Bea Quillfeather met me")
)
DRAFT = ADA.replace("Ada Invented", "Cy Oddwater").replace("tags:", "draft: true\ntags:")


def make_pdf(folder: Folder, *options: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", "from shoptalk.cli import main; main()", "pdf", *options],
        cwd=folder.path,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=200,
    )


def bookmarks(pdf: bytes) -> list[str]:
    """The titles in a PDF, that of the file itself included."""
    return [
        bytes.fromhex(coded.decode()).decode("utf-16")
        if coded
        else re.sub(rb"\\\\(.)", rb"\\1", plain).decode("latin-1")
        for plain, coded in TITLE.findall(pdf)
    ]


@pytest.fixture(scope="module")
def printed_example(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    browser = chromium()
    folder = copy_of_the_example(tmp_path_factory.mktemp("printed"))
    done = make_pdf(folder, "--browser", browser)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "Printed portfolio.pdf.\n"
    assert sorted(path.name for path in folder.path.iterdir()) == [
        *("docs", "interviews", "mkdocs.yml", "portfolio.pdf", "rubric.yml")
    ]
    return (folder.path / "portfolio.pdf").read_bytes()


@pytest.mark.browser
def test_each_part_has_a_bookmark(printed_example: bytes) -> None:
    titles = bookmarks(printed_example)
    parts = [
        *("What work is like", "Contents", "María José Ferrer Ibáñez", "A court interpreter"),
        *("Rosalind Okafor", "王小明", "Insights"),
    ]
    assert set(parts) <= set(titles)
    assert any("منصور" in title for title in titles)
    assert "What does a normal Tuesday look like for you?" in titles


@pytest.mark.browser
def test_the_pdf_has_links_within_it_and_a_plausible_length(printed_example: bytes) -> None:
    assert len(re.findall(rb"/Dest\b", printed_example)) > 40
    assert b"file://" not in printed_example
    assert 15 <= len(re.findall(rb"/Type\s*/Page\b", printed_example)) <= 30


@pytest.mark.browser
def test_the_contents_say_on_which_page_each_part_begins(portfolio: Folder) -> None:
    portfolio.write("interviews/long.md", ADA.replace("2026-03", "2026-01") + "\n\nWe met.\n" * 200)
    assert make_pdf(portfolio, "--browser", chromium()).returncode == 0
    found = first_pages((portfolio.path / "portfolio.pdf").read_bytes())
    assert list(found.values())[:2] == [3, found["part-2"]]
    assert found["part-2"] > 5


@pytest.mark.browser
def test_the_numbers_of_pages_stand_in_the_contents(browser: Browser, portfolio: Folder) -> None:
    html = with_page_numbers(document_of(portfolio, CONVERSATIONS), {"part-1": 3})
    page = browser.new_page()
    page.set_content(html)
    content = "link => getComputedStyle(link, '::after').content"
    visibility = "link => getComputedStyle(link, '::after').visibility"
    assert page.eval_on_selector("#contents a[href='#part-1']", content) == '"3"'
    assert page.eval_on_selector("#contents a[href='#part-1']", visibility) == "visible"
    assert page.eval_on_selector("#contents a[href='#part-2']", visibility) == "hidden"
    page.close()


def test_links_to_pages_that_are_not_in_the_document_are_text(tmp_path: Path) -> None:
    folder = copy_of_the_example(tmp_path)
    settings = (folder.path / "mkdocs.yml").read_text(encoding="utf-8")
    folder.write("mkdocs.yml", settings.replace('site_url: ""', "site_url: https://noor.example/"))
    assert "noor.example" not in document_of(folder, CONVERSATIONS)


@pytest.mark.browser
def test_a_pdf_names_nobody_who_did_not_agree(portfolio: Folder) -> None:
    portfolio.write("interviews/quiet.md", UNNAMED)
    portfolio.write("interviews/cy.md", DRAFT)
    done = make_pdf(portfolio, "--edition", "public", "--browser", chromium())
    assert done.returncode == 0, done.stderr
    titles = bookmarks((portfolio.path / "portfolio.pdf").read_bytes())
    assert titles.index("A quiet reader") >= 0
    assert not [title for title in titles if "Quillfeather" in title or "Oddwater" in title]


def document_of(folder: Folder, wanted: str, edition: str = "public") -> str:
    site = folder.path / "made"
    environment = {**ENVIRONMENT, VARIABLE: wanted, "SHOPTALK_EDITION": edition}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)],
        cwd=folder.path,
        env=environment,
        check=True,
        timeout=120,
    )
    suffix = "-instructor" if edition == "instructor" else ""
    return Path(f"{site}{suffix}", DOCUMENT).read_text(encoding="utf-8")


def test_the_document_of_each_edition_says_what_it_may(portfolio: Folder) -> None:
    portfolio.write("interviews/quiet.md", UNNAMED)
    portfolio.write("interviews/cy.md", DRAFT)
    public = document_of(portfolio, CONVERSATIONS)
    assert public.index("A quiet reader") < public.index("Ada Invented")
    assert "Quillfeather" not in public
    assert "not for publication" not in public
    instructors = document_of(portfolio, CONVERSATIONS, "instructor")
    assert "Bea Quillfeather met me" in instructors
    assert "Instructor\u2019s edition: not for publication" in instructors
    for document in (public, instructors):
        assert "Cy Oddwater" not in document


def test_every_link_within_the_document_leads_somewhere(tmp_path: Path) -> None:
    document = document_of(copy_of_the_example(tmp_path), WITH_QUESTIONS)
    ids = re.findall(r'(?<= id=")[^"]+', document)
    links = re.findall(r'(?<= href="#)[^"]+', document)
    assert len(links) > 60
    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)
    assert "Question bank" in document
    assert 'href=".' not in document


def test_a_build_that_nobody_asked_for_a_document_has_none(portfolio: Folder) -> None:
    assert VARIABLE not in os.environ
    assert DOCUMENT not in portfolio.built().files()
