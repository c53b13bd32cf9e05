"""Fewer questions were written for this person than the rubric asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How many there must be."""

    at_least: int


@check(Severity.ERROR)
def too_few_personal_questions(count: int, at_least: int) -> Wording:
    """Fewer questions were written for this person than the rubric asks for.

    ### Why it matters

    A question that fits only this person shows that you read up on them, and gets an answer that
    nobody else can give. Mark such a question with `personal: true`.

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
      - ask: How did you move from nursing to data?
        personal: true
    ---
    ```
    """
    verb = "is" if count == 1 else "are"
    more = "" if count == 0 else " more"
    them = "it" if at_least - count == 1 else "them"
    return Wording(
        f"{counted(count, 'question')} {verb} marked as personal; "
        f"the rubric asks for at least {at_least}",
        f"ask {at_least - count}{more} that you wrote for this person, and mark {them}",
        ("  - ask: …", "    personal: true"),
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if fewer questions are personal than asked for."""
    count = measure(interview, options)
    if count < options.at_least:
        yield Fault("questions", (count, options.at_least))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each personal question."""
    return [
        f"questions[{number}].personal"
        for number, question in enumerate(interview.questions)
        if question.personal
    ] or ["questions"]


def measure(interview: Interview, options: Options) -> int:
    """How many questions are personal."""
    return sum(question.personal for question in interview.questions)


def unsuitable(options: Options) -> str:
    """None asked for."""
    return "" if options.at_least else "at_least: is 0, so it asks for nothing"


RUBRIC_CHECK = RubricCheck(
    too_few_personal_questions,
    Options,
    find,
    rests_on,
    measure=measure,
    measures="the number of personal questions",
    pools=True,
    unsuitable=unsuitable,
)
