"""A mapping of YAML as a frozen dataclass, whose fields say which keys there are and of what kind.

So the reader of a file, its editor schema and its documentation have one model. A key has the name
of its field. A field without a default must be given.
"""

import dataclasses
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from functools import cache, partial
from typing import Any, Protocol, Self, TypeVar, Union, get_args, get_origin, get_type_hints

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading import nodes
from shoptalk.reading.field_faults import empty_value, wrong_type
from shoptalk.reading.fields import NO, PLACEHOLDER, YES, Fields, day_meant
from shoptalk.reading.slug import slug
from shoptalk.reading.traps import plain_or_quoted

R = TypeVar("R")

MOMENT = date | datetime
"""The type of a day that may have a time of day."""


class Noted:
    """A record of which each part counts by itself.

    What cannot be read of it is left out, with a finding; the rest of it stays.
    """

    __slots__ = ()

    PLAIN = ""
    """The key that a text stands for where the record is an item of a list and has no keys."""


class Written(Protocol):
    """A type of value with a notation of its own."""

    WANTED: str
    """What its notation is, for messages."""

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The value, or None if the text is not in its notation."""


@check(Severity.ERROR)
def missing_key(owner: str, key: str, corrected: tuple[str, ...]) -> Wording:
    """A part of a rubric or of a list of scores lacks a key that it cannot do without.

    ### Why it matters

    Without the key nobody can tell what is meant, and a guess could change somebody's grade. So the
    file is not used until the key is there.

    ### Example

    ```yaml
    criteria:
      - id: questions
        checks:
          - too-few-items: {field: questions, at_least: 5}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: questions
        title: Questions asked
        checks:
          - too-few-items: {field: questions, at_least: 5}
    ```
    """
    return Wording(f"{owner} has no {shown(key)}", "add it", corrected)


def read_record(fields: Fields, kind: type[R], *, others: frozenset[str] = frozenset()) -> R | None:
    """The record that a mapping holds; None, with a finding, where a key is missing or wrong.

    `others` are keys that the caller reads itself.
    """
    before = len(fields.findings)
    given = read_given(fields, kind, others=others)
    if not check_required(fields, kind, given):
        return None
    is_whole = issubclass(kind, Noted) or len(fields.findings) == before
    return kind(**given) if is_whole else None


def read_given(
    fields: Fields, kind: type, *, others: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """The values of the keys that a mapping gives, by name; `others` the caller reads itself."""
    hints = field_types(kind)
    fields.check_keys(others | hints.keys())
    given = {}
    for key, hint in hints.items():
        if key in fields.values and key not in others:
            value = _read(fields, key, hint, is_noted=issubclass(kind, Noted))
            if value is not None:
                given[key] = value
    return given


def check_required(fields: Fields, kind: type, given: Mapping[str, Any]) -> bool:
    """Whether every key is there that must be; a finding says which is not."""
    complete = True
    for field in dataclasses.fields(kind):
        is_required = (
            field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        )
        if is_required and field.name not in given:
            complete = False
            if field.name not in fields.values:
                owner = fields.name or fields.source.path
                corrected = with_key(fields, field.name)
                fields.report(missing_key, fields.mapping, owner, field.name, corrected)
    return complete


def with_key(fields: Fields, key: str, value: str = "…") -> tuple[str, ...]:
    """The first line of a mapping with a key added: within its braces, or on a line of its own."""
    place = fields.place(fields.mapping)
    before, written = place.source_line[: place.column - 1], place.source_line[place.column - 1 :]
    if fields.mapping.flow:
        inside = written[1:].lstrip()
        return (f"{before}{{{key}: {value}{'' if inside.startswith('}') else ', '}{inside}",)
    return (place.source_line, f"{' ' * len(before)}{key}: {value}")


@cache
def field_types(kind: type) -> dict[str, Any]:
    """The type of each field of a dataclass, without the `None` that stands for its absence."""
    hints = get_type_hints(kind)
    return {field.name: _present(hints[field.name]) for field in dataclasses.fields(kind)}


def _present(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        present = [part for part in get_args(hint) if part is not type(None)]
        return MOMENT if present == [date, datetime] else present[0]
    return hint


def _read(fields: Fields, key: str, hint: Any, *, is_noted: bool) -> Any:
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return _read_texts(fields, key) if item is str else _read_items(fields, key, item)
    if hint is date:
        return fields.day(key)
    if hint is MOMENT:
        return fields.moment(key)
    if hint is str and is_noted:
        return fields.text(key) or None
    if issubclass(hint, Noted):
        return _read_inside(fields, key, hint)
    if issubclass(hint, StrEnum):
        chosen = fields.choice(key, tuple(hint))
        return hint(chosen) if chosen else None
    parse, wanted = _NOTATIONS.get(hint) or (hint.parse, hint.WANTED)
    node = fields.values[key].value
    value = parse(node.text.strip()) if isinstance(node, nodes.Scalar) else None
    # The getter says what is wrong; but it takes `none` for nothing, which may have a meaning here.
    return fields.value(key, parse, wanted) if value is None else value


def _read_inside(fields: Fields, key: str, kind: Any) -> Any:
    """A record that is the value of a key."""
    node = fields.values[key].value
    if isinstance(node, nodes.Mapping):
        return read_record(fields.within(node, fields.label(key)), kind)
    found = "a list" if isinstance(node, nodes.Listing) else "text"
    if isinstance(node, nodes.Scalar) and not node.text.strip():
        fields.report(empty_value, node, fields.label(key))
    else:
        fields.report(wrong_type, node, fields.label(key), "keys with values", found, ())
    return None


def _read_texts(fields: Fields, key: str) -> tuple[str, ...]:
    found = []
    for number, node in enumerate(fields.items(key, "a list"), 1):
        label = fields.label(f"{key.removesuffix('s')} {number}")
        if not isinstance(node, nodes.Scalar):
            kind_found = "a list" if isinstance(node, nodes.Listing) else "keys with values"
            fields.report(wrong_type, node, label, "text", kind_found, ())
        elif not node.text.strip():
            fields.report(empty_value, node, label)
        else:
            found.append(node.text.strip())
    return tuple(found)


def _read_items(fields: Fields, key: str, kind: type) -> tuple[Any, ...]:
    found: list[Any] = []
    for number, node in enumerate(mappings_under(fields, key, kind), 1):
        name = f"{key.removesuffix('s')} {number}"
        label = fields.label(name) if issubclass(kind, Noted) else name
        found.append(read_record(fields.within(node, label), kind))
    return tuple(record for record in found if record is not None)


def mappings_under(
    fields: Fields, key: str, kind: type, item: str = ""
) -> tuple[nodes.Mapping, ...]:
    """The items of a list of records; what is none is reported. `item` is what one is called."""
    value = fields.values[key].value
    names = [field.name for field in dataclasses.fields(kind)]
    first = names[0]
    second = next((name for name in ("title", "points") if name in names), names[1])
    if isinstance(value, nodes.Mapping) and first not in (one.key.text for one in value.entries):
        corrected = tuple(
            f"- {{{first}: {entry.key.text}, {second}: {getattr(entry.value, 'text', '…')}}}"
            for entry in value.entries
        )
        fields.report(wrong_type, value, fields.label(key), "a list", "keys with values", corrected)
        return ()
    plain = kind.PLAIN if issubclass(kind, Noted) else ""
    item_of = partial(_as_item, kind) if issubclass(kind, Noted) else plain_or_quoted
    found = []
    for number, node in enumerate(fields.items(key, "a list", item_of), 1):
        if node is value and isinstance(node, nodes.Scalar):
            text = node.text.strip()
            if item_of(text) != text:
                continue  # how to write it has been said
        label = f"{item or key.removesuffix('s')} {number}"
        if plain and isinstance(node, nodes.Scalar) and node.text.strip():
            found.append(_in_full(plain, node))
            continue
        if not isinstance(node, nodes.Mapping):
            _report_no_record(fields, node, label, first, second)
            continue
        named = _named_by_key(fields, node, names, second)
        if named:
            wanted, only = f"keys with values, such as {first!r}", node.entries[0].key.text
            corrected = (f"{named[0]}{{{first}: {named[1]}, {second}: {named[2]}}}",)
            fields.report(wrong_type, node, label, wanted, f"only {only!r}", corrected)
        else:
            found.append(node)
    return tuple(found)


def _as_item(kind: Any, text: str) -> str:
    """A text as an item of a list of records: a day under the first key that takes one."""
    hints, day = field_types(kind), day_meant(text)
    takes_day = (name for name, hint in hints.items() if hint in (date, MOMENT))
    key = next(takes_day, "") if day else ""
    value = day.isoformat() if key and day else plain_or_quoted(text)
    key = key or next(iter(hints))
    if key == kind.PLAIN:
        return value
    keys = (one.name for one in dataclasses.fields(kind) if one.default is dataclasses.MISSING)
    rest = dict.fromkeys(keys, "…")
    listed = ", ".join(f"{name}: {said}" for name, said in {**rest, key: value}.items())
    return f"{{{listed}}}" if value else ""


def _in_full(key: str, value: nodes.Scalar) -> nodes.Mapping:
    """A text as the mapping that it is short for."""
    written = nodes.Scalar(value.start, value.start, key, "")
    return nodes.Mapping(value.start, value.end, (nodes.Entry(written, value),), flow=False)


def _report_no_record(
    fields: Fields, node: nodes.Scalar | nodes.Listing, label: str, first: str, second: str
) -> None:
    """Say that an item of a list of records has no keys, with the keys that its text may be for."""
    text = node.text.strip() if isinstance(node, nodes.Scalar) else ""
    kind_found = "text" if text else "nothing"
    if isinstance(node, nodes.Listing):
        kind_found = "a list"
    corrected: tuple[str, ...] = (f"- {first}: {text}",)
    if second == "title":
        corrected = (f"- {first}: {slug(text)}", f"  {second}: {text}")
    wanted = "keys with values"
    fields.report(wrong_type, node, label, wanted, kind_found, corrected if text else ())


def _named_by_key(
    fields: Fields, node: nodes.Mapping, known: list[str], second: str
) -> tuple[str, str, str] | None:
    """What stands before an item that is only a name and one value, and these; None otherwise."""
    if len(node.entries) != 1:
        return None
    name, value = node.entries[0]
    is_text = isinstance(value, nodes.Scalar) and bool(value.text) and value.style not in ("|", ">")
    if not is_text or name.text.startswith("x-") or get_close_matches(name.text, known, 1, 0.7):
        return None
    place = fields.place(node)
    text = fields.source.text[value.start : value.end]
    label = slug(name.text) if second == "title" else name.text
    return place.source_line[: place.column - 1], label, text


def parse_number(text: str) -> float | None:
    """A number such as 10 or 0.5, not below zero."""
    whole, _, decimals = text.partition(".")
    digits = whole + decimals
    is_number = digits.isascii() and digits.isdigit() and len(digits) < 10
    return float(text) if is_number else None


def _whole(text: str) -> int | None:
    number = parse_number(text)
    return int(number) if number is not None and "." not in text else None


def _truth(text: str) -> bool | None:
    if text.lower() in YES:
        return True
    return False if text.lower() in NO else None


def _text(text: str) -> str | None:
    return None if PLACEHOLDER.fullmatch(text) else text or None


_NOTATIONS: dict[Any, tuple[Callable[[str], Any], str]] = {
    str: (_text, "text"),
    int: (_whole, "a whole number, such as 3"),
    float: (parse_number, "a number, such as 10 or 0.5"),
    bool: (_truth, "true or false"),
}
