"""Thousands of findings of one kind say no more than the first hundred."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Severity

MOST_OF_A_KIND = 100
"""Findings of one check in one file."""


@check(Severity.NOTE)
def more_of_the_same(check: str, count: int) -> Wording:
    """One file has so many findings of a kind that the rest of them are only counted.

    ### Why it matters

    A file with more than a hundred findings of one kind is damaged, or is no write-up at all. A
    list of thousands would hide what else is wrong with it.

    ### Example

    A log was pasted from a program, and every line of it holds control characters.

    ### Write instead

    Mend the findings above, and look whether the file is the right one. Then check again.
    """
    return Wording(
        f"{count:,} more findings of {check} follow in this file",
        "mend those above, and check again",
    )


def abridged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one file, without those that only repeat what many others say."""
    found = tuple(findings)
    counts = Counter(finding.check for finding in found)
    if len(found) <= MOST_OF_A_KIND or max(counts.values()) <= MOST_OF_A_KIND:
        return found
    kept = []
    seen = Counter[str]()
    for finding in sorted(found, key=lambda finding: finding.sort_key):
        seen[finding.check] += 1
        if seen[finding.check] <= MOST_OF_A_KIND:
            kept.append(finding)
        elif seen[finding.check] == MOST_OF_A_KIND + 1:
            count = counts[finding.check] - MOST_OF_A_KIND
            rest = more_of_the_same.at(finding.place, finding.check, count)
            kept.append(replace(rest, severity=finding.severity))
    return tuple(kept)
