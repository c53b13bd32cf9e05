"""Generated pages as Markdown files that are safe without the plugin."""

import re
from collections.abc import Callable, Iterator, Set

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from shoptalk.hosts.mkdocs_answers import Answers
from shoptalk.site.generated_page import GeneratedPage, with_meta
from shoptalk.site.harmless import is_harmless
from shoptalk.site.rendering import FOR_OTHERS

TAG = re.compile(r"<[^<>]*>")
PIECE = re.compile(r"<[^<>]*>|[^<]+")
SIGN = re.compile(r"[!$%(-+\-/:=?@\[-`{-~]")
"""One that Markdown may give a meaning, and that is in no character reference."""


class Exporter:
    """Writes down pages of one build."""

    def __init__(self, config: MkDocsConfig, answers: Answers, *, trusting: bool) -> None:
        extensions = dict.fromkeys((*config.markdown_extensions, "md_in_html"))
        self._markdown = markdown.Markdown(
            extensions=list(extensions), extension_configs=config.mdx_configs
        )
        self._answers = answers
        self._trusting = trusting

    def text_of(self, made: GeneratedPage, page: Page, mark: str = "") -> str:
        """A page with front matter, and with a mark above it.

        What another generator would make of it neither runs nor reaches out: a text of which that
        is not certain stands there as the HTML that the plugin shows.
        """
        of_templates = f"{made.head}\n{made.foot}".replace(FOR_OTHERS, "")
        trusted = set(TAG.findall(of_templates))
        *tried, last = self._forms(made, page)
        content = next((form for form in tried if self._is_safe(form, trusted)), last)
        return with_meta(made.meta, "\n\n".join(filter(None, (mark, content))))

    def _forms(self, made: GeneratedPage, page: Page) -> Iterator[str]:
        """The page in the ways in which it can be written, the best first; the last is safe."""
        if made.answers:
            yield made.content_with(list(map(on_one_line, self._answers.shown_on(page, made))))
            yield made.content_with([""] * len(made.answers))
        elif made.conversation:
            yield made.content_with(())
            yield f"<div>{on_one_line(page.content or '')}</div>"
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
            pieces.append(text.replace("\n", "&#10;" if within_pre else " "))
    return "".join(pieces)


Own = Callable[[str, Page], str]
"""What the plugin makes of the Markdown of a page of the student's own."""
