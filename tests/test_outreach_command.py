"""What came of asking, as a user asks for it."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shoptalk.cli import main

REQUESTS = """\
requests:
  - name: Bo Invented
    route: warm
    introduced_by: Ada Invented
    sent: 2026-01-05
    answered: 2026-01-07
  - {name: Cy Invented, route: cold, sent: 2026-01-05}
"""


@pytest.fixture(autouse=True)
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio with one conversation and two requests, as the working directory."""
    monkeypatch.chdir(tmp_path)
    for folder in ("interviews", "private"):
        Path(folder).mkdir()
    Path("interviews/bo.md").write_text("---\nname: Bo Invented\n---\n\nWe met.\n")
    Path("private/outreach.yml").write_text(REQUESTS)
    return tmp_path


def outreach(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["outreach", *arguments])


def test_it_says_what_came_of_asking():
    done = outreach()
    assert done.exit_code == 0
    assert done.stdout == (
        "2 requests, 1 answered, 1 led to a conversation; 0 still open, 0 not sent yet.\n"
        "Answered: 1 of 2. Between the two shares lies the true rate with 95 % certainty. Of fewer "
        "than 5 requests only the counts are told.\n"
        "Time to an answer: 2 days in the middle, from 2 to 2 days, of 1 with both days.\n"
        "\nAnswers by route:\n"
        "  cold  0 of 1\n"
        "  warm  1 of 1\n"
        "  Too few to compare: a rate is told from 5 requests on.\n"
        "\nAnswers by channel:\n"
        "  not written down  1 of 2\n"
        "  Too few to compare: a rate is told from 5 requests on.\n"
        "\nAnswers by length of message:\n"
        "  not written down  1 of 2\n"
        "  Too few to compare: a rate is told from 5 requests on.\n"
        "\nAnswers by day of the week:\n"
        "  Monday  1 of 2\n"
        "  Too few to compare: a rate is told from 5 requests on.\n"
        "\nConversations by route:\n"
        "    1  warm\n"
        "\nWho led to whom:\n"
        "  Ada Invented (not asked)\n"
        "    Bo Invented (talked to)\n"
    )


def test_for_other_programs_it_is_json():
    told = json.loads(outreach("--format", "json").stdout)
    assert told["totals"] == {
        "requests": 2,
        "answers": 1,
        "conversations": 1,
        "open": 0,
        "drafts": 0,
    }
    assert told["answers"]["route"][0] == {
        "label": "cold",
        "answered": 0,
        "of": 1,
        "low": None,
        "high": None,
    }
    assert told["chain"][1]["led_by"] == "Ada Invented"


def test_for_documents_it_is_markdown():
    said = outreach("--format", "markdown").stdout
    assert "\n| Route | Answered |\n|---|---|\n| cold | 0 of 1 |\n" in said
    assert "\n- Ada Invented (not asked)\n  - Bo Invented (talked to)\n" in said


def test_another_portfolio_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path.parent)
    assert outreach(tmp_path.name).stdout.startswith("2 requests")


def test_without_a_list_it_says_where_it_would_be():
    Path("private/outreach.yml").unlink()
    done = outreach()
    assert done.exit_code == 1
    assert "there is no list of requests: private/outreach.yml; `shoptalk asked" in done.output


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("# nobody yet\nrequests:\n", 'holds no request yet; `shoptalk asked "Full Name"` writes'),
        ("requests: [\n", "cannot be read; `shoptalk check` says why"),
    ],
)
def test_a_list_that_tells_nothing_is_not_called_missing(text: str, says: str):
    Path("private/outreach.yml").write_text(text)
    done = outreach()
    assert done.exit_code == 1
    assert f"Error: private/outreach.yml {says}" in done.output


def test_an_appointment_that_is_over_is_a_conversation():
    yesterday = date.today() - timedelta(days=1)
    met = f"sent: 2026-01-05, appointment: {{on: {yesterday}}}}}"
    another = "  - {name: Di Invented, introduced_by: Cy Invented}\n"
    text = REQUESTS.replace("sent: 2026-01-05}", met) + another
    Path("private/outreach.yml").write_text(text)
    told = json.loads(outreach("--format", "json").stdout)
    assert told["totals"]["conversations"] == 2
    assert {one["name"]: one["stage"] for one in told["chain"]} == {
        "Ada Invented": "not asked",
        "Bo Invented": "talked to",
        "Cy Invented": "talked to",
        "Di Invented": "not asked",
    }


def test_one_request_is_a_request():
    Path("private/outreach.yml").write_text("requests: [{name: Ken Abara, sent: 2026-10-01}]\n")
    assert "1 request, 0 answered" in outreach().output


def test_what_steers_a_terminal_or_is_markup_is_shown_as_it_is():
    name = '"Di \\e]0;title\\a <b>x</b> | `y`"'
    Path("private/outreach.yml").write_text(
        f"requests:\n  - {{name: Ada Invented, referrals: [{name}, Cy Invented]}}\n"
        f"  - {{name: Bo Invented, referrals: [{name}]}}\n  - {{name: {name}}}\n"
        f"  - {{name: {name.replace('Di', 'Ed')}, referrals: [Cy Invented]}}\n"
    )
    told = outreach()
    assert "\x1b" not in told.stdout + outreach("--format", "markdown").stdout
    assert "Di <U+001B>]0;title<U+0007> <b>x</b> | `y` (" in told.stdout
    assert "also through Ed <U+001B>" in told.stdout
    listed = outreach("--format", "markdown").stdout
    assert r"- Di \<U+001B\>\]0;title\<U+0007\> \<b\>x\</b\> \| \`y\` (" in listed
    assert r"also through Ed \<U" in listed
