"""Thanks must come in time."""

import pytest
from one_check import hold, messages, paths, rendered, said_of_rubric

MET = {
    "the same day": (
        "late-thank-you",
        "date: 2026-10-14\nthanked: 2026-10-14",
        "Text.",
    ),
    "the next day": (
        "late-thank-you",
        "date: 2026-10-14\nthanked: 2026-10-15",
        "Text.",
    ),
    "the last minute": (
        "late-thank-you",
        "date: 2026-10-14\nthanked: 2026-10-15T23:59",
        "Text.",
    ),
    "half a day": (
        "late-thank-you: {hours: 12}",
        "date: 2026-10-14\nthanked: 2026-10-15T12:00",
        "Text.",
    ),
    "half a day, without a time": (
        "late-thank-you: {hours: 12}",
        "date: 2026-10-14\nthanked: 2026-10-15",
        "Text.",
    ),
    "three days": (
        "late-thank-you: {hours: 72}",
        "date: 2026-10-14\nthanked: 2026-10-17",
        "Text.",
    ),
    "another time zone": (
        "late-thank-you",
        "date: 2026-10-14\nthanked: 2026-10-15T09:00+02:00",
        "Text.",
    ),
    "no day of the conversation": (
        "late-thank-you",
        "thanked: 2026-10-15",
        "Text.",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "never": (
        "late-thank-you",
        "date: 2026-10-14",
        "Text.",
        ["1: 'thanked' is missing; the rubric asks for thanks within 24 hours"],
    ),
    "not yet": (
        "late-thank-you",
        "date: 2026-10-14\nthanked: false",
        "Text.",
        ["3: 'thanked' is missing; the rubric asks for thanks within 24 hours"],
    ),
    "two days after": (
        "late-thank-you",
        "date: 2026-10-14\nthanked: 2026-10-16",
        "Text.",
        [
            (
                "3: the thank-you came 2 days after the conversation; the rubric allows 24 "
                "hours from the end of its day"
            )
        ],
    ),
    "after midnight": (
        "late-thank-you",
        "date: 2026-10-14\nthanked: 2026-10-16T00:01",
        "Text.",
        [
            (
                "3: the thank-you came 2 days after the conversation; the rubric allows 24 "
                "hours from the end of its day"
            )
        ],
    ),
    "half a day": (
        "late-thank-you: {hours: 12}",
        "date: 2026-10-14\nthanked: 2026-10-15T12:01",
        "Text.",
        [
            (
                "3: the thank-you came 1 day after the conversation; the rubric allows 12 "
                "hours from the end of its day"
            )
        ],
    ),
    "one hour": (
        "late-thank-you: {hours: 1}",
        "date: 2026-10-14\nthanked: 2026-10-15T01:30",
        "Text.",
        [
            (
                "3: the thank-you came 1 day after the conversation; the rubric allows 1 hour "
                "from the end of its day"
            )
        ],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "never": (
        "late-thank-you",
        "title: Baker",
        "Text.",
        """\
ada.md:1:1: error: 'thanked' is missing; the rubric asks for thanks within 24 hours \
[late-thank-you]
  1 | ---
    | ^^^
  help: thank the person, and write down when:
    | thanked: YYYY-MM-DD""",
    ),
    "too late": (
        "late-thank-you: {hours: 48}",
        "date: 2026-10-14\nthanked: 2026-10-19",
        "Text.",
        """\
ada.md:3:10: error: the thank-you came 5 days after the conversation; the rubric allows 48 hours \
from the end of its day [late-thank-you]
  3 | thanked: 2026-10-19
    |          ^^^^^^^^^^
  help: correct the day if it is a slip; else write sooner next time""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "both days": (
        "late-thank-you",
        "date: 2026-10-14",
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
    "no time": (
        "late-thank-you: {hours: 0}",
        """\
rubric.yml:5:33: error: 'hours' of the check 'late-thank-you' is 0, so every thank-you on a \
later day would be late; give it some time [unsuitable-option]
  5 |       - late-thank-you: {hours: 0}
    |                                 ^
  help: correct the value""",
    ),
    "years": (
        "late-thank-you: {hours: 99999}",
        """\
rubric.yml:5:33: error: 'hours' of the check 'late-thank-you' is more than a year \
[unsuitable-option]
  5 |       - late-thank-you: {hours: 99999}
    |                                 ^^^^^
  help: correct the value""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
