"""The checks a rubric can name: one file each, found by being here.

A check's file defines its wording (a `@check` function, whose docstring is the published page), its
options (a frozen dataclass), and `RUBRIC_CHECK`, which joins the two with a pure function.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from shoptalk.findings.check import Check
from shoptalk.reading.interview import Interview

LISTS = ("questions", "learnings", "applications", "referrals", "tags")
TEXTS = ("name", "title", "organization", "industry", "alias", "description", "research")
OTHERS = ("date", "minutes", "format", "route", "thanked", "connected", "consent", "link")


class Fault(NamedTuple):
    """What a check found in a record; `Interview.place` turns its path into line and column."""

    path: str
    """The field at fault, such as `questions[3].topic`."""
    measured: tuple[Any, ...]
    """What the check's wording is told."""


@dataclass(frozen=True, slots=True)
class RubricCheck:
    """A check that criteria can name, with options from the rubric file."""

    wording: Check[Any]
    options: type
    """A frozen dataclass; its fields are the option's names, types and defaults."""
    find: Callable[[Interview, Any], Iterable[Fault]]
    """A pure function of a record and the options."""
    rests_on: Callable[[Interview, Any], Iterable[str]]
    """The paths of the fields that the outcome rests on: its evidence."""
    fields: tuple[str, ...] = ()
    """What its option `field` may name, if it has one."""


@cache
def rubric_checks() -> dict[str, RubricCheck]:
    """Every check of this folder, by its id."""
    checks = {}
    for module in pkgutil.iter_modules(__path__):
        made: RubricCheck = importlib.import_module(f"{__name__}.{module.name}").RUBRIC_CHECK
        checks[made.wording.id] = made
    return checks
