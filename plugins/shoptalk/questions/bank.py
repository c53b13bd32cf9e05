"""Interviews × their questions → the questions × who was asked, and what came of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from shoptalk.questions.groups import Groups, Key, group, questions_of
from shoptalk.questions.starter import StarterQuestion, starter_of
from shoptalk.questions.topics import phase_of, topic_of
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.interview import Interview, Learning, Question
from shoptalk.reading.keys import TOPICS
from shoptalk.reading.slug import slug


class Asked(NamedTuple):
    """One question in one conversation."""

    address: str
    """The interview's address, as in `ReadFile`."""
    interview: Interview
    question: Question

    @property
    def answer(self) -> str:
        """The Markdown of the section that answers it; empty where there is none."""
        return answer_of(self.interview, self.question)

    @property
    def learnings(self) -> tuple[Learning, ...]:
        """What was learnt from it here, by what the learnings themselves say."""
        found = self.interview.learnings
        return tuple(learning for learning in found if learning.question == self.question.ask)


@dataclass(frozen=True, kw_only=True)
class BankEntry:
    """One question, however often it was asked."""

    question: str
    """The wording that `same_as` names, if one does; else the one asked first."""
    anchor: str
    """Its id; no other entry has the same."""
    key: Key
    """What it asks: equal for each of its wordings, unless a student said otherwise."""
    asked: tuple[Asked, ...] = ()
    """Every time it was asked, in the order of the conversations."""
    skipped: tuple[Asked, ...] = ()
    """Every time it was planned and not asked, or is still to be asked."""

    @cached_property
    def wordings(self) -> tuple[str, ...]:
        """Each way it was worded, in the order of the conversations."""
        said = (one.question.ask for one in (*self.asked, *self.skipped))
        return tuple(dict.fromkeys((self.question, *said)))

    @cached_property
    def topic(self) -> str:
        """A student's own, else that of the starter question it means, else what the rules say.

        Empty where none of these knows one.
        """
        return slug(self.given_topic) or (self._starter.topic if self._starter else self._by_rule)

    @cached_property
    def given_topic(self) -> str:
        """The first topic that a student gave it, as it is written; empty if nobody did."""
        given = (one.question.topic for one in (*self.asked, *self.skipped))
        return next(filter(slug, given), "")

    @cached_property
    def phase(self) -> str:
        """The part of a conversation it belongs in: `open`, `middle` or `close`."""
        return self._starter.phase if self._starter else phase_of(self.question, self.topic)

    @property
    def personal(self) -> bool:
        """It was written for a person each time it was asked or planned."""
        return all(one.question.personal for one in (*self.asked, *self.skipped))

    @cached_property
    def answered(self) -> tuple[Asked, ...]:
        """Every time it got an answer that was written up."""
        return tuple(one for one in self.asked if one.answer)

    @cached_property
    def learnings(self) -> tuple[Learning, ...]:
        """What was learnt from it in all conversations."""
        return tuple(learning for one in self.asked for learning in one.learnings)

    @property
    def _starter(self) -> StarterQuestion | None:
        return starter_of(self.key)

    @property
    def _by_rule(self) -> str:
        return next(filter(None, (topic_of(wording).topic for wording in self.wordings)), "")


class Learnt(NamedTuple):
    """Something that was learnt in a conversation."""

    address: str
    """The interview's address, as in `ReadFile`."""
    interview: Interview
    learning: Learning


@dataclass(frozen=True, kw_only=True)
class TopicOfBank:
    """All questions on one topic."""

    topic: str
    """Empty for those of which it is not known."""
    entries: tuple[BankEntry, ...] = ()
    learnings: tuple[Learnt, ...] = ()
    """What came from its questions, or names it as its topic."""

    @property
    def title(self) -> str:
        """Its name for readers; that of a student's own topic as it is written."""
        if not self.topic:
            return "No topic yet"
        of_learnings = (one.learning.topic for one in self.learnings)
        written = (*(entry.given_topic for entry in self.entries), *of_learnings)
        given = next((one for one in written if slug(one) == self.topic), "")
        name = given if given and self.topic not in TOPICS else self.topic.replace("-", " ")
        return name[0].upper() + name[1:]

    @property
    def asked(self) -> int:
        """How many times one of its questions was asked."""
        return sum(len(entry.asked) for entry in self.entries)

    @property
    def answered(self) -> int:
        """How many of these times the answer was written up."""
        return sum(len(entry.answered) for entry in self.entries)


@dataclass(frozen=True, kw_only=True)
class QuestionBank:
    """All questions of a portfolio, the most asked first; those never asked come last."""

    entries: tuple[BankEntry, ...] = ()
    interviews: tuple[tuple[str, Interview], ...] = ()
    """The conversations that they come from, with their addresses."""

    @cached_property
    def asked(self) -> tuple[BankEntry, ...]:
        """Those that were asked at least once."""
        return tuple(entry for entry in self.entries if entry.asked)

    @cached_property
    def entry_of(self) -> Mapping[tuple[str, str], BankEntry]:
        """The entry of each question, by the interview's address and its wording there."""
        return {
            (one.address, one.question.ask): entry
            for entry in self.entries
            for one in (*entry.asked, *entry.skipped)
        }

    @cached_property
    def topics(self) -> tuple[TopicOfBank, ...]:
        """Those that have questions or learnings, in the order of `in_order`."""
        of_topic: defaultdict[str, list[BankEntry]] = defaultdict(list)
        for entry in self.entries:
            of_topic[entry.topic].append(entry)
        named = self._learnings_by_topic
        return tuple(
            TopicOfBank(topic=topic, entries=tuple(of_topic[topic]), learnings=tuple(named[topic]))
            for topic in in_order({*of_topic, *named})
        )

    @cached_property
    def every_topic(self) -> tuple[TopicOfBank, ...]:
        """Those that are known, also without a question, and then the others that have any."""
        of_bank = {one.topic: one for one in self.topics}
        known = (of_bank.pop(topic, TopicOfBank(topic=topic)) for topic in TOPICS)
        return (*known, *of_bank.values())

    @cached_property
    def _learnings_by_topic(self) -> Mapping[str, list[Learnt]]:
        """A learning counts for the topic that it names, else for that of its question."""
        found: defaultdict[str, list[Learnt]] = defaultdict(list)
        for address, interview in self.interviews:
            for learning in interview.learnings:
                entry = self.entry_of.get((address, learning.question))
                topic = slug(learning.topic) or (entry.topic if entry else None)
                if topic is not None:
                    found[topic].append(Learnt(address, interview, learning))
        return found


LAST = "A"
"""Comes after every date: conversations without one are the last."""


def in_order(topics: Iterable[str]) -> list[str]:
    """Topics as they are listed: those of `TOPICS`, then a student's own, then the unknown one."""
    places = {topic: place for place, topic in enumerate(TOPICS)}
    return sorted(topics, key=lambda topic: (not topic, places.get(topic, len(TOPICS)), topic))


def answer_of(interview: Interview, question: Question) -> str:
    """The Markdown of the section that answers a question; empty where there is none."""
    return interview.body.text_of(question.answer) if question.answer else ""


def was_asked(interview: Interview, question: Question) -> bool:
    """Whether a listed question counts as asked: in a draft, once its answer is written up."""
    return not interview.draft or bool(answer_of(interview, question))


@dataclass(slots=True)
class _Found:
    """What comes together under one question."""

    asked: list[Asked] = field(default_factory=list)
    skipped: list[Asked] = field(default_factory=list)


def make_bank(files: Iterable[ReadFile]) -> QuestionBank:
    """Group the questions of all interviews by what they ask, the first conversation first."""
    read = [(file.address, file.interview) for file in files if file.interview]
    read.sort(key=lambda one: (str(one[1].date or LAST), one[0]))
    groups = group(chain.from_iterable(questions_of(interview) for _, interview in read))
    found: dict[Key, _Found] = {}
    for address, interview in read:
        asked, waiting = _divided(interview)
        keys = [groups.key_of(question.ask) for question in asked]
        for key, question in zip(keys, asked, strict=True):
            found.setdefault(key, _Found()).asked.append(Asked(address, interview, question))
        for question in waiting:
            key = groups.key_of(question.ask)
            if key not in keys:
                found.setdefault(key, _Found()).skipped.append(Asked(address, interview, question))
                keys.append(key)
    anchors: dict[str, int] = {}
    entries = [_entry(key, of_key, groups, anchors) for key, of_key in found.items()]
    entries.sort(key=lambda entry: -len(entry.asked))
    return QuestionBank(entries=tuple(entries), interviews=tuple(read))


def _divided(interview: Interview) -> tuple[Sequence[Question], Sequence[Question]]:
    """The questions that were asked, and those that were not or are still to be."""
    questions = _written(interview.questions)
    asked = [one for one in questions if was_asked(interview, one)]
    others = [one for one in questions if not was_asked(interview, one)]
    return asked, [*others, *_written(interview.planned)]


def _written(questions: Iterable[Question]) -> list[Question]:
    """Those that are more than a placeholder for a question."""
    return [one for one in questions if not is_placeholder(one.ask)]


def _entry(key: Key, found: _Found, groups: Groups, anchors: dict[str, int]) -> BankEntry:
    first = (found.asked or found.skipped)[0].question.ask
    question = groups.titles.get(key, first)
    anchor = slug(question) or "question"
    anchors[anchor] = count = anchors.get(anchor, 0) + 1
    return BankEntry(
        question=question,
        anchor=anchor if count == 1 else f"{anchor}--{count}",
        key=key,
        asked=tuple(found.asked),
        skipped=tuple(found.skipped),
    )
