"""A gap was left in a message."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.outreach.messages.gaps import gaps_in
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, all_texts, paths_of_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """None."""


@check(Severity.ERROR)
def gap_in_message(words: str, is_sent: bool = False) -> Wording:
    """A gap was left in a message.

    ### Why it matters

    A message that begins with "Dear [Name]" says that it was written for nobody. Gaps are words in
    brackets or braces, TODO and its like, XX, NAME, rows of underscores, and dots or question marks
    that stand for a word, in any language.

    ### Example

    "Dear [Name], could we talk for 20 minutes?".

    ### Write instead

    "Dear Mr Abara, could we talk for 20 minutes?".
    """
    return Wording(
        f"{shown(words)} is a gap that was not filled in",
        advised("write what belongs there, or take it out", is_sent),
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each gap, in any text of a request."""
    for one in all_texts(material):
        for found in gaps_in(one.text):
            yield one.fault(found, found.words)


RUBRIC_CHECK = RubricCheck.of_requests(gap_in_message, Options, find, paths_of_texts)
