"""Mending files on disk: the one place that writes over what somebody wrote."""

import contextlib
import datetime
import errno
import os
import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from shoptalk.mending.diff import count_changed_lines
from shoptalk.mending.mended_text import MENDABLE, mended
from shoptalk.reading.corpus import ReadFile, read_file
from shoptalk.reading.folder import FoundFile

TEMPORARY = ".~shoptalk-"
"""How the names of copies begin; no folder of interviews lists such files."""


class Change(NamedTuple):
    """What mending makes of a file."""

    name: str
    """The file, as findings name it."""
    before: bytes
    after: bytes


class MendedFiles:
    """Reads interviews after mending them, and keeps what was mended."""

    def __init__(self, *, write: bool) -> None:
        self._write = write
        self._seen: set[str] = set()
        self.changes: list[Change] = []
        """Those made; those that would be made where nothing is written."""
        self.failures: list[str] = []
        """Which files could not be written, and why."""

    def read(self, file: FoundFile, name: str, today: datetime.date) -> ReadFile:
        """The same as `read_file` returns, once what is certain has been mended."""
        found = read_file(file, name, today)
        target = os.path.realpath(file.path)
        if target in self._seen or not any(fault.check in MENDABLE for fault in found.findings):
            return found
        self._seen.add(target)
        try:
            changed = self._mend(Path(target), name, today)
        except OSError as error:
            self.failures.append(f"{name}: {error.strerror or error}")
            return found
        return read_file(file, name, today) if changed else found

    def _mend(self, path: Path, name: str, today: datetime.date) -> bool:
        """Mend one file, and say whether it is another one now."""
        before = path.read_bytes()
        after = mended(before, today)
        if after == before:
            return False
        if self._write:
            replace_file(path, before, after)
        self.changes.append(Change(name, before, after))
        return self._write

    def summary(self) -> str:
        """For example `mended 3 lines in 2 files`."""
        lines = sum(count_changed_lines(before, after) for _, before, after in self.changes)
        act = "mended" if self._write else "would mend"
        return f"{act} {_count(lines, 'line')} in {_count(len(self.changes), 'file')}"


def replace_file(path: Path, before: bytes, after: bytes) -> None:
    """Put a file in the place of another that says `before`, whole or not at all.

    Raises OSError where that cannot be done, also if the file says something else by now.
    """
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
    copy = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        _take_over_rights(path, copy)
        if path.read_bytes() != before:
            raise OSError(errno.EAGAIN, "it was changed in the meantime", str(path))
        copy.replace(path)
    finally:
        copy.unlink(missing_ok=True)


def _take_over_rights(path: Path, copy: Path) -> None:
    status = path.stat()
    with contextlib.suppress(OSError, AttributeError):  # not everywhere, and not for everyone
        os.chown(copy, status.st_uid, status.st_gid)
    shutil.copymode(path, copy)


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
