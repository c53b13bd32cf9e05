"""Headings that must be there."""

import pytest
from one_check import hold, measured, messages, paths, rendered, said_of_rubric

HEADINGS = """\
# Introduction

Text.

## 2. My **reflection**!

Text."""
MET = {
    "all": (
        "missing-heading: {headings: [introduction, My reflection]}",
        "",
        HEADINGS,
    ),
    "with words between": (
        "missing-heading: {headings: [what * learnt]}",
        "",
        "## What I have learnt\n\nText.",
    ),
    "Chinese": (
        "missing-heading: {headings: [收获]}",
        "",
        "## 我的收获\n\n一。",
    ),
    "Thai": (
        "missing-heading: {headings: [เรียนรู้]}",
        "",
        "## สิ่งที่ฉันเรียนรู้\n\nx",
    ),
    "Arabic": (
        "missing-heading: {headings: [ماذا تعلمت]}",
        "",
        "## ماذا تعلمت؟\n\nx",
    ),
    "underlined": (
        "missing-heading: {headings: [intro]}",
        "",
        "Intro\n=====\n\nx",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "one of two": (
        "missing-heading: {headings: [introduction, conclusion]}",
        "",
        HEADINGS,
        ["5: no heading has 'conclusion' in it; the rubric asks for one"],
    ),
    "several": (
        "missing-heading: {headings: [a, b c]}",
        "",
        HEADINGS,
        [
            "5: no heading has 'a' in it; the rubric asks for one",
            "5: no heading has 'b c' in it; the rubric asks for one",
        ],
    ),
    "part of a word": (
        "missing-heading: {headings: [intro]}",
        "",
        HEADINGS,
        ["5: no heading has 'intro' in it; the rubric asks for one"],
    ),
    "a heading in code": (
        "missing-heading: {headings: [intro]}",
        "",
        "```\n# intro\n```",
        ["5: no heading has 'intro' in it; the rubric asks for one"],
    ),
    "too many words between": (
        "missing-heading: {headings: [what * learnt]}",
        "",
        "## What a b c d e learnt\n\nx",
        ["5: no heading has 'what * learnt' in it; the rubric asks for one"],
    ),
    "no text at all": (
        "missing-heading: {headings: [intro]}",
        "",
        "",
        ["3: no heading has 'intro' in it; the rubric asks for one"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "several": (
        "missing-heading: {headings: [conclusion, what * learnt]}",
        "title: Baker",
        HEADINGS,
        """\
ada.md:5:1: error: no heading has 'conclusion' in it; the rubric asks for one [missing-heading]
  5 | # Introduction
    | ^^^^^^^^^^^^^^
  help: add it, with the text below it:
    | ## Conclusion

ada.md:5:1: error: no heading has 'what * learnt' in it; the rubric asks for one \
[missing-heading]
  5 | # Introduction
    | ^^^^^^^^^^^^^^
  help: add it, with the text below it""",
    ),
    "no text at all": (
        "missing-heading: {headings: [intro]}",
        "title: Baker",
        "",
        """\
ada.md:3:1: error: no heading has 'intro' in it; the rubric asks for one [missing-heading]
  3 | ---
    | ^^^
  help: add it, with the text below it:
    | ## Intro""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "each": (
        "missing-heading: {headings: [reflection, introduction, x]}",
        "",
        HEADINGS,
        ["headings[1]", "headings[0]"],
    ),
    "none": (
        "missing-heading: {headings: [x]}",
        "",
        HEADINGS,
        ["body"],
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "found"), EVIDENCE.values(), ids=EVIDENCE
)
def test_evidence(check, front_matter, body, found):
    assert paths(hold(check, front_matter, body)) == found


MEASURED = {
    "two of three": (
        "missing-heading: {headings: [reflection, introduction, x]}",
        "",
        HEADINGS,
        2.0,
    ),
    "none": (
        "missing-heading: {headings: [x]}",
        "",
        "x",
        0.0,
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "number"), MEASURED.values(), ids=MEASURED
)
def test_measure(check, front_matter, body, number):
    assert measured(check, front_matter, body) == number


UNSUITABLE = {
    "none": (
        "missing-heading: {headings: []}",
        """\
rubric.yml:5:37: error: 'missing-heading: headings' is empty [empty-value]
  5 |       - missing-heading: {headings: []}
    |                                     ^^
  help: fill it in, or delete the line""",
    ),
    "one without words": (
        "missing-heading: {headings: [intro, '?!']}",
        """\
rubric.yml:5:37: error: 'headings' of the check 'missing-heading' has '?!', in which there is no \
word [unsuitable-option]
  5 |       - missing-heading: {headings: [intro, '?!']}
    |                                     ^^^^^^^^^^^^^
  help: correct the value""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
