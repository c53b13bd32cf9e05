"""A message leaves no choice of time."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.messages.message import asks_for_job_instead, leaves_time_open
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, english_messages, path_of_message


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """None."""


@check(Severity.WARNING)
def no_choice_of_time(is_sent: bool = False) -> Wording:
    """A message leaves no choice of time.

    ### Why it matters

    One fixed hour is easy to say no to. Name several times, or a few weeks, ask for theirs, or add
    a link on which they can choose. A week or a month counts as a choice, unless an hour is named
    with it. Who asks for a job instead of a conversation is told so by `asks-for-job` only. This is
    a guess, by lists of English words; a message in another language is left alone.

    ### Example

    "Could we talk next Tuesday at 10?".

    ### Write instead

    "Could we talk in the next three weeks? Any time that suits you suits me".
    """
    return Wording(
        "the message leaves no choice of time",
        advised("ask when it would suit them, name several times, or add a booking link", is_sent),
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each message with one fixed time, or none."""
    booking = material.outreach.me.booking
    for one in english_messages(material):
        if not (asks_for_job_instead(one.text) or leaves_time_open(one.text, booking)):
            yield one.lacks()


RUBRIC_CHECK = RubricCheck.of_requests(
    no_choice_of_time, Options, find, path_of_message, needs_english=True
)
