"""Counting words, and wording counts."""

import re

UNSPACED = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)
"""Letters of scripts that put no space between words; compiled only once there are any."""


def count_words(text: str) -> int:
    """Words between spaces; two letters of a script without spaces count as one word."""
    letters = 0 if text.isascii() else len(re.findall(UNSPACED, text))
    spaced = re.sub(UNSPACED, " ", text) if letters else text
    return len(spaced.split()) + (letters + 1) // 2


def counted(count: int, noun: str) -> str:
    """A number with its noun: `no words`, `1 word`, `2 words`."""
    return f"{f'{count:,}' if count else 'no'} {noun}{'' if count == 1 else 's'}"
