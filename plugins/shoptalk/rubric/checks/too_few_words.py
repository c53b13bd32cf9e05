"""A field says less than the rubric asks for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import TEXTS, Fault, RubricCheck

UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no space between words."""

TEXT_OF = {"questions": "ask", "learnings": "text", "applications": "do", "referrals": "name"}
"""Where the text of an item is, for the fields that are lists of records."""


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
        return Wording(
            f"there are no {field}; the rubric asks for at least {at_least} words",
            f"say it under {field!r}, in whole sentences",
            (f"{field}:", "  - a sentence or two"),
        )
    return Wording(
        f"{field!r} has {count} word{'' if count == 1 else 's'} in all; "
        f"the rubric asks for at least {at_least}",
        "say more, in whole sentences and about this conversation",
    )


def count_words(text: str) -> int:
    """Words between spaces; two letters of a script without spaces count as one word."""
    letters = 0 if text.isascii() else len(UNSPACED.findall(text))
    spaced = UNSPACED.sub(" ", text) if letters else text
    return len(spaced.split()) + (letters + 1) // 2


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if the field's texts have fewer words together than asked for."""
    count = sum(map(count_words, _texts(interview, options.field)))
    if count < options.at_least:
        yield Fault(options.field, (options.field, count, options.at_least))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each item of the field."""
    count = len(_texts(interview, options.field))
    items = [f"{options.field}[{number}]" for number in range(count)]
    return items if options.field in TEXT_OF and items else [options.field]


def _texts(interview: Interview, field: str) -> list[str]:
    value = getattr(interview, field)
    if isinstance(value, str):
        return [value] if value else []
    return [getattr(item, TEXT_OF[field]) for item in value]


RUBRIC_CHECK = RubricCheck(too_few_words, Options, find, rests_on, (*TEXT_OF, *TEXTS))
