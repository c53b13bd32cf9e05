"""Which topic a question belongs to, and where in a conversation it has its place."""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from shoptalk.questions.concept_list import concepts, named
from shoptalk.questions.meaning import asked_by, concepts_of

MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class Topic:
    """Where a question belongs."""

    topic: str
    """Empty if that is not sure."""
    phase: str
    """`open`, `middle` or `close`."""
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What `topics.yml` says."""

    no_topic: tuple[frozenset[str], ...]
    of_anything: frozenset[str]
    """What is asked of this or that profession or thing, which the word list need not know."""
    phases: dict[str, str]
    """By topic, or by what is asked."""
    opening: tuple[frozenset[str], ...]
    closing: tuple[frozenset[str], ...]


@lru_cache(maxsize=50_000)
def topic_of(question: str) -> Topic:
    """The topic and phase of a question; no topic where anything in it is not understood."""
    meant, left = asked_by(question)
    rules = _rules()
    if meant and meant[0].name in rules.of_anything:
        left &= concepts().names
    topics = {meaning.topic for meaning in meant}
    sure = len(topics) == 1 and not left and not _holds(rules.no_topic, concepts_of(question))
    topic = meant[0].topic if meant else ""
    return Topic(topic if sure else "", phase_of(question, topic), sure)


@lru_cache(maxsize=50_000)
def phase_of(question: str, topic: str) -> str:
    """The part of a conversation that a question belongs in, where its topic is known."""
    rules, named_here = _rules(), concepts_of(question)
    meant, _ = asked_by(question)
    asked = meant[0].name if meant else ""
    if phase := rules.phases.get(asked) or rules.phases.get(topic):
        return phase
    if _holds(rules.closing, named_here):
        return "close"
    return "open" if not asked and _holds(rules.opening, named_here) else MIDDLE


def _holds(rules: tuple[frozenset[str], ...], concepts: frozenset[str]) -> bool:
    return any(needed <= concepts for needed in rules)


@cache
def _rules() -> Rules:
    import yaml

    text = (files("shoptalk.questions") / "topics.yml").read_text(encoding="utf-8")
    read = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 (it makes nothing but texts)
    return Rules(
        no_topic=_listed(read["no topic"]),
        of_anything=frozenset(read["of anything"].split(", ")),
        phases={asked: phase for phase, listed in read["phases"].items() for asked in listed},
        opening=_listed(read["opening"]),
        closing=_listed(read["closing"]),
    )


def _listed(text: str) -> tuple[frozenset[str], ...]:
    return tuple(named(needed) for needed in text.split(", "))
