"""A message names no length for the conversation, or one that is too long."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.outreach.messages.message import asks_for_job_instead, request_in
from shoptalk.outreach.messages.minutes import length_asked
from shoptalk.outreach.messages.phrases import Found
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, english_messages, path_of_message


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How many minutes it may ask for."""

    at_least: int = 15
    at_most: int = 30


@check(Severity.WARNING)
def unbounded_time(
    words: str, minutes: int, at_least: int, at_most: int, is_sent: bool = False
) -> Wording:
    """A message names no length for the conversation, or one that is too long.

    ### Why it matters

    Nobody can say yes to "a chat" without fearing for their afternoon. Twenty to thirty minutes fit
    between two meetings; an hour does not. Who asks for a job instead of a conversation is told so
    by `asks-for-job` only. This is a guess, by lists of English words; a message in another
    language is left alone.

    ### Example

    "Could we meet for an hour?".

    ### Write instead

    "Could we talk for 20 to 30 minutes?".
    """
    plain = f"{max(at_least, min(20, at_most))} to {at_most} minutes"
    if not words:
        return Wording(
            "the message does not say how long the conversation will take",
            advised(f"ask for '{plain}'", is_sent),
        )
    return Wording(
        f"{shown(words)} is {minutes} minutes; the rubric asks for {at_least} to {at_most}",
        advised(f"write '{plain}' instead", is_sent),
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each message without a length, or with another one."""
    least, most = options.at_least, options.at_most
    for one in english_messages(material):
        if asks_for_job_instead(one.text):
            continue
        length = length_asked(one.text, request_in(one.text), range(least, most + 1))
        if length is None:
            yield one.lacks("", 0, least, most)
        elif not least <= length.minutes <= most:
            found = Found(length.at, length.words)
            yield one.fault(found, length.words, length.minutes, least, most)


def unsuitable(options: Options) -> str:
    """A range that nothing is in."""
    if options.at_least > options.at_most:
        return f"at_least: is {options.at_least}, more than 'at_most' ({options.at_most})"
    return ""


RUBRIC_CHECK = RubricCheck.of_requests(
    unbounded_time, Options, find, path_of_message, unsuitable=unsuitable, needs_english=True
)
