"""A message asks to meet, and not whether a call would do."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.outreach.messages.message import asks_only_to_meet, request_in
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, english_messages, path_of_message


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """None."""


@check(Severity.WARNING)
def in_person_only(words: str, is_sent: bool = False) -> Wording:
    """A message asks to meet, and not whether a call would do.

    ### Why it matters

    A coffee is the best way to get to know somebody, but it costs them the way there. Who may
    choose a call instead says yes more often. This is a guess, by lists of English words; a message
    in another language is left alone.

    ### Example

    "Could we meet for a coffee near your office?".

    ### Write instead

    "Could we meet for a coffee near your office, or talk by phone or video if you prefer?".
    """
    return Wording(
        f"{shown(words)} asks to meet, and the message offers no call",
        advised("add 'or by phone or video, if you prefer'", is_sent),
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each request that offers a meeting and nothing else."""
    for one in english_messages(material):
        found = asks_only_to_meet(one.text) if request_in(one.text) else None
        if found:
            yield one.fault(found, found.words)


RUBRIC_CHECK = RubricCheck.of_requests(
    in_person_only, Options, find, path_of_message, needs_english=True
)
