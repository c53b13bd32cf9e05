"""The pages of a build as files, from which other generators make the same site."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from posixpath import join

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from shoptalk.findings.reporters.summary import render_counts
from shoptalk.findings.reporters.text import render_finding
from shoptalk.hosts.export_pages import Exporter
from shoptalk.hosts.export_settings import render_settings
from shoptalk.hosts.mkdocs_edition import MARK
from shoptalk.privacy.edition import Edition
from shoptalk.privacy.leaks.site_search import search_site
from shoptalk.privacy.public_people import PublicPeople
from shoptalk.site.exported import DOCS, MARK_TEXT, OVERRIDES, SETTINGS, VARIABLE
from shoptalk.site.exported import MARK as MARK_OF_FOLDER
from shoptalk.site.generated_page import GeneratedPage

log = get_plugin_logger("shoptalk")

Own = Callable[[str, Page], str]
"""What becomes of the Markdown of a page of the student's own."""


def write_export(
    folder: Path,
    config: MkDocsConfig,
    files: Files,
    nav: Navigation,
    *,
    generated: Mapping[str, GeneratedPage],
    exporter: Exporter,
    own: Own,
    edition: Edition,
) -> None:
    """Write the pages of a site that was just built into an empty folder, and settings for them.

    Raises PluginError if the folder is not there, or not empty.
    """
    if not folder.is_dir() or any(folder.iterdir()):
        raise PluginError(f"{VARIABLE} names no empty folder: {folder}")
    is_apart = edition is Edition.INSTRUCTOR
    mark = MARK if is_apart else ""
    for file in files:
        made = generated.get(file.src_uri)
        if not (file.inclusion.is_included() and _is_of_portfolio(file, config)):
            continue
        target = folder / DOCS / file.src_uri
        target.parent.mkdir(parents=True, exist_ok=True)
        if made and file.page:
            _write(target, exporter.text_of(made, file.page, mark))
        elif file.page:
            _write(target, _own_text(file, file.page, own, mark))
        else:
            target.write_bytes(file.content_bytes)
    if config.theme.custom_dir:
        shutil.copytree(config.theme.custom_dir, folder / OVERRIDES)
    _write(folder / SETTINGS, render_settings(config, nav, apart=is_apart))
    _write(folder / MARK_OF_FOLDER, MARK_TEXT)


def check_export(folder: Path, people: PublicPeople) -> None:
    """Log everything private in exported files. Raises PluginError if there is anything."""
    about = {
        join(DOCS, f"interviews/{shown}.md"): address for address, shown in people.addresses.items()
    }
    searched = search_site(folder, people.finder_of_everything(), homes=about)
    for finding in searched.findings:
        log.warning(render_finding(finding))
    if searched.findings:
        raise PluginError(
            f"the exported files show what they must not: {render_counts(searched.findings)}"
        )


def _is_of_portfolio(file: File, config: MkDocsConfig) -> bool:
    """Whether the student or the plugin made it, and not the theme or another plugin."""
    return file.generated_by == "shoptalk" or (
        not file.generated_by and file.src_dir == config.docs_dir
    )


def _own_text(file: File, page: Page, own: Own, mark: str) -> str:
    """A page of the student's own, below its front matter as it was written."""
    written = file.content_string
    text, _ = get_data(written)
    front_matter = written[: len(written) - len(text)]
    return front_matter + "\n\n".join(filter(None, (mark, own(text, page))))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
