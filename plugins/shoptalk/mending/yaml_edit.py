"""Setting one value of a YAML text, or adding to a list; all else stays as it is written.

The text is edited where its nodes stand, so comments, order, quoting, line ends and the byte-order
mark are kept. Whoever writes the result reads it again first, and compares it with what was meant.
"""

from collections.abc import Callable
from typing import Any

from shoptalk.mending.edit import Edit, mend
from shoptalk.mending.yaml_cut import BLOCK_HEADER, COMMA, cut
from shoptalk.mending.yaml_places import Splice, column_of, end_of, last_line, line_end
from shoptalk.mending.yaml_values import STEP, as_data, block_lines, in_brackets
from shoptalk.reading.nodes import Entry, Listing, Mapping, Node, Scalar, SyntaxFault, compose
from shoptalk.reading.source import Source, Span

BOM = "\ufeff"
END = -1
"""The place after the last item of a list."""

NULLS = ("~", "null", "Null", "NULL")

Path = tuple[str | int, ...]


class NoPlace(Exception):  # noqa: N818 (it says why, and is no fault of the program)
    """Why a value cannot be written into a text."""


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
    if not isinstance(node.entries[number].value, Scalar):
        raise NoPlace(f"line {source.line_number(node.start) + 1} holds more than one value")
    bare = text.removeprefix(BOM)
    return text[: len(text) - len(bare)] + _spliced(bare, source, cut(source, node, number))


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
        if (rest or flow) and _is_empty(found.value):
            return _filled(source, node, found, path, data, flow)
        return _splice(source, found.value, rest, data, flow)
    if isinstance(node, Listing) and isinstance(step, int):
        if step == END:
            _, nested = _nested(path, data)
            return _with_item(source, node, nested, flow)
        return _splice(source, node.items[step], rest, data, flow)
    raise NoPlace(f"line {source.line_number(node.start) + 1} holds something else than expected")


def _replaced(source: Source, node: Node, data: Any, flow: bool) -> Splice:
    """Another value in the place of a scalar."""
    if not isinstance(node, Scalar):
        raise NoPlace(f"line {source.line_number(node.start) + 1} holds more than one value")
    end = end_of(source, node)
    if flow:
        return Splice(node.start, end, in_brackets(data))
    line = source.line_number(node.start)
    before = source.text[source.line_starts[line] : node.start].rstrip()
    is_item = before.endswith("-")
    own = len(source.line(line)) - len(source.line(line).lstrip(" -"))
    width = column_of(source, node.start) if is_item else own + len(STEP)
    start = source.line_starts[line] + len(before) if before else node.start
    first, *others = block_lines(data, before, " " * width)
    header = first[len(before) :] if before else first.strip()
    if node.style in ("|", ">"):
        behind = BLOCK_HEADER.sub("", source.line(line)[column_of(source, node.start) :], count=1)
    else:
        behind, end = source.text[end : line_end(source, end)], line_end(source, end)
    notes: list[str] = []
    if any(one.endswith("|") for one in (first, *others)):
        margin = len(before) - 1 if is_item else own
        notes, end = _notes_below(source, end, width, margin)
    return Splice(start, end, "\n".join((header + behind, *others, *notes)))


def _notes_below(source: Source, end: int, width: int, margin: int) -> tuple[list[str], int]:
    """Comments that a text set in so far would take in, moved to a margin, and where they end."""
    first = source.line_number(end) + 1
    last = _last_comment(source, first - 1, width - 1)
    if last < first:
        return [], end
    lines = (source.line(line).strip() for line in range(first, last + 1))
    moved = [" " * margin + line if line else "" for line in lines]
    return moved, line_end(source, source.line_starts[last])


def _with_key(source: Source, node: Mapping, path: Path, data: Any, flow: bool) -> Splice:
    """One more key at the end of a mapping."""
    key, nested = _nested(path, data)
    if flow:
        last = node.entries[-1].value.end if node.entries else node.start + 1
        if node.entries and last < node.entries[-1].key.end:
            last = node.entries[-1].key.end
        return _in_flow(source, last, f"{key}: {in_brackets(nested)}", is_first=not node.entries)
    column = column_of(source, node.entries[0].key.start)
    indent = " " * column
    lines = block_lines(nested, f"{indent}{key}:", indent + STEP)
    last = _last_comment(source, last_line(source, node), column)
    return _after_line(source, last, lines)


def _with_item(source: Source, node: Listing, data: Any, flow: bool) -> Splice:
    """One more item at the end of a list."""
    if flow:
        last = node.items[-1].end if node.items else node.start + 1
        return _in_flow(source, last, in_brackets(data), is_first=not node.items)
    column = column_of(source, node.start)
    lines = block_lines(data, f"{' ' * column}-", " " * column + STEP)
    last = _last_comment(source, last_line(source, node), column)
    return _after_line(source, last, lines)


def _last_comment(source: Source, line: int, column: int) -> int:
    """The last comment below a line that is set in further than a column; else the line itself."""
    last = line
    for below in range(line + 1, len(source.line_starts)):
        text = source.line(below)
        is_within = text.lstrip(" ").startswith("#") and len(text) - len(text.lstrip(" ")) > column
        if text.strip() and not is_within:
            break
        last = below if is_within else last
    return last


def _is_empty(node: Node) -> bool:
    """Whether nothing is written there, or that there is nothing."""
    return isinstance(node, Scalar) and (not node.text.strip() or _is_null(node))


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.style and node.text in NULLS


def _filled(
    source: Source, parent: Mapping, entry: Entry, path: Path, data: Any, flow: bool
) -> Splice:
    """Something below a key that has no value yet."""
    value, is_null = entry.value, _is_null(entry.value)
    if value.end > value.start and not is_null:
        raise NoPlace(f"line {source.line_number(entry.key.start) + 1} holds an empty text")
    _, nested = _nested(path, data)
    if flow and is_null:
        return Splice(value.start, value.end, in_brackets(nested))
    if flow:
        colon = source.text.find(":", entry.key.end, value.start)
        at = colon + 1 if colon >= 0 else entry.key.end
        return Splice(at, at, f"{'' if colon >= 0 else ':'} {in_brackets(nested)}")
    column = column_of(source, parent.entries[0].key.start)
    _, *lines = block_lines(nested, ":", " " * column + STEP)
    line = source.line_number(value.end if is_null else entry.key.start)
    below = _after_line(source, _last_comment(source, line, column), lines)
    if not is_null:
        return below
    start = len(source.text[: value.start].rstrip())
    return Splice(start, below.end, source.text[value.end : below.start] + below.new)


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
