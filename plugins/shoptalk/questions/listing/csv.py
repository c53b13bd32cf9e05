"""Questions as a table for spreadsheets: a row for each."""

import csv
import io
from collections.abc import Iterable, Iterator

from shoptalk.findings.reporters.escaping import as_cell
from shoptalk.questions.listed import Listed
from shoptalk.questions.listing.phrases import who

COLUMNS = (
    "question",
    "other_wordings",
    "topic",
    "phase",
    "personal",
    "asked",
    "answered",
    "learnings",
    "asked_of",
    "interviews",
    "planned_for",
    "starter",
    "open",
    "courses",
    "when",
    "follow_up",
)


def render_questions(questions: Iterable[Listed]) -> str:
    """The table as CSV of RFC 4180; several things in one cell stand on a line each."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for one in questions:
        writer.writerow(map(as_cell, _cells(one)))
    return text.getvalue()


def _cells(one: Listed) -> Iterator[str]:
    starter = one.starter
    yield one.question
    yield _lines(wording for wording in one.wordings if wording != one.question)
    yield from (one.topic, one.phase, _yes(one.personal))
    yield from (str(len(one.asked)), str(len(one.answered)), str(one.learnings))
    yield _lines(map(who, one.asked))
    yield _lines(asked.address for asked in one.asked)
    yield _lines(map(who, one.skipped))
    yield _yes(starter is not None)
    if starter is None:
        yield from ("", "", "", "")
    else:
        yield from (_yes(starter.open), _lines(starter.courses), starter.when, starter.follow_up)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)


def _yes(is_so: bool) -> str:
    return "yes" if is_so else ""
