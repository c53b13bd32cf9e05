"""Values as they are written in YAML, in block style and within brackets."""

import re
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from shoptalk.reading.line import quoted
from shoptalk.reading.traps import plain_or_quoted

STEP = "  "
NOT_PLAIN_IN_BRACKETS = re.compile(r"[,\[\]{}?#:\"']")


def as_data(value: Any) -> Any:
    """A record as what stands in a file: a dict without what is as it would be anyway.

    An item of which there is nothing to say but its first word is a plain text.
    """
    if isinstance(value, tuple | list):
        return [as_data(item) for item in value]
    if not is_dataclass(value):
        return value.value if isinstance(value, Enum) else value
    said = {
        field.name: as_data(getattr(value, field.name))
        for field in fields(value)
        if field.default is MISSING or getattr(value, field.name) != field.default
    }
    plain = getattr(value, "PLAIN", "")
    return said[plain] if plain and list(said) == [plain] else said


def block_lines(value: Any, lead: str, indent: str) -> Iterator[str]:
    """The lines of a value in block style: `lead` stands before the first, `indent` the others.

    `lead` ends in a dash or a colon, and what is no scalar below a colon begins on the next line.
    """
    if isinstance(value, dict):
        before = f"{lead} " if lead.endswith("-") else indent
        if not lead.endswith("-"):
            yield lead
        for key, inner in value.items():
            yield from block_lines(inner, f"{before}{key}:", indent + STEP)
            before = indent
    elif isinstance(value, list):
        yield lead
        for item in value:
            yield from block_lines(item, f"{indent}-", indent + STEP)
    elif isinstance(value, str) and is_block(value):
        yield f"{lead} |"
        yield from (f"{indent}{line}" if line else "" for line in value.split("\n"))
    else:
        yield f"{lead} {scalar(value)}"


def is_block(text: str) -> bool:
    """Whether a text of several lines can be written as it is, each on a line of its own."""
    return "\n" in text and text == text.strip() and "\r" not in text


def in_brackets(value: Any) -> str:
    """A value on one line, as it stands within brackets or braces."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {in_brackets(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(in_brackets, value)) + "]"
    if isinstance(value, str) and "\n" not in value and NOT_PLAIN_IN_BRACKETS.search(value):
        return quoted(value)
    return scalar(value)


def scalar(value: str | float | date) -> str:
    """A single value on one line."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    return as_yaml(value) if isinstance(value, str) else f"{value:.10g}"


def as_yaml(text: str) -> str:
    """A text as a YAML value, also where it has several lines."""
    if "\n" not in text:
        return plain_or_quoted(text)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
