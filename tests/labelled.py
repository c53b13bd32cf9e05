"""How often a check that guesses is right, on lists of texts that somebody labelled."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "rubric" / "labelled"
KEPT_BACK = "kept_back_"
"""Begins the lists that were written when the check was finished."""
LEAST_PRECISION = 0.9


@dataclass(frozen=True)
class Guesses:
    """What a check said of labelled texts."""

    right: int
    wrong: tuple[str, ...]
    """Reported though there is nothing to report."""
    missed: tuple[str, ...]
    of: int
    """All texts, of both kinds."""

    @property
    def precision(self) -> float:
        """The share of its reports that are right."""
        return self.right / max(self.right + len(self.wrong), 1)

    @property
    def recall(self) -> float:
        """The share of what there is to report that it reports."""
        return self.right / max(self.right + len(self.missed), 1)

    def __str__(self) -> str:
        found = f"it finds {self.recall:.0%} of the faults"
        right = f"{self.precision:.0%} of its reports are right"
        return f"On {self.of} texts it was made with, {right} and {found}"


def read(name: str) -> Any:
    """A labelled list."""
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))


def guesses(
    lists: Mapping[str, Sequence[str]], at_fault: str, is_found: Callable[[str], bool]
) -> Guesses:
    """What a check finds in lists of which one holds the texts at fault."""
    found = {kind: {text for text in texts if is_found(text)} for kind, texts in lists.items()}
    return Guesses(
        right=len(found[at_fault]),
        wrong=tuple(text for kind in lists if kind != at_fault for text in found[kind]),
        missed=tuple(text for text in lists[at_fault] if text not in found[at_fault]),
        of=sum(map(len, lists.values())),
    )


def measured(name: str, at_fault: str, is_found: Callable[[str], bool]) -> tuple[Guesses, str]:
    """What a check finds in a labelled list, and the sentence that its page has to say of it."""
    lists = read(name)
    known = {kind: texts for kind, texts in lists.items() if not kind.startswith(KEPT_BACK)}
    later = {
        kind.removeprefix(KEPT_BACK): texts
        for kind, texts in lists.items()
        if kind.startswith(KEPT_BACK)
    }
    seen = guesses(known, at_fault, is_found)
    return seen, sentence_of(seen, guesses(later, at_fault, is_found))


def sentence_of(seen: Guesses, unseen: Guesses) -> str:
    """What a page has to say: how it did with what it was made with, and with other texts."""
    print("others, wrong:", *unseen.wrong, "missed:", *unseen.missed, sep="\n  ")
    return f"{seen}; on {unseen.of} others, {unseen.precision:.0%} and {unseen.recall:.0%}."


def holds_true(page: str, seen: Guesses, sentence: str) -> None:
    """The page says what was measured, and that is good enough."""
    print(sentence, "wrong:", *seen.wrong, "missed:", *seen.missed, sep="\n  ")
    assert seen.of >= 60
    assert seen.precision >= LEAST_PRECISION, seen.wrong
    assert sentence in " ".join(page.split())
