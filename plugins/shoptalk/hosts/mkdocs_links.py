"""Links between pages, and to the headings of one, as MkDocs has them."""

from collections.abc import Callable
from urllib.parse import unquote

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from shoptalk.site.rendering import find_headings


def addresses_from(page: Page, files: Files) -> Callable[[str], str]:
    """Turns links from a page to Markdown files into links to their pages.

    Those of templates all go by way of the root.
    """
    to_root = "../" * page.file.src_uri.count("/")
    of_path = files.src_uris

    def address_of(link: str) -> str:
        target = of_path.get(unquote(link.removeprefix(to_root)))
        return target.url_relative_to(page.file) if target else link

    return address_of


def links_to_headings(rendered: str) -> list[AnchorLink]:
    """The headings of rendered Markdown, for the list of contents beside it."""
    return [AnchorLink(made.text, made.id, made.level) for made in find_headings(rendered)]
