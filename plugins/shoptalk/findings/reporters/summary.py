"""The line that sums a check up."""

from collections.abc import Sequence

from shoptalk.findings.finding import Finding, Severity


def count_by_severity(findings: Sequence[Finding]) -> dict[Severity, int]:
    """How many findings of each severity there are."""
    return {severity: sum(f.severity is severity for f in findings) for severity in Severity}


def render_summary(findings: Sequence[Finding], files: int) -> str:
    """For example `6 interviews: 1 error, 2 warnings`."""
    counts = count_by_severity(findings)
    parts = [_plural(count, severity.value) for severity, count in counts.items() if count]
    return f"{_plural(files, 'interview')}: {', '.join(parts) or 'nothing to mend'}"


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
