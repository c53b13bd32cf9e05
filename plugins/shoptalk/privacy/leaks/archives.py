"""Files that stand in other files: in archives, in packed ones, and in addresses in a text."""

import base64
import binascii
import bz2
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

LARGEST_UNPACKED = 100_000_000
GZIP_BEGINS, ZIP_BEGINS = b"\x1f\x8b", b"PK\x03\x04"
BZIP_BEGINS, XZ_BEGINS = b"BZh", b"\xfd7zXZ\0"
ARCHIVES = (GZIP_BEGINS, ZIP_BEGINS, BZIP_BEGINS, XZ_BEGINS)
NAME_IN_GZIP, FIELDS_OF_GZIP = 8, 12
END_OF_ZIP = b"PK\x05\x06"
FARTHEST_END = 66_000
"""Bytes before the end of a file, in which an archive ends that is hung on to another file."""

MOST_EMBEDDED = 2_000
EMBEDDED = re.compile(
    r"data:[\w.+/;=\\-]{0,80}?;base64,"
    r"((?:[\w+/=-]|%[0-9A-Fa-f]{2}|\\[/nr]|\\u00[23][0-9a-fA-F]|[ \t]*[\r\n]+[ \t]*)+)",
    re.IGNORECASE,
)
BREAK = re.compile(r"\\[nr]|\s")
ESCAPED = re.compile(r"\\u00([23][0-9a-fA-F])")


def is_archive(data: bytes) -> bool:
    """Whether other files can be read from these bytes."""
    return data.startswith(ARCHIVES) or END_OF_ZIP in data[-FARTHEST_END:]


def members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files in an archive with their names, up to a limit; damaged ones are left out."""
    if data.startswith(GZIP_BEGINS):
        yield from _of_gzip(data)
    elif data.startswith(BZIP_BEGINS):
        yield "", _unpacked(bz2.BZ2Decompressor(), data)
    elif data.startswith(XZ_BEGINS):
        yield "", _unpacked(lzma.LZMADecompressor(), data)
    else:
        yield from _of_zip(data)


def embedded(text: str) -> Iterator[tuple[str, bytes]]:
    """The files that stand in a text as addresses, in base 64."""
    if "base64," not in text:
        return
    for number, match in enumerate(EMBEDDED.finditer(text)):
        if number == MOST_EMBEDDED:
            return
        written = ESCAPED.sub(lambda code: chr(int(code[1], 16)), BREAK.sub("", match[1]))
        written = unquote(written.replace("\\", "")).replace("-", "+").replace("_", "/")
        written = written.partition("=")[0]
        written = written[: len(written) - (len(written) % 4 == 1)]  # lines behind it may read on
        try:
            yield "data: address", base64.b64decode(written + "=" * (-len(written) % 4))
        except (binascii.Error, ValueError):
            continue


def _of_gzip(data: bytes) -> Iterator[tuple[str, bytes]]:
    """All that was packed one behind the other, as one."""
    name, found, left = _name_in_gzip(data), [], LARGEST_UNPACKED
    while data.startswith(GZIP_BEGINS) and left > 0:
        opener = zlib.decompressobj(wbits=31)
        try:
            found.append(opener.decompress(data, left))
        except zlib.error:
            break
        left -= len(found[-1])
        data = opener.unused_data
    yield name, b"".join(found)


def _name_in_gzip(data: bytes) -> str:
    if len(data) < 11 or data[3] & FIELDS_OF_GZIP != NAME_IN_GZIP:
        return ""
    return data[10:1_000].partition(b"\0")[0].decode("latin-1")


def _unpacked(opener: "bz2.BZ2Decompressor | lzma.LZMADecompressor", data: bytes) -> bytes:
    try:
        return opener.decompress(data, LARGEST_UNPACKED)
    except (OSError, lzma.LZMAError, EOFError):
        return b""


def _of_zip(data: bytes) -> Iterator[tuple[str, bytes]]:
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
