"""Grading and scoring as a user types it: in a process of its own."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from shoptalk.checking import look_at
from shoptalk.cli import main

COMMAND = [sys.executable, "-c", "from shoptalk.cli import main; main(prog_name='shoptalk')"]
PORTFOLIO = Path(__file__).parent / "rubric" / "portfolio"
CANVAS = (
    "Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,"
    "Rating Name,Rating Description,Rating Points,Rating Name,Rating Description,Rating Points\r\n"
    "Interviews,Reflection,,false,Yes,,5,No,,0\r\n"
)


@pytest.fixture
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the portfolio that has every state, as the working directory."""
    shutil.copytree(PORTFOLIO, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "COLUMNS": "100"},
    )


def quickly(*arguments: str):
    return CliRunner().invoke(main, arguments)


# shoptalk grade


def test_the_scores_of_another_portfolio_are_not_passed_over(portfolio: Path):
    other = portfolio / "other"
    shutil.copytree(PORTFOLIO, other)
    done = quickly("grade", ".", "other")
    assert done.exit_code == 2
    assert "other/scores.yml belongs to another portfolio; grade each by itself" in done.output


def test_a_placeholder_takes_the_points_and_the_level(portfolio: Path):
    path = portfolio / "interviews" / "ken-abara.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("questions: [", "questions: [TODO, ", 1), encoding="utf-8")
    rows = json.loads(quickly("grade", "--format", "json").stdout)["interviews"][0]["rows"]
    row = next(row for row in rows if row["criterion"] == "questions")
    assert (row["state"], row["level"], row["points"]) == ("not met", None, 0)


def test_grades_are_printed_without_color_into_a_pipe(portfolio: Path):
    done = run("grade")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    golden = PORTFOLIO.parent / "reports" / "text.txt"
    assert done.stdout == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("format_", ["json", "csv", "markdown", "classroom50"])
def test_every_format_is_printed(portfolio: Path, format_: str):
    done = run("grade", "--format", format_)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Reflection on what the conversation changed" in done.stdout


def test_a_document_is_utf_8_wherever_it_runs(portfolio: Path):
    path = portfolio / "interviews" / "ken-abara.md"
    path.write_text(path.read_text().replace("Ken Abara", "Björk 王小明"), encoding="utf-8")
    done = subprocess.run(
        [*COMMAND, "grade", "--format", "json"],
        capture_output=True,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    names = {one["name"] for one in json.loads(done.stdout.decode("utf-8"))["interviews"]}
    assert "Björk 王小明" in names


def test_bad_marks_are_no_failure(portfolio: Path):
    (portfolio / "rubric.yml").write_text(
        "pass_mark: 90%\ncriteria: [{id: a, title: A, points: 1, checks: [too-few-items: "
        "{field: tags}]}]\n"
    )
    (portfolio / "scores.yml").unlink()
    done = run("grade")
    assert done.returncode == 0
    assert "does not pass" in done.stdout


def test_a_rubric_that_cannot_be_read(portfolio: Path):
    (portfolio / "rubric.yml").write_text("extends: nothing\n")
    done = run("grade")
    assert (done.returncode, done.stdout) == (2, "")
    assert "rubric.yml:1:10: error: there is no built-in rubric 'nothing'" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["grade", "nowhere"], "nowhere"),
        (["grade", "--format", "xml"], "xml"),
        (["grade", "--rubric", "thinkfull"], "did you mean 'thinkful'?"),
        (["grade", "--rubric", "nothing.yml"], "built in are"),
        (["rubric", "show", "thinkfull"], "did you mean 'thinkful'?"),
    ],
)
def test_wrong_usage(portfolio: Path, arguments: list[str], said: str):
    done = quickly(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_where_there_is_no_portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    for command in (["grade"], ["score", "a", "--who", "J", "--level", "met"]):
        done = quickly(*command)
        assert done.exit_code == 2
        assert "there is no folder interviews/ here" in done.stderr


def test_another_rubric(portfolio: Path):
    (portfolio / "scores.yml").unlink()
    assert "Points and ranges" in quickly("grade", "--rubric", "rubric-points.yml").stdout
    assert "Informational interview" in quickly("grade", "--rubric", "thinkful").stdout


def test_a_portfolio_elsewhere_has_its_own_scores(portfolio: Path):
    here = portfolio / "elsewhere"
    here.mkdir()
    done = subprocess.run(
        [*COMMAND, "grade", ".."], cwd=here, capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    assert "../interviews/ken-abara.md: Ken Abara" in done.stdout
    assert "not met, by J. Marsh on 2026-10-20" in done.stdout


def test_one_file_has_its_scores_and_the_others_are_not_missed(portfolio: Path):
    inside = portfolio / "interviews" / "2026"
    inside.mkdir()
    (portfolio / "interviews" / "ken-abara.md").rename(inside / "ken-abara.md")
    scores = portfolio / "scores.yml"
    scores.write_text(scores.read_text().replace("ken-abara", "2026/ken-abara"))
    done = quickly("grade", "interviews/2026/ken-abara.md")
    assert done.stderr == ""
    assert "not met, by J. Marsh" in done.stdout
    assert "scores.yml" not in quickly("check", "interviews/2026/ken-abara.md").stdout


def test_portfolios_under_one_rubric_have_scores_of_their_own(portfolio: Path):
    for name in ("ann", "ben"):
        shutil.copytree(portfolio / "interviews", portfolio / name / "interviews")
    (portfolio / "ann" / "scores.yml").write_text((portfolio / "scores.yml").read_text())
    (portfolio / "scores.yml").unlink()
    shutil.rmtree(portfolio / "interviews")
    assert "by J. Marsh" in quickly("grade", "ann").stdout
    assert "by J. Marsh" not in quickly("grade", "ben").stdout


def test_broken_scores_are_named_and_the_others_count(portfolio: Path):
    scores = portfolio / "scores.yml"
    scores.write_text(scores.read_text().replace("level: Target", "level: Targt"))
    message = "scores.yml:5:12: error: 'reflection' has no level 'Targt' [unknown-level]"
    done = run("grade")
    assert done.returncode == 0
    assert message in done.stderr
    assert "not met, by J. Marsh on 2026-10-20" in done.stdout
    checked = run("check")
    assert message in checked.stdout
    assert "4 interviews" in checked.stdout


def test_check_loads_no_other_command(portfolio: Path):
    code = (
        "import sys, contextlib\n"
        "from shoptalk.cli import main\n"
        "with contextlib.suppress(SystemExit): main(['check'])\n"
        "print(*[name for name in sys.modules if name.startswith('shoptalk.commands')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    loaded = done.stdout.splitlines()[-1].split()
    assert set(loaded) == {
        "shoptalk.commands",
        *(f"shoptalk.commands.{name}" for name in ("completing", "ending", "examples", "lazy")),
    }


def test_help_names_the_commands():
    said = quickly("--help").stdout
    for command in ("check", "grade", "rubric", "score"):
        assert re.search(rf"^  {command} ", said, re.MULTILINE)
    assert quickly("no-such-command").exit_code == 2


# shoptalk score

SCORE = ("score", "reflection", "ken-abara", "--who", "J. Marsh")


def test_the_first_score_makes_the_file(portfolio: Path):
    (portfolio / "scores.yml").unlink()
    done = run(*SCORE, "--level", "target", "--on", "2026-11-20", "--comment", "Good: clear.")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Wrote to scores.yml: reflection of ken-abara: Target, by J. Marsh, 2026-11-20.\n"
    )
    text = (portfolio / "scores.yml").read_text(encoding="utf-8")
    assert text.startswith("# ")
    graded = json.loads(run("grade", "--format", "json").stdout)
    [ken] = [one for one in graded["interviews"] if one["interview"] == "ken-abara"]
    [row] = [one for one in ken["rows"] if one["criterion"] == "reflection"]
    assert (row["level"], row["points"], row["stale"]) == ("Target", 30, False)
    assert text.endswith(
        "  - criterion: reflection\n"
        "    interview: ken-abara\n"
        "    level: Target\n"
        "    who: J. Marsh\n"
        "    when: 2026-11-20\n"
        '    comment: "Good: clear."\n'
        f"    write_up: {ken['write_up']}\n"
    )


def test_what_is_there_stays(portfolio: Path):
    path = portfolio / "scores.yml"
    before = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    path.chmod(0o640)
    assert quickly(*SCORE, "--level", "Starting").exit_code == 0
    after = path.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n")
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in portfolio.iterdir() if one.name.startswith(".")] == []


def test_a_link_stays_a_link(portfolio: Path):
    target = portfolio / "elsewhere.yml"
    (portfolio / "scores.yml").rename(target)
    (portfolio / "scores.yml").symlink_to(target)
    assert quickly(*SCORE, "--level", "Starting").exit_code == 0
    assert (portfolio / "scores.yml").is_symlink()
    assert "level: Starting\n" in target.read_text()


def test_a_file_that_cannot_be_written(portfolio: Path):
    (portfolio / "scores.yml").unlink()
    (portfolio / "scores.yml").mkdir()
    done = quickly(*SCORE, "--level", "Starting")
    assert (done.exit_code, "cannot write scores.yml" in done.stderr) == (1, True)


def test_a_score_of_today_goes_stale_with_the_write_up(portfolio: Path):
    assert quickly(*SCORE, "--level", "Starting").exit_code == 0
    assert quickly("score", "story", "--level", "met", "--who", "J").exit_code == 0
    assert quickly("grade").stdout.count("stale") == 1
    path = portfolio / "interviews" / "ken-abara.md"
    path.write_text(path.read_text() + "\nMore.\n")
    assert quickly("grade").stdout.count("stale") == 3


def test_an_interview_can_be_named_by_its_file(portfolio: Path):
    named = ("score", "reflection", "interviews/ken-abara.md", "--who", "J", "--level", "Target")
    assert quickly(*named).exit_code == 0
    assert f"Target, by J on {date.today()}" in quickly("grade").stdout


def test_the_address_of_a_public_page_is_answered_with_the_file(portfolio: Path):
    path = portfolio / "interviews" / "ken-abara.md"
    text = re.sub(r"^consent:.*\n", "", path.read_text(), flags=re.MULTILINE)
    path.write_text(text.replace("---\n", "---\nalias: A tide reader\n", 1))
    before = (portfolio / "scores.yml").read_bytes()
    named = ("score", "reflection", "a-tide-reader", "--who", "J", "--level", "Target")
    done = quickly(*named)
    assert done.exit_code == 2
    assert "'a-tide-reader' is the public page of interviews/ken-abara.md" in done.stderr
    assert (portfolio / "scores.yml").read_bytes() == before


def test_peers_and_the_student_are_named_as_such(portfolio: Path):
    assert quickly(*SCORE, "--level", "Target", "--judge", "peer").exit_code == 0
    assert "J. Marsh (peer) said Target on" in quickly("grade").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["reflecton", "ken-abara", "--level", "Target"], "did you mean 'reflection'?"),
        (["reflection", "ken", "--level", "Target"], "there is no interview 'ken'"),
        (["reflection", "--level", "Target"], "the score names none; name the interview"),
        (["story", "ken-abara", "--level", "met"], "leave the interview out"),
        (["reflection", "ken-abara", "--level", "Targt"], "did you mean 'Target'?"),
        (["reflection", "ken-abara"], "give one of its levels (Target, Developing, Starting)"),
        (["reflection", "ken-abara", "--points", "3"], "has no points"),
        (["reflection", "ken-abara", "--points", "-1"], "-1"),
        (["reflection", "ken-abara", "--level", "Target", "--on", "2126-01-01"], "still to come"),
        (["reflection", "ken-abara", "--level", "Target", "--on", "1 May"], "1 May"),
        (["name", "ken-abara", "--level", "met", "--on", "2026-10-20"], "on line 12"),
        (["reflection", "ken-abara", "--level", "Target", "--judge", "auto"], "auto"),
    ],
)
def test_what_would_be_wrong_is_not_written(portfolio: Path, arguments: list[str], said: str):
    before = (portfolio / "scores.yml").read_bytes()
    done = quickly("score", *arguments, "--who", "J. Marsh")
    assert done.exit_code == 2, done.output
    assert said in " ".join(done.stderr.split())
    assert (portfolio / "scores.yml").read_bytes() == before


def test_faults_that_were_there_do_not_hinder(portfolio: Path):
    scores = portfolio / "scores.yml"
    scores.write_text(scores.read_text().replace("level: Target", "level: Targt"))
    assert quickly(*SCORE, "--level", "Target").exit_code == 0


@pytest.mark.parametrize("data", [b"scores: no\n", b"# \x80\n", b"scores: [\n"])
def test_a_file_that_cannot_be_added_to_is_left_alone(portfolio: Path, data: bytes):
    scores = portfolio / "scores.yml"
    scores.write_bytes(data)
    done = quickly(*SCORE, "--level", "Target")
    assert done.exit_code in (1, 2)
    assert "scores.yml" in done.stderr
    assert scores.read_bytes() == data


# shoptalk rubric


def test_rubrics_are_listed_and_shown(portfolio: Path):
    assert "thinkful  " in quickly("rubric", "list").stdout
    assert quickly("rubric", "show").stdout.startswith("# Conversations about work\n")
    assert quickly("rubric", "show", "thinkful").stdout.startswith("# Informational interview")
    assert quickly("rubric", "show", "rubric-points.yml").stdout.startswith("# Points and ranges")


def test_a_rubric_goes_to_canvas_and_back(portfolio: Path):
    (portfolio / "canvas.csv").write_bytes(CANVAS.encode())
    done = run("rubric", "import", "canvas.csv", "--out", "made.yml")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Wrote made.yml.\n", "")
    done = run("rubric", "export", "made.yml", "--format", "canvas", "--out", "back.csv")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Wrote back.csv.\n", "")
    assert (portfolio / "back.csv").read_bytes() == CANVAS.encode()
    printed = subprocess.run(
        [*COMMAND, "rubric", "export", "made.yml", "--format", "canvas"],
        capture_output=True,
        timeout=60,
    )
    assert printed.stdout == CANVAS.encode()


def test_what_is_lost_is_said_beside_the_output(portfolio: Path):
    done = run("rubric", "export", "--format", "canvas")
    assert "Canvas cannot hold groups\n" in done.stderr
    assert "Canvas cannot hold checks, and what goes by them: name," in done.stderr
    assert done.stdout.startswith("Rubric Name,Criteria Name")


def test_nothing_is_written_over(portfolio: Path):
    (portfolio / "canvas.csv").write_text(CANVAS)
    before = (portfolio / "rubric.yml").read_bytes()
    done = quickly("rubric", "import", "canvas.csv", "--out", "rubric.yml")
    assert done.exit_code == 1
    assert "is there already" in done.stderr
    assert (portfolio / "rubric.yml").read_bytes() == before
    done = quickly("rubric", "import", "canvas.csv", "--out", "nowhere/rubric.yml")
    assert (done.exit_code, "cannot write" in done.stderr) == (1, True)


def test_a_broken_file_of_canvas_gets_a_finding(portfolio: Path):
    (portfolio / "canvas.csv").write_text(CANVAS.replace(",5,", ",five,"))
    done = run("rubric", "import", "canvas.csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert "canvas.csv:2:1: error: 'Rating Points' is 'five' [unsuitable-cell]" in done.stderr
    (portfolio / "canvas.csv").write_bytes(CANVAS.encode("utf-16"))
    assert quickly("rubric", "import", "canvas.csv").exit_code == 2


# Watching


def test_a_saved_score_is_noticed(portfolio: Path):
    before = look_at([portfolio], portfolio)
    assert look_at([portfolio], portfolio) == before
    with (portfolio / "scores.yml").open("a", encoding="utf-8") as file:
        file.write("# more\n")
    assert look_at([portfolio], portfolio) != before
