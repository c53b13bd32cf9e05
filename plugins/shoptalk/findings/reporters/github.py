"""Findings as workflow commands, which GitHub shows beside the lines of a commit.

The syntax is that of "Workflow commands for GitHub Actions": `%`, line breaks and, in properties,
`:` and `,` are percent-encoded.
"""

from collections.abc import Iterable

from shoptalk.findings.finding import Finding, Severity
from shoptalk.findings.reporters.text import render_message, visible

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_findings(findings: Iterable[Finding]) -> str:
    """One line for each finding."""
    return "".join(f"{_render(finding)}\n" for finding in findings)


def _render(finding: Finding) -> str:
    place = finding.place
    properties = {
        "file": visible(place.path),
        "line": str(place.line),
        "col": str(place.column),
        "title": finding.check,
    }
    listed = ",".join(
        f"{name}={_encode(value).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in properties.items()
    )
    return f"::{COMMANDS[finding.severity]} {listed}::{_encode(render_message(finding))}"


def _encode(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
