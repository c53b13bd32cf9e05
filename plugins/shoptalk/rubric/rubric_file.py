"""Reading a rubric from a YAML file, with the same care as an interview."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

from shoptalk.findings.finding import Finding, Place, Severity
from shoptalk.reading.decoding import decode
from shoptalk.reading.field_faults import placeholder, unknown_key, wrong_type
from shoptalk.reading.fields import Fields
from shoptalk.reading.folder import unreadable_file
from shoptalk.reading.nodes import Listing, Mapping, Node, Scalar
from shoptalk.reading.record import check_required, mappings_under, read_given
from shoptalk.reading.repair import read_nodes
from shoptalk.reading.slug import slug
from shoptalk.reading.source import Source, Span
from shoptalk.rubric.condition_file import read_conditions
from shoptalk.rubric.criterion_faults import check_criterion, report_unknown
from shoptalk.rubric.level_faults import beyond_what_there_is
from shoptalk.rubric.missing_dashes import with_dashes
from shoptalk.rubric.rubric import Criterion, Rubric
from shoptalk.rubric.rubric_faults import (
    DEFAULT_COURSE,
    repeated_criterion,
    rubric_without_criteria,
    unknown_course,
    unsuitable_id,
)

COURSES = Path(__file__).with_name("courses")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CONDITIONS = frozenset(("when", "checks"))
CRITERIA = ("criterion", "criteria")
KEYS_EXPECTED = re.compile(r"(?:\s*(?:#.*)?\n|---\s*\n)*- ")
DOUBTFUL = frozenset((unknown_key.id, placeholder.id))
"""Checks that are errors here: what they name would leave a default in force unnoticed."""


class HasId(Protocol):
    """A criterion, a group or a stage."""

    @property
    def id(self) -> str:
        """Its name in the rubric."""


Named = TypeVar("Named", bound=HasId)


def read_rubric(path: Path | None, name: str = "rubric.yml") -> tuple[Rubric | None, list[Finding]]:
    """The rubric in a file, or the built-in default where there is no file.

    Without a rubric the findings say why; `name` is the file's path in them.
    """
    if path is None:
        return built_in(DEFAULT_COURSE), []
    if os.path.lexists(path) and not os.path.isfile(path):  # noqa: PTH113 (a named pipe would hang)
        return None, [unreadable_file.at(Place(path=name), "it is not an ordinary file")]
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return built_in(DEFAULT_COURSE), []
    except OSError as error:
        return None, [unreadable_file.at(Place(path=name), error.strerror or str(error))]
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        return None, [rubric_without_criteria.at(Place(path=name))]
    source, findings = decode(name, data)
    if source is None:
        return None, findings
    rubric, more = parse_rubric(source)
    return rubric, [*findings, *more]


@cache
def built_in(course: str) -> Rubric:
    """A rubric that comes with Shoptalk."""
    file = COURSES / f"{course}.yml"
    rubric, findings = parse_rubric(Source(f"{course}.yml", file.read_text(encoding="utf-8")))
    if rubric is None or findings:
        raise ValueError(f"the built-in rubric {course} has faults: {findings}")
    return rubric


def courses() -> list[str]:
    """The names of the built-in rubrics."""
    return sorted(file.name.removesuffix(".yml") for file in COURSES.iterdir())


def file_of_course(course: str) -> Path:
    """Where a built-in rubric stands."""
    return COURSES / f"{course}.yml"


def course_of(path: Path | None) -> str:
    """The built-in rubric that holds, or that the one in a file extends; empty if there is none."""
    if path is None or not path.is_file():
        return DEFAULT_COURSE
    source, _ = decode(path.name, path.read_bytes())
    mapping = read_nodes(source, Span(0, len(source.text)))[0] if source else None
    course = mapping.get("extends") if mapping else None
    return course.text if isinstance(course, Scalar) else ""


def parse_rubric(source: Source) -> tuple[Rubric | None, list[Finding]]:
    """The rubric that a source holds, or None where an error makes it doubtful what is asked."""
    if KEYS_EXPECTED.match(source.text):
        place = source.place(Span(source.text.index("- "), source.text.index("- ") + 1))
        corrected = ("criteria:", f"  {place.source_line}")
        wanted = "a set of keys such as 'criteria'"
        return None, [wrong_type.at(place, source.path, wanted, "a list", corrected)]
    mapping, findings = read_nodes(source, Span(0, len(source.text)))
    if mapping is None:
        return None, findings or [rubric_without_criteria.at(source.place(Span(0, 1)))]
    top = Fields(source, with_dashes(source, mapping, findings), findings)
    if "#" in source.text:
        top.check_comments()
    rubric = _rubric(top)
    findings = [
        replace(found, severity=Severity.ERROR) if found.check in DOUBTFUL else found
        for found in findings
    ]
    findings = list(map(_without_tabs, findings))
    is_wrong = any(finding.severity is Severity.ERROR for finding in findings)
    if not rubric.criteria and not is_wrong:
        findings.append(rubric_without_criteria.at(source.place(Span(0, 1))))
        is_wrong = True
    return (None if is_wrong else rubric), findings


def _without_tabs(finding: Finding) -> Finding:
    """A finding, without a correction of a line whose own fault are the tabs it begins with."""
    has_tab = any("\t" in line[: len(line) - len(line.lstrip())] for line in finding.correction)
    return replace(finding, correction=()) if has_tab else finding


def _rubric(top: Fields) -> Rubric:
    """The rubric as far as it can be read."""
    others = frozenset(("criteria", "extends", "drop"))
    given = read_given(top, Rubric, others=others)
    base = _extended(top)
    dropped = _dropped(top, base)
    known = {}
    for key, what in (("groups", "group"), ("stages", "stage")):
        named = _named(top, key)
        _check_ids(top, named, what)
        given[key] = _joined(getattr(base, key), given.get(key, ()))
        known[what] = [*(one.id for one in getattr(base, key)), *(id for id, _ in named)]
    criteria = list(_criteria(top, base))
    _check_ids(top, [(made.id, keys.mapping) for made, keys in criteria], "criterion")
    kept = [one for one in base.criteria if one.id not in dropped]
    given["criteria"] = _joined(kept, [made for made, _ in criteria])
    rubric = replace(base, **given)
    for made, keys in criteria:
        check_criterion(keys, made, rubric, known)
    for id, node in _named(top, "groups"):
        _check_best(top, id, node, rubric)
    return rubric


def _named(top: Fields, key: str) -> list[tuple[str, Mapping]]:
    """The ids of a list's items, with the items."""
    ids = ((node.get("id"), node) for node in _nodes(top, key) if isinstance(node, Mapping))
    return [(id.text.strip(), node) for id, node in ids if isinstance(id, Scalar)]


def _check_best(top: Fields, id: str, node: Mapping, rubric: Rubric) -> None:
    """Whether a group has as many criteria as are to count."""
    group = rubric.group_of.get(id)
    inside = sum(one.group == id for one in rubric.criteria)
    if group and group.best is not None and group.best > inside:
        at = node.get("best") or node
        top.report(beyond_what_there_is, at, "best", group.best, inside, CRITERIA)


def _nodes(top: Fields, key: str) -> Sequence[Node]:
    """The items of a list, of which the faults are reported elsewhere."""
    entry = top.values.get(key)
    return entry.value.items if entry and isinstance(entry.value, Listing) else ()


def _extended(top: Fields) -> Rubric:
    """The rubric that this one extends; an empty one if it extends none."""
    course = top.text("extends")
    if course in courses():
        return built_in(course)
    if course:
        near = get_close_matches(course.lower(), courses(), 1)
        corrected = (f"extends: {near[0]}",) if near else ()
        node = top.values["extends"].value
        top.report(unknown_course, node, course, ", ".join(courses()), corrected)
    return Rubric(title="Rubric")


def _dropped(top: Fields, base: Rubric) -> frozenset[str]:
    """The inherited criteria that are left out."""
    dropped = top.texts("drop")
    for node in _nodes(top, "drop"):
        if isinstance(node, Scalar) and node.text not in base.by_id:
            report_unknown(top, node, "criterion", list(base.by_id))
    return frozenset(dropped)


def _joined(inherited: Iterable[Named], own: Iterable[Named]) -> tuple[Named, ...]:
    """Inherited records in their order, replaced by own ones of the same id; then the others."""
    found: dict[str, Named] = {one.id: one for one in (*inherited, *own)}
    return tuple(found.values())


def _criteria(top: Fields, base: Rubric) -> Iterator[tuple[Criterion, Fields]]:
    """The file's own criteria, with the keys they were read from."""
    if "criteria" not in top.values:
        return
    for number, node in enumerate(mappings_under(top, "criteria", Criterion, "criterion"), 1):
        keys = top.within(node, f"criterion {number}")
        given: dict[str, Any] = read_given(keys, Criterion, others=CONDITIONS)
        for key in CONDITIONS & keys.values.keys():
            given[key] = read_conditions(keys, key)
        inherited = base.by_id.get(given.get("id", ""))
        if inherited:
            yield replace(inherited, **given), keys
        elif check_required(keys, Criterion, given):
            yield Criterion(**given), keys


def _check_ids(top: Fields, named: Sequence[tuple[str, Mapping]], what: str) -> None:
    """Ids that are given twice, or hold more than small letters, digits and hyphens."""
    first: dict[str, Node] = {}
    for id, node in named:
        at = node.get("id") or node
        if not ID.fullmatch(id):
            meant = slug(id.lower())
            line = top.place(at).source_line
            corrected = (line.replace(id, meant, 1),) if ID.fullmatch(meant) else ()
            top.report(unsuitable_id, at, id, corrected)
        if first.setdefault(id, at) is not at:
            line_of_first = top.source.line_number(first[id].start) + 1
            top.report(repeated_criterion, at, what, id, line_of_first)
