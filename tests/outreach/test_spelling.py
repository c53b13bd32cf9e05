"""Spelling is looked at where a program for it is installed, and costs one call."""

import stat
from pathlib import Path

import pytest

from shoptalk.outreach.messages import spelling
from shoptalk.outreach.messages.spelling import misspelt

TEXT = "I'd like to ask a few questoins of you, Mr Okaforr, about https://example.org/questoins ok"
PROGRAM = """\
#!/bin/sh
echo called >> {log}
grep questoins
exit 0
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that programs are looked for in, before those that the fake one needs."""
    spelling._unknown.cache_clear()
    monkeypatch.setattr(spelling.shutil, "which", lambda name: which(tmp_path, name))
    return tmp_path


def which(folder: Path, name: str) -> str | None:
    return str(folder / name) if (folder / name).exists() else None


def install(folder: Path, name: str, text: str) -> None:
    program = folder / name
    program.write_text(text.format(log=folder / "log"), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_without_a_program_nothing_is_said(folder: Path):
    assert misspelt([TEXT], ()) == [[]]


@pytest.mark.parametrize("name", ["hunspell", "aspell"])
def test_an_unknown_word_is_found_where_it_stands(folder: Path, name: str):
    install(folder, name, PROGRAM)
    [[found]] = misspelt([TEXT], ())
    assert found == (TEXT.index("questoins"), "questoins")


def test_a_word_that_is_known_to_be_right_is_left_alone(folder: Path):
    install(folder, "hunspell", PROGRAM)
    assert misspelt([TEXT], ("questoins",)) == [[]]


def test_all_texts_are_one_call(folder: Path):
    install(folder, "hunspell", PROGRAM)
    assert [len(found) for found in misspelt([TEXT, "fine words", TEXT], ())] == [1, 0, 1]
    assert (folder / "log").read_text(encoding="utf-8") == "called\n"


def test_a_program_without_a_dictionary_is_as_none(folder: Path):
    install(folder, "hunspell", "#!/bin/sh\necho questoins\nexit 1\n")
    assert misspelt([TEXT], ()) == [[]]
