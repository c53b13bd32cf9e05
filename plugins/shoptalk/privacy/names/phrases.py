"""Texts that are looked for whole, word by word in their order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from shoptalk.privacy.names.chinese_names import DOUBLE_SURNAMES, TITLES_BEHIND, surname_and_given
from shoptalk.privacy.names.folding import WRITTEN_WITHOUT_SPACES, folded_words, is_within
from shoptalk.privacy.names.ordinary_names import ARTICLES, SHORTEST_TELLING, OrdinaryNames
from shoptalk.privacy.names.reading_words import Reading
from shoptalk.privacy.names.written_names import SHORTEST_JOINED
from shoptalk.privacy.private_values import NAMES, PrivateValue

WITHOUT_SPACE = re.compile(r"[^\s\x00]{0,6}")
WITHIN_A_NAME = re.compile(r"[\s*_~`'\"·・‧.\-‐-―/=]{0,12}")
"""What may stand between the signs of a name in a script without spaces."""

ANYTHING = re.compile(r"[^\x00]{0,60}", re.DOTALL)
GOES_ON = re.compile(r"[-_~]\w")
WEB_PREFIX = re.compile(r"(?:\w+:)?/{0,2}(?:www\d?\.)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a text, and how they have to stand."""

    value: PrivateValue
    words: tuple[str, ...]
    gap: re.Pattern[str]
    """What may stand between two of them."""
    anchor: int
    """The word by which it is looked for."""
    at_home: bool = False
    """Counts only in what is about the person."""
    with_capital: bool = False
    in_a_sentence: bool = False
    """Counts only with a capital, right behind a small word."""
    is_link: bool = False

    @property
    def witness(self) -> str:
        """Another of its words, by which it is told from other texts with the anchor."""
        others = (word for word in self.words if word != self.words[self.anchor])
        return max(others, key=len, default="")

    def stands_at(self, reading: Reading, at: int) -> tuple[int, int] | None:
        """The first and the last word, if the word at `at` is the anchor of the whole phrase."""
        first, last = at - self.anchor, at - self.anchor + len(self.words) - 1
        if first < 0 or last >= len(reading.words):
            return None
        if any(reading.words[first + n].folded != word for n, word in enumerate(self.words)):
            return None
        if not all(self.gap.fullmatch(reading.gap(n)) for n in range(first, last)):
            return None
        if self.with_capital and not reading.has_capital(first):
            return None
        if self.in_a_sentence and not reading.is_in_a_sentence(first):
            return None
        if self.is_link and GOES_ON.match(reading.text, reading.words[last].end):
            return None
        return first, last


def phrases_of(value: PrivateValue, ordinary: OrdinaryNames) -> Iterator[Phrase]:
    """What is looked for of a value other than a name in an alphabet."""
    if value.kind in NAMES:
        yield from _signs(value)
    elif value.kind == "link":
        yield from _link(value)
    elif value.kind == "contact":
        yield from _spelled_out(value)
    elif words := tuple(folded_words(value.text)):
        is_short = value.kind == "organization" and len(words) < 3
        are_words = is_short and all(word in ordinary.words for word in words)
        yield Phrase(
            value,
            words,
            ANYTHING,
            _rarest(words, ordinary),
            with_capital=are_words or (is_short and len("".join(words)) < SHORTEST_TELLING),
            in_a_sentence=are_words and len(words) == 1,
        )
        joined = "".join(words)
        if value.kind == "organization" and len(words) > 1 and len(joined) >= SHORTEST_JOINED:
            yield Phrase(value, (joined,), ANYTHING, 0)
        is_telling = value.kind == "organization" and not value.begins_with_word
        short = _short_name(words, ordinary) if is_telling else ""
        if short:
            yield Phrase(value, (short,), ANYTHING, 0, at_home=True, with_capital=True)


def _short_name(words: Sequence[str], ordinary: OrdinaryNames) -> str:
    """The first word of an organization's name, if it says which is meant; else nothing."""
    first = next((word for word in words if word not in ARTICLES), "")
    is_one_of_several = first != words[-1]
    is_telling = ordinary.tells(first) and first not in ordinary.in_organizations
    return first if is_one_of_several and is_telling else ""


def _rarest(words: Sequence[str], ordinary: OrdinaryNames) -> int:
    """The longest word, rather one that is not ordinary."""
    return max(range(len(words)), key=lambda n: (words[n] not in ordinary.words, len(words[n])))


def signs_of(text: str) -> list[list[str]]:
    """The stretches of a name in a script without spaces, each as its signs."""
    stretches = ([one for one in folded_words(part) if is_sign(one)] for part in text.split())
    return [signs for signs in stretches if signs]


def is_sign(word: str) -> bool:
    """Whether a folded word is one sign or syllable of a script without spaces."""
    return is_within(word[0], WRITTEN_WITHOUT_SPACES)


def _signs(value: PrivateValue) -> Iterator[Phrase]:
    stretches = signs_of(value.text)
    signs = [sign for stretch in stretches for sign in stretch]
    if not signs:
        return
    whole = tuple(signs)
    yield Phrase(value, whole, WITHIN_A_NAME, 0, at_home=len(whole) < 2)
    if len(stretches) == 2:
        turned = (*stretches[1], *stretches[0])
        yield Phrase(value, turned, WITHIN_A_NAME, 0)
    surname, given = surname_and_given(stretches, whole)
    if len(given) > 1 and len(signs) < 5:
        yield Phrase(value, given, WITHIN_A_NAME, 0, at_home=True)
    if "".join(surname) in DOUBLE_SURNAMES:
        yield Phrase(value, surname, WITHIN_A_NAME, 0, at_home=True)
    for title in TITLES_BEHIND if given else ():
        yield Phrase(value, (*surname, *title), WITHOUT_SPACE, 0, at_home=True)


def host_and_path(link: str) -> str:
    """A link without its scheme, query and anchor."""
    parts = urlsplit(link if "//" in link else f"//{link}")
    return unquote(WEB_PREFIX.sub("", parts.netloc, count=1) + parts.path)


def _link(value: PrivateValue) -> Iterator[Phrase]:
    try:
        words = tuple(folded_words(host_and_path(value.text)))
    except ValueError:  # a bracket that is never closed
        words = tuple(folded_words(value.text))
    if words:
        longest = max(range(len(words)), key=lambda n: len(words[n]))
        yield Phrase(value, words, WITHOUT_SPACE, longest, is_link=True)


def _spelled_out(value: PrivateValue) -> Iterator[Phrase]:
    """A mail address as it stands, and with `at` in words."""
    if "@" not in value.text:
        return
    mailbox, _, host = value.text.rpartition("@")
    before, after = folded_words(mailbox), folded_words(host)
    if before and after:
        for words in ((*before, *after), (*before, "at", *after)):
            yield Phrase(value, words, ANYTHING, _longest(words))


def _longest(words: Sequence[str]) -> int:
    return max(range(len(words)), key=lambda n: len(words[n]))


def anchors(phrases: Iterable[Phrase]) -> dict[str, list[tuple[Phrase, ...]]]:
    """The phrases by the word by which each is looked for; those of the same words together."""
    alike: dict[tuple[object, ...], list[Phrase]] = {}
    for phrase in phrases:
        alike.setdefault((phrase.words, phrase.gap, phrase.at_home), []).append(phrase)
    found: dict[str, list[tuple[Phrase, ...]]] = {}
    for group in alike.values():
        found.setdefault(group[0].words[group[0].anchor], []).append(tuple(group))
    return found
