"""The text needs so many paragraphs."""

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
    "enough": (
        "too-few-paragraphs: {at_least: 2}",
        "",
        "One.\n\nTwo.",
    ),
    "below the heading": (
        "too-few-paragraphs: {at_least: 2, heading: learnt}",
        "",
        TWO_PARTS,
    ),
    "below a deeper heading, too": (
        "too-few-paragraphs: {at_least: 2, heading: what * learnt}",
        "",
        "# What I have learnt\n\n## One\n\nText.\n\n## Two\n\nText.",
    ),
    "below two such headings together": (
        "too-few-paragraphs: {at_least: 2, heading: day}",
        "",
        "## Day one\n\nText.\n\n## Day two\n\nText.",
    ),
    "in a quotation": (
        "too-few-paragraphs: {at_least: 2}",
        "",
        "> One.\n>\n> Two.",
    ),
    "Chinese": (
        "too-few-paragraphs: {at_least: 2, heading: 收获}",
        "",
        "## 我的收获\n\n一。\n\n二。",
    ),
    "Arabic": (
        "too-few-paragraphs: {at_least: 1, heading: تعلمت}",
        "",
        "## ماذا تعلمت\n\nنص.",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "one of two": (
        "too-few-paragraphs: {at_least: 2}",
        "",
        "One.\nStill one.",
        ["5: there is 1 paragraph below the front matter; the rubric asks for at least 2"],
    ),
    "a body without text": (
        "too-few-paragraphs: {at_least: 1}",
        "",
        "",
        ["3: there are no paragraphs below the front matter; the rubric asks for at least 1"],
    ),
    "lists, tables, code, headings and pictures": (
        "too-few-paragraphs: {at_least: 1}",
        "",
        (
            "# One\n\n- a\n\n- b\n\n1. c\n\n   d\n\n```\ncode\n```\n\n    code\n"
            "\n![x](x.jpg)\n\n[![x](x.jpg)](y)\n\n| a | b |\n|---|---|\n| c | d |\n\n---"
        ),
        ["5: there are no paragraphs below the front matter; the rubric asks for at least 1"],
    ),
    "after a list": (
        "too-few-paragraphs: {at_least: 3}",
        "",
        "- a\n\n  b\n\nOne.\n\n- c\n\n- d\n\nTwo.",
        ["5: there are 2 paragraphs below the front matter; the rubric asks for at least 3"],
    ),
    "below the heading": (
        "too-few-paragraphs: {at_least: 3, heading: learnt}",
        "",
        TWO_PARTS,
        ["5: there are 2 paragraphs below 'What I learnt'; the rubric asks for at least 3"],
    ),
    "no such heading": (
        "too-few-paragraphs: {at_least: 1, heading: looking back}",
        "",
        TWO_PARTS,
        [
            (
                "5: no heading has 'looking back' in it, and so no paragraph is below it; the "
                "rubric asks for at least 1"
            )
        ],
    ),
    "a heading that cannot be guessed": (
        "too-few-paragraphs: {at_least: 1, heading: looking * back}",
        "",
        TWO_PARTS,
        [
            (
                "5: no heading has 'looking * back' in it, and so no paragraph is below it; "
                "the rubric asks for at least 1"
            )
        ],
    ),
    "nothing below the heading": (
        "too-few-paragraphs: {at_least: 1, heading: next}",
        "",
        "Text.\n\n## Next\n\n- a",
        ["7: there are no paragraphs below 'Next'; the rubric asks for at least 1"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "in all": (
        "too-few-paragraphs: {at_least: 3}",
        "title: Baker",
        "One.\n\nTwo.",
        """\
ada.md:5:1: error: there are 2 paragraphs below the front matter; the rubric asks for at least 3 \
[too-few-paragraphs]
  5 | One.
    | ^^^^
  help: write 1 more paragraph, with a blank line before each""",
    ),
    "below a heading": (
        "too-few-paragraphs: {at_least: 3, heading: learnt}",
        "title: Baker",
        TWO_PARTS,
        """\
ada.md:5:1: error: there are 2 paragraphs below 'What I learnt'; the rubric asks for at least 3 \
[too-few-paragraphs]
  5 | ## What I learnt
    | ^^^^^^^^^^^^^^^^
  help: write 1 more paragraph, with a blank line before each""",
    ),
    "no heading": (
        "too-few-paragraphs: {at_least: 3, heading: looking back}",
        "title: Baker",
        TWO_PARTS,
        """\
ada.md:5:1: error: no heading has 'looking back' in it, and so no paragraph is below it; the \
rubric asks for at least 3 [too-few-paragraphs]
  5 | ## What I learnt
    | ^^^^^^^^^^^^^^^^
  help: add the heading, with the text below it:
    | ## Looking back""",
    ),
    "no text": (
        "too-few-paragraphs: {at_least: 3}",
        "title: Baker",
        "",
        """\
ada.md:3:1: error: there are no paragraphs below the front matter; the rubric asks for at least \
3 [too-few-paragraphs]
  3 | ---
    | ^^^
  help: write 3 paragraphs, with a blank line before each""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "all": (
        "too-few-paragraphs: {at_least: 1}",
        "",
        TWO_PARTS,
        ["paragraphs[0]", "paragraphs[1]", "paragraphs[2]"],
    ),
    "below a heading": (
        "too-few-paragraphs: {at_least: 1, heading: learnt}",
        "",
        TWO_PARTS,
        ["paragraphs[0]", "paragraphs[1]"],
    ),
    "none": (
        "too-few-paragraphs: {at_least: 1}",
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
        "too-few-paragraphs: {at_least: 1}",
        "",
        TWO_PARTS,
        3.0,
    ),
    "below a heading": (
        "too-few-paragraphs: {at_least: 1, heading: learnt}",
        "",
        TWO_PARTS,
        2.0,
    ),
    "no heading": (
        "too-few-paragraphs: {at_least: 1, heading: x}",
        "",
        TWO_PARTS,
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
        "too-few-paragraphs: {at_least: 0}",
        """\
rubric.yml:5:40: error: 'at_least' of the check 'too-few-paragraphs' is 0, so it asks for \
nothing [unsuitable-option]
  5 |       - too-few-paragraphs: {at_least: 0}
    |                                        ^
  help: correct the value""",
    ),
    "a heading without words": (
        "too-few-paragraphs: {at_least: 1, heading: '?'}",
        """\
rubric.yml:5:52: error: 'heading' of the check 'too-few-paragraphs' has '?', in which there is \
no word [unsuitable-option]
  5 |       - too-few-paragraphs: {at_least: 1, heading: '?'}
    |                                                    ^^^
  help: correct the value""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
