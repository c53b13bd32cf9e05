"""A portfolio of interviews given as texts, for tests of what a site shows of it."""

from datetime import date

from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.interview import parse_interview
from shoptalk.reading.source import Source
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric import Rubric
from shoptalk.site.pages import make_pages
from shoptalk.site.portfolio import Portfolio

TODAY = date(2026, 11, 22)


def portfolio_of(*interviews: str, preview: bool = False) -> Portfolio:
    """The interviews have the addresses `no-1`, `no-2` and so on."""
    files = []
    for number, text in enumerate(interviews, 1):
        source = Source(f"{number}.md", text)
        interview, _ = parse_interview(source, TODAY)
        file = ReadFile(
            path="", address=f"no-{number}", source=source, interview=interview, findings=()
        )
        files.append(file)
    report = grade(Corpus(files=tuple(files)), Rubric(title="Rubric"), TODAY)
    return Portfolio(report=report, preview=preview)


def page_of(portfolio: Portfolio, path: str) -> str:
    """The Markdown of one of its pages."""
    return {page.path: page for page in make_pages(portfolio)}[path].markdown
