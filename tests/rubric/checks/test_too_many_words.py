"""A field may have so many words."""

import pytest
from one_check import hold, measured, messages, paths, rendered, said_of_rubric

MET = {
    "as many as allowed": (
        "too-many-words: {field: learnings, at_most: 4}",
        "learnings: [a b, c d]",
        "Text.",
    ),
    "nothing": (
        "too-many-words: {field: research, at_most: 1}",
        "title: Baker",
        "Text.",
    ),
    "letters of Chinese count half": (
        "too-many-words: {field: title, at_most: 3}",
        "title: 数据工程师",
        "Text.",
    ),
    "the body": (
        "too-many-words: {field: body, at_most: 2}",
        "title: Baker",
        "Two words.",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "over all items": (
        "too-many-words: {field: learnings, at_most: 3}",
        "learnings: [a b, c d]",
        "Text.",
        ["2: 'learnings' has 4 words; the rubric allows at most 3"],
    ),
    "one allowed": (
        "too-many-words: {field: research, at_most: 1}",
        "research: a b",
        "Text.",
        ["2: 'research' has 2 words; the rubric allows at most 1"],
    ),
    "the body": (
        "too-many-words: {field: body, at_most: 2}",
        "title: Baker",
        "\nThree long words.",
        ["6: the text below the front matter has 3 words; the rubric allows at most 2"],
    ),
    "an own key": (
        "too-many-words: {field: x-plan, at_most: 2}",
        "x-plan: one two three",
        "Text.",
        ["2: 'x-plan' has 3 words; the rubric allows at most 2"],
    ),
    "Arabic": (
        "too-many-words: {field: title, at_most: 1}",
        "title: مهندس بيانات",
        "Text.",
        ["2: 'title' has 2 words; the rubric allows at most 1"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "a list": (
        "too-many-words: {field: learnings, at_most: 3}",
        "learnings: [a b, c d e]",
        "Text.",
        """\
ada.md:2:12: error: 'learnings' has 5 words; the rubric allows at most 3 [too-many-words]
  2 | learnings: [a b, c d e]
    |            ^^^^^^^^^^^^
  help: cut at least 2 words""",
    ),
    "the body": (
        "too-many-words: {field: body, at_most: 2}",
        "title: Baker",
        "Three long words.",
        """\
ada.md:5:1: error: the text below the front matter has 3 words; the rubric allows at most 2 \
[too-many-words]
  5 | Three long words.
    | ^^^^^^^^^^^^^^^^^
  help: cut at least 1 word""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "each item": (
        "too-many-words: {field: learnings, at_most: 3}",
        "learnings: [a, b]",
        "Text.",
        ["learnings[0]", "learnings[1]"],
    ),
    "the body": (
        "too-many-words: {field: body, at_most: 3}",
        "title: Baker",
        "Text.",
        ["body"],
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "found"), EVIDENCE.values(), ids=EVIDENCE
)
def test_evidence(check, front_matter, body, found):
    assert paths(hold(check, front_matter, body)) == found


MEASURED = {
    "words": (
        "too-many-words: {field: learnings, at_most: 3}",
        "learnings: [a b, c]",
        "Text.",
        3.0,
    ),
    "none": (
        "too-many-words: {field: title, at_most: 3}",
        "",
        "Text.",
        0.0,
    ),
    "body": (
        "too-many-words: {field: body, at_most: 3}",
        "",
        "a b c d",
        4.0,
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "number"), MEASURED.values(), ids=MEASURED
)
def test_measure(check, front_matter, body, number):
    assert measured(check, front_matter, body) == number


UNSUITABLE = {
    "none allowed": (
        "too-many-words: {field: learnings, at_most: 0}",
        """\
rubric.yml:5:53: error: 'at_most' of the check 'too-many-words' is 0; to forbid a field, use not \
and missing-field [unsuitable-option]
  5 |       - too-many-words: {field: learnings, at_most: 0}
    |                                                     ^
  help: correct the value""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
