"""A topic needs so many questions."""

import pytest
from one_check import hold, measured, messages, paths, rendered, said_of_rubric

QUESTIONS = """\
questions:
  - What does a normal Tuesday look like?
  - ask: How did you get here?
    topic: career-path
    personal: true"""
MET = {
    "by its topic": (
        "uncovered-topic: {topic: Career Path}",
        QUESTIONS,
        "Text.",
    ),
    "by its topic, written otherwise": (
        "uncovered-topic: {topic: career-path}",
        "questions: [{ask: Why?, topic: Career path}]",
        "Text.",
    ),
    "by the words of the question": (
        "uncovered-topic: {topic: Day to day}",
        QUESTIONS,
        "Text.",
    ),
    "by a phrase, whatever its topic": (
        "uncovered-topic: {topic: culture, phrases: [get here]}",
        QUESTIONS,
        "Text.",
    ),
    "by a phrase": (
        "uncovered-topic: {topic: day, phrases: [normal * like]}",
        QUESTIONS,
        "Text.",
    ),
    "two": (
        "uncovered-topic: {topic: career-path, phrases: [tuesday], at_least: 2}",
        QUESTIONS,
        "Text.",
    ),
    "Chinese": (
        "uncovered-topic: {topic: 薪酬, phrases: [工资]}",
        "questions: [这里的工资怎么样？]",
        "Text.",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "none": (
        "uncovered-topic: {topic: culture}",
        QUESTIONS,
        "Text.",
        ["3: no questions are about 'culture'; the rubric asks for at least 1"],
    ),
    "one that has a topic of its own": (
        "uncovered-topic: {topic: day-to-day}",
        "questions: [{ask: What does a normal Tuesday look like?, topic: baking}]",
        "Text.",
        ["2: no questions are about 'day-to-day'; the rubric asks for at least 1"],
    ),
    "one that the rules do not know": (
        "uncovered-topic: {topic: day-to-day}",
        "questions: [Why?]",
        "Text.",
        ["2: no questions are about 'day-to-day'; the rubric asks for at least 1"],
    ),
    "one of two": (
        "uncovered-topic: {topic: career-path, at_least: 2}",
        QUESTIONS,
        "Text.",
        ["3: 1 question is about 'career-path'; the rubric asks for at least 2"],
    ),
    "no questions": (
        "uncovered-topic: {topic: culture}",
        "title: Baker",
        "Text.",
        ["1: no questions are about 'culture'; the rubric asks for at least 1"],
    ),
    "two of three": (
        "uncovered-topic: {topic: career-path, phrases: [tuesday], at_least: 3}",
        QUESTIONS,
        "Text.",
        ["3: 2 questions are about 'career-path'; the rubric asks for at least 3"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "none": (
        "uncovered-topic: {topic: culture}",
        QUESTIONS,
        "Text.",
        """\
ada.md:3:3: error: no questions are about 'culture'; the rubric asks for at least 1 \
[uncovered-topic]
  3 |   - What does a normal Tuesday look like?
    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: ask about it, and say so at the question:
    |   - ask: …
    |     topic: culture""",
    ),
    "one of two": (
        "uncovered-topic: {topic: career-path, at_least: 2}",
        QUESTIONS,
        "Text.",
        """\
ada.md:3:3: error: 1 question is about 'career-path'; the rubric asks for at least 2 \
[uncovered-topic]
  3 |   - What does a normal Tuesday look like?
    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: ask about it, and say so at the question:
    |   - ask: …
    |     topic: career-path""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "those about it": (
        "uncovered-topic: {topic: career-path}",
        QUESTIONS,
        "Text.",
        ["questions[1]"],
    ),
    "by the words of the question": (
        "uncovered-topic: {topic: day-to-day}",
        QUESTIONS,
        "Text.",
        ["questions[0]"],
    ),
    "none": (
        "uncovered-topic: {topic: culture}",
        QUESTIONS,
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
    "two": (
        "uncovered-topic: {topic: career-path, phrases: [tuesday]}",
        QUESTIONS,
        "Text.",
        2.0,
    ),
    "none": (
        "uncovered-topic: {topic: x}",
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
        "uncovered-topic: {topic: culture, at_least: 0}",
        """\
rubric.yml:5:53: error: 'at_least' of the check 'uncovered-topic' is 0, so it asks for nothing \
[unsuitable-option]
  5 |       - uncovered-topic: {topic: culture, at_least: 0}
    |                                                     ^
  help: correct the value""",
    ),
    "a topic without words": (
        "uncovered-topic: {topic: '?'}",
        """\
rubric.yml:5:34: error: 'topic' of the check 'uncovered-topic' has '?', in which there is no \
word [unsuitable-option]
  5 |       - uncovered-topic: {topic: '?'}
    |                                  ^^^
  help: correct the value""",
    ),
    "a phrase without words": (
        "uncovered-topic: {topic: culture, phrases: ['*']}",
        """\
rubric.yml:5:52: error: 'phrases' of the check 'uncovered-topic' has '*', in which there is no \
word [unsuitable-option]
  5 |       - uncovered-topic: {topic: culture, phrases: ['*']}
    |                                                    ^^^^^
  help: correct the value""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
