"""A text is not written in the way that the rubric asks for."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.field_values import (
    BODY,
    CHOICES,
    LISTS,
    OWN,
    TEXTS,
    named,
    paths_of,
    said_under,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which field, and a regular expression for what it must hold."""

    field: str
    pattern: str


@check(Severity.ERROR)
def mismatched_text(field: str, text: str, pattern: str) -> Wording:
    """A text is not written in the way that the rubric asks for.

    ### Why it matters

    Some courses want a text in a fixed form, such as a link to one site or a number of your group.
    A program that collects these texts finds them only in that form.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    link: https://example.org/rosalind
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    link: https://www.example.org/rosalind
    ---
    ```
    """
    if not text:
        what = f"{named(field)} is missing; the rubric asks for a text that matches"
        return Wording(
            f"{what} {shown(pattern, 80)}", "add it in the form that the course asks for"
        )
    what = named(field) if field == BODY else f"{field!r} has {shown(text, 60)}, which"
    return Wording(
        f"{what} does not match the rubric's pattern {shown(pattern, 80)}",
        "write it in the form that the course asks for",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault for each text in which the pattern is not found, and for a field without any."""
    pattern = _compiled(options.pattern)
    texts = said_under(interview, options.field)
    if not texts:
        yield Fault(
            "" if options.field == BODY else options.field, (options.field, "", options.pattern)
        )
    for said in texts:
        if not pattern.search(said.text):
            yield Fault(said.path, (options.field, said.text, options.pattern))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each text of the field."""
    return paths_of(interview, options.field)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    with warnings.catch_warnings(action="ignore"):
        return re.compile(pattern)


def unsuitable(options: Options) -> str:
    """A pattern that is no regular expression."""
    try:
        _compiled(options.pattern)
    except re.error as error:
        at = "" if error.pos is None else f" at character {error.pos + 1}"
        return f"pattern: is no regular expression: {error.msg}{at}"
    except (OverflowError, RecursionError):
        return "pattern: is a regular expression that is too large"
    return ""


RUBRIC_CHECK = RubricCheck(
    mismatched_text,
    Options,
    find,
    rests_on,
    (*TEXTS, *LISTS, *CHOICES, OWN, BODY),
    unsuitable=unsuitable,
)
