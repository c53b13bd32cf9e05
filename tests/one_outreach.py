"""Holding a list of requests against one check, for the tests of checks."""

from datetime import date

from one_check import interview_of

from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.outreach.request import NO_OUTREACH, Outreach
from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.interview import Interview
from shoptalk.reading.source import Source
from shoptalk.rubric.grading import Report, grade
from shoptalk.rubric.outcome import Outcome
from shoptalk.rubric.rubric import Rubric
from shoptalk.rubric.rubric_file import parse_rubric

TODAY = date(2026, 11, 22)
RUBRIC = "criteria:\n  - {{id: x, title: X, scope: {scope}, checks: [{check}]}}\n"
SHOWN = "private/outreach.yml"


def outreach_of(requests: str, *addresses: str) -> Outreach:
    """The requests of a list as it stands in the file, which has to be without a fault."""
    source = Source(SHOWN, f"requests:\n{requests.rstrip()}\n")
    outreach, findings = parse_outreach(source, addresses, TODAY)
    assert findings == []
    return outreach


def file_of(interview: Interview, address: str) -> ReadFile:
    return ReadFile(
        path=f"{address}.md",
        address=address,
        source=interview.source,
        interview=interview,
        findings=(),
    )


def graded(
    rubric: Rubric, outreach: Outreach, *front_matter: str, today: date = TODAY, body: str = "Text."
) -> Report:
    """Interviews, given as front matter, and requests against a rubric."""
    made = (interview_of(one, body) for one in front_matter)
    files = tuple(file_of(one, f"no-{number}") for number, one in enumerate(made, 1))
    return grade(Corpus(files=files), rubric, today, outreach=outreach)


def hold_requests(
    check: str,
    requests: str | None = None,
    interview: str = "",
    *,
    scope: str = "portfolio",
    today: date = TODAY,
) -> Outcome:
    """How requests, and the conversation they led to if there is one, stand to a check.

    Without a list there is no file of requests.
    """
    rubric, faults = parse_rubric(Source("rubric.yml", RUBRIC.format(scope=scope, check=check)))
    assert rubric, faults
    outreach = NO_OUTREACH if requests is None else outreach_of(requests, "no-1")
    report = graded(rubric, outreach, *([interview] if interview else []), today=today)
    [made] = report.portfolio if scope == "portfolio" else report.files[0].outcomes
    return made
