"""The first draft of a message, from what is known and with gaps for the rest."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shoptalk.cli import main
from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.outreach.request import Answer, Me, Referral, Request, Route
from shoptalk.reading.source import Source
from shoptalk.rubric.checks import rubric_checks
from shoptalk.rubric.material import Material
from shoptalk.starter.message import ASKING, GAP, INTRODUCTION, Kind, Known, Message, draft

GOLDEN = Path(__file__).parent / "draft"
FILE = Path("private/outreach.yml")
LIST = """\
me:
  name: Taylor Invented
  about: I am a baker and study programming in the evenings.
  booking: https://example.org/taylor/calendar
requests:
  - name: Ken Abara
    title: Miller
    organization: Harbor Bread
    introduced_by: Rosalind Okafor
    why: your talk on what a mill measures
    shared: we both began at four in the morning
    sent: 2026-10-01
    answer: accepted
    appointment: {on: 2026-10-14T17:00, zone: Europe/Berlin, minutes: 25, format: video}
    referrals: [Bo Invented]
  - Bríd O'Hanlon
  - {name: Cy Invented, organization: Sun Mill, answer: declined}
"""
TALK = """\
---
# An invented person.
name: Ken Abara
title: Miller
date: 2026-10-14
questions: [What does a mill measure?]
learnings: [Dust tells more than the scales do.]
applications:
  - {do: Weigh the loaves before and after baking, done: true}
  - {do: Plot a month of oven temperatures, by: 2026-12-01}
referrals: [Ada Invented]
---

We met.
"""


@pytest.fixture(autouse=True)
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A portfolio with some requests and a conversation, as the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "interviews").mkdir()
    (tmp_path / "private").mkdir()
    Path("private/.gitignore").write_text("*\n")
    FILE.write_text(LIST, "utf-8")
    Path("interviews/ken-abara.md").write_text(TALK, "utf-8")


def drafted(name: str, kind: str, *options: str) -> Result:
    return CliRunner().invoke(main, ["draft", name, "--kind", kind, *options])


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", ["Ken Abara", "Bríd O'Hanlon"])
def test_a_draft_says_what_is_known_and_leaves_gaps(name: str, kind: Kind, golden):
    done = drafted(name, kind.value)
    assert done.exit_code == 0, done.output
    known = "known" if name == "Ken Abara" else "unknown"
    golden(GOLDEN / f"{kind}-{known}.txt", done.stdout)


def test_thanks_for_an_answer_that_was_no():
    done = drafted("Cy Invented", "thanks")
    assert done.stdout.startswith("Subject: Thank you for your answer\n\nDear Cy Invented,\n")


def test_a_note_about_somebody_is_told_to_them():
    request = Request(name="Ken Abara", why="His talk on rye.")
    assert (
        "Why I am writing to you: your talk on rye.\n"
        in draft("cold", Known(request=request, me=Me())).text
    )


def test_nobody_need_be_in_the_list_to_get_a_draft():
    assert "Dear Somebody Else,\n" in drafted("Somebody Else", "cold").stdout
    done = drafted("Somebody Else", "cold", "--write")
    assert done.exit_code == 2
    assert 'shoptalk asked "Somebody Else"' in done.output


def test_a_draft_can_be_written_into_the_list():
    done = drafted("Bríd O'Hanlon", "cold", "--write")
    assert "2 gaps are left, in square brackets." in done.stderr
    text = FILE.read_text("utf-8")
    outreach, findings = parse_outreach(Source("", text), ["ken-abara"], date.today())
    assert findings == []
    request = outreach.requests[1]
    assert done.stdout == f"Subject: {request.subject}\n\n{request.message}\n"
    assert text.startswith(LIST.partition("  - Bríd")[0])


def test_a_message_is_written_over_only_by_force():
    drafted("Ken Abara", "cold", "--write")
    before = FILE.read_bytes()
    again = drafted("Ken Abara", "direct", "--write")
    assert again.exit_code == 2
    assert "a message stands on line " in again.output
    assert FILE.read_bytes() == before
    assert drafted("Ken Abara", "direct", "--write", "--force").exit_code == 0
    assert b"Why I thought of you: your talk on what a mill measures." in FILE.read_bytes()


def test_what_asks_for_nothing_is_no_request_to_write_down():
    done = drafted("Ken Abara", "thanks", "--write")
    assert done.exit_code == 2
    assert "--write goes with direct, warm, cold" in done.output


# Against the checks of messages

OF_MESSAGES = (
    "asks-for-job",
    "attached-resume",
    "gap-in-message",
    "in-person-only",
    "late-request",
    "long-message",
    "message-without-thanks",
    "no-choice-of-time",
    "no-reason-for-person",
    "pushy-reminder",
    "sender-not-introduced",
    "unbounded-time",
    "unsaid-common-ground",
    "vague-subject",
    "worn-phrase",
    "wrong-name-in-message",
)
FILLED = {
    "what you want to ask about": "Your work on old mills",
    "who you are": "I study milling in the evenings.",
    "why this person": "I read your article on rye.",
    "who introduces you": "Rosalind Okafor",
    "your name": "Taylor Invented",
    "the school or course": "We went to the same evening school.",
    "whom you both know": "Rosalind Okafor knows us both.",
    "where you met": "We met at the fair in May.",
}
ME = Me(name="Taylor Invented", about="I study milling in the evenings.")
KNOWN = {
    "organization": "Harbor Bread",
    "title": "Miller",
    "why": "your talk on what a mill measures",
    "shared": "we both began at four in the morning",
}
without_checks = pytest.mark.skipif(
    not rubric_checks().keys() >= set(OF_MESSAGES), reason="the checks of messages are not there"
)


def faults_in(message: Message, known: Known) -> list[str]:
    """The ids of the checks that find something in a draft."""
    lines = "".join(f"      {line}\n" if line else "\n" for line in message.text.split("\n"))
    request = known.request
    facts = {key: getattr(request, key) for key in (*KNOWN, "introduced_by")}
    said = "".join(f"    {key}: {value}\n" for key, value in facts.items() if value)
    if request.route:
        said += f"    route: {request.route}\n"
    text = (
        f"me: {{name: Taylor Invented}}\nrequests:\n  - name: {request.name}\n{said}"
        f'    subject: "{message.subject}"\n    message: |\n{lines}'
    )
    outreach, findings = parse_outreach(Source("outreach.yml", text), [], date.today())
    assert findings == []
    material = Material(interviews=(), outreach=outreach, today=date.today(), is_portfolio=True)
    checks = [rubric_checks()[id] for id in OF_MESSAGES]
    return [
        check.wording.id
        for check in checks
        if check.find_in_requests and [*check.find_in_requests(material, check.options())]
    ]


def filled(message: Message) -> Message:
    def fill(text: str) -> str:
        return GAP.sub(
            lambda match: next(said for gap, said in FILLED.items() if gap in match[0]), text
        )

    return Message(fill(message.subject), fill(message.text))


@without_checks
@pytest.mark.parametrize("kind", [*ASKING, INTRODUCTION])
@pytest.mark.parametrize("route", [None, *Route])
@pytest.mark.parametrize("me", [Me(), ME], ids=["nobody", "me"])
@pytest.mark.parametrize("facts", [(), ("organization",), ("title", "why"), tuple(KNOWN)])
def test_a_request_whose_gaps_are_filled_passes_every_check(
    kind: str, route: Route | None, me: Me, facts: tuple[str, ...]
):
    said = {key: KNOWN[key] for key in facts}
    if kind in (Kind.WARM, INTRODUCTION):
        said["introduced_by"] = "Rosalind Okafor"
    request = Request(name="Ken Abara", route=route, **said)  # type: ignore[arg-type]
    known = Known(request=request, me=me)
    message = draft(kind, known)
    if kind == INTRODUCTION:
        to = Request(name="Rosalind Okafor", route=Route.DIRECT)
        assert faults_in(filled(message), Known(request=to, me=me)) in (
            [],
            ["wrong-name-in-message"],
        )
        return
    assert faults_in(filled(message), known) == []
    if message.gaps:
        assert "gap-in-message" in faults_in(message, known)


def text_of(name: str, kind: str, **said: object) -> str:
    return draft(kind, Known(request=Request(name=name, **said), me=Me())).text


def test_thanks_to_whoever_named_somebody_else_do_not_speak_of_a_refusal():
    named = (Referral(name="Bo Invented"),)
    text = text_of("Cy Invented", "thanks", answer=Answer.REFERRED, referrals=named)
    assert "for answering me, and for naming Bo Invented; I will write to them." in text
    assert "does not fit" not in text
    assert "naming [whom" in text_of("Cy Invented", "thanks", answer=Answer.REFERRED)


def test_thanks_name_neither_whom_they_go_to_nor_whose_name_is_gone():
    names = ("Someone", "cy invented", "Dr. somebody", "Bo Invented")
    named = tuple(Referral(name=name) for name in names)
    assert "for naming Bo Invented; I" in text_of("Cy Invented", "thanks", referrals=named)
    assert "naming" not in text_of("Cy Invented", "thanks", referrals=named[:3])


@pytest.mark.parametrize(
    ("name", "addressed"),
    [
        ("Dr. Łukasz Invented, PhD", "Dr. Łukasz Invented"),
        ("Ada Invented Ph.D., MBA", "Ada Invented"),
        ("Prof. Groß", "Prof. Groß"),
        ("Frau Prof. Dr. Käthe Groß", "Frau Prof. Dr. Käthe Groß"),
        ("Yo-Yo Ma", "Yo-Yo Ma"),
    ],
)
@pytest.mark.parametrize("kind", Kind)
def test_letters_address_people_without_the_degrees_behind_their_names(name, addressed, kind):
    assert f"Dear {addressed},\n" in text_of(name, kind)


def test_what_is_to_be_filled_in_is_no_workplace():
    assert "TODO" not in text_of("Cy Invented", "cold", organization="TODO", title="TODO")
