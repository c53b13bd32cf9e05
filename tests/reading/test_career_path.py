"""The years of a step of a career, and what becomes of a step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shoptalk.reading.career_path import PathStep, Years, parse_years

YEAR = st.integers(1900, 2099)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2015", Years(2015, 2015)),
        ("2015-2019", Years(2015, 2019)),
        ("2015\u20132019", Years(2015, 2019)),
        ("2015 \u2013 2019", Years(2015, 2019)),
        ("2015-", Years(2015, None)),
        ("2015-now", Years(2015, None)),
        ("2015\u2013now", Years(2015, None)),
        ("2019-2015", Years(2019, 2015)),
        ("15-19", None),
        ("1815", None),
        ("2015-2019-2021", None),
        ("20155", None),
        ("\u0662\u0660\u0661\u0665", None),
        ("now", None),
        ("", None),
    ],
)
def test_years(text: str, years: Years | None):
    assert parse_years(text) == years


@given(YEAR, YEAR | st.none(), st.sampled_from(["-", "\u2013", " - "]))
def test_years_are_read_as_they_are_written(start: int, end: int | None, dash: str):
    assert parse_years(f"{start}{dash}{end or 'now'}") == Years(start, end)


def test_a_step(read_keys):
    made = read_keys(
        "path:\n  - {years: 2015-2019, role: Nurse, organization: County Hospital}\n"
        "  - {years: 2019 to 2020, role: Nobody}\n"
        "  - years: 2020-\n    role: Data Engineer"
    )
    assert made.interview.path == (
        PathStep("Nurse", 2015, 2019, "County Hospital"),
        PathStep("Data Engineer", 2020, None),
    )
    assert made.interview.line("path[1].role") == 7


def test_steps_are_in_the_order_of_their_years(read_keys):
    made = read_keys(
        "path:\n  - {years: 2020-now, role: Pensioner}\n  - {years: 1980-2020, role: Apprentice}"
    )
    assert [step.role for step in made.interview.path] == ["Apprentice", "Pensioner"]
    assert made.interview.line("path[0].role") == 5


def test_a_step_that_is_still_to_come_is_left_out(read_keys):
    made = read_keys("path:\n  - {years: 2099-now, role: A}\n  - {years: 2015-2030, role: B}")
    assert made.interview.path == ()


def test_before_and_after_have_paragraphs(read_keys):
    made = read_keys("before: One.\nafter: |\n  Two.\n\n  Three: four.")
    assert (made.interview.before, made.interview.after) == ("One.", "Two.\n\nThree: four.")
    assert made.findings == []


def test_a_learning_names_one_person_or_several(read_keys):
    made = read_keys(
        "learnings:\n  - learned: It is work.\n    agrees_with: Ann Lee\n"
        "    differs_from: [Bea Holt, 2026/a-nurse]"
    )
    [learning] = made.interview.learnings
    assert learning.agrees_with == ("Ann Lee",)
    assert learning.differs_from == ("Bea Holt", "2026/a-nurse")
    place = made.interview.place("learnings[0].differs_from[1]")
    assert (place.line, place.column, place.width) == (6, 30, 12)
    beyond = made.interview.place("learnings[0].differs_from[2]")
    assert (beyond.line, beyond.column) == (6, 19)
