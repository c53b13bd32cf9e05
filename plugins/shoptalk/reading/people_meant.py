"""Whom the learnings of a portfolio mean by `agrees_with` and `differs_from`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.sections import comparable

Stance = Literal["agrees_with", "differs_from"]
STANCES: tuple[Stance, ...] = ("agrees_with", "differs_from")


class Directory(NamedTuple):
    """The people of a portfolio, by what their own files call them."""

    addresses: frozenset[str]
    """Of all interviews."""
    by_name: Mapping[str, tuple[str, ...]]
    """The addresses of those who have a name or an alias, by that as `comparable` gives it."""

    def meant(self, text: str) -> tuple[str, ...]:
        """The addresses of those whom a text may mean: one where it is clear."""
        if text in self.addresses:
            return (text,)
        return self.by_name.get(comparable(text), ())


class PersonNamed(NamedTuple):
    """Somebody whom a learning names."""

    address: str
    """That of the interview which the learning comes from."""
    learning: int
    """The number of the learning, from 0."""
    stance: Stance
    number: int
    """The number of the person in that list, from 0."""
    text: str
    """The person, as written there."""
    meant: tuple[str, ...]
    """The addresses of those whom the text may mean."""

    @property
    def who(self) -> str:
        """The address of the only other person who is meant; empty where it is not clear."""
        is_clear = len(self.meant) == 1 and self.meant[0] != self.address
        return self.meant[0] if is_clear else ""


def directory_of(files: Iterable[ReadFile]) -> Directory:
    """Everybody whose interview could be read."""
    known = {file.address: file.interview for file in files if file.interview}
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for address, one in known.items():
        for name in {comparable(one.name), comparable(one.alias)} - {""}:
            by_name[name].append(address)
    return Directory(frozenset(known), {name: tuple(found) for name, found in by_name.items()})


def people_named(files: Iterable[ReadFile]) -> tuple[PersonNamed, ...]:
    """Everybody whom the learnings of some interviews name, and who is meant among all of these."""
    files = [file for file in files if file.interview]
    if not any(map(names_people, files)):
        return ()
    directory = directory_of(files)
    return tuple(named for file in files for named in _named_in(file, directory))


def names_people(file: ReadFile) -> bool:
    """Whether a learning says with whom it agrees, or from whom it differs."""
    learnings = file.interview.learnings if file.interview else ()
    return any(one.agrees_with or one.differs_from for one in learnings)


def _named_in(file: ReadFile, directory: Directory) -> Iterator[PersonNamed]:
    for number, learning in enumerate(file.interview.learnings if file.interview else ()):
        for stance in STANCES:
            for at, text in enumerate(getattr(learning, stance)):
                meant = directory.meant(text)
                yield PersonNamed(file.address, number, stance, at, text, meant)
