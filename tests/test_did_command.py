"""Recording a step with somebody, without opening the file."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click import ClickException
from click.testing import CliRunner, Result

from shoptalk.cli import main
from shoptalk.commands.recording import _refuse
from shoptalk.findings.finding import Finding, Place
from shoptalk.reading.nodes import key_not_text

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
TODAY = "<today>"
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
    assert added() == lines.replace(TODAY, date.today().isoformat())


def test_every_step_is_tried():
    tried = {arguments[0] for arguments, _ in STEPS}
    group = main.get_command(None, "did")  # type: ignore[arg-type]
    assert set(group.commands) - tried == {"confirm", "invite", "promise", "apply"}


def test_outside_of_a_portfolio_it_says_how_to_begin_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr("shoptalk.commands.portfolio.MARKS_OF_A_PORTFOLIO", ("mkdocs.yml",))
    monkeypatch.chdir(elsewhere)
    for command in (["did", "send"], ["draft", "--kind", "cold"], ["asked"]):
        done = CliRunner().invoke(main, [*command, "Ken Abara"])
        assert done.exit_code == 2
        assert "there is no portfolio here" in done.output
    assert list(elsewhere.iterdir()) == []


def test_deep_below_interviews_it_is_still_the_portfolio(monkeypatch: pytest.MonkeyPatch):
    deep = Path("interviews/2026/autumn/first/round")
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert did("send", *BRID).exit_code == 0


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
        (
            "appointment:\n      confirmed: 2026-10-19  # by letter\n      # prefers the phone\n"
            "      on: 2026-10-20T17:00\n      invitation: 2026-10-18\n",
            "appointment:\n      # by letter\n      # prefers the phone\n"
            "      on: 2026-10-21T17:00\n",
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
        (["check-in", *BRID, "--next", "2026-10-01"], "--next 2026-10-01 is not after"),
        (["send", "Ken Abara", "Bríd O'Hanlon"], "'Ken Abara' and 'Bríd O'Hanlon' are two names"),
        (["referral", *BRID, "--to", "bo@example.org"], "'bo@example.org' is an address"),
        (["answer", *BRID, "--said", "referred", "--to", "bo@example.org"], "is an address"),
        (
            ["answer", *BRID, "--said", "accepted", "--to", "Bo Ek"],
            'shoptalk did referral "Bríd O\'Hanlon" --to "Bo Ek"',
        ),
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


def test_a_mistake_is_shown_in_its_line():
    said = did("answer", *KEN, "--said", "accepted", "--on", "2026-09-01").output
    assert said.endswith("\n  'answered: 2026-09-01'\n")


@pytest.mark.parametrize(
    ("faults", "why"),
    [
        ([], "what else it says; write into it yourself"),
        ([key_not_text.at(Place(path=""), "a list")], "says; `shoptalk check` says what is wrong"),
    ],
)
def test_a_file_without_a_fault_is_not_blamed(faults: list[Finding], why: str):
    with pytest.raises(ClickException, match=why):
        _refuse(faults, faults, False, "private/outreach.yml")


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


def listed(entry: str, head: str = "") -> None:
    FILE.write_text(f"{head}requests:\n  - {{name: Bo Ek, {entry}}}\n", "utf-8")


def test_today_is_the_day_where_the_student_is():
    for zone in ("Pacific/Kiritimati", "Etc/GMT+12"):  # it is never the same day in both
        listed("sent: 2026-10-01", f"zone: {zone}\n")
        today = datetime.now(ZoneInfo(zone)).date()
        assert f"reminders: {today}." in did("remind", "Bo Ek").output
    tomorrow = str(datetime.now(ZoneInfo("Pacific/Kiritimati")).date())
    for step in ("remind", "thank", "close"):
        assert f"{tomorrow} is in the future" in did(step, "Bo Ek", "--on", tomorrow).output
    assert "in the future" in did("thank", "Ada Invented", "--on", tomorrow).output
    listed("sent: 2026-10-01")
    assert did("thank", "Bo Ek", "--on", tomorrow).exit_code == 0


def test_an_unknown_zone_is_refused_also_beside_another():
    listed("appointment: {on: 2026-12-01T10:00, zone: Nepal}")
    before = FILE.read_text("utf-8")
    done = did("meet", "Bo Ek", "--on", "2026-12-02T10:00", "--zone", "Nepal")
    assert done.exit_code == 2
    assert "there is no time zone 'Nepal'" in done.output
    done = did("meet", "Bo Ek", "--on", "2026-12-02T10:00", "--zone", "Kathmandu")
    assert "did you mean 'Asia/Kathmandu'" in done.output
    assert FILE.read_text("utf-8") == before
    assert did("meet", "Bo Ek", "--on", "2026-12-02T10:00", "--zone", "Asia/Tokyo").exit_code == 0
    assert "zone: Asia/Tokyo" in FILE.read_text("utf-8")


def test_an_appointment_moves_into_the_students_own_zone_unless_another_is_named():
    meeting = "appointment: {on: 2026-12-01T17:00, zone: America/New_York}"
    listed(meeting)
    done = did("meet", "Bo Ek", "--on", "2026-12-02T07:30")
    assert "appointment zone: taken out (was America/New_York)" in done.output
    assert (
        "The new time is in your own zone; --zone America/New_York says otherwise." in done.output
    )
    assert "{on: 2026-12-02T07:30}" in FILE.read_text("utf-8")
    listed(meeting)
    done = did("meet", "Bo Ek", "--on", "2026-12-02T07:30", "--zone", "America/New_York")
    assert "{on: 2026-12-02T07:30, zone: America/New_York}" in FILE.read_text("utf-8")
    assert "zone" not in done.output
    listed(meeting)
    done = did("meet", "Bo Ek", "--on", "2026-12-01T17:00", "--minutes", "20")
    assert "The time is still that of America/New_York" in done.output
    assert "zone: America/New_York" in FILE.read_text("utf-8")


@pytest.mark.parametrize("step", [["remind"], ["meet", "--on", "2062-12-01"]])
@pytest.mark.parametrize("answer", ["declined", "referred"])
def test_who_said_no_has_to_change_their_mind_first(step: list[str], answer: str):
    listed(f"organization: Sun Mill, sent: 2026-10-01, answer: {answer}, answered: 2026-10-03")
    done = did(step[0], "Bo Ek", *step[1:])
    assert done.exit_code == 2
    assert 'did answer "Bo Ek" --organization "Sun Mill" --said accepted' in done.output
    assert did("answer", "Bo Ek", "--said", "accepted").exit_code == 0
    assert did(step[0], "Bo Ek", *step[1:]).exit_code == 0


def test_who_changed_their_mind_is_begun_anew():
    days = "answered: 2026-10-03, thanked: 2026-10-04, closed: 2026-10-05"
    listed(f"sent: 2026-10-01, answer: declined, {days}")
    assert did("answer", "Bo Ek", "--said", "accepted", "--on", "2026-10-09").exit_code == 0
    assert FILE.read_text("utf-8").endswith("answer: accepted, answered: 2026-10-09}\n")
    listed("answer: accepted, closed: 2026-10-05")
    assert "Bo Ek was closed on 2026-10-05" in did("meet", "Bo Ek", "--on", "2026-10-06").output
    assert did("meet", "Bo Ek", "--on", "2026-10-05").exit_code == 0


def test_what_was_promised_for_a_day_that_is_past_can_be_noted():
    done = did("promised", *BRID, "--do", "Call", "--by", "2026-10-01")
    assert done.exit_code == 0
    assert added() == "promised:\n- do: Call\nby: 2026-10-01"
    assert "2026-10-01 is past: it is overdue until" in done.output


@pytest.mark.parametrize(
    ("entry", "arguments", "says"),
    [
        ("message: 'Dear Bo, [why]'", ["send"], "still has gaps: '[why]'"),
        ("message: 'Dear Bo,'", ["send"], ""),
        ("sent: 2026-10-01", ["feedback", "--who", "Mina"], "The request was sent on 2026-10-01"),
        ("sent: 2026-10-01", ["feedback", "--who", "Mina", "--on", "2026-10-01"], ""),
        ("sent: 2026-10-01", ["check-in"], "No conversation with Bo Ek is noted yet"),
        ("appointment: {on: 2062-10-01}", ["check-in"], "No conversation with Bo Ek is noted yet"),
        ("appointment: {on: 2026-10-01}", ["check-in"], ""),
        ("interview: ada", ["check-in"], ""),
        ("sent: 2026-10-01", ["connect"], ""),
    ],
)
def test_what_may_not_mean_what_it_was_meant_to_is_said(
    entry: str, arguments: list[str], says: str
):
    listed(entry)
    step, *options = arguments
    done = did(step, "Bo Ek", *options)
    assert done.exit_code == 0, done.output
    assert says in done.stderr
    assert bool(says) == bool(done.stderr)
