"""Who is to be forgotten, and what is known of them."""

import datetime
import os
import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from shoptalk.findings.finding import Place
from shoptalk.outreach.names import comparable_name
from shoptalk.privacy.alias import alias_from, alias_of
from shoptalk.privacy.forgetting.pseudonyms import Pseudonym
from shoptalk.privacy.names.finder import Finder
from shoptalk.privacy.names.folding import APOSTROPHES, folded_words
from shoptalk.privacy.names.ordinary_names import SMALL_LETTERS, known_ordinary_names
from shoptalk.privacy.private_values import PrivateValue
from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.folder import PRIVATE

NOBODY = "somebody without an interview"
"""Stands for the address of a person with whom there is no interview."""

NOWHERE = Place(path="")
NO_WORDS: frozenset[str] = frozenset()
APOSTROPHE = re.compile(f"['`\u00b4\u2018\u2019\uff07{APOSTROPHES}]")


@dataclass(frozen=True, kw_only=True)
class Somebody:
    """Who is to be forgotten."""

    name: str
    own: tuple[ReadFile, ...]
    """The person's interviews."""
    pseudonym: Pseudonym
    others: Mapping[str, Set[str]] = field(default_factory=dict)
    """The words of the name of whom another interview is with, by its real path."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """The new addresses of the person's interviews, by the old ones."""
    gone: frozenset[str] = frozenset()
    """The person's interviews that are deleted, relative to the portfolio."""
    has_namesake: bool = False
    """Somebody else is called so: the name means this person only in what is about them."""
    forgotten: datetime.date | None = None
    """The day that is written down where the name is kept nowhere."""

    def home_of(self, path: str) -> str:
        """The address of the person's interview, if a file of the portfolio is about it."""
        at = f"/{path.rsplit('.', 1)[0]}/"
        for file in self.own:
            for address in {file.address, self.moved.get(file.address, file.address)}:
                if any(f"/{folder}/{address}/" in at for folder in ("interviews", PRIVATE)):
                    return file.address
                if f"/{PRIVATE}/{address}-sheet/" in at:
                    return file.address
        return ""

    def others_at(self, path: Path) -> Set[str]:
        """The words of the name of whom an interview is with, unless it is the person's own."""
        return self.others.get(os.path.realpath(path), NO_WORDS)


def somebody_called(
    name: str, corpus: Corpus, alias: str, is_meant: Callable[[ReadFile], bool] | None = None
) -> Somebody:
    """The person with a name; the alias of their interview counts more than the one given.

    Where several are called so, `is_meant` says whether an interview is this one's.
    """
    known = [(file, file.interview) for file in corpus.files if file.interview]
    called_so = [file for file, one in known if _is_same(one.name, name)]
    own = tuple(file for file in called_so if is_meant is None or is_meant(file))
    name = next((one.name for file, one in known if file in own), name)
    others = [(file, one.name) for file, one in known if one.name and file not in own]
    pseudonym = Pseudonym(
        finder=Finder(
            _values(name, own, corpus), [other for file, other in others if file not in called_so]
        ),
        people=frozenset(file.address for file in own) or frozenset((NOBODY,)),
        alias=_alias(own, alias),
        name=name,
        only_whole=not own,
    )
    return Somebody(
        name=name,
        own=own,
        pseudonym=pseudonym,
        has_namesake=is_meant is not None,
        others={os.path.realpath(file.path): {*folded_words(other)} for file, other in others},
    )


def _is_same(name: str, given: str) -> bool:
    """Whether they differ in no more than case, accents, titles, hyphens and apostrophes."""
    words = folded_words(name)
    return bool(words) and (
        words == folded_words(given)
        or _without_apostrophes(name) == _without_apostrophes(given)
        or comparable_name(name) == comparable_name(given)
    )


def _without_apostrophes(name: str) -> list[str]:
    return folded_words(APOSTROPHE.sub("", name))


def names_with(part: str, corpus: Corpus) -> tuple[str, ...]:
    """The names of people with interviews of which a text is a part."""
    words = {*_without_apostrophes(part)}
    names = (file.interview.name for file in corpus.files if file.interview)
    return tuple(
        name for name in dict.fromkeys(names) if words and words < {*_without_apostrophes(name)}
    )


def names_like(name: str, corpus: Corpus) -> tuple[str, ...]:
    """The names of people with interviews that a text is a part of, or else most like."""
    names = {
        " ".join(_without_apostrophes(file.interview.name)): file.interview.name
        for file in corpus.files
        if file.interview and file.interview.name
    }
    close = get_close_matches(" ".join(_without_apostrophes(name)), names, 1)
    return names_with(name, corpus) or tuple(names[one] for one in close)


def _values(name: str, own: Sequence[ReadFile], corpus: Corpus) -> list[PrivateValue]:
    if not own:
        return [] if _is_word(name, corpus) else [PrivateValue(name, "referral", NOBODY, NOWHERE)]
    values = [PrivateValue(name, "name", file.address, NOWHERE) for file in own]
    for file in own:
        if file.interview and file.interview.private:
            values += (
                PrivateValue(text, "contact", file.address, NOWHERE)
                for text in file.interview.private.contact
            )
    return values


def _is_word(name: str, corpus: Corpus) -> bool:
    """Whether a name is but one word that write-ups have in small letters, too."""
    words = folded_words(name)
    if len(words) != 1:
        return False
    texts = (file.source.text for file in corpus.files if file.source)
    return words[0] in known_ordinary_names().words or any(
        words[0] in SMALL_LETTERS.findall(text) for text in texts
    )


def _alias(own: Sequence[ReadFile], given: str) -> str:
    written = [file.interview for file in own if file.interview]
    texts = (
        [alias_of(one) for one in written] + [given] + [alias_from(one.title) for one in written]
    )
    return next(filter(None, texts), "somebody")
