"""A field says more than the rubric allows."""

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
    """Which field, and how many words it may have in all."""

    field: str
    at_most: int


@check(Severity.ERROR)
def too_many_words(field: str, count: int, at_most: int) -> Wording:
    """A field says more than the rubric allows.

    ### Why it matters

    Whoever grades reads many write-ups, and a limit is the same for all. Words are counted over all
    items of the list together.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    research: I first read a talk of hers, and then I also read about how the clinic merged.
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    research: Read her talk; the clinic merged in 2025.
    ---
    ```
    """
    return Wording(
        f"{named(field)} has {counted(count, 'word')}; the rubric allows at most {at_most}",
        f"cut at least {counted(count - at_most, 'word')}",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if the field's texts have more words together than allowed."""
    count = measure(interview, options)
    if count > options.at_most:
        yield Fault(options.field, (options.field, count, options.at_most))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each item of the field."""
    return paths_of(interview, options.field)


def measure(interview: Interview, options: Options) -> int:
    """How many words the field has in all."""
    return sum(count_words(said.text) for said in said_under(interview, options.field))


def unsuitable(options: Options) -> str:
    """None allowed."""
    return "" if options.at_most else "at_most: is 0; to forbid a field, use not and missing-field"


RUBRIC_CHECK = RubricCheck(
    too_many_words,
    Options,
    find,
    rests_on,
    (*LISTS, *TEXTS, OWN, BODY),
    measure=measure,
    measures="the number of words",
    pools=True,
    unsuitable=unsuitable,
)
