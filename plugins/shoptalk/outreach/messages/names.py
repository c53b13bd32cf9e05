"""Names in a message that belong into another one."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from shoptalk.outreach.messages.message import GREETING, NAME_FIRST, WORD
from shoptalk.outreach.messages.phrases import Found, listed, words_of
from shoptalk.outreach.request import Outreach, Request

SHORTEST = 4
"""Letters of an employer's name that is looked for."""
ALIKE = 3
"""Letters in a row that a name shares with what it may be short for."""


@dataclass(frozen=True, slots=True)
class People:
    """Everybody of `outreach.yml`, to be looked up by the words of a text."""

    persons: Mapping[str, frozenset[str]]
    """Who has a name with a word in it, by that word without accents."""
    whole: Mapping[str, tuple[tuple[str, str], ...]]
    """Names and employers by their first word, each with the person."""
    led_to: Mapping[str, tuple[str, ...]]
    """Whom somebody introduced."""


def people_in(outreach: Outreach) -> People:
    """Everybody who was asked, with their employers."""
    persons, whole, led_to = defaultdict(set), defaultdict(list), defaultdict(list)
    for one in outreach.requests:
        for part in _parts(one.name):
            persons[part].add(one.name)
        names = [one.name] if len(one.name.split()) > 1 else []
        names += [one.organization] if len(one.organization) >= SHORTEST else []
        for name in names:
            first = WORD.search(name)
            if first:
                whole[first.group()].append((name, one.name))
        if one.introduced_by:
            led_to[one.introduced_by].append(one.name)
    return People(
        {part: frozenset(names) for part, names in persons.items()},
        {first: tuple(names) for first, names in whole.items()},
        {name: tuple(names) for name, names in led_to.items()},
    )


def wrong_names(request: Request, text: str, people: People) -> Iterator[Found]:
    """Whoever is greeted in the person's place, and people and employers of other requests."""
    greeted = _wrongly_greeted(request, text, people)
    if greeted:
        yield greeted
    found: dict[str, int] = {}
    for word in WORD.finditer(text):
        for name, person in people.whole.get(word.group(), ()):
            at = word.start()
            if person != request.name and text.startswith(name, at) and name not in found:
                found[name] = at
    if not found:
        return
    allowed = _may_be_named(request, people)
    for name, at in found.items():
        ends_word = not text[at + len(name) : at + len(name) + 1].isalnum()
        is_greeted = greeted is not None and at == greeted.at
        if ends_word and not is_greeted and not any(name.casefold() in one for one in allowed):
            yield Found(at, name)


def _wrongly_greeted(request: Request, text: str, people: People) -> Found | None:
    """The name in the greeting, if it is sure to be another one."""
    name = _parts(request.name)
    own = name | _parts(request.organization)
    greeting = GREETING.match(text)
    match = greeting or NAME_FIRST.match(text)
    words = WORD.findall(match["name"]) if match else []
    names = [
        word for word in takewhile(_is_capital, words) if _plain(word) not in words_of("titles")
    ]
    greeted = {_plain(word) for word in names}
    if not match or not names or greeted & own or greeted & words_of("begins_sentence"):
        return None
    if _scripts(names).isdisjoint(_scripts(WORD.findall(request.name))):
        return None
    is_all = not words_of("groups").intersection(map(_plain, words)) and _is_capital(words[-1])
    is_unknown = greeting and is_all and not any(_may_be_meant(word, name) for word in greeted)
    if is_unknown or any(word in people.persons for word in greeted):
        return Found(match.start("name") + match["name"].index(names[0]), " ".join(names))
    return None


def _scripts(words: Iterable[str]) -> set[str]:
    """What some words are written with, such as LATIN: of a name in another one nobody can tell."""
    letters = (letter for word in words for letter in word if letter.isalpha())
    return {unicodedata.name(letter, "").partition(" ")[0] for letter in letters}


def _is_capital(word: str) -> bool:
    """Whether it may be a name; a row of X is a gap."""
    return word[0].isupper() and set(word) != {"X"}


def _may_be_meant(word: str, name: set[str]) -> bool:
    """Whether somebody may be called so: Rosie for Rosalind, Sandy for Alexander."""
    return any(
        word[0] == part[0]
        or listed("nicknames").get(word) == part
        or any(word[at : at + ALIKE] in part for at in range(max(len(word) - ALIKE, 0) + 1))
        for part in name
    )


def _may_be_named(request: Request, people: People) -> list[str]:
    """What the request itself says of others, and whom the person led to."""
    referred = (f"{one.name} {one.organization}" for one in request.referrals)
    said = (request.introduced_by, request.shared, request.why, request.organization)
    led = people.led_to.get(request.name, ())
    return [text.casefold() for text in (*said, request.title, *led, *referred) if text]


def _parts(name: str) -> set[str]:
    return {_plain(part) for part in WORD.findall(name)}


def _plain(word: str) -> str:
    """Without accents, in small letters."""
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in folded if not unicodedata.combining(char))
