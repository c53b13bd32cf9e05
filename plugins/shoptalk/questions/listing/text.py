"""Questions for people at a terminal."""

import textwrap
from collections.abc import Iterable, Iterator

from shoptalk.findings.reporters.text import Style, plain, visible
from shoptalk.questions.listed import Listed, by_topic
from shoptalk.questions.listing.phrases import counts, details

WIDTH = 80


def render_questions(questions: Iterable[Listed], style: Style = plain) -> str:
    """The questions under their topics; `style(text, bold=…)` may colour them."""
    lines = list(_lines(questions, style))
    return "".join(f"{line}\n" for line in lines[:-1])


def _lines(questions: Iterable[Listed], style: Style) -> Iterator[str]:
    for title, listed in by_topic(questions):
        yield style(visible(title), bold=True) + f": {counts(listed)}"
        yield ""
        for one in listed:
            yield from (style(line, bold=True) for line in wrapped(one.question, "  "))
            for detail in details(one):
                yield from wrapped(
                    f"{detail.rstrip('.')}." if detail[-1] != "?" else detail, "    "
                )
            yield ""


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
