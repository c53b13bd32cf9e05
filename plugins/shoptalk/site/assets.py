"""The files that pages need beside them."""

from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

STYLESHEET = "assets/shoptalk.css"
"""Its address in the site: everything in `assets/styles/`, in variables of Material."""

SCRIPT = "assets/shoptalk.js"
"""Likewise, of `assets/scripts/`; themes may change pages without loading it again."""


def read_assets() -> Mapping[str, str]:
    """The assets by their addresses in the site."""
    folder = files("shoptalk.site") / "assets"
    return {STYLESHEET: _joined(folder / "styles"), SCRIPT: _joined(folder / "scripts")}


def _joined(folder: Traversable) -> str:
    parts = sorted(folder.iterdir(), key=lambda part: part.name)
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)
