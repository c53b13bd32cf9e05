"""What pictures say besides what they show. Damaged ones are read as far as they go."""

import re
import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

MOST_ENTRIES = 500
LARGEST_TEXT = 1_000_000
TAGS = {
    0x010D: "DocumentName", 0x010E: "ImageDescription", 0x010F: "Make", 0x0110: "Model",
    0x0131: "Software", 0x013B: "Artist", 0x013C: "HostComputer", 0x8298: "Copyright",
    0x9286: "UserComment", 0x9C9B: "XPTitle", 0x9C9C: "XPComment", 0x9C9D: "XPAuthor",
    0x9C9E: "XPKeywords", 0x9C9F: "XPSubject", 0xA430: "CameraOwnerName",
}  # fmt: skip
BYTE, TEXT, UNDEFINED = 1, 2, 7
LONGEST_NUMBER = 8
SIZES = {BYTE: 1, TEXT: 1, 3: 2, 4: 4, 5: 8, UNDEFINED: 1, 9: 4, 10: 8}
EXIF_FOLDER, GPS_FOLDER = 0x8769, 0x8825
LATITUDE, LONGITUDE = 2, 4
USER_COMMENT = 0x9286
XP_TAGS = range(0x9C9B, 0x9CA0)
IPTC = {5: "ObjectName", 25: "Keywords", 80: "By-line", 90: "City", 105: "Headline",
        110: "Credit", 116: "CopyrightNotice", 120: "Caption"}  # fmt: skip

EXIF_BEGINS = b"Exif\x00\x00"
JPEG_BEGINS, PNG_BEGINS = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
TIFF_BEGINNINGS = (b"II*\x00", b"MM\x00*")
GIF_BEGINNINGS = (b"GIF87a", b"GIF89a")
MOST_PICTURES = 20
EXIF_ANYWHERE = re.compile(rb"(?<=Exif\0\0)(?:II|MM)|II\*\0\x08\0\0\0|MM\0\*\0\0\0\x08")
GIF_COMMENT = b"!\xfe"
PLACE_IN_FILM = re.compile(rb"[+-]\d{2}\.\d{3,8}[+-]\d{3}\.\d{3,8}(?:[+-][\d.]{1,10})?/")
"""Latitude and longitude as telephones write them into films."""

PLACE_IN_XMP = re.compile(
    r"GPS(?:Latitude|Longitude)(?:=[\"']|>)\s*(\d{1,3}[,.][\d.,]{1,20}[NESW])"
)
RAW_PROFILE = b"Raw profile type "
MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
RUN_OF_TEXT = re.compile(rb"[\x20-\x7e\x80-\xff\t\r\n]{4,}")


class Described(NamedTuple):
    """A text that stands in a picture's file."""

    part: str
    """Such as `EXIF Artist`."""
    text: str
    is_position: bool = False
    """It says where the picture was taken."""
    is_guessed: bool = False
    """Bytes that may only look like text."""


def metadata_of(data: bytes) -> list[Described] | None:
    """What is said in a picture's file; None if it is no picture whose format is known."""
    if data.startswith(JPEG_BEGINS):
        return list(_jpeg(data))
    if data.startswith(PNG_BEGINS):
        return list(_png(data))
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return list(_webp(data))
    if data.startswith(GIF_BEGINNINGS):
        return [*_gif_comments(data), *loose_text(data, "GIF")]
    if data.startswith(TIFF_BEGINNINGS):
        return [*_exif(data), *loose_text(data, "TIFF")]
    return None


def exif_anywhere(data: bytes) -> list[Described]:
    """EXIF and positions in a file of another kind, such as HEIC or a film."""
    found: list[Described] = []
    for number, begin in enumerate(EXIF_ANYWHERE.finditer(data)):
        if number == MOST_PICTURES:
            break
        found += _exif(data[begin.start() :])
    place = PLACE_IN_FILM.search(data)
    if place:
        found.append(Described("position of the film", place[0].decode(), is_position=True))
    return found


def _jpeg(data: bytes) -> Iterator[Described]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xD9:
            yield from exif_anywhere(data[at + 2 :])
            yield from loose_text(data[at + 2 :], "behind the end of the JPEG")
            return
        if marker == 0xFF:
            at += 1
            continue
        yield from _jpeg_segment(marker, data[at + 4 : at + 2 + length])
        at += 2 + length
        if marker == 0xDA:
            following = MARKER.search(data, at)
            at = following.start() if following else len(data)


def _jpeg_segment(marker: int, content: bytes) -> Iterator[Described]:
    if marker == 0xE1 and content.startswith(EXIF_BEGINS):
        yield from _exif(content[len(EXIF_BEGINS) :])
    elif marker == 0xE1:
        yield from xmp_of(content.partition(b"\x00")[2])
    elif marker == 0xED:
        yield from _iptc(content)
    elif marker == 0xFE:
        yield Described("JPEG comment", _text(content))
    elif 0xE0 <= marker <= 0xEF:
        yield from loose_text(content, f"JPEG APP{marker - 0xE0}")


def _png(data: bytes) -> Iterator[Described]:
    at = len(PNG_BEGINS)
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        yield from _png_chunk(kind, data[at + 8 : at + 8 + length])
        at += length + 12
        if kind == b"IEND":
            yield from loose_text(data[at:], "behind the end of the PNG")
            return


def _png_chunk(kind: bytes, content: bytes) -> Iterator[Described]:
    keyword, _, rest = content.partition(b"\x00")
    part = f"PNG {keyword.decode('latin-1')[:79]}"
    if kind in (b"tEXt", b"zTXt"):
        text = rest if kind == b"tEXt" else inflated(rest[1:])
        if keyword.startswith(RAW_PROFILE):
            yield from _raw_profile(text, part)
        yield Described(part, _text(keyword + b" " + text))
    elif kind == b"iTXt":
        is_compressed, rest = rest[:1] == b"\x01", rest[2:]
        language, _, rest = rest.partition(b"\x00")
        title, _, text = rest.partition(b"\x00")
        text = inflated(text) if is_compressed else text
        yield Described(part, _text(b" ".join((keyword, language, title, text))))
        yield from _places(_text(text))
    elif kind == b"eXIf":
        yield from _exif(content)
    elif kind == b"iCCP":
        yield from loose_text(keyword + b" " + inflated(rest[1:]), part)
    elif kind not in (b"IDAT", b"IHDR", b"PLTE", b"IEND", b"fdAT"):
        yield from loose_text(content, f"PNG chunk {kind.decode('latin-1')}")


def _raw_profile(text: bytes, part: str) -> Iterator[Described]:
    """EXIF, IPTC or XMP in hexadecimal digits, below a line with its kind and one with its size."""
    digits = b"".join(b"".join(text.split(b"\n")[3:]).split())
    try:
        data = bytes.fromhex(digits.decode("ascii"))
    except ValueError:
        return
    yield from exif_anywhere(data)
    yield from _iptc(data)
    yield from xmp_of(data) if b"<" in data else loose_text(data, part)


def xmp_of(data: bytes) -> Iterator[Described]:
    """XMP, and where it says that the picture was taken."""
    text = _text(data)
    yield Described("XMP", text)
    yield from _places(text)


def _places(text: str) -> Iterator[Described]:
    places = PLACE_IN_XMP.findall(text)
    if places:
        yield Described("XMP GPS", ", ".join(places), is_position=True)


def _gif_comments(data: bytes) -> Iterator[Described]:
    """Each comment, which is divided into blocks that begin with their lengths."""
    at = data.find(GIF_COMMENT)
    while at >= 0:
        at, found = at + len(GIF_COMMENT), b""
        while at < len(data) and data[at] and len(found) < LARGEST_TEXT:
            found += data[at + 1 : at + 1 + data[at]]
            at += 1 + data[at]
        yield Described("GIF comment", _text(found), is_guessed=True)
        at = data.find(GIF_COMMENT, at)


def _webp(data: bytes) -> Iterator[Described]:
    at = 12
    while at + 8 <= len(data):
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        content = data[at + 8 : at + 8 + length]
        if kind == b"EXIF":
            yield from _exif(content.removeprefix(EXIF_BEGINS))
        elif kind == b"XMP ":
            yield from xmp_of(content)
        elif kind not in (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"):
            yield from loose_text(content, f"WebP chunk {kind.decode('latin-1')}")
        at += 8 + length + length % 2
    yield from loose_text(data[at:], "behind the end of the WebP")


def _exif(data: bytes) -> Iterator[Described]:
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None or len(data) < 8:
        return
    waiting = [(struct.unpack(f"{order}I", data[4:8])[0], False)]
    met: set[int] = set()
    while waiting:
        offset, is_gps = waiting.pop()
        if offset in met or offset + 2 > len(data) or len(met) > MOST_ENTRIES:
            continue
        met.add(offset)
        entries = dict(_entries(data, order, offset))
        for tag, (kind, value) in entries.items():
            if tag in (EXIF_FOLDER, GPS_FOLDER) and len(value) == 4:
                inner = struct.unpack(f"{order}I", value)[0]
                waiting.append((inner, tag == GPS_FOLDER))
            elif kind == TEXT or tag == USER_COMMENT or tag in XP_TAGS:
                name = f"GPS tag {tag}" if is_gps else TAGS.get(tag, f"tag {tag:#06x}")
                yield Described(f"EXIF {name}", _exif_text(tag, value))
            elif kind in (BYTE, UNDEFINED) and len(value) > LONGEST_NUMBER:
                yield from loose_text(value, f"EXIF tag {tag:#06x}", is_guessed=True)
        if is_gps and LATITUDE in entries and LONGITUDE in entries:
            degrees = (_degrees(entries[tag][1], order) for tag in (LATITUDE, LONGITUDE))
            yield Described("EXIF GPS", ", ".join(degrees), is_position=True)
        following = (
            offset
            + 2
            + 12 * int.from_bytes(data[offset : offset + 2], "little" if order == "<" else "big")
        )
        if following + 4 <= len(data):
            waiting.append((struct.unpack(f"{order}I", data[following : following + 4])[0], False))


def _entries(data: bytes, order: str, offset: int) -> Iterator[tuple[int, tuple[int, bytes]]]:
    count = struct.unpack(f"{order}H", data[offset : offset + 2])[0]
    for number in range(min(count, MOST_ENTRIES)):
        entry = data[offset + 2 + 12 * number : offset + 14 + 12 * number]
        if len(entry) < 12:
            return
        tag, kind, values = struct.unpack(f"{order}HHI", entry[:8])
        size = SIZES.get(kind, 0) * values
        if 0 < size <= 4:
            yield tag, (kind, entry[8 : 8 + size])
        elif size:
            start = struct.unpack(f"{order}I", entry[8:])[0]
            yield tag, (kind, data[start : start + min(size, LARGEST_TEXT)])


def _exif_text(tag: int, value: bytes) -> str:
    if tag in XP_TAGS or (tag == USER_COMMENT and value.startswith(b"UNICODE")):
        text = value[8:] if tag == USER_COMMENT else value
        big = text[:1] == b"\x00"
        return text.decode("utf-16-be" if big else "utf-16-le", "replace").strip("\x00 ")
    return _text(value[8:] if tag == USER_COMMENT else value)


def _degrees(value: bytes, order: str) -> str:
    """Degrees, minutes and seconds, each as a fraction, as one number."""
    total = 0.0
    for number in range(min(len(value) // 8, 3)):
        above, below = struct.unpack(f"{order}II", value[8 * number : 8 * number + 8])
        total += above / below / 60**number if below else 0
    return f"{total:.2f}°"


def _iptc(content: bytes) -> Iterator[Described]:
    at = content.find(b"\x1c\x02")
    while at >= 0 and at + 5 <= len(content):
        length = int.from_bytes(content[at + 3 : at + 5], "big")
        name = IPTC.get(content[at + 2], str(content[at + 2]))
        yield Described(f"IPTC {name}", _text(content[at + 5 : at + 5 + length]))
        at = content.find(b"\x1c\x02", at + 5 + length)


def loose_text(data: bytes, part: str, *, is_guessed: bool = False) -> Iterator[Described]:
    """The runs of text in a part of a file that has no format of its own."""
    runs = b"\n".join(RUN_OF_TEXT.findall(data))
    if runs:
        yield Described(part, _text(runs), is_guessed=is_guessed)
        yield from _places(_text(runs))


def inflated(data: bytes) -> bytes:
    """What a zlib stream holds, as far as it can be read, up to a limit."""
    try:
        return zlib.decompressobj().decompress(data, LARGEST_TEXT)
    except zlib.error:
        return b""


def _text(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8").strip("\x00 ")
    except UnicodeDecodeError:
        return data.decode("latin-1").strip("\x00 ")
