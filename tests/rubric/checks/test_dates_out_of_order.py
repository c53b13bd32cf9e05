"""Days that must follow one another."""

import pytest
from one_check import hold, messages, paths, rendered, said_of_rubric

MET = {
    "in order": (
        "dates-out-of-order: {fields: [date, thanked, applications]}",
        "date: 2026-10-14\nthanked: 2026-10-15\napplications: [{do: bake, by: 2026-11-30}]",
        "Text.",
    ),
    "the same day": (
        "dates-out-of-order: {fields: [date, thanked]}",
        "date: 2026-10-14\nthanked: 2026-10-14T18:30",
        "Text.",
    ),
    "missing ones": (
        "dates-out-of-order: {fields: [date, thanked, applications]}",
        "thanked: 2026-10-14\napplications: [bake]",
        "Text.",
    ),
    "none": (
        "dates-out-of-order: {fields: [date, thanked]}",
        "title: Baker",
        "Text.",
    ),
    "an own key that is no day": (
        "dates-out-of-order: {fields: [x-sent, date]}",
        "x-sent: soon\ndate: 2026-10-14",
        "Text.",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "thanked before": (
        "dates-out-of-order: {fields: [date, thanked]}",
        "date: 2026-10-14\nthanked: 2026-10-12",
        "Text.",
        ["3: 'thanked' is 2026-10-12, which is before 'date' (2026-10-14)"],
    ),
    "across one that is missing": (
        "dates-out-of-order: {fields: [x-sent, date, thanked]}",
        "x-sent: 2026-10-14\nthanked: 2026-10-12",
        "Text.",
        ["3: 'thanked' is 2026-10-12, which is before 'x-sent' (2026-10-14)"],
    ),
    "several": (
        "dates-out-of-order: {fields: [date, thanked, applications]}",
        (
            "date: 2026-10-14\nthanked: 2026-10-12\napplications:\n  - do: bake\n"
            "    by: 2026-10-13\n  - do: sell\n    by: 2026-11-13\n  - do: rest\n"
            "    by: 2026-10-01"
        ),
        "Text.",
        [
            "3: 'thanked' is 2026-10-12, which is before 'date' (2026-10-14)",
            "6: 'by' of an application is 2026-10-13, which is before 'date' (2026-10-14)",
            "10: 'by' of an application is 2026-10-01, which is before 'date' (2026-10-14)",
        ],
    ),
    "not before the last of several": (
        "dates-out-of-order: {fields: [applications, date]}",
        (
            "applications:\n  - {do: bake, by: 2026-09-01}\n"
            "  - {do: sell, by: 2026-10-20}\ndate: 2026-10-14"
        ),
        "Text.",
        ["5: 'date' is 2026-10-14, which is before 'by' of an application (2026-10-20)"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "thanked before": (
        "dates-out-of-order: {fields: [date, thanked]}",
        "date: 2026-10-14\nthanked: 2026-10-12",
        "Text.",
        """\
ada.md:3:10: error: 'thanked' is 2026-10-12, which is before 'date' (2026-10-14) \
[dates-out-of-order]
  3 | thanked: 2026-10-12
    |          ^^^^^^^^^^
  help: correct the one that is a slip""",
    ),
    "an application": (
        "dates-out-of-order: {fields: [date, applications]}",
        "date: 2026-10-14\napplications:\n  - do: bake\n    by: 2026-10-12",
        "Text.",
        """\
ada.md:5:9: error: 'by' of an application is 2026-10-12, which is before 'date' (2026-10-14) \
[dates-out-of-order]
  5 |     by: 2026-10-12
    |         ^^^^^^^^^^
  help: correct the one that is a slip""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "those given": (
        "dates-out-of-order: {fields: [date, thanked, applications]}",
        "date: 2026-10-14\napplications: [bake, {do: sell, by: 2026-11-01}]",
        "Text.",
        ["date", "applications[1].by"],
    ),
    "none": (
        "dates-out-of-order: {fields: [date, thanked]}",
        "",
        "Text.",
        ["date", "thanked"],
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "found"), EVIDENCE.values(), ids=EVIDENCE
)
def test_evidence(check, front_matter, body, found):
    assert paths(hold(check, front_matter, body)) == found


UNSUITABLE = {
    "one field": (
        "dates-out-of-order: {fields: [date]}",
        """\
rubric.yml:5:38: error: 'fields' of the check 'dates-out-of-order' needs two fields or more to \
compare [unsuitable-option]
  5 |       - dates-out-of-order: {fields: [date]}
    |                                      ^^^^^^
  help: correct the value""",
    ),
    "no fields": (
        "dates-out-of-order: {fields: []}",
        """\
rubric.yml:5:38: error: 'dates-out-of-order: fields' is empty [empty-value]
  5 |       - dates-out-of-order: {fields: []}
    |                                      ^^
  help: fill it in, or delete the line""",
    ),
    "no day": (
        "dates-out-of-order: {fields: [date, minutes]}",
        """\
rubric.yml:5:38: error: 'fields' of the check 'dates-out-of-order' has 'minutes', which is no \
day; choose from date, thanked, applications, x-… [unsuitable-option]
  5 |       - dates-out-of-order: {fields: [date, minutes]}
    |                                      ^^^^^^^^^^^^^^^
  help: correct the value""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
