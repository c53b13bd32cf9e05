"""A text as its reader sees it, whatever happened to its characters."""

import re

from shoptalk.reading.characters import DAMAGED, WITHOUT_SPACES, restored

INVISIBLE = re.compile(rf"[\u2060\ufeff]|(?<![{WITHOUT_SPACES}])\u200b")
"""Characters without width that part and join nothing."""


def legible(text: str) -> str:
    """A text with its damaged letters restored, and without the characters nobody sees."""
    return DAMAGED.sub(lambda damaged: restored(damaged.group()), INVISIBLE.sub("", text))


def words(text: str) -> list[str]:
    """The words of a text."""
    return re.findall(r"\w+", legible(text))
