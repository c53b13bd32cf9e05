"""Bytes to text: what is not plain UTF-8 text is named, never guessed at in silence."""

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity
from shoptalk.reading.characters import check_characters
from shoptalk.reading.source import Source, Span

LARGEST_FILE = 1_000_000
"""Bytes; a write-up has some thousand, and the slowest step of a site is linear in them."""

SIGNATURES = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive, as Word and Pages documents are",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "a rich-text (RTF) document",
}
"""How files begin that are no text, whatever their name says."""

UTF_16_AND_32 = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
ALLOWED_BYTES = bytes({9, 10, 13, *range(32, 256)} - {127})


@check(Severity.ERROR)
def file_too_large(size: int) -> Wording:
    """The file is far larger than a write-up can be."""
    return Wording(
        f"the file has {size:,} bytes; a write-up may have {LARGEST_FILE:,}",
        "keep the conversation here and put recordings and long material elsewhere",
    )


@check(Severity.ERROR)
def empty_file() -> Wording:
    """The file has nothing in it."""
    return Wording(
        "the file is empty",
        'write the conversation up, or start again with `shoptalk new "Full Name"`',
    )


@check(Severity.ERROR)
def not_text(kind: str) -> Wording:
    """The file is a picture, a document or another thing that is not text."""
    return Wording(f"this is {kind}, not text", "save the write-up as plain text in UTF-8")


@check(Severity.ERROR)
def utf_16_file(encoding: str) -> Wording:
    """The file is saved as UTF-16 or UTF-32, not as UTF-8."""
    return Wording(
        f"the file is saved as {encoding.upper()}, not as UTF-8", "save it again as UTF-8"
    )


@check(Severity.ERROR)
def not_utf_8(byte: int, count: int, looks_like: str, corrected: str) -> Wording:
    """Bytes in the file are no UTF-8, so letters would be lost."""
    others = f", and so are {count - 1} more" if count > 1 else ""
    guess = f" (in Windows encoding it is '{looks_like}')" if looks_like else ""
    return Wording(
        f"byte 0x{byte:02X} is not UTF-8{guess}{others}",
        "save the file as UTF-8, so that the line reads",
        (corrected,),
    )


@check(Severity.ERROR)
def cut_off_character() -> Wording:
    """The file ends in the middle of a character: it was cut off."""
    return Wording(
        "the file ends in half a character; it was cut off",
        "save it again from where it was written, and look at its last line",
    )


def decode(path: str, data: bytes) -> tuple[Source | None, list[Finding]]:
    """The source that `data` holds, or None with the findings that say why there is none."""
    refusal = _refuse(path, data)
    if refusal:
        return None, [refusal]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_undecodable(path, data, error)]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = Source(path, text)
    if text.isascii() and not data.translate(None, ALLOWED_BYTES):
        return source, []
    return source, list(check_characters(source))


def _refuse(path: str, data: bytes) -> Finding | None:
    start = Place(path=path)
    if len(data) > LARGEST_FILE:
        return file_too_large.at(start, len(data))
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        return empty_file.at(start)
    head = data[:8]
    for signature, kind in SIGNATURES.items():
        if head.startswith(signature):
            return not_text.at(start, kind)
    for mark, encoding in UTF_16_AND_32.items():
        if head.startswith(mark):
            return utf_16_file.at(start, encoding)
    # Without a byte-order mark, UTF-16 shows in every other byte of English text being zero.
    if len(data) > 3 and data[:200].count(0) * 3 > len(data[:200]):
        return utf_16_file.at(start, "utf-16")
    return None


def _undecodable(path: str, data: bytes, error: UnicodeDecodeError) -> Finding:
    bad = data.decode("utf-8", "replace").count("\ufffd") - data.count(b"\xef\xbf\xbd")
    readable = data.decode("cp1252", "replace").replace("\r\n", "\n").replace("\r", "\n")
    shown = Source(path, readable)
    offset = len(data[: error.start].decode("cp1252", "replace").replace("\r\n", "\n"))
    place = shown.place(Span(offset, offset + 1))
    if error.reason == "unexpected end of data" and bad == 1:
        return cut_off_character.at(place)
    byte = data[error.start]
    looks_like = bytes([byte]).decode("cp1252", "ignore")
    return not_utf_8.at(place, byte, bad, looks_like, place.source_line)
