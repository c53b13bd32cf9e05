"""An email has no subject, or one that says nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.outreach.messages.message import is_english, is_vague_subject
from shoptalk.outreach.request import Channel, Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, messages, path_of_message


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """None."""


@check(Severity.WARNING)
def vague_subject(subject: str, is_sent: bool = False) -> Wording:
    """An email has no subject, or one that says nothing.

    ### Why it matters

    The subject decides whether an email is opened. "Hello" and "Quick question" are what
    advertising says, too; the name of a post alone belongs over an application. Only messages with
    `channel: email`, or with a subject, are looked at. This is a guess, by lists of English words;
    a message in another language is left alone.

    ### Example

    The subject is "Quick question".

    ### Write instead

    The subject is "Your talk on delayed ships, and a question from a student".
    """
    said = f"the subject {shown(subject)} says nothing" if subject else "the email has no subject"
    return Wording(said, advised("name what made you write, or who sent you", is_sent))


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each subject without a word that tells it from others."""
    for one in messages(material):
        request = one.entry.request
        subject = request.subject
        if not subject:
            if request.channel is Channel.EMAIL:
                yield one.lacks("")
        elif is_vague_subject(subject) and is_english(f"{subject}\n{one.text}"):
            yield one._replace(path="subject").lacks(subject)


RUBRIC_CHECK = RubricCheck.of_requests(
    vague_subject, Options, find, path_of_message, needs_english=True
)
