"""Conversations by topics, with the gaps in words."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.decoding import decode
from shoptalk.reading.interview import parse_interview
from shoptalk.reading.keys import TOPICS
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric import Rubric
from shoptalk.site.coverage import MOST_CONVERSATIONS, MOST_OWN, Coverage, coverage_pages
from shoptalk.site.portfolio import Portfolio

TODAY = datetime.date(2026, 11, 22)
GOLDEN = Path(__file__).parent / "coverage"


PHASES = {"career-path": "open", "referrals": "close"}


@pytest.fixture(autouse=True)
def phase_by_topic(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which words open a conversation is tested elsewhere."""
    monkeypatch.setattr(
        "shoptalk.questions.bank.phase_of", lambda question, topic: PHASES.get(topic, "middle")
    )


def portfolio_of(*interviews: str, preview: bool = True) -> Portfolio:
    """A portfolio of interviews, each the lines of its front matter and its body."""
    files = []
    for number, text in enumerate(interviews):
        source, _ = decode(f"{number}.md", text.encode())
        assert source
        interview, _ = parse_interview(source, TODAY)
        assert interview
        files.append(
            ReadFile(
                path="", address=f"no-{number}", source=source, interview=interview, findings=()
            )
        )
    report = grade(Corpus(files=tuple(files)), Rubric(title="Rubric"), TODAY)
    return Portfolio(report=report, preview=preview)


def interview(name: str, *topics: str, more: str = "", body: str = "We met.") -> str:
    """An interview with a question on each of some topics."""
    listed = "".join(
        f"  - ask: What of {topic} number {number}?\n    topic: {topic}\n"
        for number, topic in enumerate(topics)
    )
    questions = f"questions:\n{listed}" if topics else ""
    return f"---\nname: {name}\n{questions}{more}---\n\n{body}\n"


ADA = interview(
    "Ada Invented",
    *("career-path", "day-to-day", "day-to-day", "Night shifts", "referrals"),
    more="date: 2026-03-14\nlearnings:\n  - {learned: Sleep first, topic: market}\n",
    body="## What of day-to-day number 1?\n\nGauges.",
)
BO = interview("Bo *Unbuilt* | <b>", *["skills"] * 6, "day-to-day", more="date: 2026-04-01\n")
DRAFT = interview(
    "Cy Imagined",
    "career-path",
    "trends",
    more="date: 2026-05-01\ndraft: true\n",
    body="## What of trends number 1?\n\nTides.",
)
TO_COME = interview("Di Madeup", "hiring", more="draft: true\n")


@pytest.mark.parametrize(
    ("name", "interviews"),
    [("several", (ADA, BO, DRAFT, TO_COME)), ("one", (ADA,)), ("none", (TO_COME,))],
)
def test_page(name: str, interviews: tuple[str, ...], golden: Callable[[Path, str], None]) -> None:
    (page,) = coverage_pages(portfolio_of(*interviews))
    golden(GOLDEN / f"{name}.md", page.markdown)


def test_without_gaps_there_is_none() -> None:
    everything = interview("Ada Invented", *TOPICS)
    (page,) = coverage_pages(portfolio_of(everything, everything))
    assert "None: every topic was asked about" in page.head
    assert "Nobody was asked" not in page.head


def test_published_pages_say_nothing_of_drafts() -> None:
    (page,) = coverage_pages(portfolio_of(ADA, DRAFT, preview=False))
    assert "Cy Imagined" not in page.markdown


def test_many_conversations_go_on_over_several_pages() -> None:
    many = [interview(f"Ada {number:03}", "skills") for number in range(MOST_CONVERSATIONS + 1)]
    first, second = coverage_pages(portfolio_of(*many))
    assert (first.path, second.path) == ("questions/coverage.md", "questions/coverage/page-2.md")
    assert first.head.count('<th scope="row"><a') == MOST_CONVERSATIONS
    assert second.head.count('<th scope="row"><a') == 1
    assert '<td class="shoptalk-n4">101</td>' in second.head
    assert "## Gaps" not in second.head
    assert not first.indexed
    assert first.meta["search"] == {"exclude": True}


def test_a_column_for_all_the_topics_that_are_too_many() -> None:
    own = [f"own {number}" for number in range(MOST_OWN + 5)]
    coverage = Coverage(portfolio=portfolio_of(interview("Ada", *own, "own 24", "own 24")))
    titles = [column.title for column in coverage.columns]
    assert len(titles) == len(TOPICS) + MOST_OWN + 1
    assert "Own 24" in titles
    assert titles[-1] == "Other topics"
    assert coverage.columns[-1].count(coverage.all_asked) == 5


def test_cells_add_up_to_the_questions_asked() -> None:
    coverage = Coverage(portfolio=portfolio_of(ADA, BO, DRAFT))
    columns, shown = coverage.columns, coverage.conversations
    for column in columns:
        cells = [column.count(coverage.asked(one)) for one in shown]
        assert sum(cells) == column.count(coverage.all_asked)
    assert sum(column.count(coverage.all_asked) for column in columns) == 13
