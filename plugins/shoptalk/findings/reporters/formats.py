"""The formats by their names; each reporter is loaded only when it is asked for."""

from collections.abc import Sequence

from shoptalk.findings.finding import Finding, Severity
from shoptalk.findings.reporters.text import Style
from shoptalk.findings.reporters.text import render_findings as render_text

LINES = ("text", "github")
"""Formats with some lines for each finding, of which there may always be more."""

DOCUMENTS = ("json", "sarif", "junit")
"""Formats that are one document from start to end."""


def render_lines(format_: str, findings: Sequence[Finding], style: Style) -> str:
    """The findings in one of the formats of lines; only text has a style."""
    if format_ == "github":
        from shoptalk.findings.reporters.github import render_findings as render_github

        return render_github(findings)
    return render_text(findings, style)


def render_document(
    format_: str,
    findings: Sequence[Finding],
    files: Sequence[str],
    failing: frozenset[Severity],
) -> str:
    """The findings as a document: `files` are all that were checked, clean ones too."""
    if format_ == "sarif":
        from shoptalk.findings.reporters.sarif import render_findings as render_sarif

        return render_sarif(findings)
    if format_ == "junit":
        from shoptalk.findings.reporters.junit import render_findings as render_junit

        return render_junit(findings, files, failing)
    from shoptalk.findings.reporters.json import render_findings as render_json

    return render_json(findings, len(files))
