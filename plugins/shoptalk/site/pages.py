"""Portfolio → pages: each a path and its Markdown, with front matter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import quote

import frontmatter
import jinja2

from shoptalk.rubric.grading import GradedFile
from shoptalk.site.answers import answers
from shoptalk.site.escaping import Markdown, escape_markdown, escape_meta, raw
from shoptalk.site.grade_phrases import checked, judged, level_table, points, stage
from shoptalk.site.grades import Grades, said, worth
from shoptalk.site.matrix import Matrix
from shoptalk.site.phrases import (
    address,
    anchor,
    asked_of,
    box,
    day,
    described,
    facts,
    state,
    who,
)
from shoptalk.site.portfolio import Conversation, Portfolio, page_path
from shoptalk.site.progress import measure_progress

TEMPLATES = files("shoptalk.site") / "templates"
BLOCKS = ("progress", "recent")
"""What a student's own page can take in, by a comment such as `<!-- shoptalk/progress -->`."""

MOST_RECENT = 5
MOST_ENTRIES = 100
"""Questions on one page of the bank: themes compare each heading of a page with all others."""

MOST_LISTED = 40
"""A page with more headings goes without the list of them beside it."""


quoted = lru_cache(maxsize=10_000)(quote)


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedPage:
    """A page of the site, before any generator sees it.

    Links to other pages are relative paths of their Markdown files.
    """

    path: str
    """From the root of the pages, with `/`: `interviews/ada.md`."""

    meta: Mapping[str, object]
    """The front matter, as text that is not escaped for any use."""

    head: str
    """The Markdown of its first part, made by a template."""

    body: str = ""
    """Markdown as the author of an interview wrote it: not to be trusted."""

    foot: str = ""
    """The Markdown of its last part, made by a template."""

    source: str = ""
    """The path on disk of the file it shows, if it shows one."""

    indexed: bool = False
    """It belongs into the site's navigation."""

    @property
    def markdown(self) -> str:
        """The whole page, with front matter."""
        return with_meta(self.meta, "\n\n".join((self.head, self.body, self.foot)))


def make_pages(portfolio: Portfolio) -> Iterator[GeneratedPage]:
    """Every page that the portfolio needs besides the student's own."""
    yield _index_page(portfolio, "interviews", "Conversations")
    yield from _bank_pages(portfolio)
    yield from _rubric_pages(portfolio)
    shown = portfolio.conversations
    for number, conversation in enumerate(shown):
        earlier = shown[number + 1] if number + 1 < len(shown) else None
        later = shown[number - 1] if number else None
        yield _interview_page(portfolio, conversation, earlier, later)
    if portfolio.preview:
        for graded in portfolio.unreadable:
            yield _unreadable_page(graded)


def render_block(name: str, portfolio: Portfolio, page: str) -> str:
    """The Markdown of a block on the page with that path; raises KeyError for an unknown name."""
    if name not in BLOCKS:
        raise KeyError(name)
    return _render(f"block-{name}", page, portfolio=portfolio, progress=measure_progress(portfolio))


def _index_page(portfolio: Portfolio, name: str, title: str) -> GeneratedPage:
    path = f"{name}/index.md"
    head = _render(name, path, portfolio=portfolio)
    # What is listed here is found on its own page.
    meta = {"title": title, "search": {"exclude": True}}
    return GeneratedPage(path=path, meta=meta, head=head, indexed=True)


def _bank_pages(portfolio: Portfolio) -> Iterator[GeneratedPage]:
    entries = portfolio.bank.entries
    last = max(bank_page_of(len(entries) - 1), 1)
    for number in range(1, last + 1):
        shown = entries[(number - 1) * MOST_ENTRIES : number * MOST_ENTRIES]
        path = bank_path(number)
        head = _render("questions", path, entries=shown, number=number, last=last)
        title = "Question bank" if number == 1 else f"Question bank, page {number}"
        meta = {"title": title, **({"hide": ["toc"]} if len(shown) > MOST_LISTED else {})}
        yield GeneratedPage(path=path, meta=meta, head=head, indexed=number == 1)


def _rubric_pages(portfolio: Portfolio) -> Iterator[GeneratedPage]:
    matrix = Matrix(portfolio=portfolio)
    grades, progress = Grades(matrix=matrix), measure_progress(portfolio)
    last = matrix.last_page
    for number in range(1, last + 1):
        path = matrix_path(number)
        head = _render(
            "rubric",
            path,
            portfolio=portfolio,
            report=portfolio.report,
            rubric=grades.rubric,
            grades=grades,
            matrix=matrix,
            progress=progress,
            number=number,
            last=last,
        )
        title = grades.rubric.title if number == 1 else f"{grades.rubric.title}, page {number}"
        meta = {"title": title, "search": {"exclude": True}}
        yield GeneratedPage(path=path, meta=meta, head=head, indexed=number == 1)


def matrix_path(number: int) -> str:
    """The path of a page of the rubric's matrix, counted from 1."""
    return "rubric/index.md" if number == 1 else f"rubric/page-{number}.md"


def bank_page_of(entry: int) -> int:
    """The page of the bank that an entry is on; both are counted, from 0 and from 1."""
    return entry // MOST_ENTRIES + 1


def bank_path(number: int) -> str:
    """The path of a page of the bank, counted from 1."""
    return "questions/index.md" if number == 1 else f"questions/page-{number}.md"


def _interview_page(
    portfolio: Portfolio,
    conversation: Conversation,
    earlier: Conversation | None,
    later: Conversation | None,
) -> GeneratedPage:
    interview, path = conversation.interview, conversation.path
    foot = _render(
        "interview-foot",
        path,
        interview=interview,
        unanswered=[question for question in interview.questions if not question.answer],
        earlier=earlier,
        later=later,
    )
    meta = {
        "title": conversation.shown_name,
        "description": interview.description or described(interview),
        "tags": list(interview.tags),
    }
    return GeneratedPage(
        path=path,
        meta={key: value for key, value in meta.items() if value},
        head=_render("interview-head", path, portfolio=portfolio, conversation=conversation),
        body=answers(interview),
        foot=foot,
        source=conversation.file.path,
    )


def _unreadable_page(graded: GradedFile) -> GeneratedPage:
    path = page_path(graded.file.address)
    title = f"{graded.file.address}.md"
    head = _render("unreadable", path, title=title, findings=graded.findings)
    return GeneratedPage(path=path, meta={"title": title}, head=head, source=graded.file.path)


def with_meta(meta: Mapping[str, object], markdown: str) -> str:
    """Markdown with front matter, escaped for the themes that put it into HTML as it is."""
    post = frontmatter.Post(markdown)
    post.metadata.update({key: escape_meta(value) for key, value in meta.items()})
    text: str = frontmatter.dumps(post, sort_keys=False)
    return f"{text}\n"


def _render(template: str, page: str, **values: object) -> str:
    made = _templates().get_template(f"{template}.md.jinja")

    root = "../" * page.count("/")

    def link(target: str, anchor: str = "") -> Markdown:
        return Markdown(root + quoted(target) + (f"#{quoted(anchor)}" if anchor else ""))

    return made.render(values, link=link)


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
        *(address, anchor, asked_of, box, day, facts, raw, state, who),
        *(checked, judged, level_table, points, said, stage, worth),
    )
    environment.filters.update({made.__name__: made for made in filters})
    paths = {made.__name__: made for made in (page_path, bank_path, matrix_path)}
    environment.globals.update(most_recent=MOST_RECENT, **paths)
    return environment
