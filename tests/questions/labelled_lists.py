"""The labelled lists: those that the word lists were made with, and the one that measures them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, cycle
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "labelled"
LISTS = Path(__file__).parents[2] / "plugins" / "shoptalk" / "questions"
GROUPS_MADE_WITH = (
    "made_with.yml",
    "common_for_tuning.yml",
    "groups_for_tuning.yml",
    "starter_for_tuning.yml",
)
SORTED_GROUPS = GROUPS_MADE_WITH[1:]
"""Those that say of each question to which topic and phase it belongs."""
SET_ASIDE = FOLDER / "set_aside.yml"
SET_ASIDE_RARE = FOLDER / "set_aside_rare.yml"


def read(path: Path) -> list[dict[str, Any]]:
    """What a labelled list holds."""
    listed: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return listed


def pairs_of(groups: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each wording of a group with each other one; each near miss with one of them, in turn."""
    for group in groups:
        wordings = [*filter(None, [group.get("starter")]), *group["same"]]
        for one, other in combinations(wordings, 2):
            yield {"a": one, "b": other, "same": True}
        for differing, wording in zip(group["differ"], cycle(wordings)):
            yield {"a": wording, "b": differing["ask"], "same": False}


def questions_of(groups: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each question of a group with its topic and phase."""
    for group in groups:
        for wording in group["same"]:
            yield {"question": wording, **group}
        for differing in group["differ"]:
            yield {"question": differing["ask"], **differing}


def share(entries: Sequence[Any], holds: Callable[[Any], bool]) -> float:
    """Of how many something holds."""
    return sum(map(holds, entries)) / len(entries)


def head_of(name: str) -> str:
    """The comment that a word list begins with, as one line."""
    lines = (LISTS / name).read_text(encoding="utf-8").splitlines()
    return " ".join(" ".join(line.lstrip("# ") for line in lines if line.startswith("#")).split())
