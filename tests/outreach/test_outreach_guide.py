"""What the guide says of requests is held against the records and the command."""

import re
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import get_args

import pytest
from requests_given import asked, noon, outreach_of

from shoptalk.outreach.days import DAYS_TO_ANSWER
from shoptalk.outreach.due import due as rules
from shoptalk.outreach.due.acquaintance import USUAL_MINUTES
from shoptalk.outreach.due.due import find_due
from shoptalk.outreach.due.listing import WEEK, render_json
from shoptalk.outreach.due.step import Step
from shoptalk.outreach.outreach_file import KEYS, parse_outreach
from shoptalk.outreach.request import (
    Appointment,
    Contact,
    Feedback,
    Me,
    Promise,
    Referral,
    Request,
)
from shoptalk.reading.record import field_types
from shoptalk.reading.source import Source

GUIDE = (Path(__file__).parents[2] / "docs" / "guide" / "outreach.md").read_text(encoding="utf-8")
RECORDS = {
    "Under `me`:": Me,
    "Of each request:": Request,
    "Of an item of `feedback`:": Feedback,
    "Of the `appointment`:": Appointment,
    "Of an item of `reminders` or `check_ins`": Contact,
    "Of an item of `referrals`": Referral,
    "Of an item of `promised`": Promise,
}
EXAMPLE = re.search(r'```yaml title="private/outreach.yml"\n(.*?)```', GUIDE, re.DOTALL)


def rows_after(words: str) -> list[list[str]]:
    """The cells of the first table after some words, without its header."""
    table = re.search(r"^\|.*\n\|[-|]+\n((?:\|.*\n)+)", GUIDE[GUIDE.index(words) :], re.MULTILINE)
    assert table
    cells = (re.split(r"(?<!\\) \| ", line.strip("| ")) for line in table[1].splitlines())
    return [[cell.strip() for cell in row] for row in cells]


def read(text: str):
    return parse_outreach(Source("outreach.yml", text), ("rosalind-okafor",), date(2026, 12, 31))


@pytest.mark.parametrize("words", RECORDS)
def test_every_key_is_in_the_guide_and_no_other(words: str):
    said = [row[0].strip("`") for row in rows_after(words)]
    assert said == [field.name for field in fields(RECORDS[words])]


def test_every_key_at_the_top_is_in_the_guide():
    assert {row[0].strip("`") for row in rows_after("At the top:")} == KEYS


@pytest.mark.parametrize("words", RECORDS)
def test_every_choice_is_in_the_guide(words: str):
    kinds = field_types(RECORDS[words])
    for key, holds, _ in rows_after(words):
        kind = kinds[key.strip("`")]
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            assert re.findall(r"`([\w-]+)`", holds) == list(kind)
        if datetime in get_args(kind):
            assert "moment" in holds or "when" in holds


@pytest.mark.parametrize("words", RECORDS)
def test_every_example_can_be_written_so(words: str):
    """Within the record that the table is about."""
    around = {
        Me: "me: {{name: A, {}}}",
        Request: "requests: [{{name: A, {}}}]",
        Feedback: "requests: [{{name: A, feedback: [{{who: B, on: 2026-09-29, {}}}]}}]",
        Appointment: "requests: [{{name: A, appointment: {{on: 2026-10-14, {}}}}}]",
        Contact: "requests: [{{name: A, check_ins: [{{on: 2026-10-14, {}}}]}}]",
        Referral: "requests: [{{name: A, referrals: [{{name: B, {}}}]}}]",
        Promise: "requests: [{{name: A, promised: [{{do: B, {}}}]}}]",
    }[RECORDS[words]]
    required = {"name", "who", "on", "do"}
    for key, _, example in rows_after(words):
        written = example.strip("`")
        if example == "below":
            continue
        assert written.startswith(f"{key.strip('`')}: ")
        if key.strip("`") not in required:
            assert read(around.format(written) + "\n")[1] == []


def test_the_example_has_every_key_and_no_fault():
    assert EXAMPLE
    outreach, findings = read(EXAMPLE[1])
    assert findings == []
    given = {entry.key.text for one in outreach.entries for entry in one.node.entries}
    assert given == {field.name for field in fields(Request)}
    assert outreach.me.booking
    assert outreach.zone


def test_every_step_is_in_the_guide_in_its_order():
    assert [row[0].strip("`") for row in rows_after("## What is due")] == list(Step)


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Step.REMIND, f"{DAYS_TO_ANSWER} days after"),
        (Step.CONFIRM, f"{rules.CONFIRM_BEFORE} day before"),
        (Step.THANK, f"within {rules.THANK_WITHIN.total_seconds() / 3600:.0f} hours"),
        (Step.PROMISE, f"else {rules.FOLLOW_UP_WITHIN} days after"),
        (Step.ASK, f"{rules.FOLLOW_UP_WITHIN} days after"),
        (Step.CHECK_IN, f"{rules.CHECK_IN_AFTER} days after"),
    ],
)
def test_every_number_is_that_of_the_rules(step: Step, said: str):
    assert said in next(row[1] for row in rows_after("## What is due") if row[0] == f"`{step}`")


def test_the_other_numbers_are_those_of_the_code():
    assert WEEK == 7
    assert "within seven days" in GUIDE
    assert f"it is taken for {USUAL_MINUTES} unless given" in GUIDE
    assert rules.SOON_AFTER == 1


def test_the_keys_of_the_json_are_in_the_guide():
    clock = noon(date(2026, 10, 14))
    found = find_due(outreach_of(asked(sent=clock.today)), (), clock)
    keys = re.findall(r'^    "(\w+)":', render_json(found, clock), re.MULTILINE)
    assert [row[0].strip("`") for row in rows_after("### For programs")] == keys
