"""A message asks for the conversation late, or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.messages.message import request_in, words_before_request
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, english_messages, path_of_message


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Before how many words it should stand, the greeting left out."""

    within: int = 80


@check(Severity.WARNING)
def late_request(before: int, within: int, is_sent: bool = False) -> Wording:
    """A message asks for the conversation late, or not at all.

    ### Why it matters

    Busy people read the first lines. If these do not say what you want, many stop before you do.
    This is a guess, by lists of English words; a message in another language is left alone.

    ### Example

    Two paragraphs on how you came to the field, and then: "Could we talk for 20 minutes?".

    ### Write instead

    "Could we talk for 20 minutes?" as the first sentence or after one about yourself; the rest
    below.
    """
    if before < 0:
        return Wording(
            "the message asks for no conversation",
            advised("ask in a sentence of its own: 'Could we talk for 20 minutes?'", is_sent),
        )
    return Wording(
        f"the request comes after {counted(before, 'word')}; the rubric asks for at most {within}",
        advised("begin with it, and tell the rest afterwards", is_sent),
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each message whose request is not among its first words."""
    for one in english_messages(material):
        request, before = request_in(one.text), words_before_request(one.text)
        if request is None:
            yield one.lacks(-1, options.within)
        elif before > options.within:
            yield one.fault(request, before, options.within)


RUBRIC_CHECK = RubricCheck.of_requests(
    late_request, Options, find, path_of_message, needs_english=True
)
