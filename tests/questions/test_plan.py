"""What is proposed for the next conversation, and why."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

import pytest

from shoptalk.questions.bank import Asked
from shoptalk.questions.listed import Listed, starters_beside
from shoptalk.questions.meaning import signature
from shoptalk.questions.plan import (
    PlannedQuestion,
    Wishes,
    covered_by,
    in_parts,
    plan_in,
    propose,
    to_choose_from,
)
from shoptalk.questions.starter import StarterQuestion, starter_questions
from shoptalk.reading.fields import PLACEHOLDER
from shoptalk.reading.interview import Interview, Question, parse_interview
from shoptalk.reading.source import Source


def conversation(name: str, more: str = "") -> Asked:
    text = f"---\nname: {name}\n{more}---\n\nText.\n"
    interview, _ = parse_interview(Source("ada.md", text), datetime.date(2026, 11, 22))
    assert interview
    return Asked(name, interview, Question(ask="?"))


ADA, KEN = conversation("Ada Okafor"), conversation("Ken Abara")
DRAFT = conversation("Bea Invented", "draft: true\n")


def own(
    question: str,
    topic: str = "skills",
    phase: str = "middle",
    *,
    asked: Sequence[Asked] = (),
    skipped: Sequence[Asked] = (),
    learnings: int = 0,
    personal: bool = False,
) -> Listed:
    return Listed(
        question=question,
        wordings=(question,),
        key=frozenset((question,)),
        topic=topic,
        topic_title=topic.capitalize(),
        phase=phase,
        personal=personal,
        asked=tuple(asked),
        skipped=tuple(skipped),
        learnings=learnings,
    )


def starter(question: str, *, courses: Sequence[str] = (), is_open: bool = True) -> Listed:
    said = StarterQuestion(
        ask=question,
        topic="skills",
        phase="middle",
        open=is_open,
        courses=tuple(courses),
        when="",
        follow_up="",
    )
    return Listed(
        question=question,
        wordings=(question,),
        key=frozenset((question,)),
        topic="skills",
        topic_title="Skills",
        phase="middle",
        starter=said,
    )


def plan(*candidates: Listed, **wishes: object) -> tuple[PlannedQuestion, ...]:
    return propose("Ada", candidates, covered_by(candidates), Wishes(**wishes))  # type: ignore[arg-type]


def from_list(made: Sequence[PlannedQuestion]) -> list[str]:
    return [one.ask for one in made if not one.personal]


def first_of(*candidates: Listed, **wishes: object) -> PlannedQuestion:
    """The one question of the middle that there is room for."""
    ends = (own("Opening?", "ends", "open"), own("Closing?", "ends", "close"))
    made = plan(*candidates, *ends, questions=6, **wishes)
    [chosen] = [one for one in made if one.phase == "middle" and not one.personal]
    return chosen


STARTERS = starters_beside(())
LAST = "Which two or three people should I talk to next?"


@pytest.mark.parametrize("personal", [3, 4, 5])
@pytest.mark.parametrize("number", [7, 8, 10, 13, 20, 60])
def test_as_many_as_wished_over_all_three_phases_in_their_order(number: int, personal: int):
    made = plan(*STARTERS, questions=number, personal=personal)
    phases = [one.phase for one in made]
    assert len(made) == number
    assert phases == sorted(phases, key=["open", "middle", "close"].index)
    assert set(phases) == {"open", "middle", "close"}
    assert phases.count("open") == phases.count("close") <= max(number // 4 + 1, 1)
    assert sum(one.personal for one in made) == personal


def test_the_places_for_personal_questions_are_placeholders_of_the_middle():
    places = [one for one in plan(*STARTERS, personal=4) if one.personal]
    assert [one.ask for one in places] == [
        f"TODO {number}: a question that only Ada can answer" for number in range(1, 5)
    ]
    assert {one.phase for one in places} == {"middle"}


def test_a_long_name_leaves_a_placeholder_a_placeholder():
    made = propose("N" * 300, STARTERS, covered_by(()), Wishes())
    assert all(PLACEHOLDER.fullmatch(one.ask) for one in made if one.personal)


def test_it_ends_with_the_question_for_further_people():
    last = plan(*STARTERS)[-1]
    assert last.ask == LAST
    assert "every conversation ends with it" in last.why


def test_that_is_so_however_often_another_was_asked():
    mine = own("Who built this?", "referrals", "close", asked=[ADA, KEN])
    assert plan(mine, *STARTERS)[-1].ask == plan(*STARTERS)[-1].ask


def test_where_it_may_not_be_asked_another_about_people_takes_its_place():
    rest = [one for one in STARTERS if "two or three people" not in one.question]
    assert plan(*rest)[-1].phase == "close"
    without = [one for one in rest if one.topic != "referrals"]
    assert len(plan(*without)) == len(plan(*STARTERS))


def test_no_topic_comes_twice_before_each_has_come():
    middle = [one for one in STARTERS if one.phase == "middle"]
    topics = {one.question: one.topic for one in middle}
    number = len(set(topics.values()))
    made = from_list(plan(*middle, questions=number + 3))
    assert sorted(topics[ask] for ask in made) == sorted(set(topics.values()))


def test_a_topic_nobody_was_asked_about_comes_first():
    asked = own("Which skills?", asked=[ADA], learnings=3)
    new = own("Who hires?", "hiring")
    chosen = first_of(asked, new)
    assert (chosen.ask, chosen.why) == ("Who hires?", "nobody has been asked about hiring yet")


def test_then_what_was_planned_and_left_out():
    useful = own("Which skills?", asked=[ADA], learnings=3)
    missed = own("Which tools?", skipped=[ADA, KEN])
    chosen = first_of(useful, missed)
    assert chosen.ask == "Which tools?"
    assert chosen.why == "planned for Ada Okafor and Ken Abara, but not asked"


def test_what_is_still_to_be_asked_was_not_left_out():
    useful = own("Which skills?", asked=[ADA], learnings=3)
    assert first_of(useful, own("Which tools?", skipped=[DRAFT])).ask == "Which skills?"


def test_then_what_taught_most_each_time_it_was_asked():
    often = own("Which skills?", asked=[ADA, KEN], learnings=2)
    once = own("Which tools?", asked=[ADA], learnings=2)
    chosen = first_of(often, once)
    assert (chosen.ask, chosen.why) == ("Which tools?", "led to 2 learnings in 1 conversation")


def test_then_the_topic_that_came_up_least():
    often = own("Which skills?", asked=[ADA, KEN])
    once = own("Who hires?", "hiring", asked=[KEN])
    chosen = first_of(often, once)
    assert (chosen.ask, chosen.why) == ("Who hires?", "hiring came up in 1 of 2 conversations")


def test_a_topic_of_ones_own_is_named_as_it_is_written():
    mine = own("Which boats?", "tall-ships", asked=[ADA, KEN])
    assert first_of(mine).why == "Tall-ships came up in 2 of 2 conversations"


def test_a_question_without_a_topic_comes_last():
    unknown = own("Whence?", "", asked=[ADA])
    assert first_of(unknown).why == "asked once"
    assert first_of(unknown, own("Which skills?", asked=[ADA, KEN])).ask == "Which skills?"
    assert first_of(own("Whence?", "")).why == "noted, but not asked so far"


def test_a_wished_for_topic_comes_before_all():
    new, old = own("Who hires?", "hiring"), own("Which skills?", asked=[ADA])
    chosen = first_of(new, old, topics=["skills"])
    assert chosen.ask == "Which skills?"
    assert chosen.why == "you asked for this topic; skills came up in 1 of 1 conversation"


def test_starter_questions_of_the_course_and_open_ones_come_first():
    plain, closed = starter("Is it hard?", is_open=False), starter("Which tools?")
    of_course = starter("Which skills?", courses=["epicodus"], is_open=False)
    assert first_of(plain, closed, of_course, course="epicodus").ask == "Which skills?"
    assert first_of(plain, closed, of_course, course="thinkful").ask == "Which tools?"


def test_what_was_written_for_one_person_and_what_says_nothing_is_left_out():
    assert from_list(plan(own("Why ships?", personal=True), own("???"))) == []


def test_two_that_mean_the_same_or_read_the_same_are_one():
    same = own("Which tools?")
    alike = own("1. which tools")
    assert from_list(plan(same, alike)) == ["Which tools?"]


def test_where_there_are_too_few_there_are_fewer():
    assert len(plan(own("Which skills?"), questions=20)) == 4


def test_the_same_files_give_the_same_plan():
    assert plan(*STARTERS) == plan(*STARTERS)


def test_topics_stand_in_the_order_of_a_conversation():
    late, early = (
        own("Who hires?", "hiring", asked=[ADA]),
        own("Which day?", "day-to-day", asked=[ADA, KEN]),
    )
    assert from_list(plan(late, early)) == ["Which day?", "Who hires?"]


def test_a_question_over_several_lines_is_put_on_one():
    assert from_list(plan(own("Which\n  skills?"))) == ["Which skills?"]


def test_a_topic_is_written_down_where_the_rules_do_not_see_it():
    made = {one.ask: one.topic for one in plan(own("Whence?", "hiring"))}
    assert made["Whence?"] == "hiring"


def test_one_of_the_students_own_has_what_the_starter_bank_says():
    known = starter_questions()[0]
    mine = replace(own("Which skills?", known.topic), key=signature(known.ask))
    [made] = [one for one in plan(mine) if not one.personal]
    assert (made.topic, made.starter) == ("", known)


UNKNOWN = "How did you get into zorbing?"


@pytest.mark.parametrize(
    ("mine", "is_left_out"),
    [
        (own(UNKNOWN, asked=[ADA], learnings=3), True),
        (own(UNKNOWN, asked=[ADA, ADA]), True),
        (own(UNKNOWN, skipped=[DRAFT]), True),
        (own(UNKNOWN, asked=[ADA, KEN]), False),
        (own(UNKNOWN, skipped=[ADA]), False),
        (own("How did you get into this field?", asked=[ADA]), False),
        (own("¿Qué es lo más difícil?", asked=[ADA]), False),
    ],
)
def test_what_only_one_trade_can_answer_is_left_out(mine: Listed, is_left_out: bool):
    assert (from_list(plan(mine)) == []) is is_left_out


def test_the_question_for_two_or_three_people_is_always_to_be_had():
    mine = replace(own("Who else?", "referrals", "close"), key=signature(LAST))
    chosen = to_choose_from([mine])
    assert [one.question for one in chosen if one.key == mine.key] == ["Who else?", LAST]
    assert plan(*chosen)[-1].ask == LAST
    assert len(to_choose_from([])) == len(STARTERS)


def test_that_the_student_asks_with_a_number_is_preferred():
    mine = own("Which 3 people should I talk to?", "referrals", "close", asked=[ADA])
    mine = replace(mine, key=signature(LAST))
    assert plan(*to_choose_from([mine]))[-1].ask == mine.question


# The plan of a file


def file(front_matter: str) -> Interview:
    return conversation("Ada", front_matter).interview


def test_the_plan_of_a_file_is_what_is_planned():
    made = plan_in(file("planned: [Why ships?, Why not?]\nquestions: [Why?]\n"))
    assert [one.ask for one in made] == ["Why ships?", "Why not?"]


def test_else_it_is_what_is_asked():
    made = plan_in(file("planned: [TODO]\nquestions:\n  - ask: Why?\n    personal: true\n"))
    assert [(one.ask, one.personal) for one in made] == [("Why?", True)]


def test_the_topic_in_the_file_decides_on_the_phase():
    [made] = plan_in(file("planned:\n  - ask: Zwölf Boxkämpfer?\n    topic: Referrals\n"))
    assert (made.phase, made.topic) == ("close", "Referrals")


def test_a_file_with_placeholders_alone_has_none():
    assert plan_in(file("questions: [TODO, TODO]\n")) == ()


def test_placeholders_between_questions_keep_their_place():
    made = plan_in(file('planned: [Why?, "TODO 1: mine"]\n'))
    assert [one.is_placeholder for one in made] == [False, True]


@pytest.mark.parametrize(
    ("phases", "parts"),
    [
        ("omc", "o m c"),
        ("oommmcc", "oo mmm cc"),
        ("omommcmc", "omo mm cmc"),
        ("omcm", "o m cm"),
        ("cmo", "cmo"),
        ("mmm", "mmm"),
        ("", ""),
    ],
)
def test_the_parts_keep_the_students_own_order(phases: str, parts: str):
    names = {"o": "open", "m": "middle", "c": "close"}
    made = [PlannedQuestion(letter, names[letter]) for letter in phases]
    assert " ".join("".join(one.ask for one in part) for _, part in in_parts(made)) == parts
