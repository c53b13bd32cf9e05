"""Questions for people at a terminal."""

import re
import textwrap
from collections.abc import Iterable, Iterator

from shoptalk.findings.reporters.text import Style, plain, visible
from shoptalk.questions.listed import Listed, by_topic
from shoptalk.questions.listing.phrases import MOST_WORDINGS, counts, details, who_and_when

WIDTH = 80
PARAGRAPHS = re.compile(r"\n\s*\n")
NEW_LINE = re.compile(r"\n(?=\s*(?:[-*+>#|`~]|\d+[.)]\s))")
"""Where something begins that has a line to itself in Markdown, such as an item of a list."""


def render_questions(
    questions: Iterable[Listed], style: Style = plain, *, answers: bool = False
) -> str:
    """The questions under their topics, with all answers and wordings if these are wanted.

    `style(text, bold=…)` may colour them.
    """
    lines = list(_lines(questions, style, answers))
    return "".join(f"{line}\n" for line in lines[:-1])


def _lines(questions: Iterable[Listed], style: Style, answers: bool) -> Iterator[str]:
    for title, listed in by_topic(questions):
        yield style(visible(title), bold=True) + f": {counts(listed)}"
        yield ""
        for one in listed:
            yield from (style(line, bold=True) for line in wrapped(one.question, "  "))
            for detail in details(one, None if answers else MOST_WORDINGS):
                yield from wrapped(
                    f"{detail.rstrip('.')}." if detail[-1] != "?" else detail, "    "
                )
            if answers:
                yield from _answers(one)
            yield ""


def _answers(one: Listed) -> Iterator[str]:
    for asked in one.answered:
        yield ""
        yield from wrapped(f"{who_and_when(asked)}:", "    ")
        for number, paragraph in enumerate(PARAGRAPHS.split(asked.answer)):
            if number:
                yield ""
            for line in NEW_LINE.split(paragraph):
                yield from wrapped(line, "      ")


def wrapped(text: str, indent: str) -> list[str]:
    """A text on lines that a terminal has room for, each behind an indent."""
    return textwrap.wrap(
        visible(" ".join(text.split())),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
