"""Where in a YAML text something of a node is written, in lines and columns."""

from typing import NamedTuple

from shoptalk.reading.nodes import Listing, Mapping, Node, Scalar
from shoptalk.reading.source import Source


class Splice(NamedTuple):
    """A stretch of a text that becomes another."""

    start: int
    end: int
    new: str


def column_of(source: Source, offset: int) -> int:
    """How far from the margin something stands."""
    return offset - source.line_starts[source.line_number(offset)]


def line_end(source: Source, offset: int) -> int:
    """Where the line of an offset ends."""
    line = source.line_number(offset)
    return source.line_starts[line] + len(source.line(line))


def last_line(source: Source, node: Node) -> int:
    """The last line in which something of a node is written."""
    return source.line_number(max(end_of(source, node) - 1, node.start, 0))


def end_of(source: Source, node: Node) -> int:
    """Where what is written of a node ends: a block itself runs on to what follows it."""
    if isinstance(node, Listing) and node.items and not node.flow:
        return end_of(source, node.items[-1])
    if isinstance(node, Mapping) and node.entries and not node.flow:
        return max(end_of(source, node.entries[-1].value), node.entries[-1].key.end + 1)
    if isinstance(node, Scalar) and node.style in ("|", ">"):
        return node.start + len(source.text[node.start : node.end].rstrip("\n \t"))
    return node.end
