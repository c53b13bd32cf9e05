"""Where a portfolio names somebody for certain, and where it may mean them."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from shoptalk.privacy.forgetting.portfolio_files import (
    built_in,
    content_of,
    files_of,
    is_in,
    is_kept,
    own_files_of,
)
from shoptalk.privacy.forgetting.somebody import NOWHERE, Somebody
from shoptalk.privacy.leaks.calendar_text import ESCAPED
from shoptalk.privacy.leaks.site_files import Lines, is_legible, parts_of
from shoptalk.privacy.names.finder import Finder
from shoptalk.privacy.names.folding import folded_words
from shoptalk.privacy.private_values import PrivateValue
from shoptalk.reading.fields import is_placeholder
from shoptalk.reading.source import Span


class Naming(NamedTuple):
    """A place that names somebody."""

    path: str
    """Relative to the portfolio."""
    quotation: str
    line: int = 0
    """From 1; 0 where it is the name of the file, or no text."""
    column: int = 0
    part: str = ""
    """What of the file it is, unless its text."""

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{where}: {self.part + ': ' if self.part else ''}{self.quotation}"


class Search(NamedTuple):
    """What is looked for; both are given the path of the file, too."""

    in_text: Callable[[str, str], Sequence[Span]]
    in_name: Callable[[str, str], bool]
    """Whether the name of a file or a folder is a find."""


def namings_in(root: Path, somebody: Somebody) -> Iterator[Naming]:
    """Every place below a folder that names the person for certain, but in what builds made."""
    return _found(root, own_files_of(root), _certain(somebody))


def doubtful_in(root: Path, somebody: Somebody, kept: Set[str]) -> Iterator[Naming]:
    """Places that may mean the person, for a human to look at; none in folders that are `kept`.

    These are parts of the name by themselves, and in the person's own files the organization and
    the link.
    """
    paths = (path for path in own_files_of(root) if not is_kept(path, kept))
    return _found(root, paths, _doubtful(root, somebody))


def built_naming(root: Path, somebody: Somebody) -> Iterator[str]:
    """The built sites and archives that name the person."""
    for built in built_in(root):
        paths = (path for path in files_of(root) if is_in(path, (built,)))
        if any(_found(root, paths, _certain(somebody))):
            yield built


def _certain(somebody: Somebody) -> Search:
    pseudonym = somebody.pseudonym

    def in_text(text: str, path: str) -> Sequence[Span]:
        home = somebody.home_of(path)
        if somebody.has_namesake and not home:
            return ()
        seen = [Span(one.start, one.end) for one in pseudonym.seen(text, home)]
        addresses = pseudonym.addresses_in(text, home) if home else ()
        return sorted((*seen, *_apart(addresses, seen)))

    def in_name(name: str, path: str) -> bool:
        home = somebody.home_of(path)
        is_about = bool(home) or not somebody.has_namesake
        return is_about and pseudonym.of_name(name, home) != name

    return Search(in_text, in_name)


def _doubtful(root: Path, somebody: Somebody) -> Search:
    certain = _certain(somebody)
    things = _things_finder(somebody)

    def in_text(text: str, path: str) -> Sequence[Span]:
        home = somebody.home_of(path)
        found = [Span(*match.span()) for match in somebody.pseudonym.bare_in(text)]
        for person in somebody.pseudonym.people if somebody.own or somebody.has_namesake else ():
            found += [Span(one.start, one.end) for one in somebody.pseudonym.seen(text, person)]
        if home:
            found += [Span(one.start, one.end) for one in things.find(text, home)]
        others = somebody.others_at(root / path)
        kept = (one for one in found if not others >= {*folded_words(text[slice(*one)])})
        return list(_apart(kept, certain.in_text(text, path)))

    def in_name(name: str, path: str) -> bool:
        return not certain.in_name(name, path) and bool(in_text(name, path))

    return Search(in_text, in_name)


def _things_finder(somebody: Somebody) -> Finder:
    """Looks for what else tells who the person is, in their own files."""
    values = []
    for file in somebody.own:
        one = file.interview
        if one and one.organization and not is_placeholder(one.organization):
            values.append(PrivateValue(one.organization, "organization", file.address, NOWHERE))
        if one and one.link:
            values.append(PrivateValue(one.link, "link", file.address, NOWHERE))
    return Finder(values)


def _apart(found: Iterable[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """Those that do not overlap what is taken, nor each other, from begin to end."""
    end = -1
    for one in sorted(found, key=lambda span: (span.start, -span.end)):
        if one.start >= end and not any(
            one.start < other.end and other.start < one.end for other in taken
        ):
            end = one.end
            yield one


def _found(root: Path, paths: Iterator[str], search: Search) -> Iterator[Naming]:
    met: set[str] = set()
    for path in paths:
        steps = path.split("/")
        for depth, step in enumerate(steps, 1):
            above = "/".join(steps[:depth])
            if above not in met and search.in_name(step, path):
                yield Naming(above, step, part="its name")
            met.add(above)
        yield from _found_inside(root / path, path, search)


def _found_inside(file: Path, path: str, search: Search) -> Iterator[Naming]:
    data = content_of(file)
    if data is None:
        return
    for part in parts_of(data):
        seen = search.in_text(part.text, path)
        if part.is_guessed:
            seen = [one for one in seen if is_legible(part.text[one.start : one.end])]
        lines = Lines(part.text) if seen else None
        for one in seen:
            quotation = " ".join(part.text[one.start : one.end].replace(ESCAPED, "").split())
            if part.name or lines is None:
                yield Naming(path, quotation, part=part.name)
            else:
                line, column, _ = lines.place(one.start)
                yield Naming(path, quotation, line, column)
