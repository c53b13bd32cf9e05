"""The bytes of one file, as text."""

import os

from shoptalk.findings.finding import Finding, Place
from shoptalk.reading.decoding import LARGEST_FILE, decode, file_too_large
from shoptalk.reading.folder import unreadable_file
from shoptalk.reading.source import Source


def read_source(
    path: str, name: str, most: int = LARGEST_FILE
) -> tuple[Source | None, list[Finding]]:
    """The text of a file, None where there is none to be had; `name` is its path in findings.

    A file of more than `most` bytes is not read.
    """
    try:
        with open(path, "rb") as file:  # noqa: PTH123 (opens a Path sooner than its own method)
            size = os.fstat(file.fileno()).st_size
            if size > most:
                return None, [file_too_large.at(Place(path=name), size, most)]
            data = file.read()
    except OSError as error:
        return None, [unreadable_file.at(Place(path=name), error.strerror or str(error))]
    return decode(name, data)
