"""Text of others, made harmless for where it goes."""

import re

from shoptalk.findings.reporters.text import visible

MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&@]")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet would run."""


def as_markdown(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    return MARKUP.sub(r"\\\g<0>", visible(" ".join(text.split())))


def as_cell(text: str) -> str:
    """A cell with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
