"""Grades for people at a terminal."""

import textwrap
from collections.abc import Iterator

from shoptalk.findings.reporters.text import Style, columns, plain, visible
from shoptalk.rubric.outcome import Outcome, State
from shoptalk.rubric.reports.gradebook import (
    Gradebook,
    Row,
    figure,
    joined_lines,
    sum_of,
    verdict_of,
)
from shoptalk.rubric.rubric import Judge

WIDTH = 80
STATE_WIDTH = max(len(state) for state in State)
INDENT = " " * (STATE_WIDTH + 4)
MOST_EVIDENCE = 4
COLORS = {
    State.MET: "green",
    State.PARTLY: "yellow",
    State.NOT_MET: "red",
    State.WAITS: "cyan",
    State.UNKNOWN: "cyan",
    State.WITHHELD: "cyan",
    State.NOT_DUE: "cyan",
    State.DOES_NOT_APPLY: "white",
}


def render_grades(book: Gradebook, style: Style = plain) -> str:
    """The grades; `style(text, fg=…, bold=…)` may colour them."""
    return "\n".join((*_blocks(book, style), ""))


def _blocks(book: Gradebook, style: Style) -> Iterator[str]:
    version = f" ({book.rubric.version})" if book.rubric.version else ""
    yield style(visible(book.rubric.title + version), bold=True)
    for section in book.sections:
        yield ""
        who = f"{section.path}: {section.name}" if section.name else section.path
        yield style(visible(who or "the portfolio"), bold=True)
        for row in section.rows:
            yield from _row(row, style)
        if section.total.possible or section.total.earned:
            yield f"  {'total':{STATE_WIDTH}}  {sum_of(section.total)}"
    yield ""
    yield from _altogether(book, style)


def _altogether(book: Gradebook, style: Style) -> Iterator[str]:
    yield style("altogether", bold=True) + f"  {sum_of(book.total)}"
    verdict = verdict_of(book)
    if verdict:
        yield f"            {verdict}"
    for state in (State.WAITS, State.UNKNOWN, State.WITHHELD):
        for said in book.in_state(state):
            yield from _wrapped(said, "", "  ")
    for path in book.drafts:
        yield visible(f"not counted, as it is a draft: {path}")
    for path in book.unreadable:
        yield visible(f"cannot be read, `shoptalk check` says why: {path}")


def _row(row: Row, style: Style) -> Iterator[str]:
    state = row.outcome.state
    points = _points(row)
    room = WIDTH - len(INDENT) - len(points) - 2
    first, *rest = textwrap.wrap(visible(row.outcome.criterion.title), room) or [""]
    gap = " " * max(WIDTH - len(INDENT) - columns(first) - len(points), 2)
    padded = style(f"{state.value:{STATE_WIDTH}}", fg=COLORS[state])
    yield f"  {padded}  {first}{gap}{points}".rstrip()
    for line in rest:
        yield INDENT + line
    for detail in _details(row):
        yield from (style(line, dim=True) for line in _wrapped(detail, INDENT, INDENT + "  "))


def _points(row: Row) -> str:
    if row.of is None:
        return ""
    bonus = " bonus" if row.outcome.criterion.bonus else ""
    return f"{'?' if row.points is None else figure(row.points)} of {figure(row.of)}{bonus}"


def _details(row: Row) -> Iterator[str]:
    """What stands below a criterion: levels, who judged it, where to look."""
    outcome = row.outcome
    if not outcome.applies:
        return
    if row.counts_of is not None and row.counts_of != row.of:
        counts = "" if row.counts is None else f"{figure(row.counts)} of "
        yield f"counts for {counts}{figure(row.counts_of)} in the total"
    if outcome.given is not None:
        yield f"{row.level or 'points'}, by {given_by(outcome)}"
        if outcome.given.comment:
            yield f'"{" ".join(outcome.given.comment.split())}"'
        if outcome.is_stale:
            yield "stale: the write-up changed since"
        if row.proposed_level:
            yield f"the checks propose {row.proposed_level}"
    elif outcome.criterion.levels and row.proposed_level:
        is_only_proposed = outcome.criterion.judged_by is not Judge.AUTO
        yield f"the checks propose {row.proposed_level}" if is_only_proposed else row.proposed_level
    for score in outcome.scores:
        if score is not outcome.given:
            said = score.level or f"{figure(score.points or 0)} points"
            yield f"{score.who} ({score.judge.value}) said {said} on {score.when.isoformat()}"
    if row.evidence:
        yield joined_lines(row.evidence, MOST_EVIDENCE)


def given_by(outcome: Outcome) -> str:
    """Who gave the score that counts, and when."""
    given = outcome.given
    if given is None:
        return ""
    role = "" if given.judge is Judge.HUMAN else f" ({given.judge.value})"
    return f"{given.who}{role} on {given.when.isoformat()}"


def _wrapped(text: str, indent: str, further: str) -> list[str]:
    return textwrap.wrap(
        visible(text),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=further,
        break_on_hyphens=False,
        break_long_words=False,
    )
