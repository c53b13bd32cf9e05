"""Grades as the `result.json` that Classroom 50 reads."""

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from operator import mul
from typing import Any, NamedTuple

from shoptalk.rubric.outcome import State
from shoptalk.rubric.points import asked_of_each, worths
from shoptalk.rubric.reports.gradebook import Gradebook, Row
from shoptalk.rubric.rubric import Criterion

SCHEMA = "classroom50/result/v1"
SAID_BY_ENVIRONMENT = {
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
    "review": "REVIEW_URL",
}
WHOLE = 1_000
"""What everything is worth together where the rubric's own numbers are too fine to be rounded."""


def render_grades(book: Gradebook, environment: Mapping[str, str], now: datetime) -> str:
    """A test for each criterion, with the mean of the interviews; what waits gives nothing yet."""
    tests = list(_tests(book))
    said = {key: environment.get(name, "") for key, name in SAID_BY_ENVIRONMENT.items()}
    said["review"] = said["review"] or said["commit"]
    whole = {
        "schema": SCHEMA,
        **{key: value for key, value in said.items() if value},
        "datetime": now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "score": sum(test["score"] for test in tests),
        "max-score": sum(test["max-score"] for test in tests),
        "tests": tests,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


class Mean(NamedTuple):
    """What a criterion comes to over all interviews, or over the portfolio."""

    criterion: Criterion
    most: float
    earned: float
    is_met: bool


def _tests(book: Gradebook) -> Iterator[dict[str, Any]]:
    means = list(_means(book))
    factor = 1.0
    if not worths(book.rubric) or not all(one.most.is_integer() for one in means):
        factor = WHOLE / (sum(one.most for one in means if not one.criterion.bonus) or WHOLE)
    for one in means:
        yield {
            "test-name": one.criterion.title,
            "passed": one.is_met,
            "score": _rounded(one.earned * factor),
            "max-score": 0 if one.criterion.bonus else _rounded(one.most * factor),
        }


def _means(book: Gradebook) -> Iterator[Mean]:
    """The criteria that count; each alike where the rubric does not say what they are worth."""
    alike = {one.id: 1.0 for one in book.rubric.criteria if one.graded}
    usual = worths(book.rubric)
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for section in book.sections:
        for row in section.rows:
            rows[row.outcome.criterion.id].append(row)
    asked = {} if book.interviews else asked_of_each(book.rubric, usual or alike)
    for criterion in book.rubric.criteria:
        found = rows[criterion.id]
        applying = [row for row in found if row.outcome.applies and criterion.graded]
        worth = [(row.counts_of or 0.0) if usual else 1.0 for row in applying]
        most = sum(worth) / len(found) if found else asked.get(criterion.id, 0.0)
        if most:
            shares = [row.outcome.share or 0.0 for row in applying]
            earned = sum(map(mul, worth, shares)) / max(len(found), 1)
            is_met = bool(found) and all(row.outcome.state is State.MET for row in applying)
            yield Mean(criterion, most, earned, is_met)


def _rounded(number: float) -> int:
    """The nearest whole number; halves go up."""
    return math.floor(number + 0.5 + 1e-9)
