"""A field must hold one of several values."""

import pytest
from one_check import hold, messages, paths, rendered, said_of_rubric

MET = {
    "one of them": (
        "unexpected-value: {field: format, values: [video, in-person]}",
        "format: video",
        "Text.",
    ),
    "written otherwise": (
        "unexpected-value: {field: industry, values: [Health Care]}",
        "industry: health-care",
        "Text.",
    ),
    "each item": (
        "unexpected-value: {field: tags, values: [sea, bread]}",
        "tags: [bread, Sea]",
        "Text.",
    ),
    "an own key": (
        "unexpected-value: {field: x-again, values: ['yes', 'no']}",
        "x-again: 'Yes'",
        "Text.",
    ),
    "Chinese": (
        "unexpected-value: {field: industry, values: [医疗]}",
        "industry: 医疗",
        "Text.",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "an absent field": (
        "unexpected-value: {field: industry, values: [Food]}",
        "title: Baker",
        "Text.",
        ["1: 'industry' is missing; the rubric accepts only Food"],
    ),
    "an empty field": (
        "unexpected-value: {field: industry, values: [Food]}",
        "industry:",
        "Text.",
        ["2: 'industry' is missing; the rubric accepts only Food"],
    ),
    "another value": (
        "unexpected-value: {field: format, values: [video, in-person]}",
        "format: phone",
        "Text.",
        ["2: 'format' has 'phone'; the rubric accepts video, in-person"],
    ),
    "only one is right": (
        "unexpected-value: {field: industry, values: [Food]}",
        "industry: Law",
        "Text.",
        ["2: 'industry' has 'Law'; the rubric accepts only Food"],
    ),
    "a longer value": (
        "unexpected-value: {field: industry, values: [Food]}",
        "industry: Food and drink",
        "Text.",
        ["2: 'industry' has 'Food and drink'; the rubric accepts only Food"],
    ),
    "two items": (
        "unexpected-value: {field: tags, values: [sea]}",
        "tags:\n  - sky\n  - sea\n  - land",
        "Text.",
        [
            "3: 'tags' has 'sky'; the rubric accepts only sea",
            "5: 'tags' has 'land'; the rubric accepts only sea",
        ],
    ),
    "two own values": (
        "unexpected-value: {field: x-kind, values: [A, B]}",
        "x-kind: [C, A, D]",
        "Text.",
        [
            "2: 'x-kind' has 'C'; the rubric accepts A, B",
            "2: 'x-kind' has 'D'; the rubric accepts A, B",
        ],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "nothing near": (
        "unexpected-value: {field: format, values: [video, in-person]}",
        "format: phone",
        "Text.",
        """\
ada.md:2:9: error: 'format' has 'phone'; the rubric accepts video, in-person [unexpected-value]
  2 | format: phone
    |         ^^^^^
  help: write the one of these that fits best""",
    ),
    "a near one": (
        "unexpected-value: {field: industry, values: [Healthcare, Education]}",
        "industry: Health cares",
        "Text.",
        """\
ada.md:2:11: error: 'industry' has 'Health cares'; the rubric accepts Healthcare, Education \
[unexpected-value]
  2 | industry: Health cares
    |           ^^^^^^^^^^^^
  help: write it like this:
    | industry: Healthcare""",
    ),
    "a near item": (
        "unexpected-value: {field: tags, values: [bread, sea]}",
        "tags:\n  - breads",
        "Text.",
        """\
ada.md:3:5: error: 'tags' has 'breads'; the rubric accepts bread, sea [unexpected-value]
  3 |   - breads
    |     ^^^^^^
  help: write 'bread' instead""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "a text": (
        "unexpected-value: {field: format, values: [video]}",
        "format: video",
        "Text.",
        ["format"],
    ),
    "each item": (
        "unexpected-value: {field: tags, values: [a]}",
        "tags: [a, b]",
        "Text.",
        ["tags[0]", "tags[1]"],
    ),
    "nothing": (
        "unexpected-value: {field: format, values: [video]}",
        "title: Baker",
        "Text.",
        ["format"],
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "found"), EVIDENCE.values(), ids=EVIDENCE
)
def test_evidence(check, front_matter, body, found):
    assert paths(hold(check, front_matter, body)) == found


UNSUITABLE = {
    "no values": (
        "unexpected-value: {field: format, values: []}",
        """\
rubric.yml:5:51: error: 'unexpected-value: values' is empty [empty-value]
  5 |       - unexpected-value: {field: format, values: []}
    |                                                   ^^
  help: fill it in, or delete the line""",
    ),
    "the body": (
        "unexpected-value: {field: body, values: [x]}",
        """\
rubric.yml:5:35: error: the check 'unexpected-value' cannot be used on 'body' [unsuitable-field]
  5 |       - unexpected-value: {field: body, values: [x]}
    |                                   ^^^^
  help: choose one of name, title, organization, industry, relation, alias, description, \
research, before, after, questions, planned, learnings, applications, referrals, path, tags, \
format, route, link, x-…""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
