"""Who bears which name, and which words and initials may mean whom."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from shoptalk.findings.finding import Place
from shoptalk.privacy.names.folding import folded_words
from shoptalk.privacy.names.judging import parts_met
from shoptalk.privacy.names.ordinary_names import OrdinaryNames
from shoptalk.privacy.names.phrases import is_sign
from shoptalk.privacy.names.written_names import WrittenName, written_name
from shoptalk.privacy.private_values import NAMES, PrivateValue

ANYBODY = ""
NOWHERE = Place(path="")
NOBODY: frozenset[int] = frozenset()
NO_NAME = re.compile(r"[@/\d]")
"""In what may be shown and is nobody's name: addresses, numbers, some organizations."""


class Bearer(NamedTuple):
    """Somebody with a name."""

    value: PrivateValue
    name: WrittenName
    is_allowed: bool
    """The name may be shown: it is looked for only to know that nobody else is meant."""


def _bearers(
    values: Sequence[PrivateValue], allowed: Sequence[str], ordinary: OrdinaryNames
) -> Iterator[Bearer]:
    """Everybody whose name is looked for, because it is private or because it may be shown."""
    names = [_in_alphabet(text) for text in allowed if not NO_NAME.search(text)]
    of_others = [name for text in names if (name := written_name(text, ordinary))]
    borne_by_others = parts_met(of_others)
    for value in values:
        if value.kind in NAMES:
            text = _in_alphabet(value.text)
            others = _parts_of(text) if value.kind == "referral" else borne_by_others
            name = written_name(text, ordinary, others, value.kind == "asked")
            if name:
                yield Bearer(value, name, is_allowed=False)
    for name in of_others:
        nobody = PrivateValue(" ".join(name.atoms), "name", ANYBODY, NOWHERE)
        yield Bearer(nobody, name, is_allowed=True)


def _parts_of(name: str) -> frozenset[str]:
    """The parts of a name, none of which counts by itself: of those recommended little is known."""
    parts = ("".join(folded_words(part)) for part in name.split())
    return frozenset((*parts, *folded_words(name)))


def _in_alphabet(text: str) -> str:
    """A name without what is written in a script without spaces."""
    return " ".join(part for part in text.split() if not any(map(is_sign, folded_words(part))))


class Names:
    """Everybody's names, and which words and initials may belong to whom, by number."""

    def __init__(
        self, values: Sequence[PrivateValue], allowed: Sequence[str], ordinary: OrdinaryNames
    ):
        self.bearers = tuple(_bearers(values, allowed, ordinary))
        self.by_word: dict[str, set[int]] = defaultdict(set)
        self._by_initial: dict[str, set[int]] = defaultdict(set)
        self._alone: dict[str, set[int]] = defaultdict(set)
        self._of_home: dict[str, set[int]] = defaultdict(set)
        for number, bearer in enumerate(self.bearers):
            name = bearer.name
            for word, atoms in name.words.items():
                self.by_word[word].add(number)
                is_private = not bearer.is_allowed
                if name.needed <= atoms or (is_private and name.counts_alone(word)):
                    self._alone[word].add(number)
            for letter in name.initials:
                self._by_initial[letter].add(number)
            if bearer.value.person:
                self._of_home[bearer.value.person].add(number)
        self.words = self.by_word.keys() | self._by_initial.keys()

    def bearers_of(self, word: str) -> Set[int]:
        """Whose name a word, or an initial, may belong to."""
        if len(word) == 1 and word in self._by_initial:
            return self._by_initial[word] | self.by_word.get(word, NOBODY)
        return self.by_word.get(word, NOBODY)

    def alone(self, word: str) -> Set[int]:
        """Whom a word may name by itself in a text about anything."""
        return self._alone.get(word, NOBODY)

    def of_home(self, home: str) -> Set[int]:
        """Who a text at an address is about."""
        return self._of_home.get(home, NOBODY)


def literals(bearers: Iterable[Bearer]) -> Iterator[str]:
    """Names with digits in them, as the sieve looks for them."""
    for bearer in bearers:
        for text in bearer.value.text.split():
            if any(map(str.isdecimal, text)) and any(map(str.isalpha, text)):
                yield text.lower()
