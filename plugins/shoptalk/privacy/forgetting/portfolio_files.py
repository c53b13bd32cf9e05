"""The files of a portfolio, and those among them that a build made."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from shoptalk.reading.own_pages import read_site_settings

LARGEST = 50_000_000
"""Bytes; larger files are named, not searched."""

CALENDAR = ".ics"
NOBODYS = frozenset((".git", "node_modules", "__pycache__"))


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


def own_files_of(root: Path) -> Iterator[str]:
    """The files of a portfolio that no build made."""
    built = built_in(root)
    return (path for path in files_of(root) if not is_in(path, built))


def built_in(root: Path) -> tuple[str, ...]:
    """The sites and their archives that builds of a portfolio made, relative to it."""
    site = Path(os.path.normpath(read_site_settings(root).site))
    if root not in site.parents:
        return ()
    names = (site.name, f"{site.name}.zip", f"{site.name}-instructor*")
    found = (path for name in names for path in sorted(site.parent.glob(name)))
    return tuple(path.relative_to(root).as_posix() for path in found)


def is_in(path: str, folders: Collection[str]) -> bool:
    """Whether a path is one of some paths, or below one."""
    return any(f"{path}/".startswith(f"{one}/") for one in folders)


def is_kept(path: str, kept: Collection[str]) -> bool:
    """Whether a file may go on naming somebody; a calendar is only made from what did."""
    return is_in(path, kept) and not path.endswith(CALENDAR)


def content_of(file: Path) -> bytes | None:
    """The bytes of an ordinary file; None for links, pipes, and what is too large or forbidden."""
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > LARGEST:
            return None
        return file.read_bytes()
    except OSError:
        return None
