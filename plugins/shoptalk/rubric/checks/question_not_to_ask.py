"""A question that the course says not to ask."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.interview import Interview
from shoptalk.reading.sections import comparable
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.not_to_ask import NotToAsk, counts_as
from shoptalk.rubric.phrases import phrase_in, why_unsuitable


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What not to ask: phrases, and questions, whatever their wording.

    In a phrase `*` stands for up to four words, and `?` at its end for the end of the question.
    """

    phrases: tuple[str, ...] = ()
    questions: tuple[NotToAsk, ...] = ()


@check(Severity.WARNING)
def question_not_to_ask(question: str, phrase: str, item: NotToAsk | None) -> Wording:
    """A question that the course says not to ask.

    ### Why it matters

    An informational interview asks for knowledge. Who is asked for a job, a referral or their pay
    may feel used, and will not take your next call; the rubric counts it against you. What
    beginners in the field earn is a fair question, and does not count as one about the person's
    own pay.

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
    if item is None:
        return Wording(
            f"{shown(question, 60)} is a question not to ask ({shown(phrase)})",
            "ask for knowledge, not for a favour; next time leave it out",
        )
    is_itself = comparable(question) == comparable(item.ask)
    counts = "is" if is_itself else f"counts as {shown(item.ask, 60)},"
    why = f": {item.why.removesuffix('.')}" if item.why else ""
    return Wording(
        f"{shown(question, 60)} {counts} a question not to ask{why}",
        f"ask instead {shown(item.instead, 200)}" if item.instead else "next time leave it out",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault for each question that holds a phrase, or asks what is not to be asked."""
    for number, question in enumerate(interview.questions):
        item = counts_as(question.ask, options.questions)
        phrase = "" if item else phrase_in(options.phrases, question.ask)
        if item or phrase:
            yield Fault(f"questions[{number}]", (question.ask, phrase, item))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each question."""
    return [f"questions[{number}]" for number in range(len(interview.questions))]


def unsuitable(options: Options) -> str:
    """Nothing given, or what has no words."""
    if not (options.phrases or options.questions):
        return "questions: is not given, nor is 'phrases', so there is nothing to look for"
    said = [text for item in options.questions for text in (item.ask, *item.phrases)]
    phrases = why_unsuitable(options.phrases, "phrases") if options.phrases else ""
    return phrases or (why_unsuitable(said, "questions") if said else "")


RUBRIC_CHECK = RubricCheck(question_not_to_ask, Options, find, rests_on, unsuitable=unsuitable)
