"""What a student handed in: a folder, or the data that a site publishes; and what is refused."""

import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from shoptalk.checking import INTERVIEWS, RUBRIC, SCORES
from shoptalk.findings.reporters.text import visible
from shoptalk.reading.decoding import LARGEST_FILE
from shoptalk.reading.folder import PRIVATE, shown_path
from shoptalk.reading.own_pages import SETTINGS, SITE
from shoptalk.site.open_data import DATA

MOST_FILES = 1_000
"""In a folder of private files; a portfolio has a few."""

PUBLISHED_IN = (SITE, "public", "_site")
"""Folders that sites are built into: the portfolio is called as the one around them."""


class HandedIn(NamedTuple):
    """One portfolio, not yet read."""

    path: Path
    """The folder, or the file of published data."""
    name: str
    """The student, as the folder is called."""
    shown: str
    """The path as it was given."""
    is_published: bool


class RefusedError(Exception):
    """A portfolio that is not read, with the reason."""


def handed_in(path: Path, here: Path) -> HandedIn:
    """The portfolio at a path, by the names alone."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 (links stay as they are)
    is_published = whole.suffix == ".json"
    if not is_published and whole.name == INTERVIEWS:
        whole = whole.parent
    named = whole
    if is_published:
        named = whole.parent if whole.name == DATA else whole.with_suffix("")
        if whole.name == DATA and named.name in PUBLISHED_IN:
            named = named.parent
    return HandedIn(whole, visible(named.name), shown_path(str(whole), here), is_published)


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
    root = os.path.realpath(folder)
    for path in _read_besides_interviews(folder):
        name = path.relative_to(folder).as_posix()
        real = os.path.realpath(path)
        if os.path.commonpath((root, real)) != root:
            raise RefusedError(f"{name} is a link that leads out of the folder")
        try:
            status = path.stat()
        except OSError as error:
            raise RefusedError(f"{name} cannot be read: {error.strerror}") from None
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            raise RefusedError(f"{name} is not an ordinary file")
        if stat.S_ISREG(status.st_mode) and status.st_size > LARGEST_FILE:
            raise RefusedError(f"{name} has more than {LARGEST_FILE:,} bytes")


def _read_besides_interviews(folder: Path) -> Iterator[Path]:
    for name in (INTERVIEWS, RUBRIC, SCORES, SETTINGS, PRIVATE):
        if os.path.lexists(folder / name):
            yield folder / name
    count = 0
    for inside, folders, names in os.walk(folder / PRIVATE):
        count += len(folders) + len(names)
        if count > MOST_FILES:
            raise RefusedError(f"{PRIVATE}/ holds more than {MOST_FILES:,} files")
        yield from (Path(inside, name) for name in sorted((*folders, *names)))
