"""A question has no answer in the text."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.reading.interview import Interview
from shoptalk.rubric.answered import is_answered, without_answer
from shoptalk.rubric.checks import Fault, RubricCheck


@dataclass(frozen=True, slots=True)
class Options:
    """None."""


@check(Severity.ERROR)
def unanswered_question(question: str, has_heading: bool) -> Wording:
    """A question has no answer in the text.

    ### Why it matters

    A list of questions shows how you prepared, and the answers show what came of it. An answer is
    found by its heading, which repeats the question.

    ### Example

    ```markdown
    ---
    questions:
      - What does a normal Tuesday look like for you?
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - What does a normal Tuesday look like for you?
    ---

    ## What does a normal Tuesday look like for you?

    She starts with what the night left behind.
    ```
    """
    return without_answer(question, has_heading)


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault for each question without an answer."""
    for number, question in enumerate(interview.questions):
        if not is_answered(interview.body, question):
            yield Fault(f"questions[{number}]", (question.ask, question.answer is not None))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each question."""
    return [f"questions[{number}]" for number in range(len(interview.questions))] or ["questions"]


def measure(interview: Interview, options: Options) -> int:
    """How many questions have an answer."""
    return sum(is_answered(interview.body, question) for question in interview.questions)


RUBRIC_CHECK = RubricCheck(
    unanswered_question,
    Options,
    find,
    rests_on,
    measure=measure,
    measures="the number of questions with an answer",
)
