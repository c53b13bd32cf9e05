"""Questions to choose from before anything was asked; they never count as asked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from shoptalk.questions.groups import Key
from shoptalk.questions.meaning import signature


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterQuestion:
    """A question of the starter bank."""

    ask: str
    topic: str
    phase: str
    open: bool
    """More than yes or no would answer it."""
    courses: tuple[str, ...]
    """The built-in rubrics whose lessons ask for it."""
    when: str
    """At which point of a conversation to ask it, and of whom."""
    follow_up: str
    """What to ask next."""


@cache
def starter_questions() -> tuple[StarterQuestion, ...]:
    """The starter bank, topic by topic."""
    import yaml

    text = Path(__file__).with_name("starter.yml").read_text(encoding="utf-8")
    read = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 (it makes nothing but texts)
    return tuple(
        StarterQuestion(
            **{
                **question,
                "open": question["open"] == "true",
                "courses": tuple(question["courses"]),
            }
        )
        for question in read["questions"]
    )


def starter_of(key: Key) -> StarterQuestion | None:
    """The starter question that means what has this key."""
    return _by_key().get(key)


@cache
def _by_key() -> Mapping[Key, StarterQuestion]:
    return {signature(one.ask): one for one in starter_questions()}


def without(keys: Collection[Key]) -> tuple[StarterQuestion, ...]:
    """The starter questions that mean nothing of what has these keys."""
    return tuple(one for one in starter_questions() if signature(one.ask) not in keys)
