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
