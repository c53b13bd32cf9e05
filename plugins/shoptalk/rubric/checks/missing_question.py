"""A question that the rubric asks for was not asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.questions.meaning import signature
from shoptalk.reading.interview import Interview
from shoptalk.rubric.answered import is_answered, without_answer
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.phrases import QUESTION_MARKS, is_question, numbers_with, why_unsuitable


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Questions that must be asked in any wording, or phrases that questions must hold.

    What ends in a question mark is a question. In a phrase `*` stands for up to four words.
    """

    questions: tuple[str, ...]
    answered: bool = False
    """Whether they need an answer, too."""


@check(Severity.ERROR)
def missing_question(wanted: str, question: str, has_heading: bool) -> Wording:
    """A question that the rubric asks for was not asked.

    ### Why it matters

    Your course wants some questions asked of everybody, so that the answers can be compared. The
    wording is yours: a whole question counts however you ask it, and of others only a few words are
    looked for.

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
      - What advice would you give a student?
    ---
    ```
    """
    if question:
        return without_answer(question, has_heading)
    missing = f"asks {shown(wanted)}" if is_question(wanted) else f"has {shown(wanted)} in it"
    return Wording(
        f"no question {missing}; the rubric asks for one",
        "ask it, and list it under 'questions'",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault for each that no question asks or holds, or none that is answered."""
    for wanted in options.questions:
        found = _with(interview, wanted)
        if not found:
            yield Fault("questions", (wanted, "", False))
        elif not _is_met(interview, found, options):
            question = interview.questions[found[0]]
            measured = (wanted, question.ask, question.answer is not None)
            yield Fault(f"questions[{found[0]}]", measured)


def _with(interview: Interview, wanted: str) -> list[int]:
    """The numbers of the questions that ask a question or hold a phrase."""
    asked = [question.ask for question in interview.questions]
    found = numbers_with(wanted.rstrip(f" {QUESTION_MARKS}"), asked)
    if not is_question(wanted):
        return found
    meant = [number for number, ask in enumerate(asked) if signature(ask) == signature(wanted)]
    return sorted({*found, *meant})


def _is_met(interview: Interview, found: list[int], options: Options) -> bool:
    if not options.answered:
        return bool(found)
    return any(is_answered(interview.body, interview.questions[number]) for number in found)


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each question that is one of them, or holds one of the phrases."""
    found = [number for wanted in options.questions for number in _with(interview, wanted)]
    return [f"questions[{number}]" for number in dict.fromkeys(found)] or ["questions"]


def measure(interview: Interview, options: Options) -> int:
    """For how many of them there is a question as asked for."""
    found = (_with(interview, wanted) for wanted in options.questions)
    return sum(_is_met(interview, one, options) for one in found)


def unsuitable(options: Options) -> str:
    """No questions, or some without words."""
    return why_unsuitable(options.questions, "questions")


RUBRIC_CHECK = RubricCheck(
    missing_question,
    Options,
    find,
    rests_on,
    measure=measure,
    measures="how many of these questions were asked",
    measures_at_most=lambda options: len(options.questions),
    pools=True,
    unsuitable=unsuitable,
)
