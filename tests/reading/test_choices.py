"""Which choice is meant: never the opposite of what was written."""

import pytest

from shoptalk.outreach.request import Answer, Channel
from shoptalk.reading.choices import choice_meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("refused", "declined"),
        ("Rejected", "declined"),
        ("no", "declined"),
        ("False", "declined"),
        ("not accepted", "declined"),
        ("turned_down", "declined"),
        ("YES", "accepted"),
        ("true", "accepted"),
        ("acepted", "accepted"),
        ("refered", "referred"),
        ("unaccepted", ""),
        ("not referred", ""),
        ("perhaps", ""),
    ],
)
def test_answers(written: str, meant: str):
    assert choice_meant(written, tuple(Answer)) == meant


def test_a_word_means_nothing_where_its_choice_is_not_there():
    assert choice_meant("no", tuple(Channel)) == ""
    assert choice_meant("In Person", tuple(Channel)) == "in-person"
