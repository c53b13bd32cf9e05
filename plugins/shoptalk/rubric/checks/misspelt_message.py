"""A message has a word that no dictionary knows."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.outreach.messages.message import is_english
from shoptalk.outreach.messages.spelling import misspelt, names_in
from shoptalk.outreach.request import Entry
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.material import Material
from shoptalk.rubric.message_texts import advised, all_texts, paths_of_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Words that are right though no dictionary has them."""

    words: tuple[str, ...] = ()


@check(Severity.NOTE)
def misspelt_message(word: str, is_sent: bool = False) -> Wording:
    """A message has a word that no dictionary knows.

    ### Why it matters

    A slip in the third line is what the reader remembers. This needs Hunspell or Aspell with an
    English dictionary on your computer, and says nothing without; a message in another language is
    left alone, and so are names and words that begin with a capital letter.

    ### Example

    "I would like to ask you a few questoins".

    ### Write instead

    "I would like to ask you a few questions".
    """
    return Wording(
        f"{shown(word)} is in no dictionary",
        advised("correct it, or leave it if it is right", is_sent),
    )


def find(material: Material, options: Options) -> Iterator[tuple[Entry, Fault]]:
    """A fault for each word, once in each text."""
    texts = [one for one in all_texts(material) if is_english(one.text)]
    known = {word.lower() for word in options.words} | names_in(material.outreach)
    for one, found in zip(texts, misspelt([one.text for one in texts], known), strict=True):
        for slip in found:
            yield one.fault(slip, slip.words)


RUBRIC_CHECK = RubricCheck.of_requests(
    misspelt_message, Options, find, paths_of_texts, needs_english=True
)
