"""A text must match a pattern."""

import pytest
from one_check import hold, messages, paths, rendered, said_of_rubric

MET = {
    "it is found anywhere": (
        "mismatched-text: {field: link, pattern: 'example\\.org'}",
        "link: https://www.example.org/ada",
        "Text.",
    ),
    "each item": (
        "mismatched-text: {field: questions, pattern: '[?]$'}",
        "questions: ['Why?', 'How?']",
        "Text.",
    ),
    "an own key": (
        "mismatched-text: {field: x-group, pattern: '^[A-D][1-4]$'}",
        "x-group: B3",
        "Text.",
    ),
    "the body": (
        "mismatched-text: {field: body, pattern: '(?m)^Signed: '}",
        "title: Baker",
        "Text.\n\nSigned: Ada",
    ),
    "a Chinese text": (
        "mismatched-text: {field: title, pattern: '^[一-鿿]+$'}",
        "title: 数据工程师",
        "Text.",
    ),
    "an Arabic text": (
        "mismatched-text: {field: title, pattern: 'مهندس'}",
        "title: مهندس بيانات",
        "Text.",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "an absent field": (
        "mismatched-text: {field: link, pattern: 'x'}",
        "title: Baker",
        "Text.",
        ["1: 'link' is missing; the rubric asks for a text that matches 'x'"],
    ),
    "an empty list": (
        "mismatched-text: {field: tags, pattern: 'x'}",
        "tags: []",
        "Text.",
        ["2: 'tags' is missing; the rubric asks for a text that matches 'x'"],
    ),
    "another text": (
        "mismatched-text: {field: link, pattern: '^https://www\\.'}",
        "link: https://example.org/ada",
        "Text.",
        [
            (
                "2: 'link' has 'https://example.org/ada', which does not match the rubric's "
                "pattern '^https://www\\.'"
            )
        ],
    ),
    "two of three items": (
        "mismatched-text: {field: tags, pattern: '^[a-z]+$'}",
        "tags:\n  - sea\n  - Big Data\n  - ABC",
        "Text.",
        [
            "4: 'tags' has 'Big Data', which does not match the rubric's pattern '^[a-z]+$'",
            "5: 'tags' has 'ABC', which does not match the rubric's pattern '^[a-z]+$'",
        ],
    ),
    "an item of an own list": (
        "mismatched-text: {field: x-group, pattern: '^[A-D]$'}",
        "x-group:\n  - A\n  - Z",
        "Text.",
        ["4: 'x-group' has 'Z', which does not match the rubric's pattern '^[A-D]$'"],
    ),
    "another script": (
        "mismatched-text: {field: title, pattern: '^[A-Za-z ]+$'}",
        "title: 数据工程师",
        "Text.",
        ["2: 'title' has '数据工程师', which does not match the rubric's pattern '^[A-Za-z ]+$'"],
    ),
    "the body": (
        "mismatched-text: {field: body, pattern: '^Signed: '}",
        "title: Baker",
        "Nothing.\n\nSigned: Ada",
        ["5: the text below the front matter does not match the rubric's pattern '^Signed:'"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "a link": (
        "mismatched-text: {field: link, pattern: '^https://www\\.'}",
        "link: https://example.org/ada",
        "Text.",
        """\
ada.md:2:7: error: 'link' has 'https://example.org/ada', which does not match the rubric's \
pattern '^https://www\\.' [mismatched-text]
  2 | link: https://example.org/ada
    |       ^^^^^^^^^^^^^^^^^^^^^^^
  help: write it in the form that the course asks for""",
    ),
    "the body": (
        "mismatched-text: {field: body, pattern: 'Signed: '}",
        "title: Baker",
        "Nothing is signed.",
        """\
ada.md:5:1: error: the text below the front matter does not match the rubric's pattern 'Signed:' \
[mismatched-text]
  5 | Nothing is signed.
    | ^^^^^^^^^^^^^^^^^^
  help: write it in the form that the course asks for""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "a text": (
        "mismatched-text: {field: title, pattern: x}",
        "title: Baker",
        "Text.",
        ["title"],
    ),
    "each item": (
        "mismatched-text: {field: x-a, pattern: x}",
        "x-a: [x, y]",
        "Text.",
        ["x-a[0]", "x-a[1]"],
    ),
    "nothing": (
        "mismatched-text: {field: link, pattern: x}",
        "title: Baker",
        "Text.",
        ["link"],
    ),
    "the body": (
        "mismatched-text: {field: body, pattern: x}",
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


UNSUITABLE = {
    "no regular expression": (
        "mismatched-text: {field: link, pattern: 'https://(example.org'}",
        """\
rubric.yml:5:49: error: 'pattern' of the check 'mismatched-text' is no regular expression: \
missing ), unterminated subpattern at character 9 [unsuitable-option]
  5 |       - mismatched-text: {field: link, pattern: 'https://(example.org'}
    |                                                 ^^^^^^^^^^^^^^^^^^^^^^
  help: correct the value""",
    ),
    "nothing to repeat": (
        "mismatched-text: {field: link, pattern: '*.org'}",
        """\
rubric.yml:5:49: error: 'pattern' of the check 'mismatched-text' is no regular expression: \
nothing to repeat at character 1 [unsuitable-option]
  5 |       - mismatched-text: {field: link, pattern: '*.org'}
    |                                                 ^^^^^^^
  help: correct the value""",
    ),
    "too large": (
        "mismatched-text: {field: link, pattern: 'a{99999999999}'}",
        """\
rubric.yml:5:49: error: 'pattern' of the check 'mismatched-text' is a regular expression that is \
too large [unsuitable-option]
  5 |       - mismatched-text: {field: link, pattern: 'a{99999999999}'}
    |                                                 ^^^^^^^^^^^^^^^^
  help: correct the value""",
    ),
    "no such field": (
        "mismatched-text: {field: date, pattern: x}",
        """\
rubric.yml:5:34: error: the check 'mismatched-text' cannot be used on 'date' [unsuitable-field]
  5 |       - mismatched-text: {field: date, pattern: x}
    |                                  ^^^^
  help: choose one of name, title, organization, industry, relation, alias, description, \
research, before, after, questions, planned, learnings, applications, referrals, path, tags, \
format, route, link, x-…, body""",
    ),
    "no pattern": (
        "mismatched-text: {field: link}",
        """\
rubric.yml:5:26: error: the check 'mismatched-text' needs the option 'pattern' [missing-option]
  5 |       - mismatched-text: {field: link}
    |                          ^^^^^^^^^^^^^
  help: add it:
    |       - mismatched-text: {pattern: …, field: link}""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text


def test_a_doubtful_pattern_prints_no_warning_of_python():
    assert (
        messages(hold("mismatched-text: {field: title, pattern: '[[a-z]'}", "title: baker")) == []
    )
