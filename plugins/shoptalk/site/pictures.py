"""Pictures that lie beside the interviews that show them."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from shoptalk.reading.folder import PRIVATE
from shoptalk.site.portfolio import Portfolio

ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")


def find_pictures(folder: Path, portfolio: Portfolio) -> Iterator[tuple[Path, str]]:
    """Each picture that a conversation shows and the folder of interviews holds, with its address.

    Symbolic links are left out, and so is what no page names.
    """
    shown = "\n".join(unquote(one.interview.body.text) for one in portfolio.conversations)
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name[0] != "." and name != PRIVATE)
        for name in sorted(names):
            path = Path(root, name)
            is_picture = name.lower().endswith(ENDINGS) and not name.startswith(".")
            if is_picture and name in shown and not path.is_symlink():
                yield path, f"interviews/{path.relative_to(folder).as_posix()}"
