"""Setting one value of a YAML text, or adding to a list; all else stays as it is written.

The text is edited where its nodes stand, so comments, order, quoting, line ends and the byte-order
mark are kept. Whoever writes the result reads it again first, and compares it with what was meant.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from shoptalk.mending.edit import Edit, mend
from shoptalk.mending.yaml_values import STEP, as_data, block_lines, in_brackets
from shoptalk.reading.nodes import Entry, Listing, Mapping, Node, Scalar, SyntaxFault, compose
from shoptalk.reading.source import Source, Span

BOM = "\ufeff"
END = -1
"""The place after the last item of a list."""

Path = tuple[str | int, ...]
BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
COMMA = re.compile(r"(?:\s|#[^\n]*\n)*,")


class NoPlace(Exception):  # noqa: N818 (it says why, and is no fault of the program)
    """Why a value cannot be written into a text."""


class Splice(NamedTuple):
    """A stretch of a text that becomes another."""

    start: int
    end: int
    new: str


def whole(source: Source) -> Span:
    """All of a text."""
    return Span(0, len(source.text))


def with_value(text: str, path: Path, value: Any, within: Callable[[Source], Span] = whole) -> str:
    """A text with a value at a path, such as `("requests", 2, "reminders", END)`.

    What is missing on the way there is added. `within` says which part of the text is YAML. Raises
    NoPlace where the text is not written in a way that can be added to.
    """
    source, root, span = _tree(text, within)
    data = as_data(value)
    splice = _splice(source, root, path, data) if root else _at_end(source, span, path, data)
    bare = text.removeprefix(BOM)
    return text[: len(text) - len(bare)] + _spliced(bare, source, splice)


def without_key(text: str, path: Path) -> str:
    """A text without one of several keys of a mapping; it is as before where there is none.

    Raises NoPlace where it is the only one.
    """
    source, root, _ = _tree(text, whole)
    node = _found(root, path[:-1])
    entries = node.entries if isinstance(node, Mapping) else ()
    number = next((at for at, one in enumerate(entries) if one.key.text == path[-1]), None)
    if number is None or not isinstance(node, Mapping):
        return text
    if len(entries) == 1:
        raise NoPlace(f"line {source.line_number(node.start) + 1} would hold nothing")
    bare = text.removeprefix(BOM)
    return text[: len(text) - len(bare)] + _spliced(bare, source, _cut(source, node, number))


def _cut(source: Source, node: Mapping, number: int) -> Splice:
    """A key of a mapping, with its value and what separates it from the others."""
    entry = node.entries[number]
    end = max(_end(source, entry.value), entry.key.end)
    if number == 0:
        return Splice(entry.key.start, node.entries[1].key.start, "")
    if node.flow:
        before = node.entries[number - 1]
        return Splice(max(before.value.end, before.key.end), end, "")
    line = source.line_number(entry.key.start)
    return Splice(source.line_starts[line] - 1, _line_end(source, end - 1), "")


def in_full(text: str, path: Path, key: str, within: Callable[[Source], Span] = whole) -> str:
    """A text in which an item that is short for a mapping with one key is that mapping."""
    _, root, _ = _tree(text, within)
    node = _found(root, path)
    if not isinstance(node, Scalar):
        return text
    return with_value(text, path, {key: node.text.strip()}, within)


def _found(node: Node | None, path: Path) -> Node | None:
    """What stands at a path below a node."""
    for step in path:
        if isinstance(step, str):
            node = node.get(step) if isinstance(node, Mapping) else None
        elif isinstance(node, Listing) and step < len(node.items):
            node = node.items[step]
        else:
            node = None
    return node


def _tree(text: str, within: Callable[[Source], Span]) -> tuple[Source, Node | None, Span]:
    """A text without a byte-order mark, its YAML as nodes, and where that stands."""
    unix = text.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")
    source = Source("", unix)
    span = within(source)
    try:
        return source, compose(source, unix[span.start : span.end], span.start)[0], span
    except SyntaxFault:
        raise NoPlace("it is no YAML; `shoptalk check` says where") from None


def _spliced(text: str, source: Source, splice: Splice) -> str:
    """The text with its own line ends after a splice of the source."""
    first, last = source.line_number(splice.start), source.line_number(splice.end)
    before = source.text[source.line_starts[first] : splice.start]
    after = source.line(last)[splice.end - source.line_starts[last] :]
    lines = tuple(f"{before}{splice.new}{after}".split("\n"))
    return mend(text, [Edit(first, last - first + 1, lines)])


def _at_end(source: Source, span: Span, path: Path, data: Any) -> Splice:
    """The first key of a text that has none, or none but comments."""
    key, nested = _nested(path, data)
    added = "\n".join(block_lines(nested, f"{key}:", STEP))
    begins = not source.text[: span.end] or source.text[: span.end].endswith("\n")
    return Splice(span.end, span.end, f"{added}\n" if begins else f"\n{added}")


def _nested(path: Path, data: Any) -> tuple[str | int, Any]:
    """The first step of a path, and the value within what the other steps are to make."""
    for step in reversed(path[1:]):
        data = [data] if step == END else {step: data}
    return path[0], data


def _splice(source: Source, node: Node, path: Path, data: Any, in_flow: bool = False) -> Splice:
    """Where and how to write a value at a path below a node."""
    flow = in_flow or (not isinstance(node, Scalar) and node.flow)
    if not path:
        return _replaced(source, node, data, flow)
    step, rest = path[0], path[1:]
    if isinstance(node, Mapping) and isinstance(step, str):
        found = next((entry for entry in node.entries if entry.key.text == step), None)
        if found is None:
            return _with_key(source, node, path, data, flow)
        if (rest or flow) and isinstance(found.value, Scalar) and not found.value.text.strip():
            return _filled(source, node, found, path, data, flow)
        return _splice(source, found.value, rest, data, flow)
    if isinstance(node, Listing) and isinstance(step, int):
        if step == END:
            _, nested = _nested(path, data)
            return _with_item(source, node, nested, flow)
        return _splice(source, node.items[step], rest, data, flow)
    raise NoPlace(f"line {source.line_number(node.start) + 1} holds something else than expected")


def _column(source: Source, offset: int) -> int:
    return offset - source.line_starts[source.line_number(offset)]


def _replaced(source: Source, node: Node, data: Any, flow: bool) -> Splice:
    """Another value in the place of a scalar."""
    if not isinstance(node, Scalar):
        raise NoPlace(f"line {source.line_number(node.start) + 1} holds more than one value")
    end = _end(source, node)
    if flow:
        return Splice(node.start, end, in_brackets(data))
    line = source.line_number(node.start)
    before = source.text[source.line_starts[line] : node.start].rstrip()
    is_item = before.endswith("-")
    own = len(source.line(line)) - len(source.line(line).lstrip(" -"))
    width = _column(source, node.start) if is_item else own + len(STEP)
    start = source.line_starts[line] + len(before)
    first, *others = block_lines(data, before, " " * width)
    header = first[len(before) :]
    behind = source.text[end : _line_end(source, end)]
    if node.style in ("|", ">"):
        behind = BLOCK_HEADER.sub("", source.line(line)[_column(source, node.start) :], count=1)
        return Splice(start, end, "\n".join((header + behind, *others)))
    if others:
        return Splice(start, end + len(behind), "\n".join((header + behind, *others)))
    return Splice(start, end, header)


def _with_key(source: Source, node: Mapping, path: Path, data: Any, flow: bool) -> Splice:
    """One more key at the end of a mapping."""
    key, nested = _nested(path, data)
    if flow:
        last = node.entries[-1].value.end if node.entries else node.start + 1
        if node.entries and last < node.entries[-1].key.end:
            last = node.entries[-1].key.end
        return _in_flow(source, last, f"{key}: {in_brackets(nested)}", is_first=not node.entries)
    indent = " " * _column(source, node.entries[0].key.start)
    lines = block_lines(nested, f"{indent}{key}:", indent + STEP)
    return _after_line(source, _last_line(source, node), lines)


def _with_item(source: Source, node: Listing, data: Any, flow: bool) -> Splice:
    """One more item at the end of a list."""
    if flow:
        last = node.items[-1].end if node.items else node.start + 1
        return _in_flow(source, last, in_brackets(data), is_first=not node.items)
    column = _column(source, node.start)
    lines = block_lines(data, f"{' ' * column}-", " " * column + STEP)
    last = _last_line(source, node)
    while _is_comment_within(source, last + 1, column):
        last += 1
    return _after_line(source, last, lines)


def _is_comment_within(source: Source, line: int, column: int) -> bool:
    """Whether a line is a comment that is set in further than the dashes of a list."""
    text = source.line(line)
    return text.lstrip(" ").startswith("#") and len(text) - len(text.lstrip(" ")) > column


def _filled(
    source: Source, parent: Mapping, entry: Entry, path: Path, data: Any, flow: bool
) -> Splice:
    """Something below a key that has no value yet."""
    if entry.value.end > entry.value.start:
        raise NoPlace(f"line {source.line_number(entry.key.start) + 1} holds an empty text")
    _, nested = _nested(path, data)
    if flow:
        colon = source.text.find(":", entry.key.end, entry.value.start)
        at = colon + 1 if colon >= 0 else entry.key.end
        return Splice(at, at, f"{'' if colon >= 0 else ':'} {in_brackets(nested)}")
    indent = " " * (_column(source, parent.entries[0].key.start) + len(STEP))
    _, *lines = block_lines(nested, ":", indent)
    return _after_line(source, source.line_number(entry.key.start), lines)


def _after_line(source: Source, line: int, lines: Any) -> Splice:
    at = source.line_starts[line] + len(source.line(line))
    return Splice(at, at, "".join(f"\n{one}" for one in lines))


def _in_flow(source: Source, last: int, written: str, *, is_first: bool) -> Splice:
    """One more part of what stands in brackets, behind a comma that is there or is added."""
    if is_first:
        return Splice(last, last, written)
    comma = COMMA.match(source.text, last)
    if comma:
        return Splice(comma.end(), comma.end(), f" {written}")
    return Splice(last, last, f", {written}")


def _line_end(source: Source, offset: int) -> int:
    line = source.line_number(offset)
    return source.line_starts[line] + len(source.line(line))


def _last_line(source: Source, node: Node) -> int:
    """The last line in which something of a node is written."""
    return source.line_number(max(_end(source, node) - 1, node.start, 0))


def _end(source: Source, node: Node) -> int:
    """Where what is written of a node ends: a block itself runs on to what follows it."""
    if isinstance(node, Listing) and node.items and not node.flow:
        return _end(source, node.items[-1])
    if isinstance(node, Mapping) and node.entries and not node.flow:
        return max(_end(source, node.entries[-1].value), node.entries[-1].key.end + 1)
    if isinstance(node, Scalar) and node.style in ("|", ">"):
        return node.start + len(source.text[node.start : node.end].rstrip("\n \t"))
    return node.end
