"""Names as they compare."""

import unicodedata


def comparable_name(name: str) -> str:
    """A name, or that of an organization, however its letters are made, and without capitals."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
