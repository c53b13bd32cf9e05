"""Pictures that lie beside the interviews that show them."""

import os
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from shoptalk.reading.folder import PRIVATE
from shoptalk.site.portfolio import Portfolio

ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")


def find_pictures(folder: Path, portfolio: Portfolio) -> Iterator[tuple[Path, str]]:
    """Each picture that a conversation shows and the folder of interviews holds, with its address.

    Symbolic links are left out, and so is what no page names by its path: a picture of the same
    name in another folder may be of somebody who did not agree to be seen.
    """
    shown = [
        (one.file.address, unquote(one.interview.body.text)) for one in portfolio.conversations
    ]
    texts = "\n".join(text for _, text in shown)
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if name[0] != "." and name.casefold() != PRIVATE
        )
        for name in sorted(names):
            path = Path(root, name)
            is_picture = name.lower().endswith(ENDINGS) and not name.startswith(".")
            if is_picture and name in texts and not path.is_symlink():
                address = path.relative_to(folder).as_posix()
                if any(name in text and _names(text, home, address) for home, text in shown):
                    yield path, f"interviews/{address}"


def _names(text: str, home: str, picture: str) -> bool:
    """Whether the text of an interview names a picture, from its own folder or the root."""
    way = posixpath.relpath(picture, posixpath.dirname(home) or ".")
    # In HTML the way begins at the page, which is a folder of its own.
    ways = (way, f"./{way}", f"../{way}", f"/interviews/{picture}")
    return any(re.search(rf"(?<![\w/.-]){re.escape(one)}", text) for one in ways)
