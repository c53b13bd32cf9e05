"""Files in another encoding than UTF-8 that say themselves which one it is."""

from shoptalk.reading.decoding import UTF_16_AND_32


def as_utf_8(data: bytes) -> bytes | None:
    """The same text in UTF-8, if a byte-order mark names the encoding and every byte fits it.

    Other bytes are never decoded: each old encoding has its own letter for them.
    """
    for mark, encoding in UTF_16_AND_32.items():
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return text.encode() if "\0" not in text else None
    return None
