"""The grades of a class for programs, as one JSON object."""

import json
from typing import Any

from shoptalk.rubric.class_grades import Cell, ClassBook, Student


def render_class(book: ClassBook) -> str:
    """All rows; numbers that nobody can know yet are null."""
    whole = {
        "criteria": [{"criterion": id, "title": title} for id, title in book.criteria.items()],
        "students": [_student(one) for one in book.students],
        "shared": [
            {
                "letters": one.letters,
                "places": [{"student": name, "path": path} for name, path in one.places],
            }
            for one in book.shared
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _student(student: Student) -> dict[str, Any]:
    total = student.total
    return {
        "student": student.name,
        "path": student.path,
        "not_graded": student.why_not or None,
        "published": student.is_published,
        "rubric": student.rubric or None,
        "site": student.site or None,
        "interviews": student.interviews,
        "errors": student.errors,
        "total": {
            "points": round(total.earned, 6),
            "of": round(total.possible, 6),
            "waiting": round(total.waiting, 6),
            "passing": student.passing,
        },
        "cells": [_cell(cell) for cell in student.cells],
        "waiting": list(student.waiting),
        "notes": list(student.notes),
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "criterion": cell.criterion,
        "points": cell.earned,
        "of": cell.of or None,
        "met": cell.met,
        "asked": cell.asked,
        "waiting": cell.waiting,
        "open": cell.open,
        "undecided": list(cell.undecided),
        "evidence": [{"path": one.path, "line": one.line or None} for one in cell.evidence],
    }
