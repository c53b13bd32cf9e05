"""To which topic a question belongs, and to which part of the conversation."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from questions.labelled_lists import (
    FOLDER,
    LISTS,
    SET_ASIDE,
    SORTED_GROUPS,
    head_of,
    questions_of,
    read,
    share,
)

from shoptalk.questions.topics import Topic, phase_of, topic_of

SORTED = dict.fromkeys((*SORTED_GROUPS, "more_common_for_tuning.yml"))
MADE_WITH = [
    *read(FOLDER / "topics.yml"),
    *(one for name in SORTED for one in questions_of(read(FOLDER / name))),
]
LEAST_SURE = 0.7
LEAST_RIGHT = 0.9
LEAST_IN_THEIR_PHASE = 0.88
LEAST_RIGHT_OF_STARTERS = 0.9


def is_sure(labelled: dict[str, Any]) -> bool:
    return topic_of(labelled["question"]).sure


def is_right(labelled: dict[str, Any]) -> bool:
    found = topic_of(labelled["question"]).topic
    return found == labelled["topic"] or found in labelled.get("also", ())


def has_its_phase(labelled: dict[str, Any]) -> bool:
    found = topic_of(labelled["question"]).phase
    return found == labelled["phase"] or found in labelled.get("phase_also", ())


def measured(questions: list[dict[str, Any]]) -> tuple[float, float, float]:
    """How many it is sure of; how many of these are right; how many have their phase."""
    sure = list(filter(is_sure, questions))
    return share(questions, is_sure), share(sure, is_right), share(questions, has_its_phase)


def said_of(questions: list[dict[str, Any]]) -> str:
    sure, right, phase = measured(questions)
    return (
        f"it is sure of {sure:.0%}, of which {right:.0%} are right, and {phase:.0%} of all are in "
        "the right part"
    )


def test_what_it_is_sure_of_is_right() -> None:
    said = f"Of {len(MADE_WITH)} questions it was made with {said_of(MADE_WITH)}."
    print(said)
    sure, right, phase = measured(MADE_WITH)
    assert sure >= LEAST_SURE
    assert right >= LEAST_RIGHT
    assert phase >= LEAST_IN_THEIR_PHASE
    assert said in head_of("topics.yml")


def test_what_it_is_sure_of_is_right_in_what_was_set_aside() -> None:
    set_aside = list(questions_of(read(SET_ASIDE)))
    said = f"Of {len(set_aside)} that were set aside {said_of(set_aside)}."
    print(said)
    _, right, phase = measured(set_aside)
    assert right >= LEAST_RIGHT
    assert phase >= LEAST_RIGHT
    assert said in head_of("topics.yml")


def test_most_of_the_starter_bank_has_its_topic() -> None:
    read = yaml.load((LISTS / "starter.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    starter = [entry | {"question": entry["ask"]} for entry in read["questions"]]
    sure, right, phase = measured(starter)
    print(f"Of {len(starter)}: sure of {sure:.0%}, of which right {right:.0%}; phase {phase:.0%}")
    assert right >= LEAST_RIGHT_OF_STARTERS


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("How did you get into this field?", Topic("career-path", "open", True)),
        ("What is a typical day like?", Topic("day-to-day", "middle", True)),
        ("Who else should I talk to?", Topic("referrals", "close", True)),
        ("May we stay in touch?", Topic("staying-in-touch", "close", True)),
        ("How stressful is the harvest?", Topic("likes-and-challenges", "middle", True)),
        ("Would the manager mind a trombone?", Topic("culture", "middle", True)),
        ("How do trends from Lisbon reach your market?", Topic("", "middle", False)),
        ("How is the weather for your team?", Topic("", "middle", False)),
        ("Is the lighthouse lit?", Topic("", "middle", False)),
        ("¿Qué te gusta de tu trabajo?", Topic("", "middle", False)),
    ],
)
def test_a_question_has_its_topic_or_none(question: str, topic: Topic) -> None:
    assert topic_of(question) == topic


@pytest.mark.parametrize(
    ("question", "topic", "phase"),
    [
        ("Would the lighthouse do?", "referrals", "close"),
        ("Would the lighthouse do?", "", "middle"),
        ("Would the lighthouse do?", "seafaring", "middle"),
        ("Whom in Lisbon should I contact?", "", "close"),
        ("What did you sell before you had the lighthouse?", "", "open"),
    ],
)
def test_a_question_has_its_phase_with_or_without_a_topic(
    question: str, topic: str, phase: str
) -> None:
    assert phase_of(question, topic) == phase


@given(st.text())
def test_no_text_raises(text: str) -> None:
    found = topic_of(text)
    assert found.sure == bool(found.topic)
    assert found == topic_of(text)
