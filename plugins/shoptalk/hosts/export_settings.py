"""The settings of an exported site: those of the portfolio, without what needs the plugin."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page
from yaml.representer import SafeRepresenter

from shoptalk.hosts.mkdocs_search import PLUGIN, SEPARATOR
from shoptalk.site.assets import FILTERS, SCRIPT, STYLESHEET
from shoptalk.site.exported import OVERRIDES

Nodes = dict[str, yaml.Node]

INHERIT = "INHERIT"
LEFT_OUT = {
    *("docs_dir", "site_dir", "hooks", "watch", "exclude_docs", "draft_docs"),
    *("edit_uri_template", "remote_branch", "remote_name"),
}
"""Settings that say where things lie in the portfolio, or run what is not exported."""

ALWAYS_ON = ("toc", "tables", "fenced_code")
"""What MkDocs reads Markdown with, whatever is set; other generators need it said."""

NEEDED = (*ALWAYS_ON, "attr_list", "md_in_html")
SLUGIFY = "tag:yaml.org,2002:python/object/apply:pymdownx.slugs.slugify"
SEARCHES = ("search", PLUGIN)


def render_settings(config: MkDocsConfig, nav: Navigation, *, apart: bool) -> str:
    """The text of `mkdocs.yml`; `apart`: for reading from a disk, without the site's address."""
    settings = _read(Path(config.config_file_path or ""))
    kept = {key: node for key, node in settings.items() if key not in LEFT_OUT}
    in_nav = list(_data_of(nav.items))
    made: Nodes = {
        "site_name": _node(config.site_name),
        "site_description": _node(config.site_description),
        **kept,
        "edit_uri": _node(""),  # it would lead to the exported files
        "theme": _theme(kept.get("theme")),
        "nav": _node(in_nav),
        "not_in_nav": _lines(["*", *_exceptions(nav)]),
        "markdown_extensions": _extensions(kept.get("markdown_extensions")),
        "extra_css": _list([_node(STYLESHEET), *_items(kept.get("extra_css"))]),
        "extra_javascript": _list(
            [*_items(kept.get("extra_javascript")), *(_deferred(one) for one in (SCRIPT, FILTERS))]
        ),
        "plugins": _plugins(kept.get("plugins")),
    }
    if apart:
        made |= {"site_url": _node(""), "use_directory_urls": _node(False)}
    return yaml.serialize(_mapping(made), Dumper=yaml.SafeDumper, allow_unicode=True, width=100)


def _read(path: Path) -> Nodes:
    """The settings of a file, and of those it inherits from, as they are written."""
    root = yaml.compose(path.read_bytes(), yaml.SafeLoader)
    settings = _pairs(root)
    if parent := settings.pop(INHERIT, None):
        return _pairs(_merged(_mapping(_read(path.parent / str(parent.value))), _mapping(settings)))
    return settings


def _merged(below: yaml.Node, above: yaml.Node) -> yaml.Node:
    if not (isinstance(below, yaml.MappingNode) and isinstance(above, yaml.MappingNode)):
        return above
    merged = _pairs(below)
    for key, node in _pairs(above).items():
        merged[key] = _merged(merged[key], node) if key in merged else node
    return _mapping(merged)


def _pairs(node: yaml.Node | None) -> Nodes:
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {str(key.value): value for key, value in node.value}


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    """What a list holds, or a mapping in its place."""
    if isinstance(node, yaml.MappingNode):
        return [_mapping({key: value}) for key, value in _pairs(node).items()]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _node(value: object) -> yaml.Node:
    return SafeRepresenter().represent_data(value)


def _mapping(pairs: Mapping[str, yaml.Node]) -> yaml.MappingNode:
    nodes = [(_node(key), value) for key, value in pairs.items()]
    return yaml.MappingNode("tag:yaml.org,2002:map", nodes, flow_style=False)


def _list(items: Iterable[yaml.Node]) -> yaml.SequenceNode:
    return yaml.SequenceNode("tag:yaml.org,2002:seq", list(items), flow_style=False)


def _lines(lines: Iterable[str]) -> yaml.ScalarNode:
    text = "".join(f"{line}\n" for line in lines)
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style="|")


def _name(item: yaml.Node) -> str:
    """Of a plugin or an extension, with options or without."""
    return next(iter(_pairs(item)), "") if isinstance(item, yaml.MappingNode) else str(item.value)


def _options(item: yaml.Node) -> Nodes:
    return next((_pairs(options) for options in _pairs(item).values()), {})


def _theme(node: yaml.Node | None) -> yaml.Node:
    theme = _pairs(node) or {"name": node or _node("mkdocs")}
    theme["font"] = _node(False)  # it would come from another host
    if theme.get("name", _node("")).value == "material":
        theme.setdefault("variant", _node("classic"))  # Zensical then looks like Material
    if "custom_dir" in theme:
        theme["custom_dir"] = _node(OVERRIDES)
    return _mapping(theme)


def _extensions(node: yaml.Node | None) -> yaml.Node:
    items = {_name(item): item for item in _items(node)}
    found = {name: items.get(name, _node(name)) for name in (*NEEDED, *items)}
    options = _options(found["toc"])
    lower_case = _mapping({"kwds": _mapping({"case": _node("lower")})})
    options.setdefault("slugify", yaml.MappingNode(SLUGIFY, lower_case.value))
    found["toc"] = _mapping({"toc": _mapping(options)})
    return _list(found.values())


def _plugins(node: yaml.Node | None) -> yaml.Node:
    return _list(map(_plugin, (item for item in _items(node) if _name(item) != "shoptalk")))


def _plugin(item: yaml.Node) -> yaml.Node:
    name = _name(item)
    if name not in SEARCHES:
        return item
    return _mapping({name: _mapping({"separator": _node(SEPARATOR), **_options(item)})})


def _deferred(address: str) -> yaml.Node:
    return _node({"path": address, "defer": True})


def _data_of(items: Iterable[StructureItem]) -> Iterator[object]:
    """A navigation as it stands in `mkdocs.yml`."""
    for item in items:
        if isinstance(item, Section):
            yield {item.title: list(_data_of(item.children))}
        elif isinstance(item, Link):
            yield {item.title or item.url: item.url}
        elif isinstance(item, Page):
            path = item.file.src_uri
            yield {item.__dict__["title"]: path} if item.__dict__.get("title") else path


def _exceptions(nav: Navigation) -> Iterator[str]:
    """The pages of the navigation, for a list of those that are not."""
    return (f"!/{page.file.src_uri}" for page in nav.pages)
