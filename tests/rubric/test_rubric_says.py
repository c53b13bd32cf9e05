"""What is said of a broken or doubtful rubric, word for word.

Each section of `says/*.md` is a case: what stands in `rubric.yml`, and what is said of it.
`pytest --update-golden` writes the answers anew.
"""

import re
from pathlib import Path

import pytest

from shoptalk.findings.finding import Severity
from shoptalk.findings.reporters.text import render_findings
from shoptalk.reading.decoding import decode
from shoptalk.rubric.rubric_file import parse_rubric

FOLDER = Path(__file__).parent / "says"
CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n\n```yaml\n(?P<written>.*?)\n```\n\n```text\n(?P<answer>.*?)```$",
    re.MULTILINE | re.DOTALL,
)


def cases():
    for path in sorted(FOLDER.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        found = list(CASE.finditer(text))
        assert len(found) == text.count("```text\n"), f"a case in {path.name} is not well-formed"
        for case in found:
            yield pytest.param(path, case["title"], id=f"{path.stem}: {case['title']}")


def case_of(path: Path, title: str) -> re.Match[str]:
    text = path.read_text(encoding="utf-8")
    return next(case for case in CASE.finditer(text) if case["title"] == title)


@pytest.mark.parametrize(("path", "title"), list(cases()))
def test_says(update_golden, path, title):
    case = case_of(path, title)
    source, findings = decode("rubric.yml", f"{case['written']}\n".encode())
    rubric, more = parse_rubric(source)
    findings = [*findings, *more]
    has_error = any(finding.severity is Severity.ERROR for finding in findings)
    assert (rubric is None) == has_error
    answer = "".join(f"{line}\n" for line in render_findings(findings).splitlines())
    if update_golden:
        text = path.read_text(encoding="utf-8")
        start, end = case.span("answer")
        path.write_text(text[:start] + answer + text[end:], encoding="utf-8", newline="\n")
    else:
        assert case["answer"] == answer


def test_there_are_enough_broken_rubrics():
    answers = [
        case["answer"] for path in FOLDER.glob("*.md") for case in CASE.finditer(path.read_text())
    ]
    assert sum(" error: " in answer for answer in answers) >= 60
