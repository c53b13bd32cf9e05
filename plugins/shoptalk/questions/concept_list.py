"""The word list of the questions, and what single words stand for."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from operator import itemgetter
from pathlib import Path

END = "?"
"""Stands behind the last word, so that a phrase can say that nothing follows it."""
SHORTEST_MISSPELT = 5
SURELY_MISSPELT = 7
SPELLINGS = (("our", "or"), ("isation", "ization"), ("ise", "ize"), ("ising", "izing"))
"""British endings and stems, and the American ones that the lists have."""
ENDINGS = (
    ("ies", "y"),
    ("s", ""),
    ("ches", "ch"),
    ("sses", "ss"),
    ("ied", "y"),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
)
ABSENT = "-"
"""Stands before a concept that a set must not have."""

SCOPE_FREE = frozenset(("should", "may-me", "need", "job", "company", "field"))
"""A phrase that means one of these asks nothing about the one who is asked."""

Tokens = tuple[str, ...]
Phrases = Mapping[str, tuple[tuple[int, Mapping[Tokens, Tokens]], ...]]
"""By their first token, the longest first: the phrases of one length, and their concepts."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One question that a set of concepts asks."""

    name: str
    topic: str
    needed: frozenset[str]
    barred: frozenset[str]
    """With one of these it is another question."""
    implied: frozenset[str]
    """The needed concepts and those that go without saying beside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concepts:
    """The word list, as `concepts.yml` gives it."""

    words: Mapping[str, str]
    """The token for each known word: its concept, or a small word itself."""
    names: frozenset[str]
    """Those of all concepts."""
    filler: frozenset[str]
    """Words that may stand within a phrase and count for nothing."""
    small: frozenset[str]
    asking: frozenset[str]
    phrases: Phrases
    meanings: Mapping[str, tuple[Meaning, ...]]
    """By one of the concepts that each needs."""
    scopes: frozenset[str]
    """Whose case it is; counts unless it is the natural scope of a known question."""
    past_forms: frozenset[str]
    commonplace: frozenset[str]
    """What a statement begins with that goes before a question and says nothing."""
    unsaid: frozenset[str]
    """What goes without saying beside anything else."""
    faint: frozenset[str]
    """What goes without saying beside a word that the list does not know."""
    weak: frozenset[str]
    foreign: frozenset[str]
    articles: frozenset[str]


@lru_cache(maxsize=20_000)
def token_of(word: str) -> str:
    """The concept of a word, inflected or misspelt; an unknown word stands for itself."""
    return _listed_token(word, concepts().words) or _respelt(word) or _stem(word)


def _listed_token(word: str, known: Mapping[str, str]) -> str:
    return next((known[form] for form in _forms(word) if form in known), "")


def _forms(word: str) -> Iterator[str]:
    yield word
    american = word
    for british, ending in SPELLINGS:
        american = american.replace(british, ending)
    if american != word:
        yield american
    for ending, instead in ENDINGS:
        if american.endswith(ending) and len(american) > len(ending) + 2:
            stem = american.removesuffix(ending)
            yield stem + instead
            if stem[-1] == stem[-2] and not instead:
                yield stem[:-1]


def _stem(word: str) -> str:
    if not word.isascii() or len(word) < 5:
        return word
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and not word.endswith("ss") and len(word) > len(ending) + 3:
            return word.removesuffix(ending)
    return word


def _respelt(word: str) -> str:
    if not (SHORTEST_MISSPELT <= len(word) <= 20 and word.isascii() and word.isalpha()):
        return ""
    meant = {
        concept
        for left in _with_one_left_out(word)
        for known, concept in _misspellings().get(left, ())
        if known[0] == word[0] and _is_slip(word, known, left, concept)
    }
    return meant.pop() if len(meant) == 1 else ""


def _is_slip(word: str, known: str, left: str, concept: str) -> bool:
    """A letter too many, too few or swapped; another letter only in a long word that counts."""
    if left in (word, known) or sorted(word) == sorted(known):
        return True
    lists = concepts()
    weighs = concept not in lists.small and concept not in lists.filler
    longest = SHORTEST_MISSPELT if weighs else SURELY_MISSPELT
    return len(word) > longest and len(word) == len(known)


def _with_one_left_out(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


@cache
def _misspellings() -> Mapping[str, list[tuple[str, str]]]:
    known = concepts()
    found: dict[str, list[tuple[str, str]]] = {}
    unweighed = known.small | known.filler
    for word, concept in known.words.items():
        if len(word) >= SHORTEST_MISSPELT + (concept in unweighed):
            plural = _plural(word)
            for form in (word,) if plural in known.words else (word, plural):
                for left in _with_one_left_out(form):
                    found.setdefault(left, []).append((form, concept))
    return found


def _plural(word: str) -> str:
    return f"{word.removesuffix('y')}ies" if word.endswith("ty") else f"{word}s"


def named(names: str) -> frozenset[str]:
    """Concepts as a list of rules names them: by their names, or by words that stand for them."""
    known = concepts().names
    return frozenset(name if name in known else token_of(name) for name in names.split())


@cache
def concepts() -> Concepts:
    """The word list, read when the first question is looked at."""
    import yaml

    text = Path(__file__).with_name("concepts.yml").read_text(encoding="utf-8")
    read = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 (it makes nothing but texts)
    filler, small, asking = (
        frozenset(_words(read[kind])) for kind in ("filler", "small", "asking")
    )
    words = {word: word for word in filler | small | asking}
    for concept, listed in read["words"].items():
        words.update(dict.fromkeys(_words(listed), concept))
    names = frozenset(words.values()).union(*map(str.split, read["phrases"]))
    for word in _words_of_phrases(read):
        words.setdefault(word, _listed_token(word, words) or _stem(word))

    scopes = frozenset(_words(read["scopes"]))

    @cache
    def named(listed: str) -> frozenset[str]:
        return frozenset(
            name if name in names else _listed_token(name, words) or _stem(name)
            for name in listed.split()
        )

    return Concepts(
        words=words,
        names=names,
        filler=filler,
        small=small,
        asking=asking,
        phrases=_by_first_token(read, words, filler, scopes),
        meanings=_by_needed(read, named, small, scopes),
        scopes=scopes,
        commonplace=frozenset(_words(read["commonplace"])),
        past_forms=frozenset(_words(read["past-forms"])),
        unsaid=named(read["unsaid"]),
        faint=named(read["faint"]),
        weak=named(read["weak"]),
        foreign=frozenset(_words(read["foreign"])),
        articles=frozenset(_words(read["articles"])),
    )


def _words(listed: str) -> list[str]:
    return listed.split(", ") if listed else []


def _words_of_phrases(read: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for listed in (*read["framing"].values(), *read["phrases"].values()):
        yield from listed.replace(",", " ").replace("|", " ").replace(END, " ").split()


def _by_needed(
    read: Mapping[str, Mapping[str, Mapping[str, str]]],
    named: Callable[[str], frozenset[str]],
    small: frozenset[str],
    scopes: frozenset[str],
) -> Mapping[str, tuple[Meaning, ...]]:
    listed_meanings: list[Meaning] = []
    for topic, meanings in read["meanings"].items():
        natural = named(str(read["natural"][topic]))
        for name, listed in meanings.items():
            sets, _, unsaid = listed.partition(" | ")
            for names in map(str.split, _words(sets)):
                needed = named(" ".join(name for name in names if name[0] != ABSENT))
                barred = named(" ".join(name[1:] for name in names if name[0] == ABSENT))
                unnamed = named(unsaid)
                scope = natural - scopes if unnamed & scopes else natural
                implied = needed | unnamed | scope | named(str(read["unsaid"]))
                listed_meanings.append(Meaning(name, topic, needed, barred, implied))
    sharing = Counter(concept for meaning in listed_meanings for concept in meaning.needed)
    found: dict[str, list[Meaning]] = {}
    for meaning in listed_meanings:
        rarest = min(meaning.needed - small or meaning.needed, key=lambda one: (sharing[one], one))
        found.setdefault(rarest, []).append(meaning)
    return {concept: tuple(meanings) for concept, meanings in found.items()}


def _by_first_token(
    read: Mapping[str, Mapping[str, str]],
    words: Mapping[str, str],
    filler: frozenset[str],
    scopes: frozenset[str],
) -> Phrases:
    @cache
    def choices(alternatives: str) -> list[str]:
        return [_listed_token(word, words) or _stem(word) for word in alternatives.split("|")]

    found: dict[str, dict[int, dict[Tokens, Tokens]]] = {}
    for meant, listed in [("", ", ".join(read["framing"].values())), *read["phrases"].items()]:
        concepts_meant = tuple(meant.split())
        scoped = concepts_meant and not SCOPE_FREE.intersection(concepts_meant)
        for phrase in _words(listed):
            kept = [word for word in phrase.split() if word not in filler]
            for tokens in product(*map(choices, kept)):
                alike = found.setdefault(tokens[0], {}).setdefault(len(tokens), {})
                kept_scope = scopes.intersection(tokens) if scoped else ()
                alike[tokens] = (*concepts_meant, *sorted(kept_scope))
    return {
        first: tuple(sorted(lengths.items(), key=itemgetter(0), reverse=True))
        for first, lengths in found.items()
    }
