"""Preparing a conversation as a user types it."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import assume, given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from shoptalk.cli import main
from shoptalk.questions.plan import PlannedQuestion, personal
from shoptalk.reading.corpus import read_corpus
from shoptalk.reading.decoding import decode
from shoptalk.reading.fields import PLACEHOLDER
from shoptalk.reading.interview import Interview, parse_interview
from shoptalk.reading.sections import heading_key
from shoptalk.rubric.not_to_ask import NotToAsk
from shoptalk.starter.person import Person
from shoptalk.starter.prepared import draft_text
from shoptalk.starter.sheet import Sheet, parts_of, pieces, render_sheet

TODAY = date(2026, 11, 22)
ADA = Person(name="Ada", agreed=True)
KEN = """\
---
name: Ken Abara
title: Timetable Analyst
questions:
  - ask: Which boats are late?
    topic: tall ships
planned:
  - ask: Which buses are late?
    topic: tall ships
learnings: Most of the delays are decided in the spring, long before the first boat is late.
applications: [I will look at the timetable of my own town before the end of the month.]
---

Text.
"""
NOT_WRITTEN_YET = {"placeholder", "too-few-words"}


@pytest.fixture(autouse=True)
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio of one conversation, as the working directory."""
    (tmp_path / "interviews").mkdir()
    (tmp_path / "interviews" / "ken.md").write_text(KEN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def prepare(*arguments: str) -> Result:
    """With somebody who agreed to be named, unless an option says otherwise."""
    is_said = {"--no-consent", "--alias"}.intersection(arguments)
    return CliRunner().invoke(main, ["prepare", *(() if is_said else ("--consent",)), *arguments])


def draft(name: str = "ada-okafor") -> Interview:
    data = Path(f"interviews/{name}.md").read_bytes()
    source, _ = decode(name, data)
    assert source
    interview, _ = parse_interview(source, TODAY)
    assert interview
    return interview


def sheet(name: str = "ada-okafor") -> str:
    return Path(f"private/{name}-sheet.html").read_text(encoding="utf-8")


def files() -> set[str]:
    return {path.as_posix() for path in Path().rglob("*") if path.is_file()}


# What is written


@pytest.mark.parametrize("option", ["--consent", "--no-consent"])
def test_what_the_request_says_of_the_person_is_used(option: str):
    Path("private").mkdir()
    request = "{name: Ada Okafor, title: 'Miller: rye', organization: Harbor Bread}"
    Path("private/outreach.yml").write_text(f"requests:\n  - {request}\n")
    prepare("ada okafor", option, *(("--alias", "A miller") * (option == "--no-consent")))
    stem = "ada-okafor" if option == "--consent" else "a-miller"
    text = Path(f"interviews/{stem}.md").read_text("utf-8")
    assert '\ntitle: "Miller: rye"\n' in text
    assert "Harbor Bread" not in text
    assert "Miller: rye, Harbor Bread" in sheet(stem)
    if option == "--no-consent":
        overlay = Path(f"private/{stem}.yml").read_text("utf-8")
        assert "\norganization: Harbor Bread\n" in overlay
    Path(f"private/{stem}-sheet.html").unlink()
    assert "Left interviews" in prepare("Ada Okafor").output
    assert "Miller: rye, Harbor Bread" in sheet(stem)


def test_of_two_people_of_one_name_it_is_the_one_at_that_organization():
    Path("outreach.yml").write_text(
        "requests:\n  - {name: Ada Okafor, title: Miller, organization: A}\n"
        "  - {name: Ada Okafor, title: Baker, organization: B}\n"
    )
    refused = prepare("Ada Okafor")
    assert refused.exit_code == 2
    assert "A on line 2, B on line 3; name the one with --organization" in refused.output
    for place, title, stem in (("B", "Baker", "ada-okafor"), ("A", "Miller", "ada-okafor-2")):
        made = prepare("Ada Okafor", "--organization", place)
        assert f"Wrote private/{stem}.yml: the organization stands only there." in made.output
        assert f"\ntitle: {title}\n" in Path(f"interviews/{stem}.md").read_text("utf-8")
        assert f"\norganization: {place}\n" in Path(f"private/{stem}.yml").read_text("utf-8")
        again = prepare("Ada Okafor", "--organization", place)
        assert f"Left interviews/{stem}.md as it was." in again.output


def test_writes_a_draft_and_a_sheet_and_names_them():
    done = prepare("Ada Okafor")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "The plan for the conversation with Ada Okafor:\n\nOpening\n  1. "
    )
    assert done.stdout.endswith(
        "Wrote interviews/ada-okafor.md: fill in each TODO.\n"
        "Wrote private/ada-okafor-sheet.html: open it in a browser to print it.\n"
        "To change the plan, edit `planned` in interviews/ada-okafor.md, and run this again.\n"
    )
    assert files() == {
        "interviews/ken.md",
        "interviews/ada-okafor.md",
        "private/.gitignore",
        "private/ada-okafor-sheet.html",
    }


def test_each_question_has_a_reason():
    lines = prepare("Ada Okafor", "--dry-run").stdout.splitlines()
    numbered = [at for at, line in enumerate(lines) if re.match(r" *\d+\. ", line)]
    assert len(numbered) == 10
    assert all(re.match(r" {7}\w", lines[at + 1]) for at in numbered)


def test_the_draft_holds_the_plan_twice_with_a_heading_for_each_answer():
    prepare("Ada Okafor")
    made = draft()
    assert made.draft
    assert len(made.planned) == 10
    assert [one.ask for one in made.planned] == [one.ask for one in made.questions]
    assert sum(one.personal for one in made.planned) == 3
    assert all(one.answer for one in made.questions)
    assert not any(one.answer and made.body.text_of(one.answer) for one in made.questions)


def test_the_check_names_only_what_is_still_to_be_written():
    prepare("Ada Okafor")
    done = CliRunner().invoke(main, ["check", "interviews/ada-okafor.md"])
    assert done.exit_code == 0
    assert set(re.findall(r"\[([\w-]+)\]$", done.stdout, re.MULTILINE)) == NOT_WRITTEN_YET
    assert "question 3: ask' still says 'TODO 1: a question that only Ada" in done.stdout


def test_what_is_planned_is_not_asked_until_it_is_answered():
    prepare("Ada Okafor")
    first = draft().questions[0].ask
    listed = CliRunner().invoke(main, ["ask", "--not-asked"]).stdout
    assert f"  {first}\n    " in listed
    path = Path("interviews/ada-okafor.md")
    text = path.read_text().replace(f"## {first}\n", f"## {first}\n\nShe laughed.\n")
    path.write_text(text)
    assert f"  {first}\n    " not in CliRunner().invoke(main, ["ask", "--not-asked"]).stdout


def test_a_dry_run_writes_nothing():
    done = prepare("Ada Okafor", "--dry-run")
    assert done.stdout.endswith("Nothing was written, because of --dry-run.\n")
    assert files() == {"interviews/ken.md"}


def test_the_same_files_give_the_same_draft():
    prepare("Ada Okafor")
    first = Path("interviews/ada-okafor.md").read_bytes()
    Path("interviews/ada-okafor.md").unlink()
    prepare("Ada Okafor")
    assert Path("interviews/ada-okafor.md").read_bytes() == first


NAMES = (
    ("Ann: X / Y", "ann-x-y"),
    ('"Q" O\'Neil', "q-oneil"),
    ("{name} %s #1", "name-s-1"),
    ("王小明", "王小明"),
    ("علی\u200cرضا", "علی-رضا"),
    ("C:\\con", "c-con"),
    ("Aux", "aux-1"),
    ("Com1", "com1-1"),
    ("<b>&amp;", "b-amp"),
    ("N" * 300, "n" * 200),
)


@pytest.mark.parametrize(("name", "stem"), NAMES)
def test_any_name(name: str, stem: str):
    done = prepare("--", name)
    assert done.exit_code == 0, done.output
    assert draft(stem).name == name
    corpus = read_corpus([Path("interviews")], TODAY)
    assert {found.check for file in corpus.files for found in file.findings} == {"placeholder"}
    assert name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace(
        '"', "&#34;"
    ).replace("'", "&#39;") in sheet(stem)


@pytest.mark.parametrize("name", ["", "...", "A\x1bB"])
def test_no_name(name: str):
    done = prepare("--", name)
    assert done.exit_code == 2
    assert 'give the person\'s name: shoptalk prepare "Full Name"' in done.stderr


TEXTS = st.sampled_from(
    (
        *(": ", " #", ": #", "'", '"', "- ", "* ", "# ", "? ", "| ", "1. ", "!", "%", "@", "\\"),
        *("{x}", "[a](b)", "<b>", "&amp;", "`x`", "*a*b", "__x__", "~~", "---", "===", "C++"),
        *("yes", "null", "1e3", "TODO", "Why?", "http://x.y", "ما هو", "؟", "你好"),
    )
)
WORDINGS = st.lists(TEXTS, min_size=1, max_size=8).map(
    lambda parts: " ".join("".join(parts).split())
)


@given(st.lists(WORDINGS, min_size=1, max_size=4))
def test_whatever_is_in_a_question_is_read_as_it_was_planned(wordings: list[str]):
    by_key = {heading_key(text): text for text in wordings if not PLACEHOLDER.fullmatch(text)}
    by_key.pop("", None)
    assume(by_key)
    asks = list(by_key.values())
    text = draft_text(ADA, [PlannedQuestion(ask, "middle") for ask in asks], TODAY)
    source, faults = decode("ada.md", text.encode())
    assert source
    interview, findings = parse_interview(source, TODAY)
    assert interview
    assert [one.ask for one in interview.planned] == asks
    assert [one.ask for one in interview.questions] == asks
    assert all(one.answer for one in interview.questions)
    assert {found.check for found in (*faults, *findings)} == {"placeholder"}


@pytest.mark.parametrize("topic", ["yes", "2026", "a: b"])
def test_a_topic_is_read_as_it_was_planned(topic: str):
    text = draft_text(ADA, [PlannedQuestion("Why?", "middle", topic=topic)], TODAY)
    source, _ = decode("ada.md", text.encode())
    assert source
    interview, findings = parse_interview(source, TODAY)
    assert interview
    assert interview.planned[0].topic == topic
    assert {found.check for found in findings} == {"placeholder"}


# Choosing


def test_the_wishes_reach_the_plan():
    done = prepare("Ada Okafor", "--questions", "12", "--personal", "4", "--topic", "Hiring")
    assert done.exit_code == 0
    assert len(draft().planned) == 12
    assert sum(one.personal for one in draft().planned) == 4
    assert "you asked for this topic; nobody has been asked about hiring yet" in done.stdout


def test_questions_can_be_left_out():
    last = prepare("Ada Okafor", "--dry-run").stdout
    assert "10. Which two or three people should I talk to next?" in last
    done = prepare("Ada Okafor", "--dry-run", "--leave-out", "two three people")
    assert "two or three people" not in done.stdout


def test_where_there_are_too_few_it_says_so():
    done = prepare("Ada Okafor", "--questions", "60", "--leave-out", "w")
    assert f"no more than {len(draft().planned)} questions to choose from" in done.stdout
    assert len(draft().planned) < 60


def test_what_was_planned_and_left_out_is_proposed():
    done = prepare("Ada Okafor", "--topic", "tall-ships")
    assert "Which buses are late?" in done.stdout
    assert "planned for Ken Abara, but not asked" in " ".join(done.stdout.split())


@pytest.mark.parametrize("listed", ["phrases: [buses]", "questions: [{ask: Which buses are late}]"])
def test_what_the_rubric_says_not_to_ask_is_left_out(listed: str):
    Path("rubric.yml").write_text(
        "criteria:\n  - id: a\n    title: A\n    checks:\n      - any:\n"
        f"          - question-not-to-ask: {{{listed}}}\n"
        "          - too-few-items: {field: tags}\n"
    )
    planned = "planned:\n  - ask: Which trams are late?\n    topic: tall ships\n"
    Path("interviews/ken.md").write_text(KEN.replace("planned:\n", planned), encoding="utf-8")
    done = prepare("Ada Okafor", "--topic", "tall-ships")
    assert done.exit_code == 0, done.output
    assert "buses" not in done.stdout
    assert "trams" in done.stdout


def test_the_course_of_the_rubric_comes_first():
    Path("rubric.yml").write_text("extends: epicodus\n")
    of_rubric = prepare("Ada Okafor", "--dry-run").stdout
    Path("rubric.yml").unlink()
    assert prepare("Ada Okafor", "--dry-run", "--course", "epicodus").stdout == of_rubric
    assert prepare("Ada Okafor", "--dry-run").stdout != of_rubric


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--questions", "6", "--personal", "5"], "5 personal questions need at least 7 in all"),
        (["--questions", "4"], "4"),
        (["--personal", "2"], "2"),
        (["--topic", "hirng"], "did you mean 'hiring'?"),
        (["--course", "nothing"], "there is no course 'nothing'; there are careeronestop"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str):
    done = prepare("Ada Okafor", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_rubric_that_cannot_be_read():
    Path("rubric.yml").write_text("extends: nothing\n")
    done = prepare("Ada Okafor")
    assert (done.exit_code, files()) == (2, {"interviews/ken.md", "rubric.yml"})
    assert "rubric.yml:1:10: error" in done.stderr


def test_what_is_said_of_the_rubric_is_printed():
    Path("rubric.yml").write_text("extends: thinkful\ntitle: A\u200bB\n", encoding="utf-8")
    done = prepare("Ada Okafor")
    assert done.exit_code == 0
    assert "rubric.yml:2:9: " in done.stderr


def test_what_fits_one_trade_only_is_not_proposed():
    assert "boats" not in prepare("Ada Okafor", "--topic", "tall-ships", "--dry-run").stdout
    other = KEN.replace("Ken Abara", "Bea Invented")
    Path("interviews/bea.md").write_text(other, encoding="utf-8")
    assert "boats" in prepare("Ada Okafor", "--topic", "tall-ships", "--dry-run").stdout


def test_it_ends_by_asking_for_two_or_three_people():
    own = "---\nname: Bea\nquestions: [Who else should I talk to?]\n---\n\nText.\n"
    Path("interviews/bea.md").write_text(own)
    prepare("Ada Okafor")
    assert draft().planned[-1].ask == "Which two or three people should I talk to next?"


# The first conversation


def test_in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "new").mkdir()
    monkeypatch.chdir(tmp_path / "new")
    assert prepare("Ada Okafor").exit_code == 0
    assert "interviews/ada-okafor.md" in files()
    assert "private/ada-okafor-sheet.html" in files()


@pytest.mark.parametrize("start", ["interviews", "interviews/2026"])
def test_the_sheet_goes_beside_the_interviews(
    portfolio: Path, monkeypatch: pytest.MonkeyPatch, start: str
):
    (portfolio / start).mkdir(exist_ok=True)
    monkeypatch.chdir(portfolio / start)
    done = prepare("Ada Okafor", "--in", ".")
    assert "Wrote ada-okafor.md" in done.stdout
    monkeypatch.chdir(portfolio)
    assert {f"{start}/ada-okafor.md", "private/ada-okafor-sheet.html"} <= files()
    assert "led to" not in done.stdout


def test_inside_the_folder_of_interviews(portfolio: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(portfolio / "interviews")
    assert "Wrote ada-okafor.md" in prepare("Ada Okafor").stdout
    assert (portfolio / "private" / "ada-okafor-sheet.html").is_file()


# What is asked on a terminal


@pytest.mark.parametrize(
    ("typed", "stem"),
    [("no\nA pilot\n", "a-pilot"), ("yes\n", "ada-okafor"), ("\nA pilot\n", "a-pilot")],
)
def test_consent_and_alias_are_asked_for(monkeypatch: pytest.MonkeyPatch, typed: str, stem: str):
    monkeypatch.setattr("shoptalk.commands.consent.is_terminal", lambda: True)
    done = CliRunner().invoke(main, ["prepare", "Ada Okafor"], input=typed)
    assert done.exit_code == 0, done.output
    assert {f"interviews/{stem}.md", f"private/{stem}-sheet.html"} <= files()
    again = CliRunner().invoke(main, ["prepare", "Ada Okafor"])
    assert f"Left interviews/{stem}.md as it was." in again.output


def test_nothing_is_asked_if_nothing_will_be_written(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("shoptalk.commands.consent.is_terminal", lambda: True)
    done = CliRunner().invoke(main, ["prepare", "Ada Okafor", "--dry-run"])
    assert done.exit_code == 0
    assert "agree" not in done.output


# A file that is there already

OWN_PLAN = """\
---
name: Ada Okafor
title: Pilot
organization: TODO
date: 2026-10-14
minutes: 20
draft: true
research: See https://example.org/ada.
planned:
  - "Is it true: do <pilots> & cooks talk?"
  - "TODO 1: mine"
  - Whom else?
---
"""


def test_its_plan_holds_and_it_stays_as_it_is():
    path = Path("interviews/ada-okafor.md")
    path.write_bytes(OWN_PLAN.replace("\n", "\r\n").encode())
    before = path.read_bytes()
    done = prepare("Ada Okafor")
    assert path.read_bytes() == before
    assert "as interviews/ada-okafor.md has it:\n" in done.stdout
    assert "Left interviews/ada-okafor.md as it was.\nWrote private/" in done.stdout
    said = sheet()
    assert "Is it true: do &lt;pilots&gt; &amp; cooks talk?" in said
    assert said.count("that only Ada Okafor can answer") == 1
    assert "Pilot" in said
    assert "TODO" not in said
    assert "14 October 2026 &middot; about 20 minutes" in said
    assert '<a href="https://example.org/ada"' in said


def test_the_sheet_is_made_anew_and_nothing_is_left_beside_it():
    prepare("Ada Okafor")
    path = Path("interviews/ada-okafor.md")
    path.write_text(path.read_text().replace("TODO 2: a question that only Ada", "Why, Ada"))
    before = sheet()
    prepare("Ada Okafor")
    assert "Why, Ada Okafor can answer" in sheet() != before
    assert len(files()) == 4


def test_research_is_on_it_once_it_is_written():
    for _ in range(2):
        prepare("Ada Okafor")
        assert "Nothing is noted yet under <code>research</code>" in sheet()


def test_the_plan_stays_the_same_when_its_sheet_is_made_again():
    first = prepare("Ada Okafor").stdout
    again = prepare("Ada Okafor").stdout
    plan = re.findall(r"^(?:[A-Z]\w+|.*\d+\. .*)$", first.split("Wrote")[0], re.MULTILINE)
    assert re.findall(r"^(?:[A-Z]\w+|.*\d+\. .*)$", again.split("Left")[0], re.MULTILINE) == plan


def test_a_file_without_a_plan_gets_lines_to_put_into_it():
    CliRunner().invoke(main, ["new", "--consent", "Ada Okafor"])
    path = Path("interviews/ada-okafor.md")
    before = path.read_bytes()
    done = prepare("Ada Okafor")
    assert path.read_bytes() == before
    _, _, lines = done.stdout.partition(
        "To keep this plan, put it into the front matter of interviews/ada-okafor.md:\n\n"
    )
    assert lines.startswith("planned:\n  - ")
    path.write_bytes(before.replace(b"\nquestions:", f"\n{lines}\nquestions:".encode()))
    assert len(draft().planned) == 10
    assert "as interviews/ada-okafor.md has it" in prepare("Ada Okafor").stdout


def test_a_file_that_cannot_be_read():
    Path("interviews/ada-okafor.md").write_text("no front matter")
    done = prepare("Ada Okafor")
    assert done.exit_code == 1
    assert "interviews/ada-okafor.md is there already, but cannot be read" in done.stderr
    assert not Path("private").exists()


# Somebody who has not agreed to be named


def drafts() -> list[Path]:
    return [path for path in Path("interviews").iterdir() if path.name != "ken.md"]


@pytest.mark.parametrize("option", [(), ("--no-consent",)])
def test_the_name_of_somebody_who_did_not_agree_is_in_private_only(option: tuple[str, ...]):
    done = CliRunner().invoke(main, ["prepare", *option, "Ada Okafor"])
    assert done.exit_code == 0, done.output
    [path] = drafts()
    assert path.stem == f"conversation-{date.today().isoformat()}"
    text = path.read_text(encoding="utf-8")
    assert "Ada" not in text
    assert "Okafor" not in text
    assert "a question that only this person can answer" in text
    named = {
        file.interview.name
        for file in read_corpus([Path("interviews")], TODAY).files
        if file.interview
    }
    assert named == {"Ken Abara", "Ada Okafor"}
    assert "Ada Okafor" in sheet(path.stem)
    assert f"Wrote private/{path.stem}.yml: the name stands only there.\n" in done.stdout


def test_the_draft_of_somebody_with_an_alias_is_found_again():
    prepare("--alias", "A nurse", "Ada Okafor")
    before = Path("interviews/a-nurse.md").read_bytes()
    done = prepare("--alias", "", "Ada Okafor")
    assert "Left interviews/a-nurse.md as it was.\n" in done.stdout
    assert Path("interviews/a-nurse.md").read_bytes() == before
    assert "Ada Okafor" in sheet("a-nurse")
    assert len(drafts()) == 1


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("interviews/2026/ada-okafor.md", OWN_PLAN),
        ("interviews/2026/flight.md", OWN_PLAN),
        ("interviews/2026/ada-okafor.md", OWN_PLAN.replace("name: Ada Okafor", "name: TODO")),
    ],
)
def test_a_file_anywhere_below_the_interviews_is_gone_on_with(path: str, text: str):
    Path("interviews/2026").mkdir()
    Path(path).write_text(text)
    done = prepare("ada  OKAFOR")
    assert f"Left {path} as it was." in done.stdout
    assert {one for one in files() if one.endswith(".md")} == {"interviews/ken.md", path}
    assert Path(f"private/{Path(path).stem}-sheet.html").is_file()


def test_of_several_files_the_one_in_the_folder_holds_and_else_a_draft():
    for year, text in (("2025", OWN_PLAN.replace("draft: true", "")), ("2026", OWN_PLAN)):
        Path(f"interviews/{year}").mkdir()
        Path(f"interviews/{year}/ada-okafor.md").write_text(text)
    assert "Left interviews/2026/ada-okafor.md" in prepare("Ada Okafor").stdout
    in_folder = prepare("Ada Okafor", "--in", "interviews/2025").stdout
    assert "Left interviews/2025/ada-okafor.md" in in_folder


def test_a_file_elsewhere_that_cannot_be_read():
    Path("interviews/2026").mkdir()
    Path("interviews/2026/ada-okafor.md").write_text("no front matter")
    done = prepare("Ada Okafor")
    assert done.exit_code == 1
    assert "interviews/2026/ada-okafor.md is there already, but cannot be read" in done.stderr


HELD = """\
---
name: Ada Okafor
date: 2026-01-14
questions: [Which skills matter most?]
---

Text.
"""


def test_of_a_talk_that_is_over_nothing_is_the_plan():
    Path("interviews/ada-okafor.md").write_text(HELD)
    done = prepare("Ada Okafor")
    assert done.exit_code == 0
    assert done.stdout.startswith(
        "interviews/ada-okafor.md says that you talked on 14 January 2026, and holds no plan, so "
        "nothing was written.\n"
    )
    assert files() == {"interviews/ken.md", "interviews/ada-okafor.md"}


@pytest.mark.parametrize(
    "text",
    [
        HELD.replace("date: 2026-01-14", "date: 2126-01-14"),
        HELD.replace("date: 2026-01-14\n", ""),
        HELD.replace("date:", "draft: true\ndate:"),
        HELD.replace("date:", "planned: [Why?]\ndate:"),
    ],
)
def test_what_a_file_without_a_plan_asks_is_the_plan_before_the_talk(text: str):
    Path("interviews/ada-okafor.md").write_text(text)
    assert "as interviews/ada-okafor.md has it" in prepare("Ada Okafor").stdout


# The plan was changed, and the draft was not


def changed(old: str, new: str) -> str:
    """What a second run says after a change in `planned` alone."""
    prepare("Ada Okafor")
    path = Path("interviews/ada-okafor.md")
    path.write_text(path.read_text().replace(old, new, 1))
    _, _, said = prepare("Ada Okafor").stdout.partition(
        "\nIts questions and headings are not those of the plan any more.\n\n"
    )
    return said


def test_what_a_changed_plan_leaves_to_do_is_said():
    before = "TODO 1: a question that only Ada Okafor can answer"
    assert changed(f'"{before}"', '"Why: *ships*?"') == (
        "Add to `questions`:\n"
        "\n"
        '  - ask: "Why: *ships*?"\n'
        "    personal: true\n"
        "\n"
        "Add below the front matter:\n"
        "\n"
        "## Why: &#42;ships&#42;?\n"
        "\n"
        "Take out of `questions`:\n"
        "\n"
        f'  - "{before}"\n'
        "\n"
        "Take out below the front matter:\n"
        "\n"
        f"## {before}\n"
    )


def test_once_it_is_done_nothing_is_said():
    before, after = "TODO 1: a question that only Ada Okafor can answer", "Why ships?"
    assert changed(before, after) != ""
    path = Path("interviews/ada-okafor.md")
    path.write_text(path.read_text().replace(before, after))
    assert "any more" not in prepare("Ada Okafor").stdout


def test_a_heading_alone_that_is_left_is_named():
    prepare("Ada Okafor")
    path = Path("interviews/ada-okafor.md")
    path.write_text(path.read_text() + "\n## Why boats?\n\n## Notes\n")
    said = prepare("Ada Okafor").stdout
    assert said.endswith("Take out below the front matter:\n\n## Why boats?\n")


def test_after_the_talk_the_questions_may_differ_from_the_plan():
    prepare("Ada Okafor")
    path = Path("interviews/ada-okafor.md")
    first = draft().questions[0].ask
    text = path.read_text().replace(f"## {first}\n", f"## {first}\n\nShe laughed.\n")
    path.write_text(text.replace("TODO 1: a question that only Ada", "Why, Ada", 1))
    assert "any more" not in prepare("Ada Okafor").stdout


# The folder


@pytest.mark.parametrize(
    ("settings", "folder"),
    [
        ("site_name: A\n", "docs"),
        ("site_name: A\n", "docs/interviews/2026"),
        ("site_name: A\ndocs_dir: pages\nhooks: [!ENV X]\n", "pages/talks"),
        ("site_name: [\n", "docs"),
    ],
)
def test_no_draft_goes_among_the_pages_of_the_site(settings: str, folder: str):
    Path("mkdocs.yml").write_text(settings)
    done = prepare("Ada Okafor", "--in", folder)
    assert done.exit_code == 2
    assert f"{folder} is among the site's own pages" in " ".join(done.stderr.split())
    assert files() == {"interviews/ken.md", "mkdocs.yml"}


def test_no_draft_goes_out_of_the_portfolio(tmp_path: Path):
    done = prepare("Ada Okafor", "--in", str(tmp_path.parent / "elsewhere"))
    assert done.exit_code == 2
    assert "../elsewhere is outside of the portfolio" in " ".join(done.stderr.split())
    assert not (tmp_path.parent / "elsewhere").exists()


@pytest.mark.parametrize("here", [".", "interviews", "notes"])
def test_a_folder_of_ones_own_inside_the_portfolio(
    portfolio: Path, monkeypatch: pytest.MonkeyPatch, here: str
):
    (portfolio / here).mkdir(exist_ok=True)
    monkeypatch.chdir(portfolio / here)
    assert prepare("Ada Okafor", "--in", str(portfolio / "talks")).exit_code == 0
    assert (portfolio / "talks" / "ada-okafor.md").is_file()
    assert (portfolio / "private" / "ada-okafor-sheet.html").is_file()


# The private folder


def test_a_new_private_folder_is_left_out_by_git():
    prepare("Ada Okafor")
    assert Path("private/.gitignore").read_text() == "*\n"


@pytest.mark.parametrize(
    ("ignored", "is_said"),
    [("", True), ("site/\n", True), ("site/\nprivate/\n", False), ("/private\n", False)],
)
def test_one_that_git_may_take_along_is_left_and_named(ignored: str, is_said: bool):
    Path("private").mkdir()
    Path(".gitignore").write_text(ignored)
    said = "Git may take private/ along: put a line `private/` into .gitignore.\n"
    assert prepare("Ada Okafor").stderr == (said if is_said else "")
    assert not Path("private/.gitignore").exists()


def test_what_cannot_be_written_is_said():
    Path("private").write_text("mine")
    done = prepare("Ada Okafor")
    assert done.exit_code == 1
    assert "cannot write" in done.stderr
    assert "private" in done.stderr


def test_never_writes_through_a_link():
    Path("private").mkdir()
    Path("private/ada-okafor-sheet.html").symlink_to("../target.html")
    assert prepare("Ada Okafor").exit_code == 1
    assert not Path("target.html").exists()


# The sheet

HOSTILE = "<script>alert(1)</script>\"'>{{ 7*7 }}"


class Parsed(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def test_nothing_on_it_is_markup_that_others_wrote():
    plain = Parsed(render_sheet(Sheet(name="x", plan=(PlannedQuestion("x", "open"),))))
    never = NotToAsk(ask=HOSTILE, why=HOSTILE, instead=HOSTILE)
    page = Parsed(
        render_sheet(
            Sheet(
                name=HOSTILE,
                title=HOSTILE,
                organization=HOSTILE,
                research=f"{HOSTILE}\nhttps://example.org/\"onclick='x' javascript:alert(1)",
                plan=(PlannedQuestion(HOSTILE, "open"), *personal(HOSTILE, 1)),
                not_to_ask=(never,),
            )
        )
    )
    assert "script" not in page.tags
    assert {name for name, _ in page.attributes} <= {name for name, _ in plain.attributes} | {
        "href",
        "rel",
    }
    assert {value for name, value in page.attributes if name == "href"} == {"https://example.org/"}


def test_it_asks_no_other_file_for_anything():
    page = Parsed(render_sheet(Sheet(name="Ada", research="https://example.org")))
    assert {"script", "link", "img", "iframe"}.isdisjoint(page.tags)
    assert "src" not in dict(page.attributes)
    assert "url(" not in render_sheet(Sheet(name="Ada"))


def test_what_stands_on_it():
    prepare("Ada Okafor")
    said = sheet()
    for text in ("Opening <span>", "Middle <span>", "Closing <span>", "Then: ", "Better not ask"):
        assert text in said
    assert "Two or three people to talk to next" in said
    assert "May I publish what you told me with your name?" in said
    assert "May I write to you again?" in said


def test_the_minutes_are_divided_by_the_questions():
    plan = [PlannedQuestion("?", phase) for phase in ("open", *["middle"] * 4, "close")]
    assert [(part.minutes, part.first) for part in parts_of(plan, 30)] == [(5, 1), (20, 2), (5, 6)]
    assert [part.minutes for part in parts_of(plan, 1)] == [1, 1, 1]


def test_web_addresses_are_links_and_the_rest_is_text():
    line = "See https://example.org/a, http://example.org/a (2025)."
    assert [piece.text for piece in pieces(line) if piece.is_address] == [
        "https://example.org/a",
        "http://example.org/a",
    ]
    assert "".join(piece.text for piece in pieces(line)) == line


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_in_a_browser_it_fits_and_runs_and_asks_for_nothing(browser: Browser, width: int):
    Path("interviews/ada-okafor.md").write_text(
        OWN_PLAN.replace("https://example.org/ada", f"https://example.org/{'a' * 300}")
    )
    prepare("Ada Okafor")
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme="dark")
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(Path("private/ada-okafor-sheet.html").absolute().as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert (len(asked), said) == (1, [])
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) == "rgb(23, 23, 28)"
    page.emulate_media(media="print")
    assert page.evaluate(paper) == "rgb(255, 255, 255)"
    page.close()
