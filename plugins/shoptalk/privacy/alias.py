"""What may stand for a person who did not agree to be named."""

import re

from shoptalk.findings.finding import Place
from shoptalk.privacy.names.folding import folded_words
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.interview import Interview

VOWEL = re.compile(r"[aeiou](?!uro|ni(?![mn])|s[aeu]|\b)|honest|hono|hour", re.IGNORECASE)
SPELLED_VOWEL = re.compile(r"[AEFHILMNORSX](?:[A-Z0-9]|\b)")
"""How an abbreviation begins whose first letter is spoken with a vowel: an HR manager."""

OWN = "own"
"""The address of the person's own interview, where a part of the name is enough."""

CAPITAL = re.compile(r"[^\W\d_][^A-Z]*\Z")


def alias_of(interview: Interview) -> str:
    """What the student wrote to stand for the name; empty if that is a placeholder, or names."""
    alias = interview.alias
    return "" if is_placeholder(alias) or names_person(alias, interview.name) else alias


def names_person(alias: str, name: str) -> bool:
    """Whether an alias has a part of the person's own name in it that tells who it is."""
    folded = " ".join(folded_words(alias))
    if is_placeholder(name) or not any(part in folded for part in folded_words(name)):
        return False
    from shoptalk.privacy.names.finder import Finder
    from shoptalk.privacy.private_values import PrivateValue

    finder = Finder([PrivateValue(name, "name", OWN, Place(path=""))])
    return any(finder.find(alias, OWN))


def other_alias(interview: Interview) -> str:
    """One made from the job title; empty where that is none, or names the person as well."""
    title = "" if is_placeholder(interview.title) else interview.title
    alias = alias_from(title)
    return "" if names_person(alias, interview.name) else alias


def alias_from(title: str) -> str:
    """A job title as one says it of somebody, such as `A clinical data engineer`; empty for none.

    Words with capitals inside them stay as they are: `An HR manager`. Titles that do not look
    English stay so, too.
    """
    if not title.isascii() or not title[:1].isalpha():
        return title
    words = [word.lower() if CAPITAL.match(word) else word for word in title.split()]
    first = words[0]
    is_spelled = len(first) > 1 and first.isupper()
    begins = SPELLED_VOWEL if is_spelled else VOWEL
    return f"{'An' if begins.match(first) else 'A'} {' '.join(words)}"
