"""Whether a question is open: whether it takes more than a yes or a no to answer it."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from shoptalk.rubric.words import (
    LANGUAGES,
    is_mostly_latin,
    listed,
    listed_anywhere,
    most_likely,
    phrases,
    words_in,
)

Words = Sequence[str]

SENTENCE_END = re.compile(r"((?:(?<!\b\w)(?<!\b\w\w)\.|[!?…:])+)(?=\s|$)")
"""A full stop after one or two letters is that of an abbreviation."""
CLAUSE_END = re.compile(r"[,;()\u2013\u2014]+|\s-\s")
SUBORDINATE = frozenset(("when", "where", "quand", "cuando", "como", "donde", "que"))
"""Ask, unless no verb follows at once: "When you started, were you afraid?"."""
LONGEST_ALTERNATIVES = 7
"""Words in a question that is nothing but alternatives: "Tea or coffee?"."""
LONGEST_FRAME = 8
"""Words within which a polite frame comes to its verb."""


@lru_cache(maxsize=10_000)
def is_open(question: str) -> bool | None:
    """Whether one must tell something to answer; None where nobody can say.

    Of several questions in one the most open decides.
    """
    if _plainly_open().fullmatch(question) and " or " not in question:
        return True
    if not is_mostly_latin(question):
        return None
    is_spanish = "¿" in question
    text = question.replace("¿", " ").replace("¡", " ")
    language = "es" if is_spanish else most_likely(words_in(text))
    parts = SENTENCE_END.split(text)
    sentences = list(zip(parts[::2], [*parts[1::2], ""], strict=False))
    has_mark = any("?" in end for _, end in sentences)
    told = [
        _told(sentence, language, is_spanish)
        for sentence, end in sentences
        if "?" in end or not has_mark or _is_request(words_in(sentence))
    ]
    return True if True in told else (False if False in told else None)


@cache
def _plainly_open() -> re.Pattern[str]:
    """One English sentence that begins with a question word: most questions are like that."""
    words = "|".join(sorted(listed("en", "asks") - SUBORDINATE))
    return re.compile(rf"(?i:{words}) [^.!?…:¿]*\?")


def _told(sentence: str, language: str, is_spanish: bool) -> bool | None:
    """What one sentence says."""
    clauses = [words for part in CLAUSE_END.split(sentence) if (words := words_in(part))]
    flat = [word for words in clauses for word in words]
    if is_spanish and not listed("es", "asks_anywhere").isdisjoint(flat):
        return not _is_whether(flat, "es")
    for number, clause in enumerate(clauses):
        opening = _without_fillers(clause)
        if _is_request(opening):
            return True
        rest = [*opening, *(word for later in clauses[number + 1 :] for word in later)]
        told = _opening(opening, rest, language)
        if told is True and _is_choice(clauses, flat):
            return False
        if told is False and _asks_more(clauses[number + 1 :], flat):
            return True
        if told is not None:
            return told
    if is_spanish or _is_tag(clauses) or _is_choice_alone(clauses):
        return False
    return None


def _opening(words: Words, rest: Words, language: str) -> bool | None:
    """What the first words of a clause say; `rest` goes on to the end of the sentence."""
    if not words:
        return None
    for one in (language,) if language else LANGUAGES:
        told = _opening_in(one, words, rest)
        if told is not None:
            return told
    return None


def _opening_in(language: str, words: Words, rest: Words) -> bool | None:
    first = words[0]
    if first in listed(language, "asks") or (language == "fr" and first.startswith("qu'")):
        goes_on = len(rest) > len(words) and first in SUBORDINATE
        return None if goes_on and not _is_verb(words[1:2], language) else True
    if _is_frame(language, rest):
        return True
    if first in listed(language, "yes_or_no") or _is_inverted(language, words):
        return False
    return None


def _is_verb(words: Words, language: str) -> bool:
    """Whether a verb follows that asks, as after "when" or "quand"."""
    return any(
        word in listed(language, "yes_or_no") or word == "est" or _is_hyphenated(word)
        for word in words
    )


def _is_hyphenated(word: str) -> bool:
    """Whether a French verb and its pronoun have changed places."""
    is_joined = "-" in word and word != "rendez-vous"
    return is_joined and f"-{word.rpartition('-')[2]}" in listed("fr", "inverted")


def _is_inverted(language: str, words: Words) -> bool:
    """Whether verb and pronoun have changed places, in German or French."""
    if language == "de" and len(words) > 1:
        no_verb = words[0] in listed("de", "no_verbs")
        return words[1] in listed("de", "pronouns") and not no_verb
    return language == "fr" and any(map(_is_hyphenated, words[:LONGEST_FRAME]))


def _is_frame(language: str, words: Words) -> bool:
    """Whether an open question stands in a polite frame, such as "Could you tell me how …"."""
    if words[0] in listed(language, "indirect"):
        return not listed(language, "asks").isdisjoint(words[1:])
    if words[0] not in listed(language, "frames"):
        return False
    if language == "en":
        return _is_english_frame(words)
    if _is_whether(words, language):
        return False
    asks = listed(language, "asks")
    if words[0] in ("darf", "dürfte", "puis-je", "pourrais-je", "puedo", "podemos"):
        return not asks.isdisjoint(words[1:])
    tells = listed(language, "tells")
    if words[0][:3] in ("kan", "kön"):
        tells |= listed(language, "tells_if_can")
    near = words[1:] if language == "de" else words[1:LONGEST_FRAME]
    is_claim = any(pair in (("sagen", "dass"), ("dire", "que")) for pair in pairwise(near))
    return not is_claim and any(word.rpartition("'")[2] in tells for word in near)


def _is_whether(words: Words, language: str) -> bool:
    """Whether it asks whether: "Könnten Sie mir sagen, ob …"."""
    asked = listed(language, "whether")
    tells = listed(language, "tells") | {"fragen", "preguntar", "preguntarle", "demander"}
    return any(
        word in asked and words[at - 1].rpartition("'")[2] in tells
        for at, word in enumerate(words)
        if at
    )


def _is_english_frame(words: Words) -> bool:
    softeners = listed("en", "softeners")
    at = next((n for n, word in enumerate(words) if n and word not in softeners), len(words))
    if not 1 < at < min(LONGEST_FRAME, len(words)):
        return False
    first, verb, after = words[0], words[at], words[at + 1 : at + LONGEST_FRAME]
    if not listed("en", "whether").isdisjoint(after[:2]):
        return False
    asks = listed("en", "asks")
    if verb in listed("en", "indirect") and words[1] == "you" and first in ("do", "can"):
        return not asks.isdisjoint(after)
    if verb in listed("en", "hears") and words[1] != "you":
        return not (asks | {"about", "more"}).isdisjoint(after)
    if first == "do" and "mind" not in words[:at]:
        return False
    if verb in ("tell", "telling"):
        return bool({"me", "us"} & set(after[:2]))
    if verb == "think":
        return after[:1] == ["of"] or after[:1] == ("of",)
    if verb in listed("en", "tells_if_can"):
        return first in ("can", "could", "can't", "couldn't")
    if verb in listed("en", "tells_me"):
        return not listed("en", "gives").isdisjoint(after) and after[:1] != ["that"]
    return verb in listed("en", "tells") and not (first == "would" and "as" in words[at:])


def _without_fillers(words: Words) -> Words:
    """A clause from its first word that says something; "and", "in" and the like come before."""
    fillers = listed_anywhere("fillers")
    at = next((number for number, word in enumerate(words) if word not in fillers), len(words))
    return words[at:]


def _asks_more(later: Sequence[Words], flat: Words) -> bool:
    """Whether an open question is joined to a closed one: "Do you travel, and how often?"."""
    more = listed_anywhere("asks_after_comma")
    if any(words[0] in more for words in later):
        return True
    asks = listed_anywhere("asks")
    joints = frozenset().union(*(phrases(language, "and_then") for language in LANGUAGES))
    return any(
        word in asks and (tuple(flat[at - 1 : at]) in joints or tuple(flat[at - 2 : at]) in joints)
        for at, word in enumerate(flat)
        if at
    )


def _is_choice(clauses: Sequence[Words], flat: Words) -> bool:
    """Whether it names all its answers: "Which do you like better, mornings or evenings?"."""
    return (
        len(clauses) > 1
        and _has_or(clauses[-1])
        and len(clauses[-1]) <= LONGEST_ALTERNATIVES
        and not listed_anywhere("prefers").isdisjoint(flat)
    )


def _is_choice_alone(clauses: Sequence[Words]) -> bool:
    """Whether it is nothing but alternatives."""
    return len(clauses) == 1 and len(clauses[0]) <= LONGEST_ALTERNATIVES and _has_or(clauses[0])


def _has_or(words: Words) -> bool:
    return not listed_anywhere("alternatives").isdisjoint(words[1:])


def _is_tag(clauses: Sequence[Words]) -> bool:
    """Whether it only wants to hear that it is so: "It is stressful, isn't it?"."""
    last = tuple(clauses[-1]) if len(clauses) > 1 else ()
    return any(last in phrases(language, "tags") for language in LANGUAGES)


def _is_request(words: Words) -> bool:
    """Whether it asks to be told, without a question mark."""
    return bool(words) and words[0] in listed_anywhere("tell_imperatives")
