"""Recording a step with somebody, without opening the file."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shoptalk.cli import main

FILE = Path("private/outreach.yml")
LIST = """\
# Everybody here is invented.
requests:
  - name: Ken Abara  # a miller
    organization: Harbor Bread
    sent: 2026-10-01
    promised:
      - Send the recipe
      - {do: Read on, done: 2026-10-20}
  # the other one
  - {name: Ken Abara, organization: Sun Mill}
  - name: Bríd O'Hanlon
    message: |
      Dear Bríd,
"""
TALK = """\
---
# An invented person.
name: Ada Invented
title: Baker
applications:
  - Bake a loaf a day until the end of the year.
  - {do: Visit the mill, by: 2026-12-01, done: false}
  - do: Read the book
    done: true
connected: false  # soon
---

We met.
"""
TODAY = date.today().isoformat()
BRID = ("Bríd", "O'Hanlon")
KEN = ("ken  abara", "--organization", "harbor bread")


@pytest.fixture(autouse=True)
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A portfolio with some requests and a conversation, as the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "interviews").mkdir()
    (tmp_path / "private").mkdir()
    Path("private/.gitignore").write_text("*\n")
    FILE.write_text(LIST, "utf-8")
    Path("interviews/ada.md").write_text(TALK, "utf-8")


def did(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["did", *arguments])


def added(path: Path = FILE, before: str = LIST) -> str:
    """The lines that are new in a file of which no other changed."""
    left = before.splitlines()
    new = []
    for line in path.read_text("utf-8").splitlines():
        if left and line == left[0]:
            left.pop(0)
        else:
            new.append(line.strip())
    assert left == []
    return "\n".join(new)


STEPS = [
    (["send", *BRID], f"sent: {TODAY}"),
    (["send", *BRID, "--on", "2026-10-01T09:30"], "sent: 2026-10-01T09:30"),
    (["remind", *BRID, "--on", "2026-10-15"], "reminders:\n- 2026-10-15"),
    (
        ["remind", *BRID, "--on", "2026-10-15", "--text", "Any time: yes"],
        'reminders:\n- on: 2026-10-15\ntext: "Any time: yes"',
    ),
    (
        ["answer", *BRID, "--said", "declined", "--on", "2026-10-03"],
        "answer: declined\nanswered: 2026-10-03",
    ),
    (
        ["answer", *BRID, "--said", "referred", "--to", "Bo Invented", "--on", "2026-10-03"],
        "answer: referred\nanswered: 2026-10-03\nreferrals:\n- Bo Invented",
    ),
    (
        ["meet", *BRID, "--on", "2026-10-20T17:00", "--minutes", "30", "--format", "video"],
        "appointment:\non: 2026-10-20T17:00\nminutes: 30\nformat: video",
    ),
    (["thank", *BRID, "--on", "2026-10-20T19:00"], "thanked: 2026-10-20T19:00"),
    (["connect", *BRID], f"connected: {TODAY}"),
    (["write", *BRID, "--interview", "interviews/ada.md"], "interview: ada"),
    (
        ["promised", *BRID, "--do", "Call", "--by", "2062-12-01"],
        "promised:\n- do: Call\nby: 2062-12-01",
    ),
    (["referral", *BRID, "--to", "Bo Invented"], "referrals:\n- Bo Invented"),
    (
        ["check-in", *BRID, "--on", "2026-11-01", "--next", "2062-12-01"],
        "check_ins:\n- 2026-11-01\nnext_check_in: 2062-12-01",
    ),
    (
        ["feedback", *BRID, "--who", "Mina", "--comment", "Shorter.", "--on", "2026-09-30"],
        "feedback:\n- who: Mina\non: 2026-09-30\ncomment: Shorter.",
    ),
    (["close", *BRID], f"closed: {TODAY}"),
    (["remind", *KEN, "--on", "2026-10-15"], "reminders:\n- 2026-10-15"),
]


@pytest.mark.parametrize(("arguments", "lines"), STEPS)
def test_a_step_is_added(arguments: list[str], lines: str):
    done = did(*arguments)
    assert done.exit_code == 0, done.output
    assert done.output.startswith("Wrote to private/outreach.yml: ")
    assert added() == lines


def test_every_step_is_tried():
    tried = {arguments[0] for arguments, _ in STEPS}
    group = main.get_command(None, "did")  # type: ignore[arg-type]
    assert set(group.commands) - tried == {"confirm", "invite", "promise", "apply"}


def test_an_appointment_is_confirmed_once_it_is_made():
    done = did("confirm", *BRID)
    assert done.exit_code == 2
    assert "there is no appointment yet: shoptalk did meet" in done.output
    did("meet", *BRID, "--on", "2026-10-20T17:00")
    did("invite", *BRID, "--on", "2026-10-18")
    did("confirm", *BRID, "--on", "2026-10-19")
    assert added() == (
        "appointment:\non: 2026-10-20T17:00\ninvitation: 2026-10-18\nconfirmed: 2026-10-19"
    )


def test_a_step_of_an_appointment_says_what_was_there():
    did("meet", *BRID, "--on", "2026-10-20T17:00")
    did("confirm", *BRID, "--on", "2026-10-18")
    assert did("confirm", *BRID, "--on", "2026-10-19").output == (
        "Wrote to private/outreach.yml: Bríd O'Hanlon: appointment confirmed: 2026-10-19 "
        "(was 2026-10-18).\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "appointment:  # by phone\n      on: 2026-10-20T17:00\n      minutes: 30\n"
            "      confirmed: 2026-10-19\n      invitation: 2026-10-18\n",
            "appointment:  # by phone\n      on: 2026-10-21T17:00\n      minutes: 30\n",
        ),
        (
            "appointment: {confirmed: 2026-10-19, on: 2026-10-20T17:00, invitation: 2026-10-18}\n",
            "appointment: {on: 2026-10-21T17:00}\n",
        ),
    ],
)
def test_an_appointment_that_moves_is_to_be_confirmed_again(before: str, after: str):
    FILE.write_text(f"requests:\n  - name: Bo Ek\n    {before}", "utf-8")
    done = did("meet", "Bo Ek", "--on", "2026-10-21T17:00")
    assert done.exit_code == 0, done.output
    assert done.output == (
        "Wrote to private/outreach.yml: Bo Ek: appointment on: 2026-10-21T17:00 "
        "(was 2026-10-20T17:00), appointment confirmed: taken out (was 2026-10-19), appointment "
        "invitation: taken out (was 2026-10-18).\n"
        "The confirmation and the invitation were for another time: send them anew.\n"
    )
    assert FILE.read_text("utf-8") == f"requests:\n  - name: Bo Ek\n    {after}"
    assert "taken out" not in did("meet", "Bo Ek", "--on", "2026-10-21T17:00").output


def test_an_appointment_at_the_same_time_stays_confirmed():
    did("meet", *BRID, "--on", "2026-10-20T17:00")
    did("confirm", *BRID, "--on", "2026-10-19")
    did("meet", *BRID, "--on", "2026-10-20T17:00", "--minutes", "20")
    assert "confirmed: 2026-10-19" in FILE.read_text("utf-8")


def test_nobody_is_recommended_twice_by_one_person():
    assert did("referral", *BRID, "--to", "Bo Invented").exit_code == 0
    text = FILE.read_text("utf-8")
    oneself = did("referral", *BRID, "--to", "Brid O'Hanlon")
    assert oneself.exit_code == 2
    assert "would have recommended" in oneself.output
    done = did("referral", *BRID, "--to", "bo  invented")
    assert done.exit_code == 2
    assert "Bríd O'Hanlon recommended bo invented already" in done.output
    assert FILE.read_text("utf-8") == text
    did("answer", *BRID, "--said", "referred", "--to", "Bo Invented", "--to", "Cy Invented")
    assert FILE.read_text("utf-8").count("Bo Invented") == 1
    assert "- Cy Invented" in FILE.read_text("utf-8")


def test_the_promise_that_is_open_is_kept():
    assert did("promise", *KEN, "--on", "2026-11-01").exit_code == 0
    after = LIST.replace("- Send the recipe", "- do: Send the recipe\n        done: 2026-11-01")
    assert FILE.read_text("utf-8") == after
    assert "there is no promise that is open" in did("promise", *KEN).output


def test_what_was_written_before_is_named():
    done = did("send", *KEN, "--on", "2026-10-02")
    assert done.output == (
        "Wrote to private/outreach.yml: Ken Abara: sent: 2026-10-02 (was 2026-10-01).\n"
    )
    assert FILE.read_text("utf-8") == LIST.replace("2026-10-01", "2026-10-02")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["send", "Ken Abara"], "Sun Mill on line 10; name the one with --organization"),
        (["send", "Brid Ohanlan"], "did you mean 'Bríd O'Hanlon'?"),
        (["send", "Somebody Else"], 'Write one down with `shoptalk asked "Somebody Else"`.'),
        (["thank", "Somebody Else"], "private/outreach.yml has no request to 'Somebody Else'"),
        (["apply", "Somebody Else"], "there is no conversation with 'Somebody Else'"),
        (["send", *BRID, "--on", "2062-10-01"], "2062-10-01 is in the future (today is"),
        (["write", *BRID, "--interview", "eda"], "there is no interview 'eda'; did you mean 'ada'"),
        (["meet", *BRID, "--on", "2026-10-20", "--zone", "Mars"], "there is no time zone 'Mars'"),
        (["answer", *KEN, "--said", "accepted", "--on", "2026-09-01"], "which is before 'sent'"),
        (["meet", *KEN, "--on", "2026-09-30"], "before the request was sent (2026-10-01)"),
        (["promised", *BRID, "--do", "Call", "--by", "2026-10-01"], "--by 2026-10-01 is in the pa"),
        (["check-in", *BRID, "--next", "2026-10-01"], "--next 2026-10-01 is in the past"),
        (["apply", "Ada Invented"], "several applications are open; name one by its number"),
        (["send", "..."], 'give the person\'s name: "Full Name"'),
    ],
)
def test_what_cannot_be_meant_is_not_written(arguments: list[str], says: str):
    done = did(*arguments)
    assert done.exit_code == 2
    assert says in done.output
    assert FILE.read_text("utf-8") == LIST
    assert Path("interviews/ada.md").read_text("utf-8") == TALK


@pytest.mark.parametrize(
    ("arguments", "before", "after"),
    [
        (["connect"], "connected: false  # soon", "connected: true  # soon"),
        (
            ["thank", "--on", "2026-10-20"],
            "connected: false  # soon\n",
            "connected: false  # soon\nthanked: 2026-10-20\n",
        ),
        (["apply", "--do", "mill"], "done: false", "done: true"),
        (
            ["apply", "--do", "1"],
            "- Bake a loaf a day until the end of the year.",
            "- do: Bake a loaf a day until the end of the year.\n    done: true",
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_of_who_was_not_asked_the_conversation_says_it(
    arguments: list[str], before: str, after: str, end: str
):
    path = Path("interviews/ada.md")
    path.write_bytes(TALK.replace("\n", end).encode())
    step, *options = arguments
    done = did(step, "ada invented", *options)
    assert done.exit_code == 0, done.output
    assert done.output.startswith("Wrote to interviews/ada.md: ")
    assert path.read_bytes().decode() == TALK.replace(before, after).replace("\n", end)
    assert FILE.read_text("utf-8") == LIST


def test_a_conversation_is_found_by_its_alias_and_by_its_request():
    path = Path("interviews/ada.md")
    path.write_text(TALK.replace("name: Ada Invented", "alias: A baker"), "utf-8")
    assert did("connect", "a baker").output == "Wrote to interviews/ada.md: connected: true.\n"
    did("write", *BRID, "--interview", "ada")
    assert did("apply", *BRID, "--do", "2").output == (
        "Wrote to interviews/ada.md: Visit the mill: done: true.\n"
    )


def test_without_a_list_nothing_is_made():
    FILE.unlink()
    done = did("send", *BRID)
    assert done.exit_code == 2
    assert "private/outreach.yml has no request to" in done.output
    assert [path.name for path in FILE.parent.iterdir()] == [".gitignore"]


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("asked", '  shoptalk asked "Mei Fairweather" --on 2026-10-01 --channel email\n'),
        ("did", '  shoptalk did remind "Dunja Marković"\n'),
        ("draft", '  shoptalk draft "Rosalind Okafor" --kind thanks\n'),
    ],
)
def test_the_help_has_examples_each_on_a_line(command: str, line: str):
    assert line in CliRunner().invoke(main, [command, "--help"]).output


def test_of_two_the_one_without_an_organization_can_be_named():
    text = "requests:\n  - name: Ken Abara\n  - {name: Ken Abara, organization: Sun Mill}\n"
    FILE.write_text(text)
    assert (
        "no organization on line 2, Sun Mill on line 3; name the one with --organization, where - "
        "stands for none"
    ) in did("send", "Ken Abara").output
    assert did("send", "Ken Abara", "--organization", "-", "--on", "2026-10-01").exit_code == 0
    assert FILE.read_text() == text.replace("Abara\n", "Abara\n    sent: 2026-10-01\n", 1)
    done = did("send", "Bo Ek", "--organization", "-")
    assert "has no request to 'Bo Ek' without an organization" in done.output


def test_of_two_that_are_alike_none_can_be_named():
    FILE.write_text("requests: [Ken Abara, Ken Abara]\n")
    assert "make one entry of each person" in did("send", "Ken Abara").output


def test_of_two_conversations_the_organization_names_one():
    said = "---\nname: Ada Invented\norganization: {}\n---\n\nWe met.\n"
    for place in ("Harbor", "Sun Mill"):
        Path(f"interviews/{place[0]}.md").write_text(said.format(place))
    place = ("--organization", "sun mill")
    assert "Wrote to interviews/S.md" in did("connect", "Ada Invented", *place).output
    place = ("--organization", "-")
    assert "Wrote to interviews/ada.md" in did("connect", "Ada Invented", *place).output
    place = ("--organization", "Elsewhere")
    assert "Wrote to interviews/ada.md" in did("apply", "Ada Invented", "--do", "1", *place).output


@pytest.mark.parametrize("data", [b"requests: [\n", b"\xff\n", b"requests: Ken\n"])
def test_a_list_that_cannot_be_read_is_named(data: bytes):
    FILE.write_bytes(data)
    done = did("send", "Ken")
    assert done.exit_code == 1
    assert "private/outreach.yml" in done.output
    assert FILE.read_bytes() == data


@pytest.mark.parametrize("step", ["remind", "confirm", "invite", "check-in"])
def test_nothing_is_done_in_the_future(step: str):
    before = FILE.read_bytes()
    done = did(step, *BRID, "--on", "2062-10-01")
    assert done.exit_code == 2
    assert "2062-10-01 is in the future" in done.output
    assert FILE.read_bytes() == before
