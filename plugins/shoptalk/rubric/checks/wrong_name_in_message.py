"""A message greets somebody else, or names a person or employer of another request."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.outreach.messages.names import people_in, wrong_names
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, all_texts, paths_of_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """None."""


@check(Severity.ERROR)
def wrong_name_in_message(words: str, name: str, is_sent: bool = False) -> Wording:
    """A message greets somebody else, or names a person or employer of another request.

    ### Why it matters

    It was copied from the last one. Nothing ends a conversation sooner, before it began. Names that
    the entry itself has under `introduced_by`, `shared`, `why` or `referrals` may stand in it, and
    short forms such as "Bill" for William. A greeting in other letters than the name, such as "Dear
    Ms Li" for 李娜, is not judged.

    ### Example

    The entry is for Hanna Wirth, and the message begins with "Dear Oskar".

    ### Write instead

    "Dear Hanna".
    """
    return Wording(
        f"{shown(words)} does not belong into a message to {shown(name)}",
        advised("correct it, or say under 'why' or 'shared' what it has to do with them", is_sent),
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each such name, in any text of a request."""
    people = people_in(material.outreach)
    for one in all_texts(material):
        request = one.entry.request
        for found in wrong_names(request, one.text, people):
            yield one.fault(found, found.words, request.name)


RUBRIC_CHECK = RubricCheck.of_requests(wrong_name_in_message, Options, find, paths_of_texts)
