"""Grades as tables in Markdown, for pasting into an issue or a learning platform."""

from collections.abc import Iterable, Iterator

from shoptalk.findings.reporters.escaping import as_markdown
from shoptalk.rubric.outcome import Outcome, State
from shoptalk.rubric.reports.gradebook import (
    Gradebook,
    Row,
    Section,
    figure,
    joined_lines,
    sum_of,
    verdict_of,
)
from shoptalk.rubric.reports.text import given_by

MOST_EVIDENCE = 3


def render_grades(book: Gradebook) -> str:
    """A heading and a table for each interview and the portfolio."""
    return "\n".join((*_blocks(book), ""))


def _blocks(book: Gradebook) -> Iterator[str]:
    version = f" ({book.rubric.version})" if book.rubric.version else ""
    yield f"# {as_markdown(book.rubric.title + version)}\n"
    for section in book.sections:
        who = f"{section.name} ({section.address})" if section.name else section.address
        yield f"## {as_markdown(who or 'The portfolio')}\n"
        yield from _table(section)
        yield f"\n**Total:** {sum_of(section.total)}\n"
    verdict = verdict_of(book)
    yield f"## Altogether\n\n**{sum_of(book.total)}**" + (f": {verdict}" if verdict else "")
    open_ends = list(_open_ends(book))
    if open_ends:
        yield "\n" + "\n".join(f"- {as_markdown(one)}" for one in open_ends)


def _open_ends(book: Gradebook) -> Iterator[str]:
    for state in (State.WAITS, State.UNKNOWN, State.WITHHELD):
        yield from (f"{said[0].upper()}{said[1:]}" for said in book.in_state(state))
    for said, paths in (("Draft, not counted", book.drafts), ("Cannot be read", book.unreadable)):
        for path in paths:
            yield f"{said}: {path}"


def _table(section: Section) -> Iterator[str]:
    yield "| Criterion | State | Level | Proposed | Points | Judged by | Evidence |"
    yield "|---|---|---|---|---:|---|---|"
    for row in section.rows:
        yield _joined(_cells(row))


def _cells(row: Row) -> Iterator[str]:
    outcome = row.outcome
    yield outcome.criterion.title
    yield outcome.state.value
    yield row.level or ""
    yield row.proposed_level or ""
    yield _points(row)
    yield _judge(outcome)
    yield joined_lines(row.evidence, MOST_EVIDENCE)


def _points(row: Row) -> str:
    if row.of is None or row.counts_of is None:
        return ""
    points = "?" if row.points is None else figure(row.points)
    bonus = " bonus" if row.outcome.criterion.bonus else ""
    counts = "" if row.counts is None else f"{figure(row.counts)} of "
    weighted = f" (counts for {counts}{figure(row.counts_of)})" if row.counts_of != row.of else ""
    return f"{points} of {figure(row.of)}{bonus}{weighted}"


def _judge(outcome: Outcome) -> str:
    """Who judged, with the comment; or who is to judge."""
    if outcome.given is None:
        return outcome.criterion.judged_by.value
    comment = f': "{outcome.given.comment}"' if outcome.given.comment else ""
    stale = "; stale: the write-up changed since" if outcome.is_stale else ""
    return given_by(outcome) + comment + stale


def _joined(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(as_markdown, cells))} |"
