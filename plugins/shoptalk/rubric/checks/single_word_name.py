"""The person's name is a single word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.interview import Interview
from shoptalk.reading.traps import plain_or_quoted
from shoptalk.rubric.checks import Fault, RubricCheck

WITHOUT_SPACES = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\U00020000-\U0003ffff]{2,}"
)
"""Scripts that write a whole name without a space: Thai, Lao, Burmese, Khmer, Kana, Han, Hangul."""


@dataclass(frozen=True, slots=True)
class Options:
    """None."""


@check(Severity.ERROR)
def single_word_name(name: str) -> Wording:
    """The name is one word, and the assignment asks for first and last name.

    ### Why it matters

    By a first name alone the grader cannot tell whom you talked to. Some people have one name only:
    then say so with `mononym: true`. What the public page shows is settled by `consent` and
    `alias`, not by leaving out the last name.

    ### Example

    ```markdown
    ---
    name: Rosalind
    ---
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---
    ```
    """
    return Wording(
        f"{shown(name)} is one word; the assignment asks for first and last name",
        "add the rest of the name, or say that this is all of it",
        (f"name: {plain_or_quoted(name)}", "mononym: true"),
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if the name has a single word; no name is ever split into first and last."""
    name = interview.name
    is_one_word = len(name.split()) == 1 and not re.fullmatch(WITHOUT_SPACES, name)
    if is_one_word and not interview.mononym:
        yield Fault("name", (name,))


RUBRIC_CHECK = RubricCheck(single_word_name, Options, find, lambda interview, options: ("name",))
