"""What `private/` holds takes its place in the interview, and is read with the same care."""

import os
from datetime import date
from pathlib import Path

import pytest

from shoptalk.checking import look_at
from shoptalk.findings.reporters.text import render_findings
from shoptalk.reading.corpus import Corpus, ReadFile, read_corpus
from shoptalk.reading.private_file import overlay_of, private_name
from shoptalk.reading.unchanged import UnchangedFiles

TODAY = date(2026, 11, 22)
NURSE = """\
---
alias: A nurse
title: Nurse
organization: A hospital
---

We met.
"""
PRIVATE = """\
name: Ada Okafor
organization: Harbor Health
title: Head nurse
link: https://example.org/ada
research: Read her talk.
contact: [ada@example.org, 020 7946 0958]
notes: |
  Call in the evening.
"""


@pytest.fixture(autouse=True)
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio of one interview, as the working directory."""
    write("interviews/2026/a-nurse.md", NURSE, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str | bytes, home: Path = Path()) -> None:
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def read(path: str = "interviews", start: Path | None = None) -> Corpus:
    return read_corpus([Path(path)], TODAY, start=start)


def only(path: str = "interviews") -> ReadFile:
    [file] = read(path).files
    return file


def said(text: str | bytes) -> str:
    write("private/2026/a-nurse.yml", text)
    return render_findings(only().findings)


def test_its_fields_take_the_place_of_those_of_the_interview():
    assert said(PRIVATE) == ""
    interview = only().interview
    assert interview
    assert interview.private
    assert (interview.name, interview.organization, interview.title) == (
        "Ada Okafor",
        "Harbor Health",
        "Head nurse",
    )
    assert (interview.link, interview.research) == ("https://example.org/ada", "Read her talk.")
    assert interview.private.contact == ("ada@example.org", "020 7946 0958")
    assert interview.private.notes == "Call in the evening."
    assert interview.alias == "A nurse"


def test_what_it_leaves_out_stays_as_the_interview_has_it():
    said("name: Ada Okafor\ntitle:\n")
    interview = only().interview
    assert interview
    assert (interview.title, interview.organization) == ("Nurse", "A hospital")


def test_nothing_of_it_is_in_what_an_interview_prints_as():
    said(PRIVATE)
    assert "evening" not in repr(only().interview)


@pytest.mark.parametrize("text", ["contact: ada@example.org", "contact:\n  - ada@example.org"])
def test_a_contact_is_a_text_or_a_list(text: str):
    said(text)
    interview = only().interview
    assert interview
    assert interview.private
    assert interview.private.contact == ("ada@example.org",)


@pytest.mark.parametrize(
    "path",
    ["interviews", "interviews/2026", "interviews/2026/a-nurse.md", "../{home}/interviews"],
)
def test_it_is_found_however_the_interview_is_named(portfolio: Path, path: str):
    said(PRIVATE)
    found = only(path.format(home=portfolio.name)).interview
    assert found
    assert found.name == "Ada Okafor"


def test_a_folder_of_another_name_has_it_beside_itself():
    write("talks/bo.md", NURSE)
    write("private/bo.yml", "name: Bo")
    found = only("talks").interview
    assert found
    assert found.name == "Bo"


def test_where_findings_and_fields_stand(monkeypatch: pytest.MonkeyPatch):
    assert said("name: Ada: Okafor\nwidth: 3\n") == (
        "private/2026/a-nurse.yml:1:10: error: the value of 'name' contains ': ', which YAML reads "
        "as another key [colon-in-value]\n"
        "  1 | name: Ada: Okafor\n"
        "    |          ^\n"
        "  help: put the whole text in quotes:\n"
        '    | name: "Ada: Okafor"\n'
        "\n"
        "private/2026/a-nurse.yml:2:1: warning: the key 'width' is not known [unknown-key]\n"
        "  2 | width: 3\n"
        "    | ^^^^^\n"
        "  help: delete it, or begin it with x- to keep it for yourself:\n"
        "    | x-width: 3\n"
        "\n"
    )
    interview = only().interview
    assert interview
    assert (interview.place("name").path, interview.place("name").line) == (
        "private/2026/a-nurse.yml",
        1,
    )
    assert interview.place("title").path == "interviews/2026/a-nurse.md"
    monkeypatch.chdir("interviews/2026")
    assert only(".").findings[0].place.path == "../../private/2026/a-nurse.yml"


@pytest.mark.parametrize(
    ("key", "meant"),
    [("email", "contact"), ("Phone", "contact"), ("organisation", "organization"), ("nam", "name")],
)
def test_did_you_mean(key: str, meant: str):
    assert f"help: did you mean '{meant}'?" in said(f"{key}: x\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n# nothing yet\n",
        "a list",
        "- a\n- b\n",
        "name: [Ada, Okafor]\n",
        "name: {Ada: Okafor}\n",
        "contact: {mail: x}\n",
        "contact: [[x]]\n",
        "link: example.org\n",
        "name: 'Ada\n",
        "name: Ada\n\tx: 1\n",
        "---\nname: Ada\n---\n",
        b"\xff\xfen\x00",
        b"\x89PNG\r\n",
        b"name: Jos\xe9\n",
        b"name: \x00\n",
        b"x" * 300_000,
        "name: " + "[" * 500,
        "name: &a *a\n",
        "&a : *a\n",
    ],
)
def test_whatever_it_holds_there_is_no_traceback(text: str | bytes):
    write("private/2026/a-nurse.yml", text)
    file = only()
    assert file.interview
    assert {found.place.path for found in file.findings} <= {"private/2026/a-nurse.yml"}


@pytest.mark.parametrize(("draft", "severity"), [("", "warning"), ("draft: true\n", "note")])
def test_a_placeholder_may_stand_beside_a_draft(draft: str, severity: str):
    write("interviews/2026/a-nurse.md", NURSE.replace("title", f"{draft}title"))
    said_of_it = said("name: Ada Okafor\norganization: TODO\n")
    assert said_of_it.startswith(f"private/2026/a-nurse.yml:2:15: {severity}: ")


def test_what_is_no_file_is_said():
    Path("private/2026/a-nurse.yml").mkdir(parents=True)
    assert render_findings(only().findings).startswith(
        "private/2026/a-nurse.yml:1:1: error: it cannot be read: it is not an ordinary file "
    )


def test_a_named_pipe_is_not_waited_for():
    Path("private/2026").mkdir(parents=True)
    os.mkfifo("private/2026/a-nurse.yml")
    assert [found.check for found in only().findings] == ["unreadable-file"]


@pytest.mark.parametrize("private", ["nothing", "a file"])
def test_without_the_folder_nothing_is_said(private: str):
    if private == "a file":
        write("private", "mine")
    assert only().findings == ()
    assert read().findings == ()


# What is withheld


MISSING = {"name", "link", "research"}
"""What the interview does not say itself, of all that may stand in `private/`."""


def withheld() -> frozenset[str]:
    interview = only().interview
    assert interview
    return interview.withheld


def test_without_the_folder_the_name_of_somebody_with_an_alias_is_withheld():
    assert withheld() == MISSING


def test_with_the_folder_it_is_only_missing():
    Path("private").mkdir()
    assert withheld() == frozenset()


def test_where_the_file_cannot_be_read_one_finding_is_enough():
    write("private/2026/a-nurse.yml", "name: 'Ada\n\tx")
    assert withheld() == MISSING


@pytest.mark.parametrize(
    "text",
    [
        NURSE.replace("alias: A nurse\n", ""),
        NURSE.replace("alias", "name: Ada Okafor\nalias"),
        NURSE.replace("alias", "name:\nalias"),
    ],
)
def test_nothing_is_withheld_without_an_alias_or_where_a_name_is_begun(text: str):
    write("interviews/2026/a-nurse.md", text)
    assert withheld() == frozenset()


# Files of nobody


def strays() -> str:
    return render_findings(read().findings)


def test_a_file_that_belongs_to_no_interview_is_named_with_the_nearest():
    write("private/2026/a-nurs.yml", "name: Ada\n")
    assert strays() == (
        "private/2026/a-nurs.yml:1:1: warning: there is no interview '2026/a-nurs.yml' that this "
        "belongs to [private-file-of-no-interview]\n"
        "  help: rename it to private/2026/a-nurse.yml\n\n"
    )


def test_a_file_is_named_with_the_only_interview_that_lacks_a_name():
    write("interviews/bo.md", "---\nname: Bo Lind\n---\n\nWe met.\n")
    write("interviews/ken.md", "---\ntitle: Baker\n---\n\nWe met.\n")
    write("private/ken.yml", "name: Ken Abara\n")
    write("private/conversation-2026-11-22.yml", "name: Ada Okafor\n")
    assert "help: rename it to private/2026/a-nurse.yml\n" in strays()
    write("interviews/a-cook.md", "---\ntitle: Cook\n---\n\nWe met.\n")
    assert "help: give it the name of the person's interview, or delete it if" in strays()


def test_a_folder_beside_the_interviews_has_no_private_files():
    write("private/2026/a-nurse.yml", PRIVATE)
    write("docs/about.md", "# About\n")
    assert read("docs").findings == ()


def test_another_ending_is_named_too():
    write("private/2026/a-nurse.yaml", "name: Ada\n")
    assert "rename it to private/2026/a-nurse.yml" in strays()


@pytest.mark.parametrize(
    "name",
    ["2026/a-nurse-sheet.html", "notes.md", ".gitignore", ".#x.yml", "x.docx", "2026/.x.yml"],
)
def test_other_files_are_left_alone(name: str):
    write(f"private/{name}", "mine")
    assert strays() == ""


@pytest.mark.parametrize("path", ["interviews/2026", "interviews/2026/a-nurse.md"])
def test_a_part_of_the_interviews_says_nothing_of_the_others(path: str):
    write("private/bo.yml", "name: Bo\n")
    assert read(path).findings == ()
    assert "bo.yml" in strays()


# Previews


def test_a_preview_notices_a_file_that_comes_changes_and_goes():
    unchanged = UnchangedFiles()

    def name() -> tuple[str, frozenset[str]]:
        [file] = read_corpus([Path("interviews")], TODAY, read=unchanged.read).files
        assert file.interview
        return file.interview.name, file.interview.withheld

    assert name() == ("", MISSING)
    Path("private").mkdir()
    assert name() == ("", frozenset())
    write("private/2026/a-nurse.yml", "name: Ada\n")
    assert name() == ("Ada", frozenset())
    write("private/2026/a-nurse.yml", "name: Ada Okafor\n")
    assert name() == ("Ada Okafor", frozenset())
    Path("private/2026/a-nurse.yml").unlink()
    assert name() == ("", frozenset())


def test_a_check_that_watches_notices_it_too():
    def seen() -> object:
        return look_at([Path()], Path.cwd())

    before = seen()
    write("private/2026/a-nurse.yml", "name: Ada\n")
    with_it = seen()
    assert with_it != before
    write("private/bo.yml", "name: Bo\n")
    assert seen() != with_it


# Paths


@pytest.mark.parametrize(
    ("path", "address", "expected"),
    [
        ("/p/interviews/ada.md", "ada", "/p/private/ada.yml"),
        ("/p/interviews/2026/ada.md", "2026/ada", "/p/private/2026/ada.yml"),
        ("/p/interviews/2026/ada.md", "ada", "/p/private/2026/ada.yml"),
        ("/p/interviews/interviews/a.md", "interviews/a", "/p/private/interviews/a.yml"),
        ("/p/talks/ada.md", "ada", "/p/private/ada.yml"),
        ("/p/talks/2026/ada.md", "2026/ada", "/p/private/2026/ada.yml"),
    ],
)
def test_the_folder_is_beside_that_of_the_interviews(path: str, address: str, expected: str):
    assert overlay_of(path, address) == (expected.rpartition("/private/")[0] + "/private", expected)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("interviews/2026/ada.md", "private/2026/ada.yml"),
        ("../x/interviews/ada.md", "../x/private/ada.yml"),
        ("ada.md", "private/ada.yml"),
    ],
)
def test_what_the_private_file_of_an_interview_is_called(name: str, expected: str):
    assert private_name(name) == expected


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Private/2026/a-nurse.yml", "private/2026/a-nurse.yml"),
        ("PRIVATE/a-nurse.yaml", "private/a-nurse.yaml"),
        ("interviews/private/a-nurse.yml", "private/a-nurse.yml"),
        ("interviews/2026/Private/a-nurse.yml", "private/2026/a-nurse.yml"),
    ],
)
def test_a_file_in_the_wrong_folder_is_told_where_it_belongs(wrong: str, right: str):
    write(wrong, PRIVATE)
    [found] = read().findings
    assert (found.check, found.severity) == ("misplaced-private-file", "error")
    assert (found.place.path, found.help) == (wrong, f"move it to {right}")
    write("private/2026/a-nurse.yml", PRIVATE)
    assert [one.check for one in read().findings] == ["misplaced-private-file"]


def test_what_is_no_private_file_may_lie_anywhere():
    write("interviews/private/a-cook.md", NURSE)
    write("Private/picture.jpg", "")
    write("privately/a-nurse.yml", PRIVATE)
    corpus = read()
    assert corpus.findings == ()
    assert [file.address for file in corpus.files] == ["2026/a-nurse"]


def test_interviews_in_a_private_folder_are_left_out_also_with_a_capital():
    write("interviews/Private/a-cook.md", NURSE)
    assert [file.address for file in read().files] == ["2026/a-nurse"]
