"""Every key, value and section knows where in its file it stands."""

import pytest

from shoptalk.reading.nodes import Listing, Mapping, Scalar
from shoptalk.reading.source import Source, Span

MIXED = """\
---
name: Noor 👩‍🚀 Haddad
title:\t"Head \\"of\\" bread"  # her words
organization: 'O''Neil 🥖'
alias: |
  The baker
  of the harbour
questions:
  - Why 😀 did you move?
  - ask: 'What: came next?'
    topic: the sea
    personal: yes
  - {ask: Why, topic: bread}
learnings: [To wait 🕰, "To \\u0077ait"]
applications:
- do: Wait
  by: 2026-12-01
research: She reads
  the old tickets
tags: [sea, 王小明]
---

## Why 😀 did you move?

For the *sea*.
"""
LINE_ENDS = {"unix": "\n", "windows": "\r\n", "old mac": "\r"}


@pytest.fixture(params=LINE_ENDS.values(), ids=LINE_ENDS)
def interview(request, read):
    reading = read(MIXED.replace("\n", request.param))
    assert reading.findings == []
    return reading.interview


def at(interview, path):
    """The text at a path's span."""
    span = interview.span(path)
    return interview.source.text[span.start : span.end]


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("name", "Noor 👩‍🚀 Haddad"),
        ("title", '"Head \\"of\\" bread"'),
        ("organization", "'O''Neil 🥖'"),
        ("research", "She reads\n  the old tickets"),
        ("questions[0]", "Why 😀 did you move?"),
        ("questions[1].ask", "'What: came next?'"),
        ("questions[1].topic", "the sea"),
        ("questions[1].personal", "yes"),
        ("questions[2]", "{ask: Why, topic: bread}"),
        ("questions[2].topic", "bread"),
        ("learnings[0]", "To wait 🕰"),
        ("learnings[1]", '"To \\u0077ait"'),
        ("applications[0].by", "2026-12-01"),
        ("tags[1]", "王小明"),
    ],
)
def test_span_holds_what_is_written(interview, path, written):
    assert at(interview, path) == written


@pytest.mark.parametrize(
    ("path", "same_as"),
    [
        ("questions[0].topic", "questions[0]"),
        ("questions[7]", "questions"),
        ("questions[7].topic", "questions"),
        ("name[0]", "name"),
    ],
)
def test_what_is_not_there_is_placed_at_the_nearest_that_is(interview, path, same_as):
    assert interview.span(path) == interview.span(same_as)


@pytest.mark.parametrize("path", ["industry", "consent.on", "", "???"])
def test_without_any_such_key_the_first_line_is_the_place(interview, path):
    place = interview.place(path)
    assert (place.line, place.column, place.width, place.source_line) == (1, 1, 3, "---")


def test_place_counts_characters_from_one(interview):
    place = interview.place("questions[1].topic")
    assert (place.path, place.line, place.column, place.width) == ("ada.md", 11, 12, 7)
    assert place.source_line == "    topic: the sea"


def test_place_ends_with_its_line(interview):
    place = interview.place("research")
    assert place.source_line == "research: She reads"
    assert place.source_line[place.column - 1 :][: place.width] == "She reads"


def test_section_spans(interview):
    [section] = interview.body.sections
    text = interview.source.text
    assert text[slice(*section.heading_span)] == "## Why 😀 did you move?\n"
    assert interview.body.text_of(section) == "For the *sea*."
    assert interview.questions[0].answer is section


def scalars_of(node):
    """Every scalar of a tree, keys included."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Listing):
        for item in node.items:
            yield from scalars_of(item)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from scalars_of(value)


def test_every_plain_scalar_stands_at_its_span(interview):
    found = list(scalars_of(interview.front_matter))
    assert len(found) > 30
    for scalar in found:
        written = interview.source.text[scalar.start : scalar.end]
        if not scalar.style:
            assert " ".join(written.split()) == scalar.text
        else:
            assert written[0] == scalar.style


def test_items_that_say_nothing_do_not_shift_the_others(read_keys):
    interview = read_keys(
        "questions:\n  - ''\n  - Why?\n  -\n  - topic: x\n  - How?\ntags: ['', sea]"
    ).interview
    assert [question.ask for question in interview.questions] == ["Why?", "How?"]
    assert at(interview, "questions[0]") == "Why?"
    assert at(interview, "questions[1]") == "How?"
    assert at(interview, "tags[0]") == "sea"


REPAIRED = {
    "a colon": ("title: Lead: data", "title", "Lead: data"),
    "a colon before a comment": ("title: Lead: data  # now", "title", "Lead: data"),
    "an item with a colon": ("questions:\n  - 'a' and: b", "questions[0]", "'a' and: b"),
    "no space": ("title:Baker", "title", "Baker"),
    "no colon": ("title Baker", "title", "Baker"),
    "an unclosed quote": ('title: "Baker', "title", '"Baker'),
    "wrong indentation": ("   title: Baker", "title", "Baker"),
    "a tab": ("questions:\n\t- Why?\n\t- How?", "questions[1]", "How?"),
    "two keys on a line": ("title: A b. industry: Food", "industry", "Food"),
    "the first of two keys": ("title: A b. industry: Food", "title", "A b."),
    "a later line": ('title: "Baker\nindustry: Food', "industry", "Food"),
    "an item on a later line": (
        "title: A: b\nquestions:\n  - ask: Why?\n    topic: 🥖 x",
        "questions[0].topic",
        "🥖 x",
    ),
    "an escape": (r'title: "C:\Users"' + "\nindustry: Food", "title", r'"C:\Users"'),
    "a bracket": ("tags: [sea, bread\nindustry: Food", "tags[1]", "bread"),
    "a bullet": ("questions:\n  * Why?\n  * How?", "questions[1]", "How?"),
}


@pytest.mark.parametrize(("front_matter", "path", "written"), REPAIRED.values(), ids=REPAIRED)
def test_spans_after_a_repair_are_those_of_the_file(read_keys, front_matter, path, written):
    reading = read_keys(front_matter)
    assert reading.findings
    assert at(reading.interview, path) == written


def test_findings_below_a_repaired_line_stand_on_their_own_line(read_keys):
    reading = read_keys("title: A b. industry: Food\nalias: &x\norganization: !y Bread")
    assert [(f.check, f.place.line, f.place.column) for f in reading.findings] == [
        ("two-keys-on-one-line", 3, 13),
        ("yaml-alias", 4, 8),
        ("yaml-tag", 5, 15),
    ]


def test_source_lines():
    source = Source("x", "ab\ncd\n")
    assert source.line_starts == [0, 3, 6]
    assert [source.line_number(offset) for offset in (0, 2, 3, 5, 6, 9)] == [0, 0, 1, 1, 2, 2]
    assert [source.line(number) for number in (0, 1, 2, 3)] == ["ab", "cd", "", ""]


def test_place_of_a_span_without_width_is_one_wide():
    place = Source("x", "ab\ncd").place(Span(3, 3))
    assert (place.line, place.column, place.width) == (2, 1, 1)
