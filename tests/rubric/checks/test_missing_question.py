"""Questions that must be asked."""

import pytest
from one_check import hold, measured, messages, paths, rendered, said_of_rubric

QUESTIONS = """\
questions:
  - What does a normal day look like?
  - Which advice would you give a student?"""
ANSWERS = """\
## What does a normal day look like?

Busy.

## Which advice would you give a student?"""
MET = {
    "all": (
        "missing-question: {questions: [advice * student, Normal DAY]}",
        QUESTIONS,
        "Text.",
    ),
    "a whole question in other words": (
        "missing-question: {questions: ['What is a typical day like for you?']}",
        QUESTIONS,
        "Text.",
    ),
    "a whole question within another one": (
        "missing-question: {questions: ['would you give a student?', 'Why do you bake?']}",
        f"{QUESTIONS}\n  - Be honest, why do you bake so early in the morning?",
        "Text.",
    ),
    "a whole question of any script": (
        "missing-question: {questions: [您的一天是怎样的？]}",
        "questions: [您的一天是怎样的]",
        "Text.",
    ),
    "a whole question that is answered in other words": (
        "missing-question: {questions: ['What is a typical day like?'], answered: true}",
        QUESTIONS,
        ANSWERS,
    ),
    "answered": (
        "missing-question: {questions: [normal day], answered: true}",
        QUESTIONS,
        ANSWERS,
    ),
    "one of two is answered": (
        "missing-question: {questions: [day], answered: true}",
        "questions: [What is a day?, Whose day?]",
        "## Whose day?\n\nMine.",
    ),
    "Chinese": (
        "missing-question: {questions: [一天]}",
        "questions: [您的一天是怎样的？]",
        "Text.",
    ),
    "Arabic": (
        "missing-question: {questions: [يومك * العمل]}",
        "questions: [كيف يبدو يومك في العمل؟]",
        "Text.",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "one of two": (
        "missing-question: {questions: [normal day, salary]}",
        QUESTIONS,
        "Text.",
        ["3: no question has 'salary' in it; the rubric asks for one"],
    ),
    "another question with words of it": (
        "missing-question: {questions: ['What did you do on your first day?']}",
        QUESTIONS,
        "Text.",
        [
            "3: no question asks 'What did you do on your first day?'; the rubric asks for one",
        ],
    ),
    "a phrase is no question": (
        "missing-question: {questions: [What is a typical day like for you]}",
        QUESTIONS,
        "Text.",
        [
            (
                "3: no question has 'What is a typical day like for you' in it; the rubric asks "
                "for one"
            )
        ],
    ),
    "several": (
        "missing-question: {questions: [salary, how * start]}",
        QUESTIONS,
        "Text.",
        [
            "3: no question has 'salary' in it; the rubric asks for one",
            "3: no question has 'how * start' in it; the rubric asks for one",
        ],
    ),
    "no questions": (
        "missing-question: {questions: [salary]}",
        "title: Baker",
        "Text.",
        ["1: no question has 'salary' in it; the rubric asks for one"],
    ),
    "not answered": (
        "missing-question: {questions: [normal day], answered: true}",
        QUESTIONS,
        "Text.",
        ["3: 'What does a normal day look like?' has no answer; the rubric asks for one"],
    ),
    "a heading without text": (
        "missing-question: {questions: [advice, salary], answered: true}",
        QUESTIONS,
        ANSWERS,
        [
            (
                "4: 'Which advice would you give a student?' has a heading and no answer below "
                "it; the rubric asks for one"
            ),
            "3: no question has 'salary' in it; the rubric asks for one",
        ],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "not asked": (
        "missing-question: {questions: [salary]}",
        QUESTIONS,
        "Text.",
        """\
ada.md:3:3: error: no question has 'salary' in it; the rubric asks for one [missing-question]
  3 |   - What does a normal day look like?
    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: ask it, and list it under 'questions'""",
    ),
    "not answered": (
        "missing-question: {questions: [advice], answered: true}",
        QUESTIONS,
        "Text.",
        """\
ada.md:4:5: error: 'Which advice would you give a student?' has no answer; the rubric asks for \
one [missing-question]
  4 |   - Which advice would you give a student?
    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: repeat it as a heading, and write below it what you were told:
    | ## Which advice would you give a student?""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "those that hold one": (
        "missing-question: {questions: [advice, student, salary]}",
        QUESTIONS,
        "Text.",
        ["questions[1]"],
    ),
    "one in other words": (
        "missing-question: {questions: ['What is a typical day like?']}",
        QUESTIONS,
        "Text.",
        ["questions[0]"],
    ),
    "none": (
        "missing-question: {questions: [salary]}",
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
    "in other words": (
        "missing-question: {questions: ['What is a typical day like?', 'Why?']}",
        QUESTIONS,
        ANSWERS,
        1.0,
    ),
    "asked": (
        "missing-question: {questions: [advice, day, salary]}",
        QUESTIONS,
        ANSWERS,
        2.0,
    ),
    "answered": (
        "missing-question: {questions: [advice, day, salary], answered: true}",
        QUESTIONS,
        ANSWERS,
        1.0,
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "number"), MEASURED.values(), ids=MEASURED
)
def test_measure(check, front_matter, body, number):
    assert measured(check, front_matter, body) == number


UNSUITABLE = {
    "none": (
        "missing-question: {questions: []}",
        """\
rubric.yml:5:39: error: 'questions' of the check 'missing-question' is empty, so there is \
nothing to look for [unsuitable-option]
  5 |       - missing-question: {questions: []}
    |                                       ^^
  help: correct the value""",
    ),
    "one without words": (
        "missing-question: {questions: ['...']}",
        """\
rubric.yml:5:39: error: 'questions' of the check 'missing-question' has '...', in which there is \
no word [unsuitable-option]
  5 |       - missing-question: {questions: ['...']}
    |                                       ^^^^^^^
  help: correct the value""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
