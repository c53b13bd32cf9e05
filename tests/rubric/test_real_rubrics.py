"""Rubrics as courses have them, each with a portfolio that meets it and one that does not.

What is expected was worked out by hand and stands in each `expected.yml`, with the arithmetic.
"""

from datetime import date
from pathlib import Path

import pytest
import yaml

from shoptalk.reading.corpus import read_corpus
from shoptalk.rubric.grading import Report, grade
from shoptalk.rubric.outcome import Outcome
from shoptalk.rubric.points import is_passing, total_of, worths
from shoptalk.rubric.rubric_file import read_rubric
from shoptalk.rubric.score_file import read_scores

HOME = Path(__file__).parent / "real"
RUBRICS = sorted(path.name for path in HOME.iterdir())
TODAY = date(2027, 1, 15)
"""After the end of every stage."""


def expected(name: str, portfolio: str) -> dict:
    return yaml.safe_load((HOME / name / "expected.yml").read_text(encoding="utf-8"))[portfolio]


def report_of(name: str, portfolio: str) -> Report:
    folder = HOME / name
    rubric, findings = read_rubric(folder / "rubric.yml")
    assert findings == []
    assert rubric
    corpus = read_corpus([folder / portfolio / "interviews"], TODAY, start=folder)
    assert corpus.findings == ()
    assert [finding for file in corpus.files for finding in file.findings] == []
    addresses = [file.address for file in corpus.files]
    path = folder / portfolio / "scores.yml"
    scores, findings = read_scores(path, "scores.yml", rubric, addresses, TODAY)
    assert findings == []
    return grade(corpus, rubric, TODAY, scores)


def shown(outcomes: tuple[Outcome, ...], report: Report) -> dict[str, list]:
    """State, label of the level and points of each criterion."""
    worth = worths(report.rubric)
    rows = {}
    for outcome in outcomes:
        most = worth.get(outcome.criterion.id) if outcome.applies else None
        points = None if most is None or outcome.share is None else most * outcome.share
        label = outcome.level.label if outcome.level else None
        rows[outcome.criterion.id] = [outcome.state.value, label, points and pytest.approx(points)]
    return rows


@pytest.mark.parametrize("portfolio", ["met", "unmet"])
@pytest.mark.parametrize("name", RUBRICS)
def test_grades_are_those_worked_out_by_hand(name: str, portfolio: str):
    wanted = expected(name, portfolio)
    report = report_of(name, portfolio)
    assert {
        graded.file.address: shown(graded.outcomes, report) for graded in report.files
    } == wanted["interviews"]
    assert shown(report.portfolio, report) == wanted.get("portfolio", {})
    total = total_of(report)
    earned = {"earned": total.earned, "possible": total.possible, "waiting": total.waiting}
    assert earned == pytest.approx(wanted["total"])
    assert is_passing(total, report.rubric) is wanted.get("passing")


def test_there_are_enough_of_them():
    assert len(RUBRICS) >= 14


@pytest.mark.parametrize("name", RUBRICS)
def test_the_head_says_what_is_known_and_what_was_filled_in(name: str):
    head = (HOME / name / "rubric.yml").read_text(encoding="utf-8").split("title:")[0]
    assert head.startswith(("# Known: ", "# Bekannt: "))
    assert "# Filled in: " in head or "# Ergänzt: " in head


@pytest.mark.parametrize("name", RUBRICS)
def test_one_portfolio_does_better_than_the_other(name: str):
    met, unmet = (
        sum(
            outcome.share or 0.0
            for outcomes in (*(one.outcomes for one in report.files), report.portfolio)
            for outcome in outcomes
        )
        for report in (report_of(name, "met"), report_of(name, "unmet"))
    )
    assert met > unmet
