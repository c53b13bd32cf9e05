"""A question that the rubric asks for was not asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.interview import Interview
from shoptalk.rubric.answered import is_answered, without_answer
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.phrases import numbers_with, why_unsuitable


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Phrases that questions must hold, and whether these need an answer, too.

    In a phrase `*` stands for up to four words.
    """

    questions: tuple[str, ...]
    answered: bool = False


@check(Severity.ERROR)
def missing_question(phrase: str, question: str, has_heading: bool) -> Wording:
    """A question that the rubric asks for was not asked.

    ### Why it matters

    Your course wants some questions asked of everybody, so that the answers can be compared. It
    looks for a few words of them, so the wording around these is yours.

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
    return Wording(
        f"no question has {shown(phrase)} in it; the rubric asks for one",
        "ask it, and list it under 'questions'",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault for each phrase that no question holds, or none that is answered."""
    for phrase in options.questions:
        found = _with(interview, phrase)
        if not found:
            yield Fault("questions", (phrase, "", False))
        elif not _is_met(interview, found, options):
            question = interview.questions[found[0]]
            measured = (phrase, question.ask, question.answer is not None)
            yield Fault(f"questions[{found[0]}]", measured)


def _with(interview: Interview, phrase: str) -> list[int]:
    """The numbers of the questions that hold a phrase."""
    return numbers_with(phrase, (question.ask for question in interview.questions))


def _is_met(interview: Interview, found: list[int], options: Options) -> bool:
    if not options.answered:
        return bool(found)
    return any(is_answered(interview.body, interview.questions[number]) for number in found)


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each question that holds one of the phrases."""
    found = [number for phrase in options.questions for number in _with(interview, phrase)]
    return [f"questions[{number}]" for number in dict.fromkeys(found)] or ["questions"]


def measure(interview: Interview, options: Options) -> int:
    """For how many of the phrases there is a question as asked for."""
    found = (_with(interview, phrase) for phrase in options.questions)
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
