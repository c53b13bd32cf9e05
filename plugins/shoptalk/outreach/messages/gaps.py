"""Gaps that were left in a message, in whatever language it is."""

import re

from shoptalk.outreach.messages.phrases import Found

GAP = re.compile(
    r"\[(?!\d+\])[^\[\]\n]{1,120}\](?!\()"
    r"|\{[^{}\n]{1,60}\}"
    r"|<(?!https?:)[^<>@\n/]{1,60}>"
    r"|\b(?:TODO|TBD|TBA|FIXME)\b"
    r"|\bX{2,}\b"
    r"|_{2,}"
    r"|(?<!\S)(?:\u2026|\.{3,})"
    r"|\blorem ipsum\b"
)


def gaps_in(text: str) -> list[Found]:
    """Each gap, such as `[Name]`, with its place."""
    return [Found(match.start(), match.group()) for match in GAP.finditer(text)]
