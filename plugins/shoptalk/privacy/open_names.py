"""Names that may be shown, taken out of a text before it is looked at for others."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from html import escape
from urllib.parse import quote

from shoptalk.privacy.bearers import Bearer
from shoptalk.privacy.folding import folded_words
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
        self._by_word: dict[str, list[tuple[frozenset[str], str]]] = {}
        for text in allowed:
            for words in {frozenset(folded_words(text)), frozenset(folded_words(slug(text)))}:
                longer = by_word.get(next(iter(words), ""), ())
                if len(words) > 1 and not any(words < one for one in longer):
                    for word in words:
                        self._by_word.setdefault(word, []).append((words, text))
        self._patterns: dict[str, re.Pattern[str]] = {}

    def without(self, piece: str, words: Set[str]) -> str:
        """A piece of text without those of the names that it holds, given the words in it."""
        here = {
            text
            for word in words
            for needed, text in self._by_word.get(word, ())
            if needed <= words
        }
        for text in here:
            piece = self._pattern(text).sub(GONE, piece)
        return piece

    def _pattern(self, text: str) -> re.Pattern[str]:
        pattern = self._patterns.get(text)
        if pattern is None:
            forms = "|".join(re.escape(form) for form in dict.fromkeys(_forms(text)))
            pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
            self._patterns[text] = pattern
        return pattern


def _forms(text: str) -> Iterator[str]:
    """How a generator writes a name."""
    made = slug(text)
    yield from (text, escape(text), escape(text, quote=False), made, quote(made))
    yield escape(text).replace("&#x27;", "&#39;")
    yield from (json.dumps(one)[1:-1] for one in (text, made, escape(text, quote=False)))
