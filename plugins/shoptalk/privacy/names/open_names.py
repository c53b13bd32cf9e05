"""Names that may be shown, taken out of a text before it is looked at for others."""

import json
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import combinations
from urllib.parse import quote

from shoptalk.privacy.names.bearers import Bearer
from shoptalk.privacy.names.folding import folded_words
from shoptalk.privacy.names.sieve import Sieve
from shoptalk.reading.slug import slug

GONE = "\x00"


class OpenNames:
    """Most names in a site may be shown, and stand there whole: nobody else is meant by them.

    One that is a part of somebody else's longer name is left alone.
    """

    def __init__(self, allowed: Iterable[str], bearers: Sequence[Bearer]):
        private = [frozenset(one.name.atoms) for one in bearers if not one.is_allowed]
        by_word: dict[str, list[frozenset[str]]] = {}
        for words in private:
            for word in words:
                by_word.setdefault(word, []).append(words)
        self._by_pair: dict[tuple[str, str], list[str]] = {}
        """The names of several words, by the first two of these in the alphabet."""
        for text in dict.fromkeys(allowed):
            for words in {frozenset(folded_words(text)), frozenset(folded_words(slug(text)))}:
                longer = by_word.get(next(iter(words), ""), ())
                if len(words) > 1 and not any(words < one for one in longer):
                    first, second, *_ = sorted(words)
                    self._by_pair.setdefault((first, second), []).append(text)
        self._sieve = Sieve(word for pair in self._by_pair for word in pair)
        self._forms: dict[str, tuple[str, ...]] = {}

    def without(self, piece: str) -> str:
        """A piece of text without those of the names that it holds."""
        words = sorted(self._sieve.names_in(piece))
        for pair in combinations(words, 2):
            for name in self._by_pair.get(pair, ()):
                for form in self._forms_of(name):
                    piece = _without_word(piece, form)
        return piece

    def _forms_of(self, name: str) -> tuple[str, ...]:
        if name not in self._forms:
            self._forms[name] = tuple(dict.fromkeys(_forms(name)))
        return self._forms[name]


def _without_word(text: str, form: str) -> str:
    """A text without a form of a name, wherever no word goes on with it."""
    before, *others = text.split(form)
    for after in others:
        is_whole = not (_is_in_word(before[-1:]) or _is_in_word(after[:1]))
        before += (GONE if is_whole else form) + after
    return before


def _is_in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _forms(text: str) -> Iterator[str]:
    """How a generator writes a name."""
    made = slug(text)
    yield from (text, made)
    if not text.isascii():
        yield from (quote(made), json.dumps(text)[1:-1], json.dumps(made)[1:-1])
    if escape(text) != text:
        plain = escape(text, quote=False)
        yield from (escape(text), plain, escape(text).replace("&#x27;", "&#39;"))
        yield json.dumps(plain)[1:-1]
