"""Which words make a closer look at a few lines worth while."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import count, pairwise
from typing import NamedTuple

from shoptalk.privacy.names.bearers import Bearer, literals
from shoptalk.privacy.names.folding import folded_words, words_of
from shoptalk.privacy.names.phrases import Phrase
from shoptalk.privacy.names.reading_words import TAG, TITLE
from shoptalk.privacy.names.sieve import (
    LETTER_BEYOND_ASCII,
    NOTHING,
    is_disguised,
    unescaped_readings_of,
    without_escaped_signs,
)
from shoptalk.privacy.names.unescaping import with_whole_words
from shoptalk.privacy.names.written_names import Alone, WrittenName

INITIAL = re.compile(r"[^\x00-@\[-\u00bf\u2000-\u2bff](?<![^\W\d_].)(?![^\W\d_])", re.DOTALL)
"""A letter by itself: a capital, or one of those in which capitals are not told apart here."""


TITLED = "."
"""Stands among the initials for a title."""


class Met(NamedTuple):
    """The words that were met in a piece of text, and what they may come to."""

    words: frozenset[str]
    are_enough: bool
    """By themselves, in a text about anything."""
    initials: frozenset[str]
    """Which in the piece before would make a name of them."""
    parts_of: int
    """What any of them is a part of, a bit for each."""


class Hints:
    """Which words, met together, make a closer look worth while."""

    def __init__(
        self,
        bearers: Sequence[Bearer],
        phrases: Mapping[str, Sequence[tuple[Phrase, ...]]],
        allowed_texts: Set[str],
    ):
        """`allowed_texts` are folded: what is private only in texts about somebody."""
        enough = set(literals(bearers))
        with_capital: set[str] = set()
        self.initials: dict[str, frozenset[str]] = {}
        """By last names that tell nothing by themselves: the initials with which they do.

        `TITLED` stands for any title.
        """
        self.home: dict[str, set[str]] = {}
        self.sharing: dict[str, int] = {}
        """What each word is a part of, a bit for each: two words of the same are enough."""
        self.all_words: dict[int, frozenset[str]] = {}
        self.neighbours: dict[int, tuple[str, str]] = {}
        """Two words of a phrase, of which one follows the other."""
        numbers = count()
        for bearer in bearers:
            number = next(numbers)
            if not bearer.is_allowed:
                name = bearer.name
                alone = {word for word in name.words if name.counts_alone(word)}
                if name.needs_capital:
                    with_capital |= alone
                    continue
                enough |= alone
                for word in filter(name.may_follow_initial, name.words):
                    known = self.initials.get(word, NOTHING)
                    self.initials[word] = known.union(name.initials, _titles(name))
                if bearer.value.person:
                    self.home.setdefault(bearer.value.person, set()).update(name.words)
                self._share(name.words, number)
        for anchor, found in phrases.items():
            for phrase, *others in found:
                if " ".join(phrase.words) in allowed_texts or phrase.at_home:
                    for one in (phrase, *others):
                        if one.value.person:
                            self.home.setdefault(one.value.person, set()).add(anchor)
                elif phrase.witness:
                    number = next(numbers)
                    self.neighbours[number] = _neighbours(phrase)
                    self.all_words[number] = frozenset(phrase.words)
                    self._share((anchor, phrase.witness), number)
                else:
                    enough.add(anchor)
        self.enough = frozenset(enough)
        self.with_capital = frozenset(with_capital - enough)
        """What is enough with a capital only."""
        self.people: dict[str, set[str]] = {}
        """Whose name may be written with a word."""
        for bearer in bearers:
            if bearer.value.person:
                for word in bearer.name.words:
                    self.people.setdefault(word, set()).add(bearer.value.person)
        self.words = frozenset((*self.sharing, *self.enough, *self.with_capital)).union(
            *self.home.values()
        )

    def _share(self, words: Iterable[str], number: int) -> None:
        for word in words:
            self.sharing[word] = self.sharing.get(word, 0) | 1 << number

    def met(self, words: frozenset[str], piece: str) -> Met:
        """What words that were met in a piece may come to."""
        parts_of = of_several = 0
        for word in words:
            sharing = self.sharing.get(word, 0)
            of_several |= parts_of & sharing
            parts_of |= sharing
        initials = self._initials(words)
        are_enough = (
            bool(of_several)
            or self._is_one_enough(words, (piece,))
            or _may_hold_initial(piece, initials)
        )
        return Met(words, are_enough, initials, parts_of)

    def are_akin(self, met: Met, earlier: Met) -> bool:
        """Whether a word of one piece and another word of an earlier one are parts of the same."""
        if met.words == earlier.words or not met.parts_of & earlier.parts_of:
            return False
        return any(
            self.sharing.get(word, 0) & self.sharing.get(other, 0)
            for word in met.words
            for other in earlier.words - {word}
        )

    def _initials(self, words: Iterable[str]) -> frozenset[str]:
        return NOTHING.union(*(self.initials[word] for word in words if word in self.initials))

    def may_be_enough(self, met: Met, before: str, home: str) -> bool:
        """Whether what was met in a piece may be enough, behind the piece before.

        A quick look: `are_enough` is exact.
        """
        return (
            met.are_enough
            or not self.at_home(home).isdisjoint(met.words)
            or _may_hold_initial(before, met.initials)
        )

    def who_bears(self, words: Iterable[str]) -> Set[str]:
        """The people whose names may be written with some words."""
        people = self.people
        return set[str]().union(*(people[word] for word in words if word in people))

    def at_home(self, home: str) -> Set[str]:
        """The words that are enough in a text about somebody."""
        return self.home.get(home, NOTHING)

    def _may_stand(self, number: int, words: Set[str], pieces: Sequence[str]) -> bool:
        """Whether no word of a phrase is missing, of those that are looked for, nor too far off."""
        missing = self.all_words.get(number, NOTHING) - words
        if any(word in self.sharing for word in missing):
            return False
        if number not in self.neighbours:
            return True
        return _are_near(*self.neighbours[number], "\n".join(pieces))

    def _is_one_enough(self, words: Set[str], pieces: Iterable[str]) -> bool:
        """Whether one of the words is enough, in a text about anything."""
        if not self.enough.isdisjoint(words):
            return True
        alone = self.with_capital & words
        return bool(alone) and any(_may_have_capital(alone, piece) for piece in pieces)

    def are_enough(self, words: Set[str], home: str, pieces: Sequence[str]) -> bool:
        """Whether what was met in a few lines, the pieces, may show something private."""
        if self._is_one_enough(words, pieces) or not self.at_home(home).isdisjoint(words):
            return True
        initials = self._initials(words)
        if any(_may_hold_initial(piece, initials) for piece in pieces[-2:]):
            return True
        met = 0
        for word in words:
            sharing = self.sharing.get(word, 0)
            both = met & sharing
            if both and any(self._may_stand(number, words, pieces) for number in _bits(both)):
                return True
            met |= sharing
        return False


def _titles(name: WrittenName) -> Iterator[str]:
    """What a title is needed for: names that do not count by themselves."""
    if any(part.alone is not Alone.ANYWHERE for part in name.counts_with_title):
        yield TITLED


def _neighbours(phrase: Phrase) -> tuple[str, str]:
    first = min(phrase.anchor, len(phrase.words) - 2)
    return phrase.words[first], phrase.words[first + 1]


def _may_hold_initial(piece: str, initials: Set[str]) -> bool:
    """Whether one of the initials may stand in a piece, as it is once its escapes are read."""
    if not initials:
        return False
    text = unescaped_readings_of(piece)[-1]
    if TITLED in initials and TITLE.search(with_whole_words(text)):
        return True
    found = INITIAL.findall(text)
    return bool(found) and not initials.isdisjoint(folded_words(" ".join(found)))


def _may_have_capital(words: Set[str], piece: str) -> bool:
    """Whether one of some words may stand in a piece with a capital."""
    if LETTER_BEYOND_ASCII.search(piece) or is_disguised(piece):
        return any(
            one.folded in words and not text[one.start].islower()
            for text in map(with_whole_words, unescaped_readings_of(piece))
            for one in words_of(text)
        )
    return any(
        begin in piece for word in words for begin in (word[:2].capitalize(), word[:2].upper())
    )


def _bits(number: int) -> Iterator[int]:
    """Which bits are set."""
    while number:
        yield number.bit_length() - 1
        number ^= 1 << number.bit_length() - 1


def _are_near(first: str, second: str, text: str) -> bool:
    """Whether one word may follow another, in the text or in its tags; escapes leave it open."""
    if is_disguised(text):
        return True
    plain = html.unescape(html.unescape(without_escaped_signs(text)))
    readings = (plain, TAG.sub(" ", plain))
    return any((first, second) in pairwise(folded_words(reading)) for reading in readings)
