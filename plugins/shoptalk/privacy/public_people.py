"""Everybody in a portfolio, as the public is to see them: by which name, and at which address."""

import datetime
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from shoptalk.outreach.request import NO_OUTREACH, Outreach
from shoptalk.privacy.alias import alias_from, alias_of
from shoptalk.privacy.asked_people import values_of_requests
from shoptalk.privacy.consent import Agreed, may_show
from shoptalk.privacy.names.finder import Finder, Memory
from shoptalk.privacy.names.linked_names import Pages
from shoptalk.privacy.private_values import (
    PrivateValue,
    agreed_texts,
    private_values,
    same_name,
    title_of_file,
)
from shoptalk.reading.corpus import Corpus
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.folder import OUTREACH
from shoptalk.reading.interview import Interview
from shoptalk.reading.people_meant import Directory, directory_of
from shoptalk.reading.slug import slug

SOMEBODY = "Somebody"
LONGEST_ADDRESS = 80
PAGES_OF_LISTS = ("", "index", "readme")
INSIDE_A_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPeople:
    """Everybody in the portfolio, as the public is to see them on a day."""

    today: datetime.date
    values: tuple[PrivateValue, ...]
    """What must not be seen."""
    allowed: tuple[str, ...]
    """What may be, though some of those values are like it."""
    finder: Finder = field(repr=False)
    agreed_names: frozenset[tuple[str, ...]]
    """The names that may be shown, as `same_name` gives them."""
    shown_names: Mapping[str, str]
    """What each person is called on the own page, by the interview's address."""
    stand_ins: Mapping[str, str]
    """What each is called elsewhere: a draft does not give the name away."""
    stand_ins_by_name: Mapping[tuple[str, ...], str]
    """The same by their names, as `same_name` gives them: somebody recommended is one of them."""
    addresses: Mapping[str, str]
    """The address that each interview gets."""
    drafts: frozenset[str]
    """The addresses of those that are in a preview only."""
    directory: Directory = field(repr=False)
    """Whom the texts of learnings may mean."""
    unread: tuple[str, ...] = ()
    """The files that name others, too, but could not be read."""
    pages: Pages
    """Whom a page is about, by its address in the source and by the one that it gets."""
    memory: Memory = field(default_factory=Memory, repr=False)

    @property
    def cannot_search(self) -> str:
        """Why nobody can know whom a site must not name, where files could not be read."""
        return (
            f"{', '.join(self.unread)} cannot be read as a whole, so who is named there could "
            "not be searched for"
        )

    @property
    def shared_stand_ins(self) -> frozenset[str]:
        """What stands for several people, so that it tells nothing of which is meant."""
        numbers = Counter(self.shown_names.values())
        shared = (one for one, number in numbers.items() if number > 1)
        return frozenset((SOMEBODY, *(one for one in shared if not self._is_agreed(one))))

    def _is_agreed(self, name: str) -> bool:
        return same_name(name) in self.agreed_names

    def finds(self, text: str, home: str) -> bool:
        """Whether a text shows something private."""
        return any(self.finder.find(text, home, self.memory))

    def finder_of_everything(self) -> Finder:
        """One that also looks for texts that are nobody's name: private notes, and drafts."""
        return self.finder.and_for(one for one in self.values if one.kind == "note")

    def homes(self) -> Mapping[str, str]:
        """Whom a page is about, by its path below the site."""
        return {
            f"interviews/{shown}{ending}": address
            for address, shown in self.addresses.items()
            for ending in ("/index.html", ".html")
        }


def public_people(
    corpus: Corpus,
    today: datetime.date,
    allowed: Iterable[str] = (),
    outreach: Outreach = NO_OUTREACH,
) -> PublicPeople:
    """Everybody in a corpus, and in the requests for conversations.

    `allowed` are texts that may be shown besides what was agreed to.
    """
    known = {file.address: file.interview for file in corpus.files if file.interview}
    allowed = tuple(allowed)
    values = (*private_values(corpus, today), *values_of_requests(outreach, corpus, allowed))
    allowed = (*agreed_texts(corpus, today), *allowed)
    finder = Finder(_told_apart(values, allowed), allowed)
    names = {address: _shown_name(address, one, finder, today) for address, one in known.items()}
    stand_ins = {
        address: _stand_in(address, alias_of(one), "", finder) if one.draft else names[address]
        for address, one in known.items()
    }
    addresses = _public_addresses(known, names, finder)
    unread = sorted({one.unread for one in known.values() if one.unread})
    return PublicPeople(
        today=today,
        values=values,
        allowed=allowed,
        finder=finder,
        agreed_names=frozenset(map(same_name, allowed)),
        shown_names=names,
        stand_ins=stand_ins,
        stand_ins_by_name={
            same_name(one.name): stand_ins[address] for address, one in known.items() if one.name
        },
        addresses=addresses,
        pages=Pages({new: old for old, new in addresses.items()} | {one: one for one in known}),
        drafts=frozenset(address for address, one in known.items() if one.draft),
        directory=directory_of(corpus.files),
        unread=(*unread, *(() if outreach.is_whole else (OUTREACH,))),
    )


def _told_apart(values: Iterable[PrivateValue], allowed: Iterable[str]) -> Iterable[PrivateValue]:
    """The values that pages are searched for, each once.

    Many work for the same organization, which is called by its short name where one is at home.
    """
    agreed = frozenset(allowed)
    distinct = {
        (one.text, one.kind, one.person if _is_of_one(one, agreed) else ""): one
        for one in values
        if one.kind != "note"
    }
    return distinct.values()


def _is_of_one(value: PrivateValue, agreed: frozenset[str]) -> bool:
    """Whether it matters in whose write-up it stands."""
    return value.kind in ("name", "organization") or value.text in agreed


def _shown_name(address: str, one: Interview, finder: Finder, today: datetime.date) -> str:
    """The name, or else what stands for it."""
    if one.name and may_show(Agreed.NAME, one, today):
        return one.name
    return _stand_in(address, alias_of(one), title_of_file(one), finder)


def _stand_in(address: str, alias: str, title: str, finder: Finder) -> str:
    """The alias, or else what can be made of the job title, if they tell nothing."""
    texts = (alias, "" if is_placeholder(title) else alias_from(title))
    usable = (text for text in texts if text and not any(finder.find(text, address)))
    return next(usable, SOMEBODY)


def _public_addresses(
    known: Mapping[str, Interview], names: Mapping[str, str], finder: Finder
) -> dict[str, str]:
    """The address of each interview, which tells no more than the name shown.

    Addresses that are alike are numbered in an order that has nothing to do with true names.
    """
    tells = {address: _tells(address, finder, address) for address in known}
    is_named = {address: names[address] == one.name for address, one in known.items()}
    kept = [
        address
        for address, one in known.items()
        if is_named[address] and (one.draft or not tells[address])
    ]
    found = {address: address for address in kept}
    taken = set(map(_page_of, kept))
    for address in sorted(known.keys() - found.keys(), key=lambda one: _order(known[one])):
        found[address] = _new_address(address, names[address], finder, taken.__contains__)
        taken.add(_page_of(found[address]))
    return found


def _order(one: Interview) -> tuple[bool, str, str]:
    """The finished by their dates; the rest is chance."""
    chance = hashlib.sha256(one.source.text.encode("utf-8", "surrogatepass")).hexdigest()
    return one.draft, str(one.date or ""), chance


def _new_address(address: str, name: str, finder: Finder, is_taken: Callable[[str], bool]) -> str:
    """An address from the name shown; folders stay if they tell nothing."""
    folder = address.rpartition("/")[0]
    before = f"{folder}/" if folder and not _tells(folder, finder, address) else ""
    last = slug(name)[:LONGEST_ADDRESS].strip("-")
    base = f"{before}{slug(SOMEBODY) if last in PAGES_OF_LISTS else last}"
    return next(made for made in _numbered(base) if not is_taken(_page_of(made)))


def _numbered(base: str) -> Iterator[str]:
    yield base
    number = 1
    while True:
        number += 1
        yield f"{base}-{number}"


def _tells(address: str, finder: Finder, home: str) -> bool:
    """Whether an address names anybody, also in words that only capitals part."""
    texts = {address, INSIDE_A_WORD.sub(" ", address)}
    return any(any(finder.find(text, home)) for text in texts)


def _page_of(address: str) -> str:
    """What two addresses of one page have in common."""
    page = address.casefold()
    return page.removesuffix("/index").removesuffix("/readme")
