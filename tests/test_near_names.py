"""A slip in a name on the command line: who may be meant, and the command for them."""

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shoptalk.cli import main

FILE = Path("private/outreach.yml")
LIST = """\
# Everybody here is invented.
requests:
  - {name: Jürgen Abara, organization: Harbor Bread, sent: 2026-10-01}
  - {name: Odile Brassard, interview: odile}
"""
TALK = "---\nname: Mei Fairweather\napplications: [Bake a loaf.]\n---\n\nWe met.\n"


@pytest.fixture(autouse=True)
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A portfolio with some requests and a conversation, as the working directory."""
    monkeypatch.chdir(tmp_path)
    for folder in ("interviews", "private"):
        Path(folder).mkdir()
    Path("private/.gitignore").write_text("*\n")
    FILE.write_text(LIST, "utf-8")
    Path("interviews/mei.md").write_text(TALK, "utf-8")


def shoptalk(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="shoptalk")


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        ("did send 'Jurgen Abarra'", 'shoptalk did send "Jürgen Abara"'),
        ("did send Abara --on 2026-10-02", 'shoptalk did send "Jürgen Abara" --on 2026-10-02'),
        (
            "did answer 'Jürgen Abar' --said referred --to 'Bo Li' --to Cy --on 2026-10-02T08:00",
            'shoptalk did answer "Jürgen Abara" --on 2026-10-02T08:00:00 --said referred '
            '--to "Bo Li" --to Cy',
        ),
        (
            "did thank 'Mei Fairwether' --on 2026-10-02",
            'shoptalk did thank "Mei Fairweather" --on 2026-10-02',
        ),
        ("did send 'Mei Fairwether'", ""),
        ("did apply 'Mei Fairwether' --do 1", 'shoptalk did apply "Mei Fairweather" --do 1'),
        (
            "draft 'Odille Brassard' --kind cold --write",
            'shoptalk draft "Odile Brassard" --kind cold --write',
        ),
    ],
)
def test_a_refusal_says_who_may_be_meant(arguments: str, meant: str):
    done = shoptalk(*shlex.split(arguments))
    assert done.exit_code == 2
    lines = [line.strip() for line in done.output.splitlines()]
    assert not meant or meant in lines
    assert ("did you mean" in done.output) == bool(meant)
    assert FILE.read_text("utf-8") == LIST


def test_a_name_that_nobody_has_nearly_is_no_slip():
    done = shoptalk("did", "send", "Somebody Else")
    assert "did you mean" not in done.output


def test_a_request_to_somebody_of_nearly_the_same_name_is_written_and_said():
    done = shoptalk("asked", "Jurgen Abarra", "--on", "2026-10-02")
    assert done.exit_code == 0
    assert done.stdout.startswith("Wrote to private/outreach.yml: Jurgen Abarra, asked on")
    assert done.stderr == (
        "Jürgen Abara stands there, too, on line 3: if that is the same person, take one of the "
        "two out.\n"
    )
    assert "name: Jurgen Abarra" in FILE.read_text("utf-8")
    assert shoptalk("asked", "Rosalind Okafor").stderr == ""


def test_the_same_name_typed_otherwise_is_no_second_request():
    done = shoptalk("asked", "Dr. Juergen  Abara", "--organization", "Harbor Bread")
    assert done.exit_code == 2
    assert "Jürgen Abara stands in the list already, on line 3" in done.output


def test_of_a_draft_and_a_plan_for_somebody_new_it_is_only_said():
    said = "Nothing here is about 'Odille Brassard'; did you mean 'Odile Brassard'?\n"
    drafted = shoptalk("draft", "Odille Brassard", "--kind", "cold")
    assert drafted.exit_code == 0
    assert drafted.stderr.startswith(f'{said}  shoptalk draft "Odile Brassard" --kind cold\n')
    prepared = shoptalk("prepare", "Odille Brassard", "--dry-run", "--consent")
    assert prepared.exit_code == 0
    assert said in prepared.stderr
    assert 'shoptalk prepare "Odile Brassard" --dry-run --consent' in prepared.stderr


def test_who_is_known_is_no_slip_for_somebody_else():
    FILE.write_text(f"{LIST}  - Odille Brassard\n", "utf-8")
    for command in (("draft", "--kind", "cold"), ("prepare", "--dry-run", "--consent")):
        assert "did you mean" not in shoptalk(command[0], "Odille Brassard", *command[1:]).stderr


def test_a_plan_is_found_however_the_name_is_typed():
    Path("interviews/j.md").write_text("---\nname: Jürgen Abara\n---\n\nWe met.\n", "utf-8")
    done = shoptalk("prepare", "Dr. Juergen Abara", "--dry-run", "--consent")
    assert "did you mean" not in done.output
    assert "interviews/j.md" in shoptalk("prepare", "Dr. Juergen Abara", "--consent").output


TWO = """\
requests:
  - {name: Ines Rocha, organization: Dam Works}
  - {name: Inês Rocha, organization: Canal Office}
  - {name: Bo Invented, organization: Sun Mill}
"""


@pytest.mark.parametrize(
    ("arguments", "told", "command"),
    [
        (
            "did send 'ines rocha' --organization Canal",
            "'Inês Rocha' at Canal Office or 'Ines Rocha' at Dam Works",
            'shoptalk did send "Inês Rocha" --organization "Canal Office"',
        ),
        (
            "did send Rocha",
            "'Ines Rocha' at Dam Works or 'Inês Rocha' at Canal Office",
            'shoptalk did send "Ines Rocha" --organization "Dam Works"',
        ),
        ("did send 'Bo Invented' --organization Sun", "'Bo Invented'", 'did send "Bo Invented"'),
        (
            "draft 'Ines Rocha' --kind reminder --organization Canal",
            "'Inês Rocha' at Canal Office or 'Ines Rocha' at Dam Works",
            'shoptalk draft "Inês Rocha" --organization "Canal Office" --kind reminder',
        ),
    ],
)
def test_a_slip_in_an_organization_is_named_as_well(arguments: str, told: str, command: str):
    FILE.write_text(TWO, "utf-8")
    lines = shoptalk(*shlex.split(arguments)).output.splitlines()
    at = next(number for number, line in enumerate(lines) if line.endswith(f"mean {told}?"))
    assert lines[at + 1].endswith(command)
