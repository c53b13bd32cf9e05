"""The types of properties in Obsidian, a program for notes that are Markdown files."""

from typing import Any

from shoptalk.reading.keys import CHOICES, DAYS, LISTS, TEXTS, YES_OR_NO

TYPES = {
    **dict.fromkeys((*TEXTS, *CHOICES), "text"),
    **dict.fromkeys(YES_OR_NO, "checkbox"),
    **dict.fromkeys(LISTS, "multitext"),
    "tags": "tags",
    **dict.fromkeys(DAYS, "date"),
    "minutes": "number",
    "thanked": "datetime",
}

WITHOUT_A_TYPE = frozenset(("consent",))
"""A key that holds keys of its own, for which Obsidian has no type."""


def property_types() -> dict[str, Any]:
    """The kind of value of each key, so that each gets a fitting field."""
    return {"types": TYPES}
