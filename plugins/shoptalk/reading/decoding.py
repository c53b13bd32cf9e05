"""Bytes to text: what is not plain UTF-8 text is named, never guessed at in silence."""

import codecs

from shoptalk.findings.check import Wording, check
from shoptalk.findings.finding import Finding, Place, Severity
from shoptalk.reading.characters import BEGINS_SUSPECT, check_characters
from shoptalk.reading.source import Source, Span

LARGEST_FILE = 250_000
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
BYTES_OF_NO_TEXT = bytes(one for one in range(32) if one not in b"\t\n\f\r\x1b")
"""A text in whatever encoding has a few of these at most."""
PLAIN_BYTES = bytes((9, 10, 13, *range(32, 127)))
"""ASCII without its control characters."""


@check(Severity.ERROR)
def file_too_large(size: int, most: int = LARGEST_FILE) -> Wording:
    """The file is far larger than a write-up can be.

    ### Why it matters

    A write-up has some thousand characters; this file has more than 250,000. Often a recording or
    a picture was saved under its name, or text was pasted in again and again. It is not read, so
    that checking stays quick.

    ### Example

    A transcript of twenty hours of talk was pasted into `rosalind-okafor.md`.

    ### Write instead

    Keep the answers that matter, and put recordings, pictures and transcripts elsewhere.
    """
    return Wording(
        f"the file has {size:,} bytes; {'a write-up' if most == LARGEST_FILE else 'it'} "
        f"may have {most:,}",
        "keep the conversation here and put recordings and long material elsewhere",
    )


@check(Severity.ERROR)
def empty_file() -> Wording:
    """The file has nothing in it.

    ### Why it matters

    There is nothing to make a page of and nothing to grade. Often a file is empty because saving it
    failed.

    ### Example

    The file `rosalind-okafor.md` is there, but it holds no text, or only blank lines.

    ### Write instead

    Write the conversation up in it, or delete it and run `shoptalk new "Full Name"`.
    """
    return Wording(
        "the file is empty",
        'write the conversation up, or start again with `shoptalk new "Full Name"`',
    )


@check(Severity.ERROR)
def not_text(kind: str) -> Wording:
    """The file is a picture, a document or another thing that is not text.

    ### Why it matters

    A write-up is plain text. A document from a word processor stays a document when its name is
    changed, and what is in it cannot be read as Markdown.

    ### Example

    `rosalind-okafor.docx` was renamed to `rosalind-okafor.md`.

    ### Write instead

    Open the document, copy its text, and paste it into a new file in a text editor.
    """
    return Wording(f"this is {kind}, not text", "save the write-up as plain text in UTF-8")


@check(Severity.ERROR)
def utf_16_file(encoding: str) -> Wording:
    """The file is saved as UTF-16 or UTF-32, not as UTF-8.

    ### Why it matters

    These are other ways of storing letters, which some Windows programs call "Unicode". MkDocs
    expects UTF-8; by itself it stops at such a file, and then no page of the site is built.

    ### Example

    The write-up was saved with the encoding "Unicode" or "UTF-16 LE".

    ### Write instead

    In your editor choose "Save with encoding" or "Save as", then UTF-8.
    """
    return Wording(
        f"the file is saved as {encoding.upper()}, not as UTF-8", "save it again as UTF-8"
    )


@check(Severity.ERROR)
def not_utf_8(byte: int, count: int, looks_like: str, corrected: str) -> Wording:
    """Bytes in the file are no UTF-8, so letters would be lost.

    ### Why it matters

    UTF-8 is the way in which programs store letters today. This file was saved in an older one,
    such as Windows-1252. MkDocs by itself stops at the first letter that is stored so, and then no
    page of the site is built.

    ### Example

    "Café" was saved in the encoding Windows-1252, which stores its é as the single byte 0xE9.

    ### Write instead

    In your editor choose "Save with encoding" or "Save as", then UTF-8. The message shows how the
    line should read; look whether its letters are right.
    """
    others = f", and neither {'is' if count == 2 else 'are'} {count - 1:,} more"
    guess = f" (in Windows encoding it is '{looks_like}')" if looks_like else ""
    return Wording(
        f"byte 0x{byte:02X} is not UTF-8{guess}{others if count > 1 else ''}",
        "save the file as UTF-8, so that the line reads",
        (corrected,),
    )


@check(Severity.ERROR)
def cut_off_character() -> Wording:
    """The file ends in the middle of a character: it was cut off.

    ### Why it matters

    Letters such as é are stored as two or more bytes, and of the last one only a part is there.
    Saving or copying the file stopped too early, so more than that one letter may be gone, and
    MkDocs by itself stops at such a file.

    ### Example

    The file should end in "café", but its last byte is only the first half of the é.

    ### Write instead

    Save the file again from where it was written, and read its last lines.
    """
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
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_undecodable(path, error)]
    source = Source(path, _with_line_ends(text))
    # What is suspect is not plain, and most texts have little that is not.
    unusual = data.translate(None, PLAIN_BYTES).decode("utf-8")
    if not BEGINS_SUSPECT.search(unusual):
        return source, []
    return source, list(check_characters(source))


def _refuse(path: str, data: bytes) -> Finding | None:
    start = Place(path=path)
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


def _undecodable(path: str, error: UnicodeDecodeError) -> Finding:
    data = error.object  # without a byte-order mark, which its offsets leave out
    head = data[:1000]
    if len(head.translate(None, BYTES_OF_NO_TEXT)) * 20 < len(head) * 19:
        return not_text.at(Place(path=path), "a file of another program")
    good = data[: error.start].decode("utf-8")
    start = len(good.replace("\r\n", "\n"))
    bad = data.decode("utf-8", "replace").count("\ufffd") - data.count(b"\xef\xbf\xbd")
    if error.reason == "unexpected end of data" and bad == 1:
        cut = Source(path, _with_line_ends(good + "\ufffd"))
        return cut_off_character.at(cut.place(Span(start, start + 1)))
    readable = _with_line_ends(data.decode("utf-8", AS_WINDOWS_1252))
    place = Source(path, readable).place(Span(start, start + 1))
    byte = data[error.start]
    looks_like = bytes([byte]).decode("cp1252", "ignore")
    return not_utf_8.at(place, byte, bad, looks_like, place.source_line)


def _with_line_ends(text: str) -> str:
    """A text with Unix line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """What a byte that is no UTF-8 is in the encoding that it most likely has."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return wrong.decode("cp1252", "replace"), error.end


AS_WINDOWS_1252 = "shoptalk-windows-1252"
codecs.register_error(AS_WINDOWS_1252, _as_windows_1252)
