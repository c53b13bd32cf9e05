"""Portfolio → pages: each a path and its Markdown, with front matter."""

from collections.abc import Iterator

from shoptalk.rubric.grading import GradedFile
from shoptalk.site.bank_pages import bank_pages
from shoptalk.site.charts.of_portfolio import CHARTS, render_chart
from shoptalk.site.conversation_filters import FEWEST
from shoptalk.site.coverage import coverage_pages
from shoptalk.site.generated_page import GeneratedPage
from shoptalk.site.grades import Grades
from shoptalk.site.insights import changes_of
from shoptalk.site.insights_pages import insights_pages
from shoptalk.site.interview_page import interview_page
from shoptalk.site.latest import latest_learnings
from shoptalk.site.matrix import Matrix, matrix_path
from shoptalk.site.metadata import on_list
from shoptalk.site.outreach_pages import outreach_pages, shown_requests
from shoptalk.site.plans import open_plans
from shoptalk.site.portfolio import Portfolio, page_path
from shoptalk.site.process import process_of
from shoptalk.site.progress import measure_progress
from shoptalk.site.templating import render

APART = "<!-- -->\n\n"
"""Keeps the list of a block from going on with the one before it."""

MOST_IN_BLOCK = 5

HOME = "index.md"

ABOUT_CONVERSATIONS = "All conversations about work: with whom, when, and what they were about."
ABOUT_RUBRIC = "What the course asks for, and how far each conversation meets it."


def make_pages(portfolio: Portfolio) -> Iterator[GeneratedPage]:
    """Every page that the portfolio needs besides the student's own."""
    yield _index_page(portfolio, "interviews", "Interviews", ABOUT_CONVERSATIONS)
    yield from bank_pages(portfolio)
    yield from coverage_pages(portfolio)
    yield from insights_pages(portfolio, changes_of(portfolio))
    yield from _rubric_pages(portfolio)
    yield from outreach_pages(portfolio)
    shown = portfolio.conversations
    for number, conversation in enumerate(shown):
        earlier = shown[number + 1] if number + 1 < len(shown) else None
        later = shown[number - 1] if number else None
        yield interview_page(portfolio, conversation, earlier, later)
    if portfolio.preview:
        for graded in portfolio.unreadable:
            yield _unreadable_page(graded, portfolio)


def render_block(name: str, portfolio: Portfolio, page: str, earlier: int = 0) -> str:
    """The Markdown of one of the `BLOCKS` on the page with that path.

    `earlier` counts the blocks of the same name that the page has before this one.
    """
    if name in CHARTS:
        return render_chart(name, portfolio, page, earlier)
    return APART + _with_blocks(f"block-{name}", portfolio, page)


def make_home(portfolio: Portfolio) -> GeneratedPage:
    """The first page of a site without one of the student's own."""
    head = _with_blocks("home", portfolio, HOME)
    # Without a title of its own it has that of the site, and is called Home where it is listed.
    return GeneratedPage(path=HOME, meta={"search": {"exclude": True}}, head=head, indexed=True)


def _with_blocks(template: str, portfolio: Portfolio, page: str) -> str:
    return render(
        template,
        page,
        portfolio,
        progress=measure_progress(portfolio),
        most_recent=MOST_IN_BLOCK,
        latest_learnings=latest_learnings(portfolio, MOST_IN_BLOCK),
        next_plans=open_plans(portfolio)[:MOST_IN_BLOCK],
    )


def _index_page(portfolio: Portfolio, name: str, title: str, about: str) -> GeneratedPage:
    path = f"{name}/index.md"
    head = render(name, path, portfolio, filtered=len(portfolio.conversations) >= FEWEST)
    # What is listed here is found on its own page.
    hidden = {"hide": ["toc"], "search": {"exclude": True}}
    meta = {"title": title, **on_list(about), **hidden}
    return GeneratedPage(path=path, meta=meta, head=head, indexed=True, has_list=True)


def _rubric_pages(portfolio: Portfolio) -> Iterator[GeneratedPage]:
    matrix = Matrix(portfolio=portfolio)
    grades, progress = Grades(matrix=matrix), measure_progress(portfolio)
    last = matrix.last_page
    for number in range(1, last + 1):
        path = matrix_path(number)
        head = render(
            "rubric",
            path,
            portfolio,
            report=portfolio.report,
            rubric=grades.rubric,
            grades=grades,
            matrix=matrix,
            progress=progress,
            process=tuple(process_of(matrix)) if number == 1 else (),
            shown_requests=shown_requests(portfolio),
            number=number,
            last=last,
        )
        title = "Rubric" if number == 1 else f"Rubric, page {number}"
        meta = {"title": title, **on_list(ABOUT_RUBRIC, number), "search": {"exclude": True}}
        yield GeneratedPage(path=path, meta=meta, head=head, indexed=number == 1)


def _unreadable_page(graded: GradedFile, portfolio: Portfolio) -> GeneratedPage:
    path = page_path(graded.file.address)
    title = f"{graded.file.address}.md"
    head = render("unreadable", path, portfolio, title=title, findings=graded.findings)
    return GeneratedPage(path=path, meta={"title": title}, head=head, source=graded.file.path)
