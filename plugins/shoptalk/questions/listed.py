"""The questions to choose from: a student's own, and those of the starter bank beside them."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from shoptalk.questions.bank import Asked, BankEntry, QuestionBank, TopicOfBank, in_order
from shoptalk.questions.groups import Key
from shoptalk.questions.meaning import signature
from shoptalk.questions.starter import StarterQuestion, without
from shoptalk.reading.sections import comparable


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A question to choose from."""

    question: str
    wordings: tuple[str, ...]
    key: Key
    topic: str
    """Empty where it is not known."""
    topic_title: str
    phase: str
    personal: bool = False
    asked: tuple[Asked, ...] = ()
    skipped: tuple[Asked, ...] = ()
    learnings: int = 0
    starter: StarterQuestion | None = None
    """What the starter bank says of it; None for a student's own."""

    @property
    def answered(self) -> tuple[Asked, ...]:
        """Every time it got an answer that was written up."""
        return tuple(one for one in self.asked if one.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which questions are looked for; what is left empty lets all pass."""

    topics: Collection[str] = ()
    phase: str = ""
    personal: bool | None = None
    not_asked: bool = False
    words: str = ""
    """Those that a wording holds all of, or a question that means the same."""


def own_questions(bank: QuestionBank) -> tuple[Listed, ...]:
    """The questions of a bank."""
    titles = {one.topic: one.title for one in bank.topics}
    return tuple(_own(entry, titles[entry.topic]) for entry in bank.entries)


def _own(entry: BankEntry, title: str) -> Listed:
    return Listed(
        question=entry.question,
        wordings=entry.wordings,
        key=entry.key,
        topic=entry.topic,
        topic_title=title,
        phase=entry.phase,
        personal=entry.personal,
        asked=entry.asked,
        skipped=entry.skipped,
        learnings=len(entry.learnings),
    )


def starters_beside(own: Iterable[Listed]) -> tuple[Listed, ...]:
    """The starter questions that mean nothing of what is there already."""
    keys = set()
    for one in own:
        keys |= {one.key, *map(signature, one.wordings)}
    return tuple(map(listed_starter, without(keys)))


def listed_starter(one: StarterQuestion) -> Listed:
    """A starter question, to choose it like any other."""
    return Listed(
        question=one.ask,
        wordings=(one.ask,),
        key=signature(one.ask),
        topic=one.topic,
        topic_title=TopicOfBank(topic=one.topic).title,
        phase=one.phase,
        starter=one,
    )


def choose(questions: Iterable[Listed], wanted: Wanted) -> list[Listed]:
    """Those wanted, topic by topic; what means the same as the words comes first."""
    chosen = [one for one in questions if _fits(one, wanted)]
    places = {topic: at for at, topic in enumerate(in_order({one.topic for one in chosen}))}
    meant = signature(wanted.words) if wanted.words else None
    return sorted(chosen, key=lambda one: (one.key != meant, places[one.topic]))


def _fits(one: Listed, wanted: Wanted) -> bool:
    return (
        (not wanted.topics or one.topic in wanted.topics)
        and wanted.phase in ("", one.phase)
        and wanted.personal in (None, one.personal)
        and not (wanted.not_asked and one.asked)
        and (not wanted.words or holds(one, wanted.words))
    )


def holds(one: Listed, words: str) -> bool:
    """Whether a wording has all of these words, or the question means the same as they do."""
    looked_for = _searchable(words).split()
    texts = [f" {_searchable(wording)}" for wording in one.wordings]
    return one.key == signature(words) or any(
        all(_has(text, word) for word in looked_for) for text in texts
    )


def _has(text: str, word: str) -> bool:
    """Whether a word begins so; scripts without spaces have no beginnings of words."""
    return f" {word}" in text or (not word.isascii() and word in text)


def _searchable(text: str) -> str:
    """A text without case, punctuation and accents."""
    apart = unicodedata.normalize("NFKD", comparable(text))
    return unicodedata.normalize("NFC", "".join(filter(_is_letter, apart)))


def _is_letter(char: str) -> bool:
    return not unicodedata.combining(char)


def by_topic(questions: Iterable[Listed]) -> Iterator[tuple[str, list[Listed]]]:
    """The titles of topics with their questions, in the order in which they first come up."""
    found: dict[str, list[Listed]] = {}
    for one in questions:
        found.setdefault(one.topic, []).append(one)
    for listed in found.values():
        yield listed[0].topic_title, listed
