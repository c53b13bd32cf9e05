"""Holding one interview against one check, for the tests of checks."""

from datetime import date

from one_interview import grade_interview

from shoptalk.findings.finding import Finding
from shoptalk.findings.reporters.text import render_findings
from shoptalk.reading.decoding import decode
from shoptalk.reading.interview import Interview, parse_interview
from shoptalk.reading.source import Source
from shoptalk.rubric.conditions import Condition
from shoptalk.rubric.material import Material
from shoptalk.rubric.outcome import Outcome
from shoptalk.rubric.rubric import Criterion
from shoptalk.rubric.rubric_file import parse_rubric

TODAY = date(2026, 11, 22)
RUBRIC = "criteria:\n  - id: x\n    title: X\n    checks:\n      - {}\n"


def interview_of(front_matter: str = "", body: str = "Text.") -> Interview:
    """The interview of a file with these two parts; a name is added where there is nothing."""
    text = f"---\n{front_matter or 'name: Ada Okafor'}\n---\n\n{body}\n"
    source, _ = decode("ada.md", text.encode())
    assert source
    interview, _ = parse_interview(source, TODAY)
    assert interview
    return interview


def hold(check: str, front_matter: str = "", body: str = "Text.") -> Outcome:
    """How an interview stands to a criterion with one check, given as in a rubric."""
    rubric, faults = parse_rubric(Source("rubric.yml", RUBRIC.format(check)))
    assert rubric, faults
    [made] = grade_interview(interview_of(front_matter, body), rubric)
    return made


def messages(made: Outcome) -> list[str]:
    """What is said, each with its line."""
    return [f"{finding.place.line}: {finding.message}" for finding in made.findings]


def rendered(made: Outcome) -> str:
    """What is said, as it is printed."""
    return render_findings(made.findings).rstrip("\n")


def paths(made: Outcome) -> list[str]:
    """The evidence."""
    return [one.path for one in made.evidence]


def condition_of(check: str) -> Condition:
    """A check with its options, as a rubric has it."""
    text = RUBRIC.replace("title: X", "title: X\n    scope: portfolio").format(check)
    rubric, faults = parse_rubric(Source("rubric.yml", text))
    assert rubric, faults
    criterion: Criterion = rubric.criteria[0]
    return criterion.checks[0]


def measured(check: str, front_matter: str = "", body: str = "Text.") -> float | None:
    """The number that a check measures in an interview."""
    return condition_of(check).measure(Material((interview_of(front_matter, body),)))


def said_of_rubric(check: str) -> str:
    """What is said of a rubric with a check that it cannot use."""
    findings: list[Finding]
    rubric, findings = parse_rubric(Source("rubric.yml", RUBRIC.format(check)))
    assert rubric is None
    return render_findings(findings).rstrip("\n")
