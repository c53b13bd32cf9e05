"""Taking a key out of a YAML text; every comment beside it stays."""

import re

from shoptalk.mending.yaml_places import Splice, column_of, end_of, line_end
from shoptalk.reading.nodes import Entry, Mapping, Scalar
from shoptalk.reading.source import Source

BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
COMMA = re.compile(r"(?:\s|#[^\n]*\n)*,")
COMMENT = re.compile(r"(?<![^\s,])#[^\n]*")
BLANKS = re.compile(r"\s*")
BLANKS_IN_LINE = re.compile(r"[ \t]*")


def cut(source: Source, node: Mapping, number: int) -> Splice:
    """One of several keys of a mapping, with its value and what separates it from the others."""
    return _in_flow(source, node, number) if node.flow else _in_block(source, node, number)


def _in_block(source: Source, node: Mapping, number: int) -> Splice:
    entry = node.entries[number]
    start = entry.key.start
    end = line_end(source, max(_end(source, entry) - 1, start))
    kept = COMMENT.findall(_between(source, entry) + source.text[_end(source, entry) : end])
    if kept:
        return Splice(start, end, f"\n{' ' * column_of(source, start)}".join(kept))
    line_start = start - column_of(source, start)
    if source.text[line_start:start].strip():
        return Splice(start, _after(BLANKS, source, end), "")
    if number == 0:
        return Splice(line_start, end + 1, "")
    return Splice(line_start - 1, end, "")


def _in_flow(source: Source, node: Mapping, number: int) -> Splice:
    entry = node.entries[number]
    start, end = entry.key.start, _end(source, entry)
    if number == 0:
        behind = _after(COMMA, source, end)
        end, beside = _after(BLANKS_IN_LINE, source, behind), source.text[end:behind]
        kept = COMMENT.findall(f"{_between(source, entry)} {beside}")
    else:
        start = _end(source, node.entries[number - 1])
        beside = source.text[start : entry.key.start]
        kept = COMMENT.findall(f"{beside} {_between(source, entry)}")
    indent = " " * column_of(source, entry.key.start)
    return Splice(start, end, "".join(f" {comment}\n{indent}" for comment in kept))


def _end(source: Source, entry: Entry) -> int:
    return max(end_of(source, entry.value), entry.key.end)


def _between(source: Source, entry: Entry) -> str:
    """What stands between a key and the text of its value."""
    value = entry.value
    between = source.text[entry.key.end : value.start]
    if isinstance(value, Scalar) and value.style in ("|", ">"):
        header = source.text[value.start : line_end(source, value.start)]
        return between + BLOCK_HEADER.sub("", header, count=1)
    return between


def _after(pattern: re.Pattern[str], source: Source, offset: int) -> int:
    match = pattern.match(source.text, offset)
    return match.end() if match else offset
