"""Somebody to talk to: under which name a file of theirs begins, and where the true one stands."""

import datetime
import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count, takewhile
from pathlib import Path

from shoptalk.outreach.led_to import place_of
from shoptalk.reading.corpus import read_file
from shoptalk.reading.folder import FoundFile
from shoptalk.reading.private_file import (
    Overlay,
    overlay_of,
    parse_private,
    private_files,
)
from shoptalk.reading.source_file import read_source
from shoptalk.reading.traps import plain_or_quoted
from shoptalk.starter.private import private_folder
from shoptalk.starter.start import STARTER, file_name, write_new

NOTHING_AGREED = """\
# What the person agreed to have published. Nothing written means nothing agreed: the public site
# shows the alias then, and no organization, no quotations, no pictures. Once you have asked, write
# down what the person agreed to, and the day; each of these words stands for itself:
# consent: {name: true, organization: true, quotes: true, photo: true, link: true, on: 2026-10-14}\
"""
REFUSED = """\
# What the person agreed to have published. Nothing written means nothing agreed, and the site shows
# the alias. If the person agrees later, write down here what to, and the day.
consent: {{name: false, on: {today}}}"""
AGREED = """\
# What the person agreed to have published. Nothing written means nothing agreed; you can add what
# else was agreed to: organization, quotes, photo, link.
consent: {{name: true, on: {today}}}"""
ELSEWHERE = """\
# The name and the organization stand in the file in private/ that is called as this one: Git leaves
# that folder out. When you rename this file, rename that one, too.
alias: {alias}"""
ORGANIZATION = "# organization: Harbor Health # if that was agreed to, too: organization: true"
SCHEMA = "schemas/private.schema.json"
PRIVATE_TEXT = """\
# yaml-language-server: $schema={schema}
# What is only for you: Git leaves this folder out, and no public page shows what stands here.
{name}organization: {workplace}

# link: https://example.org/ada
# contact: [ada@example.org, +44 20 7946 0958]
# notes: |
#   Whatever nobody else is to read.
"""
TITLE_MISSING = "TODO                  # the person's job title"
ALIAS_MISSING = "TODO                  # shown instead of the name, as: A clinical data engineer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody, and what is settled about showing the name."""

    name: str
    agreed: bool | None = None
    """Whether the person agreed to have the name published; None where nobody asked yet."""
    alias: str = ""
    """What stands for the name; empty where that is not settled."""
    title: str = ""
    """The job title; empty where it is not known."""
    workplace: str = ""
    """The organization; empty where it is not known."""

    @property
    def introduced(self) -> str:
        """The lines of the interview that say who it is."""
        if self.agreed:
            alias = f"\nalias: {plain_or_quoted(self.alias)}" if self.alias else ""
            return f"name: {plain_or_quoted(self.name)}{alias}"
        return ELSEWHERE.format(alias=plain_or_quoted(self.alias) if self.alias else ALIAS_MISSING)

    @property
    def organization(self) -> str:
        """The line of the interview for where the person works, unless `private/` has it.

        It is a note until the person has agreed to that as well.
        """
        return f"{ORGANIZATION}\n" if self.agreed else ""

    @property
    def job(self) -> str:
        """What stands under `title`."""
        return plain_or_quoted(self.title) if self.title else TITLE_MISSING

    def consent(self, today: datetime.date) -> str:
        """The lines of the interview that say what the person agreed to."""
        if self.agreed is None:
            return NOTHING_AGREED
        return (AGREED if self.agreed else REFUSED).format(today=today.isoformat())


def interview_text(person: Person, today: datetime.date, held: datetime.date | None = None) -> str:
    """A write-up to fill in, of the conversation of today unless it was held earlier."""
    return (
        (STARTER / "interview.md")
        .read_text(encoding="utf-8")
        .format(
            introduced=person.introduced,
            title=person.job,
            organization=person.organization,
            consent=person.consent(today),
            date=(held or today).isoformat(),
        )
    )


def known_file(name: str, folder: Path, organization: str = "") -> Path | None:
    """The interview of somebody in a folder, if there is one: called so, or so in `private/`.

    Where an organization is given, one with somebody of the name elsewhere is none.
    """
    called = takewhile(os.path.lexists, _paths(folder, file_name(name)))
    found = chain(called, _files_named_otherwise(name, folder))
    return next((path for path in found if not _is_elsewhere(path, organization)), None)


def file_of(person: Person, folder: Path, today: datetime.date, organization: str = "") -> Path:
    """The person's interview in a folder, or the path for one that tells no more than it may."""
    if known := known_file(person.name, folder, organization):
        return known
    alias = file_name(person.alias) or f"conversation-{today.isoformat()}"
    base = file_name(person.name) if person.agreed else alias
    return next(path for path in _paths(folder, base) if not _is_taken(path))


def _paths(folder: Path, base: str) -> Iterator[Path]:
    return (folder / f"{base}{f'-{number}' if number > 1 else ''}.md" for number in count(1))


def _is_elsewhere(path: Path, organization: str) -> bool:
    """Whether an interview names another workplace."""
    if not place_of(organization):
        return False
    whole = os.path.abspath(path)  # noqa: PTH100 (links stay)
    found = read_file(FoundFile(whole, path.stem), path.name, datetime.date.max).interview
    place = place_of(found.organization) if found else ""
    return bool(place) and place != place_of(organization)


def write_interview(path: Path, text: str, person: Person) -> Path | None:
    """Write an interview that is not there yet, and apart from it what may not be shown so far.

    Returns the private file, if one was written. Raises FileExistsError where one of the two is
    there already, and other OSErrors if it cannot be written.
    """
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    private = None
    if not person.agreed or person.workplace:
        private_folder(private_of(path).parent)
        private = Path(_overlay(path).path)
        private.parent.mkdir(parents=True, exist_ok=True)
        write_new(private, _private_text(private, person, private_of(path).parent))
    try:
        write_new(path, text)
    except OSError:
        if private:
            private.unlink()
        raise
    return private


def private_of(path: Path) -> Path:
    """The folder `private/` of the portfolio that an interview is in."""
    return Path(_overlay(path).folder)


def _private_text(private: Path, person: Person, portfolio: Path) -> str:
    """What stands in a private file at first; the schema is that of `shoptalk editor`."""
    schema = os.path.relpath(portfolio / SCHEMA, private.parent).replace(os.sep, "/")
    workplace = plain_or_quoted(person.workplace) if person.workplace else "TODO"
    name = "" if person.agreed else f"name: {plain_or_quoted(person.name)}\n"
    return PRIVATE_TEXT.format(schema=schema, name=name, workplace=workplace)


def _overlay(path: Path) -> Overlay:
    return overlay_of(os.path.abspath(path), path.stem)  # noqa: PTH100 (links stay)


def _is_taken(path: Path) -> bool:
    return os.path.lexists(path) or os.path.lexists(_overlay(path).path)


def _files_named_otherwise(name: str, folder: Path) -> Iterator[Path]:
    """The interviews of a folder whose private file gives a name."""
    wanted = name.casefold()
    beside = Path(_overlay(folder / "x.md").path).parent
    for path in private_files(beside):
        interview = folder / path.relative_to(beside).with_suffix(".md")
        source, _ = read_source(str(path), path.name)
        private, _ = parse_private(source) if source else (None, ())
        if private and private.name.casefold() == wanted and os.path.lexists(interview):
            yield interview
