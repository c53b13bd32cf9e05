"""Learnings on a topic → what people agree on, where they differ, and who stands alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from shoptalk.questions.bank import BankEntry, Learnt
from shoptalk.site.portfolio import Conversation


class Standing(Enum):
    """How learnings stand to what others said, in words for readers."""

    DIFFER = "People differ"
    AGREE = "People agree"
    SEVERAL = "Several people"
    ALONE = "One person each"


class Tie(NamedTuple):
    """What a student wrote of a learning: another person agrees with it, or differs."""

    address: str
    """That of the interview which taught it, as in `ReadFile`."""
    text: str
    """The learning."""
    other: str
    """The address of the other person's interview."""
    differs: bool = False


class Said(NamedTuple):
    """A learning, and the other people whom it is tied to."""

    learnt: Learnt
    entry: BankEntry | None = None
    """The question that it came from."""
    agrees_with: tuple[Conversation, ...] = ()
    differs_from: tuple[Conversation, ...] = ()


class Opinions(NamedTuple):
    """Learnings that stand in the same way; if there is an entry, they came from its question."""

    standing: Standing
    entry: BankEntry | None
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class _Tied:
    """The addresses of the others, in the order in which they were found."""

    agreeing: dict[str, None] = field(default_factory=dict)
    differing: dict[str, None] = field(default_factory=dict)

    def add(self, other: str, *, differs: bool) -> None:
        """Note another person once."""
        (self.differing if differs else self.agreeing)[other] = None


@dataclass(frozen=True, kw_only=True)
class Sorting:
    """What learnings are sorted by."""

    conversation_of: Mapping[str, Conversation]
    """By the interview's address; ties to others than these are not shown."""
    entry_of: Mapping[tuple[str, str], BankEntry]
    """As in the bank."""
    ties: Mapping[tuple[str, str], Sequence[Tie]]
    """By the interview's address and the learning's text."""

    def opinions(self, learnt: Sequence[Learnt]) -> tuple[Opinions, ...]:
        """The learnings on a topic in the order of `Standing`, those from one question together."""
        by_question: defaultdict[object, list[Said]] = defaultdict(list)
        for number, said in enumerate(self._said(learnt)):
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

    def _said(self, learnt: Sequence[Learnt]) -> list[Said]:
        tied = self._tied(learnt)
        return [
            Said(
                one,
                self._entry(one),
                self._conversations(tied[_key(one)].agreeing),
                self._conversations(tied[_key(one)].differing),
            )
            for one in learnt
        ]

    def _tied(self, learnt: Sequence[Learnt]) -> Mapping[tuple[str, str], _Tied]:
        """Ties go both ways: what a learning says of another person, it says of theirs, too."""
        of_person: defaultdict[str, list[Learnt]] = defaultdict(list)
        for one in learnt:
            of_person[one.address].append(one)
        tied: defaultdict[tuple[str, str], _Tied] = defaultdict(_Tied)
        for one in learnt:
            for tie in self.ties.get(_key(one), ()):
                tied[_key(one)].add(tie.other, differs=tie.differs)
                for theirs in self._meant(one, of_person[tie.other]):
                    tied[_key(theirs)].add(one.address, differs=tie.differs)
        return tied

    def _meant(self, learning: Learnt, theirs: Sequence[Learnt]) -> Sequence[Learnt]:
        """What another person said on it: from the same question, or all there is if it is one."""
        entry = self._entry(learning)
        same = [one for one in theirs if entry and self._entry(one) is entry]
        return same or (theirs if len(theirs) == 1 else ())

    def _entry(self, one: Learnt) -> BankEntry | None:
        return self.entry_of.get((one.address, one.learning.question))

    def _conversations(self, addresses: Iterable[str]) -> tuple[Conversation, ...]:
        known = (self.conversation_of.get(address) for address in addresses)
        return tuple(filter(None, known))


def _key(one: Learnt) -> tuple[str, str]:
    return one.address, one.learning.text


def _people(group: Iterable[Said]) -> int:
    return len({said.learnt.address for said in group})


def _standing(group: Sequence[Said]) -> Standing:
    if any(said.differs_from for said in group):
        return Standing.DIFFER
    if any(said.agrees_with for said in group):
        return Standing.AGREE
    return Standing.SEVERAL if _people(group) > 1 else Standing.ALONE
