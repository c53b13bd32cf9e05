"""What came of asking → its page: whole for the student, in totals for everybody."""

from collections.abc import Iterator

from shoptalk.outreach.what_works.funnel import UNKNOWN, Funnel, Totals
from shoptalk.site.charts.bars import Bars, Count, Noun, bars_by
from shoptalk.site.charts.chain import draw_chain
from shoptalk.site.charts.intervals import draw_rates
from shoptalk.site.charts.of_portfolio import Chart, render_drawn
from shoptalk.site.generated_page import GeneratedPage
from shoptalk.site.metadata import on_list
from shoptalk.site.portfolio import Portfolio
from shoptalk.site.request_rows import STEPS
from shoptalk.site.templating import render

OUTREACH = "outreach/index.md"
ABOUT = "How many people were asked for a conversation, and what came of it."
ROUTE = Noun("route", "routes", "by")
MOST_IN_CHAIN = 300


def outreach_pages(portfolio: Portfolio) -> Iterator[GeneratedPage]:
    """The page, if anything of it may be shown."""
    story = portfolio.outreach
    if story is None:
        return
    funnel = story.funnel
    charts = [_steps(story.totals), *(_of_funnel(funnel) if funnel else ())]
    chain = draw_chain(story.chain, MOST_IN_CHAIN, knows_requests=True)
    head = render(
        "outreach",
        OUTREACH,
        portfolio,
        totals=story.totals,
        funnel=funnel,
        charts=[_drawn(one, f"asked-{at}", portfolio) for at, one in enumerate(charts)],
        requests=story.requests,
        step_names=STEPS,
        chain=_drawn(chain, "all-links", portfolio),
    )
    # The table of requests takes the width.
    hidden = {"hide": ["toc"]} if story.requests else {}
    meta = {"title": "Outreach", **on_list(ABOUT), **hidden, "search": {"exclude": True}}
    yield GeneratedPage(path=OUTREACH, meta=meta, head=head, indexed=True)


def shown_requests(portfolio: Portfolio) -> frozenset[int]:
    """The numbers of the requests that have a row on the page."""
    if portfolio.outreach is None or portfolio.leaves_out(OUTREACH):
        return frozenset()
    return frozenset(one.number for one in portfolio.outreach.requests)


def _drawn(chart: Chart | str, name: str, portfolio: Portfolio) -> str:
    return render_drawn(chart, f"shoptalk-{name}", portfolio, OUTREACH)


def _steps(totals: Totals) -> Chart | str:
    if not totals.requests:
        return "No request has been sent yet."
    return Bars(
        title="From request to conversation",
        description=(
            f"Of {totals.requests:,} requests {totals.answers:,} were answered, and "
            f"{totals.conversations:,} led to a conversation."
        ),
        header="Step",
        counts=(
            Count("Requests", totals.requests),
            Count("Answers", totals.answers),
            Count("Conversations", totals.conversations),
        ),
        counted="Number",
    )


def _of_funnel(funnel: Funnel) -> Iterator[Chart | str]:
    yield from (draw_rates(group) for group in funnel.groups if group.rates)
    labels = [label for label, number in funnel.sources for _ in range(number)]
    yield bars_by(ROUTE, ["" if label == UNKNOWN else label for label in labels])
