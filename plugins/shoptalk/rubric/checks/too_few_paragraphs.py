"""The text below the front matter has fewer paragraphs than the rubric asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.interview import Interview
from shoptalk.rubric.body_parts import heading_line, headings_with, paragraphs_below
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted
from shoptalk.rubric.phrases import why_unsuitable


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How many paragraphs are needed; `heading`: a phrase of the heading they stand below."""

    at_least: int
    heading: str = ""


@check(Severity.ERROR)
def too_few_paragraphs(count: int, at_least: int, heading: str, is_there: bool) -> Wording:
    """The text below the front matter has fewer paragraphs than the rubric asks for.

    ### Why it matters

    A paragraph takes one thought to its end. The rubric counts those of prose: blocks of text with
    a blank line between them. Lists, headings, code and pictures are none.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    ## What I learnt

    Most of her week goes into agreeing on what a word means.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    ## What I learnt

    Most of her week goes into agreeing on what a word means.

    I had thought of it as work with code, and so had underrated my years of talking to patients.
    ```
    """
    asked = f"the rubric asks for at least {at_least}"
    if heading and not is_there:
        return Wording(
            f"no heading has {shown(heading)} in it, and so no paragraph is below it; {asked}",
            "add the heading, with the text below it",
            heading_line(heading),
        )
    where = f"below {shown(heading)}" if heading else "below the front matter"
    verb = "is" if count == 1 else "are"
    noun = "more paragraph" if count else "paragraph"
    return Wording(
        f"there {verb} {counted(count, 'paragraph')} {where}; {asked}",
        f"write {counted(at_least - count, noun)}, with a blank line before each",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if there are fewer paragraphs than asked for, at the heading if there is one."""
    count = measure(interview, options)
    if count < options.at_least:
        found = headings_with(interview, options.heading) if options.heading else []
        heading = interview.body.sections[found[0]].heading if found else options.heading
        path = f"headings[{found[0]}]" if found else "body"
        yield Fault(path, (count, options.at_least, heading, bool(found)))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each paragraph."""
    found = paragraphs_below(interview, options.heading)
    return [f"paragraphs[{number}]" for number in found] or ["body"]


def measure(interview: Interview, options: Options) -> int:
    """How many paragraphs there are."""
    return len(paragraphs_below(interview, options.heading))


def unsuitable(options: Options) -> str:
    """None asked for, or a heading without words."""
    if options.at_least == 0:
        return "at_least: is 0, so it asks for nothing"
    return why_unsuitable((options.heading,), "heading") if options.heading else ""


RUBRIC_CHECK = RubricCheck(
    too_few_paragraphs,
    Options,
    find,
    rests_on,
    measure=measure,
    measures="the number of paragraphs",
    unsuitable=unsuitable,
)
