"""A plan for people at a terminal, with the reason for each question."""

from collections.abc import Iterator, Sequence

from shoptalk.findings.reporters.text import Style, plain
from shoptalk.questions.listing.phrases import PHASES
from shoptalk.questions.listing.text import wrapped
from shoptalk.questions.plan import PlannedQuestion, in_parts


def render_plan(plan: Sequence[PlannedQuestion], style: Style = plain) -> str:
    """The parts of a plan with their questions; `style(text, bold=…)` may colour them."""
    return "".join(f"{line}\n" for line in _lines(plan, style))


def _lines(plan: Sequence[PlannedQuestion], style: Style) -> Iterator[str]:
    number = 0
    for phase, questions in in_parts(plan):
        yield style(PHASES[phase].capitalize(), bold=True)
        for one in questions:
            number += 1
            lead = f"{number:3}. "
            first, *rest = wrapped(one.ask, " " * len(lead)) or [lead]
            yield lead + first.lstrip()
            yield from rest
            yield from wrapped(one.why, " " * (len(lead) + 2))
        yield ""
