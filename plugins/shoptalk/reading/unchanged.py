"""What came of files read before, for whoever reads them again and again."""

import datetime
import os

from shoptalk.reading.corpus import ReadFile, read_file
from shoptalk.reading.folder import FoundFile

Stamp = tuple[int, int, int]
"""When a file's text was changed, when its entry in the folder was, and its size."""


def stamp_of(path: str | os.PathLike[str]) -> Stamp | None:
    """What differs after a file has been saved; None where there is no file to be seen."""
    try:
        status = os.stat(path)  # noqa: PTH116 (made for every file of every round)
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_size)


class UnchangedFiles:
    """Reads interviews, and keeps what came of each until the file or the day changes."""

    def __init__(self) -> None:
        self._known: dict[FoundFile, tuple[Stamp, datetime.date, ReadFile]] = {}

    def read(self, file: FoundFile, name: str, today: datetime.date) -> ReadFile:
        """The same as `read_file` returns."""
        stamp = stamp_of(file.path)
        if stamp is None:
            return read_file(file, name, today)
        known = self._known.get(file)
        if known and known[:2] == (stamp, today):
            return known[2]
        fresh = read_file(file, name, today)
        self._known[file] = (stamp, today, fresh)
        return fresh
