"""The command as a user types it."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from shoptalk import __version__
from shoptalk.catalogue import all_checks, render_all_pages
from shoptalk.cli import main
from shoptalk.reading.corpus import read_corpus

SOUND = """\
---
name: Rosalind Okafor
title: Clinical Data Engineer
questions: [What is a week like, How did you start, Which skills matter]
learnings: Most of the week goes into agreeing on definitions, and much less of it into code.
applications: [I will rebuild my project around one written data contract.]
consent: {name: true, on: 2026-10-14}
---

Body.
"""
WITH_WARNING = SOUND.replace("title:", "shoe-size: 38\ntitle:")
WITH_ERROR = SOUND.replace("title: Clinical", "title: Lead: clinical")
COMMAND = [sys.executable, "-c", "from shoptalk.cli import main; main()"]


@pytest.fixture
def portfolio(tmp_path, monkeypatch):
    """A portfolio with one sound interview, as the working directory."""
    monkeypatch.chdir(tmp_path)
    write("interviews/rosalind.md", SOUND)
    return tmp_path


def write(name, text):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(*arguments):
    return CliRunner().invoke(main, arguments)


def run_for_real(*arguments, **more):
    return subprocess.run([*COMMAND, *arguments], capture_output=True, timeout=60, **more)


def test_version():
    assert __version__ in run("--version").output


class TestCheckWithoutInterviews:
    """A rubric can be checked before anything is written up."""

    RUBRIC = (
        "criteria:\n"
        "  - {id: three, title: X, scope: portfolio, checks: [interviews: {at_least: 3}]}\n"
    )

    @pytest.fixture(autouse=True)
    def empty_folder(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)

    def test_sound_rubric(self):
        write("rubric.yml", self.RUBRIC)
        write("README.md", "# Our course")
        write("docs/index.md", "# Home")
        done = run("check")
        assert (done.exit_code, done.output) == (
            0,
            "rubric: nothing to mend; there are no interviews yet\n",
        )
        assert run("check", ".").output == done.output

    def test_rubric_that_cannot_be_read(self):
        write("rubric.yml", "criteria: []\n")
        done = run("check")
        assert done.exit_code == 2
        assert "rubric.yml:1:11: error: 'criteria' is empty" in done.output

    def test_scores_alone(self):
        write(
            "scores.yml",
            "scores:\n  - {criterion: nam, level: met, who: J. M., when: 2026-10-20}\n",
        )
        done = run("check")
        assert done.exit_code == 1
        assert done.output.endswith("rubric: 1 error; there are no interviews yet\n")

    def test_neither(self):
        write("README.md", "# Nothing here")
        done = run("check")
        assert done.exit_code == 2
        assert "there is no folder interviews/ here yet" in done.output
        assert "`shoptalk init .`" in done.output

    def test_write_ups_beside_the_rubric(self):
        write("rubric.yml", "extends: thinkful\n")
        write("rosalind.md", SOUND)
        assert run("check").output == "1 interview: nothing to mend\n"


@pytest.mark.usefixtures("portfolio")
class TestCheck:
    def test_nothing_to_mend(self):
        done = run("check")
        assert (done.exit_code, done.output) == (0, "1 interview: nothing to mend\n")

    def test_error(self):
        write("interviews/ada.md", WITH_ERROR)
        done = run("check")
        assert done.exit_code == 1
        assert done.output == (
            "interviews/ada.md:3:12: error: the value of 'title' contains ': ', which YAML reads "
            "as another key [colon-in-value]\n"
            "  3 | title: Lead: clinical Data Engineer\n"
            "    |            ^\n"
            "  help: put the whole text in quotes:\n"
            '    | title: "Lead: clinical Data Engineer"\n'
            "\n"
            "2 interviews: 1 error\n"
        )

    @pytest.mark.parametrize(
        ("text", "options", "code"),
        [
            (SOUND, [], 0),
            (SOUND, ["--strict"], 0),
            (WITH_WARNING, [], 0),
            (WITH_WARNING, ["--strict"], 1),
            (WITH_ERROR, [], 1),
            (WITH_ERROR, ["--strict"], 1),
            (SOUND.replace("---\n\nBody.", "...\n\nBody."), ["--strict"], 0),
        ],
    )
    def test_exit_code(self, text, options, code):
        write("interviews/ada.md", text)
        for form in ("text", "json", "github", "sarif", "junit"):
            assert run("check", "--format", form, *options).exit_code == code

    @pytest.mark.parametrize(
        ("path", "count"),
        [
            ("interviews/ada.md", 1),
            ("interviews", 2),
            (".", 2),
            ("interviews/2026", 0),
        ],
    )
    def test_path_of_a_file_a_folder_or_a_portfolio(self, path, count):
        write("interviews/ada.md", SOUND)
        Path("interviews/2026").mkdir()
        done = run("check", path)
        assert done.exit_code == 0
        assert done.output.startswith(f"{count} interview")

    def test_several_paths(self):
        write("interviews/ada.md", SOUND)
        write("more/ada.md", SOUND)
        done = run("check", "interviews/ada.md", "more", "interviews")
        assert (done.exit_code, done.output) == (0, "3 interviews: nothing to mend\n")

    def test_paths_are_relative_to_where_it_runs(self, monkeypatch):
        write("interviews/2026/ada.md", "x")
        monkeypatch.chdir("interviews/2026")
        assert run("check", "..").output.startswith("ada.md:1:1: error")
        monkeypatch.chdir("../..")
        assert "interviews/2026/ada.md:1:1: error" in run("check").output

    def test_path_that_is_not_there(self):
        done = run("check", "gone.md")
        assert done.exit_code == 2
        assert done.output == (
            "gone.md:1:1: error: there is no such file or folder [no-such-file]\n"
            "  help: check the spelling of the path\n"
            "\n"
            "0 interviews: 1 error\n"
        )

    def test_wrong_usage(self):
        assert run("check", "--format", "xml").exit_code == 2
        assert run("check", "--no-such-option").exit_code == 2
        assert run("no-such-command").exit_code == 2

    def test_of_options_the_likeliest_is_proposed(self):
        assert run("check", "--stric").output.endswith("Did you mean '--strict'?\n")

    def test_the_list_of_commands_is_not_cut_off(self):
        said = " ".join(run("--help").output.split())
        assert "…" not in said
        assert "..." not in said.partition("Commands:")[2]
        assert (
            "leaks Search a built SITE for whatever people did not agree to have published" in said
        )

    def test_link_in_circles(self):
        Path("ada.md").symlink_to("ada.md")
        done = run("check", "ada.md")
        assert done.exit_code == 1
        assert "Too many levels of symbolic links" in done.output

    def test_rubric_beside_the_interviews_is_used(self):
        write("rubric.yml", "criteria: [{id: x, title: X, checks: [missing-field: {field: date}]}]")
        done = run("check", "interviews/rosalind.md")
        assert done.exit_code == 1
        assert "'date' is missing" in done.output

    def test_rubric_by_its_name_or_file_is_used_instead(self):
        write("rubric.yml", "extends: nothing\n")
        write("own.yml", "criteria: [{id: x, title: X, checks: [missing-field: {field: date}]}]")
        assert run("check").exit_code == 2
        assert run("check", "--rubric", "thinkful").exit_code == 0
        assert "'date' is missing" in run("check", "--rubric", "own.yml").output
        assert "'date' is missing" in run("check", "--rubric", "own.yml", "--fix").output
        assert "did you mean 'thinkful'?" in run("check", "--rubric", "thinkfull").output

    def test_rubric_with_a_fault(self):
        write("rubric.yml", "extends: thinkfull\n")
        for form, expected in (("text", "rubric.yml:1:10: error"), ("json", '"rubric.yml"')):
            done = run("check", "--format", form)
            assert done.exit_code == 2
            assert expected in done.output

    def test_json(self):
        write("interviews/ada.md", SOUND.replace("Clinical", "Pâtissière 👩‍🍳: Clinical"))
        done = run("check", "--format", "json")
        found = json.loads(done.output)
        assert found["summary"] == {"files": 2, "errors": 1, "warnings": 0, "notes": 0}
        [finding] = found["findings"]
        assert list(finding) == ["path", "line", "column", "severity", "check", "message", "help"]
        assert finding["path"] == "interviews/ada.md"
        assert "Pâtissière 👩‍🍳" in finding["help"]

    def test_github(self):
        write("interviews/ada.md", WITH_ERROR)
        done = run("check", "--format", "github")
        assert done.stdout.startswith("::error file=interviews/ada.md,line=3,col=12,title=colon-in")
        assert done.stdout.count("\n") == 1
        assert done.stderr == "2 interviews: 1 error\n"

    def test_sarif(self):
        write("interviews/ada.md", WITH_ERROR)
        done = run("check", "--format", "sarif")
        [result] = json.loads(done.stdout)["runs"][0]["results"]
        assert result["ruleId"] == "colon-in-value"
        assert done.stderr == "2 interviews: 1 error\n"

    @pytest.mark.parametrize(("options", "failures"), [([], 1), (["--strict"], 2)])
    def test_junit(self, options, failures):
        write("interviews/ada.md", WITH_ERROR)
        write("interviews/ken.md", WITH_WARNING)
        done = run("check", "--format", "junit", *options)
        assert done.stdout.count("<testcase ") == 3
        assert done.stdout.count("<failure ") == failures
        assert done.stderr == "3 interviews: 1 error, 1 warning\n"

    def test_documents_name_what_is_wrong_with_the_rubric(self):
        write("rubric.yml", "extends: thinkfull\n")
        for form in ("sarif", "junit"):
            done = run("check", "--format", form)
            assert (done.exit_code, done.stderr) == (2, "")
            assert "unknown-course" in done.stdout

    def test_no_colours_outside_a_terminal(self):
        write("interviews/ada.md", WITH_ERROR)
        assert b"\x1b" not in run_for_real("check").stdout

    @pytest.mark.parametrize(
        ("environment", "is_coloured"), [({}, True), ({"NO_COLOR": "1"}, False)]
    )
    def test_colours_on_a_terminal(self, environment, is_coloured):
        pty = pytest.importorskip("pty")
        write("interviews/ada.md", WITH_ERROR)
        outer, inner = pty.openpty()
        with os.fdopen(inner, "wb") as terminal:
            env = {**os.environ, "TERM": "xterm", **environment}
            subprocess.run([*COMMAND, "check"], stdout=terminal, env=env, timeout=60)
        with os.fdopen(outer, "rb", buffering=0) as screen:
            printed = screen.read(10_000)  # all that was printed; nothing would be an error here
        assert b"colon-in-value" in printed
        assert (b"\x1b[31m" in printed) is is_coloured

    @pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
    def test_names_that_a_terminal_does_not_know(self, encoding):
        write("interviews/ada.md", SOUND.replace("Rosalind Okafor", "王小明: x"))
        env = {**os.environ, "PYTHONIOENCODING": encoding}
        done = run_for_real("check", env=env)
        assert (done.returncode, done.stderr) == (1, b"")
        assert b"colon-in-value" in done.stdout
        found = json.loads(run_for_real("check", "--format", "json", env=env).stdout)
        assert "王小明" in found["findings"][0]["help"]

    def test_a_reader_that_goes_away_early(self):
        write("interviews/ada.md", "---\nname: x\n---\n\n" + "\x01\n" * 5000)
        command = " ".join([f"'{part}'" for part in COMMAND]) + " check | head -1"
        done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60)
        assert b"Traceback" not in done.stderr

    @pytest.mark.parametrize("argument", [b"gone\xff.md", b"", b"interviews\n", b"-"])
    def test_odd_paths_give_no_traceback(self, argument):
        done = run_for_real("check", os.fsdecode(argument))
        assert done.returncode in (0, 1, 2)
        assert b"Traceback" not in done.stderr


@pytest.mark.usefixtures("portfolio")
class TestNew:
    def test_writes_a_file_and_says_what_to_do_next(self):
        done = run("new", "--consent", "Ada Okafor")
        assert done.exit_code == 0
        assert done.output == (
            "Started interviews/ada-okafor.md.\n"
            "Next: replace each TODO, then run `shoptalk check`.\n"
            "To see it as a page, run `mkdocs serve` and open http://127.0.0.1:8000/.\n"
        )
        assert f"date: {date.today().isoformat()}" in Path("interviews/ada-okafor.md").read_text()

    NAMES = (
        ("Ann: X", "ann-x"),
        ("No", "no"),
        ("Null Okafor", "null-okafor"),
        ("2026", "2026"),
        ("1e3", "1e3"),
        ('"Q" O\'Neil', "q-oneil"),
        ("'Q' \"O\" Back\\slash", "q-o-back-slash"),
        ("Ada #1", "ada-1"),
        ("{name} %s", "name-s"),
        ("María José O’Brien-Smith", "maría-josé-obrien-smith"),
        ("王小明", "王小明"),
        ("هدى", "هدى"),
        ("שרה לוי", "שרה-לוי"),
        ("علی\u200cرضا", "علی-رضا"),
        ("  Ada \t Okafor ", "ada-okafor"),
        ("TODO Smith", "todo-smith"),
        ("Å" * 300, None),
        ("𐐷" * 300, None),
    )

    @pytest.mark.parametrize(("name", "stem"), NAMES)
    def test_the_file_says_exactly_the_name(self, name, stem):
        done = run("new", "--consent", "--in", "fresh", "--", name)
        assert done.exit_code == 0, done.output
        corpus = read_corpus([Path("fresh")], date(2030, 1, 1))
        [file] = corpus.files
        assert file.interview.name == " ".join(name.split())
        assert {finding.check for finding in file.findings} <= {"placeholder"}
        assert corpus.findings == ()
        if stem:
            assert file.address == stem

    @pytest.mark.parametrize("name", ["", " ", "...", "-", "👩‍🍳", "A\x1bB", "Ann\udcff"])
    def test_refuses_what_is_no_name(self, name):
        done = run("new", "--", name)
        assert done.exit_code == 2
        assert 'give the person\'s name: shoptalk new "Full Name"' in done.output
        assert list(Path("interviews").iterdir()) == [Path("interviews/rosalind.md")]

    def test_never_writes_over_a_file(self):
        run("new", "--consent", "Ada Okafor")
        Path("interviews/ada-okafor.md").write_text("mine")
        done = run("new", "ada  OKAFOR")
        assert done.exit_code == 1
        assert "interviews/ada-okafor.md is there already, and was left as it is" in done.output
        assert Path("interviews/ada-okafor.md").read_text() == "mine"

    def test_never_writes_through_a_link(self):
        Path("interviews/ada-okafor.md").symlink_to("../target.md")
        assert run("new", "Ada Okafor").exit_code == 1
        assert not Path("target.md").exists()

    def test_folder_that_is_a_file(self):
        write("notes", "mine")
        assert run("new", "--in", "notes", "Ada Okafor").exit_code == 2
        done = run("new", "--in", "notes/more", "Ada Okafor")
        assert done.exit_code == 1
        assert "Error: cannot write " in done.output

    def test_disk_that_is_full(self, monkeypatch):
        class Full:
            def __enter__(self):
                return self

            def __exit__(self, *ignored):
                pass

            def write(self, text):
                raise OSError(28, "No space left on device", "x")

        def open_full(path, mode="r", **how):
            if mode != "x":
                return open_path(path, mode, **how)
            path.touch()
            return Full()

        open_path = Path.open
        monkeypatch.setattr(Path, "open", open_full)
        done = run("new", "Ada Okafor")
        assert done.exit_code == 1
        assert "No space left on device" in done.output
        assert list(Path("interviews").iterdir()) == [Path("interviews/rosalind.md")]
        assert list(Path().glob("private/*.yml")) == []


class TestExplain:
    def test_a_check(self):
        done = run("explain", "colon-in-value")
        assert done.exit_code == 0
        assert done.output.startswith("## colon-in-value\n\n")
        assert "### Why it matters" in done.output

    def test_options_of_a_check(self):
        assert "at_least" in run("explain", "too-few-words").output

    def test_unknown_check(self):
        done = run("explain", "colon-in-valu")
        assert done.exit_code == 2
        assert "there is no check 'colon-in-valu'; did you mean 'colon-in-value'?" in done.output

    def test_check_like_no_other(self):
        done = run("explain", "xyzzy")
        assert done.exit_code == 2
        assert "`--list` prints those there are" in done.output

    def test_list(self):
        lines = run("explain", "--list").output.splitlines()
        assert [line.split(":")[0] for line in lines] == list(all_checks())

    def test_all(self):
        assert run("explain", "--all").output == render_all_pages()

    def test_nothing_to_explain(self):
        assert run("explain").exit_code == 2


def test_progress_is_told_on_a_terminal_only(monkeypatch):
    from shoptalk import cli

    said = []
    seconds = iter([0, 0.5, 1.5, 1.55, 2.0, 3.0])
    monkeypatch.setattr(cli.time, "monotonic", lambda: next(seconds))
    monkeypatch.setattr(click, "echo", lambda text, **how: said.append(text))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    report = cli._progress()
    for number in range(5):
        report(number, 5)
    assert said == ["\rread 1 of 5 interviews", "\rread 3 of 5 interviews", "\r\033[K"]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    monkeypatch.setattr(cli.time, "monotonic", lambda: 0)
    cli._progress()(0, 5)
    assert len(said) == 3
