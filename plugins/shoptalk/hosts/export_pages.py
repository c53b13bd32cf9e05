"""Generated pages as Markdown files that are safe without the plugin."""

import re
from collections.abc import Iterator, Set
from dataclasses import replace

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from shoptalk.hosts.export_links import relinked, sources_of_addresses, with_portable_links
from shoptalk.hosts.mkdocs_answers import Answers
from shoptalk.site.answers import FOOTNOTES
from shoptalk.site.generated_page import GeneratedPage, with_meta
from shoptalk.site.harmless import is_harmless
from shoptalk.site.rendering import FOR_OTHERS

TAG = re.compile(r"<[^<>]*>")
PIECE = re.compile(r"<[^<>]*>|[^<]+")
SPACE = re.compile(r"\s+")
SIGN = re.compile(r"[!$%(-/:=?@\[-`{-~]|(?<!&)#")
"""One that Markdown may give a meaning."""

PLACE_OF_FOOTNOTES = "///Footnotes Go Here///"
"""Where the extension for footnotes puts them, unless it is told otherwise."""


class Exporter:
    """Writes down pages of one build."""

    def __init__(
        self, config: MkDocsConfig, files: Files, answers: Answers, *, trusting: bool
    ) -> None:
        extensions = dict.fromkeys((*config.markdown_extensions, "md_in_html"))
        self._markdown = markdown.Markdown(
            extensions=list(extensions), extension_configs=config.mdx_configs
        )
        footnotes = config.mdx_configs.get("footnotes", {})
        self._place_of_footnotes = str(footnotes.get("PLACE_MARKER", PLACE_OF_FOOTNOTES))
        self._files = files
        self._sources = sources_of_addresses(files)
        self._answers = answers
        self._trusting = trusting

    def text_of(self, made: GeneratedPage, page: Page, mark: str = "") -> str:
        """A page with front matter, and with a mark above it.

        What another generator would make of it neither runs nor reaches out: a text of which that
        is not certain stands there as the HTML that the plugin shows.
        """
        made = replace(
            made,
            head=with_portable_links(made.head, page, self._files),
            foot=with_portable_links(made.foot, page, self._files),
        )
        trusted = set(TAG.findall(f"{made.head}\n{made.foot}".replace(FOR_OTHERS, "")))
        *tried, last = self._forms(made, page)
        content = next((form for form in tried if self._is_safe(form, trusted)), last)
        return with_meta(made.meta, "\n\n".join(filter(None, (mark, content))))

    def _forms(self, made: GeneratedPage, page: Page) -> Iterator[str]:
        """The page in the ways in which it can be written, the best first; the last is safe."""
        if made.answers:
            answers = [on_one_line(html) for html in self._answers.shown_on(page, made)]
            yield made.content_with([relinked(html, page, self._sources) for html in answers])
            yield made.content_with(answers)
            yield made.content_with([""] * len(answers))
        elif made.conversation:
            if FOOTNOTES in (page.content or ""):
                body = f"{made.body}\n\n{self._place_of_footnotes}"
                yield replace(made, body=body).content_with(())
            else:
                yield made.content_with(())
            whole = f"<div>{on_one_line(page.content or '')}</div>"
            yield relinked(whole, page, self._sources)
            yield whole
            yield made.head
        else:
            yield made.content_with(())

    def _is_safe(self, content: str, trusted: Set[str]) -> bool:
        return self._trusting or is_harmless(self._markdown.reset().convert(content), trusted)


def on_one_line(html: str) -> str:
    """Clean HTML in which no Markdown can be found, and no line to begin any."""
    within_pre = 0
    pieces = []
    for piece in PIECE.findall(html):
        if piece.startswith("<"):
            within_pre += piece.startswith("<pre") - piece.startswith("</pre")
            pieces.append(piece.replace("\n", " "))
        else:
            text = SIGN.sub(lambda sign: f"&#{ord(sign[0])};", piece)
            pieces.append(text.replace("\n", "&#10;") if within_pre else SPACE.sub(" ", text))
    return "".join(pieces)
