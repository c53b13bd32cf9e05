"""What rests on the requests is on the instructor's page, and nowhere in the public edition."""

import html
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from shoptalk.cli import main

from .conftest import ADA, CONFIG, Folder, Preview, text_of

RUBRIC = """\
criteria:
  - {id: thanks, title: Thanks, checks: [late-thank-you]}
  - {id: connected, title: Connected, checks: [missing-field: {field: connected}]}
  - {id: sent, title: Sent, scope: portfolio, checks: [missing-record: {record: request}]}
  - {id: agreed, title: Agreed, checks: [missing-record: {record: appointment}]}
"""
REQUESTS = """\
requests:
  - name: Ada Invented
    organization: Umbrathex
    sent: 2026-03-01
    appointment: {on: 2026-03-14, place: Vexquay}
    thanked: 2026-03-15
    connected: 2026-03-16
  - name: Zebulon Quarrington
    why: His talk at Umbrathex
    sent: 2026-03-02
    answer: declined
"""
SECRETS = ("Zebulon", "Quarrington", "Umbrathex", "Vexquay", "outreach.yml")
ALIKE = ("interviews/ada/index.html", "interviews/index.html", "portfolio.json")
SETTINGS = CONFIG.replace('site_url: ""', "site_url: https://example.org/")


def write(path: Path, requests: str = REQUESTS) -> Folder:
    folder = Folder(path)
    folder.write("mkdocs.yml", SETTINGS)
    folder.write("docs/index.md", "# Home\n\n<!-- shoptalk/progress -->\n")
    folder.write("rubric.yml", RUBRIC)
    folder.write("interviews/ada.md", ADA)
    if requests:
        folder.write("private/outreach.yml", requests)
    return folder


def build(folder: Folder, edition: str) -> Path:
    folder.built(SHOPTALK_EDITION=edition)
    return folder.path / ("site" if edition == "public" else "site-instructor")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return write(tmp_path_factory.mktemp("process"))


@pytest.fixture(scope="module")
def public(folder: Folder) -> Path:
    return build(folder, "public")


def rubric_page(site: Path) -> str:
    return " ".join(text_of((site / "rubric/index.html").read_text("utf-8")).split())


def test_the_instructor_sees_whom_and_where(folder: Folder):
    page = rubric_page(build(folder, "instructor"))
    assert "Before and after the conversations" in page
    assert "Thanks Ada Invented (6)" in page
    assert "Connected Ada Invented (7)" in page
    assert "Sent Ada Invented (4)" in page
    assert "Zebulon Quarrington (10)" in page
    assert "Agreed Ada Invented (5)" in page


def test_each_leads_to_their_own_row_though_all_stand_on_one_line(tmp_path: Path):
    together = "{name: Ada Invented, sent: 2026-03-01}, {name: Cy Invented, sent: 2026-03-02}"
    site = build(write(tmp_path, f"requests: [{together}]\n"), "instructor")
    page = (site / "rubric/index.html").read_text("utf-8")
    led = dict(re.findall(r'href="../outreach/index.html#request-(\d)">([^<]+)', page))
    assert led == {"1": "Ada Invented", "2": "Cy Invented"}


def test_the_public_sees_no_trace_of_it(public: Path):
    assert "Before and after" not in rubric_page(public)
    for file in public.rglob("*"):
        if file.is_file():
            text = file.read_bytes().decode("utf-8", "replace")
            assert [one for one in SECRETS if one in html.unescape(text)] == [], file


def test_no_public_page_says_more_than_without_the_requests(public: Path, tmp_path: Path):
    without = build(write(tmp_path, requests=""), "public")
    for name in ALIKE:
        assert (public / name).read_text("utf-8") == (without / name).read_text("utf-8"), name


def test_the_preview_shows_it_to_the_author(preview: Preview, portfolio: Folder):
    write(portfolio.path)
    page = preview.wait_for("/rubric/", lambda text: "Before and after" in text)
    assert "Zebulon Quarrington" in page


@pytest.mark.parametrize("form", ["text", "json", "markdown", "csv"])
def test_the_grades_say_it_in_every_format(form: str, folder: Folder, monkeypatch):
    monkeypatch.chdir(folder.path)
    done = CliRunner().invoke(main, ["grade", "--format", form])
    assert done.exit_code == 0, done.output
    if form == "json":
        rows = {row["criterion"]: row for row in json.loads(done.output)["portfolio"]["rows"]}
        assert rows["sent"]["evidence"] == [
            {"path": "private/outreach.yml", "line": 4, "person": "Ada Invented"},
            {"path": "private/outreach.yml", "line": 10, "person": "Zebulon Quarrington"},
        ]
    else:
        shown = " ".join(done.output.split())
        assert "private/outreach.yml:4 (Ada Invented), 10 (Zebulon Quarrington)" in shown
        assert "private/outreach.yml:6 (Ada Invented)" in shown


def test_a_check_of_the_files_knows_what_the_requests_say(folder: Folder, monkeypatch):
    monkeypatch.chdir(folder.path)
    assert "late-thank-you" not in CliRunner().invoke(main, ["check"]).output
    (folder.path / "private/outreach.yml").rename(folder.path / "kept.yml")
    assert "late-thank-you" in CliRunner().invoke(main, ["check"]).output
    (folder.path / "kept.yml").rename(folder.path / "private/outreach.yml")


def test_a_copy_without_private_says_why_nothing_can_be_shown(tmp_path: Path, monkeypatch):
    folder = write(tmp_path, requests="")
    folder.write("interviews/ada.md", ADA.replace("name: Ada Invented", "alias: A tide reader"))
    monkeypatch.chdir(folder.path)
    shown = CliRunner().invoke(main, ["grade"]).output
    assert "cannot be shown (ada): agreed; only the instructor's edition can show it" in shown
    assert "cannot be shown (portfolio): sent; only the instructor's edition can show it" in shown
