"""The files of a portfolio that Git has, or would take along, whatever they are."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import shoptalk
from shoptalk.privacy.sources.version_control import listed
from shoptalk.reading.folder import OUTREACH, PRIVATE, shown_path
from shoptalk.reading.source import Source
from shoptalk.reading.source_file import read_source

OWN_CODE = f"{Path(shoptalk.__file__).resolve().parent}{os.sep}"
"""The program, which may lie in the portfolio; the people in its texts are invented."""
INSIDE_A_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Home(NamedTuple):
    """A portfolio on disk."""

    folder: Path
    start: Path
    """Findings name files from here."""
    sites: tuple[Path, ...] = ()
    """The folders that are built of it."""


class RepositoryFile(NamedTuple):
    """One of the files that may go into a repository."""

    path: str
    name: str
    """Its path below the portfolio, with `/`."""
    shown: str
    """Its path in findings."""


def repository_files(home: Home) -> Iterator[RepositoryFile]:
    """Those of a portfolio that are there, without `private/`, requests, and what is built."""
    folder = os.path.abspath(home.folder)  # noqa: PTH100 (links stay as they are)
    real = os.path.realpath(folder)
    sites = tuple(f"{os.path.relpath(site, folder)}/".replace(os.sep, "/") for site in home.sites)
    for name in listed(home.folder, "."):
        is_private = PRIVATE in name.split("/")[:-1] or name == OUTREACH
        if not is_private and not name.startswith(sites):
            path = os.path.join(folder, *name.split("/"))  # noqa: PTH118
            is_own = os.path.join(real, *name.split("/")).startswith(OWN_CODE)  # noqa: PTH118
            if not is_own and os.path.lexists(
                path
            ):  # Git lists what is deleted until that is added, too
                yield RepositoryFile(path, name, shown_path(path, home.start))


def read_texts(files: Iterable[RepositoryFile]) -> Iterator[Source]:
    """Those of some files that hold text, and are no larger than a write-up may be."""
    for file in files:
        if not os.path.islink(file.path):  # noqa: PTH114 (made for many)
            source, _ = read_source(file.path, file.shown)
            if source:
                yield source


def readings_of_name(name: str) -> tuple[str, ...]:
    """The name of a file or a folder as it is, and with its words apart."""
    return tuple(dict.fromkeys((name, INSIDE_A_WORD.sub(" ", name))))


def steps_of(files: Iterable[RepositoryFile]) -> Iterator[tuple[RepositoryFile, str, bool]]:
    """The name of each file, and that of each folder once.

    With a file that has it in its path, and whether it is the file's own.
    """
    met: set[str] = set()
    for file in files:
        steps = file.name.split("/")
        for depth, step in enumerate(steps, 1):
            above = "/".join(steps[:depth])
            if above not in met:
                met.add(above)
                yield file, step, depth == len(steps)
