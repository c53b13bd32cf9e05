"""A field holds something else than what the rubric gives to choose from."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.interview import Interview
from shoptalk.reading.sections import comparable
from shoptalk.reading.traps import plain_or_quoted
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.field_values import CHOICES, LISTS, OWN, TEXTS, paths_of, said_under


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which field, and what it may hold."""

    field: str
    values: tuple[str, ...]


@check(Severity.ERROR)
def unexpected_value(field: str, value: str, values: tuple[str, ...], is_item: bool) -> Wording:
    """A field holds something else than what the rubric gives to choose from.

    ### Why it matters

    Your course named the words to choose from, so that conversations can be compared and counted. A
    word of your own is left out of such a count, also if it means the same.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    industry: Health care and more
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    industry: Healthcare
    ---
    ```
    """
    known = {comparable(one): one for one in values}
    near = get_close_matches(comparable(value), list(known), 1, 0.6)
    meant = known[near[0]] if near else ""
    accepted = f"the rubric accepts {'only ' if len(values) == 1 else ''}{', '.join(values)}"
    if not value:
        corrected = (f"{field}: {plain_or_quoted(values[0])}",) if len(values) == 1 else ()
        return Wording(f"{field!r} is missing; {accepted}", "add it to the front matter", corrected)
    what = f"{field!r} has {shown(value)}; {accepted}"
    if not meant:
        return Wording(what, "write the one of these that fits best")
    if is_item:
        return Wording(what, f"write {shown(meant)} instead")
    return Wording(what, "write it like this", (f"{field}: {plain_or_quoted(meant)}",))


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault for each text of the field that is none of the values, and if there is none."""
    accepted = _accepted(options.values)
    texts = said_under(interview, options.field)
    if not texts:
        yield Fault(options.field, (options.field, "", options.values, False))
    for said in texts:
        if comparable(said.text) not in accepted:
            is_item = said.path != options.field
            yield Fault(said.path, (options.field, said.text, options.values, is_item))


@cache
def _accepted(values: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(comparable, values))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each text of the field."""
    return paths_of(interview, options.field)


def unsuitable(options: Options) -> str:
    """No values to choose from."""
    return "" if options.values else "values: is empty, so nothing could be right"


RUBRIC_CHECK = RubricCheck(
    unexpected_value,
    Options,
    find,
    rests_on,
    (*TEXTS, *LISTS, *CHOICES, OWN),
    unsuitable=unsuitable,
)
