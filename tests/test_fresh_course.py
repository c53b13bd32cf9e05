"""What a student reads who begins a portfolio for a course, with two requests half filled in."""

import re
import shlex
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from shoptalk.cli import main
from shoptalk.rubric.records import RECORDS

FOLDER = Path(__file__).parent / "fresh_course"
REQUESTS = """\
requests:
  - name: Ken Abara
    organization: Harbor Bread
    route: warm
  - name: Mei Lindqvist
    why: Her talk on rye
"""

each_course = pytest.mark.parametrize(
    "course", ["careeronestop", "epicodus", "five-steps", "thinkful", "two-requests"]
)


def said_of_fresh(course: str) -> str:
    """All that the check prints in such a portfolio, which is made here."""
    CliRunner().invoke(main, ["init", ".", "--yes", "--course", course], catch_exceptions=False)
    Path("private/outreach.yml").write_text(REQUESTS, encoding="utf-8")
    return CliRunner().invoke(main, ["check"]).stdout


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@each_course
def test_says(course: str, golden: Callable[[Path, str], None]):
    golden(FOLDER / f"{course}.txt", said_of_fresh(course))


@each_course
def test_nothing_is_said_twice(course: str):
    blocks = Counter(block.split(": ", 2)[-1] for block in said_of_fresh(course).split("\n\n"))
    assert [block for block, times in blocks.items() if times > 1] == []


@each_course
def test_what_requests_lack_is_said_in_their_file(course: str):
    said = said_of_fresh(course).splitlines()
    missing = [line for line in said if line.endswith("[missing-record]")]
    assert missing
    assert all(line.startswith("private/outreach.yml:") for line in missing)


@pytest.mark.parametrize("name", [name for name, record in RECORDS.items() if record.command])
def test_the_command_that_is_named_writes_the_record(name: str):
    Path("interviews").mkdir()
    has_one = "    appointment: {on: 2026-01-03}\n" if "." in RECORDS[name].key else ""
    check = f"missing-record: {{record: {name}}}"
    rubric = f"criteria: [{{id: x, title: X, scope: portfolio, checks: [{check}]}}]\n"
    Path("outreach.yml").write_text(f"requests:\n  - name: Ken Abara\n{has_one}", encoding="utf-8")
    Path("rubric.yml").write_text(rubric, encoding="utf-8")
    said = CliRunner().invoke(main, ["check"]).stdout
    [command] = re.findall(r"`shoptalk (.*)`", said)
    command = command.replace("YYYY-MM-DDTHH:MM", "2026-01-03T10:00").replace(
        "YYYY-MM-DD", "2026-01-02"
    )
    done = CliRunner().invoke(main, shlex.split(command))
    assert done.exit_code == 0, done.output
    assert "[missing-record]" not in CliRunner().invoke(main, ["check"]).stdout
