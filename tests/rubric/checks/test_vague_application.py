"""Each application names an act."""

from datetime import date
from time import perf_counter

import pytest
from labelled import holds_true
from labelled import measured as measured_on
from one_check import hold, messages, paths, rendered
from one_interview import grade_interview

from shoptalk.reading.interview import parse_interview
from shoptalk.reading.source import Source
from shoptalk.rubric.acting import is_vague, says_when
from shoptalk.rubric.checks.vague_application import vague_application
from shoptalk.rubric.rubric_file import parse_rubric

MET = {
    "an act": (
        "vague-application",
        "applications: [Ask two people]",
        "x",
    ),
    "no applications": (
        "vague-application",
        "title: Baker",
        "x",
    ),
    "other scripts": (
        "vague-application",
        "applications: [もっと頑張る]",
        "x",
    ),
    "a day of its own": (
        "vague-application: {date: true}",
        "applications: [{do: Ask two people, by: 2026-12-01}]",
        "x",
    ),
    "a day in words": (
        "vague-application: {date: true}",
        "applications: [Ask two people next week, Am Freitag zwei Seiten lesen]",
        "x",
    ),
    "a date in words": (
        "vague-application: {date: true}",
        "applications: [Read it by 3 December, Read it by 12/3]",
        "x",
    ),
    "two concrete ones are enough": (
        "vague-application: {at_least: 2}",
        "applications: [Ask two people, Be more confident, Write to Ken]",
        "x",
    ),
    "a block of text": (
        "vague-application",
        "applications: |\n  Read the report and write down what is missing.",
        "x",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "two concrete ones are asked for": (
        "vague-application: {at_least: 2, date: true}",
        "applications:\n  - Ask two people next week\n  - Be more confident\n  - Write to Ken\n",
        "x",
        [
            "4: 'Be more confident' names nothing to do",
            "5: 'Write to Ken' does not say when",
        ],
    ),
    "fewer than are asked for": (
        "vague-application: {at_least: 2}",
        "applications: [Ask two people]",
        "x",
        ["2: 1 application is concrete; the rubric asks for at least 2"],
    ),
    "none at all": (
        "vague-application: {at_least: 2}",
        "title: Baker",
        "x",
        ["1: no applications are concrete; the rubric asks for at least 2"],
    ),
    "how to be": (
        "vague-application",
        "applications: [Be more confident]",
        "x",
        ["2: 'Be more confident' names nothing to do"],
    ),
    "the second of two": (
        "vague-application",
        "applications:\n  - Ask Ken\n  - do: Keep it in mind\n",
        "x",
        ["4: 'Keep it in mind' names nothing to do"],
    ),
    "two of them": (
        "vague-application",
        "applications: [Networking, Stay curious]",
        "x",
        ["2: 'Networking' names nothing to do", "2: 'Stay curious' names nothing to do"],
    ),
    "no day": (
        "vague-application: {date: true}",
        "applications: [Ask two people]",
        "x",
        ["2: 'Ask two people' does not say when"],
    ),
    "no act rather than no day": (
        "vague-application: {date: true}",
        "applications: [Be kind]",
        "x",
        ["2: 'Be kind' names nothing to do"],
    ),
    "no act with a day": (
        "vague-application: {date: true}",
        "applications: [{do: Be kind, by: 2026-12-01}]",
        "x",
        ["2: 'Be kind' names nothing to do"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


def test_what_is_printed():
    made = hold("vague-application", "applications:\n  - Be more confident and patient")
    assert (
        rendered(made)
        == """\
ada.md:3:5: warning: 'Be more confident and patient' names nothing to do [vague-application]
  3 |   - Be more confident and patient
    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: say what you will do, so that somebody could see it: write, ask, build, read …"""
    )


def test_what_is_printed_where_the_day_is_missing():
    made = hold("vague-application: {date: true}", "applications:\n  - do: Ask two people")
    assert (
        rendered(made)
        == """\
ada.md:3:5: warning: 'Ask two people' does not say when [vague-application]
  3 |   - do: Ask two people
    |     ^^^^^^^^^^^^^^^^^^
  help: add the day:
    |     by: YYYY-MM-DD"""
    )


def test_evidence_is_each_application():
    assert paths(hold("vague-application", "applications: [Ask Ken]")) == ["applications[0]"]
    assert paths(hold("vague-application", "title: Baker")) == ["applications"]


def test_the_page_says_how_often_it_is_right():
    seen, sentence = measured_on("applications", "vague", is_vague)
    holds_true(vague_application.page, seen, sentence)


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("next week", True),
        ("in May", True),
        ("I may do it", False),
        ("by the end of term", True),
        ("soon", False),
        ("on 2026-12-01", True),
        ("with 3 people", False),
        ("bis Ende November", True),
        ("avant le printemps", True),
        ("cada día", True),
        ("", False),
    ],
)
def test_words_that_say_when(text, is_said):
    assert says_when(text) is is_said


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "be " * 30_000,
        "write " * 20_000,
        "and " * 25_000,
        ", " * 50_000,
        "if " * 30_000,
    ],
    ids=lambda text: text[:6],
)
def test_hostile_texts_are_read_in_good_time(text):
    started = perf_counter()
    is_vague(text)
    says_when(text)
    assert perf_counter() - started < 2


LEVELS = """\
criteria:
  - id: plans
    title: Plans
    levels:
      - {label: Two, at_least: 2}
      - {label: One, at_least: 1}
      - {label: Nothing}
    checks: [vague-application]
"""


@pytest.mark.parametrize(
    ("applications", "label"),
    [
        ("[Ask two people, Be more confident, Write to Ken]", "Two"),
        ("[Ask two people, Be more confident]", "One"),
        ("[Be more confident]", "Nothing"),
    ],
)
def test_levels_count_the_concrete_ones(applications: str, label: str):
    rubric, _ = parse_rubric(Source("rubric.yml", LEVELS))
    source = Source("ada.md", f"---\nname: Ada Invented\napplications: {applications}\n---\n\nx\n")
    interview, _ = parse_interview(source, date(2026, 11, 22))
    assert rubric
    assert interview
    [outcome] = grade_interview(interview, rubric)
    assert outcome.proposed
    assert outcome.proposed.label == label
