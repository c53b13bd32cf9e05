"""What the files of a built site say, each in the parts in which a reader or a program meets it."""

import io
import json
import re
import zipfile
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from shoptalk.privacy.image_metadata import Described, exif_anywhere, metadata_of
from shoptalk.privacy.pdf_metadata import metadata_of_pdf

LARGEST_UNPACKED = 100_000_000
DEEPEST_ARCHIVE = 3
LONGEST_LINE_SHOWN = 2_000
GZIP_BEGINS, ZIP_BEGINS = b"\x1f\x8b", b"PK\x03\x04"
UTF16_BEGINNINGS = (b"\xff\xfe", b"\xfe\xff")
LOOKED_AT_FOR_ZEROS = 8_000

LITTLE = re.compile(rb"(?:[^\x00][\x00-\x06]){6,}")
BIG = re.compile(rb"(?:[\x00-\x06][^\x00]){6,}")
BYTES = re.compile(rb"[\t\x20-\x7e\x80-\xff]{6,}")

BETWEEN_TAGS = "> <"
"""Where the search index has a line break of the page less."""

JSON_SIGN = re.compile(r'"(?:[^"\\]|\\.)*"?|[{}\[\],:]', re.DOTALL)
SEARCH_INDEX = re.compile(r"docs\[(\d+)\]\.(\w+)")


class FilePart(NamedTuple):
    """A text in a file."""

    name: str
    """What holds it, such as `EXIF Artist`; empty for the text of a text file."""
    text: str
    is_position: bool = False
    """It says where a picture was taken."""
    is_guessed: bool = False
    """Bytes that may only look like text."""


def theme_folders() -> tuple[Path, ...]:
    """Where the files of the theme are that a site gets as they are."""
    spec = find_spec("material")
    places = spec.submodule_search_locations if spec else None
    return tuple(Path(place, "templates") for place in places or ())


def parts_of(data: bytes, depth: int = 0) -> Iterator[FilePart]:
    """All texts in a file, whatever kind of file it is."""
    if depth < DEEPEST_ARCHIVE and data.startswith((GZIP_BEGINS, ZIP_BEGINS)):
        yield from _unpacked(data, depth)
        return
    described = metadata_of(data)
    if described is None:
        described = metadata_of_pdf(data)
    if described is not None:
        yield from _described(described)
    elif (text := _as_text(data)) is not None:
        yield FilePart("", text)
    else:
        yield from _described(exif_anywhere(data))
        yield from _guessed(data)


def _described(described: Iterable[Described]) -> Iterator[FilePart]:
    return (FilePart(one.part, one.text, one.is_position) for one in described)


def _as_text(data: bytes) -> str | None:
    """The text of a text file; None for other bytes."""
    if data.startswith(UTF16_BEGINNINGS):
        return data.decode("utf-16", "replace")
    if b"\x00" in data[:LOOKED_AT_FOR_ZEROS]:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        controls = sum(byte < 9 or 13 < byte < 32 for byte in data[:LOOKED_AT_FOR_ZEROS])
        return None if controls else data.decode("latin-1")


def _guessed(data: bytes) -> Iterator[FilePart]:
    """Whatever may be text among other bytes, in UTF-8, Latin-1 and UTF-16."""
    for pattern, encoding in ((LITTLE, "utf-16-le"), (BIG, "utf-16-be")):
        decoded = (run.decode(encoding, "replace") for run in pattern.findall(data))
        yield FilePart("bytes in UTF-16", "\n".join(decoded), is_guessed=True)
    runs = BYTES.findall(data)
    yield FilePart("bytes", b"\n".join(runs).decode("utf-8", "replace"), is_guessed=True)
    in_latin = b"\n".join(run for run in runs if not run.isascii())
    yield FilePart("bytes in Latin-1", in_latin.decode("latin-1"), is_guessed=True)


def _unpacked(data: bytes, depth: int) -> Iterator[FilePart]:
    for name, content in _members(data):
        if name:
            yield FilePart("name in the archive", name)
        for part in parts_of(content, depth + 1):
            inside = name or "unpacked"
            yield part._replace(name=f"{inside}, {part.name}" if part.name else inside)


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files in an archive, up to a limit; those that are damaged are left out."""
    if data.startswith(GZIP_BEGINS):
        try:
            yield "", zlib.decompressobj(wbits=31).decompress(data, LARGEST_UNPACKED)
        except zlib.error:
            return
        return
    left = LARGEST_UNPACKED
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        yield "", archive.comment
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return
    for member in archive.infolist():
        try:
            with archive.open(member) as file:
                content = file.read(left)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, ValueError, EOFError):
            content = b""
        left -= len(content)
        yield member.filename, content


def lines_of_json(text: str) -> str | None:
    """What a JSON document says, in lines like those of the pages; None if it is none."""
    try:
        lines = _joined(json.loads(text, object_pairs_hook=_joined, parse_int=str, parse_float=str))
    except (ValueError, RecursionError):
        return None
    return lines.replace(BETWEEN_TAGS, BETWEEN_TAGS.replace(" ", "\n"))


def _joined(part: object) -> str:
    """The keys and the values of a JSON document, a line each."""
    if isinstance(part, str):
        return part
    return "\n".join(map(_joined, part)) if isinstance(part, list | tuple) else ""


def places_in_json(text: str, offsets: Sequence[int]) -> list[str]:
    """Where in a JSON document each of some offsets is, such as `docs[3].title`; they ascend."""
    found: list[str] = []
    path: list[str | int] = []
    waiting = iter(offsets)
    offset = next(waiting, None)
    for match in JSON_SIGN.finditer(text):
        while offset is not None and offset < match.end():
            found.append(_shown(path))
            offset = next(waiting, None)
        if offset is None:
            break
        _follow(path, match[0])
    return found + [""] * (len(offsets) - len(found))


def _follow(path: list[str | int], sign: str) -> None:
    """Change the path by one sign of a JSON document; an object whose key is to come ends in ''."""
    if sign[0] == '"':
        if path and path[-1] == "":
            path[-1] = sign[1:-1]
    elif sign == "{":
        path.append("")
    elif sign == "[":
        path.append(0)
    elif sign in "}]":
        del path[-1:]
    elif sign == "," and path:
        last = path[-1]
        path[-1] = last + 1 if isinstance(last, int) else ""


def _shown(path: Iterable[str | int]) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" if step else "" for step in path)
    shown = "".join(steps).lstrip(".")
    entry = SEARCH_INDEX.fullmatch(shown)
    return f"entry {entry[1]}, {entry[2]}" if entry else shown


class Lines:
    """The lines of a text, found when they are first asked for."""

    def __init__(self, text: str):
        self.text = text
        lengths = (len(line) + 1 for line in text.split("\n"))
        self.starts = [0, *accumulate(lengths)]

    def place(self, offset: int) -> tuple[int, int, str]:
        """The line and the column of an offset, from 1, and the line; empty if it is very long."""
        number = bisect_right(self.starts, offset) - 1
        start, end = self.starts[number], self.starts[number + 1] - 1
        line = self.text[start:end] if end - start <= LONGEST_LINE_SHOWN else ""
        return number + 1, offset - start + 1, line
