"""A site that is opened from a disk: its pages are files, and the search needs no server."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from shoptalk.site.assets import WORKER, read_worker

INDEX = "search/search_index.json"


def is_for_disks(config: MkDocsConfig) -> bool:
    """Its links lead to files, as with `mkdocs build --no-directory-urls`."""
    return not config.use_directory_urls


def add_worker(files: Files, config: MkDocsConfig) -> None:
    """Let the search work where browsers start no workers, with nothing from elsewhere."""
    others = [one for one in config.extra.get("polyfills", []) if "iframe-worker" not in str(one)]
    config.extra["polyfills"] = [WORKER, *others]
    files.append(File.generated(config, WORKER, content=read_worker()))


def write_index(site: Path) -> None:
    """Write the index of the search as a script: pages on a disk may not read other files."""
    index = site / INDEX
    if index.is_file():
        text = index.read_text(encoding="utf-8")
        index.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8")
