"""What pages tell programs, and the files beside them that are made for programs."""

import html
import re
from collections.abc import Iterable, Mapping
from urllib.parse import urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, is_error_template

from shoptalk.privacy.edition import Edition
from shoptalk.site.feed import FEED, render_feed
from shoptalk.site.generated_page import GeneratedPage
from shoptalk.site.metadata import (
    NOT_INDEXED,
    PageMetadata,
    SiteMetadata,
    render_metadata,
    with_description_shared,
)
from shoptalk.site.open_data import DATA, SCHEMA, render_data, render_schema
from shoptalk.site.portfolio import Portfolio

DESCRIPTION = "Conversations about work: who was asked what, and what came of it."
"""Of a site that has none of its own."""

TITLE_ENDS = "</title>"
TAG = re.compile(r"<[^>]+>")


def describe(config: MkDocsConfig) -> None:
    """Give the site a description, which its pages have too unless they have their own."""
    config.site_description = config.site_description or DESCRIPTION


class Metadata:
    """The metadata of one build's pages."""

    def __init__(self, config: MkDocsConfig, edition: Edition) -> None:
        self._config = config
        self._is_public = edition is Edition.PUBLIC
        self._site = SiteMetadata(
            name=config.site_name,
            description=config.site_description or "",
            author=config.site_author or "",
            home=config.site_url or "",
        )

    def add_files(self, portfolio: Portfolio, files: Files) -> None:
        """Add the feed, which needs the site's address, and the data."""
        of_path = files.src_uris

        def address_of(path: str) -> str:
            file = of_path.get(path)
            return file.url if file else path

        home = self._site.home
        made = {DATA: render_data(portfolio, address_of, home), SCHEMA: render_schema()}
        if home:
            made[FEED] = render_feed(
                portfolio,
                home=home,
                description=self._site.description,
                language=str(self._config.theme.get("language") or "en"),
                address_of=lambda path: urljoin(home, address_of(path)),
            )
        for address, text in made.items():
            if files.get_file_from_path(address) is None:
                files.append(File.generated(self._config, address, content=text))

    def put_into_page(self, output: str, page: Page, made: GeneratedPage | None) -> str:
        """A whole page, with its metadata."""
        meta, site = page.meta, self._site
        title = site.name if page.is_homepage else meta.get("title") or page.title
        about = PageMetadata(
            site=site,
            title=_text(title),
            url=page.canonical_url or "",
            feed=get_relative_url(FEED, page.url) if site.home else "",
            robots=_text(meta.get("robots") or "") if self._is_public else "",
            is_home=page.is_homepage,
            conversation=made.conversation if made else None,
        )
        return _with_metadata(output, about)

    def put_into_template(self, output: str, name: str) -> str:
        """Likewise what is no page, such as the one for addresses that lead nowhere."""
        is_error = is_error_template(name)
        path = f"{urlsplit(self._site.home).path.rstrip('/')}/{FEED}"
        about = PageMetadata(
            site=self._site,
            title=self._site.name,
            feed=(path if is_error else get_relative_url(FEED, name)) if self._site.home else "",
            robots=NOT_INDEXED if is_error and self._is_public else "",
        )
        return _with_metadata(output, about)

    def to_be_found(self, files: Iterable[File]) -> list[File]:
        """Of the pages of a site, those that search engines are to list."""
        return [file for file in files if self._is_public and not _is_hidden(file)]


def _is_hidden(file: File) -> bool:
    meta: Mapping[str, object] = file.page.meta if file.page else {}
    return NOT_INDEXED in str(meta.get("robots") or "")


def _with_metadata(output: str, about: PageMetadata) -> str:
    before, end, after = with_description_shared(output).partition(TITLE_ENDS)
    return f"{before}{end}{render_metadata(about)}{after}" if end else output


def _text(markup: object) -> str:
    """What a theme shows as it is, as text."""
    return html.unescape(TAG.sub("", str(markup)))
