"""Words that no dictionary of this computer knows; without a dictionary there are none."""

import re
import shutil
import subprocess
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from shoptalk.outreach.messages.phrases import Found, straight
from shoptalk.outreach.request import Outreach

CALLS = (
    ("hunspell", "-l", "-d", "en_US,en_GB"),
    ("hunspell", "-l", "-d", "en_US"),
    ("hunspell", "-l", "-d", "en_GB"),
    ("aspell", "list", "-l", "en"),
)
"""Each prints those of the words it is given that it does not know."""
LONGEST_WAIT = 3
"""Seconds; nobody waits longer for a preview."""

WORD = re.compile(r"(?<![\w@./'-])[a-z]{4,}(?:'[a-z]+)?(?![\w@/'-]|\.\w)")
"""Words in small letters: names, addresses and abbreviations are none."""


def misspelt(texts: Sequence[str], known: Collection[str]) -> list[list[Found]]:
    """For each text the words in it that are in no dictionary, each once."""
    words = [_words_in(text) for text in texts]
    unknown = _unknown(frozenset().union(*words)) - set(known) if words else frozenset()
    return [
        [Found(at, word) for word, at in sorted(found.items(), key=_place) if word in unknown]
        for found in words
    ]


def names_in(outreach: Outreach) -> frozenset[str]:
    """The words, in small letters, of everything that the requests name."""
    names: Iterable[str] = (
        name
        for one in outreach.requests
        for name in (one.name, one.organization, one.title, one.introduced_by, one.shared, one.why)
    )
    return frozenset(word for name in names for word in re.findall(r"\w+", name.lower()))


def _words_in(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for match in WORD.finditer(straight(text)):
        found.setdefault(match.group(), match.start())
    return found


def _place(found: tuple[str, int]) -> int:
    return found[1]


@lru_cache(maxsize=8)
def _unknown(words: frozenset[str]) -> frozenset[str]:
    """Asked once for all texts together, for a program takes its time to start."""
    for name, *options in CALLS:
        program = shutil.which(name)
        if not program or not words:
            continue
        try:
            done = subprocess.run(  # noqa: S603 (nothing of the texts is on the command line)
                [program, *options],
                input="\n".join(sorted(words)),
                capture_output=True,
                encoding="utf-8",
                timeout=LONGEST_WAIT,
                check=True,
            )
        except (OSError, subprocess.SubprocessError, UnicodeError):
            continue
        return frozenset(done.stdout.split()) & words
    return frozenset()
