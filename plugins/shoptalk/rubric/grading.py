"""Corpus × Rubric → Report: which criteria each interview meets, and on what that rests."""

from dataclasses import dataclass, replace

from shoptalk.findings.finding import Finding, Severity
from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.field_faults import placeholder
from shoptalk.reading.interview import Interview
from shoptalk.rubric.rubric import Criterion, Rubric


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one interview stands to one criterion."""

    criterion: Criterion
    interview: Interview
    findings: tuple[Finding, ...]
    unfinished: bool = False
    """A placeholder still stands in the evidence; the reading has a finding for it."""

    @property
    def evidence(self) -> tuple[str, ...]:
        """The paths of the fields it rests on; `Interview.line` gives their lines."""
        return _evidence(self.interview, self.criterion)

    @property
    def met(self) -> bool:
        """Whether nothing but notes speaks against it."""
        faults = [finding for finding in self.findings if finding.severity is not Severity.NOTE]
        return not faults and not self.unfinished


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedFile:
    """One file of the corpus with its outcomes; without any where it could not be read."""

    file: ReadFile
    outcomes: tuple[Outcome, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is wrong with the file, from top to bottom."""
        found = list(self.file.findings)
        for outcome in self.outcomes:
            found += outcome.findings
        return tuple(sorted(found, key=lambda finding: finding.sort_key))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The graded portfolio."""

    rubric: Rubric
    files: tuple[GradedFile, ...]
    findings: tuple[Finding, ...]
    """What is wrong with the folder or the rubric rather than within a file."""

    @property
    def all_findings(self) -> list[Finding]:
        """Every finding, by file and from top to bottom."""
        found = list(self.findings)
        for file in self.files:
            found += file.findings
        return sorted(found, key=lambda finding: finding.sort_key)


def grade(corpus: Corpus, rubric: Rubric) -> Report:
    """Hold each interview against the rubric."""
    files = tuple(
        GradedFile(file=file, outcomes=_grade_file(file, rubric)) for file in corpus.files
    )
    return Report(rubric=rubric, files=files, findings=corpus.findings)


def _grade_file(file: ReadFile, rubric: Rubric) -> tuple[Outcome, ...]:
    if file.interview is None:
        return ()
    unfilled = {found.place.line for found in file.findings if found.check == placeholder.id}
    return grade_interview(file.interview, rubric, frozenset(unfilled))


def grade_interview(
    interview: Interview, rubric: Rubric, unfilled: frozenset[int] = frozenset()
) -> tuple[Outcome, ...]:
    """The outcome of each criterion; what a draft still lacks is only a note.

    `unfilled` are the lines on which a placeholder was left in.
    """
    return tuple(_outcome(interview, criterion, unfilled) for criterion in rubric.criteria)


def _outcome(interview: Interview, criterion: Criterion, unfilled: frozenset[int]) -> Outcome:
    findings: list[Finding] = []
    severity = Severity.NOTE if interview.draft else criterion.severity
    for applied in criterion.checks:
        for fault in applied.check.find(interview, applied.options):
            place = interview.place(fault.path)
            finding = applied.check.wording.at(place, *fault.measured)
            findings.append(replace(finding, severity=severity) if severity else finding)
    unfinished = bool(unfilled) and not unfilled.isdisjoint(
        map(interview.line, _evidence(interview, criterion))
    )
    return Outcome(
        criterion=criterion,
        interview=interview,
        findings=tuple(findings),
        unfinished=unfinished,
    )


def _evidence(interview: Interview, criterion: Criterion) -> tuple[str, ...]:
    paths = (
        path
        for applied in criterion.checks
        for path in applied.check.rests_on(interview, applied.options)
    )
    return tuple(dict.fromkeys(paths))
