"""Pictures that lie beside the interviews that show them."""

import os
from collections.abc import Iterator
from pathlib import Path

ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")


def find_pictures(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each picture in the folder of interviews, with its address in the site; no symbolic links."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if (
                name.lower().endswith(ENDINGS)
                and not name.startswith(".")
                and not path.is_symlink()
            ):
                yield path, f"interviews/{path.relative_to(folder).as_posix()}"
