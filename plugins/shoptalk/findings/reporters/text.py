"""Findings for people: the place, the message, the line with a caret, and the line mended."""

import re
import unicodedata
from collections.abc import Callable, Iterable

from shoptalk.findings.finding import Finding, Severity

LONGEST_EXCERPT = 100
"""Characters of a line that are shown around the fault."""

STACKED_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{5,}")
"""So many accents on one letter that they would cover the lines around it."""

COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}

Style = Callable[..., str]


def plain(text: str, **style: object) -> str:
    """A style that leaves text as it is."""
    return text


def render_findings(findings: Iterable[Finding], style: Style = plain) -> str:
    """The findings, with an empty line after each; `style(text, fg=…, bold=…)` may colour them."""
    return "".join(f"{render_finding(finding, style)}\n\n" for finding in findings)


def render_finding(finding: Finding, style: Style = plain) -> str:
    """One finding, without a line break at its end."""
    place, color = finding.place, COLORS[finding.severity]
    where = f"{visible(place.path)}:{place.line}:{place.column}:"
    lines = [
        f"{style(where, bold=True)} {style(finding.severity.value, fg=color, bold=True)}: "
        f"{visible(finding.message)} {style(f'[{finding.check}]', dim=True)}"
    ]
    number = str(place.line)
    gutter = " " * len(number)
    if place.source_line.strip():
        excerpt, caret = _excerpt(place.source_line, place.column - 1, place.width)
        lines.append(f"  {style(f'{number} |', dim=True)} {excerpt}")
        lines.append(f"  {style(f'{gutter} |', dim=True)} {style(caret, fg=color, bold=True)}")
    if finding.help:
        lines.append(f"  {style('help:', bold=True)} {visible(finding.act)}")
    for line in finding.correction:
        mended, _ = _excerpt(line, place.column - 1, 1)
        lines.append(f"  {style(f'{gutter} |', dim=True)} {style(mended, fg='green')}".rstrip())
    return "\n".join(lines)


def render_message(finding: Finding) -> str:
    """The message with the help below it, for formats that name the place elsewhere."""
    text = f"{finding.message}\nhelp: {finding.advice}" if finding.help else finding.message
    return "\n".join(map(visible, text.split("\n")))


def _excerpt(line: str, column: int, width: int) -> tuple[str, str]:
    """The part of a line around the fault, and the carets that go below it."""
    start = 0
    if len(line) > LONGEST_EXCERPT:
        start = max(0, min(column - LONGEST_EXCERPT // 2, len(line) - LONGEST_EXCERPT))
    end = start + LONGEST_EXCERPT
    before = "…" if start else ""
    after = "…" if end < len(line) else ""
    shown_before = before + visible(line[start : max(column, start)])
    meant = visible(line[max(column, start) : min(column + width, end)].replace("\u00a0", "␣"))
    excerpt = shown_before + meant + visible(line[min(column + width, end) : end]) + after
    return excerpt, " " * columns(shown_before) + "^" * max(columns(meant), 1)


def visible(text: str) -> str:
    """A text that a terminal shows as it is: invisible and steering characters are spelled out."""
    if text.isascii() and text.isprintable():
        return text
    text = STACKED_MARKS.sub("<marks>", text)
    return "".join(
        char
        if char.isprintable() or char in "\u200c\u200d\u00a0"
        else "→ "
        if char == "\t"
        else f"<U+{ord(char):04X}>"
        for char in text
    )


def columns(text: str) -> int:
    """How many columns of a terminal a text fills."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(char) in ("Mn", "Me") or char in "\u200c\u200d"
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )
