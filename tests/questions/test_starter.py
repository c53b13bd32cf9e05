"""The starter bank: whole, worded by us, and covering what the courses ask."""

import re
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from shoptalk.questions.meaning import signature
from shoptalk.questions.starter import StarterQuestion, starter_questions, without
from shoptalk.reading.keys import TOPICS
from shoptalk.rubric.asking import is_open
from shoptalk.rubric.not_to_ask import counts_as, not_to_ask
from shoptalk.rubric.rubric_file import COURSES, built_in, courses

HERE = Path(__file__).parent
TEXTS = HERE.parents[2] / "shared" / "courses"
"""The lessons themselves, which are not ours to publish."""
ASKED = yaml.safe_load((HERE / "course_questions.yml").read_text(encoding="utf-8"))
BANK = {question.ask: question for question in starter_questions()}
LONGEST_ASKED = 15
LONGEST_COPY = 5
"""Words in a row that are a way of saying something and no sentence of somebody's."""

each_question = pytest.mark.parametrize("question", starter_questions(), ids=lambda one: one.ask)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub("['’]", "", text.lower()))


def runs(text: str) -> set[tuple[str, ...]]:
    """Every row of words that is longer than may be alike."""
    said = words(text)
    return {tuple(said[at : at + LONGEST_COPY + 1]) for at in range(len(said) - LONGEST_COPY)}


@each_question
def test_a_question_has_every_field(question: StarterQuestion):
    texts = (question.ask, question.when, question.follow_up)
    assert all(text and text == " ".join(text.split()) for text in texts)
    assert question.ask.endswith("?")
    assert question.when.endswith(".")
    assert question.follow_up.endswith("?")
    assert question.follow_up != question.ask
    assert isinstance(question.open, bool)
    assert question.topic in TOPICS
    assert question.phase in ("open", "middle", "close")
    assert set(question.courses) <= set(courses())


def test_the_file_gives_each_field_itself():
    file = HERE.parents[1] / "plugins" / "shoptalk" / "questions" / "starter.yml"
    read = yaml.safe_load(file.read_text(encoding="utf-8"))
    names = [field.name for field in fields(StarterQuestion)]
    assert read.keys() == {"questions"}
    assert all(list(question) == names for question in read["questions"])


@each_question
def test_it_is_short_and_neutral(question: StarterQuestion):
    assert len(question.ask.split()) <= LONGEST_ASKED
    said = words(f"{question.ask} {question.when} {question.follow_up}")
    assert not {"he", "she", "his", "her", "him", "hers"} & set(said)


@each_question
def test_it_is_open_or_closed_as_its_words_say(question: StarterQuestion):
    assert is_open(question.ask) in (question.open, None)


def test_there_are_enough_for_every_part_of_a_conversation():
    assert len(BANK) == len(starter_questions()) >= 80
    assert set(Counter(question.topic for question in BANK.values())) == set(TOPICS)
    assert min(Counter(question.topic for question in BANK.values()).values()) >= 3
    phases = Counter(question.phase for question in BANK.values())
    assert min(phases[phase] for phase in ("open", "middle", "close")) >= 5


def test_no_two_mean_the_same():
    asked: dict[frozenset[str], str] = {}
    for ask in BANK:
        assert asked.setdefault(signature(ask), ask) == ask


def test_those_that_mean_something_of_a_bank_are_left_out():
    first, *others = starter_questions()
    assert without({signature(first.ask)}) == tuple(others)


@pytest.mark.parametrize("course", courses())
def test_what_a_course_asks_for_is_there_and_names_the_course(course: str):
    covered = {asked["ask"] for asked in ASKED[course]}
    assert covered == {ask for ask, question in BANK.items() if course in question.courses}


@pytest.mark.parametrize("course", courses())
def test_none_is_one_that_a_course_says_not_to_ask(course: str):
    items = not_to_ask(built_in(course))
    assert [ask for ask in BANK if counts_as(ask, items)] == []


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the texts of the courses are not here")
@pytest.mark.parametrize("course", courses())
def test_no_sentence_of_a_course_is_copied(course: str):
    taken = runs((TEXTS / f"{course}.md").read_text(encoding="utf-8"))
    assert len(taken) > 100
    said = [text for one in BANK.values() for text in (one.ask, one.when, one.follow_up)]
    said += (COURSES / f"{course}.yml").read_text(encoding="utf-8").splitlines()
    said += (HERE.parents[1] / "docs" / "guide" / "courses.md").read_text("utf-8").splitlines()
    assert [text for text in said if runs(text) & taken] == []
