"""Grading one interview, for tests that have it at hand."""

from datetime import date

from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.interview import Interview
from shoptalk.rubric.grading import grade
from shoptalk.rubric.outcome import Outcome
from shoptalk.rubric.rubric import Rubric


def grade_interview(interview: Interview, rubric: Rubric) -> tuple[Outcome, ...]:
    """The outcome of each criterion: those of the interview, then those of the portfolio."""
    file = ReadFile(
        path="ada.md", address="ada", source=interview.source, interview=interview, findings=()
    )
    report = grade(Corpus(files=(file,)), rubric, date(2026, 11, 22))
    return (*report.files[0].outcomes, *report.portfolio)
