"""Listing questions as a user types it."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shoptalk.cli import main
from shoptalk.reading.prose import parse_markdown

COMMAND = [sys.executable, "-c", "from shoptalk.cli import main; main(prog_name='shoptalk')"]
ADA = """\
---
name: Ada Okafor
date: 2026-10-14
questions:
  - ask: Which skills matter most?
    topic: skills
  - ask: "=Where: are the *ships*?"
    topic: Tall ships
    personal: true
planned:
  - ask: What pay can a beginner expect?
    topic: market
learnings:
  - learned: Reading code is most of the work.
    from: Which skills
---

## Which skills matter most?

Patience, and *reading*.
"""
KEN = """\
---
name: 王小明
questions:
  - which skills matter most
  - ask: ¿Qué es lo más difícil?
    topic: likes-and-challenges
---

Text.
"""


@pytest.fixture(autouse=True)
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio of two conversations, as the working directory."""
    (tmp_path / "interviews").mkdir()
    (tmp_path / "interviews" / "ada.md").write_text(ADA, encoding="utf-8")
    (tmp_path / "interviews" / "ken.md").write_text(KEN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ask(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["ask", *arguments])


def listed(*arguments: str) -> list[dict[str, object]]:
    done = ask("--format", "json", *arguments)
    assert done.exit_code == 0, done.output
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def questions(*arguments: str) -> list[object]:
    return [one["question"] for one in listed(*arguments)]


def test_text():
    done = ask()
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "Likes and challenges: 1 question, asked once\n"
        "\n"
        "  ¿Qué es lo más difícil?\n"
        "    For the middle; asked once (王小明), no answer written up.\n"
        "\n"
        "Skills: 1 question, asked twice, answered once, 1 learning\n"
        "\n"
        "  Which skills matter most?\n"
        "    For the middle; asked twice (Ada Okafor and 王小明), answered once, led to 1\n"
        "    learning.\n"
        "    Also asked as: which skills matter most.\n"
        "\n"
        "Market: 1 question\n"
        "\n"
        "  What pay can a beginner expect?\n"
        "    For the middle; planned for Ada Okafor, not asked so far.\n"
        "\n"
        "Tall ships: 1 question, asked once\n"
        "\n"
        "  =Where: are the *ships*?\n"
        "    Personal, for the middle; asked once (Ada Okafor), no answer written up.\n"
    )


def test_only_a_few_names_and_wordings_are_spelled_out(portfolio: Path):
    for number, wording in enumerate(("WHICH skills", "Which SKILLS", "which SKILLS")):
        text = f"---\nname: Person {number}\nquestions: [{wording} matter most]\n---\n\nText.\n"
        (portfolio / "interviews" / f"{number}.md").write_text(text, encoding="utf-8")
    said = " ".join(ask("--topic", "skills").stdout.split())
    assert re.search(r"asked 5 times \(([\w ]+, ){2}[\w ]+ and 2 more\), answered once", said)
    assert said.count("matter most") == 3
    assert "; and in 2 more ways." in said


LONG_ANSWER = """\
---
name: Bea Invented
questions: [Which skills matter most?]
---

## Which skills matter most?

She counted *three*,
on her fingers.

- reading
- waiting

### Aside
"""


def test_answers_in_text(portfolio: Path):
    (portfolio / "interviews" / "bea.md").write_text(LONG_ANSWER, encoding="utf-8")
    said = ask("--answers", "--topic", "skills").stdout
    assert said.endswith(
        "    Also asked as: which skills matter most.\n"
        "\n"
        "    Ada Okafor, 2026-10-14:\n"
        "      Patience, and *reading*.\n"
        "\n"
        "    Bea Invented:\n"
        "      She counted *three*, on her fingers.\n"
        "\n"
        "      - reading\n"
        "      - waiting\n"
        "\n"
        "      ### Aside\n"
    )
    assert "Patience" not in ask("--topic", "skills").stdout


def test_answers_are_wrapped_and_steer_no_terminal(portfolio: Path):
    text = KEN.replace("Text.", f"## Which skills matter most?\n\n{'reading ' * 30}\x9b31m")
    (portfolio / "interviews" / "ken.md").write_text(text, encoding="utf-8")
    said = ask("--answers", "--topic", "skills").stdout
    assert said.count("reading") == 31
    assert max(map(len, said.splitlines())) <= 80
    assert "\x9b" not in said


def test_answers_in_markdown_are_quotations_that_swallow_nothing(portfolio: Path):
    unclosed = f"{LONG_ANSWER}\n```\nnever closed\n"
    (portfolio / "interviews" / "bea.md").write_text(unclosed, encoding="utf-8")
    text = ask("--answers", "--format", "markdown").stdout
    assert "    - Ada Okafor, 2026-10-14:\n\n        > Patience, and *reading*.\n" in text
    rendered = re.sub(' data-sourcepos="[^"]*"', "", parse_markdown(text))
    answers = re.findall("<blockquote>.*?</blockquote>", rendered, re.DOTALL)
    assert ["<h3>Aside</h3>" in one for one in answers] == [False, True]
    assert re.findall("<h2>(.*)</h2>", rendered) == [
        "Likes and challenges",
        "Skills",
        "Market",
        "Tall ships",
    ]
    assert "Patience" not in ask("--format", "markdown").stdout


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_with_the_answers_all_wordings_are_spelled_out(portfolio: Path, form: str):
    wordings = ("WHICH skills", "Which SKILLS", "which SKILLS")
    for number, wording in enumerate(wordings):
        text = f"---\nname: Person {number}\nquestions: [{wording} matter most]\n---\n\nText.\n"
        (portfolio / "interviews" / f"{number}.md").write_text(text, encoding="utf-8")
    said = " ".join(ask("--answers", "--format", form).stdout.split())
    assert all(f"{wording} matter most" in said for wording in wordings)
    assert "more way" not in said


def test_json_has_exactly_these_keys():
    [skills] = listed("--topic", "skills")
    assert skills == {
        "question": "Which skills matter most?",
        "wordings": ["Which skills matter most?", "which skills matter most"],
        "topic": "skills",
        "phase": "middle",
        "personal": False,
        "asked": [
            {"interview": "ada", "name": "Ada Okafor", "date": "2026-10-14"},
            {"interview": "ken", "name": "王小明", "date": None},
        ],
        "planned": [],
        "answers": [
            {"interview": "ada", "name": "Ada Okafor", "answer": "Patience, and *reading*."}
        ],
        "answered": 1,
        "learnings": 1,
    }


def test_json_names_whom_a_question_was_planned_for():
    [market] = listed("--topic", "market")
    assert market["asked"] == []
    assert market["planned"] == [{"interview": "ada", "name": "Ada Okafor", "date": "2026-10-14"}]


def test_json_of_a_starter_question():
    one = listed("--starter", "--topic", "hiring")[0]
    assert list(one)[-5:] == ["starter", "when", "follow_up", "open", "courses"]
    assert one["starter"] is True
    assert one["asked"] == one["planned"] == one["answers"] == []


@pytest.mark.parametrize("name", ["no-topic-yet", "no-topic", "No topic yet"])
def test_questions_without_a_topic_have_a_name_to_ask_for_them(portfolio: Path, name: str):
    unknown = "---\nquestions: [Zwölf Boxkämpfer?]\n---\n\nText.\n"
    (portfolio / "interviews" / "x.md").write_text(unknown, encoding="utf-8")
    assert questions("--topic", name) == ["Zwölf Boxkämpfer?"]


def test_a_topic_or_name_that_is_not_known_is_null(portfolio: Path):
    unknown = "---\nquestions: [Zwölf Boxkämpfer?]\n---\n\nText.\n"
    (portfolio / "interviews" / "x.md").write_text(unknown, encoding="utf-8")
    [one] = listed("--topic", "no-topic-yet")
    assert one["topic"] is None
    assert one["asked"] == [{"interview": "x", "name": None, "date": None}]
    assert "asked once (x)" in ask("--topic", "No topic yet").stdout


def test_documents_are_utf_8_wherever_it_runs():
    for form in ("json", "csv", "markdown"):
        done = subprocess.run(
            [*COMMAND, "ask", "--format", form],
            capture_output=True,
            timeout=60,
            env={**os.environ, "PYTHONIOENCODING": "ascii"},
        )
        assert done.stderr == b""
        assert "difícil" in done.stdout.decode("utf-8")


def test_csv():
    text = ask("--format", "csv").stdout_bytes.decode()
    assert text.count("\r\n") == 5
    assert "\r\r" not in text
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    by_topic = {row["topic"]: row for row in rows}
    assert by_topic["skills"]["asked_of"] == "Ada Okafor\n王小明"
    assert by_topic["skills"]["other_wordings"] == "which skills matter most"
    assert by_topic["market"]["planned_for"] == "Ada Okafor"
    assert by_topic["tall-ships"]["question"] == "'=Where: are the *ships*?"
    assert by_topic["tall-ships"]["personal"] == "yes"


def test_csv_of_a_starter_question():
    rows = csv.DictReader(io.StringIO(ask("--format", "csv", "--starter").stdout, newline=""))
    starters = [row for row in rows if row["starter"]]
    assert len(starters) > 50
    assert all(row["when"] and row["follow_up"] for row in starters)
    assert {row["open"] for row in starters} == {"yes", ""}
    assert "thinkful\nfive-steps" in {row["courses"] for row in starters}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(portfolio: Path, sign: str):
    question = f'{{ask: "{sign}HYPERLINK(1)", topic: x}}'
    text = f'---\nname: "{sign}1"\nquestions: [{question}]\n---\n\nText.\n'
    (portfolio / "interviews" / "x.md").write_text(text, encoding="utf-8")
    rows = list(csv.reader(io.StringIO(ask("--format", "csv", "--topic", "x").stdout)))
    assert f"'{sign}HYPERLINK(1)" in rows[1]
    assert f"'{sign}1" in rows[1]


def test_markdown_shows_questions_as_they_are():
    text = ask("--format", "markdown").stdout
    assert "- **=Where: are the \\*ships\\*?**\n" in text
    assert re.findall("^## (.*)$", text, re.MULTILINE) == [
        "Likes and challenges",
        "Skills",
        "Market",
        "Tall ships",
    ]


@pytest.mark.parametrize(
    "text", ["1. first", "- dash", "+ plus", "# hash", "> more", "<b>bold</b>"]
)
def test_no_question_is_markup_in_markdown(portfolio: Path, text: str):
    interview = f'---\nname: Ada\nquestions: [{{ask: "{text}", topic: x}}]\n---\n\nText.\n'
    (portfolio / "interviews" / "x.md").write_text(interview, encoding="utf-8")
    rendered = parse_markdown(ask("--format", "markdown", "--topic", "x").stdout)
    shown = text.replace("<", "&lt;").replace(">", "&gt;")
    assert f"<strong>{shown}</strong>" in rendered


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--topic", "Skills"], ["Which skills matter most?"]),
        (["--topic", "tall ships"], ["=Where: are the *ships*?"]),
        (["--topic", "hiring"], []),
        (
            ["--topic", "skills", "--topic", "market", "--not-asked"],
            ["What pay can a beginner expect?"],
        ),
        (["--not-asked"], ["What pay can a beginner expect?"]),
        (["--personal"], ["=Where: are the *ships*?"]),
        (["--list", "--topic", "skills"], ["Which skills matter most?"]),
        (["--list", "--topic", "tall-ships"], []),
        (["--phase", "close"], []),
        (["--search", "DIFICIL mas"], ["¿Qué es lo más difícil?"]),
        (["--search", "ship"], ["=Where: are the *ships*?"]),
        (["--search", "hips"], []),
        (["--search", "which ships"], []),
    ],
)
def test_filters(arguments: list[str], expected: list[str]):
    assert questions(*arguments) == expected


def test_words_are_found_in_scripts_without_spaces(portfolio: Path):
    (portfolio / "interviews" / "x.md").write_text(
        "---\nname: Ada\nquestions: [你喜欢你的工作吗？]\n---\n\nText.\n", encoding="utf-8"
    )
    assert questions("--search", "工作") == ["你喜欢你的工作吗？"]


def test_what_means_the_same_comes_first(portfolio: Path):
    (portfolio / "interviews" / "x.md").write_text(
        "---\nname: Bea\nquestions:\n  - ask: Which skills matter most, in order of years?\n"
        "    topic: career-path\n---\n\nText.\n",
        encoding="utf-8",
    )
    found = questions("--search", "which skills matter most")
    assert found == [
        "Which skills matter most?",
        "Which skills matter most, in order of years?",
    ]


def test_what_means_the_same_is_found_in_other_words(portfolio: Path):
    (portfolio / "interviews" / "x.md").write_text(
        "---\nname: Bea\nquestions: [What do you like about your job?]\n---\n\nText.\n"
    )
    found = questions("--search", "Can you tell me what you enjoy in your role?")
    assert found == ["What do you like about your job?"]


def test_an_unknown_topic():
    done = ask("--topic", "skils")
    assert done.exit_code == 2
    assert "there is no topic 'skils'; did you mean 'skills'?" in done.stderr
    assert "there are career-path" in ask("--topic", "qqq").stderr


def test_not_asked_says_what_starter_would_add():
    done = ask("--not-asked", "--topic", "market")
    [number] = re.findall(r"^--starter would add (\d+) starter questions$", done.stderr, re.M)
    assert len(questions("--not-asked", "--topic", "market", "--starter")) == int(number) + 1
    assert ask("--not-asked", "--starter").stderr == ""


def test_starter_questions_say_when_and_what_next():
    text = ask("--starter", "--topic", "hiring").stdout
    assert "    Starter question for the " in text
    assert "    Then ask: " in text


@pytest.mark.parametrize("more", ["", ", same_as: Zwölf Boxkämpfer?"])
def test_a_starter_question_that_was_asked_is_no_longer_one(portfolio: Path, more: str):
    first = next(one["question"] for one in listed("--starter") if "starter" in one)
    (portfolio / "interviews" / "x.md").write_text(
        f"---\nname: Bea\nquestions: [{{ask: {json.dumps(first)}{more}}}]\n---\n\nText.\n",
        encoding="utf-8",
    )
    [found] = [one for one in listed("--starter") if first in one["wordings"]]  # type: ignore[operator]
    assert "starter" not in found


def test_placeholders_are_no_questions(portfolio: Path):
    (portfolio / "interviews" / "x.md").write_text(
        "---\nname: Bea\nquestions: [TODO]\nplanned: ['TODO 1: mine']\n---\n\nText.\n"
    )
    assert [one for one in questions() if "TODO" in str(one)] == []


def test_what_cannot_be_read_is_named_and_the_rest_is_listed(portfolio: Path):
    for name in "abcde":
        (portfolio / "interviews" / f"{name}.md").write_text("no front matter")
    done = ask("--topic", "skills")
    assert done.exit_code == 0
    assert done.stderr == (
        "left out, as it cannot be read: interviews/a.md, interviews/b.md, interviews/c.md and 2 "
        "more; `shoptalk check` says why\n"
    )
    assert "Which skills matter most?" in done.stdout


def test_a_folder_or_a_file_can_be_named(tmp_path: Path):
    assert questions(str(tmp_path / "interviews" / "ada.md"), "--search", "skills") != []
    assert questions(str(tmp_path), "--personal") == questions("interviews", "--personal")
    assert ask("nowhere").exit_code == 2


@pytest.mark.parametrize("name", ["mkdocs.yml", "rubric.yml", "interviews/.keep"])
def test_a_portfolio_without_interviews(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    home = tmp_path / "new"
    (home / name).parent.mkdir(parents=True)
    (home / name).touch()
    monkeypatch.chdir(home)
    done = ask()
    assert (done.exit_code, done.stdout) == (0, "")
    assert 'there are no interviews yet; `shoptalk prepare "Full Name"` plans' in done.stderr
    assert listed() == []
    assert len(ask("--format", "csv").stdout.splitlines()) == 1
    assert len(listed("--starter")) > 50


def test_no_portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    done = ask()
    assert done.exit_code == 2
    assert "there is no folder interviews/ here" in done.stderr


def test_no_colors_into_a_pipe():
    done = subprocess.run([*COMMAND, "ask"], capture_output=True, timeout=60)
    assert b"\x1b" not in done.stdout


def test_nothing_of_it_is_loaded_by_other_commands():
    code = (
        "import sys, contextlib\n"
        "from shoptalk.cli import main\n"
        "with contextlib.suppress(SystemExit): main(['check'])\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "shoptalk.checking" in loaded
    new = ("listed", "listing", "plan", "starter")
    assert loaded.isdisjoint(f"shoptalk.questions.{name}" for name in new)
    assert loaded.isdisjoint(f"shoptalk.commands.{name}" for name in ("ask", "prepare"))
    assert not any(name.startswith("shoptalk.starter") for name in loaded)
