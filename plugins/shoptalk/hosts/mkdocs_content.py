"""The HTML of a generated page, put together from what MkDocs rendered and what it did not."""

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_relative_url

from shoptalk.hosts.mkdocs_answers import Answers
from shoptalk.hosts.mkdocs_links import addresses_from, links_to_headings
from shoptalk.site.answers import find_answers, with_html_below
from shoptalk.site.assets import FILTERS
from shoptalk.site.generated_page import GeneratedPage
from shoptalk.site.rendering import find_ids, render_each, render_markdown

PERMALINK = "\u00b6"
"""Behind a heading: the link to it."""

NOT_SEARCHED = "<!-- not searched -->"
"""In a foot: below it stands what other pages say."""


def with_head_and_foot(
    body: str, page: Page, made: GeneratedPage, files: Files, *, answers: Answers, permalink: str
) -> str:
    """The whole of a page, given its own text as clean HTML; its list of contents grows with it."""
    address_of = addresses_from(page, files)
    if made.conversation:
        found = list(find_answers(body, made.conversation.interview))
        answers.keep(made.conversation.file.address, found, page)
        links = render_each(made.links, address_of)
        body = with_html_below(body, found, links, "" if permalink else PERMALINK)
    head = render_markdown(made.head, address_of, permalink)
    if made.has_list:
        head += f'<script src="{get_relative_url(FILTERS, page.url)}" defer></script>\n'
    foot = render_markdown(made.foot, address_of, permalink)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | find_ids(head + foot)
    page.toc = TableOfContents([*links_to_headings(head), *page.toc, *links_to_headings(foot)])
    searched, _, rest = ("", "", foot) if made.answers else foot.partition(NOT_SEARCHED)
    answers.hold_back(rest, page)
    return f"{head}\n{body}\n{searched}"
