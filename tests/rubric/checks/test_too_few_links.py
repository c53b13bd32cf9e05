"""A field needs so many web addresses."""

import pytest
from one_check import hold, measured, messages, paths, rendered, said_of_rubric

MET = {
    "a link": (
        "too-few-links: {at_least: 1}",
        "",
        "[a](https://example.org)",
    ),
    "each kind": (
        "too-few-links: {at_least: 4}",
        "",
        (
            "[a](https://example.org/a) <http://example.org/b> https://example.org/c.\n"
            "\n[d]\n\n[d]: https://example.org/d"
        ),
    ),
    "in a list": (
        "too-few-links: {at_least: 1}",
        "",
        "1. a\n    - https://example.org/deep",
    ),
    "research": (
        "too-few-links: {field: research}",
        "research: Read https://example.org/talk first.",
        "Text.",
    ),
    "items": (
        "too-few-links: {field: learnings, at_least: 2}",
        "learnings: ['https://example.org/a', 'b (https://example.org/b)']",
        "Text.",
    ),
    "an own key": (
        "too-few-links: {field: x-sources}",
        "x-sources: [https://example.org]",
        "Text.",
    ),
    "the person": (
        "too-few-links: {field: link}",
        "link: https://example.org",
        "Text.",
    ),
    "Chinese": (
        "too-few-links: {at_least: 1}",
        "",
        "见 https://example.org/页面。",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "none": (
        "too-few-links: {at_least: 1}",
        "",
        "Text.",
        ["5: the text below the front matter has no links; the rubric asks for at least 1"],
    ),
    "one of two": (
        "too-few-links: {at_least: 2}",
        "",
        "[a](https://example.org)",
        ["5: the text below the front matter has 1 link; the rubric asks for at least 2"],
    ),
    "the same twice": (
        "too-few-links: {at_least: 2}",
        "",
        "[a](https://example.org/) and https://EXAMPLE.org.",
        ["5: the text below the front matter has 1 link; the rubric asks for at least 2"],
    ),
    "its text is its address": (
        "too-few-links: {at_least: 2}",
        "",
        "[https://example.org/a](https://example.org/a)",
        ["5: the text below the front matter has 1 link; the rubric asks for at least 2"],
    ),
    "code and comments": (
        "too-few-links: {at_least: 1}",
        "",
        (
            "`https://example.org`\n\n```\nhttps://example.org/a\n```\n"
            "\n    https://example.org/b\n\n<!-- https://example.org/c -->"
        ),
        ["5: the text below the front matter has no links; the rubric asks for at least 1"],
    ),
    "files and mail": (
        "too-few-links: {at_least: 1}",
        "",
        "[a](a.pdf) <ada@example.org>",
        ["5: the text below the front matter has no links; the rubric asks for at least 1"],
    ),
    "no text": (
        "too-few-links: {at_least: 1}",
        "",
        "",
        ["3: the text below the front matter has no links; the rubric asks for at least 1"],
    ),
    "research": (
        "too-few-links: {field: research, at_least: 2}",
        "research: Read https://example.org.",
        "Text.",
        ["2: 'research' has 1 link; the rubric asks for at least 2"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "none": (
        "too-few-links: {at_least: 2}",
        "title: Baker",
        "I read her talk.",
        """\
ada.md:5:1: error: the text below the front matter has no links; the rubric asks for at least 2 \
[too-few-links]
  5 | I read her talk.
    | ^^^^^^^^^^^^^^^^
  help: link to 2 of what you mention""",
    ),
    "one": (
        "too-few-links: {at_least: 3}",
        "title: Baker",
        "I read [her talk](https://example.org).",
        """\
ada.md:5:1: error: the text below the front matter has 1 link; the rubric asks for at least 3 \
[too-few-links]
  5 | I read [her talk](https://example.org).
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: link to 2 more of what you mention""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "each address once": (
        "too-few-links: {at_least: 1}",
        "",
        "[a](https://example.org/a) [b](https://example.org/b) [c](https://example.org/a)",
        ["links[0]", "links[1]"],
    ),
    "items": (
        "too-few-links: {field: learnings}",
        "learnings: [a, https://example.org]",
        "Text.",
        ["learnings[1]"],
    ),
    "nothing": (
        "too-few-links: {at_least: 1}",
        "",
        "Text.",
        ["body"],
    ),
    "an absent field": (
        "too-few-links: {field: research}",
        "",
        "Text.",
        ["research"],
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "found"), EVIDENCE.values(), ids=EVIDENCE
)
def test_evidence(check, front_matter, body, found):
    assert paths(hold(check, front_matter, body)) == found


MEASURED = {
    "two": (
        "too-few-links: {at_least: 1}",
        "",
        "[a](https://example.org/a) https://example.org/b",
        2.0,
    ),
    "none": (
        "too-few-links: {at_least: 1}",
        "",
        "Text.",
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
        "too-few-links: {at_least: 0}",
        """\
rubric.yml:5:35: error: 'at_least' of the check 'too-few-links' is 0, so it asks for nothing \
[unsuitable-option]
  5 |       - too-few-links: {at_least: 0}
    |                                   ^
  help: correct the value""",
    ),
    "no text": (
        "too-few-links: {field: minutes}",
        """\
rubric.yml:5:32: error: the check 'too-few-links' cannot be used on 'minutes' [unsuitable-field]
  5 |       - too-few-links: {field: minutes}
    |                                ^^^^^^^
  help: choose one of body, link, questions, planned, learnings, applications, referrals, path, \
tags, name, title, organization, industry, relation, alias, description, research, before, after, \
x-…""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
