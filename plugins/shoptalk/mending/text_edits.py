"""Edits of characters, and of the body's Markdown, that leave no doubt."""

import re

from shoptalk.findings.finding import Finding
from shoptalk.mending.edit import Edit
from shoptalk.mending.legible import legible
from shoptalk.reading.characters import DAMAGED
from shoptalk.reading.source import Source

Edits = tuple[Edit, ...]

DAMAGED_WORD = re.compile(rf"\w*(?:{DAMAGED.pattern})\w*")
LINE_SEPARATORS = str.maketrans({"\u2028": " ", "\u2029": " "})
SEVERAL_HASHES = re.compile(r"(#{2,6})(?=[^#\s])")
"""One hash before a word may be a tag or a number."""


def legible_line(source: Source, finding: Finding) -> Edits:
    """The line with its letters restored and without what nobody sees; code stays as it is."""
    old = finding.place.source_line
    in_doubt = _in_code(source, finding.place.line - 1) or _is_shown_on_purpose(source, old)
    return () if in_doubt else _line(finding, legible(old))


def _in_code(source: Source, number: int) -> bool:
    fences = (source.line(above).lstrip()[:3] in ("```", "~~~") for above in range(number))
    return sum(fences) % 2 == 1 or "`" in source.line(number)


def _is_shown_on_purpose(source: Source, line: str) -> bool:
    """Whether a damaged word stands in the file in its sound form, too."""
    return any(legible(word) in source.text for word in DAMAGED_WORD.findall(line))


def spaced_line(source: Source, finding: Finding) -> Edits:
    """The line with a space for each character that only YAML takes for a line break."""
    return _line(finding, finding.place.source_line.translate(LINE_SEPARATORS))


def spaced_hashes(source: Source, finding: Finding) -> Edits:
    """A space between the hashes of a heading and its text."""
    return _line(finding, SEVERAL_HASHES.sub(r"\1 ", finding.place.source_line, count=1))


def _line(finding: Finding, new: str) -> Edits:
    return (Edit(finding.place.line - 1, 1, (new,)),) if new != finding.place.source_line else ()


def closed_code(source: Source, finding: Finding) -> Edits:
    """The end of a code block that is the last thing in the file."""
    opening = finding.place.line - 1
    end = len(source.line_starts)
    while not source.line(end - 1).strip():
        end -= 1
    inside = [source.line(number) for number in range(opening + 1, end)]
    is_last = bool(inside) and all(line.strip() for line in inside)
    if finding.place.column > 1 or not is_last or any(re.match("#+ ", line) for line in inside):
        return ()
    return (Edit(end, 0, finding.correction),)
