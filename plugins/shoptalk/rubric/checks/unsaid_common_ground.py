"""A message does not say what the two of you share, though there is something."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.outreach.messages.message import has_common_ground, says_common_ground
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, english_messages, path_of_message


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """None."""


@check(Severity.WARNING)
def unsaid_common_ground(shared: str, is_sent: bool = False) -> Wording:
    """A message does not say what the two of you share, though there is something.

    ### Why it matters

    A friend you both have, the same school, an evening at which you met: it is what makes a
    stranger read on. It is expected where the entry has `introduced_by` or `shared`, or the route
    is warm, alumni or event. This is a guess, by lists of English words; a message in another
    language is left alone.

    ### Example

    The entry says `introduced_by: Greta Holm`, and the message does not name her.

    ### Write instead

    "Greta Holm suggested that I write to you".
    """
    return Wording(
        f"the message does not mention {shown(shared) if shared else 'what you have in common'}",
        advised("say it in one of the first sentences", is_sent),
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each message that leaves out what there is."""
    about = material.outreach.me.about
    for one in english_messages(material):
        request = one.entry.request
        if has_common_ground(request) and not says_common_ground(request, about):
            yield one.lacks(request.introduced_by or request.shared)


RUBRIC_CHECK = RubricCheck.of_requests(
    unsaid_common_ground, Options, find, path_of_message, needs_english=True
)
