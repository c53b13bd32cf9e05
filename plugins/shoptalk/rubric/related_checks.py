"""Which checks somebody may have in mind who writes what they want in their own words."""

import re

from shoptalk.rubric.checks import check_ids

MOST = 3
"""Checks that are proposed."""

SAYS_NOTHING = frozenset(("few", "in", "instead", "many", "no", "not", "of", "one", "to", "too"))
"""Words in the names of checks that stand in many a sentence."""


def related_checks(text: str) -> list[str]:
    """The checks whose names share the most words with a text, the best first."""
    words = _words(text)
    shared = {id: len(words & _words(id)) for id in check_ids()}
    found = [id for id, number in shared.items() if number]
    return sorted(found, key=lambda id: (-shared[id], len(_words(id)), id))[:MOST]


def _words(text: str) -> frozenset[str]:
    """Its words, singular and plural being the same, without those that say nothing."""
    found = re.findall(r"[a-z]+", text.lower())
    return frozenset(word.removesuffix("s") for word in found if word not in SAYS_NOTHING)
