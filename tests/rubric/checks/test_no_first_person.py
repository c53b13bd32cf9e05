"""A reflection speaks of whoever wrote it."""

import json
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest
from labelled import holds_true
from labelled import measured as measured_on
from one_check import TODAY, hold, interview_of, messages, paths, rendered

from shoptalk.reading.corpus import read_corpus
from shoptalk.reading.interview import Learning
from shoptalk.rubric.checks.no_first_person import Options, find, no_first_person

MET = {
    "I": (
        "no-first-person",
        "learnings: [I had expected code.]",
        "x",
    ),
    "in one of several": (
        "no-first-person",
        "learnings: [The oven is old., It surprised me.]",
        "x",
    ),
    "no learnings": (
        "no-first-person",
        "title: Baker",
        "x",
    ),
    "another field": (
        "no-first-person: {field: applications}",
        "applications: [I will read the report.]",
        "x",
    ),
    "the body": (
        "no-first-person: {field: body}",
        "",
        "She bakes, and I watch.",
    ),
    "another script": (
        "no-first-person",
        "learnings: [パンは待つことだ]",
        "x",
    ),
    "another language": (
        "no-first-person",
        "learnings: [Il lavoro non è facile per chi arriva tardi.]",
        "x",
    ),
    "Spanish endings": (
        "no-first-person",
        "learnings: [Aprendí que el oficio es lento.]",
        "x",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "a report": (
        "no-first-person",
        "learnings: [The oven is older than the house.]",
        "x",
        ["2: 'learnings' never says I, me, my or we"],
    ),
    "only in quotes": (
        "no-first-person",
        "learnings: ['“I never sleep,” says the baker of the town.']",
        "x",
        ["2: 'learnings' never says I, me, my or we"],
    ),
    "a numeral": (
        "no-first-person",
        "learnings: ['Phase I of the trial is about the dose.']",
        "x",
        ["2: 'learnings' never says I, me, my or we"],
    ),
    "the body": (
        "no-first-person: {field: body}",
        "",
        "The oven is older than the house.",
        ["5: the text below the front matter never says I, me, my or we"],
    ),
    "German": (
        "no-first-person",
        "learnings: [Der Ofen ist älter als das Haus.]",
        "x",
        ["2: 'learnings' never says I, me, my or we"],
    ),
    "an own key": (
        "no-first-person: {field: x-view}",
        "x-view: The oven is older than the house.",
        "x",
        ["2: 'x-view' never says I, me, my or we"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


def test_what_is_printed():
    made = hold("no-first-person", "learnings:\n  - The oven is older than the house.")
    assert (
        rendered(made)
        == """\
ada.md:3:5: note: 'learnings' never says I, me, my or we [no-first-person]
  3 |   - The oven is older than the house.
    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: say what it means to you, what surprised you, or where you see it otherwise"""
    )


def test_evidence_is_each_item():
    made = hold("no-first-person", "learnings: [I see., The oven.]")
    assert paths(made) == ["learnings[0]", "learnings[1]"]
    assert paths(hold("no-first-person: {field: body}")) == ["body"]


def test_the_page_says_how_often_it_is_right():
    def is_found(text):
        learnings = json.dumps([text], ensure_ascii=False)
        return bool(list(find(interview_of(f"learnings: {learnings}"), Options())))

    seen, sentence = measured_on("first_person", "absent", is_found)
    holds_true(no_first_person.page, seen, sentence)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "the " * 25_000,
        '"' * 100_000,
        "“" * 100_000,
        "«" * 100_000,
        "A" * 100_000,
        "í " * 50_000,
    ],
    ids=lambda text: text[:6],
)
def test_hostile_texts_are_read_in_good_time(text):
    interview = replace(interview_of(), learnings=(Learning(text=text),))
    started = perf_counter()
    list(find(interview, Options()))
    assert perf_counter() - started < 2


def test_who_tells_of_their_own_work_says_i(real_interviews):
    silent = [one.source.path for one in real_interviews if list(find(one, Options(field="body")))]
    assert silent == ["why.md"], "whose answers are pictures"


FOLDER = Path(__file__).parents[3].parent / "shared" / "corpus" / "interviews"


@pytest.fixture(scope="module")
def real_interviews():
    if not FOLDER.is_dir():
        pytest.skip("the real interviews are not here")
    read = read_corpus([FOLDER], TODAY, start=FOLDER)
    return [file.interview for file in read.files]
