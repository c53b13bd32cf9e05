"""Grades for programs, as one JSON object."""

import json
from typing import Any

from shoptalk.findings.finding import Finding
from shoptalk.rubric.points import Total
from shoptalk.rubric.reports.gradebook import Gradebook, Line, Row, Section
from shoptalk.rubric.scores import Score


def render_grades(book: Gradebook) -> str:
    """All grades; numbers that nobody can know yet, and texts that are not there, are null."""
    rubric = book.rubric
    whole = {
        "rubric": {
            "title": rubric.title,
            "version": rubric.version or None,
            "pass_mark": rubric.pass_mark.value if rubric.pass_mark else None,
        },
        "interviews": [
            {"interview": one.address, "path": one.path, "name": one.name, **_section(one)}
            for one in book.interviews
        ],
        "portfolio": _section(book.portfolio),
        "total": {**_total(book.total), "passing": book.passing},
        "drafts": list(book.drafts),
        "unreadable": list(book.unreadable),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _section(section: Section) -> dict[str, Any]:
    return {
        "write_up": section.write_up,
        "rows": [_row(row) for row in section.rows],
        "total": _total(section.total),
    }


def _row(row: Row) -> dict[str, Any]:
    outcome = row.outcome
    return {
        "criterion": outcome.criterion.id,
        "title": outcome.criterion.title,
        "state": outcome.state,
        "level": row.level,
        "proposed_level": row.proposed_level,
        "points": row.points,
        "proposed_points": row.proposed_points,
        "of": row.of,
        "counts": row.counts,
        "counts_of": row.counts_of,
        "bonus": outcome.criterion.bonus,
        "judge": outcome.criterion.judged_by,
        "scores": [_score(score, outcome.given) for score in outcome.scores],
        "stale": outcome.is_stale,
        "evidence": [_evidence(line) for line in row.evidence],
        "findings": [_finding(finding) for finding in outcome.findings],
    }


def _evidence(line: Line) -> dict[str, Any]:
    person = {"person": line.person} if line.person else {}
    return {"path": line.path, "line": line.line, **person}


def _score(score: Score, given: Score | None) -> dict[str, Any]:
    return {
        "level": score.level or None,
        "points": score.points,
        "judge": score.judge,
        "who": score.who,
        "when": score.when.isoformat(),
        "comment": score.comment or None,
        "write_up": score.write_up or None,
        "counts": score is given,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "severity": finding.severity,
        "check": finding.check,
        "message": finding.message,
        "help": finding.advice,
    }


def _total(total: Total) -> dict[str, Any]:
    return {
        "points": round(total.earned, 6),
        "of": round(total.possible, 6),
        "waiting": round(total.waiting, 6),
    }
