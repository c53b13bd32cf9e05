"""What came of files read before, for whoever reads them again and again."""

import datetime
import os

from shoptalk.reading.corpus import ReadFile, read_file
from shoptalk.reading.folder import FoundFile
from shoptalk.reading.private_file import overlay_of

Stamp = tuple[int, int, int]
"""When a file's text was changed, when its entry in the folder was, and its size."""


def stamp_of(path: str | os.PathLike[str]) -> Stamp | None:
    """What differs after a file has been saved; None where there is no file to be seen."""
    try:
        status = os.stat(path)  # noqa: PTH116 (made for every file of every round)
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_size)


def overlay_stamp(file: FoundFile) -> Stamp | bool:
    """The same of what `private/` holds of an interview, or whether there is such a folder."""
    overlay = overlay_of(file.path, file.address)
    return stamp_of(overlay.path) or os.path.isdir(overlay.folder)  # noqa: PTH112


class UnchangedFiles:
    """Reads interviews, and keeps what came of each until the file or the day changes."""

    def __init__(self) -> None:
        self._known: dict[FoundFile, tuple[Stamp, Stamp | bool, datetime.date, ReadFile]] = {}

    def read(self, file: FoundFile, name: str, today: datetime.date) -> ReadFile:
        """The same as `read_file` returns."""
        stamp = stamp_of(file.path)
        if stamp is None:
            return read_file(file, name, today)
        known = self._known.get(file)
        stamp_of_overlay = overlay_stamp(file)
        if known and known[:3] == (stamp, stamp_of_overlay, today):
            return known[3]
        fresh = read_file(file, name, today)
        self._known[file] = (stamp, stamp_of_overlay, today, fresh)
        return fresh
