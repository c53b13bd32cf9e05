"""The questions that a rubric's course says not to ask, with why and what to ask instead."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from shoptalk.questions.meaning import signature
from shoptalk.rubric.condition_parts import applied_checks
from shoptalk.rubric.conditions import Condition
from shoptalk.rubric.phrases import phrase_in
from shoptalk.rubric.rubric import Rubric


@dataclass(frozen=True, slots=True, kw_only=True)
class NotToAsk:
    """A question not to ask."""

    ask: str
    """The question in one wording; whatever means the same counts as it."""
    why: str = ""
    """Why not to ask it, as a sentence."""
    instead: str = ""
    """A question to ask in its place."""
    phrases: tuple[str, ...] = ()
    """Words by which other wordings are known: `*` stands for up to four words, and `?` at the end
    for the end of the question."""

    def __hash__(self) -> int:
        """Quicker than that of all fields: every question is looked up by the items."""
        return hash(self.ask)


class _Known(NamedTuple):
    """What several items are found by."""

    phrases: tuple[str, ...]
    by_meaning: Mapping[frozenset[str], NotToAsk]


def not_to_ask(rubric: Rubric) -> tuple[NotToAsk, ...]:
    """The questions not to ask of all criteria of a rubric, each once."""
    listed = (not_to_ask_by(criterion.checks) for criterion in rubric.criteria)
    return tuple(dict.fromkeys(item for items in listed for item in items))


def not_to_ask_by(conditions: Iterable[Condition]) -> Iterator[NotToAsk]:
    """The questions that conditions say not to ask, in their order."""
    for options in _options_in(conditions):
        yield from options.questions


def unwanted(rubric: Rubric, questions: Iterable[str]) -> frozenset[str]:
    """Those of some questions that a rubric says not to ask, by their words or their meaning."""
    checks = [one for criterion in rubric.criteria for one in _options_in(criterion.checks)]
    return frozenset(
        question
        for question in questions
        if any(
            counts_as(question, options.questions) or phrase_in(options.phrases, question)
            for options in checks
        )
    )


def _options_in(conditions: Iterable[Condition]) -> Iterator[Any]:
    """The options of each `question-not-to-ask` among conditions."""
    for one in applied_checks(conditions):
        if one.check.wording.id == "question-not-to-ask":
            yield one.options


def counts_as(question: str, items: tuple[NotToAsk, ...]) -> NotToAsk | None:
    """The item that a question holds a phrase of, or means the same as; None if there is none."""
    if not items:
        return None
    all_phrases, by_meaning = _known(items)
    if phrase_in(all_phrases, question):
        return next(item for item in items if phrase_in(item.phrases, question))
    return by_meaning.get(signature(question))


@cache
def _known(items: tuple[NotToAsk, ...]) -> _Known:
    phrases = tuple(phrase for item in items for phrase in item.phrases)
    return _Known(phrases, {signature(item.ask): item for item in items})
