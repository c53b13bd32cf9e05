"""Which wordings are one question, and which only look like it."""

import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from questions.labelled_lists import (
    FOLDER,
    GROUPS_MADE_WITH,
    LISTS,
    SET_ASIDE,
    SET_ASIDE_RARE,
    head_of,
    pairs_of,
    read,
    share,
)

from shoptalk.questions.concept_list import concepts, token_of
from shoptalk.questions.meaning import signature, why_same
from shoptalk.reading.keys import TOPICS
from shoptalk.reading.sections import comparable

COMMON = (
    "more_common_for_tuning.yml",
    "everyday_for_tuning.yml",
    "third_common_for_tuning.yml",
)
MADE_WITH = [
    *read(FOLDER / "pairs.yml"),
    *(pair for name in GROUPS_MADE_WITH for pair in pairs_of(read(FOLDER / name))),
    *(pair for name in COMMON for pair in pairs_of(read(FOLDER / name))),
]
LEAST_PRECISION = 0.97
LEAST_RECALL = 0.7
LEAST_PRECISION_OF_RARE = 0.9
INTERVIEWS = Path(__file__).parents[2].parent / "shared" / "corpus" / "interviews"
FIXED = (
    "Who are you, and what do you do?",
    "What hardware do you use?",
    "And what software?",
    "What would be your dream setup?",
)


def is_joined(pair: dict[str, Any]) -> bool:
    return signature(pair["a"]) == signature(pair["b"])


def precision(pairs: list[dict[str, Any]]) -> float:
    return share([pair for pair in pairs if is_joined(pair)], lambda pair: pair["same"])


def recall(pairs: list[dict[str, Any]]) -> float:
    return share([pair for pair in pairs if pair["same"]], is_joined)


def measured(pairs: list[dict[str, Any]]) -> str:
    return (
        f"of what it joins, {precision(pairs):.1%} is the same question, and it joins "
        f"{recall(pairs):.1%} of what is"
    )


def test_it_joins_little_that_differs_and_most_of_what_is_the_same() -> None:
    said = f"On {len(MADE_WITH)} pairs it was made with: {measured(MADE_WITH)}."
    print(said)
    assert precision(MADE_WITH) >= LEAST_PRECISION
    assert recall(MADE_WITH) >= LEAST_RECALL
    assert said in head_of("concepts.yml")


def test_it_does_well_on_common_questions_that_were_set_aside() -> None:
    set_aside = list(pairs_of(read(SET_ASIDE)))
    said = f"On {len(set_aside)} of common questions that were set aside: {measured(set_aside)}."
    print(said)
    assert precision(set_aside) >= LEAST_PRECISION
    assert recall(set_aside) >= LEAST_RECALL
    assert said in head_of("concepts.yml")


def test_of_less_common_ones_it_joins_fewer() -> None:
    set_aside = list(pairs_of(read(SET_ASIDE_RARE)))
    said = f"On {len(set_aside)} of less common ones: {measured(set_aside)}."
    print(said)
    assert precision(set_aside) >= LEAST_PRECISION_OF_RARE
    assert said in head_of("concepts.yml")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What do you like about your job?", "What do you dislike about your job?"),
        ("What do you like most about your job?", "What do you like least about your job?"),
        ("What do you like about your company?", "What do you like about your career?"),
        ("How do you hire?", "How were you hired?"),
        ("How much do you get paid?", "How much do people in this field get paid?"),
        ("What salary do you earn?", "What can someone expect to earn at entry level?"),
        ("Which skills do you use?", "Which skills do you lack?"),
        ("What advice do you have for beginners?", "What advice were you given?"),
        ("Which skills matter?", "Which skills do not matter?"),
        ("What did you do before this job?", "What do you do in this job?"),
        (
            "What do you like about the job, and what does it pay?",
            "What do you like about the job?",
        ),
        ("How has the field changed?", "How will the field change?"),
        ("How are you evaluated?", "How do you evaluate your boss?"),
        ("Which challenges do you face?", "Which challenges have you faced?"),
        ("How does your company hire?", "How do companies in this field hire?"),
        ("How did you get promoted?", "How do people get promoted?"),
        ("Do you work overtime?", "Do you mind working overtime?"),
        ("Do you need luck in this field?", "Which role did luck play in your career?"),
        ("Would you choose this career again?", "What would you do differently?"),
        ("How much do you travel?", "How much travel is common in this field?"),
        ("How stressful is your job?", "What causes the most stress in your job?"),
        ("What is your biggest mistake?", "What did your biggest mistake teach you?"),
        ("Which skills do I need?", "Which skills do I have?"),
    ],
)
def test_near_misses_are_kept_apart(one: str, other: str) -> None:
    assert signature(one) != signature(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What do you enjoy about your work?", "Can you tell me what you like best in your role?"),
        ("How is your organization structured?", "How is your organisation structured?"),
        ("What are your responsibilities?", "What are your own responsiblities?"),
        ("Who else should I talk to?", "Which two or three people should I talk to?"),
        ("What are the biggest chalenges?", "What are the biggest challenges?"),
        (
            "Every job has its bad sides; what do you dislike about yours?",
            "What do you dislike about your job?",
        ),
        ("On a scale from one to ten, how stressful is it?", "How stressful is it?"),
        ("Which trends do you notice in your field?", "Which trends are there in the field?"),
        ("¿Qué te gusta de tu trabajo?", "Que te gusta de tu trabajo"),
        ("Was gefällt Ihnen an der Arbeit?", "was gefallt ihnen an Arbeit"),
        ("你喜欢你的工作吗？", "你喜欢你的工作吗"),
    ],
)
def test_framing_spelling_accents_and_slips_do_not_count(one: str, other: str) -> None:
    assert signature(one) == signature(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("¿Qué te gusta de tu trabajo?", "¿Qué no te gusta de tu trabajo?"),
        ("Qui vous dirige ?", "Qui dirigez-vous ?"),
        ("Was machen Sie gern?", "Was machen Sie nicht gern?"),
        ("你喜欢你的工作吗？", "你不喜欢你的工作吗？"),
        ("ماذا تحب في عملك؟", "ماذا لا تحب في عملك؟"),
    ],
)
def test_other_languages_are_told_apart_by_their_wording(one: str, other: str) -> None:
    assert signature(one) != signature(other)
    for question in (one, other):
        assert len(signature(question)) == 1


def test_what_a_statement_says_of_the_other_counts() -> None:
    told = "Most of your projects were websites; what was the hardest part?"
    assert signature(told) != signature("What was the hardest part?")
    back = "Every job has good sides; what are they?"
    assert signature(back) != signature("What are they?")


def test_the_reason_is_one_plain_sentence() -> None:
    liked = why_same("What do you like about your job?", "What do you enjoy about your work?")
    assert liked == "Both ask about “what one likes”."
    unknown = why_same("Which rockets frighten you?", "Which rocket frightens you?")
    assert unknown == "Both ask about “frighten” and “rockets”."
    wording = why_same("¿Qué tal?", "¿Que tal?")
    assert wording == "Both have the same words, apart from case, punctuation and small words."
    assert why_same("Why this job?", "Why that tool?") == "They do not ask the same."


def test_a_word_is_corrected_only_where_one_can_be_meant() -> None:
    assert token_of("enviroment") == token_of("environment")
    assert token_of("touch") != token_of("tough")
    assert token_of("contract") != token_of("contact")


def test_every_rule_of_the_list_names_what_exists() -> None:
    lists = concepts()
    listed = read(LISTS / "concepts.yml")
    assert lists.weak
    assert set(listed["framing"]).isdisjoint(listed["phrases"])
    assert set(listed["natural"]) == set(listed["meanings"])
    assert lists.scopes <= lists.names - lists.small
    for meanings in lists.meanings.values():
        for meaning in meanings:
            assert meaning.needed <= meaning.implied
            assert meaning.needed.isdisjoint(meaning.barred), meaning.name
            assert meaning.topic in TOPICS


def test_no_phrase_shrinks_to_one_word() -> None:
    listed = read(LISTS / "concepts.yml")
    filler = set(listed["filler"].split(", "))
    for phrases in (*listed["framing"].values(), *listed["phrases"].values()):
        for phrase in phrases.split(", "):
            kept = [word for word in phrase.split() if word not in filler]
            assert len(kept) > 1 or phrase == kept[0], phrase


QUESTIONS = sorted({pair[side] for pair in MADE_WITH for side in "ab"})


@given(
    st.sampled_from(QUESTIONS), st.sampled_from(["**{}**", "_{}_", "  {}  ", "«{}»", "{}!", "# {}"])
)
def test_marks_case_and_blanks_do_not_count(question: str, around: str) -> None:
    varied = around.format(question.upper().replace(" ", "  "))
    assert signature(varied) == signature(question)


@given(st.text(), st.text())
def test_no_text_raises_and_none_is_joined_for_saying_nothing(one: str, other: str) -> None:
    assert signature(one)
    assert signature(one) == signature(one)
    assert why_same(one, other)
    if not comparable(one) and one.split() != other.split():
        assert signature(one) != signature(other)


@pytest.mark.parametrize("part", ["like ", "a", "what do you ", "é", "would you recommend "])
def test_the_time_grows_with_the_length_and_no_faster(part: str) -> None:
    def seconds(length: int) -> float:
        started = time.perf_counter()
        signature(part * length)
        return time.perf_counter() - started

    seconds(10)
    assert seconds(100_000) < 2


@pytest.mark.skipif(not INTERVIEWS.is_dir(), reason="the interviews are not here")
def test_nothing_joins_the_fixed_questions_of_real_interviews() -> None:
    asked: Counter[str] = Counter()
    for path in INTERVIEWS.glob("*.md"):
        front = path.read_text(encoding="utf-8").split("\n---")[0].removeprefix("---")
        asked.update(yaml.load(front, yaml.CSafeLoader)["questions"])
    assert set(FIXED) <= set(asked)
    for fixed in FIXED:
        joined = {wording for wording in asked if signature(wording) == signature(fixed)}
        assert {comparable(wording) for wording in joined} == {comparable(fixed)}
