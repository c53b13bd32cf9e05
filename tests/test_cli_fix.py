"""`shoptalk check --fix` and `--diff` as a user types them."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from shoptalk.cli import main

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
BROKEN = SOUND.replace("title: Clinical", "title: Lead: clinical")
MENDED = SOUND.replace("title: Clinical Data Engineer", 'title: "Lead: clinical Data Engineer"')
WITH_MORE = BROKEN.replace("name: R", "name: &R").replace("learnings:", "minutes: 0\nlearnings:")
DIFF = """\
--- a/interviews/ada.md
+++ b/interviews/ada.md
@@ -1,6 +1,6 @@
 ---
 name: Rosalind Okafor
-title: Lead: clinical Data Engineer
+title: "Lead: clinical Data Engineer"
 questions: [What is a week like, How did you start, Which skills matter]
 learnings: Most of the week goes into agreeing on definitions, and much less of it into code.
 applications: [I will rebuild my project around one written data contract.]
"""


@pytest.fixture
def ada(tmp_path, monkeypatch):
    """A broken interview beside a sound one, in a portfolio that is the working directory."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "interviews" / "ada.md"
    path.parent.mkdir()
    path.write_text(BROKEN, encoding="utf-8")
    (path.parent / "rosalind.md").write_text(SOUND, encoding="utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(main, ["check", *arguments])


def test_fix_mends_and_reports_what_is_left(ada):
    done = run("--fix")
    assert ada.read_text(encoding="utf-8") == MENDED
    assert done.stdout == "mended 1 line in 1 file\n2 interviews: nothing to mend\n"
    assert (done.exit_code, done.stderr) == (0, "")


def test_the_second_time_nothing_is_mended(ada):
    run("--fix")
    assert run("--fix").output == "2 interviews: nothing to mend\n"


def test_the_exit_code_is_that_of_what_is_left(ada):
    ada.write_text(WITH_MORE, encoding="utf-8")
    done = run("--fix")
    assert done.exit_code == 1
    assert done.stdout.startswith("mended 2 lines in 1 file\ninterviews/ada.md:5:10: error: ")
    assert done.stdout.endswith("2 interviews: 1 error\n")


def test_one_file_is_mended_if_one_is_named(ada):
    other = ada.with_name("rosalind.md")
    other.write_text(BROKEN, encoding="utf-8")
    run("--fix", str(ada))
    assert ada.read_text(encoding="utf-8") == MENDED
    assert other.read_text(encoding="utf-8") == BROKEN


@pytest.mark.parametrize("format_", ["json", "github", "sarif", "junit"])
def test_what_was_mended_goes_to_standard_error_beside_other_formats(ada, format_):
    done = run("--fix", "--format", format_)
    assert "mended 1 line in 1 file\n" in done.stderr
    assert "mended" not in done.stdout
    if format_ == "json":
        assert json.loads(done.stdout)["findings"] == []


@pytest.mark.parametrize("options", [["--diff"], ["--fix", "--diff"]])
def test_diff_prints_a_diff_and_writes_nothing(ada, options):
    done = run(*options)
    assert done.stdout == DIFF
    assert done.stderr == "would mend 1 line in 1 file\n"
    assert done.exit_code == 1
    assert ada.read_text(encoding="utf-8") == BROKEN


def test_diff_is_empty_where_nothing_is_to_be_mended(ada):
    ada.unlink()
    done = run("--diff")
    assert (done.exit_code, done.output) == (0, "")


@pytest.mark.skipif(not shutil.which("patch"), reason="there is no `patch` here")
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("last", [b"", b"\n"])
def test_what_diff_prints_makes_the_same_file_as_fix(ada, end, last):
    text = WITH_MORE.rstrip("\n") + "\n\n## Why not?\n\nCaf\u00e9.\n\n```\ncode"
    before = text.encode().replace(b"\n", end) + (end if last else b"")
    ada.write_bytes(before)
    diff = run("--diff").stdout_bytes
    assert run("--fix").stdout.startswith("mended 4 lines in 1 file")
    mended = ada.read_bytes()
    ada.write_bytes(before)
    subprocess.run(["patch", "-p1", "--binary"], input=diff, check=True, capture_output=True)
    assert ada.read_bytes() == mended


def test_a_file_in_utf_16_has_no_lines_to_show(ada):
    ada.write_text(SOUND, encoding="utf-16")
    assert (
        run("--diff").stdout == "Binary files a/interviews/ada.md and b/interviews/ada.md differ\n"
    )
    assert run("--fix").stdout == "mended 10 lines in 1 file\n2 interviews: nothing to mend\n"
    assert ada.read_text(encoding="utf-8") == SOUND


def test_what_cannot_be_written_is_said(ada, monkeypatch):
    monkeypatch.setattr("os.access", lambda path, mode: False)
    done = run("--fix")
    assert done.stderr == "cannot mend interviews/ada.md: Permission denied\n"
    assert done.stdout.endswith("2 interviews: 1 error\n")
    assert done.exit_code == 1


def test_without_a_rubric_nothing_is_mended(ada):
    Path("rubric.yml").write_text("criteria: nonsense\n", encoding="utf-8")
    for option in ("--fix", "--diff"):
        done = run(option)
        assert done.exit_code == 2
        assert "rubric.yml:" in done.stdout
    assert ada.read_text(encoding="utf-8") == BROKEN


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--diff", "--format", "json"], "--diff prints a diff, which has no other --format"),
        (["--fix", "--watch"], "--watch goes with none of --fix, --diff and --rubric"),
        (
            ["--rubric", "thinkful", "--watch"],
            "--watch goes with none of --fix, --diff and --rubric",
        ),
        (["--diff", "--watch"], "--watch goes with none of --fix, --diff and --rubric"),
    ],
)
def test_options_that_do_not_go_together(ada, options, said):
    done = run(*options)
    assert done.exit_code == 2
    assert said in done.stderr
    assert ada.read_text(encoding="utf-8") == BROKEN
