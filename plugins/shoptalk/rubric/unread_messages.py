"""Messages in other languages than English, which most checks of messages cannot read."""

from collections.abc import Iterator

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Severity
from shoptalk.outreach.messages.message import is_english
from shoptalk.rubric.condition_parts import applied_checks
from shoptalk.rubric.counting import count_words
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import follow_ups, messages
from shoptalk.rubric.rubric import Rubric

FEWEST = 12
"""Words of a text whose language can be told."""


@check(Severity.NOTE)
def unread_message(has_length: bool) -> Wording:
    """A message is not in English, so that most checks of messages tell nothing of it.

    ### Why it matters

    They work by lists of English words. That they find nothing in a message in another language
    does not mean that it is a good one. Gaps, wrong names and the number of words are looked at in
    any language. Messages of fewer than twelve words are passed over.

    ### Example

    "Guten Tag Herr Abara, ich lerne abends programmieren und möchte Sie nach Ihrer Arbeit fragen".

    ### Write instead

    Leave it in the language of the person, and let somebody who speaks it read it before you send
    it.
    """
    looked_at = "gaps, names and length" if has_length else "gaps and names"
    return Wording(
        f"not read: the message is not in English; only its {looked_at} can be looked at",
        "let somebody who speaks the language read it",
    )


def unread_messages(rubric: Rubric, portfolio: Material) -> Iterator[Finding]:
    """A note for each message that a check which the rubric names could not read."""
    if not any(_needs_english(rubric)):
        return
    for texts, has_length in ((messages, True), (follow_ups, False)):
        for one in texts(portfolio):
            if not is_english(one.text) and count_words(one.text) >= FEWEST:
                yield unread_message.at(one.entry.place(one.path), has_length)


def _needs_english(rubric: Rubric) -> Iterator[bool]:
    for criterion in rubric.criteria:
        yield from (one.check.needs_english for one in applied_checks(criterion.checks))
