"""Each question once, with everybody who was asked, every answer, and what came of it."""

import datetime
import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shoptalk.questions.bank import BankEntry, QuestionBank, make_bank
from shoptalk.questions.meaning import signature
from shoptalk.questions.starter import starter_questions
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.decoding import decode
from shoptalk.reading.interview import parse_interview
from shoptalk.reading.keys import TOPICS

LIKE = "What do you like about your job?"
ENJOY = "What do you enjoy about your work?"
DISLIKE = "What do you dislike about your job?"


def read(name: str, front_matter: str, body: str = "Text.") -> ReadFile:
    text = f"---\nname: {name}\n{front_matter}---\n\n{body}\n"
    source, _ = decode(f"{name}.md", text.encode())
    assert source
    interview, _ = parse_interview(source, datetime.date(2026, 11, 22))
    return ReadFile(path="", address=name, source=source, interview=interview, findings=())


def test_a_topic_of_ones_own_is_called_as_it_is_written_also_at_a_learning() -> None:
    written = "🥖 / & <b>x</b>"
    learning = f"learnings:\n  - {{learned: Bread is slow., topic: '{written}'}}\n"
    [topic] = make_bank([read("ada", learning)]).topics
    assert (topic.topic, topic.title) == ("b-x-b", written)


def listed(key: str, *questions: str) -> str:
    return f"{key}:\n" + "".join(f"  - {question}\n" for question in questions)


def bank_of(*interviews: tuple[str, list[str]]) -> QuestionBank:
    return make_bank(read(name, listed("questions", *asked)) for name, asked in interviews)


def only(bank: QuestionBank) -> BankEntry:
    (entry,) = bank.entries
    return entry


def test_wordings_that_mean_the_same_are_one_question_and_all_are_kept() -> None:
    entry = only(bank_of(("Ada", [LIKE]), ("Bo", [ENJOY]), ("Cy", [LIKE])))
    assert entry.question == LIKE
    assert entry.wordings == (LIKE, ENJOY)
    assert [one.address for one in entry.asked] == ["Ada", "Bo", "Cy"]


def test_another_question_is_another_entry() -> None:
    assert len(bank_of(("Ada", [LIKE]), ("Bo", [DISLIKE])).entries) == 2


def test_the_most_asked_comes_first() -> None:
    bank = bank_of(("Ada", ["Why?", "How?"]), ("Bo", ["How?"]))
    assert [entry.question for entry in bank.entries] == ["How?", "Why?"]


def test_anchors_are_readable_and_never_the_same() -> None:
    bank = bank_of(("Ada", ["你好吗？", "Why do it?", "C++ or C?", "C or C?", "!", "!!!"]))
    anchors = [entry.anchor for entry in bank.entries]
    assert {"你好吗", "why-do-it"} <= set(anchors)
    assert len(set(anchors)) == len(anchors)


def test_a_placeholder_is_no_question() -> None:
    front_matter = listed("questions", "TODO", LIKE) + listed("planned", "TODO 1: ask about bread")
    assert only(make_bank([read("Ada", front_matter)])).question == LIKE


def test_files_that_could_not_be_read_are_passed_over() -> None:
    unread = ReadFile(path="", address="x", source=None, interview=None, findings=())
    assert make_bank([unread]).entries == ()


def test_each_answer_is_the_section_that_its_heading_begins() -> None:
    entry = only(
        make_bank(
            [
                read("Ada", listed("questions", LIKE), f"## {LIKE}\n\nThe *people*.\n\n## More\n"),
                read("Bo", listed("questions", ENJOY), f"## {ENJOY}\n"),
            ]
        )
    )
    assert [one.answer for one in entry.asked] == ["The *people*.", ""]
    assert [one.address for one in entry.answered] == ["Ada"]


class TestOverrides:
    def test_same_as_joins_what_the_bank_keeps_apart(self) -> None:
        why = "Why do you get up?"
        bank = bank_of(("Ada", [LIKE]), ("Bo", [f"ask: {why}\n    same_as: {LIKE}"]), ("Cy", [why]))
        assert [one.question.ask for one in only(bank).asked] == [LIKE, why, why]

    def test_what_same_as_names_is_what_the_entry_is_called(self) -> None:
        named = [
            f"ask: {ask}\n    same_as: What drives you?" for ask in ("Why rise?", "Why bread?")
        ]
        entry = only(bank_of(("Ada", named[:1]), ("Bo", named[1:])))
        assert entry.question == "What drives you?"
        assert entry.wordings == ("What drives you?", "Why rise?", "Why bread?")

    def test_a_slip_in_same_as_changes_nothing(self) -> None:
        slip = "ask: Why do you get up?\n    same_as: What gets you out of bath?"
        bank = bank_of(("Ada", ["What gets you out of bed?"]), ("Bo", [slip]))
        found = [entry.wordings for entry in bank.entries]
        assert found == [("What gets you out of bed?",), ("Why do you get up?",)]

    def test_same_as_goes_on_from_one_to_the_next_and_round_in_a_circle(self) -> None:
        asks = ["Why bread?", "Which oven?", "How hot?"]
        circle = [f"ask: {asks[at]}\n    same_as: {asks[at - 1]}" for at in range(3)]
        assert len(only(bank_of(("Ada", circle))).asked) == 3

    def test_not_same_keeps_apart_what_the_bank_would_join(self) -> None:
        apart = f"ask: {ENJOY}\n    not_same: {LIKE}"
        bank = bank_of(("Ada", [LIKE]), ("Bo", [apart]), ("Cy", [ENJOY]))
        asked = {entry.question: len(entry.asked) for entry in bank.entries}
        assert asked == {ENJOY: 2, LIKE: 1}

    def test_not_same_is_stronger_than_what_others_joined(self) -> None:
        hot = "ask: How hot is the oven?\n    same_as: Which bread sells?"
        apart = "ask: How hot is your oven?\n    not_same: Which bread sells?"
        bank = bank_of(("Ada", ["Which bread sells?"]), ("Bo", [hot]), ("Cy", [apart]))
        assert sorted(len(entry.asked) for entry in bank.entries) == [1, 2]


class TestTopics:
    def test_the_topic_that_a_student_gave_wins(self) -> None:
        given = only(bank_of(("Ada", [LIKE]), ("Bo", [f"ask: {LIKE}\n    topic: Fit"])))
        assert given.topic == "fit"
        assert only(bank_of(("Ada", [LIKE]))).topic == "likes-and-challenges"

    def test_a_question_of_the_starter_bank_has_its_topic_and_phase(self) -> None:
        for starter in starter_questions():
            entry = only(bank_of(("Ada", [json.dumps(starter.ask)])))
            assert (entry.topic, entry.phase) == (starter.topic, starter.phase)

    def test_where_no_rule_knows_it_is_left_open(self) -> None:
        bank = bank_of(("Ada", ["Is the lighthouse lit?"]))
        assert only(bank).topic == ""
        assert [topic.title for topic in bank.topics] == ["No topic yet"]

    def test_known_ones_come_in_their_order_then_the_students_own(self) -> None:
        bank = bank_of(
            (
                "Ada",
                [
                    "Is the lighthouse lit?",
                    "ask: Why salt?\n    topic: UX & taste",
                    "Who else should I talk to?",
                    "ask: Why bread?\n    topic: career path",
                ],
            )
        )
        assert [(topic.topic, topic.title) for topic in bank.topics] == [
            ("career-path", "Career path"),
            ("referrals", "Referrals"),
            ("ux-taste", "UX & taste"),
            ("", "No topic yet"),
        ]
        assert {topic.topic for topic in bank.topics[:2]} <= set(TOPICS)

    def test_a_question_is_personal_if_it_was_whenever_it_was_asked(self) -> None:
        personal = f"ask: {LIKE}\n    personal: true"
        assert only(bank_of(("Ada", [personal]))).personal
        assert not only(bank_of(("Ada", [personal]), ("Bo", [LIKE]))).personal


class TestPlanned:
    def test_what_was_planned_and_not_asked_is_skipped(self) -> None:
        front_matter = listed("questions", LIKE) + listed("planned", ENJOY, DISLIKE)
        liked, disliked = make_bank([read("Ada", front_matter)]).entries
        assert (len(liked.asked), len(liked.skipped)) == (1, 0)
        assert (len(disliked.asked), len(disliked.skipped)) == (0, 1)
        assert disliked.wordings == (DISLIKE,)

    def test_a_question_of_a_draft_counts_as_asked_once_it_is_answered(self) -> None:
        front_matter = "draft: true\n" + listed("questions", LIKE, DISLIKE)
        body = f"## {LIKE}\n\nThe people.\n\n## {DISLIKE}\n\n"
        liked, disliked = make_bank([read("Ada", front_matter, body)]).entries
        assert liked.asked
        assert not disliked.asked
        assert disliked.skipped


class TestWhatCameOfIt:
    BANK = make_bank(
        [
            read(
                "Ada",
                listed("questions", LIKE, "Who else should I talk to?")
                + listed(
                    "learnings",
                    "learned: People matter.\n    from: What do you like",
                    "learned: Ask twice.\n    topic: Advice",
                    "Nothing in particular.",
                ),
                f"## {LIKE}\n\nThe people.",
            ),
            read("Bo", listed("questions", ENJOY)),
        ]
    )

    def test_a_question_has_its_learnings(self) -> None:
        entry = self.BANK.entries[0]
        assert [learning.text for learning in entry.learnings] == ["People matter."]
        assert (len(entry.asked), len(entry.answered)) == (2, 1)

    def test_a_topic_has_the_counts_of_its_questions(self) -> None:
        counted = {
            topic.topic: (topic.asked, topic.answered, len(topic.learnings))
            for topic in self.BANK.topics
        }
        assert counted == {
            "likes-and-challenges": (2, 1, 1),
            "referrals": (1, 0, 0),
            "advice": (0, 0, 1),
        }

    def test_a_topic_has_its_learnings(self) -> None:
        advice = next(topic for topic in self.BANK.topics if topic.topic == "advice")
        assert [(one.address, one.learning.text) for one in advice.learnings] == [
            ("Ada", "Ask twice.")
        ]

    def test_each_question_leads_to_its_entry(self) -> None:
        for address, ask in (("Ada", LIKE), ("Bo", ENJOY)):
            assert self.BANK.entry_of[address, ask] is self.BANK.entries[0]


@pytest.mark.parametrize(
    ("asked", "entries"),
    [
        (["¿Qué te gusta de tu trabajo?", "que te gusta de tu trabajo"], 1),
        (["Qu'est-ce qui vous plaît ?", "Qu’est-ce qui vous plait?"], 1),
        (["Was gefällt Ihnen an der Arbeit?", "Was gefallt Ihnen an der Arbeit"], 1),
        (["你喜欢你的工作吗？", "你喜欢你的工作吗"], 1),
        (["ماذا تحب في عملك؟", "ماذا تحب في عملك"], 1),
        (["你喜欢你的工作吗？", "你不喜欢你的工作吗？"], 2),
        (["ماذا تحب في عملك؟", "ماذا لا تحب في عملك؟"], 2),
    ],
)
def test_other_languages_are_grouped_by_their_wording_and_kept_as_written(
    asked: list[str], entries: int
) -> None:
    bank = bank_of(*((f"Ada {number}", [ask]) for number, ask in enumerate(asked)))
    assert len(bank.entries) == entries
    assert [wording for entry in bank.entries for wording in entry.wordings] == asked


ASKED = st.lists(st.sampled_from([LIKE, ENJOY, DISLIKE, "Why?", "你好吗？", "!"]), max_size=5)


@given(st.lists(ASKED, max_size=5))
def test_no_question_is_ever_lost(portfolio: list[list[str]]) -> None:
    files = [
        read(str(number), listed("questions", *(f'"{ask}"' for ask in asked)) if asked else "")
        for number, asked in enumerate(portfolio)
    ]
    bank = make_bank(files)
    found = Counter(one.question.ask for entry in bank.entries for one in entry.asked)
    assert found == Counter(ask for asked in portfolio for ask in asked)
    for entry in bank.entries:
        assert {signature(wording) for wording in entry.wordings} == {entry.key}
