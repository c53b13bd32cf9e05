"""What the files of a built site say, each in the parts in which a reader or a program meets it."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import accumulate, chain
from pathlib import Path
from typing import NamedTuple

from shoptalk.privacy.leaks.archives import ARCHIVES, embedded, is_archive, members
from shoptalk.privacy.leaks.calendar_text import is_calendar, unfolded
from shoptalk.privacy.leaks.image_metadata import Described, exif_anywhere, inflated, metadata_of
from shoptalk.privacy.leaks.pdf_metadata import metadata_of_pdf

DEEPEST_ARCHIVE = 3
LONGEST_LINE_SHOWN = 2_000
WIDE_BEGINNINGS = (
    ((b"\xff\xfe\0\0", b"\0\0\xfe\xff"), "utf-32"),
    ((b"\xff\xfe", b"\xfe\xff"), "utf-16"),
)
WOFF_BEGINS, WOFF2_BEGINS = b"wOFF", b"wOF2"
PLACE_IN_WOFF = (24, 28)
"""Where a font says where its description begins, and how long that is."""

SHORTEST_AMONG_BYTES = 8
"""Characters; shorter words come about by chance where bytes are no text."""

LEGIBLE = re.compile(r"[^\W_]+(?:[ \t_.,;:'’\-+()/]{1,3}[^\W_]+)*\W{0,2}")
LEGIBLE_MAIL = re.compile(r"[a-z0-9._+-]{3,}@[a-z0-9-]{2,}(?:\.[a-z]{2,})+", re.ASCII)
CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
LOOKED_AT_FOR_ZEROS = 8_000
LOOKED_AT_FOR_CHARSET = 1_500

LITTLE = re.compile(rb"(?:[^\x00][\x00-\x06]){6,}")
BIG = re.compile(rb"(?:[\x00-\x06][^\x00]){6,}")
BYTES = re.compile(rb"[\t\x20-\x7e\x80-\xff]{6,}")

BETWEEN_TAGS = "> <"
"""Where the search index has a line break of the page less."""

BEFORE_HEADING = "/#"
"""Where the address of a heading goes on behind that of its page: many pages share either."""

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
    if depth < DEEPEST_ARCHIVE and is_archive(data):
        yield from _packed(members(data), depth)
        if data.startswith(ARCHIVES):
            return
    described = metadata_of(data)
    if described is None:
        described = metadata_of_pdf(data)
    if described is not None:
        yield from _described(described)
    elif (text := _as_text(data)) is not None:
        if is_calendar(text):
            yield FilePart("the calendar", unfolded(text))
            return
        yield FilePart("", text)
        if depth < DEEPEST_ARCHIVE:
            yield from _packed(embedded(text), depth)
    elif data.startswith(WOFF_BEGINS):
        yield FilePart("the font's description", _of_font(data))
    elif not data.startswith(WOFF2_BEGINS):  # all in it is packed
        yield from _described(exif_anywhere(data))
        yield from _guessed(data)


def _packed(files: Iterable[tuple[str, bytes]], depth: int) -> Iterator[FilePart]:
    """What other files in a file say, given by their names."""
    for name, content in files:
        if name:
            yield FilePart("name in the archive", name)
        for part in parts_of(content, depth + 1):
            inside = name or "unpacked"
            yield part._replace(name=f"{inside}, {part.name}" if part.name else inside)


def _described(described: Iterable[Described]) -> Iterator[FilePart]:
    return (FilePart(one.part, one.text, one.is_position, one.is_guessed) for one in described)


def _as_text(data: bytes) -> str | None:
    """The text of a text file; None for other bytes."""
    for beginnings, encoding in WIDE_BEGINNINGS:
        if data.startswith(beginnings):
            return data.decode(encoding, "replace")
    if b"\x00" in data[:LOOKED_AT_FOR_ZEROS]:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _in_older_encoding(data)


def _in_older_encoding(data: bytes) -> str | None:
    """A text in the encoding it names, or else in Latin-1, if it has no signs that texts lack."""
    named = CHARSET.search(data[:LOOKED_AT_FOR_CHARSET])
    if named:
        try:
            return data.decode(named[1].decode(), "replace")
        except LookupError:
            pass
    controls = sum(byte < 9 or 13 < byte < 32 for byte in data[:LOOKED_AT_FOR_ZEROS])
    return None if controls else data.decode("latin-1")


def _of_font(data: bytes) -> str:
    """What a font says of itself, in XML."""
    begin, length = (int.from_bytes(data[at : at + 4], "big") for at in PLACE_IN_WOFF)
    return inflated(data[begin : begin + length]).decode("utf-8", "replace") if begin else ""


def is_legible(found: str) -> bool:
    """Whether what was found among bytes is likely to be there on purpose."""
    if "@" in found:
        return bool(LEGIBLE_MAIL.fullmatch(found))
    return len(found) >= SHORTEST_AMONG_BYTES and bool(LEGIBLE.fullmatch(found))


def _guessed(data: bytes) -> Iterator[FilePart]:
    """Whatever may be text among other bytes, in UTF-8, Latin-1 and UTF-16."""
    for pattern, encoding in ((LITTLE, "utf-16-le"), (BIG, "utf-16-be")):
        decoded = (run.decode(encoding, "replace") for run in pattern.findall(data))
        yield FilePart("bytes in UTF-16", "\n".join(decoded), is_guessed=True)
    runs = BYTES.findall(data)
    yield FilePart("bytes", b"\n".join(runs).decode("utf-8", "replace"), is_guessed=True)
    in_latin = b"\n".join(run for run in runs if not run.isascii())
    yield FilePart("bytes in Latin-1", in_latin.decode("latin-1"), is_guessed=True)


def lines_of_json(text: str) -> str | None:
    """What a JSON document says, in lines like those of the pages; None if it is none."""
    try:
        said = json.loads(text, object_pairs_hook=_of_object, parse_int=str, parse_float=str)
        lines = _joined([said])
    except (ValueError, RecursionError):
        return None
    lines = lines.replace(BEFORE_HEADING, "/\n#")
    return lines.replace(BETWEEN_TAGS, BETWEEN_TAGS.replace(" ", "\n"))


def _of_object(pairs: Iterable[tuple[str, object]]) -> str:
    """The keys and the values of an object, a line each."""
    return _joined(chain.from_iterable(pairs))


def _joined(parts: Iterable[object]) -> str:
    """Parts of a JSON document, a line each."""
    return "\n".join(
        [
            part if isinstance(part, str) else _joined(part) if isinstance(part, list) else ""
            for part in parts
        ]
    )


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
