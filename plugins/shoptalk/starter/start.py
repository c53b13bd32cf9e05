"""Starting a new file."""

import re
import unicodedata
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from shoptalk.reading.file_names import DEVICE

STARTER = files("shoptalk.starter")
LONGEST_FILE_NAME = 200
"""Bytes; file systems allow 255, and `.md` and a number still have to fit."""
UNTYPEABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters, and bytes that the terminal did not send as UTF-8."""


def rubric_text(course: str) -> str:
    """A rubric that extends a built-in one, with what can be changed in comments."""
    return (STARTER / "rubric.yml").read_text(encoding="utf-8").format(course=course)


def whole_name(words: Iterable[str]) -> str:
    """A person's name as it was typed; empty if it is none."""
    name = " ".join(" ".join(words).split())
    return name if any(map(str.isalnum, name)) and not UNTYPEABLE.search(name) else ""


def is_garbled(text: str) -> bool:
    """Whether bytes of it were no text."""
    return not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text)


def file_name(name: str) -> str:
    """A name as a file and an address spell it: small letters and hyphens, in its own script."""
    folded = unicodedata.normalize("NFC", name).lower()
    kept = "".join(
        char if char.isalnum() or unicodedata.category(char)[0] == "M" else "-"
        for char in folded.replace("'", "").replace("’", "")
    )
    short = re.sub(r"-+", "-", kept).encode()[:LONGEST_FILE_NAME].decode(errors="ignore")
    plain = short.strip("-")
    return f"{plain}-1" if DEVICE.match(plain) else plain


def write_new(path: Path, text: str) -> None:
    """Write a file whole or not at all, and never over another.

    Raises FileExistsError if `path` is there already.
    """
    with path.open("x", encoding="utf-8", newline="\n") as file:
        try:
            file.write(text)
            file.flush()
        except OSError:
            path.unlink()
            raise
