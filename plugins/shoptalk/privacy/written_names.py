"""A person's name: the words it may be written with, and what of it says who is meant."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import permutations
from typing import NamedTuple

from shoptalk.privacy.folding import folded_words
from shoptalk.privacy.ordinary_names import (
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
    NEVER = "never"


class Part(NamedTuple):
    """A stretch of a name between spaces."""

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

    last: Part
    """The part taken for the family's: the last that is neither particle nor title."""
    needed: frozenset[int]
    """The atoms without titles."""
    counts_with_title: bool
    """The last name names the person behind a title, as in `Dr Young`."""
    initials: dict[str, frozenset[int]] = field(repr=False)
    """The parts that an initial may stand for, by number."""

    def is_last(self, word: str) -> bool:
        """Whether a word stands for some of the last name: it may follow an initial."""
        return bool(self.words[word] & self.last.atoms)

    def counts_alone(self, word: str) -> bool:
        """Whether a word may name the person without others, in a text about anything."""
        atoms = self.words[word]
        return self.needed <= atoms or any(
            part.atoms & atoms and part.alone in (Alone.ANYWHERE, Alone.IN_A_SENTENCE)
            for part in self.parts
        )


def written_name(
    text: str, ordinary: OrdinaryNames, borne_by_others: Iterable[str] = ()
) -> WrittenName | None:
    """The name as it is looked for; None where nothing in it is written with an alphabet."""
    stretches = [words for one in text.split() if (words := folded_words(one))]
    if not stretches:
        return None
    if all(_is_title(words) for words in stretches):
        stretches = [[word for words in stretches for word in words]]
    atoms = tuple(word for words in stretches for word in words)
    others = frozenset(borne_by_others)
    parts = tuple(_parts(stretches, ordinary, others))
    counting = [part for part in parts if not part.is_small] or parts
    return WrittenName(
        atoms=atoms,
        parts=parts,
        words={**_words(text, atoms, parts), **dict(_handles(parts))},
        all_are_words=all(part.folded in ordinary.words for part in counting),
        last=counting[-1],
        needed=frozenset(atom for part in parts if not part.is_title for atom in part.atoms),
        counts_with_title=len(counting[-1].folded) > 1 and counting[-1].folded not in others,
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


def _parts(
    stretches: Sequence[Sequence[str]], ordinary: OrdinaryNames, others: frozenset[str]
) -> Iterator[Part]:
    small = [
        "".join(words) in (SMALL_WORDS if number else ARTICLES) or _is_title(words)
        for number, words in enumerate(stretches)
    ]
    counting = [number for number, is_small in enumerate(small) if not is_small]
    counting = counting or list(range(len(stretches)))
    first_atom = 0
    for number, words in enumerate(stretches):
        folded = "".join(words)
        is_last, is_only = number == counting[-1], len(counting) == 1
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


def _handles(parts: Sequence[Part]) -> Iterator[tuple[str, frozenset[int]]]:
    """The last name with the initial of the first, as in `rokafor`."""
    last = parts[-1]
    if len(parts) > 1 and last.alone is Alone.ANYWHERE and len(last.folded) > SHORTEST_TELLING:
        yield parts[0].folded[0] + last.folded, last.atoms
        yield last.folded + parts[0].folded[0], last.atoms


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
