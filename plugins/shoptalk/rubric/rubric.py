"""The rubric: criteria from a YAML file, read with the same care as an interview."""

import os
from collections.abc import Iterable
from dataclasses import MISSING, dataclass, field, fields, replace
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Any, get_type_hints

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity, shown
from shoptalk.reading.decoding import decode
from shoptalk.reading.field_faults import empty_value, unknown_key, wrong_type
from shoptalk.reading.fields import Fields
from shoptalk.reading.folder import unreadable_file
from shoptalk.reading.nodes import Listing, Mapping, Node, Scalar
from shoptalk.reading.repair import read_nodes
from shoptalk.reading.source import Source, Span
from shoptalk.rubric.checks import RubricCheck, rubric_checks

COURSES = files("shoptalk.rubric") / "courses"
DEFAULT_COURSE = "thinkful"


@dataclass(frozen=True, slots=True)
class AppliedCheck:
    """A check with the options that a criterion gives it."""

    check: RubricCheck
    options: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One line of the instructor's rubric."""

    id: str
    title: str
    description: str = ""
    severity: Severity | None = None
    """What its findings weigh; None leaves it to each check."""
    checks: tuple[AppliedCheck, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """All that is asked of a write-up."""

    title: str
    criteria: tuple[Criterion, ...] = field(default=())


@check(Severity.ERROR)
def unknown_course(name: str, known: str, corrected: tuple[str, ...]) -> Wording:
    """The rubric extends a course that is not built in.

    ### Why it matters

    `extends` takes over the criteria of a rubric that comes with Shoptalk. With a name that it does
    not know, all those criteria would be missing.

    ### Example

    ```yaml
    extends: thinkfull
    ```

    ### Write instead

    ```yaml
    extends: thinkful
    ```
    """
    return Wording(
        f"there is no built-in rubric {shown(name)}", f"choose one of these ({known})", corrected
    )


@check(Severity.ERROR)
def unknown_check(name: str, meant: str, corrected: tuple[str, ...]) -> Wording:
    """A criterion names a check that does not exist.

    ### Why it matters

    A misspelt check checks nothing, and every write-up would pass that criterion. So the rubric is
    not used until the name is right.

    ### Example

    ```yaml
    criteria:
      - id: questions
        title: Questions asked
        checks:
          - to-few-items: {field: questions, at_least: 3}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: questions
        title: Questions asked
        checks:
          - too-few-items: {field: questions, at_least: 3}
    ```
    """
    help = f"did you mean {shown(meant)}?" if meant else "see `shoptalk explain --list`"
    return Wording(f"there is no check {shown(name)}", help, corrected)


@check(Severity.ERROR)
def unsuitable_field(check: str, name: str, known: str) -> Wording:
    """The option `field` names a field that the check cannot be used on.

    ### Why it matters

    Each check can measure some fields only: items can be counted in lists, words in texts. Rather
    than ask for something else than you meant, the rubric is not used at all.

    ### Example

    ```yaml
    criteria:
      - id: questions
        title: Questions
        checks:
          - too-few-items: {field: question, at_least: 5}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: questions
        title: Questions
        checks:
          - too-few-items: {field: questions, at_least: 5}
    ```
    """
    return Wording(
        f"the check {shown(check)} cannot be used on {shown(name)}", f"choose one of {known}"
    )


@check(Severity.ERROR)
def missing_option(check: str, option: str) -> Wording:
    """A check in a rubric lacks an option that it cannot do without.

    ### Why it matters

    Without the option nobody knows what is to be measured, so the rubric is not used at all.

    ### Example

    ```yaml
    criteria:
      - id: industry
        title: Industry
        checks:
          - missing-field: {}
    ```

    ### Write instead

    ```yaml
    criteria:
      - id: industry
        title: Industry
        checks:
          - missing-field: {field: industry}
    ```
    """
    return Wording(
        f"the check {shown(check)} needs the option {shown(option)}",
        "add it",
        (f"- {check}: {{{option}: …}}",),
    )


@check(Severity.ERROR)
def repeated_criterion(id: str) -> Wording:
    """Two criteria of one rubric have the same id.

    ### Why it matters

    The id tells criteria apart, so only the later of the two would be graded. Points would be
    missing, and nobody would notice.

    ### Example

    ```yaml
    criteria:
      - {id: name, title: A name is given, checks: [missing-name]}
      - {id: name, title: It is a full name, checks: [single-word-name]}
    ```

    ### Write instead

    ```yaml
    criteria:
      - {id: name, title: A name is given, checks: [missing-name]}
      - {id: full-name, title: It is a full name, checks: [single-word-name]}
    ```
    """
    return Wording(f"two criteria are called {shown(id)}", "give each its own id")


@check(Severity.ERROR)
def rubric_without_criteria() -> Wording:
    """A rubric that neither extends another nor has criteria of its own.

    ### Why it matters

    A rubric without criteria asks for nothing, so every write-up would pass, an empty one too.

    ### Example

    ```yaml
    title: Our course
    ```

    ### Write instead

    ```yaml
    title: Our course
    extends: thinkful
    ```
    """
    return Wording(
        "the rubric asks for nothing",
        "extend a built-in rubric, or list criteria",
        (f"extends: {DEFAULT_COURSE}",),
    )


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


def parse_rubric(source: Source) -> tuple[Rubric | None, list[Finding]]:
    """The rubric that a source holds, or None where an error makes it doubtful what is asked."""
    mapping, findings = read_nodes(source, Span(0, len(source.text)))
    if mapping is None:
        return None, findings or [rubric_without_criteria.at(source.place(Span(0, 1)))]
    top = Fields(source, mapping, findings)
    top.check_keys(frozenset(("title", "extends", "criteria")))
    if "#" in source.text:
        top.check_comments()
    criteria: dict[str, Criterion] = {}
    title = top.text("title")
    base = top.text("extends")
    if base in courses():
        extended = built_in(base)
        title = title or extended.title
        criteria = {criterion.id: criterion for criterion in extended.criteria}
    elif base:
        near = get_close_matches(base.lower(), courses(), 1)
        corrected = (f"extends: {near[0]}",) if near else ()
        known = ", ".join(courses())
        top.report(unknown_course, top.values["extends"].value, base, known, corrected)
    own: set[str] = set()
    for number, node in enumerate(top.items("criteria", "a list"), 1):
        criterion = _criterion(top, node, number)
        if criterion is None:
            continue
        if criterion.id in own:
            top.report(repeated_criterion, node, criterion.id)
        own.add(criterion.id)
        criteria[criterion.id] = criterion
    # A misspelt option would leave its default in force without anybody noticing.
    findings = [
        replace(found, severity=Severity.ERROR) if found.check == unknown_key.id else found
        for found in findings
    ]
    is_wrong = any(finding.severity is Severity.ERROR for finding in findings)
    if not criteria and not is_wrong:
        findings.append(rubric_without_criteria.at(source.place(Span(0, 1))))
        is_wrong = True
    if is_wrong:
        return None, findings
    return Rubric(title=title or "Rubric", criteria=tuple(criteria.values())), findings


def _criterion(top: Fields, node: Node, number: int) -> Criterion | None:
    if not isinstance(node, Mapping):
        found = "text" if isinstance(node, Scalar) else "a list"
        top.report(wrong_type, node, f"criterion {number}", "a mapping", found, ())
        return None
    keys = top.within(node, f"criterion {number}")
    keys.check_keys(frozenset(("id", "title", "description", "severity", "checks")))
    for key in ("id", "title", "checks"):
        if key not in keys.values:
            keys.report(empty_value, node, f"criterion {number}: {key}")
    severity = keys.choice("severity", tuple(Severity))
    return Criterion(
        id=keys.text("id"),
        title=keys.text("title"),
        description=keys.text("description"),
        severity=Severity(severity) if severity else None,
        checks=tuple(_checks(keys, keys.items("checks", "a list"))),
    )


def _checks(keys: Fields, nodes: Iterable[Node]) -> list[AppliedCheck]:
    known = rubric_checks()
    applied = []
    for node in nodes:
        if isinstance(node, Scalar):
            name, name_node, options = node.text, node, Mapping(node.start, node.end, (), True)
        elif isinstance(node, Mapping) and len(node.entries) == 1:
            name_node, value = node.entries[0]
            name = name_node.text
            if not isinstance(value, Mapping):
                keys.report(wrong_type, value, name, "a mapping of options", "something else", ())
                continue
            options = value
        else:
            found = "a list" if isinstance(node, Listing) else "several keys"
            keys.report(wrong_type, node, "check", "one check's name, with its options", found, ())
            continue
        if name not in known:
            keys.report(unknown_check, name_node, name, *_near(keys, name_node, known))
            continue
        made = _options(keys.within(options, name), known[name])
        if made is not None:
            applied.append(AppliedCheck(known[name], made))
    return applied


def _near(keys: Fields, node: Scalar, known: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    near = get_close_matches(node.text, list(known), 1, 0.6)
    line = keys.place(node).source_line
    return (near[0], (line.replace(node.text, near[0], 1),)) if near else ("", ())


def _options(given: Fields, made: RubricCheck) -> Any:
    types = get_type_hints(made.options)
    given.check_keys(frozenset(types))
    values: dict[str, Any] = {}
    for option in fields(made.options):
        if option.name not in given.values:
            if option.default is MISSING:
                given.report(missing_option, given.mapping, made.wording.id, option.name)
                return None
            continue
        if types[option.name] is int:
            values[option.name] = given.whole_number(option.name, 1_000_000)
        elif types[option.name] is str:
            values[option.name] = given.text(option.name)
        else:
            values[option.name] = given.texts(option.name)
    chosen = values.get("field")
    if chosen is not None and chosen not in made.fields:
        node = given.values["field"].value
        given.report(unsuitable_field, node, made.wording.id, chosen, ", ".join(made.fields))
        return None
    return None if None in values.values() else made.options(**values)
