"""Grades as the `result.json` that Classroom 50 reads."""

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from shoptalk.rubric.outcome import State
from shoptalk.rubric.points import asked_of_each, worths
from shoptalk.rubric.reports.gradebook import Gradebook, Row

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


def _tests(book: Gradebook) -> Iterator[dict[str, Any]]:
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for section in book.sections:
        for row in section.rows:
            rows[row.outcome.criterion.id].append(row)
    worth = _whole_worths(book)
    asked = {} if book.interviews else asked_of_each(book.rubric, worth)
    for criterion in book.rubric.criteria:
        found = rows[criterion.id]
        applying = [row for row in found if row.outcome.applies]
        most = worth.get(criterion.id, 0.0)
        share = len(applying) / len(found) if found else float(criterion.id in asked)
        if not share or not criterion.graded:
            continue
        earned = sum(row.outcome.share or 0.0 for row in applying) / max(len(found), 1)
        is_met = bool(found) and all(row.outcome.state is State.MET for row in applying)
        yield {
            "test-name": criterion.title,
            "passed": is_met,
            "score": _rounded(most * earned),
            "max-score": 0 if criterion.bonus else _rounded(most * share),
        }


def _whole_worths(book: Gradebook) -> Mapping[str, float]:
    """What each criterion is worth, in numbers of which rounding leaves enough."""
    worth = worths(book.rubric) or {one.id: 1.0 for one in book.rubric.criteria if one.graded}
    if all(one.is_integer() for one in worth.values()) and worths(book.rubric):
        return worth
    whole = sum(worth.get(one.id, 0.0) for one in book.rubric.criteria if not one.bonus)
    return {id: one * WHOLE / (whole or WHOLE) for id, one in worth.items()}


def _rounded(number: float) -> int:
    """The nearest whole number; halves go up."""
    return math.floor(number + 0.5 + 1e-9)
