"""Too much of the body is what was said, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity
from shoptalk.reading.interview import Interview
from shoptalk.rubric.amounts import Share
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.words import listed, listed_anywhere, words_in

LABEL = re.compile(
    r"(?:(?:[>*+-]|\d{1,3}[.)])\s+){0,3}[*_]{0,3}(?P<name>[^\W\d_][\w .'’-]{0,38}?)[*_]{0,3}"
    r"\s?(?:：|:[*_]{0,3}(?=\s|$))"
)
"""Who speaks, at the start of a line, also in bold and in a list."""
INITIAL_AND_STOP = re.compile(r"[*_]{0,3}(?P<name>[QA])\d{0,3}[.)][*_]{0,3}\s")
LONGEST_LABEL = 60
ASKED = ("I asked", "I then asked", "I also asked", "fragte", "gefragt", "demandé", "pregunté")
"""One of these is in each phrase by which one reports a question."""
AFTER_LABEL = frozenset((" ", "\n", "*", "_", "\xa0", ""))
MOST_SPACES = 4
"""Before the colon of a label, with the sign of a list."""
MOST_WORDS_OF_A_NAME = 3
FEWEST_TURNS = 2
FEWEST_REPORTED = 3
"""Reported questions with their answers; one or two are a story."""


A_FIFTH = Share(0.2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which share of the lines may be turns of speech."""

    at_most: Share = A_FIFTH


@check(Severity.WARNING)
def transcript_instead_of_reflection(turns: int, lines: int, at_most: str) -> Wording:
    """Too much of the body is what was said, word by word.

    ### Why it matters

    A transcript shows that you listened. What you made of it, what surprised you and what matters,
    is what the write-up is for, and nobody else can write it.

    This is a guess: lines count as turns of speech if they begin with `Q:`, `Me:` or the person's
    name, with two labels that take turns, or tell "I asked … she answered" again and again, in
    English, German, French and Spanish. Headings that repeat questions are none. On 60 texts it was
    made with, 100% of its reports are right and it finds 100% of the faults; on 13 others, 100% and
    29%.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    Me: How does your day begin?

    Rosalind: With the overnight loads.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    Her day begins with the overnight loads. I had thought that nobody looks at them by hand.
    ```
    """
    return Wording(
        f"{turns} of {lines} lines ({100 * turns // lines}%) {'is' if turns == 1 else 'are'} what "
        f"was said, turn by turn; the rubric allows {at_most}",
        "say in your own words what it came to, and keep the sentences worth quoting",
    )


class _Paragraph(NamedTuple):
    start: int
    lines: list[str]
    labels: list[str]
    """Who may speak, line by line; empty where a line goes on."""


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault at the first turn if the share of turns is too large."""
    lines, turns, first = _counts(interview)
    if turns > options.at_most.value * lines:
        yield Fault(f"body[{first}]", (turns, lines, str(options.at_most)))


def rests_on(interview: Interview, options: Options) -> tuple[str, ...]:
    """The body."""
    return ("body",)


def measure(interview: Interview, options: Options) -> float:
    """How many percent of the body's lines are turns of speech."""
    lines, turns, _ = _counts(interview)
    return 100 * turns / lines if lines else 0.0


def _counts(interview: Interview) -> tuple[int, int, int]:
    """How many lines of prose there are, how many of them are turns, and where the first is."""
    text = interview.body.text
    if not _may_hold_turns(text):
        return 0, 0, -1
    paragraphs = _paragraphs(text)
    labels = [label for paragraph in paragraphs for label in paragraph.labels]
    speakers = _speakers(labels, interview.name)
    reported = _reported(paragraphs, interview.name)
    turns, first = 0, -1
    for number, paragraph in enumerate(paragraphs):
        spoken = (at for at, label in enumerate(paragraph.labels) if label in speakers)
        begin = 0 if number in reported else next(spoken, len(paragraph.lines))
        turns += len(paragraph.lines) - begin
        if first < 0 and begin < len(paragraph.lines):
            first = paragraph.start + sum(len(line) + 1 for line in paragraph.lines[:begin])
    return len(labels), turns, first


def _may_hold_turns(text: str) -> bool:
    """Whether a closer look is worth its time: for most bodies it is not."""
    if sum(map(text.count, ASKED)) >= FEWEST_REPORTED or "\nQ" in text or "：" in text:
        return True
    at, labels = text.find(":"), 0
    while at >= 0 and labels < FEWEST_TURNS:
        if text[at + 1 : at + 2] in AFTER_LABEL:
            before = text[max(at - LONGEST_LABEL, 0) : at].rpartition("\n")
            is_near = bool(before[1]) or at < LONGEST_LABEL
            labels += is_near and before[2].strip().count(" ") <= MOST_SPACES
        at = text.find(":", at + 1)
    return labels >= FEWEST_TURNS


def _paragraphs(text: str) -> list[_Paragraph]:
    """The paragraphs of prose: no headings, code, comments or addresses of links."""
    found: list[_Paragraph] = []
    fence, goes_on, start = "", False, 0
    for line in text.split("\n"):
        written = line.lstrip()
        sign = written[:3]
        if fence:
            fence = "" if written.startswith(fence) else fence
        elif sign in ("```", "~~~"):
            fence, goes_on = sign, False
        elif not sign or sign[0] == "#" or sign == "<!-" or _is_reference(written):
            goes_on = False
        else:
            if not goes_on:
                found.append(_Paragraph(start, [], []))
                goes_on = True
            found[-1].lines.append(line)
            found[-1].labels.append(_label(written))
        start += len(line) + 1
    return found


def _is_reference(written: str) -> bool:
    return written[0] == "[" and "]:" in written


def _label(written: str) -> str:
    """The words before a colon at the start of a line."""
    start = written[:LONGEST_LABEL]
    if ":" in start or "：" in start:
        match = LABEL.match(start)
    elif "Q" in start[:4] or "A" in start[:4]:
        match = INITIAL_AND_STOP.match(start)
    else:
        return ""
    name = match["name"].strip(" *_") if match else ""
    return name if len(name.split()) <= MOST_WORDS_OF_A_NAME else ""


def _speakers(labels: Sequence[str], name: str) -> frozenset[str]:
    """The labels that are people: two of them, or the person again and again."""
    parts = words_in(name)
    of_person = {*parts, " ".join(parts), "".join(part[0] for part in parts)}
    known = listed_anywhere("speakers") | of_person
    found = {label: _key(label) for label in set(labels) if label and _key(label) in known}
    found |= {label: _key(label) for label in _taking_turns(labels)}
    if len(set(found.values())) > 1:
        return frozenset(found)
    turns_of_person = sum(found.get(label, "") in of_person for label in labels if label)
    return frozenset(found) if turns_of_person >= FEWEST_TURNS else frozenset()


def _taking_turns(labels: Sequence[str]) -> set[str]:
    """Unknown labels that follow one another as people do: first, second, first, second."""
    notes = listed_anywhere("notes")
    found = {
        label
        for four in zip(labels, labels[1:], labels[2:], labels[3:], strict=False)
        if four[0] == four[2] != four[1] == four[3]
        for label in four
    }
    return {label for label in found if label[:1].isupper() and notes.isdisjoint(words_in(label))}


def _key(label: str) -> str:
    """A label without its number: `Q1` is `q`."""
    return " ".join(words_in(label.rstrip("0123456789 .")))


def _reported(paragraphs: Sequence[_Paragraph], name: str) -> frozenset[int]:
    """The paragraphs that tell question after question, and what was answered."""
    found, count = [], 0
    for number, paragraph in enumerate(paragraphs):
        told = " ".join(paragraph.lines)
        if any(asked in told for asked in ASKED):
            asks = sum(map(told.lower().count, listed_anywhere("i_asked")))
            exchanges = min(asks, _answers(words_in(told), {*words_in(name)}))
            if exchanges:
                found.append(number)
                count += exchanges
    return frozenset(found) if count >= FEWEST_REPORTED else frozenset()


def _answers(words: Sequence[str], name: set[str]) -> int:
    """How often somebody answers: "she said", and not "what is not said"."""
    by_whom = listed("en", "third") | name
    in_english = listed("en", "answered")
    elsewhere = listed_anywhere("answered") - in_english
    return sum(
        word in elsewhere or (word in in_english and before in by_whom)
        for before, word in pairwise(words)
    )


RUBRIC_CHECK = RubricCheck(
    transcript_instead_of_reflection,
    Options,
    find,
    rests_on,
    measure=measure,
    measures="the percentage of lines that are turns of speech",
    measures_at_most=lambda options: 100,
    in_percent=True,
)
