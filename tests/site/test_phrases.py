"""What templates say of an interview and its findings."""

import datetime
import html
import re

import pytest

from shoptalk.reading.decoding import decode
from shoptalk.reading.interview import Interview, parse_interview
from shoptalk.site.phrases import address, box, described, facts, state, who

TODAY = datetime.date(2026, 11, 22)


def read(*lines: str) -> Interview:
    text = "\n".join(("---", *lines, "---", "", "Text.", ""))
    source, _ = decode("ada.md", text.encode())
    assert source
    interview, _ = parse_interview(source, TODAY)
    assert interview
    return interview


def test_who_and_facts_leave_out_what_is_not_known() -> None:
    assert who(read("name: Ada Invented")) == ""
    assert facts(read("name: Ada Invented")) == ""
    assert described(read("name: Ada Invented")) == "A conversation with Ada Invented"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("A night-shift nurse", "a night-shift nurse"),
        ("The nurse at A desk", "the nurse at A desk"),
        ("An Invented", "An Invented"),
    ],
)
def test_an_alias_has_a_small_letter_within_a_sentence(name: str, shown: str) -> None:
    assert described(read(f"name: {name}")) == f"A conversation with {shown}"


def test_who_and_facts() -> None:
    interview = read(
        "name: Ada Invented",
        "title: Tide Reader",
        "organization: Harbour Office",
        "date: 2026-03-04",
        "minutes: 25",
        "format: in-person",
        "industry: Shipping",
    )
    assert who(interview) == "Tide Reader \u00b7 Harbour Office"
    assert facts(interview) == "4 March 2026 · 25 minutes · in person · Shipping"
    assert described(interview) == "A conversation with Ada Invented, Tide Reader, Harbour Office"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("applications: [Draw a map]",), "Open"),
        (("applications: [{do: Draw a map, done: true}]",), "Done"),
        (("applications: [{do: Draw, by: 2026-10-01}]",), "Open, by 1 October 2026"),
        (
            ("applications: [{do: Draw, by: 2026-10-01, done: true}]",),
            "Done, planned by 1 October 2026",
        ),
    ],
)
def test_the_state_of_a_plan(lines: tuple[str, ...], said: str) -> None:
    assert state(read(*lines).applications[0]) == said


@pytest.mark.parametrize(("day", "said"), [(1, "Open, by"), (2, "Overdue since")])
def test_only_a_day_to_compare_with_makes_a_plan_overdue(day: int, said: str) -> None:
    [plan] = read("applications: [{do: Draw, by: 2026-10-01}]").applications
    assert state(plan, datetime.date(2026, 10, day)) == f"{said} 1 October 2026"


def test_an_address_cannot_end_its_link() -> None:
    assert address("https://example.org/a_(b)?c=d e<f>") == (
        "https://example.org/a_%28b%29?c=d%20e%3Cf%3E"
    )


def test_a_box_holds_every_finding_and_no_markup_of_the_file() -> None:
    source, _ = decode("ada.md", b"---\nname: <b>: x\ntitel: y\n---\n\nText.\n")
    assert source
    _, findings = parse_interview(source, TODAY)
    made = box(findings)
    assert made.startswith('<details class="shoptalk-box shoptalk-error" open="open">')
    assert "<summary>2 findings in this file, shown in the preview only</summary>" in made
    assert "<b>" not in made
    assert set(re.findall(r"<(\w+)", made)) == {"details", "summary", "ul", "li", "pre"}
    said = html.unescape(re.sub(r"<[^>]*>", "", made))
    assert "ada.md:2:10: error: the value of 'name' contains ': '" in said
    assert "ada.md:3:1: warning: the key 'titel' is not known" in said


def test_without_findings_there_is_no_box() -> None:
    assert box([]) == ""
