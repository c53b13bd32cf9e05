"""The templates of the pages, and what they can print."""

from functools import cache, lru_cache, partial
from importlib.resources import files
from urllib.parse import quote

import jinja2

from shoptalk.outreach.what_works.funnel import days
from shoptalk.questions.bank import BankEntry
from shoptalk.questions.listing.phrases import times
from shoptalk.site import bank_phrases
from shoptalk.site.bank_places import (
    coverage_path,
    has_page,
    list_path,
    starter_path,
    topic_path,
)
from shoptalk.site.charts.scale import drawn, em, percent
from shoptalk.site.conversation_filters import Choice, alike, card_data
from shoptalk.site.escaping import DOT, Markdown, attribute, escape_markdown, raw
from shoptalk.site.grade_phrases import checked, counted, judged, level_table, points, stage
from shoptalk.site.grades import said, worth
from shoptalk.site.matrix import matrix_path
from shoptalk.site.phrases import (
    address,
    anchor,
    box,
    day,
    facts,
    idea,
    paragraphs,
    place,
    recommended,
    state,
    what,
    who,
    years,
)
from shoptalk.site.portfolio import Portfolio, page_path
from shoptalk.site.request_rows import asked_how, lines, message_words, row_of, steps, written

BANK_PHRASES = (
    bank_phrases.about,
    bank_phrases.all_answers,
    bank_phrases.also,
    bank_phrases.asked_of,
    bank_phrases.came_of,
    bank_phrases.data,
    bank_phrases.data_of_starter,
    bank_phrases.how_often,
    bank_phrases.in_bank,
    bank_phrases.name,
    bank_phrases.phase,
    bank_phrases.skipped_by,
    bank_phrases.told_of,
    bank_phrases.why,
    times,
)

TEMPLATES = files("shoptalk.site") / "templates"

LIST_OF_CONVERSATIONS = "interviews/index.md"

quoted = lru_cache(maxsize=10_000)(quote)


def render(template: str, page: str, portfolio: Portfolio, **values: object) -> str:
    """The Markdown that a template makes for the page with that path."""
    made = _templates().get_template(f"{template}.md.jinja")
    links = {
        "link": partial(page_link, page),
        "to_page": partial(known_link, page, portfolio),
        "to_entry": partial(entry_link, page, portfolio),
        "to_filtered": partial(filtered_link, page, portfolio),
    }
    return made.render(values, portfolio=portfolio, **links)


def page_link(page: str, target: str, anchor: str = "") -> Markdown:
    """The target of a link from one page to another, each from the root of the pages."""
    root = "../" * page.count("/")
    return Markdown(root + quoted(target) + (f"#{quoted(anchor)}" if anchor else ""))


def known_link(page: str, portfolio: Portfolio, text: str, target: str) -> Markdown:
    """A link to a page; only its text, if the site goes without that page."""
    shown = escape_markdown(text)
    is_there = not portfolio.leaves_out(target)
    return Markdown(f"[{shown}]({page_link(page, target)})" if is_there else shown)


def entry_link(page: str, portfolio: Portfolio, text: str, entry: BankEntry) -> Markdown:
    """A link to a question of the bank; only its text, if it stands on no page."""
    shown, place = escape_markdown(text), portfolio.places.get(entry.anchor)
    return Markdown(f"[{shown}]({page_link(page, *place)})" if place else shown)


def filtered_link(page: str, portfolio: Portfolio, name: str, choice: Choice) -> Markdown:
    """A link to the conversations that a choice of a menu leaves; only its text, if it is no help.

    It is none on sites without the list or that menu, or if no other conversation has it.
    """
    shown, menu = escape_markdown(choice.title), portfolio.filters.get(name)
    if not menu or choice.value not in menu.shared or portfolio.leaves_out(LIST_OF_CONVERSATIONS):
        return Markdown(shown)
    target = page_link(page, LIST_OF_CONVERSATIONS)
    return Markdown(f"[{shown}]({target}?{name}={quoted(choice.value)})")


@cache
def _templates() -> jinja2.Environment:
    """The templates; whatever they print is escaped, unless it is Markdown already."""
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: (TEMPLATES / name).read_text(encoding="utf-8")),
        # No HTML escaping: this is Markdown, and `finalize` escapes for it.
        autoescape=False,  # noqa: S701
        finalize=escape_markdown,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    filters = (
        *(
            address,
            alike,
            anchor,
            attribute,
            box,
            card_data,
            day,
            facts,
            idea,
            paragraphs,
            place,
            raw,
        ),
        *(recommended, state, what, who, years),
        *(*BANK_PHRASES, counted, days, has_page),
        *(checked, judged, level_table, points, said, stage, worth),
        *(drawn, em, percent),
        *(asked_how, lines, message_words, row_of, steps, written),
    )
    environment.filters.update({made.__name__: made for made in filters})
    paths = (page_path, list_path, topic_path, starter_path, coverage_path, matrix_path)
    environment.globals["dot"] = DOT
    environment.globals.update({made.__name__: made for made in paths})
    return environment
