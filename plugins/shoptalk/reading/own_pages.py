"""The student's own pages, and what `mkdocs.yml` says of them."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from shoptalk.findings.finding import Finding
from shoptalk.reading.decoding import empty_file
from shoptalk.reading.folder import shown_path
from shoptalk.reading.nodes import SyntaxFault, compose, yaml_alias, yaml_tag
from shoptalk.reading.repair import read_nodes
from shoptalk.reading.source import Source, Span
from shoptalk.reading.source_file import read_source

SETTINGS = "mkdocs.yml"
DOCS = "docs"
SITE = "site"
ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""Those of the files that MkDocs makes pages of."""

ALLOWED_IN_SETTINGS = (yaml_alias.id, yaml_tag.id)
"""What a write-up may not have, but settings may: MkDocs knows what to do with it."""


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
    root = compose_settings(portfolio)
    return SiteSettings(
        docs=portfolio / text_of(child_of(root, "docs_dir"), DOCS),
        site=portfolio / text_of(child_of(root, "site_dir"), SITE),
        allowed=tuple(texts_of(child_of(plugin_of(root, "shoptalk"), "allow"))),
    )


def missing_docs(portfolio: Path) -> str:
    """What to do about a folder of own pages that is not there; empty if it is.

    MkDocs reads the settings before any plugin runs, and builds nothing without that folder.
    """
    root = compose_settings(portfolio)
    if root is None or child_of(root, "INHERIT"):
        return ""
    docs = portfolio / text_of(child_of(root, "docs_dir"), DOCS)
    if docs.is_dir():
        return ""
    return f"make the folder {docs.name}/ first; it may stay empty, but MkDocs does not go without"


def compose_settings(portfolio: Path) -> yaml.Node | None:
    """What `mkdocs.yml` says, with places; None where nothing can be read."""
    try:
        return yaml.compose((portfolio / SETTINGS).read_bytes(), yaml.CSafeLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return None


def settings_faults(portfolio: Path, start: Path) -> list[Finding]:
    """What keeps `mkdocs.yml` from being read, so that no site can be built.

    What it asks for is not looked at, and nothing that it names is run.
    """
    path = portfolio / SETTINGS
    if not path.is_file():
        return []
    source, findings = read_source(str(path), shown_path(str(path), start))
    if source is None:
        return [one for one in findings if one.check != empty_file.id]
    try:
        compose(source, source.text, 0)
    except SyntaxFault:
        faults = read_nodes(source, Span(0, len(source.text)))[1]
        return [one for one in faults if one.check not in ALLOWED_IN_SETTINGS]
    return []


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


def plugin_of(root: yaml.Node | None, *names: str) -> yaml.Node | None:
    """The options of a plugin, which stand in a list or in a mapping."""
    plugins = child_of(root, "plugins")
    items = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    found = (child_of(item, name) for item in items for name in names)
    return next((options for options in found if options), None)


def child_of(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """What stands under a key, if anything does."""
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def text_of(node: yaml.Node | None, otherwise: str) -> str:
    """A text as it is written."""
    return str(node.value) if isinstance(node, yaml.ScalarNode) else otherwise


def texts_of(node: yaml.Node | None) -> list[str]:
    """The texts of a list."""
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    return [item.value for item in items if isinstance(item, yaml.ScalarNode)]
