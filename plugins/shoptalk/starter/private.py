"""The folder of what is nobody's business: left out by git, and on no page."""

import contextlib
from pathlib import Path

from shoptalk.mending.mended_files import replace_file
from shoptalk.reading.folder import PRIVATE
from shoptalk.starter.start import write_new

IGNORED = frozenset(f"{before}{PRIVATE}{after}" for before in ("", "/") for after in ("", "/"))
"""The lines of a `.gitignore` that name the folder."""


def private_folder(portfolio: Path) -> Path:
    """The folder, made if it is not there yet, and then so that git leaves it out."""
    folder = portfolio / PRIVATE
    if not folder.is_dir():
        folder.mkdir(exist_ok=True)  # another writer may have made it by now
        with contextlib.suppress(FileExistsError):
            write_new(folder / ".gitignore", "*\n")
    return folder


def is_ignored(folder: Path) -> bool:
    """Whether a `.gitignore` in it or beside it leaves it out."""
    if (folder / ".gitignore").is_file():
        return True
    beside = folder.parent / ".gitignore"
    lines = beside.read_text(encoding="utf-8", errors="replace") if beside.is_file() else ""
    return not IGNORED.isdisjoint(map(str.strip, lines.splitlines()))


def warning_unless_ignored(folder: Path) -> str:
    """What to do so that git leaves the folder out; empty where it does."""
    if is_ignored(folder):
        return ""
    return "Git may take private/ along: put a line `private/` into .gitignore."


def write_over(path: Path, text: str) -> None:
    """Write a file that may be there already, whole or not at all."""
    if path.exists():
        replace_file(path, path.read_bytes(), text.encode())
    else:
        write_new(path, text)
