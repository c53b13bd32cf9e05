"""Answers in the question bank: MkDocs renders them once, on the pages of their interviews."""

from collections.abc import Iterable

from mkdocs.structure.pages import Page

from shoptalk.site.answers import Answer, fill_marks
from shoptalk.site.generated_page import GeneratedPage
from shoptalk.site.moving import ShownAnswer, move_answers

NOT_SHOWN = ShownAnswer("", 2, "")


class Answers:
    """The HTML of the answers that the bank shows, from the rendering of one page to the other."""

    def __init__(self, pages: Iterable[GeneratedPage]) -> None:
        self._wanted = {(one.address, one.question.ask) for page in pages for one in page.answers}
        self._kept: dict[tuple[str, str], ShownAnswer] = {}
        self._feet: dict[str, str] = {}

    def keep(self, address: str, found: Iterable[Answer], page: Page) -> None:
        """Keep those answers of an interview's page that the bank shows."""
        for answer in found:
            key = address, answer.question.ask
            if key in self._wanted:
                self._kept[key] = ShownAnswer(answer.html, answer.level, page.url)

    def hold_back(self, foot: str, page: Page) -> None:
        """Keep the foot of a page from all that looks into it."""
        self._feet[page.url] = foot

    def shown_on(self, page: Page, made: GeneratedPage) -> list[str]:
        """The HTML of a page's answers, clean, in the order of its marks."""
        keys = ((one.address, one.question.ask) for one in made.answers)
        shown = (self._kept.get(key, NOT_SHOWN) for key in keys)
        return [
            f'<div data-search-exclude="true">{html}</div>'
            for html in move_answers(shown, page.url)
        ]

    def put_into(self, page: Page, made: GeneratedPage) -> None:
        """Add what was held back, with answers in the place of their marks."""
        foot = fill_marks(self._feet.get(page.url, ""), self.shown_on(page, made))
        page.content = f"{page.content}{foot}"
