"""A message is longer than the rubric asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import count_words, counted
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, messages, path_of_message


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How many words it may have."""

    at_most: int = 150


@check(Severity.WARNING)
def long_message(count: int, at_most: int, is_sent: bool = False) -> Wording:
    """A message is longer than the rubric asks for.

    ### Why it matters

    What fits on the screen of a phone is read at once. What does not is put aside for later, and
    forgotten.

    ### Example

    A message of 240 words, where the rubric asks for at most 150.

    ### Write instead

    The request, who you are, why them, when and how long, and thanks: 80 words are plenty.
    """
    return Wording(
        f"the message has {counted(count, 'word')}; the rubric asks for at most {at_most}",
        advised(f"leave out {counted(count - at_most, 'word')}: what they need not know", is_sent),
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each message with more words."""
    for one in messages(material):
        count = count_words(one.text)
        if count > options.at_most:
            yield one.lacks(count, options.at_most)


def measure(material: Material, options: Options) -> int:
    """The words of the longest message."""
    return max((count_words(one.text) for one in messages(material)), default=0)


RUBRIC_CHECK = RubricCheck.of_requests(
    long_message,
    Options,
    find,
    path_of_message,
    measure=measure,
    measures="the words of the longest message",
)
