"""What a question asks, as a set of concepts: two wordings with the same set are one question."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from shoptalk.questions.concept_list import END, Meaning, concepts, token_of
from shoptalk.reading.sections import comparable

LONGEST_ASKED = 60
"""The words that are looked at; what is longer is no question and is grouped by its wording."""
STATEMENT_END = re.compile(r"[;:.!]\s|\s[-–—]\s")
OF_THE_OTHER = frozenset(("you", "your", "yours"))
REFERS_BACK = frozenset(("they", "them", "these", "those"))
IN_ORDER = " before "
KNOWN = "known question: "
YOU, PAST = "you", "past"
UNINFLECTED = ("need", "succeed", "proceed")
NO_PAST = ("are", "get", "be", "been", "being", "keep", "keeps", "make", "makes", "if")
"""Before "you" these make no past of "are you allowed" and "if you were"."""
LATIN_ACCENTS = range(0x300, 0x370)


@lru_cache(maxsize=50_000)
def signature(question: str) -> frozenset[str]:
    """The concepts of a question; its wording alone where they would say too little."""
    text = _asked(question)
    words = _unaccented(text).split()
    lists = concepts()
    if len(words) > LONGEST_ASKED:
        return _wording(text)
    tokens = [token_of(word) for word in words]
    if not _is_english(words, tokens):
        bare = " ".join(word for word in words if word not in lists.articles)
        return _wording(bare or text or question)
    said = [*_phrased(tokens), *_told_as_past(words)]
    meant, left = _meant(said)
    asked = [concept for concept in _asked_in(said) if concept in left]
    counting = _counting(frozenset(asked))
    if not meant and counting <= lists.weak:
        return _wording(text or question)
    found = counting.union([f"{KNOWN}{meaning.name}" for meaning in meant])
    # Who does what to whom is in the order of the words.
    in_order = IN_ORDER.join(filter(counting.__contains__, asked))
    return found if len(counting) < 2 else found | {in_order}


def _meant(said: list[str]) -> tuple[list[Meaning], frozenset[str]]:
    """The questions that these concepts ask, and what none of them covers."""
    lists = concepts()
    known = lists.meanings
    left = frozenset(said)
    possible = [
        meaning
        for concept in dict.fromkeys(said)
        for meaning in known.get(concept, ())
        if meaning.needed <= left and meaning.barred.isdisjoint(left)
    ]
    found: list[Meaning] = []
    while possible:
        weighed = left - lists.small
        best = min(
            possible, key=lambda one: (len(weighed - one.implied), -len(one.needed), one.name)
        )
        found.append(best)
        left -= best.implied
        possible = [meaning for meaning in possible if meaning.needed <= left]
    return found, left


def _counting(left: frozenset[str]) -> frozenset[str]:
    lists = concepts()
    counting = left - lists.unsaid or left
    return counting if counting <= lists.names else counting - lists.faint


def concepts_of(question: str) -> frozenset[str]:
    """All that a question names, small words included, before anything is left unsaid."""
    tokens = _english_tokens(question)
    return frozenset(tokens).union(_phrased(tokens))


def asked_by(question: str) -> tuple[list[Meaning], frozenset[str]]:
    """The known questions that a question asks, the main one first, and what else it names."""
    said = [*_phrased(_english_tokens(question)), *_told_as_past(_words(question))]
    meant, left = _meant(said)
    return meant, _counting(left.intersection(_asked_in(said)) - concepts().scopes)


def _words(question: str) -> list[str]:
    return _unaccented(_asked(question)).split()[:LONGEST_ASKED]


def _asked(question: str) -> str:
    """A question without the commonplace before it: "Every job has bad sides; what are yours?"."""
    end = STATEMENT_END.search(question)
    if not end or "?" in question[: end.start()]:
        return comparable(question)
    said, asked = comparable(question[: end.start()]), comparable(question[end.end() :])
    words = said.split()
    general = words[:1] and words[0] in concepts().commonplace
    commonplace = general and OF_THE_OTHER.isdisjoint(words)
    complete = asked and REFERS_BACK.isdisjoint(asked.split())
    return asked if commonplace and complete else comparable(question)


def _told_as_past(words: list[str]) -> list[str]:
    """The past of "what you learned", which the stem of a verb loses."""
    told = YOU in words and any(
        before not in NO_PAST and _is_past(word)
        for before, subject, word in zip(("", *words), words, words[1:], strict=False)
        if subject == YOU
    )
    return [PAST] if told else []


def _is_past(word: str) -> bool:
    return word in concepts().past_forms or (word.endswith("ed") and word not in UNINFLECTED)


def _english_tokens(question: str) -> list[str]:
    words = _words(question)
    tokens = [token_of(word) for word in words]
    return tokens if _is_english(words, tokens) else []


def why_same(one: str, other: str) -> str:
    """A sentence that says why two wordings are one question, or that they are not."""
    shared = signature(one)
    if shared != signature(other):
        return "They do not ask the same."
    if any(concept.startswith("“") for concept in shared):
        return "Both have the same words, apart from case, punctuation and small words."
    words = _unaccented(comparable(one)).split()
    spelt_out = {token_of(word): word for word in reversed(words)}
    lists = concepts()
    names = sorted(
        _as_said(name, spelt_out) for name in shared - lists.scopes if IN_ORDER not in name
    )
    return f"Both ask about {_listed(names)}."


def _as_said(name: str, spelt_out: Mapping[str, str]) -> str:
    if name.startswith(KNOWN):
        return name.removeprefix(KNOWN)
    return name.replace("-", " ") if name in concepts().names else spelt_out.get(name, name)


def _listed(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _wording(text: str) -> frozenset[str]:
    return frozenset((f"“{text}”",))


def _asked_in(said: list[str]) -> Iterator[str]:
    """The concepts that count, in their order."""
    lists = concepts()
    begun = False
    for token in said:
        if token not in lists.small and not (begun and token in lists.asking):
            yield token
            begun = True


def _phrased(tokens: list[str]) -> Iterator[str]:
    phrases, filler = concepts().phrases, concepts().filler
    tokens = [token for token in tokens if token not in filler]
    ended = (*tokens, END)
    at = 0
    while at < len(tokens):
        for length, alike in phrases.get(tokens[at], ()):
            phrase = ended[at : at + length]
            if phrase in alike:
                yield from alike[phrase]
                at += length - (phrase[-1] == END)
                break
        else:
            yield tokens[at]
            at += 1


def _is_english(words: list[str], tokens: list[str]) -> bool:
    lists = concepts()
    known = sum(map(lists.words.__contains__, words))
    if not known and tokens == words:
        return False
    return known > sum(map(lists.foreign.__contains__, words))


def _unaccented(text: str) -> str:
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    kept = "".join(char for char in apart if ord(char) not in LATIN_ACCENTS)
    return unicodedata.normalize("NFC", kept)
