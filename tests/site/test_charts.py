"""Pictures of portfolios: what is drawn, what is said instead, and that the numbers add up."""

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shoptalk.reading.career_path import PathStep
from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.decoding import decode
from shoptalk.reading.interview import parse_interview
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric import Rubric
from shoptalk.site.charts.bars import MOST_BARS, Bars, bars_by
from shoptalk.site.charts.of_portfolio import CHARTS, INDUSTRY, ROLE, render_chart
from shoptalk.site.charts.over_time import MOST_COLUMNS, Columns, over_time
from shoptalk.site.charts.scale import round_step, shortened
from shoptalk.site.charts.timelines import MOST_STEPS, Timeline, Timelines, career_paths
from shoptalk.site.portfolio import Portfolio
from shoptalk.site.rendering import render_markdown
from shoptalk.site.templating import render

TODAY = datetime.date(2026, 11, 22)
GOLDEN = Path(__file__).parent / "charts"
LARGEST = 8_000
"""Bytes of one picture with its table."""


def portfolio_of(*front_matters: str, preview: bool = False) -> Portfolio:
    files = []
    for number, lines in enumerate(front_matters):
        text = f"---\nname: Ada Invented {number}\n{lines}\n---\n\nWe met.\n"
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


NOBODY = portfolio_of()
SOME = portfolio_of(
    "title: Nurse & <b>\nindustry: 'Health {: .x }'\ndate: 2026-09-01\n"
    "questions:\n  - {ask: What of gauges?, topic: skills}",
    "title: nurse  & <B>\nindustry: Law\ndate: 2026-10-05\n"
    "questions:\n  - {ask: What of ropes?, topic: skills}\n  - {ask: What of fog?, topic: Night *}",
    "title: 潮位観測員\nindustry: Law\ndate: 2026-10-31",
    "title: Baker\ndate: 2026-12-24",
    "title: Baker\nindustry: Law",
    "title: Baker\nindustry: Law\ndraft: true",
)
LED = portfolio_of(
    "date: 2026-09-01\nreferrals: [Ada Invented 1, {name: 'Bo * <b>', title: Nurse}]",
    "title: Baker\ndate: 2026-10-01\nreferrals: [Cy Invented]",
)
PATHS = (
    Timeline(
        "Ada Invented",
        "interviews/ada.md",
        (PathStep("Tide Reader", 2016, None, "Harbour Office"), PathStep("Nurse", 1998, 2016)),
    ),
    Timeline(
        "هدى", "interviews/huda.md", (PathStep("", 2012, 2012, "主任プロセス制御エンジニア" * 4),)
    ),
    Timeline("Silent", "interviews/silent.md", ()),
)


def drawn(chart: object) -> str:
    return render("chart", "index.md", NOBODY, chart=chart, id="shoptalk-x")


def table(markup: str) -> dict[str, int]:
    rows = ElementTree.fromstring(markup).findall(".//tbody/tr")  # noqa: S314
    return {"".join(row[0].itertext()): int(row[1].text or "") for row in rows}


@pytest.mark.parametrize("name", ["over-time", "industries", "roles", "topics"])
def test_chart_of_a_portfolio(name: str, golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / f"{name}.md", render_chart(name, SOME, "notes/home.md"))


def test_the_chain_of_people(golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / "chain.md", render_chart("chain", LED, "notes/home.md"))


def test_career_paths(golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / "paths.md", drawn(career_paths(PATHS, 3, 2026)))


def test_the_path_of_an_interview_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = (PathStep("Tide Reader", 2001, None, "Harbour Office"),)
    monkeypatch.setattr("shoptalk.reading.interview.Interview.path", steps, raising=False)
    markup = render_chart("paths", SOME, "index.md")
    assert markup.count('<line class="shoptalk-mark" x1="0%" x2="100%"') == 5
    assert '<a href="interviews/no-1.md">' in markup


@pytest.mark.parametrize("name", CHARTS)
def test_without_conversations_a_sentence_says_so(name: str) -> None:
    said = render_chart(name, NOBODY, "index.md")
    assert "<" not in said
    assert said.endswith("yet.\n")


@pytest.mark.parametrize("name", CHARTS)
def test_ids_are_unique_on_a_page_and_name_the_picture(name: str) -> None:
    shown = LED if name == "chain" else SOME
    charts = [render_chart(name, shown, "index.md", earlier) for earlier in (0, 1)]
    if name == "paths":
        charts = [drawn(career_paths(PATHS, 3, 2026))]
    ids = re.findall(r' id="([^"]+)"', "".join(charts))
    assert len(ids) == len(set(ids)) == 2 * len(charts)
    assert set(re.findall(r'aria-\w+="([^"]+)"', "".join(charts))) == set(ids)


def test_a_generated_page_shows_the_same_figure() -> None:
    made = render_chart("topics", SOME, "notes/home.md")
    rendered = render_markdown(f"# Home\n\n{made}\n\nAfter.", lambda link: link.replace(".md", "/"))
    resolved = re.sub(r'(<a href="[^"]+)\.md"', r'\1/"', made)
    assert resolved in rendered
    assert "<p>After.</p>" in rendered


def test_a_topic_links_to_its_page_unless_the_site_goes_without() -> None:
    link = '<a href="../questions/skills.md">Skills</a>'
    assert link in render_chart("topics", SOME, "notes/home.md")
    without = replace(SOME, leaves_out=lambda path: path == "questions/skills.md")
    assert link not in render_chart("topics", without, "notes/home.md")


def test_numbers_in_a_preview_are_those_of_the_site() -> None:
    preview = replace(SOME, preview=True)
    assert render_chart("roles", preview, "") == render_chart("roles", SOME, "")


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (["Law"], "1 conversation in one industry: Law."),
        (["Law", "Law"], "2 conversations in one industry: Law."),
        (["Law", "law ", "LAW"], "3 conversations in one industry: Law."),
        (["Law", "Art", "Sea", ""], "4 conversations in 3 industries: Art, Law, Sea. 1 without."),
        (["", ""], "2 conversations; no industry is given."),
        (
            [f"No {number}" for number in range(11)],
            "11 conversations in 11 industries: No 0, No 1, No 10, No 2, No 3, No 4, No 5, No 6,"
            " 3 others.",
        ),
    ],
)
def test_no_bars_where_a_sentence_says_it_all(labels: list[str], said: str) -> None:
    assert bars_by(INDUSTRY, labels) == said


def test_the_small_rest_is_one_number_without_a_bar() -> None:
    labels = ["Baker", "Baker", "Nurse", "Nurse", *(f"Role {number}" for number in range(298))]
    bars = bars_by(ROLE, labels)
    assert isinstance(bars, Bars)
    assert [(one.label, one.number, one.is_rest) for one in bars.counts] == [
        ("Baker", 2, False),
        ("Nurse", 2, False),
        ("298 other roles", 298, True),
    ]
    assert drawn(bars).count("shoptalk-mark") == 2


def test_a_rest_of_one_is_shown_itself() -> None:
    bars = bars_by(ROLE, [f"Role {number // 2}" for number in range(2 * (MOST_BARS + 1))])
    assert isinstance(bars, Bars)
    assert not any(one.is_rest for one in bars.counts)


@pytest.mark.parametrize(
    ("dates", "header", "labels"),
    [
        (("2026-10-04", "2026-10-05", "2026-10-12"), "Week of", "28 September 2026, 12 October"),
        (("2025-11-30", "2026-01-01", "2026-02-01"), "Month", "November 2025, February 2026"),
        (
            ("2024-02-29", "2025-01-01", "2026-01-01"),
            "Quarter",
            "January to March 2024, January to March 2026",
        ),
        (("2009-02-01", "2010-01-01", "2026-01-01"), "Year", "2009, 2026"),
        (("1969-02-01", "2010-01-01", "2026-01-01"), "Year", "1965 to 1969, 2025 to 2029"),
        (("0001-01-01", "2010-01-01", "9999-12-31"), "Year", "0 to 999, 9000 to 9999"),
    ],
)
def test_periods(dates: Sequence[str], header: str, labels: str) -> None:
    columns = over_time([datetime.date.fromisoformat(date) for date in dates])
    assert isinstance(columns, Columns)
    assert columns.header == header
    first, last = labels.split(", ")
    assert columns.periods[0].label == first
    assert columns.periods[-1].label.startswith(last)


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ([None, None], "2 conversations, without a date."),
        ([TODAY], "1 conversation, on 22 November 2026."),
        (
            [TODAY, TODAY.replace(day=16), TODAY, None],
            "4 conversations, from 16 November 2026 to 22 November 2026; 1 without a date.",
        ),
    ],
)
def test_no_columns_where_a_sentence_says_it_all(
    dates: list[datetime.date | None], said: str
) -> None:
    assert over_time(dates) == said


def test_signs_below_columns_have_room() -> None:
    months = [datetime.date(2025 + month // 12, month % 12 + 1, 1) for month in range(9, 27)]
    columns = over_time([*months, months[0]])
    assert isinstance(columns, Columns)
    signs = [(one.sign, one.year) for one in columns.columns if one.sign]
    assert signs[:3] == [("Oct", "2025"), ("Dec", ""), ("Feb", "2026")]


def test_one_path_is_told_in_words() -> None:
    said = career_paths(PATHS[:1], 3, 2026)
    assert said == "Ada Invented: Tide Reader \u00b7 Harbour Office → Nurse."


def test_of_many_paths_the_latest_are_drawn() -> None:
    steps = tuple(PathStep("Nurse", 2000 + number, 2001 + number) for number in range(12))
    many = [Timeline(f"Ada {number}", "", steps) for number in range(300)]
    made = career_paths(many, 300, 2026)
    assert isinstance(made, Timelines)
    assert [one.label for one in made.timelines] == ["Ada 0", "Ada 1"]
    assert made.timelines[0].steps == steps[-8:]
    assert made.note == "298 more told theirs; these are the latest."


def test_each_step_lies_at_its_years() -> None:
    made = career_paths(PATHS, 3, 2018)
    assert isinstance(made, Timelines)
    places = [(one.label.narrow, round(one.begin), round(one.end)) for one in made.stretches]
    assert places[:2] == [("Nurse", 0, 90), ("Tide Reader", 90, 100)]
    assert [tick.year for tick in made.ticks] == [2000, 2005, 2010, 2015]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Clinical Data Engineer", "Clinical Data Engineer"),
        (
            "Senior Process Control Operator of the Works",
            "Senior Process Cont…perator of the Works",
        ),
        ("主任プロセス制御エンジニア" * 2, "主任プロセス制御エン…ロセス制御エンジニア"),
        ("é" * 50, "é" * 20 + "…" + "é" * 20),
        ("e\u0301" * 50, "e\u0301" * 20 + "…" + "e\u0301" * 20),
    ],
)
def test_a_long_label_loses_its_middle(text: str, short: str) -> None:
    assert shortened(text) == short


@pytest.mark.parametrize(
    ("first", "last", "step"), [(2009, 2009, 1), (2009, 2026, 1), (2009, 2027, 2), (1, 9999, 1000)]
)
def test_round_steps(first: int, last: int, step: int) -> None:
    assert round_step(first, last, MOST_COLUMNS) == step


LABELS = st.text(st.characters(exclude_categories=("C", "Z")), max_size=60)
YEARS = st.integers(1900, 2030)
STEPS = st.builds(PathStep, LABELS, YEARS, st.none() | YEARS, LABELS)
TIMELINES = st.builds(Timeline, LABELS, st.just("a.md"), st.lists(STEPS, max_size=30).map(tuple))


@given(st.lists(st.sampled_from(["Law", "law", "Art", "", "Sea"]) | LABELS, max_size=60))
def test_bars_of_anything_are_valid_and_add_up(labels: list[str]) -> None:
    bars = bars_by(INDUSTRY, labels)
    if isinstance(bars, Bars):
        markup = drawn(bars)
        assert sum(one.number for one in bars.counts) == len(labels)
        assert sum(table(markup).values()) == len(labels)
        assert len(bars.counts) <= MOST_BARS + 2


@given(st.lists(st.none() | st.dates(), max_size=60))
def test_columns_of_any_dates_are_valid_small_and_add_up(
    dates: list[datetime.date | None],
) -> None:
    columns = over_time(dates)
    if isinstance(columns, Columns):
        markup = drawn(columns)
        assert sum(table(markup).values()) == len(dates)
        assert len(columns.periods) <= MOST_COLUMNS
        assert len(markup.encode()) <= LARGEST
        assert all(0 <= one.centre <= 100 and one.top >= 1.4 for one in columns.columns)


@given(st.lists(TIMELINES, max_size=20), YEARS)
def test_any_paths_are_valid_and_stay_within_the_width(timelines: list[Timeline], now: int) -> None:
    made = career_paths(timelines, 20, now)
    if isinstance(made, Timelines):
        ElementTree.fromstring(drawn(made))  # noqa: S314
        assert sum(len(one.steps) for one in made.timelines) <= MOST_STEPS
        for one in made.stretches:
            assert 0 <= one.begin < one.end <= 100


def test_the_largest_charts_of_usual_labels_stay_small() -> None:
    label = "Senior Process Control Operator"
    bars = bars_by(ROLE, [f"{label} {number // 2}" for number in range(300)])
    steps = tuple(
        PathStep(label, 1990 + number, 1991 + number, "Eastmarsh Works") for number in range(5)
    )
    paths = career_paths([Timeline("王小明", "interviews/a.md", steps)] * 300, 300, 2026)
    columns = over_time([TODAY - datetime.timedelta(20 * number) for number in range(300)])
    sizes = [len(drawn(chart).encode()) for chart in (bars, paths, columns)]
    assert max(sizes) <= LARGEST
