"""What a portfolio is like once it names somebody no more."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from shoptalk.privacy.forgetting.own_interview import without_person
from shoptalk.privacy.forgetting.plain_links import with_plain_links
from shoptalk.privacy.forgetting.portfolio_files import content_of, is_in, is_kept, own_files_of
from shoptalk.privacy.forgetting.pseudonyms import escape_for, text_file
from shoptalk.privacy.forgetting.somebody import Somebody
from shoptalk.privacy.names.folding import folded_words
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.slug import slug

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")


class Changed(NamedTuple):
    """A file as it is and as it is to be."""

    path: str
    before: bytes
    after: bytes


def new_names(root: Path, somebody: Somebody, kept: frozenset[str]) -> dict[str, str]:
    """The new path of each file and folder whose name names the person, by the old one.

    Those that are `kept` stay. Only the last step of a path is new: folders are renamed by
    themselves, and after what is in them.
    """
    found: dict[str, str] = {}
    own = {os.path.realpath(file.path) for file in somebody.own}
    for path in own_files_of(root):
        steps = path.split("/")
        home = somebody.home_of(path)
        for depth, step in enumerate(steps, 1):
            old = "/".join(steps[:depth])
            if old in found or is_in(path, kept) or (somebody.has_namesake and not home):
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
    moved = {}
    for file in somebody.own:
        at = next((old for old in renamed if old.endswith(f"interviews/{file.address}.md")), "")
        if at:
            folder = file.address.rpartition("/")[0]
            stem = renamed[at].rpartition("/")[2].removesuffix(".md")
            names[file.address.rpartition("/")[2]] = stem
            moved[file.address] = names[file.address] = f"{folder}/{stem}" if folder else stem
    in_order = dict(sorted(names.items(), key=lambda pair: -len(pair[0])))
    pseudonym = replace(somebody.pseudonym, renamed=in_order)
    return replace(somebody, pseudonym=pseudonym, moved=moved)


def changes_in(root: Path, somebody: Somebody, kept: frozenset[str]) -> Iterator[Changed]:
    """Each file whose text is to be another; of the person's interviews also who it is about."""
    own = {os.path.realpath(file.path): file for file in somebody.own}
    for path in own_files_of(root):
        if is_kept(path, kept):
            continue
        before = content_of(root / path)
        made = text_file(before) if before is not None else None
        if before is None or made is None:
            continue
        text = made.text
        file = own.get(os.path.realpath(root / path))
        if file:
            text = without_person(text, file, somebody.pseudonym, somebody.forgotten)
        if somebody.gone and path.endswith(".md"):
            text = with_plain_links(text, path, somebody.gone)
        home = somebody.home_of(path)
        if somebody.has_namesake and not home:
            text = somebody.pseudonym.with_new_names(text)
        else:
            text = somebody.pseudonym.of(text, home, escape_for(path))
        after = made.with_text(text) if text != made.text else before
        if after != before:
            yield Changed(path, before, after)


def pictures_of_its_own(root: Path, file: ReadFile) -> Iterator[str]:
    """The pictures that a write-up shows and no other text of the portfolio does."""
    own, others = "", ""
    for path in own_files_of(root):
        if path.endswith(".md"):
            made = text_file(content_of(root / path) or b"")
            text = unquote(made.text) if made else ""
            if os.path.realpath(root / path) == os.path.realpath(file.path):
                own += text
            else:
                others += text
    for path in own_files_of(root):
        name = path.rpartition("/")[2]
        if name.lower().endswith(PICTURES) and name in own and name not in others:
            yield path
