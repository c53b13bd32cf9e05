"""The line that sums a check up, and those around the rounds of one that goes on."""

from collections.abc import Sequence

from shoptalk.findings.finding import Finding, Severity

ROUND_BEGINS = "checking the interviews"
ROUND_ENDS = "waiting for changes"
"""How the line ends that follows the findings of a round."""


def count_by_severity(findings: Sequence[Finding]) -> dict[Severity, int]:
    """How many findings of each severity there are."""
    return {severity: sum(f.severity is severity for f in findings) for severity in Severity}


def render_summary(findings: Sequence[Finding], files: int) -> str:
    """For example `6 interviews: 1 error, 2 warnings`."""
    return f"{_plural(files, 'interview')}: {render_counts(findings) or 'nothing to mend'}"


def render_summary_of_rubric(findings: Sequence[Finding]) -> str:
    """For example `rubric: nothing to mend; there are no interviews yet`."""
    return f"rubric: {render_counts(findings) or 'nothing to mend'}; there are no interviews yet"


def render_counts(findings: Sequence[Finding]) -> str:
    """For example `1 error, 2 warnings`; empty without findings."""
    counts = count_by_severity(findings)
    parts = (_plural(count, severity.value) for severity, count in counts.items() if count)
    return ", ".join(parts)


def render_end_of_round(seconds: float) -> str:
    """For example `checked in 0.02 s; waiting for changes`."""
    return f"checked in {seconds:.2f} s; {ROUND_ENDS}"


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
