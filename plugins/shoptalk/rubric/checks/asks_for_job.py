"""A message asks for a job, an internship or a referral."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.outreach.messages.message import job_asked_for
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, all_texts, paths_of_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """None."""


@check(Severity.WARNING)
def asks_for_job(words: str, is_sent: bool = False) -> Wording:
    """A message asks for a job, an internship or a referral.

    ### Why it matters

    Few people have a job to give, and all can tell what theirs is like. Who is asked for more than
    they promised says no to both. If it goes well, they may offer it themselves. To ask for further
    people is welcome, and to say that you ask for no job. What they earn is not looked for here: it
    is a question, which `question-not-to-ask` finds. This is a guess, by lists of English words; a
    text in another language is left alone.

    ### Example

    "Is there an internship for me at your company?".

    ### Write instead

    "How did you find your first post in this field?".
    """
    return Wording(
        f"{shown(words)} asks for more than a conversation",
        advised("ask about their work instead: 'How did you get into it?'", is_sent),
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each text that asks for one."""
    for one in all_texts(material):
        found = job_asked_for(one.text)
        if found:
            yield one.fault(found, found.words)


RUBRIC_CHECK = RubricCheck.of_requests(
    asks_for_job, Options, find, paths_of_texts, needs_english=True
)
