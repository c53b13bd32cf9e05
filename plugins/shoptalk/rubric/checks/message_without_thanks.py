"""A message has no word of thanks."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.messages.message import says_thanks
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, english_messages, path_of_message


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """None."""


@check(Severity.WARNING)
def message_without_thanks(is_sent: bool = False) -> Wording:
    """A message has no word of thanks.

    ### Why it matters

    You ask for a favor. A thank-you costs two words, and its absence is noticed. This is a guess,
    by lists of English words; a message in another language is left alone.

    ### Example

    "Could we talk for 20 minutes? Mina".

    ### Write instead

    "Could we talk for 20 minutes? Thank you for reading this. Mina".
    """
    return Wording("the message has no word of thanks", advised("end it with a thank-you", is_sent))


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each message that thanks for nothing."""
    for one in english_messages(material):
        if not says_thanks(one.text):
            yield one.lacks()


RUBRIC_CHECK = RubricCheck.of_requests(
    message_without_thanks, Options, find, path_of_message, needs_english=True
)
