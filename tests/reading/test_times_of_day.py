"""Times of day as people write them: corrected only where one time alone can be meant."""

import pytest

from shoptalk.reading.times_of_day import time_meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (" 5pm", "17:00"),
        (" at 5 p.m.", "17:00"),
        (", 5:30 PM", "17:30"),
        ("T11am", "11:00"),
        (" 12am", "00:00"),
        (" 12 pm", "12:00"),
        (" 17.00", "17:00"),
        (" 17h30", "17:30"),
        (" 17 Uhr", "17:00"),
        (" 09.15", "09:15"),
        (" noon", "12:00"),
    ],
)
def test_one_time(written: str, meant: str):
    assert time_meant(written) == meant


@pytest.mark.parametrize(
    "written", ["", " 5", " 5:30", " 13pm", " 0am", " 25:00", " 17:60", " late", " 17:00 CET"]
)
def test_more_than_one_time_or_none(written: str):
    assert time_meant(written) == ""
