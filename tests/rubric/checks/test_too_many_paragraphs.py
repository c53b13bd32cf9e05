"""The text may have so many paragraphs."""

import pytest
from one_check import hold, measured, messages, paths, rendered, said_of_rubric

TWO_PARTS = """\
## What I learnt

One.
Still one.

Two.

## Next

Three."""
MET = {
    "as many as allowed": (
        "too-many-paragraphs: {at_most: 2}",
        "",
        "One.\n\nTwo.",
    ),
    "below the heading": (
        "too-many-paragraphs: {at_most: 2, heading: learnt}",
        "",
        TWO_PARTS,
    ),
    "no such heading": (
        "too-many-paragraphs: {at_most: 1, heading: summary}",
        "",
        TWO_PARTS,
    ),
    "none": (
        "too-many-paragraphs: {at_most: 1}",
        "",
        "",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "one too many": (
        "too-many-paragraphs: {at_most: 2}",
        "",
        TWO_PARTS,
        ["14: there are 3 paragraphs below the front matter; the rubric allows at most 2"],
    ),
    "below the heading": (
        "too-many-paragraphs: {at_most: 1, heading: learnt}",
        "",
        TWO_PARTS,
        ["10: there are 2 paragraphs below 'What I learnt'; the rubric allows at most 1"],
    ),
    "Chinese": (
        "too-many-paragraphs: {at_most: 1, heading: 收获}",
        "",
        "## 我的收获\n\n一。\n\n二。\n\n三。",
        ["9: there are 3 paragraphs below '我的收获'; the rubric allows at most 1"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "in all": (
        "too-many-paragraphs: {at_most: 1}",
        "title: Baker",
        "One.\n\nTwo.\n\nThree.",
        """\
ada.md:7:1: error: there are 3 paragraphs below the front matter; the rubric allows at most 1 \
[too-many-paragraphs]
  7 | Two.
    | ^^^^
  help: join paragraphs, or cut at least 2 paragraphs""",
    ),
    "below a heading": (
        "too-many-paragraphs: {at_most: 1, heading: learnt}",
        "title: Baker",
        TWO_PARTS,
        """\
ada.md:10:1: error: there are 2 paragraphs below 'What I learnt'; the rubric allows at most 1 \
[too-many-paragraphs]
  10 | Two.
     | ^^^^
  help: join paragraphs, or cut at least 1 paragraph""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "below a heading": (
        "too-many-paragraphs: {at_most: 2, heading: learnt}",
        "",
        TWO_PARTS,
        ["paragraphs[0]", "paragraphs[1]"],
    ),
    "none": (
        "too-many-paragraphs: {at_most: 1}",
        "",
        "# One",
        ["body"],
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "found"), EVIDENCE.values(), ids=EVIDENCE
)
def test_evidence(check, front_matter, body, found):
    assert paths(hold(check, front_matter, body)) == found


MEASURED = {
    "all": (
        "too-many-paragraphs: {at_most: 1}",
        "",
        TWO_PARTS,
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
        "too-many-paragraphs: {at_most: 0}",
        """\
rubric.yml:5:40: error: 'at_most' of the check 'too-many-paragraphs' is 0; to forbid all text, \
use not and missing-field [unsuitable-option]
  5 |       - too-many-paragraphs: {at_most: 0}
    |                                        ^
  help: correct the value""",
    ),
    "a heading without words": (
        "too-many-paragraphs: {at_most: 1, heading: '*'}",
        """\
rubric.yml:5:52: error: 'heading' of the check 'too-many-paragraphs' has '*', in which there is \
no word [unsuitable-option]
  5 |       - too-many-paragraphs: {at_most: 1, heading: '*'}
    |                                                    ^^^
  help: correct the value""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
