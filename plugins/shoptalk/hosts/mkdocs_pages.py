"""Generated pages among those of MkDocs: as files, in the navigation, in the student's own text."""

import os
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from shoptalk.hosts.mkdocs_content import PERMALINK
from shoptalk.hosts.mkdocs_options import Places
from shoptalk.reading.folder import shown_path
from shoptalk.reading.page_blocks import BLOCK, BLOCKS
from shoptalk.reading.slug import slug
from shoptalk.site.assets import SCRIPT, STYLESHEET, read_assets
from shoptalk.site.charts.of_portfolio import CHARTS
from shoptalk.site.generated_page import GeneratedPage, with_meta
from shoptalk.site.pages import make_home, make_pages, render_block
from shoptalk.site.phrases import box
from shoptalk.site.pictures import find_pictures
from shoptalk.site.portfolio import Portfolio
from shoptalk.site.rendering import render_markdown

log = get_plugin_logger("shoptalk")


def ask_for(config: MkDocsConfig) -> str:
    """Set what generated pages need; gives the sign of links to headings, if the site has one."""
    permalink = config.mdx_configs.get("toc", {}).get("permalink", "")
    if "attr_list" not in config.markdown_extensions:
        config.markdown_extensions.append("attr_list")
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slug)
    config.extra_css.insert(0, STYLESHEET)
    script = config_options.ExtraScriptValue(SCRIPT)
    script.defer = True
    config.extra_javascript.append(script)
    return PERMALINK if permalink is True else str(permalink or "")


def leaves_out(path: str, config: MkDocsConfig) -> bool:
    """Whether the site goes without a page, by its path."""
    return bool(config.exclude_docs and config.exclude_docs.match_file(path))


def pages_for(portfolio: Portfolio, files: Files) -> Iterator[GeneratedPage]:
    """Every page that the portfolio needs; a first one only where the student has none."""
    if not any(file.dest_uri == "index.html" for file in files):
        yield make_home(portfolio)
    yield from make_pages(portfolio)


def add_pages(
    pages: Iterable[GeneratedPage], files: Files, config: MkDocsConfig
) -> Mapping[str, GeneratedPage]:
    """Add what the site has no page of its own for; gives what was added, by its path."""
    added: dict[str, GeneratedPage] = {}
    for page in pages:
        if leaves_out(page.path, config) or page.path in added:
            continue
        own = files.get_file_from_path(page.path)
        if own is None:
            added[page.path] = page
            files.append(_file_of(page, config))
        else:
            log.info(f"{own.src_uri} of docs/ is used instead of the generated page")
    return added


def _file_of(page: GeneratedPage, config: MkDocsConfig) -> File:
    in_navigation = page.indexed and config.nav is None
    file = File.generated(
        config,
        page.path,
        content=with_meta(page.meta, page.body),
        inclusion=InclusionLevel.INCLUDED if in_navigation else InclusionLevel.NOT_IN_NAV,
    )
    if page.source:
        file.edit_uri = Path(os.path.relpath(page.source, config.docs_dir)).as_posix()
    return file


def add_other_files(
    interviews: Path, portfolio: Portfolio, files: Files, config: MkDocsConfig
) -> None:
    """Add the pictures that interviews show, and what every page loads."""
    for source, path in find_pictures(interviews, portfolio):
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, abs_src_path=str(source)))
    for address, text in read_assets().items():
        files.append(File.generated(config, address, content=text))


def flattened(item: StructureItem, generated: Container[str]) -> StructureItem:
    """A generated page in the place of the section in which it is alone."""
    if not isinstance(item, Section) or len(item.children) != 1:
        return item
    [page] = item.children
    if not isinstance(page, Page) or page.file.src_uri not in generated:
        return item
    page.parent = None
    page.title = item.title
    return page


def with_blocks(
    markdown: str,
    page: Page,
    portfolio: Portfolio,
    address_of: Callable[[str], str],
    finish: Callable[[str], str] = str,
) -> str:
    """A page of the student's own with blocks in the place of their comments.

    `finish` changes the HTML of those that are HTML.
    """
    path = page.file.src_uri

    def block(comment: re.Match[str]) -> str:
        name = comment["block"]
        if name not in BLOCKS:
            return comment[0]
        earlier = comment.string.count(f"shoptalk/{name}", 0, comment.start())
        made = render_block(name, portfolio, path, earlier)
        # MkDocs does not see links within HTML.
        return finish(render_markdown(made, address_of)) if name in CHARTS else made

    return BLOCK.sub(block, markdown) if "shoptalk/" in markdown else markdown


def with_findings(html: str, file: File, portfolio: Portfolio, places: Places) -> str:
    """A page of the student's own, in a preview below what was found in it."""
    if not (portfolio.preview and portfolio.page_findings and file.abs_src_path):
        return html
    name = shown_path(os.path.abspath(file.abs_src_path), places.start)  # noqa: PTH100
    found = [one for one in portfolio.page_findings if one.place.path == name]
    return f"{box(found, 'this page')}\n{html}" if found else html
