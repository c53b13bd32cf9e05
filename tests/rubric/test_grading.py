"""Holding interviews against a rubric."""

from datetime import date

import pytest

from shoptalk.findings.finding import Severity
from shoptalk.reading.corpus import read_corpus
from shoptalk.reading.source import Source
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric import Scope
from shoptalk.rubric.rubric_faults import DEFAULT_COURSE
from shoptalk.rubric.rubric_file import built_in, parse_rubric

TODAY = date(2026, 11, 22)
MEETS_ALL = """\
---
name: Rosalind Okafor
title: Clinical Data Engineer
questions: [What is a week like, How did you start, Which skills matter]
learnings: Most of the week goes into agreeing on definitions, and much less of it into code.
applications: [I will rebuild my project around one written data contract.]
---

Body.
"""


@pytest.fixture
def graded(tmp_path):
    """Grades texts as files `0.md`, `1.md` …"""

    def grade_texts(*texts, rubric=None):
        for number, text in enumerate(texts):
            (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
        corpus = read_corpus([tmp_path], TODAY, start=tmp_path)
        return grade(corpus, rubric or built_in(DEFAULT_COURSE), TODAY)

    return grade_texts


def test_an_interview_that_meets_all(graded):
    report = graded(MEETS_ALL)
    assert report.all_findings == []
    assert all(outcome.met for outcome in report.files[0].outcomes)
    assert [outcome.criterion.id for outcome in report.files[0].outcomes] == [
        criterion.id for criterion in report.rubric.criteria if criterion.scope is Scope.INTERVIEW
    ]


def test_evidence_leads_to_lines(graded):
    [file] = graded(MEETS_ALL).files
    questions = next(o for o in file.outcomes if o.criterion.id == "questions")
    paths = [one.path for one in questions.evidence]
    assert paths == ["questions[0]", "questions[1]", "questions[2]"]
    places = [one.record.place(one.path) for one in questions.evidence]
    assert [(place.line, place.column) for place in places] == [(4, 13), (4, 34), (4, 53)]


def test_a_file_that_cannot_be_read_has_no_outcomes(graded):
    report = graded("No front matter.\n")
    assert report.files[0].outcomes == ()
    assert [finding.check for finding in report.all_findings] == ["no-front-matter"]


def test_what_a_draft_lacks_is_a_note(graded):
    report = graded("---\nname: Ada\ntitle: no\ndraft: true\n---\n\nBody.\n")
    severities = {finding.check: finding.severity for finding in report.all_findings}
    assert severities == {
        "single-word-name": Severity.NOTE,
        "too-few-items": Severity.NOTE,
        "too-few-words": Severity.NOTE,
        "yaml-word": Severity.ERROR,  # the file cannot be read faithfully, draft or not
    }
    assert all(outcome.met for outcome in report.files[0].outcomes)


def test_a_criterion_can_say_how_much_it_weighs(graded):
    rubric, faults = parse_rubric(
        Source(
            "rubric.yml",
            "criteria:\n"
            "- {id: a, title: A, severity: note, checks: [missing-name]}\n"
            "- {id: b, title: B, severity: warning, checks: [missing-field: {field: title}]}\n"
            "- {id: c, title: C, checks: [missing-field: {field: date}]}\n",
        )
    )
    assert faults == []
    report = graded("---\nindustry: Food\n---\n\nBody.\n", rubric=rubric)
    severities = {finding.check: finding.severity.value for finding in report.all_findings}
    assert severities["missing-name"] == "note"
    assert sorted(finding.severity.value for finding in report.all_findings) == [
        "error",
        "note",
        "warning",
    ]
    assert [outcome.met for outcome in report.files[0].outcomes] == [True, False, False]


def test_findings_come_by_file_and_from_top_to_bottom(graded):
    report = graded("---\ntitel: x\nname: Ada\n---\n\n## Why?\n\nx\n", MEETS_ALL, "x")
    order = [(f.place.path, f.place.line, f.place.column) for f in report.all_findings]
    assert order == sorted(order)
    assert {path for path, *_ in order} == {"0.md", "2.md"}
