"""The conversation that is prepared: its file, and the portfolio it belongs to."""

import datetime
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import click

from shoptalk.commands.portfolio import around_interviews, marked_around
from shoptalk.commands.reading import read_said
from shoptalk.outreach.led_to import place_of
from shoptalk.outreach.writing.named import is_at, same_name
from shoptalk.reading.corpus import ReadFile, read_file
from shoptalk.reading.folder import FoundFile, shown_path
from shoptalk.reading.interview import Interview
from shoptalk.reading.portfolio import INTERVIEWS
from shoptalk.starter.person import Person, file_of
from shoptalk.starter.start import file_name

SETTINGS = "mkdocs.yml"
USUAL_PAGES = "docs"


@dataclass(frozen=True)
class OwnPortfolio:
    """The portfolio that a conversation belongs to."""

    home: Path
    folder: Path
    """Where new files go."""
    here: Path

    @cached_property
    def files(self) -> Sequence[ReadFile]:
        """Its interviews; says which of them cannot be read."""
        folders = (self.home / INTERVIEWS, self.folder)
        found = next((folder for folder in folders if folder.is_dir()), None)
        return read_said([found], self.here, datetime.date.today()).files if found else ()


class Conversation(NamedTuple):
    """The conversation that is prepared."""

    person: Person
    path: Path
    """Its file, which need not be there yet."""
    portfolio: OwnPortfolio
    interview: Interview | None
    """What the file says, if it is there."""

    @property
    def name(self) -> str:
        """Whom it is with."""
        return self.person.name

    def with_person(self, person: Person, organization: str = "") -> "Conversation":
        """The same, with what was asked meanwhile; its file is not there yet."""
        path = file_of(person, self.portfolio.folder, datetime.date.today(), organization)
        return self._replace(person=person, path=path)

    @property
    def shown(self) -> str:
        """The file as messages name it."""
        return shown_path(str(self.path), self.portfolio.here)


def conversation_with(
    person: Person, folder: Path, here: Path, organization: str = ""
) -> Conversation:
    """The conversation with somebody, whose file may be anywhere in the portfolio.

    Where an organization is given, it is none with somebody of the name elsewhere.

    Ends the command where the file cannot be read, or would be in a place where it does not belong.
    """
    if folder == Path(INTERVIEWS) and here.name == INTERVIEWS and not folder.is_dir():
        folder = Path()
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 (links stay)
    portfolio = OwnPortfolio(home_of(folder, here), folder, here)
    _refuse(portfolio)
    path = file_of(person, folder, datetime.date.today(), organization)
    found: ReadFile | None
    if os.path.lexists(path):
        shown = shown_path(str(path), here)
        found = read_file(FoundFile(str(path), path.stem), shown, datetime.date.today())
    else:
        files = _files_of(person.name, portfolio.files, organization)
        found = max(files, key=_rank, default=None)
    if found is None:
        return Conversation(person, path, portfolio, None)
    talk = Conversation(person, Path(found.path), portfolio, found.interview)
    if talk.interview is None:
        raise click.ClickException(
            f"{talk.shown} is there already, but cannot be read; `shoptalk check` says why"
        )
    return talk


def _files_of(name: str, files: Sequence[ReadFile], organization: str) -> list[ReadFile]:
    """The files that give somebody's name; if there are none, those that are called like it."""
    called = file_name(name)
    named = [one for one in files if one.interview and same_name(one.interview.name, name)]
    found = named or [one for one in files if Path(one.path).stem == called]
    places = ((one, place_of(one.interview.organization if one.interview else "")) for one in found)
    return [one for one, place in places if not place or is_at(place, organization)]


def _rank(file: ReadFile) -> tuple[bool, str]:
    """The higher the nearer to a conversation that is still to come."""
    found = file.interview
    return (found.draft, str(found.date or "")) if found else (False, "")


def home_of(folder: Path, here: Path) -> Path:
    """The portfolio that a folder is in: around its `interviews/`, else the one that is here."""
    inside = around_interviews(folder) or around_interviews(here)
    return inside or marked_around(here) or here


def _refuse(portfolio: OwnPortfolio) -> None:
    """End the command where a file in this folder would be published at once, or not be found."""
    home, folder, here = portfolio.home, portfolio.folder, portfolio.here
    shown = shown_path(str(folder), here)
    sites = (one for one in (folder, *folder.parents) if (one / SETTINGS).is_file())
    site = next(sites, home)
    if folder.is_relative_to(site / _pages_folder(site / SETTINGS)):
        raise click.UsageError(
            f"{shown} is among the site's own pages, where a draft would be published as it is; "
            f"name a folder below {INTERVIEWS}/"
        )
    if not folder.is_relative_to(home):
        raise click.UsageError(
            f"{shown} is outside of the portfolio, where neither the check nor the site would "
            f"find it; name a folder below {INTERVIEWS}/"
        )


def _pages_folder(settings: Path) -> str:
    """The folder of the site's own pages, as the settings of MkDocs name it."""
    import yaml

    try:
        read = yaml.load(settings.read_bytes(), yaml.CBaseLoader)  # noqa: S506 (it makes texts)
    except (OSError, yaml.YAMLError):
        return USUAL_PAGES
    named = read.get("docs_dir") if isinstance(read, dict) else None
    return named if isinstance(named, str) and named else USUAL_PAGES
