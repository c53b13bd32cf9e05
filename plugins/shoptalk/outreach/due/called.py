"""How somebody is called, also where another has the same name."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shoptalk.outreach.due.acquaintance import Acquaintance
from shoptalk.outreach.due.quoting import in_quotes
from shoptalk.outreach.due.step import APPOINTMENT, SAID, Step
from shoptalk.outreach.led_to import place_of
from shoptalk.outreach.names import comparable_name
from shoptalk.outreach.writing.named import NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """Somebody's name, and what tells them apart from others of it."""

    name: str
    organization: str = ""
    is_shared: bool = False
    """Whether somebody else has the name, too."""

    @property
    def told(self) -> str:
        """For people to read."""
        if not self.is_shared:
            return self.name
        return f"{self.name} ({self.organization or 'no organization'})"

    @property
    def words(self) -> str:
        """For a command line."""
        who = in_quotes(self.name)
        if not self.is_shared:
            return who
        place = in_quotes(self.organization) if self.organization else NOWHERE
        return f"{who} --organization {place}"


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
