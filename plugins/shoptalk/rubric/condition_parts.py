"""What conditions are made of, and what they rest on together."""

from collections.abc import Iterable, Iterator
from itertools import chain

from shoptalk.rubric.conditions import (
    AppliedCheck,
    Condition,
    Evidence,
    Interviews,
    Not,
    all_evidence,
)
from shoptalk.rubric.material import Material


def is_recorded(condition: Condition, has_outreach: bool) -> bool:
    """Whether anything is recorded that the condition could be held against."""
    if isinstance(condition, AppliedCheck):
        check = condition.check
        return has_outreach or check.find_in_requests is None or not check.needs_outreach
    if isinstance(condition, Not):
        return is_recorded(condition.condition, has_outreach)
    # That there are too few conversations shows, whatever they would have to pass.
    return isinstance(condition, Interviews) or any(
        is_recorded(one, has_outreach) for one in condition.conditions
    )


def applied_checks(conditions: Iterable[Condition]) -> Iterator[AppliedCheck]:
    """The checks that conditions are made of, in their order; not those that ought to fail."""
    for condition in conditions:
        if isinstance(condition, AppliedCheck):
            yield condition
        elif not isinstance(condition, Not):
            yield from applied_checks(condition.conditions)


def evidence_of(conditions: Iterable[Condition], material: Material) -> tuple[Evidence, ...]:
    """The fields that conditions rest on, each once."""
    return _each_once(all_evidence(conditions, material))


def telling_evidence(conditions: Iterable[Condition], material: Material) -> tuple[Evidence, ...]:
    """The fields that speak for or against conditions which are not all passed, each once."""
    told = (
        one.tells(material) if isinstance(one, AppliedCheck) else one.rests_on(material)
        for one in conditions
    )
    return _each_once(chain.from_iterable(told))


def _each_once(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple({(id(one.record), one.path): one for one in evidence}.values())
