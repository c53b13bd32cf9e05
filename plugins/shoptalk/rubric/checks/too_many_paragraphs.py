"""The text below the front matter has more paragraphs than the rubric allows."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.interview import Interview
from shoptalk.rubric.body_parts import headings_with, paragraphs_below
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted
from shoptalk.rubric.phrases import why_unsuitable


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How many paragraphs are allowed; `heading`: a phrase of the heading they stand below."""

    at_most: int
    heading: str = ""


@check(Severity.ERROR)
def too_many_paragraphs(count: int, at_most: int, heading: str) -> Wording:
    """The text below the front matter has more paragraphs than the rubric allows.

    ### Why it matters

    Your course asked for a short text, and a limit is the same for all. Paragraphs are blocks of
    prose with a blank line between them; lists, headings, code and pictures are none.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    ## Summary

    Most of her week goes into agreeing on what a word means.

    Little of it goes into code.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    ## Summary

    Most of her week goes into agreeing on what a word means, and little of it into code.
    ```
    """
    where = f"below {shown(heading)}" if heading else "below the front matter"
    return Wording(
        f"there are {count} paragraphs {where}; the rubric allows at most {at_most}",
        f"join paragraphs, or cut at least {counted(count - at_most, 'paragraph')}",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault at the first paragraph too many."""
    found = paragraphs_below(interview, options.heading)
    if len(found) > options.at_most:
        sections = interview.body.sections
        headings = headings_with(interview, options.heading) if options.heading else []
        heading = sections[headings[0]].heading if headings else ""
        path = f"paragraphs[{found[options.at_most]}]"
        yield Fault(path, (len(found), options.at_most, heading))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each paragraph."""
    found = paragraphs_below(interview, options.heading)
    return [f"paragraphs[{number}]" for number in found] or ["body"]


def measure(interview: Interview, options: Options) -> int:
    """How many paragraphs there are."""
    return len(paragraphs_below(interview, options.heading))


def unsuitable(options: Options) -> str:
    """None allowed, or a heading without words."""
    if options.at_most == 0:
        return "at_most: is 0; to forbid all text, use not and missing-field"
    return why_unsuitable((options.heading,), "heading") if options.heading else ""


RUBRIC_CHECK = RubricCheck(
    too_many_paragraphs,
    Options,
    find,
    rests_on,
    measure=measure,
    measures="the number of paragraphs",
    unsuitable=unsuitable,
)
