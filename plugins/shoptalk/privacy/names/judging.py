"""Whether words that belong to a name, in a row, name the person."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shoptalk.privacy.names.reading_words import Reading
from shoptalk.privacy.names.written_names import (
    BEFORE_NO_NAME,
    SHORTEST_JOINED,
    Alone,
    Part,
    WrittenName,
)

SHORTEST_WITH_PARTICLE = 6
"""Letters of a last name with its particles, as in `De Feo`."""

LISTED = re.compile(r"[,;|\x1e]")


@dataclass(frozen=True, slots=True)
class Run:
    """Words beside each other that all belong to one name."""

    reading: Reading
    start: int
    end: int
    """The word behind the last."""

    @property
    def gaps(self) -> Iterator[str]:
        """What stands between its words."""
        return map(self.reading.gap, range(self.start, self.end - 1))

    @property
    def all_have_capitals(self) -> bool:
        """Whether every word of the run begins with a capital."""
        return all(map(self.reading.has_capital, range(self.start, self.end)))


def names_whole(name: WrittenName, run: Run) -> bool:
    """Whether the run is the whole name, whoever bears it."""
    covered, _ = _coverage(name, run)
    return bool(covered) and name.needed <= covered


def naming_words(name: WrittenName, run: Run, *, at_home: bool) -> Run | None:
    """The words of the run that name the person; `at_home` if the text is about that person."""
    covered, initials = _coverage(name, run)
    full = [part for part in name.parts if not part.is_small and _is_covered(part, covered, name)]
    if name.needed <= covered and len(name.needed) > 1:
        return _without_stray_initials(name, run) if _is_unmistakable(name, run) else None
    if len(full) > 1 and _is_more_than_words(full, run):
        return _without_stray_initials(name, run)
    for part in full if len(full) == 1 else ():
        if name.counts_with(part, initials) and run.all_have_capitals:
            return run
        is_longer = part in name.lasts and run.end - run.start > 1
        if is_longer and _is_with_particle(name, covered, run):
            return run
    for part in full:
        words = _words_of(name, part, run)
        if _has_title(name, part, words) or _counts_alone(part, words, at_home):
            return words
    return None


def _without_stray_initials(name: WrittenName, run: Run) -> Run:
    """The run without what only looks like an initial at its ends, such as the m of `I'm`."""
    start, end = run.start, run.end
    while run.reading.words[start].folded not in name.words:
        start += 1
    while run.reading.words[end - 1].folded not in name.words:
        end -= 1
    return Run(run.reading, start, end)


def _words_of(name: WrittenName, part: Part, run: Run) -> Run:
    """The words of the run that stand for one part of the name."""
    found = [
        at
        for at in range(run.start, run.end)
        if part.atoms & name.words.get(run.reading.words[at].folded, frozenset())
    ]
    return Run(run.reading, found[0], found[-1] + 1)


def _is_more_than_words(full: Sequence[Part], run: Run) -> bool:
    """Whether two parts are meant as a name: `mark hope` is not, if somebody is Mark J. Hope."""
    are_words = all(part.alone is Alone.AT_HOME_IN_A_SENTENCE for part in full)
    return not are_words or run.all_have_capitals


def _coverage(name: WrittenName, run: Run) -> tuple[frozenset[int], frozenset[int]]:
    """The atoms that the run has in full, and the parts of which it has the initial."""
    covered, initials = frozenset[int](), frozenset[int]()
    for word in run.reading.words[run.start : run.end]:
        atoms = name.words.get(word.folded, frozenset())
        covered |= atoms
        if not atoms:
            initials |= name.initials.get(word.folded, frozenset())
    return covered, initials


def _is_covered(part: Part, covered: frozenset[int], name: WrittenName) -> bool:
    """Whether a part stands there, or the longest word of it: `Hanlon` for `O'Hanlon`."""
    longest = max(part.atoms, key=lambda atom: len(name.atoms[atom]))
    return longest in covered


def _is_unmistakable(name: WrittenName, run: Run) -> bool:
    """Whether a whole name is not just other words: `lina` is not Li Na, nor `markup` Mark Up.

    Neither is `Grace, hope` Hope Grace.
    """
    if run.end - run.start == 1:
        word = run.reading.words[run.start].folded
        is_long = len(word) >= SHORTEST_JOINED and not name.all_are_words
        return is_long or run.reading.has_inner_capital(run.start)
    if name.all_are_words and any(map(LISTED.search, run.gaps)):
        return run.all_have_capitals
    if all(len(atom) == 1 and atom.isalpha() for atom in name.atoms):
        return run.all_have_capitals
    return True


def _is_with_particle(name: WrittenName, covered: frozenset[int], run: Run) -> bool:
    """`De Feo`, for a last name that is too short without its particle."""
    has_particle = any(part.is_small and part.atoms <= covered for part in name.parts)
    letters = sum(len(word.folded) for word in run.reading.words[run.start : run.end])
    return has_particle and (run.all_have_capitals or letters >= SHORTEST_WITH_PARTICLE)


def _has_title(name: WrittenName, part: Part, run: Run) -> bool:
    """Whether a title says that a name is meant, and of nobody who may be named."""
    is_called_so = part in name.counts_with_title
    is_whole = run.reading.words[run.start].folded in name.atoms
    return is_called_so and is_whole and run.reading.follows_title(run.start)


def _counts_alone(part: Part, run: Run, at_home: bool) -> bool:
    """Whether the words of one part of a name are enough to name the person."""
    reading, at, alone = run.reading, run.start, part.alone
    if alone is Alone.NEVER or reading.asks(at):
        return False
    if alone is Alone.ANYWHERE:
        return True
    if alone in BEFORE_NO_NAME:
        is_there = alone is Alone.BEFORE_NO_NAME or reading.is_in_a_sentence(at)
        return is_there and reading.has_capital(at) and not _is_of_somebody_else(reading, run)
    if alone is Alone.IN_A_SENTENCE:
        is_at_home = at_home and _is_subject(run)
        return is_at_home or reading.is_in_a_sentence(at) or reading.is_only_word(at)
    if not at_home:
        return False
    if reading.is_only_word(at):
        return True
    if alone is Alone.AT_HOME_IN_A_SENTENCE and not _is_subject(run):
        return False
    return reading.has_capital(at) and not _is_of_somebody_else(reading, run)


def _is_subject(run: Run) -> bool:
    """Whether a name that is also a word stands like a name."""
    reading, last = run.reading, run.end - 1
    is_set_off = run.start == last and reading.has_capital(last) and reading.is_set_off(last)
    stands_so = is_set_off or reading.is_possessive(last) or reading.acts(last)
    return stands_so or reading.is_in_a_sentence(run.start)


def _is_of_somebody_else(reading: Reading, run: Run) -> bool:
    """Whether another name follows, as in `Mark Zuckerberg` where Mark Jardine is meant."""
    if run.end >= len(reading.words):
        return False
    following = reading.words[run.end]
    gap = reading.gap(run.end - 1)
    return (
        gap in (" ", "\u00a0", "-")
        and len(following.folded) > 1
        and reading.text[following.start].isupper()
    )


def parts_met(names: Sequence[WrittenName]) -> frozenset[str]:
    """The parts of several names, folded."""
    return frozenset(part.folded for name in names for part in name.parts)
