"""Starting a new interview file."""

import contextlib
import datetime
import os
import re
import tempfile
import unicodedata
from importlib.resources import files
from pathlib import Path

from shoptalk.reading.line import quoted
from shoptalk.reading.traps import looks_like

TEMPLATE = files("shoptalk.starter") / "interview.md"
SAFE_UNQUOTED = re.compile(r"\w[\w'’. -]*")


def start_interview(name: str, folder: Path, today: datetime.date) -> Path:
    """Write a starting file for the person and return its path.

    Raises FileExistsError where there is one already, and other OSErrors if it cannot be written.
    """
    path = folder / f"{file_name(name)}.md"
    safe = SAFE_UNQUOTED.fullmatch(name) and not looks_like(name)[0]
    text = TEMPLATE.read_text(encoding="utf-8").format(
        name=name if safe else quoted(name), date=today.isoformat()
    )
    folder.mkdir(parents=True, exist_ok=True)
    write_new(path, text)
    return path


def file_name(name: str) -> str:
    """A name as a file and an address spell it: small letters and hyphens, in its own script."""
    folded = unicodedata.normalize("NFC", name).lower()
    kept = "".join(
        char if char.isalnum() or unicodedata.category(char)[0] == "M" else "-"
        for char in folded.replace("'", "").replace("’", "")
    )
    return re.sub(r"-+", "-", kept).strip("-")[:80]


def write_new(path: Path, text: str) -> None:
    """Write a file whole or not at all, and never over another.

    Raises FileExistsError if `path` is there already.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".~", suffix=".md")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(temporary, 0o644)
        if os.name == "nt":
            os.rename(temporary, path)  # which refuses to replace a file there
        else:
            os.link(temporary, path)
    except FileExistsError:
        raise FileExistsError(17, "file exists", str(path)) from None
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)
