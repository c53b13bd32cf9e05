"""`shoptalk leaks` goes by the settings of the portfolio."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from shoptalk.cli import main


def leaks() -> int:
    return CliRunner().invoke(main, ["leaks", "site"]).exit_code


def test_what_the_settings_allow_is_no_leak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    for name, text in (
        ("interviews/ada.md", "---\nname: Ada Invented\n---\n\nWe met.\n"),
        ("site/index.html", "<p>Write to me@quill.dev.</p>"),
    ):
        Path(name).parent.mkdir()
        Path(name).write_text(text, encoding="utf-8")
    assert leaks() == 1
    Path("mkdocs.yml").write_text("plugins: [shoptalk: {allow: [me@quill.dev]}]\n")
    assert leaks() == 0


def test_a_portfolio_is_no_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("interviews").mkdir()
    Path("mkdocs.yml").write_text("plugins: [shoptalk]\n")
    done = CliRunner().invoke(main, ["leaks", "."])
    assert done.exit_code == 2
    assert ". is a portfolio and no built site" in done.stderr


def test_names_that_are_not_here_cannot_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    for name, text in (
        ("interviews/ada.md", "---\nalias: A nurse\n---\n\nWe met.\n"),
        ("site/index.html", "<p>Thanks to Ada Invented.</p>"),
    ):
        Path(name).parent.mkdir()
        Path(name).write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["leaks", "site"])
    assert done.exit_code == 0
    assert "1 interview has no name here (private/ is missing)" in done.stderr
    assert "note" not in done.stdout


def test_what_every_page_repeats_is_said_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("interviews").mkdir()
    Path("interviews/ada.md").write_text("---\nname: Ada Quillon\n---\n\nWe met.\n")
    Path("mkdocs.yml").write_text("site_name: Talks\ncopyright: with thanks to Ada Quillon\n")
    Path("site").mkdir()
    for number in range(3):
        Path(f"site/{number}.html").write_text(f"<h1>{number}</h1> Thanks to <b>Ada Quillon</b>")
    done = CliRunner().invoke(main, ["leaks", "site"])
    assert done.stdout.count("[leak]") == 3
    assert "other files" not in done.stdout
    Path("site/3.html").write_text("Ada\nQuillon and ada QUILLON")
    Path("site/4.html").write_text("Call Quillon.")
    done = CliRunner().invoke(main, ["leaks", "site"])
    assert done.exit_code == 1
    assert done.stdout.count("[leak]") == 3
    assert (
        "site/0.html:1:25: error: 'Ada Quillon' names somebody who did not agree to be named, and "
        "in 3 other files; it comes from interviews/ada.md:2; the same words stand in mkdocs.yml:2 "
    ) in done.stdout
    assert "5 files of the site: 3 errors" in done.stdout
    Path("docs").mkdir()
    Path("docs/about.md").write_text("---\n---\n# With ada quillon\n")
    Path("docs/index.md").write_text("# Home\n")
    done = CliRunner().invoke(main, ["leaks", "site"])
    assert "; the same words stand in mkdocs.yml:2 and docs/about.md:3 " in done.stdout
    Path("docs/about.md").unlink()
    (tmp_path / "mkdocs.yml").unlink()
    assert "the same words" not in CliRunner().invoke(main, ["leaks", "site"]).stdout


@pytest.mark.parametrize(
    ("file", "text", "is_readable"),
    [
        ("outreach.yml", "zone: Europe/Berlin\nrequests: [Zoe Brimble]\n", True),
        ("outreach.yml", "zone Europe/Berlin\nrequests: [Zoe Brimble]\n", False),
        ("ada.yml", "# hers\nname: Ada Invented\n", True),
        ("ada.yml", "# hers\n%%%\nname: Ada Invented\n", False),
    ],
)
def test_a_file_that_cannot_be_read_is_no_empty_one(
    file: str, text: str, is_readable: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    for name, written in (
        ("interviews/ada.md", "---\nalias: A tide reader\n---\n\nWe met.\n"),
        (f"private/{file}", text),
        ("site/index.html", "<p>Welcome.</p>"),
    ):
        Path(name).parent.mkdir()
        Path(name).write_text(written, encoding="utf-8")
    done = CliRunner().invoke(main, ["leaks", "site"])
    assert done.exit_code == (0 if is_readable else 1)
    assert ("so who is named there could not be searched for" in done.stderr) is not is_readable
    assert (f"private/{file}:2" in done.stderr) is not is_readable


def test_a_calendar_is_searched_over_its_folded_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    folded = "BEGIN:VCALENDAR\r\nSUMMARY:Thank Ada Quil\r\n lon\\, PhD\r\nEND:VCALENDAR\r\n"
    for name, text in (
        ("interviews/ada.md", "---\nname: Ada Quillon\nalias: A nurse\n---\n\nWe met.\n"),
        ("site/talks.ics", folded),
    ):
        Path(name).parent.mkdir()
        Path(name).write_bytes(text.encode())
    done = CliRunner().invoke(main, ["leaks", "site"])
    assert done.exit_code == 1
    assert "'Ada Quillon" in done.stdout
