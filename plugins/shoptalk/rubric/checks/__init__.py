"""The checks a rubric can name: one file each, found by being here.

A check's file defines its wording (a `@check` function, whose docstring is the published page), its
options (a frozen dataclass), and `RUBRIC_CHECK`, which joins the two with a pure function.
"""

import importlib
import math
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, Self

from shoptalk.findings.check import Check
from shoptalk.outreach.request import Entry
from shoptalk.reading.interview import Interview
from shoptalk.rubric.material import Material


class Fault(NamedTuple):
    """What a check found in a record; `Interview.place` turns its path into line and column."""

    path: str
    """The field at fault, such as `questions[3].topic`."""
    measured: tuple[Any, ...]
    """What the check's wording is told."""


FindInRequests = Callable[[Material, Any], Iterable[tuple[Entry | Interview | None, Fault]]]
"""A pure function of requests and options: faults with the record at fault, None for the list."""


@dataclass(frozen=True, slots=True)
class RubricCheck:
    """A check that criteria can name, with options from the rubric file."""

    wording: Check[Any]
    options: type
    """A frozen dataclass; its fields are the option's names, types and defaults."""
    find: Callable[[Interview, Any], Iterable[Fault]]
    """A pure function of a record and the options."""
    rests_on: Callable[[Any, Any], Iterable[str]]
    """The paths of the fields of a record that the outcome rests on: its evidence."""
    fields: tuple[str, ...] = ()
    """What its option `field` may name, if it has one; `x-` stands for the student's own keys."""
    find_in_requests: FindInRequests | None = None
    """For a check of requests, what stands in the place of `find`."""
    evidence_in_requests: (
        Callable[[Material, Any], Iterable[tuple[Entry | Interview, str]]] | None
    ) = None
    """The records and paths that the outcome rests on, where these are not its own requests."""
    needs_outreach: bool = True
    """Without `outreach.yml` it tells nothing; where it is False, nothing is at fault then."""
    needs_request: bool = True
    """It tells nothing of a conversation to which no request led, or where nobody was asked."""
    needs_english: bool = False
    """It reads texts by lists of English words, and tells nothing of those in other languages."""
    measure: Callable[[Any, Any], float] | None = None
    """The number that levels can set limits for, if there is one."""
    measures: str = ""
    """What that number is, such as `the number of items`."""
    measures_at_most: Callable[[Any], float] = lambda options: math.inf
    """The highest that the number can be, with these options."""
    in_percent: bool = False
    """The number is a percentage, and need not be whole."""
    counts_requests: bool = False
    """It counts requests that have something: what it rests on speaks for it."""
    is_open: Callable[[Material, Any], bool] = lambda material, options: False
    """Of a check of requests that finds nothing: whether there is too little yet to pass it."""
    pools: bool = False
    """Over a whole portfolio it counts in all lists together, not in each write-up by itself."""
    is_of_portfolio: bool = False
    """It makes sense for a whole portfolio only."""
    unsuitable: Callable[[Any], str] = lambda options: ""
    """Why options cannot be worked with, as `option: reason`; empty if they can."""

    @classmethod
    def of_requests(
        cls,
        wording: Check[Any],
        options: type,
        find: FindInRequests,
        rests_on: Callable[[Entry, Any], Iterable[str]],
        **more: Any,
    ) -> Self:
        """A check of requests, which finds nothing in a conversation alone."""
        return cls(wording, options, no_fault, rests_on, find_in_requests=find, **more)


def no_fault(interview: Interview, options: object) -> tuple[Fault, ...]:
    """What a check of requests finds in a conversation."""
    return ()


@cache
def check_ids() -> tuple[str, ...]:
    """The ids of all checks of this folder: the names of their files, with hyphens."""
    return tuple(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__))


@cache
def rubric_check(id: str) -> RubricCheck:
    """The check with an id that `check_ids` names; its file is loaded only now."""
    made: RubricCheck = importlib.import_module(f"{__name__}.{id.replace('-', '_')}").RUBRIC_CHECK
    return made


def rubric_checks() -> dict[str, RubricCheck]:
    """Every check of this folder, by its id."""
    return {id: rubric_check(id) for id in check_ids()}
