"""A message does not say why it is written to this very person."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.messages.message import gives_reason
from shoptalk.outreach.request import Entry, Route
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, english_messages, path_of_message


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """None."""


@check(Severity.WARNING)
def no_reason_for_person(is_sent: bool = False) -> Wording:
    """A message does not say why it is written to this very person.

    ### Why it matters

    A message that could go to anybody is answered by nobody. A talk, an article, a project, a step
    in their career shows that you mean them. Messages to people you know (`route: direct`) need
    none. This is a guess, by lists of English words; a message in another language is left alone.

    ### Example

    "I would love to learn about your career".

    ### Write instead

    "Your talk on delayed ships made me want to ask how you came from the docks to the models".
    """
    return Wording(
        "the message does not say why you write to this person",
        advised("name what you read, saw or heard of them", is_sent),
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each message to a stranger that names nothing of theirs."""
    for one in english_messages(material):
        request = one.entry.request
        if request.route is not Route.DIRECT and not gives_reason(request):
            yield one.lacks()


RUBRIC_CHECK = RubricCheck.of_requests(
    no_reason_for_person, Options, find, path_of_message, needs_english=True
)
