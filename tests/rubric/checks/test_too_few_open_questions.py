"""Enough of the questions are open."""

from pathlib import Path

import pytest
from labelled import holds_true
from labelled import measured as measured_on
from one_check import TODAY, condition_of, hold, interview_of, measured, messages, paths, rendered

from shoptalk.reading.corpus import read_corpus
from shoptalk.rubric.asking import is_open
from shoptalk.rubric.checks.too_few_open_questions import Options, measure, too_few_open_questions
from shoptalk.rubric.material import Material

MET = {
    "four of five": (
        "too-few-open-questions",
        "questions: [What a?, How b?, Why c?, Who d?, Is e?]",
        "x",
    ),
    "a lower share": (
        "too-few-open-questions: {share: 50%}",
        "questions: [What a?, Is e?]",
        "x",
    ),
    "none asked for": (
        "too-few-open-questions: {share: 0%}",
        "title: Baker",
        "x",
    ),
    "a polite frame": (
        "too-few-open-questions",
        "questions: [Could you tell me about your day?]",
        "x",
    ),
    "only other scripts": (
        "too-few-open-questions",
        "questions: ['毎日何をしていますか?', 'Чем вы занимаетесь?']",
        "x",
    ),
    "other scripts are left out": (
        "too-few-open-questions",
        "questions: ['毎日何をしていますか?', 'What do you do?']",
        "x",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "one of two": (
        "too-few-open-questions",
        "questions: [What a?, Is e?]",
        "x",
        ["2: 1 of 2 questions is open (50%); the rubric asks for at least 80%"],
    ),
    "none": (
        "too-few-open-questions: {share: 10%}",
        "questions: [Do you like it?]",
        "x",
        ["2: 0 of 1 questions are open (0%); the rubric asks for at least 10%"],
    ),
    "no questions": (
        "too-few-open-questions",
        "title: Baker",
        "x",
        ["1: there are no questions; the rubric asks for at least 80% open ones"],
    ),
    "some left out": (
        "too-few-open-questions",
        "questions: ['毎日何をしていますか?', 'Tea or coffee?']",
        "x",
        [
            "2: 0 of 1 questions are open (0%), leaving out 1 that cannot be told; "
            "the rubric asks for at least 80%"
        ],
    ),
    "just below": (
        "too-few-open-questions",
        "questions: [What a?, How b?, Why c?, Is e?, Are f?]",
        "x",
        ["2: 3 of 5 questions are open (60%); the rubric asks for at least 80%"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


def test_what_is_printed():
    made = hold("too-few-open-questions", "questions:\n  - What do you do?\n  - Do you like it?")
    assert (
        rendered(made)
        == """\
ada.md:4:5: warning: 1 of 2 questions is open (50%); the rubric asks for at least 80% \
[too-few-open-questions]
  4 |   - Do you like it?
    |     ^^^^^^^^^^^^^^^
  help: begin with what, how or why instead of asking 'Do you like it?'"""
    )


def test_evidence_is_each_question():
    made = hold("too-few-open-questions", "questions: [What?, Is it?]")
    assert paths(made) == ["questions[0]", "questions[1]"]
    assert paths(hold("too-few-open-questions", "title: Baker")) == ["questions"]


@pytest.mark.parametrize(
    ("front_matter", "percent"),
    [
        ("questions: [What do you do?, Is it far?, How is it?]", 100 * 2 / 3),
        ("questions: [What do you do?, '毎日?']", 100.0),
        ("questions: ['毎日?']", 100.0),
        ("title: Baker", 0.0),
    ],
)
def test_measure(front_matter, percent):
    assert measured("too-few-open-questions", front_matter) == percent


def test_over_a_portfolio_all_questions_count_together():
    one = interview_of("questions: [What do you do?, How is it?, Why that?]")
    other = interview_of("questions: [Is it far?]")
    held = condition_of("too-few-open-questions: {share: 75%}").hold(Material((one, other)))
    assert held.passed


def test_the_page_says_how_often_it_is_right():
    seen, sentence = measured_on("questions", "closed", lambda text: is_open(text) is False)
    holds_true(too_few_open_questions.page, seen, sentence)


def test_what_is_not_reported_as_closed_is_open_or_cannot_be_told():
    seen, _ = measured_on("questions", "open", lambda text: is_open(text) is True)
    assert seen.precision >= 0.9
    assert seen.recall >= 0.9


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Was it hard?", False),
        ("Was lernt man dabei?", True),
        ("Will you stay?", False),
        ("Will man das?", False),
        ("Do you know how they hire?", True),
        ("Do you know Ken?", False),
        ("Weißt du, wie man das lernt?", True),
        ("Weißt du das?", False),
        ("Savez-vous comment on commence ?", True),
        ("Could you give me a job?", False),
        ("Could you give me an example?", True),
        ("Which is harder: mornings or evenings?", False),
        ("", None),
        ("?", None),
        ("Software?", None),
        ("Чем вы занимаетесь?", None),
        ("ماذا تعمل؟", None),
        ("a" * 100_000, None),
        ("what " * 20_000, True),
        ("is, " * 25_000 + "?", False),
        ("?" * 100_000, None),
        ("-" * 100_000, None),
        ("and " * 25_000 + "why?", True),
    ],
    ids=lambda value: str(value)[:30],
)
def test_one_question(question, told):
    assert is_open(question) is told


def test_the_real_questions_are_all_open(real_interviews):
    assert {measure(interview, Options()) for interview in real_interviews} == {100.0}


FOLDER = Path(__file__).parents[3].parent / "shared" / "corpus" / "interviews"


@pytest.fixture(scope="module")
def real_interviews():
    if not FOLDER.is_dir():
        pytest.skip("the real interviews are not here")
    read = read_corpus([FOLDER], TODAY, start=FOLDER)
    return [file.interview for file in read.files]
