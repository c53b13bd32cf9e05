"""Listing what is due as a user types it."""

import json
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from shoptalk.cli import main

TODAY = datetime.now(ZoneInfo("Europe/Berlin")).date()
OUTREACH = f"""\
zone: Europe/Berlin
requests:
  - {{name: Ken Abara, sent: {TODAY - timedelta(days=20)}}}
  - {{name: Bríd O'Hanlon, sent: {TODAY - timedelta(days=10)}}}
  - {{name: Jürgen Wrede, sent: {TODAY}}}
"""
ADA = f"---\nname: Ada Okafor\ndate: {TODAY - timedelta(days=3)}\nthanked: false\n---\n\nWe met.\n"


@pytest.fixture(autouse=True)
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio of three requests and a conversation, as the working directory."""
    for folder in ("private", "docs", "interviews"):
        (tmp_path / folder).mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Talks\n", encoding="utf-8")
    (tmp_path / "private" / "outreach.yml").write_text(OUTREACH, encoding="utf-8")
    (tmp_path / "interviews" / "ada.md").write_text(ADA, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def due(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["due", *arguments])


def whats(*arguments: str) -> list[str]:
    done = due("--format", "json", *arguments)
    assert done.exit_code == 0, done.output
    return [one["what"] for one in json.loads(done.stdout)]


def test_text_shows_a_week_and_how_much_comes_later():
    done = due()
    assert done.exit_code == 0
    assert "20 days" not in done.stdout
    assert "6 days overdue  Remind Ken Abara, this once" in done.stdout
    assert '  shoptalk did remind "Bríd O\'Hanlon"\n' in done.stdout
    assert "Jürgen" not in done.stdout
    assert done.stderr == "1 more later; --all shows them\n"
    assert "\x1b" not in done.stdout


def test_how_far_ahead():
    first = ["Remind Ken Abara, this once", "Thank Ada Okafor", "Connect with Ada Okafor"]
    second, third = "Remind Bríd O'Hanlon, this once", "Remind Jürgen Wrede, this once"
    assert whats() == [*first, second]
    assert whats("--until", str(TODAY)) == first
    assert whats("--until", str(TODAY + timedelta(days=14))) == [*first, second, third]
    assert whats("--all") == [*first, second, third]
    assert due("--all", "--until", str(TODAY)).exit_code == 2


def test_a_calendar_holds_all_unless_told_otherwise():
    out = Path("private/due.ics")
    assert due("--format", "ics", "--out", str(out)).exit_code == 0
    assert len(Calendar.from_ical(out.read_bytes()).walk("VEVENT")) == 5
    printed = due("--format", "ics", "--until", str(TODAY)).stdout_bytes
    assert len(Calendar.from_ical(printed).walk("VEVENT")) == 3
    assert b"\r\nBEGIN:VEVENT\r\n" in printed


def test_markdown():
    done = due("--format", "markdown")
    assert done.stdout.startswith(
        "# What is due\n\n## Overdue\n\n- **Remind Ken Abara, this once**"
    )


def test_a_written_text_has_no_colour_and_unix_lines():
    assert due("--out", "due.txt").exit_code == 0
    assert Path("due.txt").read_bytes().startswith(b"Overdue\n\n  ")


def test_a_file_that_git_may_take_along_is_named():
    Path(".gitignore").write_text("private/\nlisted.md\n")
    for out, is_named in (("due.md", True), ("listed.md", False), ("private/due.md", False)):
        done = due("--out", out)
        assert done.exit_code == 0
        assert ("due.md names people, and Git may take it along" in done.stderr) == is_named
    assert (
        "put a line `due.md` into .gitignore, or write to private/due.md"
        in due("--out", "due.md").stderr
    )


@pytest.mark.parametrize(
    "out", ["docs/due.ics", "site/due.ics", "site-instructor/a/due.ics", "interviews/due.ics"]
)
def test_nothing_is_written_where_it_would_be_published(out: str):
    done = due("--format", "ics", "--out", out)
    assert done.exit_code == 2
    assert f"would be published with {Path(out).parts[0]}/" in " ".join(done.stderr.split())
    assert not Path(out).exists()


def test_other_folders_of_the_settings_count_and_links_do_not_help(portfolio: Path):
    (portfolio / "mkdocs.yml").write_text("docs_dir: pages\nsite_dir: out\n", encoding="utf-8")
    (portfolio / "pages").mkdir()
    (portfolio / "way").symlink_to("pages")
    for out in ("pages/due.ics", "out/due.ics", "way/due.ics"):
        assert due("--format", "ics", "--out", out).exit_code == 2


def test_a_file_that_cannot_be_written_is_said():
    done = due("--out", "nowhere/due.txt")
    assert done.exit_code == 1
    assert "cannot write nowhere/due.txt: No such file or directory" in done.stderr


def test_without_requests_the_interviews_are_enough(portfolio: Path):
    (portfolio / "private" / "outreach.yml").unlink()
    done = due()
    assert done.exit_code == 0
    assert "Thank Ada Okafor" in done.stdout
    assert 'no request is noted yet; `shoptalk asked "Full Name"`' in done.stderr


def test_without_interviews_the_requests_are_enough(portfolio: Path):
    (portfolio / "interviews" / "ada.md").unlink()
    (portfolio / "interviews").rmdir()
    assert whats() == ["Remind Ken Abara, this once", "Remind Bríd O'Hanlon, this once"]


def test_nothing_due(portfolio: Path):
    (portfolio / "private" / "outreach.yml").write_text("requests: []\n", encoding="utf-8")
    (portfolio / "interviews" / "ada.md").unlink()
    done = due()
    assert (done.exit_code, done.stdout) == (0, "")
    assert "nothing is due\n" in done.stderr


@pytest.mark.parametrize("folder", ["interviews", "private"])
def test_the_portfolio_is_found_from_a_folder_in_it(
    portfolio: Path, monkeypatch: pytest.MonkeyPatch, folder: str
):
    monkeypatch.chdir(portfolio / folder)
    assert whats()[0] == "Remind Ken Abara, this once"


def test_no_portfolio_is_said(tmp_path_factory: pytest.TempPathFactory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    done = due()
    assert done.exit_code == 2
    assert "there is no portfolio here" in done.stderr


def test_a_broken_request_is_said_and_the_others_are_shown(portfolio: Path):
    text = OUTREACH + "  - {name: Zoe Ek, sent: 2026-13-01}\n"
    (portfolio / "private" / "outreach.yml").write_text(text, encoding="utf-8")
    done = due()
    assert done.exit_code == 0
    assert "Ken Abara" in done.stdout
    assert "private/outreach.yml:6:" in done.stderr


def test_as_a_process_of_its_own_without_the_library_for_calendars():
    code = (
        "import sys; sys.argv = ['shoptalk', 'due']\n"
        "from shoptalk.cli import main\n"
        "main(standalone_mode=False)\n"
        "assert 'icalendar' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert "Bríd O'Hanlon" in done.stdout.decode()


def test_the_help_has_examples():
    assert "shoptalk due --format ics --out private/due.ics" in due("--help").stdout


def test_private_is_made_so_that_git_leaves_it_out(monkeypatch):
    Path("another").mkdir()
    monkeypatch.chdir("another")
    assert CliRunner().invoke(main, ["due", "--out", "private/due.md"]).exit_code == 0
    assert Path("private/.gitignore").read_text() == "*\n"


@pytest.mark.parametrize("command", ["due", "outreach"])
def test_a_list_that_cannot_be_read_is_no_empty_list(portfolio: Path, command: str):
    path = portfolio / "private" / "outreach.yml"
    path.write_text(OUTREACH.replace("requests:", "requests"), encoding="utf-8")
    done = CliRunner().invoke(main, [command])
    assert done.exit_code == 1
    assert "private/outreach.yml cannot be read" in done.stderr
    assert "[invalid-yaml]" in done.stderr
    assert done.stdout == ""
