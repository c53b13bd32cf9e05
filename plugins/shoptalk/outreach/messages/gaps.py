"""Gaps that were left in a message, in whatever language it is."""

import re

from shoptalk.outreach.messages.phrases import Found

GAP = re.compile(
    r"\[(?!\d+\]|(?:at|dot|sic)\])[^\[\]\n]{1,120}\](?!\()"
    r"|\{[^{}\n]{1,60}\}"
    r"|<(?!https?:)[^<>@\n/]{1,60}>"
    r"|(?i:\((?:(?:first|last|full|your|their|company|job) )*(?:name|company|title|role|topic)\))"
    r"|\b(?:TODO|TBD|TBA|FIXME)\b"
    r"|(?:\b(?:FIRST|LAST|FULL|COMPANY|YOUR) )?\bNAME\b|[$%](?:[a-z_]*name|company)\b%?"
    r"|\bX{2,}\b(?!\s*\Z)"
    r"|(?:(?<=[^\s_])|(?<=[^\s_] ))_{2,}|(?<!_)_{2,}+(?=[^\n\w]*[^\W_])"
    r"|(?<!\S)(?:\u2026|\.{3,}|\?{3,})"
    r"|\blorem ipsum\b"
)
"""A row of X at the very end is a kiss, and one of underscores can be a line of its own."""


def gaps_in(text: str) -> list[Found]:
    """Each gap, such as `[Name]`, with its place."""
    return [Found(match.start(), match.group()) for match in GAP.finditer(text)]
