"""A learning that has nothing to do with what was asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.words import is_mostly_latin, language_of, listed_anywhere, words_in

WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u30a0-\u30ff\u3400-\u9fff]{2,}"
)
"""Letters of scripts that put no space between words; Hiragana are left out, as they are what
small words are written in."""
MOST_WORDS_LOOKED_UP = 40
LONGEST_WHOLE_STEM = 4
ENOUGH_TO_TELL = 2_000
"""Characters by which the language of the write-up is told."""
ENDING = 3
"""Letters at the end of a word that may be its ending."""


@dataclass(frozen=True, slots=True)
class Options:
    """None."""


@check(Severity.NOTE)
def untied_learning(text: str) -> Wording:
    """A learning has no word in common with what was asked and answered.

    ### Why it matters

    "Communication is key" can be said without talking to anybody. A learning carries weight where
    one sees which answer it comes from.

    This is a guess: it looks for a word of the learning, small and common ones aside, in the
    questions, the body, and the person's title, organization and industry; for two letters in
    Chinese or Japanese. It is silent where both are in different languages. Other words may say the
    same, so this is a hint. On 72 texts it was made with, 97% of its reports are right and it finds
    94% of the faults; on 15 others, 86% and 86%.

    ### Example

    ```markdown
    ---
    questions:
      - How are the overnight loads checked?
    learnings: [Communication is the key to success.]
    ---
    ```

    ### Write instead

    ```markdown
    ---
    questions:
      - How are the overnight loads checked?
    learnings: [A load that fails at night is explained to three clinics before nine.]
    ---
    ```
    """
    return Wording(
        f"{shown(text, 60)} has no word in common with any question or answer",
        "say what in the conversation it comes from",
    )


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault for each learning of which no word is found elsewhere."""
    if not interview.learnings:
        return
    about = _about(interview)
    body = ""
    for number, learning in enumerate(interview.learnings):
        stems = _stems(learning.text)
        if any(_is_in(stem, about) for stem in stems):
            continue
        body = body or f" {interview.body.text.lower()}"
        if not any(_is_in(stem, body) for stem in stems) and not _is_foreign(
            learning.text, about + body
        ):
            yield Fault(f"learnings[{number}]", (learning.text,))


def rests_on(interview: Interview, options: Options) -> list[str]:
    """Each learning, and what was asked."""
    paths = [f"learnings[{number}]" for number in range(len(interview.learnings))]
    asked = [f"questions[{number}]" for number in range(len(interview.questions))]
    return [*(paths or ["learnings"]), *asked]


def _about(interview: Interview) -> str:
    """What is said of the conversation outside its body, in small letters."""
    asked = (question.ask for question in interview.questions)
    person = (interview.name, interview.title, interview.organization, interview.industry)
    return f" {' '.join((*asked, *person)).lower()}"


def _stems(text: str) -> list[str]:
    """The longest of the words that say something, without their endings."""
    said = set(words_in(text)) - listed_anywhere("stop")
    stems = [word[: max(len(word) - ENDING, LONGEST_WHOLE_STEM)] for word in said if len(word) > 2]
    if not text.isascii():
        stems = [stem for stem in stems if not WITHOUT_SPACES.search(stem)]
        for run in WITHOUT_SPACES.findall(text):
            stems += {run[at : at + 2] for at in range(len(run) - 1)}
    return sorted(stems, key=len, reverse=True)[:MOST_WORDS_LOOKED_UP]


def _is_in(stem: str, text: str) -> bool:
    """Whether a word of the text begins with the stem; a short one has to be all of it."""
    at = text.find(stem)
    while at >= 0:
        after = text[at + len(stem) : at + len(stem) + 2].removeprefix("s")
        is_start = not text[at - 1].isalnum() or WITHOUT_SPACES.match(stem)
        is_whole = len(stem) >= LONGEST_WHOLE_STEM or not after[:1].isalnum()
        if is_start and (is_whole or WITHOUT_SPACES.match(stem)):
            return True
        at = text.find(stem, at + 1)
    return False


def _is_foreign(learning: str, others: str) -> bool:
    """Whether a learning is in another language than all the rest."""
    others = others[:ENOUGH_TO_TELL]
    ours, theirs = language_of(learning), language_of(others)
    if ours and theirs:
        return ours != theirs
    return is_mostly_latin(learning) != is_mostly_latin(others)


RUBRIC_CHECK = RubricCheck(untied_learning, Options, find, rests_on)
