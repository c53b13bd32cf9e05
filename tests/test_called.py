"""The commands that are proposed can be typed as they stand there."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from shoptalk.cli import main
from shoptalk.commands.called import typed


@pytest.fixture(autouse=True)
def called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A portfolio with an environment of its own, in which the command was called."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "elsewhere"))
    monkeypatch.setattr(sys, "argv", [str(Path(".venv/bin/shoptalk"))])
    programs = Path(".venv/bin")
    programs.mkdir(parents=True)
    (programs / "shoptalk").touch(0o755)


def test_the_folder_stands_in_front_if_it_was_typed():
    assert typed("shoptalk check", Path()) == str(Path(".venv/bin/shoptalk check"))
    assert typed("mkdocs serve", Path("mine")) == str(Path("../.venv/bin/mkdocs serve"))


def test_programs_somewhere_else_are_named_in_whole(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "tools/bin/shoptalk")])
    (tmp_path / "mine").mkdir()
    assert typed("mkdocs serve", Path("mine")) == "../tools/bin/mkdocs serve"
    (tmp_path / "tools/other").mkdir(parents=True)
    elsewhere = tmp_path / "a/b/c"
    elsewhere.mkdir(parents=True)
    monkeypatch.setattr(sys, "argv", [str(elsewhere / "shoptalk")])
    assert typed("mkdocs serve", Path("mine")) == str(elsewhere / "mkdocs serve")


@pytest.mark.usefixtures("called")
def test_it_stands_alone_where_the_shell_finds_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(tmp_path / ".venv/bin"))
    assert typed("shoptalk check", Path()) == "shoptalk check"
    monkeypatch.setattr(sys, "argv", ["/usr/lib/pytest/__main__.py"])
    monkeypatch.setenv("PATH", "")
    assert typed("shoptalk check", Path()) == "shoptalk check"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["init", ".", "--yes"], "  .venv/bin/mkdocs serve     shows the site"),
        (["new", "Ada Invented"], "run `.venv/bin/shoptalk check`"),
        (["rubric", "new"], "run `.venv/bin/shoptalk check`"),
    ],
)
def test_each_command_proposes_the_next_as_it_was_called(arguments: list[str], said: str):
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0
    assert said in done.output
