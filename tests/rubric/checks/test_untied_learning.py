"""Each learning has to do with what was asked."""

from dataclasses import replace
from time import perf_counter

import pytest
import yaml
from labelled import Guesses, holds_true, read, sentence_of
from one_check import hold, interview_of, messages, paths, rendered

from shoptalk.reading.interview import Learning
from shoptalk.reading.sections import Body
from shoptalk.reading.source import Source, Span
from shoptalk.rubric.checks.untied_learning import Options, find, untied_learning

MET = {
    "a word of a question": (
        "untied-learning",
        "title: Baker\nquestions: [How do you bake?]\nlearnings: [You bake with your nose]",
        "x",
    ),
    "a word of the title": (
        "untied-learning",
        "title: Baker\nquestions: [How do you bake?]\nlearnings: [Bakers sleep little]",
        "x",
    ),
    "a word of the body": (
        "untied-learning",
        "title: Baker\nquestions: [How do you bake?]\nlearnings: [The oven decides]",
        "Her oven is old.",
    ),
    "with another ending": (
        "untied-learning",
        "title: Baker\nquestions: [How do you bake?]\nlearnings: [Definitions matter]",
        "It is hard to define a definition.",
    ),
    "no learnings": (
        "untied-learning",
        "title: Baker",
        "x",
    ),
    "another language": (
        "untied-learning",
        "title: Baker\nquestions: [How do you bake?]\nlearnings: [Der Ofen entscheidet die Nacht]",
        "Her oven is the most important thing in the house, and it is old.",
    ),
    "another script": (
        "untied-learning",
        "title: Baker\nquestions: [How do you bake?]\nlearnings: [努力は必ず報われる]",
        "Her oven is old.",
    ),
    "Chinese": (
        "untied-learning",
        "questions: [你怎么做面包]\nlearnings: [面包要等]",
        "她每天早上四点起床。",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "nothing in common": (
        "untied-learning",
        "title: Baker\nquestions: [How do you bake?]\nlearnings: [Never give up]",
        "Her oven is old.",
        ["4: 'Never give up' has no word in common with any question or answer"],
    ),
    "small words in common": (
        "untied-learning",
        "title: Baker\nquestions: [How do you bake?]\nlearnings: [You do it with passion]",
        "You do it with an oven.",
        ["4: 'You do it with passion' has no word in common with any question or answer"],
    ),
    "the second of two": (
        "untied-learning",
        "questions: [How do you bake?]\nlearnings:\n  - Bake early\n  - Stay hungry",
        "x",
        ["5: 'Stay hungry' has no word in common with any question or answer"],
    ),
    "only a part of a word": (
        "untied-learning",
        "title: Baker\nquestions: [How do you bake?]\nlearnings: [Art is long]",
        "She has a cart and a party.",
        ["4: 'Art is long' has no word in common with any question or answer"],
    ),
    "Chinese": (
        "untied-learning",
        "questions: [你怎么做面包]\nlearnings: [努力很重要]",
        "她每天早上四点起床。",
        ["3: '努力很重要' has no word in common with any question or answer"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


def test_what_is_printed():
    made = hold("untied-learning", "questions: [How do you bake?]\nlearnings:\n  - Never give up")
    assert (
        rendered(made)
        == """\
ada.md:4:5: note: 'Never give up' has no word in common with any question or answer \
[untied-learning]
  4 |   - Never give up
    |     ^^^^^^^^^^^^^
  help: say what in the conversation it comes from"""
    )


def test_evidence_is_what_was_learnt_and_asked():
    made = hold("untied-learning", "questions: [How do you bake?]\nlearnings: [Bake early]")
    assert paths(made) == ["learnings[0]", "questions[0]"]
    assert paths(hold("untied-learning", "title: Baker")) == ["learnings"]


def guesses_on(conversations):
    right, wrong, missed, of = 0, [], [], 0
    for told in conversations:
        of += len(told["untied"]) + len(told["tied"])
        about = {key: told[key] for key in ("title", "organization", "industry", "questions")}
        about["learnings"] = [*told["untied"], *told["tied"]]
        front_matter = yaml.safe_dump(about, allow_unicode=True, width=10_000).strip()
        faults = find(interview_of(front_matter, told["body"]), Options())
        found = {fault.measured[0] for fault in faults}
        right += len(found & set(told["untied"]))
        wrong += found & set(told["tied"])
        missed += set(told["untied"]) - found
    return Guesses(right=right, wrong=tuple(wrong), missed=tuple(missed), of=of)


def test_the_page_says_how_often_it_is_right():
    seen = guesses_on(told for told in read("learnings") if "kept_back" not in told)
    unseen = guesses_on(told for told in read("learnings") if "kept_back" in told)
    holds_true(untied_learning.page, seen, sentence_of(seen, unseen))


@pytest.mark.parametrize(
    ("learning", "body"),
    [
        ("a" * 60_000, "a" * 100_000),
        ("aaaa", "baaaa" * 20_000),
        ("ab " * 20_000, "ab" * 50_000),
        (" ".join(f"word{number}" for number in range(9_000)), "words " * 16_000),
        ("面" * 20_000, "包" * 100_000),
    ],
    ids=lambda text: text[:6],
)
def test_hostile_texts_are_read_in_good_time(learning, body):
    interview = interview_of("learnings: [x y]")
    interview = replace(
        interview,
        learnings=(Learning(text=learning),),
        body=Body(Source("a.md", body), Span(0, len(body)), ()),
    )
    started = perf_counter()
    list(find(interview, Options()))
    assert perf_counter() - started < 2
