"""A reminder or a check-in presses for an answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.outreach.messages.message import presses
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, follow_ups, paths_of_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """None."""


@check(Severity.WARNING)
def pushy_reminder(words: str, is_sent: bool = False) -> Wording:
    """A reminder or a check-in presses for an answer.

    ### Why it matters

    Nobody owes you one. Most have missed the first message, and one friendly line brings it back; a
    reproach makes sure that there is no second answer either. This is a guess, by lists of English
    words; a text in another language is left alone.

    ### Example

    "I wrote to you two weeks ago, and you still have not answered".

    ### Write instead

    "In case my message got lost: would a short call be possible? If not, that is quite all right".
    """
    return Wording(
        f"{shown(words)} presses for an answer",
        advised("ask once more, kindly, and leave them a way to say no", is_sent),
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each text that does."""
    for one in follow_ups(material):
        found = presses(one.text)
        if found:
            yield one.fault(found, found.words)


RUBRIC_CHECK = RubricCheck.of_requests(
    pushy_reminder, Options, find, paths_of_texts, needs_english=True
)
