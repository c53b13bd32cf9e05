"""Reading who was asked, and what is said of a file that is broken."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shoptalk.findings.finding import Finding, Severity
from shoptalk.findings.reporters.text import render_findings
from shoptalk.outreach.due.acquaintance import clock_of
from shoptalk.outreach.due.due import find_due
from shoptalk.outreach.led_to import led_to
from shoptalk.outreach.outreach_file import parse_outreach, read_outreach
from shoptalk.outreach.request import (
    NO_OUTREACH,
    UNREADABLE,
    Answer,
    Appointment,
    Channel,
    Contact,
    Feedback,
    Format,
    Me,
    Outreach,
    Promise,
    Referral,
    Request,
    Route,
)
from shoptalk.outreach.zones import near_zones
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.interview import parse_interview
from shoptalk.reading.keys import REQUEST_KEYS
from shoptalk.reading.record import field_types
from shoptalk.reading.source import Source

TODAY = date(2026, 11, 22)
ADDRESSES = ["ken-abara", "2026/rosalind"]
SAYS = Path(__file__).parent / "says"
WHOLE = """\
# Everybody here is invented.
me:
  name: Taylor Invented
  about: I study nursing and look for what comes after it.
  booking: https://example.org/taylor
zone: America/New_York
requests:
  - name: Ken Abara
    title: Baker
    organization: Harbor Bread
    route: event
    introduced_by: Rosalind Okafor
    channel: email
    why: Your talk on rye.
    shared: We both changed careers.
    subject: Twenty minutes on rye?
    message: |
      Dear Ken,

      would you have twenty minutes?
    feedback: [{who: Mina, on: 2026-09-30, comment: Say it earlier.}]
    sent: 2026-10-01T09:30
    reminders: [2026-10-15]
    answer: accepted
    answered: 2026-10-16
    appointment:
      on: 2026-10-20T17:00
      zone: Europe/Berlin
      minutes: 30
      format: video
      place: https://example.org/call
      confirmed: 2026-10-19
      invitation: 2026-10-17
    interview: ken-abara
    thanked: 2026-10-20T19:00
    connected: 2026-10-21
    referrals:
      - Bríd O'Hanlon
      - {name: 王小明, title: Miller}
    promised:
      - {do: Send the recipe, by: 2026-10-30, done: 2026-10-29}
    check_ins:
      - {on: 2026-11-18, text: I tried the starter.}
    next_check_in: 2026-12-20
    closed: 2026-11-20
  - Rosalind Okafor
"""


def read(text: str) -> tuple[Outreach, list[Finding]]:
    return parse_outreach(Source("private/outreach.yml", text), ADDRESSES, TODAY)


def test_every_key_is_read():
    outreach, findings = read(WHOLE)
    assert findings == []
    assert outreach.me == Me(
        name="Taylor Invented",
        about="I study nursing and look for what comes after it.",
        booking="https://example.org/taylor",
    )
    assert outreach.zone == "America/New_York"
    assert outreach.requests == (
        Request(
            name="Ken Abara",
            title="Baker",
            organization="Harbor Bread",
            route=Route.EVENT,
            introduced_by="Rosalind Okafor",
            channel=Channel.EMAIL,
            why="Your talk on rye.",
            shared="We both changed careers.",
            subject="Twenty minutes on rye?",
            message="Dear Ken,\n\nwould you have twenty minutes?",
            feedback=(Feedback(who="Mina", on=date(2026, 9, 30), comment="Say it earlier."),),
            sent=datetime(2026, 10, 1, 9, 30),
            reminders=(Contact(on=date(2026, 10, 15)),),
            answer=Answer.ACCEPTED,
            answered=date(2026, 10, 16),
            appointment=Appointment(
                on=datetime(2026, 10, 20, 17),
                zone="Europe/Berlin",
                minutes=30,
                format=Format.VIDEO,
                place="https://example.org/call",
                confirmed=date(2026, 10, 19),
                invitation=date(2026, 10, 17),
            ),
            interview="ken-abara",
            thanked=datetime(2026, 10, 20, 19),
            connected=date(2026, 10, 21),
            referrals=(Referral(name="Bríd O'Hanlon"), Referral(name="王小明", title="Miller")),
            promised=(
                Promise(do="Send the recipe", by=date(2026, 10, 30), done=date(2026, 10, 29)),
            ),
            check_ins=(Contact(on=date(2026, 11, 18), text="I tried the starter."),),
            next_check_in=date(2026, 12, 20),
            closed=date(2026, 11, 20),
        ),
        Request(name="Rosalind Okafor"),
    )


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ("", 8, 5),
        ("subject", 16, 14),
        ("reminders[0].on", 23, 17),
        ("appointment.zone", 28, 13),
        ("referrals[1].title", 39, 28),
        ("not_there", 8, 5),
    ],
)
def test_each_part_has_its_place(path: str, line: int, column: int):
    entry = read(WHOLE)[0].entries[0]
    assert (entry.place(path).line, entry.place(path).column) == (line, column)
    assert entry.line(path) == line


BROKEN = {
    "a slip in a choice": "- {name: Ken Abara, route: warn}",
    "refused": "- {name: Ken Abara, answer: refused}",
    "a no": "- name: Ken Abara\n    answer: no",
    "a yes": "- name: Ken Abara\n    answer: Yes",
    "not yes": "- {name: Ken Abara, answer: not accepted}",
    "a day for a list": "- name: Ken Abara\n    reminders: 2026-10-15",
    "a day in words for a list": "- {name: Ken Abara, check_ins: 15 October 2026}",
    "a day for a list of feedback": "- name: Ken Abara\n    feedback: 2026-09-30",
    "a time in twelve hours": "- name: Ken Abara\n    appointment:\n      on: 2026-11-25 5pm",
    "a time that may be two": "- {name: Ken Abara, appointment: {on: 2026-11-25 5:30}}",
    "an unknown key": "- {name: Ken Abara, promissed: [Send it]}",
    "a comment that cuts": "- name: Ken Abara\n    subject: Question #2 for you",
    "no name": "- {organization: Harbor Bread}",
    "no such interview": "- {name: Ken Abara, interview: ken}",
    "an interview by its file": "- {name: Ken Abara, interview: interviews/ken-abara.md}",
    "out of order": "- {name: Ken Abara, sent: 2026-10-21, answered: 2026-10-14}",
    "in the future": "- {name: Ken Abara, sent: 2062-10-12}",
    "twice": "- {name: Ken Abara}\n  - {name: ken abara}",
    "an open quote before a comment": '- name: "Ken Abara  # a miller\n    sent: 2026-10-01',
    "one of two without a place": (
        "- name: Ken Abara\n  - {name: ken abara, organization: Sun Mill}"
    ),
    "a zone of an appointment": (
        "- {name: Ken Abara, appointment: {on: 2026-10-20T17:00, zone: Europe/Berln}}"
    ),
    "no day of an appointment": "- {name: Ken Abara, appointment: {minutes: 30}}",
    "an appointment that is a text": "- {name: Ken Abara, appointment: tomorrow at five}",
    "a day that there is not": "- {name: Ken Abara, reminders: [2026-02-30]}",
    "no list": "- {name: Ken Abara, referrals: Mina Invented}",
    "feedback of nobody": "- {name: Ken Abara, feedback: [{on: 2026-10-01}]}",
    "a placeholder": "- {name: Ken Abara, why: TODO}",
}


@pytest.mark.parametrize(("name", "entry"), BROKEN.items(), ids=BROKEN)
def test_it_says_what_is_wrong(name: str, entry: str, golden):
    outreach, findings = read(f"requests:\n  {entry}\n")
    golden(SAYS / f"{name.replace(' ', '-')}.txt", render_findings(findings))
    assert name == "no name" or outreach.entries[0].request.name == "Ken Abara"


def test_two_people_of_one_name_are_told_apart():
    assert (
        read("requests:\n- {name: A B, organization: X}\n- {name: A B, organization: Y}\n")[1] == []
    )


def test_a_zone_of_ones_own_that_there_is_not(golden):
    outreach, findings = read("zone: Amerika/New York\nrequests:\n")
    golden(SAYS / "own-zone.txt", render_findings(findings))
    assert outreach.zone == ""


@pytest.mark.parametrize("zone", ["Nepal", "Europe/Berln", "'+05:45'", "Asia", "Etc", "[Asia]"])
def test_a_zone_that_there_is_not_is_no_zone_of_the_appointment(zone: str):
    meeting = f"{{on: 2026-11-25T17:30, zone: {zone}, minutes: 20}}"
    outreach, findings = read(f"requests:\n  - {{name: Ken Abara, appointment: {meeting}}}\n")
    assert [finding.severity for finding in findings] == [Severity.ERROR]
    [request] = outreach.requests
    assert request.appointment == Appointment(on=datetime(2026, 11, 25, 17, 30), minutes=20)
    assert find_due(outreach, (), clock_of(outreach))


def test_a_region_is_a_slip_for_none_of_its_zones():
    assert (near_zones("Asia"), near_zones("Etc"), near_zones("Nepal")) == ([], [], [])
    assert near_zones("Kathmandu")[0] == "Asia/Kathmandu"
    assert near_zones("Amerika/New York")[0] == "America/New_York"


@pytest.mark.parametrize(
    ("zone", "hour", "today"),
    [
        ("Asia/Tokyo", 14, "2026-11-22"),
        ("Asia/Tokyo", 15, ""),
        ("America/New_York", 23, "2026-11-22"),
        ("", 9, "2026-11-22"),
        ("", 10, ""),  # on the Line Islands it is the 23rd
    ],
)
def test_a_day_is_to_come_for_as_long_as_it_is_where_the_student_is(
    zone: str, hour: int, today: str
):
    text = f"zone: {zone}\n" if zone else ""
    text += "requests:\n  - {name: Ken Abara, sent: 2026-11-23}\n"
    now = datetime(2026, 11, 22, hour, tzinfo=UTC)
    findings = parse_outreach(Source("private/outreach.yml", text), (), now)[1]
    said = f"'sent' is 2026-11-23, which is in the future (today is {today})"
    assert [one.message for one in findings] == ([said] if today else [])


def test_the_day_of_a_moment_with_an_offset_is_that_where_the_student_is():
    text = "zone: America/New_York\nrequests:\n  - {name: A B, sent: 2026-11-23T01:00+01:00}\n"
    assert parse_outreach(Source("private/outreach.yml", text), (), TODAY)[1] == []


@given(st.text(alphabet="nam: -[]{}?'\"#|\nrequests-ABsent2026TODO", max_size=80))
def test_any_text_is_read_or_named(text: str):
    outreach, findings = read(f"requests:\n  - name: Ken Abara\n    {text}")
    assert outreach.is_kept or findings
    assert all(finding.message and finding.help for finding in findings)


# The file


def test_it_lies_in_private_or_beside(tmp_path: Path):
    assert read_outreach(tmp_path, tmp_path, [], TODAY) == (NO_OUTREACH, [])
    (tmp_path / "outreach.yml").write_text("requests: [Ken Abara]\n")
    beside, findings = read_outreach(tmp_path, tmp_path, [], TODAY)
    assert [one.name for one in beside.requests] == ["Ken Abara"]
    assert findings == []


def test_two_files_are_named_and_the_private_one_is_read(tmp_path: Path, golden):
    (tmp_path / "private").mkdir()
    (tmp_path / "outreach.yml").write_text("requests: [Ken Abara]\n")
    (tmp_path / "private" / "outreach.yml").write_text("requests: [Mina Invented]\n")
    outreach, findings = read_outreach(tmp_path, tmp_path, [], TODAY)
    assert [one.name for one in outreach.requests] == ["Mina Invented"]
    golden(SAYS / "two-files.txt", render_findings(findings))


@pytest.mark.parametrize("text", ["", "# nobody yet\n", "me: {name: Mina}\nrequests:\n"])
def test_a_list_is_kept_from_the_first_request_on(tmp_path: Path, text: str):
    (tmp_path / "outreach.yml").write_text(text)
    outreach, findings = read_outreach(tmp_path, tmp_path, [], TODAY)
    assert (outreach.is_kept, outreach.entries, findings) == (False, (), [])
    (tmp_path / "outreach.yml").write_text("requests: [Ken Abara]\n")
    assert read_outreach(tmp_path, tmp_path, [], TODAY)[0].is_kept


def test_a_folder_of_that_name_is_named(tmp_path: Path):
    (tmp_path / "outreach.yml").mkdir()
    outreach, [finding] = read_outreach(tmp_path, tmp_path, [], TODAY)
    assert outreach is UNREADABLE
    assert "not an ordinary file" in finding.message


@pytest.mark.parametrize(
    ("before", "after", "is_whole"),
    [
        ("name: Ken", "name: Ken", True),
        ("zone: America/New_York", "zone: Nowhere", True),
        ("- name: Ken Abara", "- name:Ken Abara", True),
        ("    sent: 2026", "    sent:2026", True),
        ("requests:", "reqests:", True),
        ("requests:", "requests", False),
        ("- name: Ken Abara", "- organization: Harbor", False),
        ("- name: Ken Abara", "- name: TODO", True),
        ("- name: Ken Abara", "- [Ada Okafor]\n  - name: Ken Abara", False),
        ("requests:", "requests: [Ada Okafor]\nrequests:", False),
        ("requests:", "people: [Ada Okafor]\nrequests:", False),
        ("requests:", "x-people: [Ada Okafor]\nrequests:", True),
    ],
)
def test_it_is_known_whether_everybody_was_read(before: str, after: str, is_whole: bool):
    assert before in WHOLE
    assert read(WHOLE.replace(before, after))[0].is_whole is is_whole


@pytest.mark.parametrize(
    "glued", ["- name:Ken Abara", "    sent:2026-10-01", "    answer:accepted"]
)
def test_a_missing_space_is_named_at_its_line(glued: str):
    spaced = glued.replace(":", ": ")
    text = WHOLE.replace(spaced, glued)
    outreach, [finding] = read(text)
    assert outreach.requests == read(WHOLE)[0].requests
    assert finding.check == "no-space-after-colon"
    assert finding.place.line == text[: text.index(glued)].count("\n") + 1
    assert spaced in finding.correction[0]


def test_the_keys_that_may_lack_their_space_are_those_of_the_records():
    records = (Request, Me, Feedback, Contact, Appointment, Promise, Referral)
    keys = {key for record in records for key in field_types(record)}
    assert {*keys, "me", "zone", "requests"} == REQUEST_KEYS


# What came of requests


def conversation(name: str, address: str) -> ReadFile:
    source = Source(f"interviews/{address}.md", f"---\nname: {name}\n---\n")
    interview, _ = parse_interview(source, TODAY)
    return ReadFile(
        path=source.path, address=address, source=source, interview=interview, findings=()
    )


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("{name: Ken Abara}", "interviews/ken-abara.md"),
        ("{name: KEN  ABARA}", "interviews/ken-abara.md"),
        ("{name: K., interview: ken-abara}", "interviews/ken-abara.md"),
        ("{name: Ken Abara, interview: 2026/rosalind}", "interviews/2026/rosalind.md"),
        ("{name: Ken Abara, interview: gone}", ""),
        ("{name: Ken}", ""),
    ],
)
def test_a_request_led_to_a_conversation(written: str, path: str):
    files = [conversation("Ken Abara", "ken-abara"), conversation("Rosalind", "2026/rosalind")]
    outreach, _ = read(f"requests:\n  - {written}\n")
    assert led_to(outreach, files) == ({path: outreach.entries} if path else {})
