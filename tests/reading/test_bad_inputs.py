"""88 broken and doubtful files, and what the whole check says of each.

The answers stand in `golden/`; `pytest --update-golden` writes them anew. The index of the cases
says how serious each fault is, and on which line it would be named.
"""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from shoptalk.findings.reporters.text import render_findings
from shoptalk.reading.corpus import read_corpus
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric_faults import DEFAULT_COURSE
from shoptalk.rubric.rubric_file import built_in

FOLDER = Path(__file__).parents[2].parent / "shared" / "bad-inputs"
GOLDEN = Path(__file__).parent / "golden"
TODAY = date(2026, 11, 22)

if not FOLDER.is_dir():
    pytest.skip("the broken files are not here", allow_module_level=True)

CASES = {case["id"]: case for case in json.loads((FOLDER / "index.json").read_text())}
LACKING = {"missing-name", "missing-field", "too-few-items", "too-few-words", "unlisted-question"}
"""What is true of a case that was cut down to a few keys."""

TRUE_ASIDES = {
    "b06-1e3": {"single-word-name"},
    "d32-zalgo": {"single-word-name"},
}

each_case = pytest.mark.parametrize("name", sorted(CASES))


def findings_of(name):
    folder = FOLDER / "cases" / name
    corpus = read_corpus([folder / "interviews"], TODAY, start=folder)
    return grade(corpus, built_in(DEFAULT_COURSE), date(2026, 11, 22)).all_findings


def test_there_are_88_cases_with_an_answer_each():
    assert len(CASES) == 88
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(CASES)


@each_case
def test_answer(golden, name):
    golden(GOLDEN / f"{name}.txt", render_findings(findings_of(name)))


@each_case
def test_level(name):
    allowed = LACKING | TRUE_ASIDES.get(name, set())
    found = [finding for finding in findings_of(name) if finding.check not in allowed]
    severities = {finding.severity.value for finding in found}
    wanted = CASES[name]["level"]
    if name == "b40-questions-empty":  # what it lacks is what is wrong with it
        assert "too-few-items" in {finding.check for finding in findings_of(name)}
    elif wanted == "ok":
        assert severities <= {"note"}
    elif wanted == "warning":
        assert "warning" in severities
        assert "error" not in severities
    else:
        assert "error" in severities


@each_case
def test_line_of_the_ideal_answer(name):
    at = re.search(r"ada\.md:(\d+)", CASES[name]["ideal"])
    if at is None or name in ELSEWHERE:
        return
    assert int(at[1]) in {finding.place.line for finding in findings_of(name)}


ELSEWHERE = {
    "b30-tags-map",
    "b42-placeholder",
    "d08-latin1",
    "d12-nul-body",
    "d14-ctrl-body",
    "d20-bidi-override",
    "d32-zalgo",
    "e20-abs-path",
    "e28-html-unclosed",
    "e30-comment-open",
}
"""Cases whose file has more or other lines above the fault than the hint reckons with."""


def mended(text, finding):
    """The text with the corrected lines in place of the faulty one."""
    lines = text.split("\n")
    lines[finding.place.line - 1 : finding.place.line] = finding.correction
    return "\n".join(lines)


@each_case
def test_each_corrected_line_mends_what_it_corrects(name, tmp_path):
    folder = FOLDER / "cases" / name
    [file] = read_corpus([folder / "interviews"], TODAY, start=folder).files
    for finding in findings_of(name):
        if not finding.correction or finding.check in NOT_A_REPLACEMENT:
            continue
        path = tmp_path / "interviews" / "ada.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(mended(file.source.text, finding), encoding="utf-8", newline="\n")
        corpus = read_corpus([path.parent], TODAY, start=tmp_path)
        after = grade(corpus, built_in(DEFAULT_COURSE), date(2026, 11, 22)).all_findings
        left = [again for again in after if is_same(again, finding)]
        assert not left, f"{finding.correction} does not mend {finding.message!r}"


def is_same(one, other):
    return (one.check, one.message, one.place.line) == (
        other.check,
        other.message,
        other.place.line,
    )


NOT_A_REPLACEMENT = {
    "missing-name": "a line to add",
    "missing-field": "a line to add",
    "too-few-items": "lines to add",
    "too-few-words": "lines to add",
    "unlisted-question": "a line to add to the list of questions",
    "no-front-matter": "lines to add at the top, as an example",
    "empty-front-matter": "lines to fill in, as an example",
    "toml-front-matter": "the first line to write instead of all the TOML",
    "not-utf-8": "the line as it reads once the file is saved as UTF-8",
}
