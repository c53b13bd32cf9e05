"""A list may have so many items."""

import pytest
from one_check import hold, measured, messages, paths, rendered, said_of_rubric

MET = {
    "as many as allowed": (
        "too-many-items: {field: questions, at_most: 2}",
        "questions: [Why?, How?]",
        "Text.",
    ),
    "none": (
        "too-many-items: {field: referrals, at_most: 1}",
        "title: Baker",
        "Text.",
    ),
    "an own list": (
        "too-many-items: {field: x-sources, at_most: 2}",
        "x-sources: [a, b]",
        "Text.",
    ),
    "a block of text is one": (
        "too-many-items: {field: learnings, at_most: 1}",
        "learnings: |\n  One.\n  Two.",
        "Text.",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "one too many": (
        "too-many-items: {field: questions, at_most: 2}",
        "questions:\n  - Why?\n  - How?\n  - When?\n  - Where?",
        "Text.",
        ["5: there are 4 questions; the rubric allows at most 2"],
    ),
    "more than one": (
        "too-many-items: {field: learnings, at_most: 1}",
        "learnings: [one, two]",
        "Text.",
        ["2: there are 2 learnings; the rubric allows at most 1"],
    ),
    "tags": (
        "too-many-items: {field: tags, at_most: 1}",
        "tags: [面包, 海]",
        "Text.",
        ["2: there are 2 tags; the rubric allows at most 1"],
    ),
    "an own list": (
        "too-many-items: {field: x-sources, at_most: 2}",
        "x-sources:\n  - a\n  - b\n  - c",
        "Text.",
        ["5: there are 3 x-sources; the rubric allows at most 2"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "the first too many": (
        "too-many-items: {field: questions, at_most: 2}",
        "questions:\n  - Why?\n  - How?\n  - When?",
        "Text.",
        """\
ada.md:5:5: error: there are 3 questions; the rubric allows at most 2 [too-many-items]
  5 |   - When?
    |     ^^^^^
  help: keep the 2 that say most""",
    ),
    "one allowed": (
        "too-many-items: {field: learnings, at_most: 1}",
        "learnings: [one, two]",
        "Text.",
        """\
ada.md:2:18: error: there are 2 learnings; the rubric allows at most 1 [too-many-items]
  2 | learnings: [one, two]
    |                  ^^^
  help: keep the one that says most""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "each item": (
        "too-many-items: {field: tags, at_most: 1}",
        "tags: [a, b]",
        "Text.",
        ["tags[0]", "tags[1]"],
    ),
    "none": (
        "too-many-items: {field: tags, at_most: 1}",
        "title: Baker",
        "Text.",
        ["tags"],
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "found"), EVIDENCE.values(), ids=EVIDENCE
)
def test_evidence(check, front_matter, body, found):
    assert paths(hold(check, front_matter, body)) == found


MEASURED = {
    "items": (
        "too-many-items: {field: tags, at_most: 9}",
        "tags: [a, b]",
        "Text.",
        2.0,
    ),
    "none": (
        "too-many-items: {field: tags, at_most: 9}",
        "",
        "Text.",
        0.0,
    ),
    "own": (
        "too-many-items: {field: x-a, at_most: 9}",
        "x-a: [a, b, c]",
        "Text.",
        3.0,
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "number"), MEASURED.values(), ids=MEASURED
)
def test_measure(check, front_matter, body, number):
    assert measured(check, front_matter, body) == number


UNSUITABLE = {
    "none allowed": (
        "too-many-items: {field: tags, at_most: 0}",
        """\
rubric.yml:5:48: error: 'at_most' of the check 'too-many-items' is 0; to forbid a field, use not \
and missing-field [unsuitable-option]
  5 |       - too-many-items: {field: tags, at_most: 0}
    |                                                ^
  help: correct the value""",
    ),
    "no list": (
        "too-many-items: {field: title, at_most: 3}",
        """\
rubric.yml:5:33: error: the check 'too-many-items' cannot be used on 'title' [unsuitable-field]
  5 |       - too-many-items: {field: title, at_most: 3}
    |                                 ^^^^^
  help: choose one of questions, planned, learnings, applications, referrals, path, tags, x-…""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
