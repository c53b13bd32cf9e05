"""Edits that list the question of a heading in the front matter."""

import re

from shoptalk.findings.finding import Finding
from shoptalk.mending.edit import Edit
from shoptalk.reading.fence import find_fences
from shoptalk.reading.line import quoted
from shoptalk.reading.nodes import Listing, Scalar
from shoptalk.reading.repair import read_nodes
from shoptalk.reading.sections import comparable
from shoptalk.reading.source import Source, Span

Edits = tuple[Edit, ...]


def listed_question(source: Source, finding: Finding) -> Edits:
    """The question as the last one of the list, if sound front matter has it nowhere."""
    fenced, faults = find_fences(source)
    mapping, more = read_nodes(source, fenced.yaml) if fenced else (None, [])
    item = "".join(finding.correction).strip()
    if fenced is None or mapping is None or faults or more or not item:
        return ()
    if comparable(item) in comparable(source.text[fenced.yaml.start : fenced.yaml.end]):
        return ()
    node = mapping.get("questions")
    if node is None:
        end = source.line_number(fenced.yaml.end)
        return () if mapping.flow else (Edit(end, 0, ("questions:", f"  {item}")),)
    if isinstance(node, Scalar) and not node.text and not node.style:
        return (Edit(source.line_number(node.start) + 1, 0, (f"  {item}",)),)
    if not isinstance(node, Listing):
        return ()
    return _in_brackets(source, node, item) if node.flow else _below(source, node, item)


def _below(source: Source, node: Listing, item: str) -> Edits:
    """A line below the last item, with a dash below its dash."""
    first = source.place(Span(node.start, node.start + 1))
    last = len(source.text[: node.end].rstrip())
    indent = first.source_line[: first.column - 1]
    if indent.strip():
        return ()
    return (Edit(source.line_number(last) + 1, 0, (indent + item,)),)


def _in_brackets(source: Source, node: Listing, item: str) -> Edits:
    """A text before the closing bracket of a list that stands on one line."""
    place = source.place(Span(node.start, node.end))
    if place.width < node.end - node.start:
        return ()
    line, end = place.source_line, place.column - 1 + place.width - 1
    text = item.removeprefix("- ")
    inside = line[:end].rstrip().rstrip(",")
    comma = "" if inside.endswith("[") else ", "
    new = inside + comma + (text if re.match("[\"']", text) else quoted(text)) + line[end:]
    return (Edit(place.line - 1, 1, (new,)),)
