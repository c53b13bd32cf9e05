"""Learnings on a topic → what people agree on, where they differ, and who stands alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from shoptalk.questions.bank import BankEntry, Learnt
from shoptalk.reading.interview import Learning
from shoptalk.site.portfolio import NOBODY, Tied


class Standing(Enum):
    """How learnings stand to what others said, in words for readers."""

    DIFFER = "People differ"
    AGREE = "People agree"
    SEVERAL = "Several people"
    ALONE = "One person each"


class Said(NamedTuple):
    """A learning, and the other people whom the student tied it to."""

    learnt: Learnt
    entry: BankEntry | None = None
    """The question that it came from."""
    tied: Tied = NOBODY


class Opinions(NamedTuple):
    """Learnings that stand in the same way; if there is an entry, they came from its question."""

    standing: Standing
    entry: BankEntry | None
    said: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class Sorting:
    """What learnings are sorted by."""

    entry_of: Mapping[tuple[str, str], BankEntry]
    """As in the bank."""
    tied: Callable[[str, Learning], Tied]
    """As in the portfolio."""

    def opinions(self, learnt: Sequence[Learnt]) -> tuple[Opinions, ...]:
        """The learnings on a topic in the order of `Standing`, those from one question together."""
        by_question: defaultdict[object, list[Said]] = defaultdict(list)
        for number, said in enumerate(map(self._said, learnt)):
            by_question[said.entry.anchor if said.entry else number].append(said)
        together: defaultdict[tuple[Standing, str], list[Said]] = defaultdict(list)
        for group in by_question.values():
            entry = group[0].entry if _people(group) > 1 else None
            together[_standing(group), entry.anchor if entry else ""] += group
        found = [
            Opinions(standing, group[0].entry if anchor else None, tuple(group))
            for (standing, anchor), group in together.items()
        ]
        order = list(Standing)
        return tuple(sorted(found, key=lambda one: order.index(one.standing)))

    def _said(self, one: Learnt) -> Said:
        entry = self.entry_of.get((one.address, one.learning.question))
        return Said(one, entry, self.tied(one.address, one.learning))


def _people(group: Iterable[Said]) -> int:
    return len({said.learnt.address for said in group})


def _standing(group: Sequence[Said]) -> Standing:
    if any(said.tied.differs_from for said in group):
        return Standing.DIFFER
    if any(said.tied.agrees_with for said in group):
        return Standing.AGREE
    return Standing.SEVERAL if _people(group) > 1 else Standing.ALONE
