"""Where a portfolio names somebody, and what it is like once it does so no more."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from shoptalk.findings.finding import Place
from shoptalk.privacy.alias import alias_from
from shoptalk.privacy.folding import folded_words
from shoptalk.privacy.naming import Finder
from shoptalk.privacy.own_interview import without_person
from shoptalk.privacy.private_values import PrivateValue
from shoptalk.privacy.pseudonyms import Pseudonym, escape_for, text_file
from shoptalk.privacy.site_files import Lines, is_legible, parts_of
from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.folder import PRIVATE
from shoptalk.reading.slug import slug

LARGEST = 50_000_000
"""Bytes; larger files are named, not searched."""

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")
NOBODYS = frozenset((".git", "node_modules", "__pycache__"))
NOBODY = "somebody without an interview"
"""Stands for the address of a person with whom there is no interview."""


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


class Changed(NamedTuple):
    """A file as it is and as it is to be."""

    path: str
    before: bytes
    after: bytes


@dataclass(frozen=True, kw_only=True)
class Somebody:
    """Who is to be forgotten."""

    name: str
    own: tuple[ReadFile, ...]
    """The person's interviews."""
    pseudonym: Pseudonym

    def home_of(self, path: str) -> str:
        """The address of the person's interview, if a file of the portfolio is about it."""
        for file in self.own:
            at = f"/{path.rsplit('.', 1)[0]}/"
            if any(f"/{folder}/{file.address}/" in at for folder in ("interviews", PRIVATE)):
                return file.address
            if f"/{PRIVATE}/{file.address}-sheet/" in at:
                return file.address
        return ""


def somebody_called(name: str, corpus: Corpus, alias: str) -> Somebody:
    """The person with a name; the alias of their interview counts more than the one given."""
    wanted = " ".join(name.split()).casefold()
    known = [(file, file.interview) for file in corpus.files if file.interview]
    own = tuple(file for file, one in known if one.name.casefold() == wanted)
    name = next((one.name for file, one in known if file in own), name)
    people = [file.address for file in own] or [NOBODY]
    values = [PrivateValue(name, "name", address, Place(path="")) for address in people]
    for file in own:
        if file.interview and file.interview.private:
            place = Place(path="")
            values += (
                PrivateValue(text, "contact", file.address, place)
                for text in file.interview.private.contact
            )
    others = [one.name for file, one in known if one.name and file not in own]
    pseudonym = Pseudonym(
        finder=Finder(values, others),
        people=frozenset(people),
        alias=_alias(own, alias),
    )
    return Somebody(name=name, own=own, pseudonym=pseudonym)


def _alias(own: Sequence[ReadFile], given: str) -> str:
    written = [file.interview for file in own if file.interview]
    texts = [one.alias for one in written] + [given] + [alias_from(one.title) for one in written]
    return next(filter(None, texts), "somebody")


def files_of(root: Path) -> Iterator[str]:
    """The files of a portfolio, without what Git keeps and what programs are made of."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(
            name
            for name in folders
            if name not in NOBODYS and not os.path.lexists(Path(folder, name, "pyvenv.cfg"))
        )
        for name in sorted(names):
            yield Path(folder, name).relative_to(root).as_posix()


def namings_in(root: Path, somebody: Somebody) -> Iterator[Naming]:
    """Every place below a folder that names the person."""
    met: set[str] = set()
    for path in files_of(root):
        home = somebody.home_of(path)
        steps = path.split("/")
        for depth, step in enumerate(steps, 1):
            above = "/".join(steps[:depth])
            if above not in met and somebody.pseudonym.of_name(step, home) != step:
                yield Naming(above, step, part="its name")
            met.add(above)
        yield from _namings_inside(root / path, path, home, somebody)


def _namings_inside(file: Path, path: str, home: str, somebody: Somebody) -> Iterator[Naming]:
    data = content_of(file)
    if data is None:
        return
    for part in parts_of(data):
        seen = somebody.pseudonym.seen(part.text, home)
        if part.is_guessed:
            seen = [one for one in seen if is_legible(part.text[one.start : one.end])]
        lines = Lines(part.text) if seen else None
        for one in seen:
            quotation = " ".join(part.text[one.start : one.end].split())
            if part.name or lines is None:
                yield Naming(path, quotation, part=part.name)
            else:
                line, column, _ = lines.place(one.start)
                yield Naming(path, quotation, line, column)


def content_of(file: Path) -> bytes | None:
    """The bytes of an ordinary file; None for links, pipes, and what is too large or forbidden."""
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > LARGEST:
            return None
        return file.read_bytes()
    except OSError:
        return None


def new_names(root: Path, somebody: Somebody, kept: frozenset[str]) -> dict[str, str]:
    """The new path of each file and folder whose name names the person, by the old one.

    Those that are `kept` stay. Only the last step of a path is new: folders are renamed by
    themselves, and after what is in them.
    """
    found: dict[str, str] = {}
    own = {os.path.realpath(file.path) for file in somebody.own}
    for path in files_of(root):
        steps = path.split("/")
        home = somebody.home_of(path)
        for depth, step in enumerate(steps, 1):
            old = "/".join(steps[:depth])
            if old in found or any(f"{path}/".startswith(f"{one}/") for one in kept):
                continue
            name = somebody.pseudonym.of_name(step, home)
            if name == step and old == path and os.path.realpath(root / path) in own:
                name = _without_parts(step, somebody)
            if name != step:
                found[old] = _free(root, "/".join((*steps[: depth - 1], name)), found)
    return found


def _without_parts(name: str, somebody: Somebody) -> str:
    """The name of the person's own file, after the alias if any word of it is of the name."""
    words = {*folded_words(name.removesuffix(".md"))}
    if words.isdisjoint(folded_words(somebody.name)):
        return name
    return f"{slug(somebody.pseudonym.alias) or 'somebody'}.md"


def _free(root: Path, path: str, taken: Mapping[str, str]) -> str:
    stem, point, ending = path.rpartition(".")
    if not point or "/" in ending:
        stem, point, ending = path, "", ""
    number, made = 1, path
    while os.path.lexists(root / made) or made in taken.values():
        number += 1
        made = f"{stem}-{number}{point}{ending}"
    return made


def with_names(somebody: Somebody, renamed: Mapping[str, str]) -> Somebody:
    """The same, when texts are to follow the new names of files."""
    names = {old.rpartition("/")[2]: new.rpartition("/")[2] for old, new in renamed.items()}
    for file in somebody.own:
        at = next((old for old in renamed if old.endswith(f"interviews/{file.address}.md")), "")
        if at:
            folder = file.address.rpartition("/")[0]
            stem = renamed[at].rpartition("/")[2].removesuffix(".md")
            names[file.address.rpartition("/")[2]] = stem
            names[file.address] = f"{folder}/{stem}" if folder else stem
    in_order = dict(sorted(names.items(), key=lambda pair: -len(pair[0])))
    return replace(somebody, pseudonym=replace(somebody.pseudonym, renamed=in_order))


def changes_in(root: Path, somebody: Somebody, kept: frozenset[str]) -> Iterator[Changed]:
    """Each file whose text is to be another; of the person's interviews also who it is about."""
    own = {os.path.realpath(file.path): file for file in somebody.own}
    for path in files_of(root):
        if any(f"{path}/".startswith(f"{one}/") for one in kept):
            continue
        before = content_of(root / path)
        made = text_file(before) if before is not None else None
        if before is None or made is None:
            continue
        text = made.text
        file = own.get(os.path.realpath(root / path))
        if file:
            text = without_person(text, file, somebody.pseudonym.alias)
        text = somebody.pseudonym.of(text, somebody.home_of(path), escape_for(path))
        after = made.with_text(text) if text != made.text else before
        if after != before:
            yield Changed(path, before, after)


def pictures_of_its_own(root: Path, file: ReadFile) -> Iterator[str]:
    """The pictures that a write-up shows and no other text of the portfolio does."""
    own, others = "", ""
    for path in files_of(root):
        if path.endswith(".md"):
            made = text_file(content_of(root / path) or b"")
            text = unquote(made.text) if made else ""
            if os.path.realpath(root / path) == os.path.realpath(file.path):
                own += text
            else:
                others += text
    for path in files_of(root):
        name = path.rpartition("/")[2]
        if name.lower().endswith(PICTURES) and name in own and name not in others:
            yield path
