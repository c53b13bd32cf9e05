"""Findings for programs."""

import json
from collections.abc import Sequence

from shoptalk.findings.finding import Finding
from shoptalk.findings.reporters.summary import count_by_severity


def render_findings(findings: Sequence[Finding], files: int) -> str:
    """One JSON object: `findings`, and a `summary` that counts files and each severity."""
    counts = count_by_severity(findings)
    summary = {"files": files, **{f"{name}s": count for name, count in counts.items()}}
    listed = [
        {
            "path": finding.place.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "severity": finding.severity,
            "check": finding.check,
            "message": finding.message,
            "help": finding.advice,
        }
        for finding in findings
    ]
    return json.dumps({"findings": listed, "summary": summary}, ensure_ascii=False, indent=2)
