"""The body is more than what was said."""

from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest
from labelled import holds_true
from labelled import measured as measured_on
from one_check import TODAY, hold, interview_of, measured, messages, paths, rendered

from shoptalk.reading.corpus import read_corpus
from shoptalk.reading.sections import Body
from shoptalk.reading.source import Source, Span
from shoptalk.rubric.checks.transcript_instead_of_reflection import (
    Options,
    find,
    measure,
    transcript_instead_of_reflection,
)

MET = {
    "prose": (
        "transcript-instead-of-reflection",
        "",
        "She starts with the loads.",
    ),
    "no body": (
        "transcript-instead-of-reflection",
        "",
        "",
    ),
    "headings that repeat questions": (
        "transcript-instead-of-reflection",
        "questions: [What do you do?]",
        "## What do you do?\n\nShe bakes.",
    ),
    "a turn among many lines": (
        "transcript-instead-of-reflection",
        "",
        "Me: How?\n\nRosalind: So.\n\n" + "She laughed.\n\n" * 8,
    ),
    "a higher limit": (
        "transcript-instead-of-reflection: {at_most: 100%}",
        "",
        "Q: How?\nA: So.\n\nQ: Why?\nA: Because.",
    ),
    "labels that are no people": (
        "transcript-instead-of-reflection",
        "",
        "Tools: a pen\n\nSkills: two\n\nTools: a knife\n\nSkills: none",
    ),
    "in code": (
        "transcript-instead-of-reflection",
        "",
        "```\nQ: How?\nA: So.\n\nQ: Why?\nA: Because.\n```\n\nThat is all.",
    ),
    "other scripts": (
        "transcript-instead-of-reflection",
        "",
        "彼女は毎朝パンを焼く。",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "Q and A": (
        "transcript-instead-of-reflection",
        "",
        "Q: How?\nA: So.\n\nQ: Why?\nA: Because.",
        ["5: 4 of 4 lines (100%) are what was said, turn by turn; the rubric allows 20%"],
    ),
    "after a line of prose": (
        "transcript-instead-of-reflection",
        "",
        "We met.\n\nMe: How?\n\nHer: So.",
        ["7: 2 of 3 lines (66%) are what was said, turn by turn; the rubric allows 20%"],
    ),
    "none allowed": (
        "transcript-instead-of-reflection: {at_most: 0%}",
        "",
        "We met.\n\nMe: How?\n\nHer: So.",
        ["7: 2 of 3 lines (66%) are what was said, turn by turn; the rubric allows 0%"],
    ),
    "the person alone": (
        "transcript-instead-of-reflection",
        "name: Rosalind Okafor",
        "Rosalind: So.\n\nRosalind: And so.",
        ["5: 2 of 2 lines (100%) are what was said, turn by turn; the rubric allows 20%"],
    ),
    "in Chinese with full-width colons": (
        "transcript-instead-of-reflection",
        "name: 王小明",
        "王小明：是的。\n\n王小明：不是。",
        ["5: 2 of 2 lines (100%) are what was said, turn by turn; the rubric allows 20%"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


def test_what_is_printed():
    made = hold(
        "transcript-instead-of-reflection",
        "name: Rosalind Okafor",
        "We met at noon.\n\n**Me:** How does it begin?\n\n**Rosalind:** With the loads.",
    )
    assert (
        rendered(made)
        == """\
ada.md:7:1: warning: 2 of 3 lines (66%) are what was said, turn by turn; the rubric allows 20% \
[transcript-instead-of-reflection]
  7 | **Me:** How does it begin?
    | ^^^^^^^
  help: say in your own words what it came to, and keep the sentences worth quoting"""
    )


def test_evidence_is_the_body():
    assert paths(hold("transcript-instead-of-reflection")) == ["body"]


@pytest.mark.parametrize(
    ("body", "percent"),
    [("", 0.0), ("She bakes.", 0.0), ("Q: a\n\nA: b", 100.0), ("Q: a\n\nA: b\n\nc\n\nd", 50.0)],
)
def test_measure(body, percent):
    assert measured("transcript-instead-of-reflection", "", body) == percent


def test_the_page_says_how_often_it_is_right():
    def is_found(body):
        return bool(list(find(interview_of("name: Rosalind Okafor", body), Options())))

    seen, sentence = measured_on("transcripts", "transcript", is_found)
    holds_true(transcript_instead_of_reflection.page, seen, sentence)


@pytest.mark.parametrize(
    "body",
    [
        "a" * 100_000,
        "a: " * 30_000,
        "Q" * 100_000,
        "Q: a\n" * 20_000,
        ": \n" * 30_000,
        "*" * 50_000,
        "I asked she said " * 6_000,
        "a " * 50_000 + ":",
    ],
    ids=lambda body: body[:8],
)
def test_hostile_texts_are_read_in_good_time(body):
    interview = interview_of("name: Ada Okafor")
    interview = replace(interview, body=body_of(body))
    started = perf_counter()
    list(find(interview, Options()))
    assert perf_counter() - started < 2


def body_of(text):
    return Body(Source("a.md", text), Span(0, len(text)), ())


def test_none_of_the_real_interviews_is_a_transcript(real_interviews):
    assert {measure(interview, Options()) for interview in real_interviews} == {0.0}


FOLDER = Path(__file__).parents[3].parent / "shared" / "corpus" / "interviews"


@pytest.fixture(scope="module")
def real_interviews():
    if not FOLDER.is_dir():
        pytest.skip("the real interviews are not here")
    read = read_corpus([FOLDER], TODAY, start=FOLDER)
    return [file.interview for file in read.files]
