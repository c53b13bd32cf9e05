"""300 real conversations, found lacking in exactly what they lack."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from shoptalk.reading.corpus import read_corpus
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric_faults import DEFAULT_COURSE
from shoptalk.rubric.rubric_file import built_in

FOLDER = Path(__file__).parents[2].parent / "shared" / "corpus" / "interviews"

if not FOLDER.is_dir():
    pytest.skip("the real interviews are not here", allow_module_level=True)

ONE_WORD_NAMES = {
    "auriea",
    "equa",
    "hannako",
    "j3s",
    "jonobr1",
    "junkboy",
    "lain",
    "merkley",
    "realavocadofact",
    "scntfc",
    "tomnomnom",
}


@pytest.fixture(scope="module")
def report():
    today = date(2026, 11, 22)
    return grade(read_corpus([FOLDER], today, start=FOLDER), built_in(DEFAULT_COURSE), today)


def named(report, check):
    """The files in which a check found something, without their ending."""
    found = [finding for finding in report.all_findings if finding.check == check]
    return Counter(finding.place.path.removesuffix(".md") for finding in found)


def test_all_are_read(report):
    assert len(report.files) == 300
    assert all(graded.file.interview for graded in report.files)


def test_each_lacks_its_learnings_and_its_applications(report):
    messages = Counter(f.message for f in report.all_findings if f.check == "too-few-words")
    assert messages == {
        "there are no learnings; the rubric asks for at least 15 words": 300,
        "there are no applications; the rubric asks for at least 10 words": 300,
    }
    assert set(named(report, "too-few-words").values()) == {2}


def test_eleven_names_are_one_word(report):
    assert named(report, "single-word-name") == dict.fromkeys(ONE_WORD_NAMES, 1)


def test_the_other_findings_are_true(report):
    """The characters are there: look for U+2028, and for a name that lost its umlaut."""
    assert named(report, "line-separator") == {"elissa-logozio": 5, "vijay-pande": 1}
    assert named(report, "mojibake") == {"robert-bohnke": 1}
    for finding in report.all_findings:
        if finding.check == "line-separator":
            assert finding.place.source_line[finding.place.column - 1] == "\u2028"
        if finding.check == "mojibake":
            assert finding.message == "'Ã¶' is 'ö', decoded wrongly"


def test_there_is_nothing_else(report):
    known = {"too-few-words", "single-word-name", "line-separator", "mojibake"}
    assert {finding.check for finding in report.all_findings} == known


def test_nearly_every_question_has_its_answer(report):
    questions = [q for graded in report.files for q in graded.file.interview.questions]
    assert len(questions) > 1000
    assert all(question.answer for question in questions)


def test_real_decoding_damage_is_found_and_restored(read):
    path = FOLDER.parents[1] / "courses" / "five-steps.md"
    if not path.is_file():
        pytest.skip("the damaged course text is not here")
    found = [f for f in read(path.read_bytes()).findings if f.check == "mojibake"]
    assert len(found) >= 8
    messages = {finding.message for finding in found}
    assert "'¬†' is a no-break space, decoded wrongly" in messages
    assert "'\uf8ffüì∫' is '📺', decoded wrongly" in messages
    assert "'‚è∞' is '⏰', decoded wrongly" in messages
    for finding in found:
        assert not any(sign in finding.correction[0] for sign in "¬†‚\uf8ff")
