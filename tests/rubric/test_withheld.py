"""What only `private/` holds is neither met nor missed where that is not there."""

import html
from dataclasses import replace
from datetime import date

import pytest
from one_check import RUBRIC, condition_of, interview_of
from one_interview import grade_interview

from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.interview import Interview
from shoptalk.reading.source import Source
from shoptalk.rubric.grading import Report, grade
from shoptalk.rubric.material import Material
from shoptalk.rubric.outcome import Outcome, State
from shoptalk.rubric.reports import json, markdown, text
from shoptalk.rubric.reports.gradebook import make_gradebook
from shoptalk.rubric.rubric import Rubric
from shoptalk.rubric.rubric_file import parse_rubric
from shoptalk.site.pages import make_pages
from shoptalk.site.portfolio import Portfolio

TITLE = "missing-field: {field: title}"
WITHHELD = replace(interview_of("alias: A baker"), withheld=frozenset(("name",)))


def rubric_with(check: str) -> Rubric:
    rubric, faults = parse_rubric(Source("rubric.yml", RUBRIC.format(check)))
    assert rubric, faults
    return rubric


def held(check: str, interview: Interview = WITHHELD) -> Outcome:
    [made] = grade_interview(interview, rubric_with(check))
    return made


@pytest.mark.parametrize(
    ("check", "state"),
    [
        ("missing-name", State.WITHHELD),
        ("not: {missing-name: {}}", State.WITHHELD),
        (f"any: [missing-name, {TITLE}]", State.WITHHELD),
        (f"all: [missing-name, {TITLE}]", State.NOT_MET),
        (TITLE, State.NOT_MET),
        ("missing-record: {record: request}", State.WITHHELD),
    ],
)
def test_only_what_the_name_decides_cannot_be_shown(check: str, state: State):
    made = held(check)
    assert made.state is state
    if state is State.WITHHELD:
        assert (made.passed, made.findings, made.share) == (None, (), None)


def test_a_name_that_is_merely_missing_is_a_fault_that_says_where_it_may_stand():
    made = held("missing-name", interview_of("alias: A baker"))
    assert made.state is State.NOT_MET
    [finding] = made.findings
    assert finding.help == "add it here, or to private/ada.yml, which nobody else sees"


def test_without_an_alias_the_help_is_the_usual_one():
    [finding] = held("missing-name", interview_of("title: Baker")).findings
    assert finding.help == "add it to the front matter"


def test_over_a_portfolio_one_that_is_withheld_and_one_that_is_missing():
    condition = condition_of("missing-name")
    assert condition.hold(Material((WITHHELD, interview_of("name: Ada")))).passed is None
    missing = condition.hold(Material((WITHHELD, interview_of("title: Baker"))))
    assert missing.passed is False
    assert len(missing.shortfalls) == 1


def report() -> Report:
    files = tuple(
        ReadFile(path=f"{name}.md", address=name, source=one.source, interview=one, findings=())
        for name, one in (("a-baker", WITHHELD), ("ada", interview_of("name: Ada Okafor")))
    )
    return grade(Corpus(files=files), rubric_with("missing-name"), date(2026, 11, 22))


def test_the_grades_say_why():
    book = make_gradebook(report(), {})
    why = "cannot be shown (a-baker): x; only the instructor's edition can show it"
    assert f"\n{why}\n" in text.render_grades(book)
    assert f"- C{why[1:]}\n" in markdown.render_grades(book)
    assert '"state": "cannot be shown"' in json.render_grades(book)


def test_the_rubric_page_says_why():
    [page] = [
        one for one in make_pages(Portfolio(report=report())) if one.path == "rubric/index.md"
    ]
    assert html.unescape(page.head).count("? only the instructor's edition can show it") == 1
