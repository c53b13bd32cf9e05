"""Corpus × Rubric × Scores → Report: how interviews and portfolio stand to what is asked."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from shoptalk.findings.finding import Finding, Place, Severity, in_order
from shoptalk.outreach.joining import completed
from shoptalk.outreach.led_to import Asked, led_to
from shoptalk.outreach.request import NO_OUTREACH, Outreach
from shoptalk.reading.corpus import Corpus, ReadFile, keeping_everything
from shoptalk.reading.field_faults import placeholder
from shoptalk.reading.interview import Interview
from shoptalk.rubric.condition_parts import is_recorded
from shoptalk.rubric.conditions import Evidence, Held, Shortfall
from shoptalk.rubric.levels import Case, fitting_level
from shoptalk.rubric.material import Material
from shoptalk.rubric.outcome import Outcome
from shoptalk.rubric.rubric import Criterion, Group, Judge, Level, Rubric, Scope
from shoptalk.rubric.scores import NO_SCORES, Scores, fingerprint
from shoptalk.rubric.unread_messages import unread_messages

PORTFOLIO = "interviews"
"""The path of findings that are about the portfolio as a whole."""


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
        return tuple(in_order(found))

    @property
    def is_complete(self) -> bool:
        """Whether nothing is to mend: nothing but notes speaks against the file or its outcomes."""
        of_file = any(one.severity is not Severity.NOTE for one in self.file.findings)
        return not of_file and all(outcome.met for outcome in self.outcomes)

    @property
    def is_finished(self) -> bool:
        """Whether it holds an interview that is no draft, and so counts."""
        return self.file.interview is not None and not self.file.interview.draft


@dataclass(frozen=True, kw_only=True)
class Report:
    """The graded portfolio."""

    rubric: Rubric
    files: tuple[GradedFile, ...]
    portfolio: tuple[Outcome, ...] = ()
    """How all finished interviews together stand to the criteria of that scope."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with the folder or the portfolio rather than within a file."""

    @cached_property
    def finished(self) -> tuple[GradedFile, ...]:
        """The files that count."""
        return tuple(graded for graded in self.files if graded.is_finished)

    @property
    def all_findings(self) -> list[Finding]:
        """Every finding, by file and from top to bottom."""
        found = list(self.findings)
        for file in self.files:
            found += file.findings
        return in_order(found)


def grade(
    corpus: Corpus,
    rubric: Rubric,
    today: datetime.date,
    scores: Scores = NO_SCORES,
    outreach: Outreach = NO_OUTREACH,
) -> Report:
    """Hold each interview, and the portfolio, against the rubric.

    What a draft lacks, and what belongs to a stage that is not over by `today`, is only a note.
    """
    asked = {
        scope: tuple(
            _asked(criterion, rubric, today, outreach.is_kept)
            for criterion in rubric.criteria
            if criterion.scope is scope
        )
        for scope in Scope
    }
    groups = tuple(group for group in rubric.groups if group.best is not None)
    of_interviews = asked[Scope.INTERVIEW]
    whole = Material(
        (),
        outreach,
        led_to(outreach, corpus.files),
        Asked(outreach.entries),
        lacks_private=any(map(_lacks_private, corpus.files)),
        today=today,
    )
    with keeping_everything():
        files = tuple(
            _grade_file(file, of_interviews, groups, scores, whole) for file in corpus.files
        )
    finished = [graded.file for graded in files if graded.is_finished]
    of_portfolio = replace(
        whole,
        interviews=tuple(_completed(file.interview, whole) for file in finished if file.interview),
        is_portfolio=True,
    )
    portfolio = _grade_portfolio(finished, asked[Scope.PORTFOLIO], groups, scores, of_portfolio)
    found = [finding for outcome in portfolio for finding in outcome.findings]
    findings = (*corpus.findings, *found, *unread_messages(rubric, of_portfolio))
    return Report(rubric=rubric, files=files, portfolio=portfolio, findings=findings)


def checkable(rubric: Rubric, has_outreach: bool = False) -> Rubric:
    """A rubric without the criteria that cannot have findings, for those who want nothing else."""
    kept = (
        one
        for one in rubric.criteria
        if any(is_recorded(check, has_outreach) for check in one.checks)
    )
    return replace(rubric, criteria=tuple(kept))


def asks_of_each_alone(rubric: Rubric, has_outreach: bool = False) -> bool:
    """Whether an interview's findings are the same whatever other interviews there are.

    What is asked of the portfolio takes all of them, unless nothing is recorded to hold it against.
    """
    return all(one.scope is Scope.INTERVIEW for one in checkable(rubric, has_outreach).criteria)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A criterion with what its findings weigh today."""

    criterion: Criterion
    is_due: bool
    is_recorded: bool
    """Whether there is a check that can be held against anything."""
    severity: Severity | None


def _asked(
    criterion: Criterion, rubric: Rubric, today: datetime.date, has_outreach: bool
) -> _Asked:
    """A criterion as it is asked today: what is not due, or only a bonus, is a note."""
    stage = rubric.stage_of.get(criterion.stage)
    is_due = stage is None or stage.due is None or today > stage.due
    usual = Severity.NOTE if criterion.bonus else None
    severity = (criterion.severity or usual) if is_due else Severity.NOTE
    recorded = any(is_recorded(one, has_outreach) for one in criterion.checks)
    return _Asked(criterion, is_due, recorded, severity)


def _grade_file(
    file: ReadFile,
    asked: Sequence[_Asked],
    groups: Sequence[Group],
    scores: Scores,
    whole: Material,
) -> GradedFile:
    interview = file.interview
    if interview is None:
        return GradedFile(file=file)
    unfilled = frozenset(
        (found.place.path, found.place.line)
        for found in file.findings
        if found.check == placeholder.id
    )
    material = whole.alone(_completed(interview, whole))
    outcomes = []
    for one in asked:
        made = _outcome(one, material, Severity.NOTE if interview.draft else one.severity)
        if unfilled and not unfilled.isdisjoint(map(_line_of, made.evidence)):
            made = made._replace(unfinished=True)
        outcomes.append(_with_scores(made, scores, file.address, (file,)))
    return GradedFile(file=file, outcomes=_best_of_groups(outcomes, groups))


def _completed(interview: Interview, whole: Material) -> Interview:
    """The conversation with what the requests say that led to it."""
    return completed(interview, whole.led_to.get(interview.source.path, ()))


def _lacks_private(file: ReadFile) -> bool:
    return bool(file.interview and file.interview.withheld and not file.interview.forgotten)


def _line_of(evidence: Evidence) -> tuple[str, int]:
    place = evidence.record.place(evidence.path)
    return place.path, place.line


def _grade_portfolio(
    files: Sequence[ReadFile],
    asked: Sequence[_Asked],
    groups: Sequence[Group],
    scores: Scores,
    material: Material,
) -> tuple[Outcome, ...]:
    outcomes = [
        _with_scores(_outcome(one, material, one.severity), scores, "", files) for one in asked
    ]
    return _best_of_groups(outcomes, groups)


def _outcome(asked: _Asked, material: Material, severity: Severity | None) -> Outcome:
    criterion = asked.criterion
    for condition in criterion.when:
        if condition.hold(material).passed is not True:
            return Outcome(criterion, material, applies=False)
    if not asked.is_recorded:
        return Outcome(criterion, material, is_due=asked.is_due)
    held = [condition.hold(material) for condition in criterion.checks]
    passed = _enough(criterion, held)
    shortfalls = () if passed else [one for each in held for one in each.shortfalls]
    return Outcome(
        criterion,
        material,
        passed=passed,
        proposed=_proposed(criterion, material, held, passed) if criterion.levels else None,
        is_due=asked.is_due,
        findings=tuple([_finding(one, criterion, severity) for one in shortfalls]),
    )


def _enough(criterion: Criterion, held: Sequence[Held]) -> bool | None:
    """Whether enough checks are passed; None while those that nothing records would decide."""
    results = [one.passed for one in held]
    passed, unknown = results.count(True), results.count(None)
    if criterion.passed.is_reached(passed, len(held)):
        return True
    return None if criterion.passed.is_reached(passed + unknown, len(held)) else False


def _proposed(
    criterion: Criterion,
    material: Material,
    held: Sequence[Held],
    passed: bool | None,
) -> Level | None:
    """The first level that fits.

    Where no level has a rule and a person judges, the checks propose none.
    """
    if passed is None:
        return None
    has_rules = any(level.has_rule for level in criterion.levels)
    if criterion.judged_by is not Judge.AUTO and not has_rules:
        return None
    count = sum(one.passed is True for one in held)
    numbers = (condition.measure(material) for condition in criterion.checks)
    measured = next((number for number in numbers if number is not None), 0.0)
    return fitting_level(criterion, Case(count, measured))


def _finding(shortfall: Shortfall, criterion: Criterion, severity: Severity | None) -> Finding:
    evidence, place = shortfall.evidence, shortfall.listed_at or Place(path=PORTFOLIO)
    if evidence:
        place = evidence.record.place(evidence.path)
    named = (criterion.title, criterion.description) if shortfall.names_criterion else ()
    finding = shortfall.wording.at(place, *shortfall.measured, *named)
    return replace(finding, severity=severity) if severity else finding


def _with_scores(
    outcome: Outcome, scores: Scores, address: str, files: Sequence[ReadFile]
) -> Outcome:
    said = scores.of(outcome.criterion.id, address)
    if not said:
        return outcome
    latest = {score.judge: score for score in said}
    given = latest.get(Judge.HUMAN) or latest.get(outcome.criterion.judged_by)
    is_stale = bool(given and given.write_up and given.write_up != fingerprint(files))
    return outcome._replace(scores=said, given=given, is_stale=is_stale)


def _best_of_groups(outcomes: Sequence[Outcome], groups: Sequence[Group]) -> tuple[Outcome, ...]:
    """Of the alternatives in a group only the best count; of the others nothing is asked."""
    spared: set[str] = set()
    for group in groups:
        inside = [one for one in outcomes if one.criterion.group == group.id and one.applies]
        inside.sort(key=lambda one: (-(one.share or 0.0), len(one.findings)))
        spared.update(one.criterion.id for one in inside[group.best :])
    if not spared:
        return tuple(outcomes)
    return tuple(
        one._replace(applies=False, findings=()) if one.criterion.id in spared else one
        for one in outcomes
    )
