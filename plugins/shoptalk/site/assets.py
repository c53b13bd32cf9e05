"""The files that pages need beside them."""

from importlib.resources import files

STYLESHEET = "assets/shoptalk.css"
"""Its address in the site, and its place in this folder."""

SCRIPT = "assets/bank.js"
"""Likewise; every page may load it, because themes may change pages without loading it again."""


def read_asset(name: str) -> str:
    """The text of an asset."""
    return (files("shoptalk.site") / name).read_text(encoding="utf-8")
