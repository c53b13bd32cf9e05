"""A question that the course says not to ask."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.phrases import phrase_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What not to ask: phrases in which `*` stands for up to four words."""

    phrases: tuple[str, ...]


@check(Severity.WARNING)
def question_not_to_ask(question: str, phrase: str) -> Wording:
    """A question that the course says not to ask.

    ### Why it matters

    An informational interview asks for knowledge. Who is asked for a job, a referral or their pay
    may feel used, and will not take your next call; the rubric counts it against you.

    ### Example

    ```markdown
    ---
    questions:
      - Could you refer me to the person who hires?
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - What would you look for if you were filling a junior position?
    ---
    ```
    """
    return Wording(
        f"{shown(question, 60)} is a question not to ask ({shown(phrase)})",
        "ask for knowledge, not for a favour; next time leave it out",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault for each question that holds one of the phrases."""
    for number, question in enumerate(interview.questions):
        phrase = phrase_in(options.phrases, question.ask)
        if phrase:
            yield Fault(f"questions[{number}]", (question.ask, phrase))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each question."""
    return [f"questions[{number}]" for number in range(len(interview.questions))]


RUBRIC_CHECK = RubricCheck(question_not_to_ask, Options, find, rests_on)
