"""Interviews × their questions → the questions × who was asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.interview import Interview, Question
from shoptalk.reading.sections import comparable
from shoptalk.reading.slug import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question in one conversation."""

    address: str
    """The interview's address, as in `ReadFile`."""
    interview: Interview
    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class BankEntry:
    """One question, however often it was asked."""

    wording: str
    """As it was first asked."""
    anchor: str
    """Its id on the page of the bank; no other entry has the same."""
    asked: tuple[Asked, ...]
    """Every time it was asked, in the order of the conversations."""

    @property
    def topic(self) -> str:
        """The first topic that a student gave it, empty if nobody did."""
        return next((asked.question.topic for asked in self.asked if asked.question.topic), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionBank:
    """All questions of a portfolio, the most asked first."""

    entries: tuple[BankEntry, ...] = ()


def make_bank(files: Iterable[ReadFile]) -> QuestionBank:
    """Group the questions that differ in nothing but case, punctuation and Markdown marks."""
    grouped: dict[str, list[Asked]] = {}
    for file in files:
        if file.interview is None:
            continue
        for question in file.interview.questions:
            asked = Asked(address=file.address, interview=file.interview, question=question)
            key = comparable(question.ask) or question.ask
            grouped.setdefault(key, []).append(asked)
    anchors: dict[str, int] = {}
    entries = [_entry(asked, anchors) for asked in grouped.values()]
    entries.sort(key=lambda entry: -len(entry.asked))
    return QuestionBank(entries=tuple(entries))


def _entry(asked: list[Asked], anchors: dict[str, int]) -> BankEntry:
    wording = asked[0].question.ask
    anchor = slug(wording) or "question"
    anchors[anchor] = count = anchors.get(anchor, 0) + 1
    unique = anchor if count == 1 else f"{anchor}--{count}"
    return BankEntry(wording=wording, anchor=unique, asked=tuple(asked))
