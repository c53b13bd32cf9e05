"""The sheet to print and take along: one HTML file that asks no other for anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import jinja2

from shoptalk.questions.listing.phrases import PHASES
from shoptalk.questions.plan import PlannedQuestion, in_parts
from shoptalk.reading.prose import web_addresses
from shoptalk.rubric.not_to_ask import NotToAsk
from shoptalk.starter.start import STARTER

USUAL_MINUTES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on it; texts that are not known are empty."""

    name: str
    title: str = ""
    organization: str = ""
    day: str = ""
    minutes: int = USUAL_MINUTES
    research: str = ""
    plan: Sequence[PlannedQuestion] = ()
    not_to_ask: Sequence[NotToAsk] = ()


class Part(NamedTuple):
    """One part of the conversation."""

    title: str
    minutes: int
    first: int
    """The number of its first question."""
    questions: Sequence[PlannedQuestion]


class Piece(NamedTuple):
    """Some text, or a web address."""

    text: str
    is_address: bool


def render_sheet(sheet: Sheet) -> str:
    """The sheet as HTML, in which no text of a file is markup."""
    return _template().render(
        sheet=sheet,
        parts=list(parts_of(sheet.plan, sheet.minutes)),
        research=[list(pieces(line)) for line in sheet.research.splitlines() if line.strip()],
    )


def parts_of(plan: Sequence[PlannedQuestion], minutes: int) -> Iterator[Part]:
    """The parts of a plan, the minutes divided between them by their questions."""
    first = 1
    for phase, questions in in_parts(plan):
        share = max(1, round(minutes * len(questions) / len(plan)))
        yield Part(PHASES[phase].capitalize(), share, first, questions)
        first += len(questions)


def pieces(line: str) -> Iterator[Piece]:
    """A line of notes, its web addresses apart from the rest."""
    for address in web_addresses(line):
        before, _, line = line.partition(address)
        yield Piece(before, False)
        yield Piece(address, True)
    yield Piece(line, False)


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string((STARTER / "sheet.html.jinja").read_text(encoding="utf-8"))
