"""The command that records a step, and whom it names."""

from collections import Counter
from collections.abc import Mapping, Sequence

from shoptalk.outreach.called import Called
from shoptalk.outreach.due.acquaintance import Acquaintance
from shoptalk.outreach.due.step import APPOINTMENT, SAID, Step
from shoptalk.outreach.led_to import place_of
from shoptalk.outreach.names import comparable_name


def called_by_key(people: Sequence[Acquaintance]) -> Mapping[str, Called]:
    """How everybody is called, by the keys of their requests, or of the conversation."""
    named = [one for person in people for one in _named(person)]
    shared = Counter(comparable_name(name) for _, name, _ in named)
    return {
        key: Called(
            name=name,
            organization=organization if place_of(organization) else "",
            is_shared=shared[comparable_name(name)] > 1,
        )
        for key, name, organization in named
    }


def _named(person: Acquaintance) -> list[tuple[str, str, str]]:
    """Each key with the name and the organization."""
    if person.requests:
        asked = zip(person.keys, person.requests, strict=True)
        return [(key, request.name, request.organization) for key, request in asked]
    place = person.interview.organization if person.interview else ""
    return [(person.keys[0], person.name, place)]


def recording(step: Step, who: Called) -> str:
    """The command that records a step with somebody as done."""
    if step in (Step.WRITE_UP, Step.MEET):
        return f"shoptalk new {who.words}"
    if step is Step.PROPOSE:
        return f"shoptalk did meet {who.words} --on {APPOINTMENT}"
    if step is Step.ANSWER:
        return f"shoptalk did answer {who.words} --said {SAID}"
    return f"shoptalk did {step} {who.words}"
