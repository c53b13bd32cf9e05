"""The student's own pages, and what `mkdocs.yml` says of them."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from shoptalk.reading.folder import shown_path
from shoptalk.reading.source import Source
from shoptalk.reading.source_file import read_source

SETTINGS = "mkdocs.yml"
DOCS = "docs"
SITE = "site"
ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""Those of the files that MkDocs makes pages of."""


class SiteSettings(NamedTuple):
    """What matters here of the settings of a site."""

    docs: Path
    """The folder of the student's own pages."""
    site: Path
    """The folder that the site is built into."""
    allowed: tuple[str, ...] = ()
    """The option `allow` of the plugin: what a public site may show besides what was agreed to."""


def read_site_settings(portfolio: Path) -> SiteSettings:
    """Those in `mkdocs.yml`; what MkDocs takes for granted where it says nothing.

    What is wrong with them MkDocs says when it builds.
    """
    try:
        root = yaml.compose((portfolio / SETTINGS).read_bytes(), yaml.CSafeLoader)
    except (OSError, ValueError, yaml.YAMLError):
        root = None
    return SiteSettings(
        docs=portfolio / _text(_child(root, "docs_dir"), DOCS),
        site=portfolio / _text(_child(root, "site_dir"), SITE),
        allowed=tuple(_texts(_child(_plugin(root), "allow"))),
    )


def own_page_paths(docs: Path) -> Iterator[Path]:
    """The files of the student's own pages, in order."""
    for folder, folders, names in os.walk(docs):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if name.endswith(ENDINGS) and not name.startswith(".") and path.is_file():
                yield path


def read_own_pages(docs: Path, start: Path) -> Iterator[Source]:
    """Those that hold text; paths in findings are relative to `start`."""
    for path in own_page_paths(docs):
        source, _ = read_source(str(path), shown_path(str(path), start))
        if source:
            yield source


def _plugin(root: yaml.Node | None) -> yaml.Node | None:
    """The options of the plugin, which stand in a list or in a mapping."""
    plugins = _child(root, "plugins")
    items = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    found = (_child(item, "shoptalk") for item in items)
    return next((options for options in found if options), None)


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _text(node: yaml.Node | None, otherwise: str) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else otherwise


def _texts(node: yaml.Node | None) -> list[str]:
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    return [item.value for item in items if isinstance(item, yaml.ScalarNode)]
