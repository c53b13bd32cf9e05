"""What a student handed in: a folder, or the data that a site publishes; and what is refused."""

import os
import re
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from shoptalk.findings.reporters.text import visible
from shoptalk.outreach.outreach_file import LARGEST
from shoptalk.privacy.edition import HANDED_IN, SUFFIX
from shoptalk.reading.decoding import LARGEST_FILE
from shoptalk.reading.folder import OUTREACH, PRIVATE, shown_path
from shoptalk.reading.own_pages import SETTINGS, SITE
from shoptalk.reading.portfolio import INTERVIEWS, RUBRIC, SCORES
from shoptalk.site.open_data import DATA

MOST_FILES = 1_000
"""In a folder of private files; a portfolio has a few."""

PUBLISHED_IN = (SITE, "public", "_site")
"""Folders that sites are built into: the portfolio is called as the one around them."""

EDITION = re.compile(rf"[-_. ]*(?:{'|'.join(PUBLISHED_IN)}){SUFFIX}[-_ ()\d]*$")
"""How the instructor's edition is called, also where a course system puts something around it."""


class HandedIn(NamedTuple):
    """One portfolio, not yet read."""

    path: Path
    """The folder, the archive of an instructor's edition, or the file of published data."""
    name: str
    """The student, as the folder is called."""
    shown: str
    """The path as it was given."""
    is_published: bool

    @property
    def is_archive(self) -> bool:
        """It is still to be unpacked."""
        return is_archive(self.path)


class RefusedError(Exception):
    """A portfolio that is not read, with the reason."""


def handed_in(path: Path, here: Path) -> HandedIn:
    """The portfolio at a path, by the names alone."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 (links stay as they are)
    is_published = whole.suffix == ".json"
    if not is_published and whole.name in (INTERVIEWS, HANDED_IN):
        whole = whole.parent
    shown = shown_path(str(whole), here)
    graded = whole if is_published else portfolio_in(whole)
    return HandedIn(graded, visible(_name_of(whole, is_published)), shown, is_published)


def _name_of(path: Path, is_published: bool) -> str:
    named = path.with_suffix("") if is_published or is_archive(path) else path
    if is_published and path.name == DATA:
        named = path.parent
        if named.name in PUBLISHED_IN:
            named = named.parent
    return EDITION.sub("", named.name) or named.parent.name


def is_archive(path: Path) -> bool:
    """Whether a path is that of an archive, by its name."""
    return path.suffix.lower() == ".zip" and not path.is_dir()


def portfolio_in(folder: Path) -> Path:
    """The folder itself, or what is to be graded of the instructor's edition in it."""
    if not folder.is_dir():
        return folder
    site = f"{SITE}{SUFFIX}"
    inside = (HANDED_IN, ".", f"{site}/{HANDED_IN}", f"{site}/{site}/{HANDED_IN}")
    found = (folder / one for one in inside if (folder / one / INTERVIEWS).is_dir())
    archives = (one for one in (folder / f"{site}.zip",) if one.is_file())
    within = (one for one in (*found, *archives) if not _leads_out(one, folder))
    return next(within, folder)


def portfolios_below(folder: Path) -> int:
    """How many folders in a folder are portfolios."""
    try:
        inside = [one for one in folder.iterdir() if one.is_dir() and not one.is_symlink()]
        return sum(portfolio_in(one) != one or (one / INTERVIEWS).is_dir() for one in inside)
    except OSError:
        return 0


def archives_in(folder: Path) -> tuple[str, ...]:
    """The names of the archives in a folder."""
    try:
        return tuple(sorted(one.name for one in folder.iterdir() if is_archive(one)))
    except OSError:
        return ()


def _leads_out(path: Path, folder: Path) -> bool:
    root = os.path.realpath(folder)
    return os.path.commonpath((root, os.path.realpath(path))) != root


def told_apart(portfolios: Sequence[HandedIn]) -> list[HandedIn]:
    """The same portfolios; where folders of several are called alike, the whole path names them."""
    bearers = Counter(one.name for one in portfolios)
    return [
        one._replace(name=visible(one.shown)) if bearers[one.name] > 1 else one
        for one in portfolios
    ]


def check_folder(folder: Path) -> None:
    """Refuses a folder in which what would be read is a link out of it, no file, or too large.

    Links among the interviews are refused one by one, where they are found.
    """
    for path in _read_besides_interviews(folder):
        name = path.relative_to(folder).as_posix()
        if _leads_out(path, folder):
            raise RefusedError(f"{name} is a link that leads out of the folder")
        try:
            status = path.stat()
        except OSError as error:
            raise RefusedError(f"{name} cannot be read: {error.strerror}") from None
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            raise RefusedError(f"{name} is not an ordinary file")
        if stat.S_ISREG(status.st_mode) and status.st_size > largest(path.name):
            raise RefusedError(f"{name} has more than {largest(path.name):,} bytes")


def largest(name: str) -> int:
    """How many bytes a file of that name may have: a list of requests holds many messages."""
    return LARGEST if name == OUTREACH else LARGEST_FILE


def _read_besides_interviews(folder: Path) -> Iterator[Path]:
    for name in (INTERVIEWS, RUBRIC, SCORES, SETTINGS, PRIVATE, OUTREACH):
        if os.path.lexists(folder / name):
            yield folder / name
    count = 0
    for inside, folders, names in os.walk(folder / PRIVATE):
        count += len(folders) + len(names)
        if count > MOST_FILES:
            raise RefusedError(f"{PRIVATE}/ holds more than {MOST_FILES:,} files")
        yield from (Path(inside, name) for name in sorted((*folders, *names)))
