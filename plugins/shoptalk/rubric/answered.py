"""Whether a question has an answer in the text, and what is said of one that has none."""

from shoptalk.findings.check import Wording
from shoptalk.findings.finding import shown
from shoptalk.reading.interview import Question
from shoptalk.reading.sections import Body


def is_answered(body: Body, question: Question) -> bool:
    """Whether a heading repeats the question, and text follows it."""
    return question.answer is not None and bool(body.text_of(question.answer))


def without_answer(question: str, has_heading: bool) -> Wording:
    """What is said of a question without an answer."""
    asked = shown(question, 60)
    if has_heading:
        what = f"{asked} has a heading and no answer below it"
        return Wording(f"{what}; the rubric asks for one", "write below it what you were told")
    return Wording(
        f"{asked} has no answer; the rubric asks for one",
        "repeat it as a heading, and write below it what you were told",
        (f"## {' '.join(question.split())}",),
    )
