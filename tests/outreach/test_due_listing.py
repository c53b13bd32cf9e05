"""What is due, as people and programs read it."""

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import click
import pytest
from requests_given import asked, noon, outreach_of, talk

from shoptalk.outreach.due.due import find_due
from shoptalk.outreach.due.listing import render_json, render_markdown, render_text
from shoptalk.outreach.request import Answer, Appointment, Format, Promise

CLOCK = noon(date(2026, 10, 13), "Europe/Berlin")
MEETING = Appointment(
    on=datetime(2026, 10, 14, 17, 30),
    zone="America/New_York",
    minutes=25,
    format=Format.IN_PERSON,
    place="Café Ö, *upstairs*",
    invitation=date(2026, 10, 6),
)
OUTREACH = outreach_of(
    asked("Ken Abara", sent=date(2026, 9, 1)),
    asked(
        "王小明",
        answer=Answer.ACCEPTED,
        answered=date(2026, 10, 5),
        appointment=MEETING,
        promised=(Promise(do="Send `notes`", by=date(2026, 12, 1)),),
    ),
    asked("Bríd O'Hanlon", sent=date(2026, 10, 5)),
    asked("Zoe Ek", appointment=Appointment(on=datetime(2026, 10, 12, 20, 0))),
)
TALKS = (talk("name: Rosalind Okafor\ndate: 2026-10-12\nreferrals: [Ada *Star* Ek]"),)
FOUND = find_due(OUTREACH, TALKS, CLOCK)


@pytest.mark.parametrize(
    ("name", "render"),
    [("due.txt", render_text), ("due.md", render_markdown), ("due.json", render_json)],
)
def test_each_format(name: str, render: Callable[..., str], golden: Callable[[Path, str], None]):
    golden(Path(__file__).with_name("golden") / name, render(FOUND, CLOCK))


def test_the_text_reads_the_same_without_colour():
    coloured = render_text(FOUND, CLOCK, click.style)
    assert "\x1b[" in coloured
    assert click.unstyle(coloured) == render_text(FOUND, CLOCK)


def test_what_steers_a_terminal_is_spelled_out():
    found = find_due(outreach_of(asked("A\x1b[31m", sent=date(2026, 10, 1))), (), CLOCK)
    assert "\x1b" not in render_text(found, CLOCK)


def test_names_are_text_in_markdown_and_commands_are_code():
    assert "Ask Ada \\*Star\\* Ek for" in render_markdown(FOUND, CLOCK)
    found = find_due(outreach_of(asked("A `b` c", sent=date(2026, 10, 1))), (), CLOCK)
    assert "    - `` shoptalk did remind 'A `b` c' ``\n" in render_markdown(found, CLOCK)


def test_a_program_gets_every_key():
    listed = json.loads(render_json(FOUND, CLOCK))
    assert len(listed) == len(FOUND)
    meet = next(one for one in listed if one["step"] == "meet")
    assert meet["at"] == "2026-10-14T21:30:00+00:00"
    assert (meet["minutes"], meet["place"], meet["overdue"]) == (25, MEETING.place, 0)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", one["on"]) for one in listed)


def test_nothing_due_is_nothing_shown():
    assert render_text((), CLOCK) == ""
    assert render_markdown((), CLOCK) == "# What is due\n"
    assert render_json((), CLOCK) == "[]\n"
