"""The instructor's edition: a site of its own, marked on every page, and as one archive."""

import os
import re
import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from shoptalk.privacy.edition import SUFFIX, VARIABLE, Edition, chosen_edition

HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
NOT_INDEXED = '<meta name="robots" content="noindex, nofollow, noarchive">'
MARK = (
    '<aside class="shoptalk-not-for-publication">'
    "Instructor\u2019s edition: not for publication.</aside>"
)


def edition_for(set_in_mkdocs: str) -> Edition:
    """The edition to make. Raises PluginError where the environment names none that there is."""
    try:
        return chosen_edition(set_in_mkdocs, os.environ)
    except ValueError:
        known = " or ".join(Edition)
        raise PluginError(
            f"there is no edition {os.environ[VARIABLE]!r}; {VARIABLE} can be {known}"
        ) from None


def refuse_to_publish(edition: Edition) -> None:
    """Raises PluginError for an edition that names everybody."""
    if edition is Edition.INSTRUCTOR:
        raise PluginError(
            "the instructor's edition names everybody and is not for publication, so nothing was "
            f"pushed; take {VARIABLE}=instructor away, or `edition: instructor` in mkdocs.yml"
        )


def set_apart(config: MkDocsConfig) -> None:
    """Build into another folder, with links that work from a disk, and as a site without address.

    At the address of the public one there are other pages.
    """
    config.site_url = ""
    config.site_dir = f"{config.site_dir}{SUFFIX}"
    config.use_directory_urls = False


def marked(page: str) -> str:
    """A whole page that says for whom it is, to people and to search engines."""
    page = HEAD.sub(lambda tag: tag[0] + NOT_INDEXED, page, count=1)
    return BODY.sub(lambda tag: tag[0] + MARK, page, count=1)


def write_archive(site: Path) -> Path:
    """Put the whole site into one archive beside it, whole or not at all."""
    made = shutil.make_archive(f"{site}.part", "zip", site.parent, site.name)
    return Path(made).replace(site.with_name(f"{site.name}.zip"))
