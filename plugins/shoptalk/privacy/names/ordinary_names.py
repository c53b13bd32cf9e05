"""Names that say little by themselves: words, and what many people are called."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from shoptalk.privacy.names.folding import folded_words

SHORTEST_TELLING = 4
"""Letters that a last name needs to tell by itself who is meant."""

SMALL_LETTERS = re.compile(r"(?<![\w./@-])[a-z]{3,}(?![\w/@-]|\.\w)")
"""A word that is part of no address."""

ENOUGH_TEXTS = 3
"""A word that so many write-ups have in small letters is no sign of a person."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SMALL_WORDS = _words(
    """a al an and as at bin da das de del della der des di do dos du e el en et for from i ibn in
    la las le les lo los o of on or san st te ten ter the to und van vom von vor why y zu zum zur"""
)
"""Words in names that count for nothing without the others."""

ARTICLES = _words("a al an das der die el il la las le les los o the why")
"""The small words that count for nothing at the beginning of a name, too: Della is a first name."""

TITLES = _words(
    """dr prof professor doctor mr mrs ms miss mx sir dame rev frau herr dipl ing jr sr ii iii iv
    phd md esq"""
)
"""What may be left out of a name."""


PLACES_TO_WORK = _words(
    """agencies agency airline airlines airport army bakeries bakery bank banks business
    businesses cafe charity church city clinic clinics college colleges companies company
    consultancy contractor council county court diverse employed factory family farm farms firm
    firms freelance freelancer government gym home hospital hospitals hotel hotels independent
    kindergarten lab laboratory large local lots many military ministry museum museums my myself
    navy newspaper nonprofit office own parents police practice private public restaurant
    restaurants retired school schools self several shop shops small startup startups state
    store stores studio studios temp theater theatre universities university various warehouse
    workshop"""
)
"""What says where somebody worked without naming it."""


@dataclass(frozen=True, slots=True)
class OrdinaryNames:
    """What is known of how ordinary a name is."""

    words: frozenset[str]
    """Folded names that are also words."""
    borne_by_many: frozenset[str]
    """Folded names that by themselves may mean many people."""
    in_organizations: frozenset[str] = frozenset()
    """Folded words with which the names of many organizations begin: places, trades, sizes."""
    on_every_site: frozenset[str] = frozenset()
    """Folded words that stand on pages and in styles, whoever was interviewed."""

    def tells(self, folded: str) -> bool:
        """Whether a name by itself tells who is meant."""
        return (
            len(folded) >= SHORTEST_TELLING
            and folded not in self.words
            and folded not in self.borne_by_many
            and folded not in self.on_every_site
        )

    def learned_from(self, texts: Iterable[str]) -> "OrdinaryNames":
        """With the words that several texts have in small letters."""
        counts = Counter(word for text in texts for word in set(SMALL_LETTERS.findall(text)))
        often = (word for word, count in counts.items() if count >= ENOUGH_TEXTS)
        return replace(self, words=self.words | frozenset(often))


@cache
def known_ordinary_names() -> OrdinaryNames:
    """Those that come with this package."""
    text = Path(__file__).with_name("ordinary_names.txt").read_text(encoding="utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    lines, _, first = lines.partition("[at the beginning of organizations]")
    lines, _, everywhere = lines.partition("[on every site]")
    words, _, many = lines.partition("[borne by many]")
    words = words.partition("[words]")[2]
    parts = (words, many, first, everywhere)
    return OrdinaryNames(*(frozenset(folded_words(part)) for part in parts))
