"""The grades of an archive: what is graded of an instructor's edition is unpacked, nothing else."""

import os
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePath
from typing import BinaryIO

from shoptalk.classes.folder import MOST_INTERVIEWS, Asked, grade_folder, rubric_around
from shoptalk.classes.handed_in import MOST_FILES, HandedIn, RefusedError, largest
from shoptalk.privacy.edition import HANDED_IN
from shoptalk.reading.folder import shown_path
from shoptalk.reading.portfolio import RUBRIC
from shoptalk.rubric.class_grades import Student

LARGEST_ARCHIVE = 500_000_000
LARGEST_LIST = 5_000_000
"""Bytes of the list of files at the end of an archive, which is read as a whole."""
LARGEST_UNPACKED = 50_000_000
MOST_UNPACKED = MOST_INTERVIEWS + MOST_FILES

END_BEGINS, LENGTH_OF_END = b"PK\x05\x06", 22
LARGE_BEGINS, LENGTH_OF_LARGE = b"PK\x06\x07", 20
KNOWN_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def grade_archive(handed: HandedIn, asked: Asked) -> Student:
    """The grades; `RefusedError` says why there are none."""
    with tempfile.TemporaryDirectory(prefix="shoptalk-") as made:
        folder = Path(made)
        unpack(handed.path, folder)
        rubric = asked.rubric
        if rubric is None and not os.path.lexists(folder / RUBRIC):
            rubric = rubric_around(handed.path, asked.here)
        here = asked._replace(rubric=rubric, here=folder)
        student = grade_folder(handed._replace(path=folder), here)
    archive = shown_path(str(handed.path), asked.here)
    passages = (one._replace(path=f"{archive}/{one.path}") for one in student.passages)
    return replace(student, passages=tuple(passages), is_packed=True)


def unpack(path: Path, folder: Path) -> None:
    """Put what is graded into a folder. Raises RefusedError where it is too much, or no archive."""
    try:
        if path.is_symlink() or not path.is_file():
            raise RefusedError("it is not an ordinary file")
        with path.open("rb") as file:
            _check_list(file)
            with zipfile.ZipFile(file) as archive:
                _unpack(archive, folder)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError) as error:
        raise RefusedError(f"it cannot be unpacked: {error}") from None
    except OSError as error:
        raise RefusedError(f"it cannot be read: {error.strerror or error}") from None


def _check_list(file: BinaryIO) -> None:
    """Refuse an archive whose list of files would fill the memory before anybody can count it.

    The place is where `zipfile` looks first: without a comment behind it, and of ordinary size.
    """
    if os.fstat(file.fileno()).st_size > LARGEST_ARCHIVE:
        raise RefusedError(f"it has more than {LARGEST_ARCHIVE:,} bytes")
    length = file.seek(0, os.SEEK_END)
    file.seek(max(0, length - LENGTH_OF_END - LENGTH_OF_LARGE))
    end = file.read()
    last = end[-LENGTH_OF_END:]
    if not (last.startswith(END_BEGINS) and last.endswith(b"\0\0")):
        raise RefusedError("it is no archive as the instructor's edition is handed in")
    of_list = int.from_bytes(last[12:16], "little")
    if end.startswith(LARGE_BEGINS) or of_list > LARGEST_LIST:
        raise RefusedError("it holds too many files")


def _unpack(archive: zipfile.ZipFile, folder: Path) -> None:
    wanted = list(_wanted(archive))
    if not wanted:
        raise RefusedError(
            f"there is no folder {HANDED_IN}/ in it: ask for an archive that was built anew"
        )
    if len(wanted) > MOST_UNPACKED:
        raise RefusedError(f"it holds {len(wanted):,} files to grade; {MOST_UNPACKED:,} may be")
    if sum(one.file_size for one, _ in wanted) > LARGEST_UNPACKED:
        raise RefusedError(f"unpacked it has more than {LARGEST_UNPACKED:,} bytes")
    for member, parts in wanted:
        name = "/".join(parts)
        if not all(map(_is_name, parts)):
            raise RefusedError(f"{name} is no path within the folder")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise RefusedError(f"{name} is a link")
        most = largest(parts[-1])
        if member.file_size > most or member.compress_type not in KNOWN_WAYS:
            raise RefusedError(f"{name} has more than {most:,} bytes, or is packed oddly")
        _write(archive, member, folder.joinpath(*parts))


def _wanted(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, list[str]]]:
    """What lies in the folder of what is graded, with the parts of the path there."""
    for member in archive.infolist():
        around, inside, path = f"/{member.filename}".partition(f"/{HANDED_IN}/")
        parts = path.removesuffix("/").split("/")
        if inside and path and "__MACOSX" not in around:
            yield member, parts


def _is_name(part: str) -> bool:
    return part not in ("", ".", "..") and PurePath(part).name == part


def _write(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> None:
    if member.is_dir():
        path.mkdir(parents=True, exist_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as packed, path.open("xb") as file:
        file.write(packed.read(largest(path.name) + 1))
