"""What PDF files say of themselves and of whom they are, as far as it stands in them openly."""

import re
from collections.abc import Iterator

from shoptalk.privacy.image_metadata import Described, inflated

PDF_BEGINS = b"%PDF-"
MOST_STREAMS = 2_000
ENTRY = re.compile(
    rb"/(Title|Author|Subject|Keywords|Creator|Producer|Company|Manager|Contents|URI|T|V)\s*"
    rb"(\((?:\\.|[^\\()]|\([^()]*\))*\)|<[0-9A-Fa-f\s]*>)",
    re.DOTALL,
)
XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
SHOWN = re.compile(rb"\((?:\\.|[^\\()])*\)")
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b" ", b"f": b" "}


def metadata_of_pdf(data: bytes) -> list[Described] | None:
    """The info dictionary, the XMP and the text that can be read; None if it is no PDF."""
    if PDF_BEGINS not in data[:1024]:
        return None
    found = list(_of_object(data))
    for number, stream in enumerate(STREAM.finditer(data)):
        if number == MOST_STREAMS:
            break
        opened = inflated(stream[1])
        if opened:
            found += _of_object(opened)
            shown = b"".join(_string(match[0]) for match in SHOWN.finditer(opened))
            found.append(Described("PDF text", shown.decode("latin-1")))
    return found


def _of_object(data: bytes) -> Iterator[Described]:
    for match in ENTRY.finditer(data):
        yield Described(f"PDF {match[1].decode()}", _decoded(_string(match[2])))
    for match in XMP.finditer(data):
        yield Described("XMP", match[0].decode("utf-8", "replace"))


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
