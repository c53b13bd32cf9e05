"""A heading that the rubric asks for is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.interview import Interview
from shoptalk.rubric.body_parts import heading_line, headings_with
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.phrases import why_unsuitable


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Phrases that headings must hold, one heading for each; `*` stands for up to four words."""

    headings: tuple[str, ...]


@check(Severity.ERROR)
def missing_heading(heading: str) -> Wording:
    """A heading that the rubric asks for is missing.

    ### Why it matters

    The rubric names the parts of a write-up, and looks for each by its heading. Text that stands
    below another heading is not found as that part.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    I had underrated my years of talking to patients.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    ## Reflection

    I had underrated my years of talking to patients.
    ```
    """
    return Wording(
        f"no heading has {shown(heading)} in it; the rubric asks for one",
        "add it, with the text below it",
        heading_line(heading),
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault for each phrase that no heading holds."""
    for heading in options.headings:
        if not headings_with(interview, heading):
            yield Fault("body", (heading,))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each heading that holds one of the phrases."""
    found = {
        number: f"headings[{number}]"
        for heading in options.headings
        for number in headings_with(interview, heading)
    }
    return list(found.values()) or ["body"]


def measure(interview: Interview, options: Options) -> int:
    """How many of the phrases headings hold."""
    return sum(bool(headings_with(interview, heading)) for heading in options.headings)


def unsuitable(options: Options) -> str:
    """No headings, or some without words."""
    return why_unsuitable(options.headings, "headings")


RUBRIC_CHECK = RubricCheck(
    missing_heading,
    Options,
    find,
    rests_on,
    measure=measure,
    measures="how many of these headings are there",
    measures_at_most=lambda options: len(options.headings),
    unsuitable=unsuitable,
)
