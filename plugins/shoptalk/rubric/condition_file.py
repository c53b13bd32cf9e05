"""Reading the checks of a criterion, and what joins them, from the rubric file."""

import re
from collections.abc import Callable, Iterable
from dataclasses import MISSING, dataclass, fields
from difflib import get_close_matches
from typing import Any

from shoptalk.reading.field_faults import empty_value, wrong_type
from shoptalk.reading.fields import Fields
from shoptalk.reading.keys import KEYS
from shoptalk.reading.nodes import Listing, Mapping, Node, Scalar
from shoptalk.reading.record import read_given, read_record, with_key
from shoptalk.reading.yaml_faults import no_space_after_colon
from shoptalk.rubric.check_items import JOINTS, items_of_checks
from shoptalk.rubric.checks import RubricCheck, check_ids, rubric_check
from shoptalk.rubric.conditions import AppliedCheck, Condition, Interviews, Not, Some
from shoptalk.rubric.level_faults import beyond_what_there_is, crossed_limits
from shoptalk.rubric.related_checks import related_checks
from shoptalk.rubric.rubric_faults import (
    missing_option,
    unknown_check,
    unsuitable_field,
    unsuitable_option,
)

CHECKS = ("check", "checks")
LONGEST_SHOWN = 80
"""Characters of a condition in a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLeast:
    """The number that `some` and `interviews` take."""

    at_least: int = 1


def read_conditions(keys: Fields, key: str) -> tuple[Condition, ...]:
    """The conditions listed under a key; what is wrong with them becomes findings."""
    if key not in keys.values:
        return ()
    return _each(keys, items_of_checks(keys, key))


def _each(keys: Fields, nodes: Iterable[Node]) -> tuple[Condition, ...]:
    made = (_condition(keys, node) for node in nodes)
    return tuple(condition for condition in made if condition is not None)


def _condition(keys: Fields, node: Node) -> Condition | None:
    if isinstance(node, Scalar):
        return _check(keys, node, Mapping(node.start, node.end, (), True), node)
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        _report_no_check(keys, node)
        return None
    name, value = node.entries[0]
    if name.text in JOINTS:
        return READERS[name.text](keys, name, value, node)
    if not _is_known(keys, name):
        return None
    if isinstance(value, Scalar) and not value.text:
        value = Mapping(value.start, value.end, (), True)
    if not isinstance(value, Mapping):
        found = "text" if isinstance(value, Scalar) else "a list"
        suits = isinstance(value, Scalar) and _suits(value.text, rubric_check(name.text).fields)
        corrected = _instead(keys, value, lambda text: f"{{field: {text}}}") if suits else ()
        keys.report(wrong_type, value, name.text, "options in braces", found, corrected)
        return None
    return _check(keys, name, value, node)


def _report_no_check(keys: Fields, node: Listing | Mapping) -> None:
    """Say that an item of the list is no single check; most often it is indented wrongly."""
    corrected: tuple[str, ...] = ()
    found = "a list"
    if isinstance(node, Mapping):
        name, value = node.entries[0]
        lines = [keys.place(entry.key).source_line for entry in node.entries]
        found = "several keys"
        if isinstance(value, Scalar) and not value.text and not node.flow:
            corrected = (lines[0], *(f"  {line}" for line in lines[1:]))
        elif name.text not in check_ids():
            corrected = _instead(keys, node, lambda text: f"name-of-the-check: {text}")
    keys.report(wrong_type, node, "check", "one check's name, with its options", found, corrected)


def _instead(keys: Fields, node: Node, change: Callable[[str], str]) -> tuple[str, ...]:
    """The line with another text in the place of a node, if that lies within it."""
    place = keys.place(node)
    text = keys.source.text[node.start : node.end]
    if "\n" in text:
        return ()
    at = place.column - 1
    return (place.source_line[:at] + change(text) + place.source_line[at + len(text) :],)


def _is_known(keys: Fields, name: Scalar) -> bool:
    """Whether a check has this name; a finding says what may be meant if none has."""
    known = check_ids()
    if name.text in known:
        return True
    inside = re.match(r"([\w-]+):[{\[]", name.text)
    if inside and (inside[1] in known or inside[1] in JOINTS):
        at = Scalar(name.start + len(inside[1]), name.start + len(inside[1]) + 1, ":", "")
        line = keys.place(at).source_line
        corrected = (line.replace(f"{inside[1]}:", f"{inside[1]}: ", 1),)
        keys.report(no_space_after_colon, at, inside[1], corrected)
        return False
    related = ", ".join(related_checks(name.text))
    is_prose = " " in name.text
    near = ("", ()) if is_prose and related else _near(keys, name, (*known, *JOINTS))
    keys.report(unknown_check, name, name.text, *near, related)
    return False


def _check(keys: Fields, name: Scalar, options: Mapping, whole: Node) -> AppliedCheck | None:
    if not _is_known(keys, name):
        return None
    found = rubric_check(name.text)
    made = _options(keys.within(options, name.text), found)
    return None if made is None else AppliedCheck(found, made, _written(keys, whole))


def _not(keys: Fields, name: Scalar, value: Node, whole: Node) -> Condition | None:
    if isinstance(value, Scalar) and not value.text:
        keys.report(empty_value, name, "not")
        return None
    if isinstance(value, Listing) and len(value.items) == 1:
        only = keys.source.text[value.items[0].start : value.items[0].end]
        corrected = _instead(keys, value, lambda text: only)
        keys.report(wrong_type, value, "not", "one check", "a list", corrected)
        return None
    inner = _condition(keys, value)
    return None if inner is None else Not(inner, _written(keys, whole))


def _any(keys: Fields, name: Scalar, value: Node, whole: Node) -> Condition | None:
    return _listed(keys, name, value, whole, lambda conditions: 1)


def _all(keys: Fields, name: Scalar, value: Node, whole: Node) -> Condition | None:
    return _listed(keys, name, value, whole, len)


def _listed(
    keys: Fields,
    name: Scalar,
    value: Node,
    whole: Node,
    at_least: Callable[[tuple[Condition, ...]], int],
) -> Condition | None:
    if not isinstance(value, Listing):
        found = "text" if isinstance(value, Scalar) else "keys with values"
        corrected = _instead(keys, value, lambda text: f"[{text}]")
        keys.report(wrong_type, value, name.text, "a list of checks", found, corrected)
        return None
    if not value.items:
        keys.report(empty_value, value, name.text)
    conditions = _each(keys, value.items)
    return Some(conditions, at_least(conditions), _written(keys, whole))


def _some(keys: Fields, name: Scalar, value: Node, whole: Node) -> Condition | None:
    read = _counted(keys, name, value, "of")
    if read is None:
        return None
    inside, at_least = read
    before = len(keys.findings)
    conditions = read_conditions(inside, "of")
    if not conditions and len(keys.findings) == before:
        keys.report(empty_value, value, "some: of")
    if len(keys.findings) == before and at_least > len(conditions):
        measured = ("at_least", at_least, len(conditions), CHECKS)
        inside.report(beyond_what_there_is, inside.values["at_least"].value, *measured)
    return Some(conditions, at_least, _written(keys, whole))


def _interviews(keys: Fields, name: Scalar, value: Node, whole: Node) -> Condition | None:
    read = _counted(keys, name, value, "that")
    if read is None:
        return None
    inside, at_least = read
    return Interviews(read_conditions(inside, "that"), at_least, _written(keys, whole))


def _counted(keys: Fields, name: Scalar, value: Node, listed: str) -> tuple[Fields, int] | None:
    """The keys of a condition with a number, and the number."""
    if not isinstance(value, Mapping):
        found = "text" if isinstance(value, Scalar) else "a list"
        wanted = f"keys 'at_least' and '{listed}'"
        corrected: tuple[str, ...] = ()
        if isinstance(value, Listing):
            corrected = _instead(keys, value, lambda text: f"{{at_least: 1, {listed}: {text}}}")
        keys.report(wrong_type, value, name.text, wanted, found, corrected)
        return None
    inside = keys.within(value, name.text)
    read = read_record(inside, AtLeast, others=frozenset((listed,)))
    if read is not None and read.at_least == 0:
        number = inside.values["at_least"].value
        keys.report(
            unsuitable_option, number, name.text, "at_least", "is 0, so it asks for nothing"
        )
        return None
    return None if read is None else (inside, read.at_least)


Joint = Callable[[Fields, Scalar, Node, Node], Condition | None]
READERS: dict[str, Joint] = dict(zip(JOINTS, (_not, _any, _all, _some, _interviews), strict=True))


def _options(given: Fields, made: RubricCheck) -> Any:
    before = len(given.findings)
    values = read_given(given, made.options)
    name = made.wording.id
    for option in fields(made.options):
        if option.default is MISSING and option.name not in given.values:
            corrected = _with_option(given, name, option.name)
            given.report(missing_option, given.mapping, name, option.name, corrected)
    chosen = values.get("field")
    if chosen is not None and not _suits(chosen, made.fields):
        node = given.values["field"].value
        corrected = ()
        if isinstance(node, Scalar) and node.text not in KEYS:
            _, corrected = _near(given, node, made.fields)
        known = ", ".join("x-…" if field == "x-" else field for field in made.fields)
        given.report(unsuitable_field, node, name, chosen, known, corrected)
    least, most = values.get("at_least"), values.get("at_most")
    if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
        crossed = (f"at_least: {least:g}", f"at_most: {most:g}")
        given.report(crossed_limits, given.values["at_least"].value, *crossed)
    if len(given.findings) > before:
        return None
    options = made.options(**values)
    at_fault, _, why = made.unsuitable(options).partition(": ")
    if why:
        at = given.values[at_fault].value if at_fault in given.values else given.mapping
        given.report(unsuitable_option, at, name, at_fault, why)
        return None
    return options


def _suits(field: str, known: tuple[str, ...]) -> bool:
    return field in known or ("x-" in known and field.startswith("x-"))


def _with_option(given: Fields, check: str, option: str) -> tuple[str, ...]:
    """The line with the option added, also where the check has none yet."""
    if given.mapping.entries or given.mapping.start < given.mapping.end:
        place = given.place(given.mapping)
        written = place.source_line[place.column - 1 :]
        if not written.startswith(check):
            return with_key(given, option)
        before = place.source_line[: place.column - 1]
        return (f"{before}{check}: {{{option}: …}}{written.removeprefix(check)}",)
    return ()


def _near(keys: Fields, node: Scalar, known: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """The name that is meant, and the line with it."""
    near = get_close_matches(node.text, list(known), 1, 0.6)
    place = keys.place(node)
    before = place.source_line[: place.column - 1]
    after = place.source_line[place.column - 1 :]
    return (near[0], (before + after.replace(node.text, near[0], 1),)) if near else ("", ())


def _written(keys: Fields, node: Node) -> str:
    """A condition as the rubric has it, on one line."""
    text = " ".join(keys.source.text[node.start : node.end].split())
    if text.startswith("{"):
        text = text[1:-1].strip()
    return f"`{text}`" if len(text) <= LONGEST_SHOWN else f"`{text[: LONGEST_SHOWN - 1]}…`"
