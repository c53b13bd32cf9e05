"""Which topic a question belongs to, and where in a conversation it has its place."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from shoptalk.questions.concept_list import named
from shoptalk.questions.meaning import asked_by, concepts_of

MIDDLE = "middle"
PHASES = ("open", MIDDLE, "close")
"""The parts of a conversation, in their order."""

Sets = tuple[frozenset[str], ...]


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

    points: Mapping[str, int]
    """For the topic of a known question that is asked: by how much of the question that is."""
    lead: int
    """The points from which on the first topic is sure before the second."""
    clues: Mapping[str, tuple[tuple[str, int], ...]]
    """By a concept: the topics it speaks for, with its points."""
    no_topic: Sets
    phases: Mapping[str, str]
    """By topic, or by what is asked."""
    opening: Sets
    closing: Sets


@dataclass(frozen=True, slots=True)
class Likely:
    """What speaks for the topic of a question."""

    topic: str
    """The one with the most points; empty where none has any."""
    lead: int
    """The points it has more than the next."""
    asked: str
    """The known question that this is, if nothing of it is left over."""
    names: frozenset[str]
    """All concepts of the question."""


@lru_cache(maxsize=50_000)
def topic_of(question: str) -> Topic:
    """The topic and phase of a question; no topic where none is clearly ahead."""
    likely, rules = _likely(question), _rules()
    sure = likely.lead >= rules.lead and not _holds(rules.no_topic, likely.names)
    return Topic(likely.topic if sure else "", phase_of(question, likely.topic), sure)


@lru_cache(maxsize=50_000)
def phase_of(question: str, topic: str) -> str:
    """The part of a conversation that a question belongs in, where its topic may be known."""
    likely, rules = _likely(question), _rules()
    if phase := rules.phases.get(likely.asked) or rules.phases.get(topic or likely.topic):
        return phase
    if _holds(rules.closing, likely.names):
        return "close"
    return "open" if not likely.asked and _holds(rules.opening, likely.names) else MIDDLE


@lru_cache(maxsize=50_000)
def _likely(question: str) -> Likely:
    rules, names = _rules(), concepts_of(question)
    meant, left = asked_by(question)
    points: Counter[str] = Counter()
    for at, topic in enumerate(dict.fromkeys(meaning.topic for meaning in meant)):
        points[topic] += rules.points["beside" if at else "in part" if left else "whole"]
    for name in names:
        for topic, weight in rules.clues.get(name, ()):
            points[topic] += weight
    asked = meant[0].name if meant and not left else ""
    (first, most), (_, next_most) = [*sorted(points.items(), key=_by_points), ("", 0), ("", 0)][:2]
    return Likely(first, most - next_most, asked, names)


def _by_points(topic: tuple[str, int]) -> tuple[int, str]:
    name, points = topic
    return -points, name


def _holds(rules: Sets, concepts: frozenset[str]) -> bool:
    return any(needed <= concepts for needed in rules)


@cache
def _rules() -> Rules:
    import yaml

    text = Path(__file__).with_name("topics.yml").read_text(encoding="utf-8")
    read = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 (it makes nothing but texts)
    return Rules(
        points={part: int(points) for part, points in read["points"].items()},
        lead=int(read["lead"]),
        clues=_by_concept(read["clues"]),
        no_topic=_listed(read["no topic"]),
        phases={asked: phase for phase, listed in read["phases"].items() for asked in listed},
        opening=_listed(read["opening"]),
        closing=_listed(read["closing"]),
    )


def _by_concept(
    clues: Mapping[str, Mapping[str, str]],
) -> Mapping[str, tuple[tuple[str, int], ...]]:
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for topic, listed in clues.items():
        for points, names in listed.items():
            for (name,) in _listed(names):
                found[name] = (*found.get(name, ()), (topic, int(points)))
    return found


def _listed(text: str) -> Sets:
    return tuple(named(needed) for needed in text.split(", "))
