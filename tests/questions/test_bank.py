"""Each question once, with everybody who was asked."""

import datetime

from shoptalk.questions.bank import QuestionBank, make_bank
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.decoding import decode
from shoptalk.reading.interview import parse_interview


def bank_of(*interviews: tuple[str, list[str]]) -> QuestionBank:
    files = []
    for name, questions in interviews:
        listed = "".join(f"  - {question}\n" for question in questions)
        text = f"---\nname: {name}\nquestions:\n{listed}---\n\nText.\n"
        source, _ = decode(f"{name}.md", text.encode())
        assert source
        interview, _ = parse_interview(source, datetime.date(2026, 11, 22))
        files.append(
            ReadFile(path="", address=name, source=source, interview=interview, findings=())
        )
    return make_bank(files)


def test_wordings_that_differ_in_case_and_punctuation_are_one_question() -> None:
    bank = bank_of(("Ada", ["Why *this* job?"]), ("Bo", ["why this job"]))
    (entry,) = bank.entries
    assert entry.wording == "Why *this* job?"
    assert [asked.address for asked in entry.asked] == ["Ada", "Bo"]


def test_other_words_are_another_question() -> None:
    bank = bank_of(("Ada", ["What do you like?"]), ("Bo", ["What do you dislike?"]))
    assert len(bank.entries) == 2


def test_the_most_asked_comes_first() -> None:
    bank = bank_of(("Ada", ["Why?", "How?"]), ("Bo", ["How?"]))
    assert [entry.wording for entry in bank.entries] == ["How?", "Why?"]


def test_anchors_are_readable_and_never_the_same() -> None:
    bank = bank_of(("Ada", ["你好吗？", "Why do it?", "Why, do it", "C++ or C?", "C or C?", "???"]))
    anchors = [entry.anchor for entry in bank.entries]
    assert {"你好吗", "why-do-it"} <= set(anchors)
    assert len(set(anchors)) == len(anchors)


def test_a_topic_that_somebody_gave_counts_for_the_question() -> None:
    bank = bank_of(("Ada", ["Why?"]), ("Bo", ["ask: Why?\n    topic: fit"]))
    assert [entry.topic for entry in bank.entries] == ["fit"]


def test_files_that_could_not_be_read_are_passed_over() -> None:
    unread = ReadFile(path="", address="x", source=None, interview=None, findings=())
    assert make_bank([unread]).entries == ()
