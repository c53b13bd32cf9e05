"""A message has a phrase that everybody uses."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.outreach.messages.message import worn_phrases
from shoptalk.outreach.messages.phrases import find_all
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, all_texts, paths_of_texts
from shoptalk.rubric.phrases import why_unsuitable


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """More phrases that are worn, and those of the list that are not."""

    phrases: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


@check(Severity.WARNING)
def worn_phrase(words: str, plain: str, is_sent: bool = False) -> Wording:
    """A message has a phrase that everybody uses.

    ### Why it matters

    Who is asked often has read "pick your brain" a hundred times; it sounds like something copied.
    A plain word says what you mean. The list is in English; `phrases` adds to it, with `*` for up
    to four words, and `allowed` takes away.

    ### Example

    "I would love to pick your brain".

    ### Write instead

    "I would like to ask you a few questions".
    """
    help = f"write instead: {plain}" if plain else "say it in your own words"
    return Wording(f"{shown(words)} is a worn phrase", advised(help, is_sent))


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each such phrase, in any text of a request."""
    for one in all_texts(material):
        for found, plain in worn_phrases(one.text, options.phrases):
            if not find_all(options.allowed, found.words):
                yield one.fault(found, found.words, plain)


def unsuitable(options: Options) -> str:
    """A phrase without a word."""
    given = {"phrases": options.phrases, "allowed": options.allowed}
    faults = (why_unsuitable(phrases, name) for name, phrases in given.items() if phrases)
    return next(filter(None, faults), "")


RUBRIC_CHECK = RubricCheck.of_requests(
    worn_phrase, Options, find, paths_of_texts, unsuitable=unsuitable, needs_english=True
)
