"""The person's own interview, once it says no more who it is."""

import re

from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.nodes import Entry
from shoptalk.reading.source import Source
from shoptalk.reading.traps import nested_nodes, plain_or_quoted

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def without_person(text: str, file: ReadFile, alias: str) -> str:
    """A write-up without `name`, and without a consent to show it; with an alias, if it had none.

    Where the front matter stands in braces it is left as it is.
    """
    interview, source = file.interview, file.source
    if interview is None or source is None or interview.front_matter.flow:
        return text
    lines = LINE.findall(text)
    instead: dict[int, str] = {}
    for entry in interview.front_matter.entries:
        if entry.key.text == "name" or (entry.key.text == "consent" and interview.consent.name):
            for number in _lines_of(entry, source):
                instead[number] = ""
    first = min(instead, default=1)
    if not interview.alias and first < len(lines):
        end = re.sub(r"[^\r\n]", "", lines[first]) or "\n"
        kept = "" if first in instead else lines[first]
        instead[first] = f"alias: {plain_or_quoted(alias)}{end}{kept}"
    return "".join(instead.get(number, line) for number, line in enumerate(lines))


def _lines_of(entry: Entry, source: Source) -> range:
    first = source.line_number(entry.key.start)
    ends = [node.end for node in nested_nodes(entry.value) if hasattr(node, "text")]
    last = max((source.line_number(max(end - 1, entry.key.start)) for end in ends), default=first)
    return range(first, max(first, last) + 1)
