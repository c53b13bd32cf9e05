"""What a criterion asks for, as checks and what joins them.

These are `not`, `any`, `all`, `some` and `interviews`. A condition is held against the interviews
in question: one write-up, or all of a portfolio.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from shoptalk.findings.check import Check
from shoptalk.findings.finding import Place
from shoptalk.outreach.request import Entry
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import FindInRequests, RubricCheck
from shoptalk.rubric.condition_faults import (
    forbidden_match,
    no_alternative_met,
    too_few_interviews,
)
from shoptalk.rubric.material import Material
from shoptalk.rubric.pooling import pool


class Evidence(NamedTuple):
    """A field that an outcome rests on."""

    record: Interview | Entry
    path: str
    """Such as `questions[3]`; empty for the whole file."""


def is_withheld(evidence: Evidence) -> bool:
    """Whether it is a field that nobody can be asked for here."""
    return isinstance(evidence.record, Interview) and evidence.path in evidence.record.withheld


class Shortfall(NamedTuple):
    """A fault of one check, not yet worded."""

    wording: Check[Any]
    measured: tuple[Any, ...]
    evidence: Evidence | None
    """None where it is the portfolio that falls short, and no file of it."""
    listed_at: Place | None = None
    """Where the list begins that falls short, if there is one."""
    names_criterion: bool = False
    """Its wording takes the title and the description of the criterion, too."""


class Held(NamedTuple):
    """What came of holding a condition against interviews."""

    passed: bool | None
    """None where it cannot be shown: nothing records it so far, or it is withheld."""
    shortfalls: tuple[Shortfall, ...] = ()


PASSED = Held(True)


@dataclass(frozen=True, slots=True)
class AppliedCheck:
    """A check with the options that a criterion gives it."""

    check: RubricCheck
    options: Any
    written: str = ""
    """As the rubric has it, for messages."""

    def hold(self, material: Material) -> Held:
        """What the check finds."""
        if self.check.find_in_requests is not None:
            return self._hold_requests(material, self.check.find_in_requests)
        interviews = material.interviews
        if not (interviews or self.check.pools):
            return Held(None)
        if self.check.pools and len(interviews) != 1:
            pooled = pool(interviews)
            found = [
                Shortfall(self.check.wording, fault.measured, None)
                for fault in self.check.find(pooled, self.options)
            ]
        else:
            found = [
                Shortfall(self.check.wording, fault.measured, Evidence(interview, fault.path))
                for interview in interviews
                for fault in self.check.find(interview, self.options)
            ]
        shown = tuple(one for one in found if not (one.evidence and is_withheld(one.evidence)))
        if found and not shown:
            return Held(None)
        return Held(False, shown) if shown else PASSED

    def _hold_requests(self, material: Material, find: FindInRequests) -> Held:
        """What the check finds in the requests; nothing where none are written down anywhere."""
        if self.check.needs_outreach and not material.outreach.is_kept:
            return Held(None)
        if self.check.needs_request and not material.requests:
            return Held(None)
        shortfalls = tuple(
            Shortfall(
                self.check.wording,
                fault.measured,
                Evidence(record, fault.path) if record else None,
                material.outreach.listed_at,
            )
            for record, fault in find(material, self.options)
        )
        if shortfalls:
            return Held(False, shortfalls)
        return Held(None) if self.check.is_open(material, self.options) else PASSED

    def rests_on(self, material: Material) -> Iterator[Evidence]:
        """The fields that are looked at."""
        if self.check.evidence_in_requests is not None:
            for record, path in self.check.evidence_in_requests(material, self.options):
                yield Evidence(record, path)
            return
        is_of_requests = self.check.find_in_requests is not None
        for record in material.requests if is_of_requests else material.interviews:
            for path in self.check.rests_on(record, self.options):
                yield Evidence(record, path)

    def tells(self, material: Material) -> Iterator[Evidence]:
        """The fields that decide: of requests only those at fault, or those that are counted."""
        if self.check.find_in_requests is None or self.check.counts_requests:
            yield from self.rests_on(material)
            return
        for shortfall in self.hold(material).shortfalls:
            if shortfall.evidence:
                yield shortfall.evidence

    def measure(self, material: Material) -> float | None:
        """The number that the check measures, if it measures one.

        Over a portfolio it is counted in all write-ups together, or else it is their mean.
        """
        measure = self.check.measure
        if measure is None:
            return None
        if self.check.find_in_requests is not None:
            return measure(material, self.options)
        interviews = material.interviews
        if self.check.pools and len(interviews) != 1:
            return measure(pool(interviews), self.options)
        return sum(measure(one, self.options) for one in interviews) / max(len(interviews), 1)


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    condition: "Condition"
    written: str = ""

    def hold(self, material: Material) -> Held:
        """Passed where the condition is not."""
        held = self.condition.hold(material)
        if held.passed is None:
            return held
        if not held.passed:
            return PASSED
        rests_on = next(self.condition.rests_on(material), None)
        asked = self.condition.written
        return Held(False, (Shortfall(forbidden_match, (asked,), rests_on),))

    def rests_on(self, material: Material) -> Iterator[Evidence]:
        """What the condition rests on."""
        return self.condition.rests_on(material)

    def measure(self, material: Material) -> float | None:
        """What the condition measures."""
        return self.condition.measure(material)


@dataclass(frozen=True, slots=True)
class Some:
    """At least so many of several conditions: `any` is one of them, `all` is each."""

    conditions: "tuple[Condition, ...]"
    at_least: int
    written: str = ""

    def hold(self, material: Material) -> Held:
        """Passed where enough of the conditions are."""
        held = [condition.hold(material) for condition in self.conditions]
        passed = sum(one.passed is True for one in held)
        if passed >= self.at_least:
            return PASSED
        if passed + sum(one.passed is None for one in held) >= self.at_least:
            return Held(None)
        shortfalls = tuple(chain.from_iterable(one.shortfalls for one in held))
        if self.at_least == len(held):
            return Held(False, shortfalls)
        first = [one.shortfalls[0] for one in held if one.shortfalls]
        words = "; or ".join(one.wording.word(*one.measured).message for one in first)
        missing = self.at_least - passed
        help = f"mend {'one' if missing == 1 else missing} of these: {words}"
        measured = (passed, len(held), self.at_least, help)
        return Held(False, (shortfalls[0]._replace(wording=no_alternative_met, measured=measured),))

    def rests_on(self, material: Material) -> Iterator[Evidence]:
        """What the conditions rest on."""
        return all_evidence(self.conditions, material)

    def measure(self, material: Material) -> float | None:
        """How many of the conditions are passed."""
        return sum(condition.hold(material).passed is True for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class Interviews:
    """At least so many interviews of which each passes some conditions."""

    conditions: "tuple[Condition, ...]"
    at_least: int
    written: str = ""

    def hold(self, material: Material) -> Held:
        """Passed where enough interviews pass all conditions."""
        count = len(self._passing(material))
        if count >= self.at_least:
            return PASSED
        if count + self._unknown(material) >= self.at_least:
            return Held(None)
        measured = (count, len(material.interviews), self.at_least, self._nearest(material))
        shortfall = Shortfall(too_few_interviews, measured, None, names_criterion=True)
        return Held(False, (shortfall,))

    def rests_on(self, material: Material) -> Iterator[Evidence]:
        """What the conditions rest on in the interviews that pass; these themselves without."""
        for interview in self._passing(material):
            if self.conditions:
                yield from all_evidence(self.conditions, material.alone(interview))
            else:
                yield Evidence(interview, "")

    def measure(self, material: Material) -> float | None:
        """How many interviews pass."""
        return len(self._passing(material))

    def _nearest(self, material: Material) -> str:
        """The conversation that lacks least, with what it lacks; empty where none lacks any."""
        lacking = [
            (interview, faults)
            for interview in material.interviews
            if (faults := self._faults(material.alone(interview)))
        ]
        if not lacking:
            return ""
        interview, faults = min(lacking, key=lambda one: len(one[1]))
        return f"{interview.source.path} ({'; '.join(faults)})"

    def _faults(self, material: Material) -> list[str]:
        """What one conversation lacks, in words: of each field the first that is said."""
        found: dict[str, str] = {}
        for condition in self.conditions:
            for shortfall in condition.hold(material).shortfalls:
                path = shortfall.evidence.path if shortfall.evidence else ""
                words = shortfall.wording.word(*shortfall.measured)
                is_choice = shortfall.wording is no_alternative_met
                found.setdefault(path, words.help if is_choice else words.message)
        return list(found.values())

    def _unknown(self, material: Material) -> int:
        """Of how many it cannot be shown yet whether they pass."""
        held = (
            [one.hold(material.alone(interview)).passed for one in self.conditions]
            for interview in material.interviews
        )
        return sum(None in passed and False not in passed for passed in held)

    def _passing(self, material: Material) -> list[Interview]:
        return [
            interview
            for interview in material.interviews
            if all(
                condition.hold(material.alone(interview)).passed for condition in self.conditions
            )
        ]


Condition = AppliedCheck | Not | Some | Interviews


def all_evidence(conditions: Iterable[Condition], material: Material) -> Iterator[Evidence]:
    """What conditions rest on, one after the other."""
    return chain.from_iterable(condition.rests_on(material) for condition in conditions)
