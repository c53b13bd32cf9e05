"""So many questions must be personal."""

import pytest
from one_check import hold, measured, messages, paths, rendered, said_of_rubric

QUESTIONS = """\
questions:
  - What does a normal Tuesday look like?
  - ask: How did you get here?
    topic: career-path
    personal: true"""
MET = {
    "enough": (
        "too-few-personal-questions: {at_least: 1}",
        QUESTIONS,
        "Text.",
    ),
    "two": (
        "too-few-personal-questions: {at_least: 2}",
        "questions: [{ask: Why?, personal: true}, {ask: How?, personal: yes}]",
        "Text.",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "none": (
        "too-few-personal-questions: {at_least: 1}",
        "questions: [Why?]",
        "Text.",
        ["2: no questions are marked as personal; the rubric asks for at least 1"],
    ),
    "no questions": (
        "too-few-personal-questions: {at_least: 1}",
        "title: Baker",
        "Text.",
        ["1: no questions are marked as personal; the rubric asks for at least 1"],
    ),
    "one of two": (
        "too-few-personal-questions: {at_least: 2}",
        QUESTIONS,
        "Text.",
        ["3: 1 question is marked as personal; the rubric asks for at least 2"],
    ),
    "two of four": (
        "too-few-personal-questions: {at_least: 4}",
        "questions: [{ask: Why?, personal: true}, {ask: How?, personal: true}]",
        "Text.",
        ["2: 2 questions are marked as personal; the rubric asks for at least 4"],
    ),
    "not marked so": (
        "too-few-personal-questions: {at_least: 1}",
        "questions: [{ask: Why?, personal: false}]",
        "Text.",
        ["2: no questions are marked as personal; the rubric asks for at least 1"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "none": (
        "too-few-personal-questions: {at_least: 2}",
        "questions:\n  - Why?",
        "Text.",
        """\
ada.md:3:3: error: no questions are marked as personal; the rubric asks for at least 2 \
[too-few-personal-questions]
  3 |   - Why?
    |   ^^^^^^
  help: ask 2 that you wrote for this person, and mark them:
    |   - ask: …
    |     personal: true""",
    ),
    "one of two": (
        "too-few-personal-questions: {at_least: 2}",
        QUESTIONS,
        "Text.",
        """\
ada.md:3:3: error: 1 question is marked as personal; the rubric asks for at least 2 \
[too-few-personal-questions]
  3 |   - What does a normal Tuesday look like?
    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: ask 1 more that you wrote for this person, and mark it:
    |   - ask: …
    |     personal: true""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "those that are": (
        "too-few-personal-questions: {at_least: 1}",
        QUESTIONS,
        "Text.",
        ["questions[1].personal"],
    ),
    "none": (
        "too-few-personal-questions: {at_least: 1}",
        "questions: [Why?]",
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
    "one": (
        "too-few-personal-questions: {at_least: 1}",
        QUESTIONS,
        "Text.",
        1.0,
    ),
    "none": (
        "too-few-personal-questions: {at_least: 1}",
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
    "none asked for": (
        "too-few-personal-questions: {at_least: 0}",
        """\
rubric.yml:5:48: error: 'at_least' of the check 'too-few-personal-questions' is 0, so it asks \
for nothing [unsuitable-option]
  5 |       - too-few-personal-questions: {at_least: 0}
    |                                                ^
  help: correct the value""",
    ),
    "no number": (
        "too-few-personal-questions",
        """\
rubric.yml:5:9: error: the check 'too-few-personal-questions' needs the option 'at_least' \
[missing-option]
  5 |       - too-few-personal-questions
    |         ^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: add it:
    |       - too-few-personal-questions: {at_least: …}""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
