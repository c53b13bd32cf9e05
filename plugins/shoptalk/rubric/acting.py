"""Whether a plan names something to do, and when: by lists of verbs and of words of time."""

import re
from collections.abc import Sequence
from functools import cache

from shoptalk.rubric.words import (
    LANGUAGES,
    WORD,
    is_mostly_latin,
    listed,
    most_likely,
    phrases,
    words_in,
)

Words = Sequence[str]
Phrases = frozenset[tuple[str, ...]]

CLAUSE_END = re.compile(r"[,;.:!?()\u2013\u2014]+(?=\s|$)|\s(?:and|then|by|und|et|y|so that)\s")
SUBORDINATE = re.compile(
    r"\b(?:whenever|when|because|while|since|if|that|who|which|until|as soon as)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""A part of a sentence that says when or why, and not what will be done."""
DATE = re.compile(r"\d{4}-\d|\b\d{1,2}[./]\d|\b20\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b")
FEWEST_WORDS = 4
"""A plan with fewer, and no verb of doing, is a heading rather than a plan."""
LONGEST_PHRASE = 5


def is_vague(plan: str) -> bool:
    """Whether a plan names no act: only how to be, what to keep in mind, or a noun or two."""
    if not is_mostly_latin(plan):
        return False
    words = words_in(plan)
    language = most_likely(words)
    is_short = len(words) < FEWEST_WORDS
    for one in (language,) if language else LANGUAGES:
        acts = _english_acts(plan) if one == "en" else _acts(plan, one)
        if acts is True:
            return False
        is_short = is_short or acts is False
    return is_short


def says_when(plan: str) -> bool:
    """Whether a plan names a day, a date or another time."""
    if DATE.search(plan):
        return True
    words = words_in(plan)
    return any(_matches(words, at, _when()) for at in range(len(words)))


@cache
def _when() -> Phrases:
    return frozenset().union(*(phrases(language, "when") for language in LANGUAGES))


def _english_acts(plan: str) -> bool | None:
    """Whether an English plan names an act; None where it is neither that nor vague."""
    acts: bool | None = None
    for number, clause in enumerate(CLAUSE_END.split(plan)):
        words = words_in(SUBORDINATE.sub("", clause))
        begin = _after_lead_ins(words)
        if _is_only_thought(words, begin):
            acts = False
            continue
        length = _matches(words, begin, phrases("en", "vague"))
        if length < _matches(words, begin, phrases("en", "doing")):
            length = 0
        # What comes next is an object: in "embrace change" nothing is changed.
        start = begin + length + (length > 0 and words[begin + length - 1] != "to")
        if any(_is_act(words, at, begin, number > 0) for at in range(start, len(words))):
            return True
        if length:
            acts = False
    return acts


def _is_only_thought(words: Words, begin: int) -> bool:
    """Whether whatever a clause names is only thought of: "think about rebuilding my site"."""
    anywhere = phrases("en", "vague_anywhere")
    return bool(_matches(words, begin, phrases("en", "swallowing"))) or any(
        _matches(words, at, anywhere) for at in range(len(words))
    )


def _after_lead_ins(words: Words) -> int:
    """Where a clause begins after "I will", "I want to" and the like."""
    lead_ins, vague = listed("en", "lead_ins"), phrases("en", "vague")
    at = 0
    while at < len(words) and words[at] in lead_ins and not _matches(words, at, vague):
        at += 1
    return at if at < len(words) else 0


def _is_act(words: Words, at: int, begin: int, after_joint: bool) -> bool:
    """Whether a verb of doing stands here, and not the noun that is spelt like it."""
    before = words[at - 1] if at else ""
    if words[at].endswith("ing"):
        is_verb = before in listed("en", "after_start") or (after_joint and at == 0)
        return is_verb and _is_ing(words[at])
    if before in listed("en", "nouns_follow"):
        return False
    if at == begin and words[at] in listed("en", "done"):
        return True
    return bool(_matches(words, at, phrases("en", "doing")))


def _is_ing(word: str) -> bool:
    """Whether it is the form in -ing of a verb of doing: "writing", "running"."""
    doing, stem = listed("en", "doing"), word[:-3]
    return stem in doing or f"{stem}e" in doing or stem[:-1] in doing


def _acts(plan: str, language: str) -> bool | None:
    """The same for the other languages, where a verb and a noun are seldom spelt alike."""
    words = words_in(plan)
    nouns = _german_nouns(plan) if language == "de" else frozenset()
    vague, doing = phrases(language, "vague"), phrases(language, "doing")
    found: bool | None = None
    at = 0
    while at < len(words):
        length = _matches(words, at, vague)
        if length:
            found = False
        elif at not in nouns and _matches(words, at, doing):
            return True
        at += length or 1
    return found


def _german_nouns(plan: str) -> frozenset[int]:
    """Which words have a capital though they are not the first: "das Schreiben"."""
    written = WORD.findall(plan)
    return frozenset(at for at, word in enumerate(written) if at and word[0].isupper())


def _matches(words: Words, at: int, known: Phrases) -> int:
    """How many words from here on are the longest of the known phrases."""
    if at >= len(words) or words[at] not in _first_words(known):
        return 0
    for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
        if tuple(words[at : at + length]) in known:
            return length
    return 0


@cache
def _first_words(known: Phrases) -> frozenset[str]:
    """With what the phrases begin: most words begin none."""
    return frozenset(phrase[0] for phrase in known)
