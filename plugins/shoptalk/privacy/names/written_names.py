"""A person's name: the words it may be written with, and what of it says who is meant."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from enum import Enum
from itertools import permutations
from typing import NamedTuple

from shoptalk.privacy.names.folding import folded_words
from shoptalk.privacy.names.ordinary_names import (
    ARTICLES,
    SHORTEST_TELLING,
    SMALL_WORDS,
    TITLES,
    OrdinaryNames,
)

MOST_PARTS_JOINED = 4
"""Longer names are looked for as one word in their own order only."""

SHORTEST_JOINED = 7
"""Letters that a name needs to be told from another word when written as one."""

HYPHEN = re.compile("[-\u2010-\u2015\u05be]")
TRANSLITERATED = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
ATTACHED = {"arabic": "وفبلک", "hebrew": "והבלמשכ"}
"""Letters that are written in front of a word, without a space."""

ARTICLE, TO_THE = "ال", "لل"
"""The Arabic article, and what it becomes behind a preposition."""


class Alone(Enum):
    """Where one part of a name, without the others, counts as naming the person."""

    ANYWHERE = "anywhere"
    IN_A_SENTENCE = "with a capital, right behind a small word"
    AT_HOME = "with a capital, in what is about the person"
    AT_HOME_IN_A_SENTENCE = "as both of these"
    BEFORE_NO_NAME = "with a capital, and no other name behind it"
    IN_A_SENTENCE_BEFORE_NO_NAME = "right behind a small word, too"
    NEVER = "never"


BEFORE_NO_NAME = (Alone.BEFORE_NO_NAME, Alone.IN_A_SENTENCE_BEFORE_NO_NAME)
NOT_ONLY_AT_HOME = (Alone.ANYWHERE, Alone.IN_A_SENTENCE, *BEFORE_NO_NAME)


class Part(NamedTuple):
    """A stretch of a name between spaces, or one half of a last name with a hyphen."""

    atoms: frozenset[int]
    """Its words, counted from 0 through the whole name: two in `O'Hanlon`."""
    folded: str
    is_small: bool
    """A particle or a title: it says nothing by itself."""
    is_title: bool
    alone: Alone


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name in an alphabet, as it is looked for."""

    atoms: tuple[str, ...]
    """Its words, folded."""
    parts: tuple[Part, ...]
    words: dict[str, frozenset[int]] = field(repr=False)
    """Each word it may be written with, and the atoms that this word stands for."""
    all_are_words: bool
    """Every part that counts is also a word, as in `Grace Hope`."""

    first: Part
    """The first that is neither particle nor title."""
    lasts: tuple[Part, ...]
    """The family's: the last that is neither particle nor title, or each half of it."""
    needed: frozenset[int]
    """The atoms without titles."""
    counts_with_title: frozenset[Part]
    """What names the person behind a title, as in `Dr Young`: all but the first name."""
    initials: dict[str, frozenset[int]] = field(repr=False)
    """The parts that an initial may stand for, by number."""

    def may_follow_initial(self, word: str) -> bool:
        """Whether a word stands for some of the last names, or of those in the middle."""
        return self.first in self.lasts or not self.words[word] <= self.first.atoms

    def counts_with(self, part: Part, initials: Set[int]) -> bool:
        """Whether initials make a name of a part: one in the middle needs that of the first."""
        others = initials - {self.parts.index(part)}
        if part in self.lasts:
            return bool(others)
        return part != self.first and self.parts.index(self.first) in others

    @property
    def needs_capital(self) -> bool:
        """Whether it is one word that names nobody without a capital."""
        return any(part.alone in BEFORE_NO_NAME for part in self.parts)

    def counts_alone(self, word: str) -> bool:
        """Whether a word may name the person without others, in a text about anything."""
        atoms = self.words[word]
        return self.needed <= atoms or any(
            part.atoms & atoms and part.alone in NOT_ONLY_AT_HOME for part in self.parts
        )


def written_name(
    text: str,
    ordinary: OrdinaryNames,
    borne_by_others: Iterable[str] = (),
    hardly_known: bool = False,
) -> WrittenName | None:
    """The name as it is looked for; None where nothing in it is written with an alphabet."""
    stretches = [words for one in text.split() if (words := folded_words(one))]
    if not stretches:
        return None
    halves = 1
    if all(_is_title(words) for words in stretches):
        stretches = [[word for words in stretches for word in words]]
    elif HYPHEN.search(text):
        stretches, halves = _with_halves(text)
    atoms = tuple(word for words in stretches for word in words)
    others = frozenset(borne_by_others)
    parts = tuple(_parts(stretches, ordinary, others, halves))
    if hardly_known:
        parts = _hardly_known(parts, ordinary, others)
    counting = [part for part in parts if not part.is_small] or parts
    return WrittenName(
        atoms=atoms,
        parts=parts,
        words={**_words(text, atoms, parts), **dict(_handles(parts, halves))},
        all_are_words=all(part.folded in ordinary.words for part in counting),
        first=counting[0],
        lasts=tuple(counting[-halves:]),
        needed=frozenset(atom for part in parts if not part.is_title for atom in part.atoms),
        counts_with_title=frozenset(
            part
            for part in counting[1:] or counting
            if len(part.folded) > 1 and part.folded not in others
        ),
        initials=_initials(parts),
    )


def _initials(parts: Sequence[Part]) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, part in enumerate(parts):
        if not part.is_small and len(part.folded) > 1:
            letter = part.folded[0]
            found[letter] = found.get(letter, frozenset()) | {number}
    return found


def _is_title(words: Sequence[str]) -> bool:
    return "".join(words) in TITLES


def _with_halves(text: str) -> tuple[list[list[str]], int]:
    """The words of each stretch, and how many at the end are one last name with hyphens."""
    written = [one for one in text.split() if folded_words(one)]
    stretches = list(map(folded_words, written))
    *before, last = _counting(stretches)
    halves = [folded_words(half) for half in HYPHEN.split(written[last])]
    if not before or any(len("".join(half)) < 2 or _is_small(half) for half in halves):
        return stretches, 1
    return [*stretches[:last], *halves, *stretches[last + 1 :]], len(halves)


def _is_small(words: Sequence[str], number: int = 1) -> bool:
    return "".join(words) in (SMALL_WORDS if number else ARTICLES) or _is_title(words)


def _counting(stretches: Sequence[Sequence[str]]) -> list[int]:
    """Which stretches are neither particles nor titles."""
    found = [number for number, words in enumerate(stretches) if not _is_small(words, number)]
    return found or list(range(len(stretches)))


def _parts(
    stretches: Sequence[Sequence[str]],
    ordinary: OrdinaryNames,
    others: frozenset[str],
    halves: int,
) -> Iterator[Part]:
    """The last so many `halves` of those that count are last names."""
    counting = _counting(stretches)
    first_atom = 0
    for number, words in enumerate(stretches):
        folded = "".join(words)
        is_last, is_only = number in counting[-halves:], len(counting) == 1
        alone = _alone(folded, ordinary, others, is_last=is_last, is_only=is_only)
        counts = number in counting
        yield Part(
            atoms=frozenset(range(first_atom, first_atom + len(words))),
            folded=folded,
            is_small=not counts,
            is_title=not counts and _is_title(words),
            alone=alone if counts else Alone.NEVER,
        )
        first_atom += len(words)


def _hardly_known(
    parts: tuple[Part, ...], ordinary: OrdinaryNames, others: frozenset[str]
) -> tuple[Part, ...]:
    """The parts, of which one that is the whole name counts less: it may be a first name.

    With a title it is a last name.
    """
    only, *more = [part for part in parts if not part.is_small] or parts
    if more:
        return parts
    alone = BEFORE_NO_NAME[0 if ordinary.tells(only.folded) else 1]
    if any(part.is_title for part in parts) or only.folded in others:
        alone = only.alone if only.alone is Alone.ANYWHERE else Alone.NEVER
    return tuple(part._replace(alone=alone) if part is only else part for part in parts)


def _alone(
    folded: str, ordinary: OrdinaryNames, others: frozenset[str], *, is_last: bool, is_only: bool
) -> Alone:
    if len(folded) < 2 and not is_only:
        return Alone.NEVER
    if is_last and ordinary.tells(folded) and folded not in others:
        return Alone.ANYWHERE
    if is_only:
        return Alone.IN_A_SENTENCE
    return Alone.AT_HOME_IN_A_SENTENCE if folded in ordinary.words else Alone.AT_HOME


def _words(text: str, atoms: Sequence[str], parts: Sequence[Part]) -> dict[str, frozenset[int]]:
    """Every atom, with the endings and spellings it may have, and atoms written as one word."""
    found: dict[str, frozenset[int]] = {}
    spellings = _spellings(text, atoms)
    for number, atom in enumerate(atoms):
        for word in {atom, spellings[number], *_with_letters_attached(atom)}:
            found[word] = found.get(word, frozenset()) | {number}
    for order in _orders(range(len(parts))):
        indexes = [atom for number in order for atom in sorted(parts[number].atoms)]
        for one_spelling in {tuple(atoms), tuple(spellings)}:
            for covered, word in _joined(indexes, one_spelling):
                found.setdefault(word, covered)
    for part in parts:
        indexes = sorted(part.atoms)
        for covered, word in _joined(indexes, atoms):
            found.setdefault(word, covered)
    for word, covered in list(found.items()):
        if len(word) > 2 and word.isascii():
            found.setdefault(word + "s", covered)  # "Okafor's", where the apostrophe is left out
    return found


def _handles(parts: Sequence[Part], halves: int) -> Iterator[tuple[str, frozenset[int]]]:
    """The last name, or a part of it, with the initial of the first, as in `rokafor`."""
    lasts = parts[-halves:]
    for group in (lasts, *((one,) for one in lasts)):
        letters = "".join(part.folded for part in group)
        tells = any(part.alone is Alone.ANYWHERE for part in group)
        if len(parts) > halves and tells and len(letters) > SHORTEST_TELLING:
            atoms = frozenset(atom for part in group for atom in part.atoms)
            yield parts[0].folded[0] + letters, atoms
            yield letters + parts[0].folded[0], atoms


def _orders(parts: range) -> Iterable[tuple[int, ...]]:
    if len(parts) <= MOST_PARTS_JOINED:
        return permutations(parts)
    return (tuple(parts), (parts[-1], *parts[:-1]))


def _joined(indexes: Sequence[int], atoms: Sequence[str]) -> Iterator[tuple[frozenset[int], str]]:
    """Two or more atoms that stand beside each other, written as one word."""
    for start in range(len(indexes)):
        for end in range(start + 2, len(indexes) + 1):
            chosen = indexes[start:end]
            yield frozenset(chosen), "".join(atoms[index] for index in chosen)


def _spellings(text: str, atoms: Sequence[str]) -> Sequence[str]:
    """The atoms with umlauts as two letters, as addresses often have them."""
    if text.isascii():
        return atoms
    written = "".join(TRANSLITERATED.get(sign, sign) for sign in text.lower())
    words = folded_words(written)
    return words if len(words) == len(atoms) else atoms


def _with_letters_attached(atom: str) -> Iterator[str]:
    if len(atom) > 2:
        for first, last, letters in (
            ("\u0590", "\u05ff", "hebrew"),
            ("\u0600", "\u06ff", "arabic"),
        ):
            if first <= atom[0] <= last:
                yield from (letter + atom for letter in ATTACHED[letters])
    if atom.startswith(ARTICLE) and len(atom) > SHORTEST_TELLING:
        yield TO_THE + atom.removeprefix(ARTICLE)
