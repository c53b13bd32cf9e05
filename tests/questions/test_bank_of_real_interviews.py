"""The bank of 300 real interviews with four fixed questions, of which three asked two as one."""

from datetime import date
from pathlib import Path

import pytest

from shoptalk.questions.bank import make_bank
from shoptalk.reading.corpus import read_corpus

INTERVIEWS = Path(__file__).parents[2].parent / "shared" / "corpus" / "interviews"
ASKED = {
    "Who are you, and what do you do?": 300,
    "What would be your dream setup?": 300,
    "What hardware do you use?": 297,
    "And what software?": 297,
    "What do you use to get the job done?": 3,
}

pytestmark = pytest.mark.skipif(not INTERVIEWS.is_dir(), reason="the interviews are not here")


def test_each_is_one_entry_and_nothing_else_is_merged_into_it() -> None:
    corpus = read_corpus([INTERVIEWS], date(2026, 11, 22), start=INTERVIEWS)
    asked = [one for file in corpus.files if file.interview for one in file.interview.questions]
    bank = make_bank(corpus.files)
    assert {entry.question: len(entry.asked) for entry in bank.entries} == ASKED
    for entry in bank.entries:
        assert entry.wordings == (entry.question,)
    answered = sum(question.answer is not None for question in asked)
    assert sum(len(entry.answered) for entry in bank.entries) == answered
