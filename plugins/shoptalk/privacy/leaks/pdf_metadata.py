"""What PDF files say of themselves and of whom they are, as far as it stands in them openly."""

import base64
import binascii
import re
from collections.abc import Iterator

from shoptalk.privacy.leaks.image_metadata import (
    Described,
    inflated,
    loose_text,
    metadata_of,
    xmp_of,
)

PDF_BEGINS = b"%PDF-"
MOST_STREAMS = 2_000
STRING = rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()]|\([^()]*\))*\))*\)|<[0-9A-Fa-f\s]*>"
ENTRY = re.compile(rb"(?:/([A-Za-z]{1,40})\s*)?(" + STRING + rb")", re.DOTALL)
STREAM = re.compile(rb"stream(?:\r\n|\n|\r)(.*?)endstream", re.DOTALL)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b" ", b"f": b" "}
ESCAPE_IN_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
HEXADECIMAL = re.compile(rb"[0-9A-Fa-f\s]{2,}>?\s*")
SHOWS_TEXT = re.compile(rb"[)>\]]\s*(?:TJ|Tj|'|\")")
TOKEN = re.compile(rb"(" + STRING + rb")|(-?\d+(?:\.\d*)?)|(Tj|TJ|'|\")", re.DOTALL)
WIDTH_OF_BLANK = 120
"""Thousandths of the size; a move of so much to the right parts words."""

WIDE_XMP = (("utf-16-be", "<x:xmpmeta"), ("utf-16-le", "<x:xmpmeta"))


def metadata_of_pdf(data: bytes) -> list[Described] | None:
    """Every string, name, comment, XMP and picture that can be read; None if it is no PDF."""
    if PDF_BEGINS not in data[:2_000]:
        return None
    found = list(_of_object(STREAM.sub(b"\n", data)))
    for encoding, begins in WIDE_XMP:
        at = data.find(begins.encode(encoding))
        if at >= 0:
            found += xmp_of(data[at:].decode(encoding, "replace").encode())
    for number, stream in enumerate(STREAM.finditer(data)):
        if number == MOST_STREAMS:
            break
        found += _of_stream(_opened(stream[1]))
    return found


def _opened(written: bytes) -> bytes:
    """What a stream holds, as far as it is packed in a usual way."""
    plain = written.strip()
    if plain.endswith(b"~>"):
        try:
            written = base64.a85decode(plain.removeprefix(b"<~")[:-2])
        except ValueError:
            return written
    elif HEXADECIMAL.fullmatch(plain):
        try:
            written = binascii.unhexlify(b"".join(plain.rstrip(b">").split()))
        except ValueError:
            return written
    return inflated(written) or written


def _of_stream(data: bytes) -> Iterator[Described]:
    described = metadata_of(data)
    if described is not None:
        yield from (one._replace(part=f"picture in the PDF, {one.part}") for one in described)
    elif SHOWS_TEXT.search(data):
        shown = [_string(match[1]) for match in TOKEN.finditer(data) if match[1]]
        yield Described("PDF text", b"".join(shown).decode("latin-1"))
        yield Described("PDF text", b"".join(_apart(data)).decode("latin-1"))
    else:
        yield from _of_object(data)


def _apart(data: bytes) -> Iterator[bytes]:
    """The text that a page shows, with blanks where it seems to have any."""
    for match in TOKEN.finditer(data):
        if match[1]:
            yield _string(match[1])
        elif match[3]:
            yield b"\n"
        elif float(match[2]) <= -WIDTH_OF_BLANK:
            yield b" "


def _of_object(data: bytes) -> Iterator[Described]:
    for match in ENTRY.finditer(data):
        text = _decoded(_string(match[2]))
        if text.isprintable() or match[1]:
            yield Described(f"PDF {match[1].decode()}" if match[1] else "PDF text", text)
    if b"<x:xmpmeta" in data:
        yield from xmp_of(data)
    named = ESCAPE_IN_NAME.sub(lambda code: bytes.fromhex(code[1].decode()), data)
    yield from loose_text(named, "PDF", is_guessed=True)


def _string(written: bytes) -> bytes:
    """The bytes of a string in parentheses, or in hexadecimal digits."""
    if written[:1] == b"<":
        digits = re.sub(rb"\s", b"", written[1:-1])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return ESCAPE.sub(_meaning, written[1:-1])


def _meaning(escape: re.Match[bytes]) -> bytes:
    written = escape[1]
    if written[:1].isdigit():
        return bytes((int(written, 8) & 0xFF,)) if written[:1] in b"01234567" else written
    return b"" if written[-1:] == b"\n" else LETTERS.get(written, written)


def _decoded(data: bytes) -> str:
    if data[:2] == b"\xfe\xff":
        return data[2:].decode("utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")
