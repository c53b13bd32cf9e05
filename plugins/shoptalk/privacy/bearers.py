"""Who bears which name, and which words and initials may mean whom."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from shoptalk.findings.finding import Place
from shoptalk.privacy.folding import folded_words
from shoptalk.privacy.judging import parts_met
from shoptalk.privacy.ordinary_names import OrdinaryNames
from shoptalk.privacy.phrases import is_sign
from shoptalk.privacy.private_values import PrivateValue
from shoptalk.privacy.written_names import WrittenName, written_name

ANYBODY = ""
NOWHERE = Place(path="")
NO_NAME = re.compile(r"[@/\d]")
"""In what may be shown and is nobody's name: addresses, numbers, some organizations."""


class Bearer(NamedTuple):
    """Somebody with a name."""

    value: PrivateValue
    name: WrittenName
    is_allowed: bool
    """The name may be shown: it is looked for only to know that nobody else is meant."""


def bearers_of(
    values: Sequence[PrivateValue], allowed: Sequence[str], ordinary: OrdinaryNames
) -> Iterator[Bearer]:
    """Everybody whose name is looked for, because it is private or because it may be shown."""
    names = [_in_alphabet(text) for text in allowed if not NO_NAME.search(text)]
    of_others = [name for text in names if (name := written_name(text, ordinary))]
    borne_by_others = parts_met(of_others)
    for value in values:
        if value.kind in ("name", "referral"):
            name = written_name(_in_alphabet(value.text), ordinary, borne_by_others)
            if name and value.kind == "referral":
                name = _only_as_a_whole(name, value, ordinary)
            if name:
                yield Bearer(value, name, is_allowed=False)
    for name in of_others:
        nobody = PrivateValue(" ".join(name.atoms), "name", ANYBODY, NOWHERE)
        yield Bearer(nobody, name, is_allowed=True)


def _only_as_a_whole(
    name: WrittenName, value: PrivateValue, ordinary: OrdinaryNames
) -> WrittenName | None:
    """A name of which no part by itself counts: of those recommended little is known."""
    return written_name(_in_alphabet(value.text), ordinary, parts_met([name]))


def _in_alphabet(text: str) -> str:
    """A name without what is written in a script without spaces."""
    return " ".join(part for part in text.split() if not any(map(is_sign, folded_words(part))))


def by_word(bearers: Sequence[Bearer]) -> dict[str, Set[int]]:
    """Whose name each word may belong to, by number."""
    found: dict[str, set[int]] = {}
    for number, bearer in enumerate(bearers):
        for word in bearer.name.words:
            found.setdefault(word, set()).add(number)
    return dict(found)


def by_initial(bearers: Sequence[Bearer]) -> dict[str, Set[int]]:
    """Whose name each initial may belong to, by number."""
    found: dict[str, set[int]] = {}
    for number, bearer in enumerate(bearers):
        for letter in bearer.name.initials:
            found.setdefault(letter, set()).add(number)
    return dict(found)


def counting_alone(bearers: Sequence[Bearer]) -> dict[str, Set[int]]:
    """Whom a word may name by itself in a text about anything."""
    found: dict[str, set[int]] = {}
    for number, bearer in enumerate(bearers):
        for word, atoms in bearer.name.words.items():
            is_whole = bearer.name.needed <= atoms
            if is_whole or (not bearer.is_allowed and bearer.name.counts_alone(word)):
                found.setdefault(word, set()).add(number)
    return dict(found)


def by_home(bearers: Sequence[Bearer]) -> dict[str, Set[int]]:
    """Who a text at each address is about, by number."""
    found: dict[str, set[int]] = {}
    for number, bearer in enumerate(bearers):
        if bearer.value.person:
            found.setdefault(bearer.value.person, set()).add(number)
    return dict(found)


def literals(bearers: Iterable[Bearer]) -> Iterator[str]:
    """Names with digits in them, as the sieve looks for them."""
    for bearer in bearers:
        for text in bearer.value.text.split():
            if any(map(str.isdecimal, text)) and any(map(str.isalpha, text)):
                yield text.lower()
