"""Which wordings are one question: by what they ask, and by what students say of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from shoptalk.questions.meaning import signature
from shoptalk.reading.interview import Interview, Question
from shoptalk.reading.sections import comparable

Key = frozenset[str]
"""What is equal for the wordings of one question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """How the wordings of a portfolio are put together."""

    joined: Mapping[Key, Key] = field(default_factory=dict)
    """For a key that `same_as` joins to another: that other."""
    apart: Mapping[str, Key] = field(default_factory=dict)
    """By its comparable text, the key of a wording that `not_same` keeps by itself."""
    titles: Mapping[Key, str] = field(default_factory=dict)
    """The wording that `same_as` names, for each key that others are joined to."""

    def key_of(self, wording: str) -> Key:
        """The key of a wording: equal for all that are one question."""
        key = own_key(wording, self.apart)
        return self.joined.get(key, key)


def own_key(wording: str, apart: Mapping[str, Key]) -> Key:
    """The key of a wording before any `same_as` is followed."""
    alone = apart.get(comparable(wording)) if apart else None
    return alone or signature(wording)


def questions_of(interview: Interview) -> Sequence[Question]:
    """All that is worded in an interview: what was asked, and what was planned."""
    return (*interview.questions, *interview.planned)


def group(questions: Iterable[Question]) -> Groups:
    """Put wordings together as `same_as` and `not_same` say, wherever these wordings stand."""
    questions = list(questions)
    overruled = [one for one in questions if one.same_as or one.not_same]
    if not overruled:
        return Groups()
    overruled = _in_effect(overruled, {signature(one.ask) for one in questions})
    together = _joined(overruled, {})
    apart = {
        comparable(one.ask): signature(one.ask) | {f"apart: {comparable(one.ask)}"}
        for one in overruled
        if one.not_same and together.key_of(one.ask) == together.key_of(one.not_same)
    }
    return _joined(overruled, apart) if apart else together


def _in_effect(questions: Iterable[Question], asked: Collection[Key]) -> list[Question]:
    """What is said of questions, without a `same_as` that names what nobody else asks or names."""
    named: defaultdict[Key, set[str]] = defaultdict(set)
    for question in questions:
        if question.same_as:
            named[signature(question.same_as)].add(comparable(question.ask))

    def leads_somewhere(question: Question) -> bool:
        key = signature(question.same_as)
        return key in asked or len(named[key]) > 1

    return [one if leads_somewhere(one) else one._replace(same_as="") for one in questions]


def _joined(questions: Sequence[Question], apart: Mapping[str, Key]) -> Groups:
    joined: dict[Key, Key] = {}
    titles: dict[Key, str] = {}
    for question in questions:
        if question.same_as:
            key = _last(joined, own_key(question.ask, apart))
            other = _last(joined, own_key(question.same_as, apart))
            if key != other:
                joined[key] = other
            titles.setdefault(other, question.same_as)
    ends = {key: _last(joined, key) for key in joined}
    return Groups(joined=ends, apart=apart, titles=titles)


def _last(joined: dict[Key, Key], key: Key) -> Key:
    """Where a key leads to, with a shorter way there for the next time."""
    while key in joined:
        further = joined[key]
        joined[key] = joined.get(further, further)
        key = further
    return key
