"""Every question needs an answer."""

import pytest
from one_check import hold, measured, messages, paths, rendered, said_of_rubric

MET = {
    "answered": (
        "unanswered-question",
        "questions: [Why?]",
        "## Why?\n\nBecause.",
    ),
    "no questions": (
        "unanswered-question",
        "title: Baker",
        "Text.",
    ),
    "written otherwise": (
        "unanswered-question",
        "questions: [Why you?]",
        "## 1. why *you*\n\nBecause.",
    ),
    "Chinese": (
        "unanswered-question",
        "questions: [为什么？]",
        "## 为什么？\n\n因为。",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "none is": (
        "unanswered-question",
        "questions:\n  - Why?\n  - How?",
        "Text.",
        [
            "3: 'Why?' has no answer; the rubric asks for one",
            "4: 'How?' has no answer; the rubric asks for one",
        ],
    ),
    "one is": (
        "unanswered-question",
        "questions:\n  - Why?\n  - ask: How?",
        "## Why?\n\nBecause.",
        ["4: 'How?' has no answer; the rubric asks for one"],
    ),
    "a heading without text": (
        "unanswered-question",
        "questions: [Why?, How?]",
        "## Why?\n\n## How?\n\nSo.",
        ["2: 'Why?' has a heading and no answer below it; the rubric asks for one"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "no heading": (
        "unanswered-question",
        "questions:\n  - Why?",
        "Text.",
        """\
ada.md:3:5: error: 'Why?' has no answer; the rubric asks for one [unanswered-question]
  3 |   - Why?
    |     ^^^^
  help: repeat it as a heading, and write below it what you were told:
    | ## Why?""",
    ),
    "no text": (
        "unanswered-question",
        "questions:\n  - Why?",
        "## Why?",
        """\
ada.md:3:5: error: 'Why?' has a heading and no answer below it; the rubric asks for one \
[unanswered-question]
  3 |   - Why?
    |     ^^^^
  help: write below it what you were told""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "each": (
        "unanswered-question",
        "questions: [Why?, How?]",
        "Text.",
        ["questions[0]", "questions[1]"],
    ),
    "none": (
        "unanswered-question",
        "title: Baker",
        "Text.",
        ["questions"],
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "found"), EVIDENCE.values(), ids=EVIDENCE
)
def test_evidence(check, front_matter, body, found):
    assert paths(hold(check, front_matter, body)) == found


MEASURED = {
    "one of two": (
        "unanswered-question",
        "questions: [Why?, How?]",
        "## Why?\n\nBecause.",
        1.0,
    ),
    "none": (
        "unanswered-question",
        "",
        "Text.",
        0.0,
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "number"), MEASURED.values(), ids=MEASURED
)
def test_measure(check, front_matter, body, number):
    assert measured(check, front_matter, body) == number


UNSUITABLE = {
    "an option": (
        "unanswered-question: {at_least: 3}",
        """\
rubric.yml:5:31: error: the key 'at_least' is not known [unknown-key]
  5 |       - unanswered-question: {at_least: 3}
    |                               ^^^^^^^^
  help: delete it, or begin it with x- to keep it for yourself""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
