"""A conversation must take so long."""

import pytest
from one_check import hold, measured, messages, paths, rendered, said_of_rubric

MET = {
    "the least": (
        "minutes-outside-range: {at_least: 20, at_most: 45}",
        "minutes: 20",
        "Text.",
    ),
    "the most": (
        "minutes-outside-range: {at_least: 20, at_most: 45}",
        "minutes: 45",
        "Text.",
    ),
    "any": (
        "minutes-outside-range",
        "minutes: 1",
        "Text.",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "too short": (
        "minutes-outside-range: {at_least: 20}",
        "minutes: 19",
        "Text.",
        ["2: the conversation took 19 minutes; the rubric asks for at least 20 minutes"],
    ),
    "one minute": (
        "minutes-outside-range: {at_least: 20, at_most: 45}",
        "minutes: 1",
        "Text.",
        ["2: the conversation took 1 minute; the rubric asks for 20 to 45 minutes"],
    ),
    "too long": (
        "minutes-outside-range: {at_most: 45}",
        "minutes: 46",
        "Text.",
        ["2: the conversation took 46 minutes; the rubric asks for at most 45 minutes"],
    ),
    "missing": (
        "minutes-outside-range: {at_least: 20, at_most: 45}",
        "title: Baker",
        "Text.",
        ["1: 'minutes' is missing; the rubric asks for 20 to 45 minutes"],
    ),
    "missing, whatever it is": (
        "minutes-outside-range",
        "minutes:",
        "Text.",
        ["2: 'minutes' is missing; the rubric asks for at least 1 minute"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "too short": (
        "minutes-outside-range: {at_least: 20, at_most: 45}",
        "minutes: 10",
        "Text.",
        """\
ada.md:2:10: error: the conversation took 10 minutes; the rubric asks for 20 to 45 minutes \
[minutes-outside-range]
  2 | minutes: 10
    |          ^^
  help: leave the number as it is if it is true, and plan the next conversation for that time""",
    ),
    "missing": (
        "minutes-outside-range: {at_least: 20}",
        "title: Baker",
        "Text.",
        """\
ada.md:1:1: error: 'minutes' is missing; the rubric asks for at least 20 minutes \
[minutes-outside-range]
  1 | ---
    | ^^^
  help: write down how long you talked:
    | minutes: …""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "the minutes": (
        "minutes-outside-range: {at_least: 20}",
        "minutes: 10",
        "Text.",
        ["minutes"],
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "found"), EVIDENCE.values(), ids=EVIDENCE
)
def test_evidence(check, front_matter, body, found):
    assert paths(hold(check, front_matter, body)) == found


MEASURED = {
    "the minutes": (
        "minutes-outside-range: {at_least: 20}",
        "minutes: 10",
        "Text.",
        10.0,
    ),
    "missing": (
        "minutes-outside-range: {at_least: 20}",
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
    "no time": (
        "minutes-outside-range: {at_most: 0}",
        """\
rubric.yml:5:42: error: 'at_most' of the check 'minutes-outside-range' is 0, and no conversation \
takes no time [unsuitable-option]
  5 |       - minutes-outside-range: {at_most: 0}
    |                                          ^
  help: correct the value""",
    ),
    "more than a day": (
        "minutes-outside-range: {at_least: 1441}",
        """\
rubric.yml:5:43: error: 'at_least' of the check 'minutes-outside-range' is more than a day (1440 \
minutes) [unsuitable-option]
  5 |       - minutes-outside-range: {at_least: 1441}
    |                                           ^^^^
  help: correct the value""",
    ),
    "above what is allowed": (
        "minutes-outside-range: {at_least: 45, at_most: 30}",
        """\
rubric.yml:5:43: error: at_least: 45 is more than at_most: 30 [crossed-limits]
  5 |       - minutes-outside-range: {at_least: 45, at_most: 30}
    |                                           ^^
  help: exchange the two, or correct one of them""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
