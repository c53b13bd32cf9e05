"""Which words make a closer look at a few lines worth while."""

import html
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import count, pairwise

from shoptalk.privacy.bearers import Bearer, literals
from shoptalk.privacy.folding import folded_words
from shoptalk.privacy.phrases import Phrase
from shoptalk.privacy.reading_words import TAG
from shoptalk.privacy.sieve import is_disguised, without_escaped_signs


class Hints:
    """Which words, met together, make a closer look worth while."""

    def __init__(
        self, bearers: Sequence[Bearer], phrases: Mapping[str, Sequence[tuple[Phrase, ...]]]
    ):
        enough = set(literals(bearers))
        self.home: dict[str, set[str]] = {}
        self.sharing: dict[str, set[int]] = {}
        """What each word is a part of, by number: two words of the same are enough."""
        self.all_words: dict[int, frozenset[str]] = {}
        self.neighbours: dict[int, tuple[str, str]] = {}
        """Two words of a phrase, of which one follows the other."""
        numbers = count()
        for bearer in bearers:
            number = next(numbers)
            if not bearer.is_allowed:
                name = bearer.name
                enough |= {word for word in name.words if name.counts_alone(word)}
                enough |= {word for word in name.words if name.is_last(word)}
                if bearer.value.person:
                    self.home.setdefault(bearer.value.person, set()).update(name.words)
                self._share(name.words, number)
        for anchor, found in phrases.items():
            for phrase, *_ in found:
                if phrase.witness:
                    number = next(numbers)
                    self.neighbours[number] = _neighbours(phrase)
                    self.all_words[number] = frozenset(phrase.words)
                    self._share((anchor, phrase.witness), number)
                else:
                    enough.add(anchor)
        self.enough = frozenset(enough)
        self.words = (*self.sharing, *self.enough)

    def _share(self, words: Iterable[str], number: int) -> None:
        for word in words:
            self.sharing.setdefault(word, set()).add(number)

    def _may_stand(self, number: int, words: Set[str], text: str) -> bool:
        """Whether no word of a phrase is missing, of those that are looked for, nor too far off."""
        missing = self.all_words.get(number, frozenset()) - words
        if not missing.isdisjoint(self.sharing):
            return False
        return number not in self.neighbours or _are_near(*self.neighbours[number], text)

    def are_enough(self, words: Set[str], home: str, text: str) -> bool:
        """Whether what was met in a few lines, which are the text, may show something private."""
        if not self.enough.isdisjoint(words):
            return True
        if home in self.home and not self.home[home].isdisjoint(words):
            return True
        met: set[int] = set()
        for word in words:
            sharing = self.sharing.get(word)
            if sharing:
                if any(self._may_stand(number, words, text) for number in met & sharing):
                    return True
                met |= sharing
        return False


def _neighbours(phrase: Phrase) -> tuple[str, str]:
    first = min(phrase.anchor, len(phrase.words) - 2)
    return phrase.words[first], phrase.words[first + 1]


def _are_near(first: str, second: str, text: str) -> bool:
    """Whether one word may follow another, in the text or in its tags; escapes leave it open."""
    if is_disguised(text):
        return True
    plain = html.unescape(html.unescape(without_escaped_signs(text)))
    readings = (folded_words(plain), folded_words(TAG.sub(" ", plain)))
    return any((first, second) in pairwise(words) for words in readings)
