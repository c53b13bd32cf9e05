"""Findings as documents for other programs: SARIF and JUnit XML."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from shoptalk import __version__
from shoptalk.catalogue import all_checks
from shoptalk.findings.check import Check, Wording
from shoptalk.findings.finding import Finding, Place, Severity
from shoptalk.findings.reporters import junit, sarif

GOLDEN = Path(__file__).parent / "golden"
ERRORS = frozenset((Severity.ERROR,))
STRICT = frozenset((Severity.ERROR, Severity.WARNING))


def colon_in_value() -> Wording:
    """A value holds a colon.

    ### Why it matters

    YAML reads it as
    another key.

    ### Example

    `title: Lead: clinical`

    ### Write instead

    `title: "Lead: clinical"`
    """
    return Wording("")


def unknown_key() -> Wording:
    """Nothing reads this key.

    ### Why it matters

    What it holds is lost.

    ### Example

    `tag: [data]`

    ### Write instead

    `tags: [data]`
    """
    return Wording("")


CHECKS = {
    "colon-in-value": Check("colon-in-value", Severity.ERROR, colon_in_value),
    "unknown-key": Check("unknown-key", Severity.WARNING, unknown_key),
}

COLON = Finding(
    check="colon-in-value",
    severity=Severity.ERROR,
    place=Place(
        path="interviews/Ána 100%.md",
        line=3,
        column=12,
        width=2,
        source_line="title: 👩‍🍳 a: <x> & \x01",
    ),
    message="there is a colon, and <x> & \x01\ufffe",
    help="put it in quotes",
    correction=('title: "👩‍🍳 a: <x>"',),
)
KEY = Finding(
    check="unknown-key",
    severity=Severity.WARNING,
    place=Place(path="interviews/ken.md", line=4, column=1, width=3, source_line="tag: [data]"),
    message="the key 'tag' is not known",
    help="did you mean 'tags'?",
    correction=("tags: [data]",),
)
NOTE = Finding(
    check="unknown-key",
    severity=Severity.NOTE,
    place=Place(path="rubric.yml"),
    message="nothing is asked",
    help="",
)
FINDINGS = [COLON, KEY, NOTE]
FILES = ["interviews/Ána 100%.md", "interviews/clean.md", "interviews/ken.md"]


@pytest.fixture(autouse=True)
def _short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "CHECKS", CHECKS)


# SARIF


def closed(required: str, optional: str = "", **properties: object) -> dict[str, object]:
    """The schema of an object with these keys and no others."""
    allowed = {*required.split(), *optional.split()}
    assert allowed == set(properties)
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def array(items: object) -> dict[str, object]:
    return {"type": "array", "items": items, "uniqueItems": True}


TEXT = {"type": "string", "minLength": 1}
MESSAGE = closed("text", "markdown", text=TEXT, markdown=TEXT)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
COUNTED_FROM_1 = {"type": "integer", "minimum": 1}
PATH = {
    "type": "string",
    "pattern": r"^(?![A-Za-z][A-Za-z0-9+.-]*:)(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$",
}
"""A relative reference of RFC 3986."""

RULE = closed(
    "id shortDescription fullDescription help defaultConfiguration",
    id=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=closed("level", level=LEVEL),
)
LOCATION = closed(
    "physicalLocation",
    physicalLocation=closed(
        "artifactLocation region",
        artifactLocation=closed("uri", uri=PATH),
        region=closed(
            "startLine startColumn endColumn",
            startLine=COUNTED_FROM_1,
            startColumn=COUNTED_FROM_1,
            endColumn=COUNTED_FROM_1,
        ),
    ),
)
RESULT = closed(
    "ruleId ruleIndex level message locations partialFingerprints",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=array(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": TEXT, "minProperties": 1},
)
DRIVER = closed("name version rules", name=TEXT, version=TEXT, rules=array(RULE))
RUN = closed(
    "tool columnKind results",
    tool=closed("driver", driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
LOG = {
    "type": "object",
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": array(RUN),
    },
    "required": ["version", "runs"],
    "additionalProperties": False,
}
"""The part of SARIF 2.1.0 that is written; the names and limits are those of the standard."""


def rendered_log(findings: list[Finding]) -> dict:
    log = json.loads(sarif.render_findings(findings))
    jsonschema.validate(log, LOG)
    for result in log["runs"][0]["results"]:
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    return log


def test_sarif(golden: Callable[[Path, str], None]):
    rendered_log(FINDINGS)
    text = sarif.render_findings(FINDINGS)
    own = f'"version": "{__version__}"'
    assert text.count(own) == 1
    text = text.replace(own, '"version": "VERSION"')
    golden(GOLDEN / "findings.sarif", f"{text}\n")


def test_sarif_of_no_findings():
    [run] = rendered_log([])["runs"]
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []


def test_every_check_can_be_a_rule(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sarif, "CHECKS", all_checks())
    place = Place(path="ada.md")
    found = [
        Finding(check=id, severity=check.severity, place=place, message="x", help="")
        for id, check in all_checks().items()
    ]
    [run] = rendered_log(found)["runs"]
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["help"]["markdown"].startswith(rule["shortDescription"]["text"])
        assert rule["fullDescription"]["text"] != rule["shortDescription"]["text"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("interviews/ada.md", "interviews/ada.md"),
        ("../ada okafor.md", "../ada%20okafor.md"),
        ("interviews/王小明.md", "interviews/%E7%8E%8B%E5%B0%8F%E6%98%8E.md"),
        ("50%#?.md", "50%25%23%3F.md"),
        ("C:/ada.md", "C%3A/ada.md"),
        ("a\udcff.md", "a%3F.md"),
    ],
)
def test_sarif_encodes_paths(path: str, uri: str):
    found = Finding(**{**as_dict(KEY), "place": Place(path=path)})
    [result] = rendered_log([found])["runs"][0]["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == uri


def as_dict(found: Finding) -> dict:
    names = ("check", "severity", "place", "message", "help", "correction")
    return {name: getattr(found, name) for name in names}


def fingerprints(*places: Place) -> list[str]:
    found = [Finding(**{**as_dict(KEY), "place": place}) for place in places]
    results = rendered_log(found)["runs"][0]["results"]
    return [result["partialFingerprints"]["lineText/v1"] for result in results]


def test_fingerprints_stay_when_lines_are_added_above():
    def place(line: int, column: int, text: str) -> Place:
        return Place(path="ada.md", line=line, column=column, source_line=text)

    before = fingerprints(place(4, 1, "tag: [x]"), place(9, 3, "  tag: [x]"))
    after = fingerprints(place(14, 3, "  tag: [x]"), place(19, 1, "tag: [x]"))
    assert before == after
    assert len(set(before)) == 2
    others = fingerprints(place(4, 1, "tag: [y]"), Place(path="b.md", source_line="tag: [x]"))
    assert not {*others} & {*before}


# JUnit


def suite_of(
    findings: list[Finding], files: list[str], failing: frozenset[Severity]
) -> ElementTree.Element:
    text = junit.render_findings(findings, files, failing)
    root = ElementTree.fromstring(text.encode())  # noqa: S314 (our own text)
    [suite] = root
    assert root.attrib.items() >= {"tests": suite.get("tests"), "name": "shoptalk"}.items()
    assert suite.get("tests") == str(len(suite))
    assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
    return suite


@pytest.mark.parametrize(("name", "failing"), [("errors", ERRORS), ("strict", STRICT)])
def test_junit(golden: Callable[[Path, str], None], name: str, failing: frozenset[Severity]):
    suite_of(FINDINGS, FILES, failing)
    text = junit.render_findings(FINDINGS, FILES, failing)
    golden(GOLDEN / f"{name}.junit.xml", f"{text}\n")


def test_every_file_is_a_case_and_a_clean_one_passes():
    suite = suite_of(FINDINGS, FILES, ERRORS)
    cases = {case.get("name"): [child.tag for child in case] for case in suite}
    assert cases == {
        "interviews/Ána 100%.md": ["failure"],
        "interviews/clean.md": [],
        "interviews/ken.md": ["system-out"],
        "rubric.yml": ["system-out"],
    }


def test_junit_of_no_files():
    assert suite_of([], [], STRICT).get("tests") == "0"


def test_no_character_is_left_that_xml_cannot_hold():
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    for start in range(0, len(everything), 0x1000):
        text = everything[start : start + 0x1000]
        place = Place(path=f"a{text}.md", source_line=text, width=len(text))
        said = {"place": place, "message": text, "help": text, "correction": (text,)}
        found = Finding(**{**as_dict(COLON), **said})
        suite_of([found], [place.path], ERRORS)
