"""What several commands read, and how they say what is wrong with it."""

import datetime
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import click

from shoptalk.checking import read_outreach_of, read_scores_of
from shoptalk.findings.finding import Finding, Severity
from shoptalk.findings.reporters.text import plain, render_findings
from shoptalk.questions.bank import QuestionBank, make_bank
from shoptalk.questions.override_faults import check_overrides
from shoptalk.reading.corpus import Corpus, find_interviews, read_corpus, read_files
from shoptalk.reading.folder import shown_path
from shoptalk.reading.people_meant_faults import check_people_named
from shoptalk.reading.portfolio import INTERVIEWS, interviews_of, is_whole, rubric_for, scores_for
from shoptalk.rubric.grading import Report, grade
from shoptalk.rubric.rubric import Rubric
from shoptalk.rubric.rubric_file import built_in, courses, file_of_course, read_rubric

EXIT_USAGE = 2
MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedPortfolio:
    """A portfolio with its grades."""

    report: Report
    scores_path: Path
    """Where its scores are, or would be."""
    findings: tuple[Finding, ...]
    """What is wrong with the rubric, with the scores, and with the folder of interviews."""


def portfolio_paths(paths: Sequence[Path], here: Path) -> Sequence[Path]:
    """The paths given, or the portfolio that is here."""
    if not paths and not (here / INTERVIEWS).is_dir() and not any(here.glob("*.md")):
        raise click.UsageError("there is no folder interviews/ here; name the portfolio")
    return paths or (here,)


def read_graded(
    paths: Sequence[Path], rubric_name: str | None, here: Path, today: datetime.date
) -> GradedPortfolio:
    """Read a portfolio and grade it; ends the command where there is no rubric to grade by."""
    chosen = [interviews_of(path) for path in paths]
    if rubric_name is None:
        path = rubric_for(chosen[0])
        rubric, findings = read_rubric(path, shown_path(str(path), here) if path else "")
    else:
        rubric, findings = rubric_called(rubric_name)
    usable = usable_rubric(rubric, findings)
    scores_path, *others = dict.fromkeys(map(scores_for, chosen))
    unused = next(filter(os.path.lexists, others), None)
    if unused:
        raise click.UsageError(
            f"{shown_path(str(unused), here)} belongs to another portfolio; grade each by itself"
        )
    found = find_interviews(chosen, here)
    found, scores, faults = read_scores_of(found, scores_path, usable, here, today)
    files = check_overrides(read_files(found.files, today, start=here))
    if all(map(is_whole, chosen)):
        files = check_people_named(files)
    corpus = Corpus(files=tuple(files), findings=found.findings)
    outreach, of_outreach = read_outreach_of(chosen, corpus.files, here)
    of_folder = [fault for fault in corpus.findings if fault.severity is Severity.ERROR]
    return GradedPortfolio(
        report=grade(corpus, usable, today, scores, outreach),
        scores_path=scores_path,
        findings=(*findings, *faults, *of_outreach, *of_folder),
    )


def rubric_called(name: str) -> tuple[Rubric | None, list[Finding]]:
    """A built-in rubric, or that in a file; ends the command where there is neither."""
    path = rubric_file(name)
    return (built_in(name), []) if name in courses() else read_rubric(path, path.as_posix())


def rubric_file(name: str) -> Path:
    """Where the rubric of that name, built in or not, stands; ends the command if nowhere."""
    if name in courses():
        return file_of_course(name)
    path = Path(name)
    if os.path.lexists(path):
        return path
    near = get_close_matches(name, courses(), 1)
    hint = f"did you mean {near[0]!r}?" if near else f"built in are {', '.join(courses())}"
    raise click.UsageError(f"there is no rubric {name!r}, neither built in nor as a file; {hint}")


def known_course(name: str) -> str:
    """The name of a built-in rubric; ends the command where there is none of that name."""
    if name not in courses():
        raise click.UsageError(
            f"there is no built-in rubric '{name}'; choose one of these: {', '.join(courses())}"
        )
    return name


def usable_rubric(rubric: Rubric | None, findings: Iterable[Finding]) -> Rubric:
    """The rubric; ends the command, having said why, where it cannot be used."""
    if rubric is None:
        say(findings)
        raise SystemExit(EXIT_USAGE)
    return rubric


def say(findings: Iterable[Finding]) -> None:
    """Print findings beside the output."""
    style = plain if os.environ.get("NO_COLOR") else click.style
    click.echo(render_findings(findings, style), nl=False, err=True)


def read_bank(paths: Sequence[Path], here: Path, today: datetime.date) -> QuestionBank:
    """The questions of some interviews; says which files were left out."""
    return make_bank(read_said(paths, here, today).files)


def read_said(paths: Sequence[Path], here: Path, today: datetime.date) -> Corpus:
    """Some interviews; says which files cannot be read."""
    corpus = read_corpus(map(interviews_of, paths), today, start=here)
    say(fault for fault in corpus.findings if fault.severity is Severity.ERROR)
    unread = [shown_path(file.path, here) for file in corpus.files if file.interview is None]
    if unread:
        more = f" and {len(unread) - MOST_NAMED} more" if len(unread) > MOST_NAMED else ""
        click.echo(
            f"left out, as it cannot be read: {', '.join(unread[:MOST_NAMED])}{more}; "
            "`shoptalk check` says why",
            err=True,
        )
    return corpus
