"""Findings as JUnit XML, which build servers show as test results: each file is a test."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from shoptalk.findings.finding import Finding, Severity
from shoptalk.findings.reporters.summary import render_counts
from shoptalk.findings.reporters.text import render_findings as render_text
from shoptalk.findings.reporters.text import visible

HEADER = '<?xml version="1.0" encoding="UTF-8"?>'


def render_findings(
    findings: Sequence[Finding], files: Iterable[str], failing: frozenset[Severity]
) -> str:
    """One suite with a case for each file, which fails if a finding of it has such a severity."""
    by_file: dict[str, list[Finding]] = {path: [] for path in files}
    for finding in findings:
        by_file.setdefault(finding.place.path, []).append(finding)
    root = Element("testsuites", name="shoptalk")
    suite = SubElement(root, "testsuite", name="shoptalk check")
    failures = 0
    for path, found in sorted(by_file.items()):
        faults = [finding for finding in found if finding.severity in failing]
        failures += bool(faults)
        _add_case(suite, path, faults, [finding for finding in found if finding not in faults])
    for element in (root, suite):
        element.attrib |= {"tests": str(len(by_file)), "failures": str(failures), "errors": "0"}
    indent(root)
    return f"{HEADER}\n{tostring(root, encoding='unicode')}"


def _add_case(
    suite: Element, path: str, faults: Sequence[Finding], others: Sequence[Finding]
) -> None:
    name = visible(path)
    case = SubElement(suite, "testcase", name=name, classname="shoptalk", file=name)
    if faults:
        message = render_counts(faults)
        kind = faults[0].check
        SubElement(case, "failure", message=message, type=kind).text = _text_of(faults)
    if others:
        SubElement(case, "system-out").text = _text_of(others)


def _text_of(findings: Sequence[Finding]) -> str:
    return f"\n{render_text(findings)}"
