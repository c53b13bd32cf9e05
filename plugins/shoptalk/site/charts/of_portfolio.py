"""Each picture of a portfolio, by the name of its block."""

from collections.abc import Callable, Mapping

from shoptalk.outreach.what_works.chain import Talk, chain_of
from shoptalk.questions.listing.phrases import count
from shoptalk.site.bank_places import topic_path
from shoptalk.site.charts.bars import FEWEST_CONVERSATIONS, MOST_BARS, Bars, Count, Noun, bars_by
from shoptalk.site.charts.chain import ChainDrawing, draw_chain
from shoptalk.site.charts.intervals import Intervals
from shoptalk.site.charts.over_time import Columns, over_time
from shoptalk.site.charts.timelines import Timeline, Timelines, career_paths
from shoptalk.site.coverage import Coverage
from shoptalk.site.portfolio import Conversation, Portfolio
from shoptalk.site.templating import render

INDUSTRY = Noun("industry", "industries")
ROLE = Noun("role", "roles", "with people in")
MOST_TOPICS = 16

MOST_IN_CHAIN = 30

Chart = Bars | Columns | Timelines | Intervals | ChainDrawing
"""What can be drawn; where nothing is, a sentence says what there is."""


def render_chart(name: str, portfolio: Portfolio, page: str, earlier: int = 0) -> str:
    """The HTML of a picture on the page with that path.

    `earlier` counts the pictures of the same name that the page has before this one.
    """
    id = f"shoptalk-{name}" + (f"-{earlier + 1}" if earlier else "")
    return render_drawn(CHARTS[name](portfolio), id, portfolio, page)


def render_drawn(chart: Chart | str, id: str, portfolio: Portfolio, page: str) -> str:
    """The HTML of something drawn."""
    return render("chart", page, portfolio, chart=chart, id=id)


def conversations_over_time(portfolio: Portfolio) -> Chart | str:
    """When the conversations were."""
    return over_time([one.interview.date for one in portfolio.finished])


def by_industry(portfolio: Portfolio) -> Chart | str:
    """In which industries they were."""
    return bars_by(INDUSTRY, [one.interview.industry for one in portfolio.finished])


def by_role(portfolio: Portfolio) -> Chart | str:
    """With people in which roles they were."""
    return bars_by(ROLE, [one.interview.title for one in portfolio.finished])


def topics_covered(portfolio: Portfolio) -> Chart | str:
    """In how many conversations each topic was asked about, those that nobody was included."""
    coverage = Coverage(portfolio=portfolio)
    conversations = len(coverage.conversations)
    if not conversations:
        return "There are no conversations yet."
    counts = _topics(coverage)
    asked = [one for one in counts if one.number]
    never = ", ".join(one.label for one in counts if not one.number)
    told = f"{count(conversations, 'conversation')} about {count(len(asked), 'topic')}"
    if conversations < FEWEST_CONVERSATIONS or len(asked) < 2:
        listed = ", ".join(one.label for one in asked[:MOST_BARS])
        return f"{told}: {listed}." if len(asked) <= MOST_BARS else f"{told}."
    return Bars(
        title="Conversations by topic",
        description=f"{told}; most often {asked[0].label}, with {asked[0].number:,}.",
        header="Topic",
        counts=(*counts[:MOST_TOPICS], *_other_topics(coverage, counts[MOST_TOPICS:])),
        note=f"Nobody was asked about: {never}." if never else "",
    )


def paths(portfolio: Portfolio) -> Chart | str:
    """The ways that people went to where they are, the latest conversation first."""
    shown = portfolio.finished
    years = [one.interview.date.year for one in shown if one.interview.date]
    return career_paths([_timeline(one) for one in shown], len(shown), max(years, default=0))


def chain(portfolio: Portfolio) -> Chart | str:
    """Who recommended whom, as the conversations tell it."""
    talks = [Talk(one.path, one.interview) for one in reversed(portfolio.finished)]
    links = chain_of(talks, shared=portfolio.shared_names)
    return draw_chain(links, MOST_IN_CHAIN, knows_requests=False)


CHARTS: Mapping[str, Callable[[Portfolio], Chart | str]] = {
    "over-time": conversations_over_time,
    "industries": by_industry,
    "roles": by_role,
    "topics": topics_covered,
    "paths": paths,
    "chain": chain,
}


def _topics(coverage: Coverage) -> list[Count]:
    counts = [
        Count(one.title, coverage.conversations_on[one.topic], topic_path(one.topic))
        for one in coverage.topics
        if one.topic
    ]
    return sorted(counts, key=lambda one: -one.number)


def _other_topics(coverage: Coverage, others: list[Count]) -> tuple[Count, ...]:
    """One count for all of them: the conversations in which any was asked about."""
    if not others:
        return ()
    of_path = {topic_path(one.topic): one.topic for one in coverage.topics}
    topics = {of_path[one.path] for one in others}
    number = sum(not topics.isdisjoint(coverage.asked(one)) for one in coverage.conversations)
    return (Count(f"{count(len(others), 'other topic')}", number, is_rest=True),)


def _timeline(conversation: Conversation) -> Timeline:
    return Timeline(conversation.shown_name, conversation.path, conversation.interview.path)
