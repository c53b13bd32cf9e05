"""Nothing in the body is left to fill in."""

from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest
from labelled import holds_true
from labelled import measured as measured_on
from one_check import TODAY, hold, interview_of, messages, paths, rendered

from shoptalk.reading.corpus import read_corpus
from shoptalk.reading.sections import Body
from shoptalk.reading.source import Source, Span
from shoptalk.rubric.checks.placeholder_in_body import Options, find, placeholder_in_body

MET = {
    "prose": (
        "placeholder-in-body",
        "",
        "She starts at eight.",
    ),
    "no body": (
        "placeholder-in-body",
        "",
        "",
    ),
    "in code": (
        "placeholder-in-body",
        "",
        "Her script says `TODO` often.\n\n```\nTODO\n```\n\n    TODO\n",
    ),
    "in links": (
        "placeholder-in-body",
        "",
        "[TODO](https://example.org/TODO) and https://example.org/XXX",
    ),
    "in a comment": (
        "placeholder-in-body",
        "",
        "Text.\n\n<!-- TODO -->",
    ),
    "a word of Spanish": (
        "placeholder-in-body",
        "",
        "Todo va bien, y todo: las manos y la luz.",
    ),
    "spoken of": (
        "placeholder-in-body",
        "",
        "Her TODO list is long. A TODO is a promise.",
    ),
    "other scripts": (
        "placeholder-in-body",
        "",
        "彼女は毎朝パンを焼く。",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "after the address of a link": (
        "placeholder-in-body",
        "",
        "She [bakes][a].\n\n[a]: https://example.org/TODO\n\nTBD",
        ["9: 'TBD' is a placeholder"],
    ),
    "at the end of a line": (
        "placeholder-in-body",
        "",
        "She bakes. TODO: ask why.",
        ["5: 'TODO' is a placeholder"],
    ),
    "alone": (
        "placeholder-in-body",
        "",
        "TBD",
        ["5: 'TBD' is a placeholder"],
    ),
    "two of them": (
        "placeholder-in-body",
        "",
        "## One\n\nxxx\n\n## Two\n\n[insert answer]",
        ["7: 'xxx' is a placeholder", "11: '[insert answer]' is a placeholder"],
    ),
    "a phrase": (
        "placeholder-in-body",
        "",
        "Your answer here.",
        ["5: 'your answer here' is a placeholder"],
    ),
    "after code": (
        "placeholder-in-body",
        "",
        "```\nTODO\n```\n\nFIXME",
        ["9: 'FIXME' is a placeholder"],
    ),
    "after a letter that grows": (
        "placeholder-in-body",
        "",
        "İİİ are letters.\n\nTODO",
        ["7: 'TODO' is a placeholder"],
    ),
    "in German": (
        "placeholder-in-body",
        "",
        "Der Rest kommt noch.",
        ["5: 'kommt noch' is a placeholder"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


def test_what_is_printed():
    made = hold("placeholder-in-body", "title: Baker", "She bakes.\n\nAt noon TODO ask her.")
    assert (
        rendered(made)
        == """\
ada.md:7:9: warning: 'TODO' is a placeholder [placeholder-in-body]
  7 | At noon TODO ask her.
    |         ^^^^
  help: write what belongs there, or take it out"""
    )


def test_evidence_is_the_body():
    assert paths(hold("placeholder-in-body")) == ["body"]


def test_the_page_says_how_often_it_is_right():
    def is_found(body):
        return bool(list(find(interview_of("", body), Options())))

    seen, sentence = measured_on("placeholders", "unfinished", is_found)
    holds_true(placeholder_in_body.page, seen, sentence)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "TODO" * 25_000,
        "TODO " * 20_000,
        "[" * 100_000,
        "[add " * 20_000,
        "X" * 100_000,
        "TODO" + "`" * 100_000,
        "TODO " + "` `` " * 20_000,
        "TODO [x](" * 10_000,
        "TODO <!--" * 10_000,
        "TODO ```\n" * 10_000,
    ],
    ids=lambda text: text[:9],
)
def test_hostile_texts_are_read_in_good_time(text):
    interview = interview_of()
    interview = replace(interview, body=Body(Source("a.md", text), Span(0, len(text)), ()))
    started = perf_counter()
    list(find(interview, Options()))
    assert perf_counter() - started < 30


def test_nothing_is_found_in_the_real_interviews(real_interviews):
    found = [fault for one in real_interviews for fault in find(one, Options())]
    assert found == []


FOLDER = Path(__file__).parents[3].parent / "shared" / "corpus" / "interviews"


@pytest.fixture(scope="module")
def real_interviews():
    if not FOLDER.is_dir():
        pytest.skip("the real interviews are not here")
    read = read_corpus([FOLDER], TODAY, start=FOLDER)
    return [file.interview for file in read.files]
