"""Texts as addresses spell them."""

import re
import unicodedata
from functools import lru_cache

LONGEST_SLUG = 80
OTHER_SIGNS = re.compile(r"[^a-z0-9]")


@lru_cache(maxsize=10_000)
def slug(text: str, separator: str = "-") -> str:
    """Small letters, digits and hyphens, in the text's own script: names are not rewritten."""
    folded = unicodedata.normalize("NFC", text).lower().replace("'", "").replace("’", "")
    if folded.isascii():
        kept = OTHER_SIGNS.sub(" ", folded)
    else:
        kept = "".join(
            char if char.isalnum() or unicodedata.category(char)[0] == "M" else " "
            for char in folded
        )
    return re.sub(r"\s+", separator, kept[:LONGEST_SLUG].strip())
