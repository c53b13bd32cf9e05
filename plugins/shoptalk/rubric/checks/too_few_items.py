"""A list is shorter than the rubric asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.field_values import LISTS, OWN, paths_of, said_under


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which list, and how many items it needs."""

    field: str
    at_least: int = 1


@check(Severity.ERROR)
def too_few_items(field: str, count: int, at_least: int) -> Wording:
    """A list is shorter than the rubric asks for.

    ### Why it matters

    The rubric is your course's list of what a write-up needs, and it says how many items this list
    must have. With fewer the criterion is not met.

    ### Example

    ```markdown
    ---
    questions:
      - Which skills matter most in your job?
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - Which skills matter most in your job?
      - What does a normal Tuesday look like for you?
      - How did you move from nursing to data?
    ---
    ```
    """
    one = field.removesuffix("s")
    if count == 0:
        what = f"there are no {field}"
    else:
        what = f"there is 1 {one}" if count == 1 else f"there are {count} {field}"
    return Wording(
        f"{what}; the rubric asks for at least {at_least}",
        f"list them under {field!r}" if count == 0 else f"add {at_least - count} more",
        (f"{field}:", f"  - the first {one}") if count == 0 else (),
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if the list has fewer items than asked for."""
    count = measure(interview, options)
    if count < options.at_least:
        yield Fault(options.field, (options.field, count, options.at_least))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each item of the list."""
    return paths_of(interview, options.field)


def measure(interview: Interview, options: Options) -> int:
    """How many items the list has."""
    return len(said_under(interview, options.field))


RUBRIC_CHECK = RubricCheck(
    too_few_items,
    Options,
    find,
    rests_on,
    (*LISTS, OWN),
    measure=measure,
    pools=True,
    measures="the number of items",
)
