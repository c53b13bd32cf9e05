"""A message does not say who writes it."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.messages.message import introduces_sender
from shoptalk.outreach.request import Entry, Route
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, english_messages, path_of_message


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """None."""


@check(Severity.WARNING)
def sender_not_introduced(is_sent: bool = False) -> Wording:
    """A message does not say who writes it.

    ### Why it matters

    A name at the end tells a stranger nothing. One sentence on what you study or do, and where you
    stand, lets them picture whom they would talk to. Messages to people you know (`route: direct`)
    need none. This is a guess, by lists of English words; a message in another language is left
    alone.

    ### Example

    "I would like to ask you about your work. Best, Mina".

    ### Write instead

    "I study data analysis at the evening school in Tallmark, and would like to ask you about your
    work".
    """
    return Wording(
        "the message does not say who you are",
        advised("add a sentence: 'I study … at …, and want to …'", is_sent),
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each message to a stranger that leaves it out."""
    name = material.outreach.me.name
    for one in english_messages(material):
        request = one.entry.request
        said = f"{request.subject}\n\n{one.text}"
        if request.route is not Route.DIRECT and not introduces_sender(said, name):
            yield one.lacks()


RUBRIC_CHECK = RubricCheck.of_requests(
    sender_not_introduced, Options, find, path_of_message, needs_english=True
)
