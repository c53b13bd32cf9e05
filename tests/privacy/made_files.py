"""Files of several kinds, as small as they can be, that say what a test wants."""

import base64
import gzip
import io
import struct
import zipfile
import zlib


def tiff(*entries: tuple[int, int, bytes], inner: tuple[int, list] = (0, [])) -> bytes:
    """A TIFF of one folder, with another in it for `inner`."""
    tag, of_inner = inner
    listed = [*entries, *([(tag, 4, b"")] if tag else [])]
    start = 8 + 2 + 12 * len(listed) + 4
    values, head = b"", b""
    for one, kind, value in listed:
        if one == tag:
            continue
        size = {2: 1, 5: 8, 7: 1}[kind]
        head += struct.pack("<HHII", one, kind, len(value) // size, start + len(values))
        values += value.ljust(4, b"\0")
    if tag:
        at = start + len(values)
        head += struct.pack("<HHII", tag, 4, 1, at)
        data_at, rows, data = at + 2 + 12 * len(of_inner) + 4, b"", b""
        for one, kind, value in of_inner:
            rows += struct.pack("<HHII", one, kind, len(value) // 8, data_at + len(data))
            data += value
        values += struct.pack("<H", len(of_inner)) + rows + b"\0\0\0\0" + data
    return b"II*\0" + struct.pack("<IH", 8, len(listed)) + head + b"\0\0\0\0" + values


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def jpeg(*segments: bytes, behind: bytes = b"") -> bytes:
    scan = segment(0xDA, b"\1\1\0\0\x3f\0") + b"\x12\xff\0\x34\xff\xd9"
    return b"\xff\xd8" + b"".join(segments) + scan + behind


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + b"\0\0\0\0"


def png(*chunks: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join((*chunks, chunk(b"IEND", b"")))


def zipped(name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return made.getvalue()


def gif(*blocks: bytes) -> bytes:
    """A GIF with one comment, in blocks."""
    divided = b"".join(bytes((len(one),)) + one for one in blocks)
    return b"GIF89a\1\0\1\0\0\0\0!\xfe" + divided + b"\0;"


def webp(kind: bytes, content: bytes) -> bytes:
    body = b"WEBP" + kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def raw_profile(kind: str, content: bytes) -> bytes:
    """A PNG with a profile in hexadecimal digits."""
    text = f"\n{kind}\n{len(content):8}\n{content.hex()}\n".encode()
    return png(chunk(b"zTXt", b"Raw profile type " + kind.encode() + b"\0\0" + zlib.compress(text)))


def pdf(body: bytes) -> bytes:
    return b"%PDF-1.7\n" + body + b"\ntrailer"


def packed(content: bytes) -> bytes:
    """A stream of a PDF."""
    return b"<</Filter/FlateDecode>>stream\n" + zlib.compress(content) + b"\nendstream"


def named_gzip(name: str) -> bytes:
    made = io.BytesIO()
    with gzip.GzipFile(name, "wb", fileobj=made):
        pass
    return made.getvalue()


def data_address(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def exif(content: bytes) -> bytes:
    return b"Exif\0\0" + content


RATIONALS = struct.pack("<6I", 52, 1, 30, 1, 0, 1)
GPS = tiff(inner=(0x8825, [(2, 5, RATIONALS), (4, 5, RATIONALS)]))
