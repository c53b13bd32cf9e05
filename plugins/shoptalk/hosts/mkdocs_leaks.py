"""Whether a site that was just built shows what it must not."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from shoptalk.findings.reporters.summary import render_counts
from shoptalk.findings.reporters.text import render_finding
from shoptalk.privacy.leaks.site_files import theme_folders
from shoptalk.privacy.leaks.site_search import search_site
from shoptalk.privacy.public_people import PublicPeople
from shoptalk.reading.folder import shown_path
from shoptalk.reading.own_pages import read_own_pages
from shoptalk.reading.source import Source
from shoptalk.reading.source_file import read_source

log = get_plugin_logger("shoptalk")


def sources_of(files: Files) -> Mapping[str, str]:
    """The author's own files, by what is made from them, from the root of the site."""
    here = Path.cwd()
    return {
        file.dest_uri: shown_path(os.path.abspath(file.abs_src_path), here)  # noqa: PTH100
        for file in files
        if file.abs_src_path and not file.generated_by
    }


def _repeated_from(config: MkDocsConfig) -> Iterator[Source]:
    """Where stands what every page repeats: in the settings, and in titles of own pages."""
    here, path = Path.cwd(), config.config_file_path
    settings = read_source(path, shown_path(path, here))[0] if path else None
    if settings:
        yield settings
    yield from read_own_pages(Path(config.docs_dir), here)


def check_site(config: MkDocsConfig, people: PublicPeople, made_from: Mapping[str, str]) -> None:
    """Log everything private in a built site.

    Raises PluginError if there is anything: the files stay, and must not be published.
    """
    shown = shown_path(config.site_dir, Path.cwd())
    searched = search_site(
        Path(config.site_dir),
        people.finder_of_everything(),
        homes=people.homes(),
        same_as=theme_folders(),
        made_from=made_from,
        shown_as=shown,
    )
    if not searched.findings:
        refuse_unless_everybody(people, shown)
        return
    findings = searched.findings_in_short(list(_repeated_from(config)))
    for finding in findings:
        log.warning(render_finding(finding))
    raise PluginError(
        f"the site shows what it must not: {render_counts(findings)}; "
        f"do not publish {shown}/ as it is, and build it again"
    )


def refuse_unless_everybody(people: PublicPeople, shown: str) -> None:
    """Raises PluginError where nobody can know whom a site must not name."""
    if people.unread:
        raise PluginError(f"{people.cannot_search}; mend it, do not publish {shown}/")
