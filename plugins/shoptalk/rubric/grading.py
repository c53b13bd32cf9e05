"""Corpus × Rubric → Report: which criteria each interview meets, and on what that rests."""

from dataclasses import dataclass, replace

from shoptalk.findings.finding import Finding, Severity
from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.interview import Interview
from shoptalk.rubric.rubric import Criterion, Rubric


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one interview stands to one criterion."""

    criterion: Criterion
    findings: tuple[Finding, ...]
    evidence: tuple[str, ...]
    """The paths of the fields it rests on; `Interview.place` gives their lines."""

    @property
    def met(self) -> bool:
        """Whether nothing but notes speaks against it."""
        return all(finding.severity is Severity.NOTE for finding in self.findings)


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
        GradedFile(
            file=file,
            outcomes=grade_interview(file.interview, rubric) if file.interview else (),
        )
        for file in corpus.files
    )
    return Report(rubric=rubric, files=files, findings=corpus.findings)


def grade_interview(interview: Interview, rubric: Rubric) -> tuple[Outcome, ...]:
    """The outcome of each criterion; what a draft still lacks is only a note."""
    return tuple(_outcome(interview, criterion) for criterion in rubric.criteria)


def _outcome(interview: Interview, criterion: Criterion) -> Outcome:
    findings: list[Finding] = []
    evidence: list[str] = []
    severity = Severity.NOTE if interview.draft else criterion.severity
    for applied in criterion.checks:
        check, options = applied.check, applied.options
        evidence += check.rests_on(interview, options)
        for fault in check.find(interview, options):
            finding = check.wording.at(interview.place(fault.path), *fault.measured)
            findings.append(replace(finding, severity=severity) if severity else finding)
    return Outcome(
        criterion=criterion,
        findings=tuple(findings),
        evidence=tuple(dict.fromkeys(evidence)),
    )
