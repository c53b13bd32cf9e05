"""The items of a list of checks, also where dashes are missing before them."""

import re
from collections.abc import Iterator

from shoptalk.reading.fields import Fields
from shoptalk.reading.nodes import Entry, Listing, Mapping, Node, Scalar
from shoptalk.reading.yaml_faults import missing_dash, no_space_after_dash
from shoptalk.rubric.checks import check_ids

JOINTS = ("not", "any", "all", "some", "interviews")
"""What joins conditions to one."""


def items_of_checks(keys: Fields, key: str) -> Iterator[Node]:
    """The checks under a key, one by one; what was no item of its own has a finding."""
    value = keys.values[key].value
    if isinstance(value, Mapping) and _are_checks(value):
        yield from _entries(keys, value, value.entries)
        return
    is_list = isinstance(value, Listing)
    for node in keys.items(key, "a list"):
        if isinstance(node, Mapping) and len(node.entries) > 1 and _are_checks(node):
            first, *others = node.entries
            yield Mapping(first.key.start, first.value.end, (first,), False)
            yield from _entries(keys, node, others)
        elif isinstance(node, Scalar) and not node.style:
            yield from _words(keys, node, is_list=is_list)
        else:
            yield node


def _are_checks(node: Mapping) -> bool:
    known = (*check_ids(), *JOINTS)
    return not node.flow and all(one.key.text.removeprefix("-") in known for one in node.entries)


def _entries(
    keys: Fields, node: Mapping, entries: list[Entry] | tuple[Entry, ...]
) -> Iterator[Node]:
    """Entries of a mapping as items, each with the finding that its dash is not there."""
    indent = keys.place(node).source_line[: keys.place(node).column - 1]
    before = " " * (len(indent) - (2 if indent.endswith("- ") else 0))
    for key, value in entries:
        name = key.text.removeprefix("-")
        place = keys.place(key)
        if name == key.text:
            lines = _lines_of(keys, key, value)
            at_dash = len(indent) == len(before)
            below = [f"  {line}" if at_dash else line for line in lines[1:]]
            corrected = (f"{before}- {lines[0].strip()}", *below)
            keys.report(missing_dash, key, name, corrected)
        else:
            line = place.source_line.strip()
            dash = Scalar(key.start, key.start + 1, "-", "")
            keys.report(no_space_after_dash, dash, (f"{before}- {line.removeprefix('-')}",))
        start = key.end - len(name)
        named = key._replace(start=start, text=name)
        yield Mapping(start, value.end, (Entry(named, value),), False)


def _lines_of(keys: Fields, key: Scalar, value: Node) -> list[str]:
    """The lines in which a key and its value are written."""
    first = keys.source.line_number(key.start)
    last = keys.source.line_number(max(value.end - 1, key.start))
    return [keys.source.line(number) for number in range(first, last + 1)]


def _words(keys: Fields, node: Scalar, *, is_list: bool) -> Iterator[Scalar]:
    """The checks in a text; of several the later ones lack their dashes."""
    written = keys.source.text[node.start : node.end]
    found = list(re.finditer(r"\S+", written))
    if len(found) < 2 or not all(word[0] in check_ids() for word in found):
        yield node
        return
    for number, word in enumerate(found):
        start = node.start + word.start()
        one = Scalar(start, start + len(word[0]), word[0], "")
        if number and is_list:
            place = keys.place(node)
            dash = place.source_line[: place.column - 1].rfind("-")
            corrected = (f"{' ' * dash}- {word[0]}",) if dash >= 0 else ()
            keys.report(missing_dash, one, word[0], corrected)
        yield one
