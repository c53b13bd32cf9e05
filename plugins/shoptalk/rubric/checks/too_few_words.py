"""A field says less than the rubric asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import count_words, counted
from shoptalk.rubric.field_values import BODY, LISTS, OWN, TEXTS, named, paths_of, said_under


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which field, and how many words it needs in all."""

    field: str
    at_least: int = 1


@check(Severity.ERROR)
def too_few_words(field: str, count: int, at_least: int) -> Wording:
    """A field says less than the rubric asks for.

    ### Why it matters

    One word does not show what you understood. The rubric asks for as many words as a sentence or
    two take, counted over all items of the list together.

    ### Example

    ```markdown
    ---
    learnings:
      - Communication
    applications:
      - do: Ask two people on my course to review my project before I call it done
    ---
    ```

    ### Write instead

    ```markdown
    ---
    learnings:
      - Most of her week goes into agreeing on what a word means, and little of it into code.
    applications:
      - do: Ask two people on my course to review my project before I call it done
    ---
    ```
    """
    if count == 0:
        asked = f"the rubric asks for at least {counted(at_least, 'word')}"
        return _nothing_said(field, asked)
    return Wording(
        f"{named(field)} has {counted(count, 'word')} in all; "
        f"the rubric asks for at least {at_least}",
        "say more, in whole sentences and about this conversation",
    )


def _nothing_said(field: str, asked: str) -> Wording:
    if field == BODY:
        what = "nothing is written below the front matter"
        return Wording(f"{what}; {asked}", "write it below the last ---, in whole sentences")
    help = f"say it under {field!r}, in whole sentences"
    if field in LISTS:
        correction = (f"{field}:", "  - a sentence or two")
        return Wording(f"there are no {field}; {asked}", help, correction)
    return Wording(f"{field!r} is missing; {asked}", help, (f"{field}: …",))


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if the field's texts have fewer words together than asked for."""
    count = measure(interview, options)
    if count < options.at_least:
        yield Fault(options.field, (options.field, count, options.at_least))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each item of the field."""
    return paths_of(interview, options.field)


def measure(interview: Interview, options: Options) -> int:
    """How many words the field has in all."""
    return sum(count_words(said.text) for said in said_under(interview, options.field))


RUBRIC_CHECK = RubricCheck(
    too_few_words,
    Options,
    find,
    rests_on,
    (*LISTS, *TEXTS, OWN, BODY),
    measure=measure,
    pools=True,
    measures="the number of words",
)
