"""Fewer questions are about a topic than the rubric asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.questions.topics import topic_of
from shoptalk.reading.interview import Interview, Question
from shoptalk.reading.slug import slug
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.counting import counted
from shoptalk.rubric.phrases import phrase_in, why_unsuitable


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The topic, phrases that show a question to be about it, and how many must be.

    In a phrase `*` stands for up to four words.
    """

    topic: str
    phrases: tuple[str, ...] = ()
    at_least: int = 1


@check(Severity.ERROR)
def uncovered_topic(topic: str, count: int, at_least: int) -> Wording:
    """Fewer questions are about a topic than the rubric asks for.

    ### Why it matters

    Your course named what a conversation is to cover. A question is about a topic if its `topic`
    says so, or if some of the words that the rubric lists stand in it. One without a `topic` has
    the topic that the question bank gives it, where its words leave no doubt.

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
      - ask: Which turns brought you from nursing to data?
        topic: career-path
    ---
    ```
    """
    verb = "is" if count == 1 else "are"
    return Wording(
        f"{counted(count, 'question')} {verb} about {shown(topic)}; "
        f"the rubric asks for at least {at_least}",
        "ask about it, and say so at the question",
        ("  - ask: …", f"    topic: {topic}"),
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault if too few questions are about the topic."""
    count = measure(interview, options)
    if count < options.at_least:
        yield Fault("questions", (options.topic, count, options.at_least))


def _about(interview: Interview, options: Options) -> list[int]:
    topic = slug(options.topic)
    return [
        number
        for number, question in enumerate(interview.questions)
        if _topic(question) == topic or phrase_in(options.phrases, question.ask)
    ]


def _topic(question: Question) -> str:
    """The topic that a student gave the question, else that of the rules."""
    return slug(question.topic) or topic_of(question.ask).topic


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each question about the topic."""
    return [f"questions[{number}]" for number in _about(interview, options)] or ["questions"]


def measure(interview: Interview, options: Options) -> int:
    """How many questions are about the topic."""
    return len(_about(interview, options))


def unsuitable(options: Options) -> str:
    """None asked for, or a topic or phrases without words."""
    if options.at_least == 0:
        return "at_least: is 0, so it asks for nothing"
    phrases = why_unsuitable(options.phrases, "phrases") if options.phrases else ""
    return why_unsuitable((options.topic,), "topic") or phrases


RUBRIC_CHECK = RubricCheck(
    uncovered_topic,
    Options,
    find,
    rests_on,
    measure=measure,
    measures="the number of questions on the topic",
    pools=True,
    unsuitable=unsuitable,
)
