"""The files that pages need beside them."""

import re
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

STYLESHEET = "assets/shoptalk.css"
"""Its address in the site: everything in `assets/styles/`, in variables of Material."""

SCRIPT = "assets/shoptalk.js"
"""Likewise, of `assets/scripts/`; themes may change pages without loading it again."""

FILTERS = "assets/shoptalk-filters.js"
"""Of `assets/filters/`: what only pages with lists to choose from load; some themes, repeatedly."""

WORKER = "assets/iframe-worker.js"
"""What a site on a disk needs for its search; Material's `offline` looks for this name."""

COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)$", re.MULTILINE | re.DOTALL)
"""Lines that hold nothing else."""


def read_assets() -> Mapping[str, str]:
    """The assets of every site, by their addresses in it."""
    folder = _folder()
    parts = {STYLESHEET: "styles", SCRIPT: "scripts", FILTERS: "filters"}
    return {address: _joined(folder / name) for address, name in parts.items()}


def read_worker() -> str:
    """The script at the address `WORKER`."""
    return (_folder() / "offline" / "iframe-worker.js").read_text(encoding="utf-8")


def _folder() -> Traversable:
    return files("shoptalk.site") / "assets"


def _joined(folder: Traversable) -> str:
    parts = sorted(folder.iterdir(), key=lambda part: part.name)
    return "".join(shortened(part.read_text(encoding="utf-8")) for part in parts)


def shortened(text: str) -> str:
    """A stylesheet or a script, as short as it gets while each line stays a line.

    No text in it may go over several lines.
    """
    lines = (line.strip() for line in COMMENT.sub("", text).splitlines())
    return "".join(f"{line}\n" for line in lines if line)
