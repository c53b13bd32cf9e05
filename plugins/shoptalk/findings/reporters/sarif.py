"""Findings as SARIF 2.1.0, which code scanners and editors exchange."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from shoptalk import __version__
from shoptalk.findings.check import CHECKS, Check
from shoptalk.findings.finding import Finding
from shoptalk.findings.reporters.text import render_message

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
WHY = re.compile(r"^### Why it matters\n\n(.+?)\n\n###", re.MULTILINE | re.DOTALL)

Object = dict[str, Any]


def render_findings(findings: Sequence[Finding]) -> str:
    """One log with one run; its rules are the checks that found something."""
    rules = sorted({finding.check for finding in findings})
    driver = {
        "name": "shoptalk",
        "version": __version__,
        "rules": [_rule(CHECKS[id]) for id in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, rules.index(finding.check), fingerprint)
            for finding, fingerprint in zip(findings, _fingerprints(findings), strict=True)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(check: Check[...]) -> Object:
    why = WHY.search(check.page)
    return {
        "id": check.id,
        "shortDescription": {"text": check.summary},
        "fullDescription": {"text": " ".join(why[1].split()) if why else check.summary},
        "help": {"text": check.page, "markdown": check.page},
        "defaultConfiguration": {"level": check.severity.value},
    }


def _result(finding: Finding, rule: int, fingerprint: str) -> Object:
    place = finding.place
    location = {
        "artifactLocation": {"uri": quote(place.path, errors="replace")},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + place.width,
        },
    }
    return {
        "ruleId": finding.check,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": render_message(finding)},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"lineText/v1": fingerprint},
    }


def _fingerprints(findings: Sequence[Finding]) -> list[str]:
    """What tells findings apart, and stays the same when lines above them come or go."""
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for finding in findings:
        place = finding.place
        known_by = (finding.check, place.path, " ".join(place.source_line.split()))
        text = "\n".join((*known_by, str(seen[known_by])))
        made.append(hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16])
        seen[known_by] += 1
    return made
