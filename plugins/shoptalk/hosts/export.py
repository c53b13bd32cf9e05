"""The pages of a build as files, from which other generators make the same site."""

import shutil
from collections.abc import Mapping
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
from shoptalk.hosts.export_links import with_portable_links
from shoptalk.hosts.export_pages import Exporter
from shoptalk.hosts.export_settings import render_settings
from shoptalk.hosts.mkdocs_edition import MARK
from shoptalk.hosts.mkdocs_leaks import refuse_unless_everybody
from shoptalk.hosts.mkdocs_pages import with_blocks
from shoptalk.privacy.edition import Edition
from shoptalk.privacy.leaks.site_search import search_site
from shoptalk.privacy.public_links import with_public_links
from shoptalk.privacy.public_people import PublicPeople
from shoptalk.site.exported import DOCS, MARK_TEXT, OVERRIDES, SETTINGS, VARIABLE
from shoptalk.site.exported import MARK as MARK_OF_FOLDER
from shoptalk.site.generated_page import GeneratedPage
from shoptalk.site.portfolio import Portfolio

log = get_plugin_logger("shoptalk")


def write_export(
    folder: Path,
    config: MkDocsConfig,
    files: Files,
    nav: Navigation,
    *,
    generated: Mapping[str, GeneratedPage],
    exporter: Exporter,
    portfolio: Portfolio,
    people: PublicPeople | None,
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
            front_matter, text = _parts(file)
            text = with_public_links(text, file.src_uri, people) if people else text
            text = _with_own_blocks(text, file.page, portfolio, files)
            _write(target, front_matter + "\n\n".join(filter(None, (mark, text))))
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
    refuse_unless_everybody(people, folder.name)


def _is_of_portfolio(file: File, config: MkDocsConfig) -> bool:
    """Whether the student or the plugin made it, and not the theme or another plugin."""
    return file.generated_by == "shoptalk" or (
        not file.generated_by and file.src_dir == config.docs_dir
    )


def _parts(file: File) -> tuple[str, str]:
    """The front matter of a page as it was written, and the text below it."""
    written = file.content_string
    text, _ = get_data(written)
    return written[: len(written) - len(text)], text


def _with_own_blocks(text: str, page: Page, portfolio: Portfolio, files: Files) -> str:
    """A page of the student's own with blocks whose links hold for any generator."""
    return with_blocks(
        text,
        page,
        portfolio,
        address_of=str,
        finish=lambda html: with_portable_links(html, page, files),
    )


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
