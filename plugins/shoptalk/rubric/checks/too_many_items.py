"""A list is longer than the rubric allows."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.field_values import LISTS, OWN, paths_of, said_under


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which list, and how many items it may have."""

    field: str
    at_most: int


@check(Severity.ERROR)
def too_many_items(field: str, count: int, at_most: int) -> Wording:
    """A list is longer than the rubric allows.

    ### Why it matters

    A short list makes you choose, and choosing shows what you think matters. Your course set a
    limit, and a list above it does not meet the criterion.

    ### Example

    ```markdown
    ---
    questions:
      - Which skills matter most in your job?
      - What does a normal Tuesday look like for you?
      - How did you move from nursing to data?
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - What does a normal Tuesday look like for you?
      - How did you move from nursing to data?
    ---
    ```
    """
    kept = "the one that says" if at_most == 1 else f"the {at_most} that say"
    return Wording(
        f"there are {count} {field}; the rubric allows at most {at_most}", f"keep {kept} most"
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault at the first item too many."""
    said = said_under(interview, options.field)
    if len(said) > options.at_most:
        path = said[options.at_most].path
        yield Fault(path, (options.field, len(said), options.at_most))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each item of the list."""
    return paths_of(interview, options.field)


def measure(interview: Interview, options: Options) -> int:
    """How many items the list has."""
    return len(said_under(interview, options.field))


def unsuitable(options: Options) -> str:
    """None allowed."""
    return "" if options.at_most else "at_most: is 0; to forbid a field, use not and missing-field"


RUBRIC_CHECK = RubricCheck(
    too_many_items,
    Options,
    find,
    rests_on,
    (*LISTS, OWN),
    measure=measure,
    measures="the number of items",
    pools=True,
    unsuitable=unsuitable,
)
