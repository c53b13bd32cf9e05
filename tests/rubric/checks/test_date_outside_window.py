"""A day must lie within a time."""

import pytest
from one_check import hold, messages, paths, rendered, said_of_rubric

MET = {
    "the first day": (
        "date-outside-window: {earliest: 2026-09-01, latest: 2026-12-18}",
        "date: 2026-09-01",
        "Text.",
    ),
    "the last day": (
        "date-outside-window: {earliest: 2026-09-01, latest: 2026-10-14}",
        "date: 2026-10-14",
        "Text.",
    ),
    "with a time": (
        "date-outside-window: {earliest: 2026-09-01, latest: 2026-12-18, field: thanked}",
        "thanked: 2026-10-14T18:30",
        "Text.",
    ),
    "an own key": (
        "date-outside-window: {earliest: 2026-09-01, latest: 2026-12-18, field: x-sent}",
        "x-sent: 2026-10-14",
        "Text.",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "too early": (
        "date-outside-window: {earliest: 2026-09-01, latest: 2026-12-18}",
        "date: 2026-08-31",
        "Text.",
        ["2: 'date' is 2026-08-31; the rubric asks for a day from 2026-09-01 to 2026-12-18"],
    ),
    "too late": (
        "date-outside-window: {earliest: 2026-09-01, latest: 2026-10-01}",
        "date: 2026-10-02",
        "Text.",
        ["2: 'date' is 2026-10-02; the rubric asks for a day from 2026-09-01 to 2026-10-01"],
    ),
    "missing": (
        "date-outside-window: {earliest: 2026-09-01, latest: 2026-12-18}",
        "title: Baker",
        "Text.",
        ["1: 'date' is missing; the rubric asks for a day from 2026-09-01 to 2026-12-18"],
    ),
    "never thanked": (
        "date-outside-window: {earliest: 2026-09-01, latest: 2026-12-18, field: thanked}",
        "thanked: false",
        "Text.",
        ["2: 'thanked' is missing; the rubric asks for a day from 2026-09-01 to 2026-12-18"],
    ),
    "an own key": (
        "date-outside-window: {earliest: 2026-09-01, latest: 2026-12-18, field: x-sent}",
        "x-sent: 2025-10-14T10:00",
        "Text.",
        ["2: 'x-sent' is 2025-10-14; the rubric asks for a day from 2026-09-01 to 2026-12-18"],
    ),
    "an own key that is no day": (
        "date-outside-window: {earliest: 2026-09-01, latest: 2026-12-18, field: x-sent}",
        "x-sent: soon",
        "Text.",
        [
            (
                "2: 'x-sent' is 'soon', which is no day; the rubric asks for a day from "
                "2026-09-01 to 2026-12-18"
            )
        ],
    ),
    "two days under an own key": (
        "date-outside-window: {earliest: 2026-09-01, latest: 2026-12-18, field: x-sent}",
        "x-sent: [2025-10-14, 2026-10-14, 2024-10-14]",
        "Text.",
        [
            "2: 'x-sent' is 2025-10-14; the rubric asks for a day from 2026-09-01 to 2026-12-18",
            "2: 'x-sent' is 2024-10-14; the rubric asks for a day from 2026-09-01 to 2026-12-18",
        ],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "too early": (
        "date-outside-window: {earliest: 2026-09-01, latest: 2026-12-18}",
        "date: 2026-08-31",
        "Text.",
        """\
ada.md:2:7: error: 'date' is 2026-08-31; the rubric asks for a day from 2026-09-01 to 2026-12-18 \
[date-outside-window]
  2 | date: 2026-08-31
    |       ^^^^^^^^^^
  help: correct the day if it is a slip; else it does not count for this course""",
    ),
    "missing": (
        "date-outside-window: {earliest: 2026-09-01, latest: 2026-12-18}",
        "title: Baker",
        "Text.",
        """\
ada.md:1:1: error: 'date' is missing; the rubric asks for a day from 2026-09-01 to 2026-12-18 \
[date-outside-window]
  1 | ---
    | ^^^
  help: add it to the front matter:
    | date: YYYY-MM-DD""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "the day": (
        "date-outside-window: {earliest: 2026-09-01, latest: 2026-12-18}",
        "date: 2026-10-14",
        "Text.",
        ["date"],
    ),
    "another": (
        "date-outside-window: {earliest: 2026-09-01, latest: 2026-12-18, field: thanked}",
        "",
        "Text.",
        ["thanked"],
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "found"), EVIDENCE.values(), ids=EVIDENCE
)
def test_evidence(check, front_matter, body, found):
    assert paths(hold(check, front_matter, body)) == found


UNSUITABLE = {
    "ends before it begins": (
        "date-outside-window: {earliest: 2026-12-18, latest: 2026-09-01}",
        """\
rubric.yml:5:41: error: 'earliest' of the check 'date-outside-window' is after latest \
(2026-09-01), so no day could be right [unsuitable-option]
  5 |       - date-outside-window: {earliest: 2026-12-18, latest: 2026-09-01}
    |                                         ^^^^^^^^^^
  help: correct the value""",
    ),
    "no day": (
        "date-outside-window: {field: minutes, earliest: 2026-09-01, latest: 2026-12-18}",
        """\
rubric.yml:5:38: error: the check 'date-outside-window' cannot be used on 'minutes' \
[unsuitable-field]
  5 |       - date-outside-window: {field: minutes, earliest: 2026-09-01, latest: 2026-12-18}
    |                                      ^^^^^^^
  help: choose one of date, thanked, x-…""",
    ),
    "no end": (
        "date-outside-window: {earliest: 2026-09-01}",
        """\
rubric.yml:5:30: error: the check 'date-outside-window' needs the option 'latest' \
[missing-option]
  5 |       - date-outside-window: {earliest: 2026-09-01}
    |                              ^^^^^^^^^^^^^^^^^^^^^^
  help: add it:
    |       - date-outside-window: {latest: …, earliest: 2026-09-01}""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
