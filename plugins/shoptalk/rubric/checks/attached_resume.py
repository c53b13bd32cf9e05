"""A message comes with a CV."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.outreach.messages.message import resume_attached
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, all_texts, paths_of_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """None."""


@check(Severity.WARNING)
def attached_resume(words: str, is_sent: bool = False) -> Wording:
    """A message comes with a CV.

    ### Why it matters

    It turns a conversation into an application, and the person into a recruiter. If they want to
    see it, they will ask. This is a guess, by lists of English words; a text in another language is
    left alone.

    ### Example

    "My CV is attached".

    ### Write instead

    Leave it out, and say in one sentence what you do.
    """
    return Wording(
        f"{shown(words)} sends a CV along",
        advised("leave it out: you ask for a conversation, not for a post", is_sent),
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each text that says so."""
    for one in all_texts(material):
        found = resume_attached(one.text)
        if found:
            yield one.fault(found, found.words)


RUBRIC_CHECK = RubricCheck.of_requests(
    attached_resume, Options, find, paths_of_texts, needs_english=True
)
