"""JSON Schema of the files in `private/`."""

from shoptalk.editors.schema import DRAFT, TEXT, Schema, schema_of
from shoptalk.reading.private_file import Private

NO_KEYS = frozenset(("source", "keys"))
"""Fields of the record that do not come from a key."""


def private_schema() -> Schema:
    """What only the author's own computer knows of an interview."""
    forms: dict[str, Schema] = {
        "link": {**TEXT, "format": "uri", "pattern": "^https?://"},
        "contact": {"anyOf": [TEXT, {"type": "array", "items": TEXT}]},
    }
    return {
        "$schema": DRAFT,
        "title": "What is private of an interview",
        **schema_of(Private, forms=forms, without=NO_KEYS),
    }
