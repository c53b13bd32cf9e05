"""The grades of a small portfolio in every format, word for word."""

import csv
import io
import json
import shutil
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from shoptalk.commands.reading import read_graded
from shoptalk.findings.reporters.text import plain
from shoptalk.reading.source import Source
from shoptalk.rubric.outcome import State
from shoptalk.rubric.reports import classroom50, markdown, text
from shoptalk.rubric.reports import csv as csv_report
from shoptalk.rubric.reports import json as json_report
from shoptalk.rubric.reports.gradebook import Gradebook, Line, figure, joined_lines, make_gradebook
from shoptalk.rubric.reports.outline import render_rubric
from shoptalk.rubric.rubric_file import parse_rubric

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 13, 30, tzinfo=timezone(timedelta(hours=1)))
PORTFOLIO = Path(__file__).parent / "portfolio"
GOLDEN = Path(__file__).parent / "reports"
ENVIRONMENT = {
    "CLASSROOM": "careers",
    "ASSIGNMENT": "interviews",
    "SUBMISSION_TAG": "submit/1",
    "COMMIT_URL": "https://example.org/commit/1",
    "RELEASE_URL": "https://example.org/release/1",
    "HOME": "nobody's business",
}


def book_of(folder: Path) -> Gradebook:
    graded = read_graded([folder], None, folder, TODAY)
    assert graded.findings == ()
    names = {
        one.file.path: Path(one.file.path).relative_to(folder).as_posix()
        for one in graded.report.files
    }
    return make_gradebook(graded.report, names)


@pytest.fixture
def small(tmp_path: Path):
    """The gradebook of one interview under a rubric, with scores."""

    def make(rubric: str, scores: str = "", interview: str = "name: Ada Invented\n") -> Gradebook:
        (tmp_path / "interviews").mkdir(exist_ok=True)
        (tmp_path / "rubric.yml").write_text(rubric, encoding="utf-8")
        (tmp_path / "scores.yml").write_text(scores, encoding="utf-8")
        if interview:
            written = f"---\n{interview}---\n\nWe met.\n"
            (tmp_path / "interviews" / "ada.md").write_text(written, encoding="utf-8")
        return book_of(tmp_path)

    return make


RENDERERS = {
    "text": text.render_grades,
    "json": json_report.render_grades,
    "csv": csv_report.render_grades,
    "markdown": markdown.render_grades,
    "classroom50": lambda book: classroom50.render_grades(book, ENVIRONMENT, NOW),
}


@pytest.mark.parametrize("name", RENDERERS)
def test_each_format_is_as_it_was(name: str, golden):
    rendered = RENDERERS[name](book_of(PORTFOLIO))
    golden(GOLDEN / f"{name}.txt", rendered.replace("\r\n", "\n"))


@pytest.mark.parametrize("name", ["text", "json"])
def test_ranges_of_points_are_as_they_were(name: str, golden, tmp_path: Path):
    shutil.copytree(PORTFOLIO, tmp_path, dirs_exist_ok=True)
    shutil.copy(PORTFOLIO / "rubric-points.yml", tmp_path / "rubric.yml")
    shutil.copy(PORTFOLIO / "scores-points.yml", tmp_path / "scores.yml")
    golden(GOLDEN / f"{name}-of-ranges.txt", RENDERERS[name](book_of(tmp_path)))


def test_the_portfolio_has_every_state_that_needs_no_private_folder():
    book = book_of(PORTFOLIO)
    found = {row.outcome.state for section in book.sections for row in section.rows}
    assert found == set(State) - {State.WITHHELD}
    assert any(row.outcome.is_stale for section in book.sections for row in section.rows)


@pytest.mark.parametrize("name", ["rubric.yml", "rubric-points.yml"])
def test_a_rubric_for_reading_is_as_it_was(name: str, golden):
    written = (PORTFOLIO / name).read_text(encoding="utf-8")
    rubric, findings = parse_rubric(Source(name, written))
    assert findings == []
    assert rubric
    golden(GOLDEN / f"{name.removesuffix('.yml')}-outline.txt", render_rubric(rubric))


def test_what_a_rubric_says_of_groups_and_stages_is_shown():
    rubric, _ = parse_rubric(
        Source(
            "rubric.yml",
            "title: Ours\n"
            "description: What we ask for.\n"
            "groups: [{id: g, title: Choice, best: 1, weight: 20}]\n"
            "stages: [{id: s, title: Draft, due: 2026-12-01}]\n"
            "criteria:\n"
            "- {id: a, title: A, description: First., group: g, stage: s, judge: peer}\n"
            "- id: b\n"
            "  title: B\n"
            "  checks: [too-few-items: {field: questions}]\n"
            "  graded: false\n"
            "  levels: [{label: Few, description: Some, at_most: 3}, {label: Many}]\n",
        )
    )
    assert rubric
    shown = render_rubric(rubric)
    assert shown.startswith("# Ours\n\nWhat we ask for.\n\n")
    assert "- Group Choice, worth 20 together, of which the best 1 count\n" in shown
    assert "- Stage Draft, due 2026-12-01\n" in shown
    assert "judged by another student, group Choice, stage Draft." in shown
    assert "`b`: without points, judged by its checks." in shown
    assert "| Few |  | Some; at most 3 |" in shown


# Text


def test_lines_are_at_most_80_columns():
    lines = text.render_grades(book_of(PORTFOLIO)).splitlines()
    assert max(map(len, lines)) <= 80


def test_wide_letters_take_two_columns(small):
    rubric = "criteria: [{id: a, title: 名前が必要です, points: 1, checks: [missing-name]}]\n"
    [line] = [one for one in text.render_grades(small(rubric)).splitlines() if "名前" in one]
    assert len(line) == 80 - len("名前が必要です")


def test_color_tells_nothing_that_words_do_not():
    book = book_of(PORTFOLIO)
    marked = text.render_grades(book, lambda part, **style: f"<{part}>" if style else part)
    assert marked.replace("<", "").replace(">", "") == text.render_grades(book, plain)
    assert "<partly met" in marked


def test_control_characters_are_spelled_out(small):
    book = small('criteria: [{id: a, title: "A\\eB", points: 1, checks: [missing-name]}]\n')
    for render in (text.render_grades, markdown.render_grades):
        assert "\x1b" not in render(book)


# CSV


def test_rows_end_as_the_standard_says():
    rendered = csv_report.render_grades(book_of(PORTFOLIO))
    assert rendered.count("\n") == rendered.count("\r\n")
    rows = list(csv.reader(io.StringIO(rendered, newline="")))
    assert {len(row) for row in rows} == {len(csv_report.COLUMNS)}
    assert rows[0] == list(csv_report.COLUMNS)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_formulas_are_defused(small, sign: str):
    book = small(
        "criteria: [{id: a, title: A, points: 1}]\n",
        "scores:\n"
        "  - {criterion: a, interview: ada, level: met, who: JM, when: 2026-11-20,\n"
        f"     comment: \"{sign}HYPERLINK('x')\"}}\n",
    )
    [row] = csv.DictReader(io.StringIO(csv_report.render_grades(book), newline=""))
    assert row["comment"] == f"'{sign}HYPERLINK('x')"
    assert (row["who"], row["points"]) == ("JM", "1")


# Classroom 50


def test_scores_are_whole_numbers_that_add_up():
    result = json.loads(RENDERERS["classroom50"](book_of(PORTFOLIO)))
    for key in ("score", "max-score"):
        assert all(type(test[key]) is int for test in result["tests"])
        assert result[key] == sum(test[key] for test in result["tests"])
    assert result["review"] == result["commit"]
    assert result["datetime"] == "2026-11-22T12:30:00Z"


def test_what_the_environment_does_not_say_is_left_out(small):
    book = small("criteria: [{id: a, title: A, points: 1, checks: [missing-name]}]\n")
    assert json.loads(classroom50.render_grades(book, {}, NOW)) == {
        "schema": "classroom50/result/v1",
        "datetime": "2026-11-22T12:30:00Z",
        "score": 1,
        "max-score": 1,
        "tests": [{"test-name": "A", "passed": True, "score": 1, "max-score": 1}],
    }


def test_halves_go_up(small):
    levels = "levels: [{label: A, points: 3}, {label: B, points: 2.5}, {label: C, points: 0}]"
    book = small(
        f"criteria: [{{id: a, title: A, {levels}}}]\n",
        "scores: [{criterion: a, interview: ada, level: B, who: J, when: 2026-11-20}]\n",
    )
    [test] = json.loads(classroom50.render_grades(book, {}, NOW))["tests"]
    assert (test["score"], test["max-score"], test["passed"]) == (3, 3, False)


@pytest.mark.parametrize("worth", ["", "weight: 0.5, "])
def test_where_numbers_are_too_fine_everything_is_worth_a_thousand(small, worth: str):
    book = small(
        "criteria:\n"
        f"- {{id: a, title: A, {worth}checks: [missing-name]}}\n"
        f"- {{id: b, title: B, {worth}checks: [missing-field: {{field: title}}]}}\n"
    )
    result = json.loads(classroom50.render_grades(book, {}, NOW))
    assert (result["score"], result["max-score"]) == (500, 1000)


def test_without_interviews_nothing_is_earned_of_everything(small):
    rubric = (
        "groups: [{id: g, title: G, best: 1}]\n"
        "criteria:\n"
        "- {id: a, title: A, points: 2, group: g, checks: [missing-name]}\n"
        "- {id: b, title: B, points: 3, group: g, checks: [missing-field: {field: title}]}\n"
        "- {id: c, title: C, points: 4}\n"
    )
    result = json.loads(classroom50.render_grades(small(rubric, interview=""), {}, NOW))
    assert (result["score"], result["max-score"]) == (0, 7)
    assert [test["passed"] for test in result["tests"]] == [False, False]


# What all formats show


def test_a_rubric_without_points_has_no_totals(small):
    book = small("criteria: [{id: a, title: A, checks: [missing-name]}]\n")
    rendered = text.render_grades(book)
    assert "altogether  no points" in rendered
    assert "total" not in rendered
    assert "**Total:** no points" in markdown.render_grades(book)


def test_markup_in_texts_stays_text(small):
    book = small("criteria: [{id: a, title: 'A|B <b>*c*</b>', checks: [missing-name]}]\n")
    assert r"| A\|B \<b\>\*c\*\</b\> |" in markdown.render_grades(book)


@pytest.mark.parametrize(
    ("earned", "said"),
    [("met", "passes (the pass mark is 50%)"), ("not met", "does not pass")],
)
def test_whether_it_passes_is_said(small, earned: str, said: str):
    book = small(
        "pass_mark: 50%\ncriteria: [{id: a, title: A, points: 1}]\n",
        "scores:\n"
        f"  - {{criterion: a, interview: ada, level: {earned}, who: J, when: 2026-11-20}}\n",
    )
    assert said in text.render_grades(book)
    assert said in markdown.render_grades(book)


def test_points_by_themselves_are_shown(small):
    book = small(
        "criteria: [{id: a, title: A, points: 4}]\n",
        "scores:\n  - {criterion: a, interview: ada, points: 3, who: J, when: 2026-11-20}\n",
    )
    [section] = book.interviews
    assert (section.rows[0].level, section.rows[0].points) == (None, 3)
    assert "points, by J on 2026-11-20" in text.render_grades(book)


def test_evidence_is_joined():
    lines = [Line("b.md", 1), Line("a.md", 4), Line("a.md", 5), Line("a.md", 9), Line("a.md", 4)]
    assert joined_lines(lines, 9) == "a.md:4-5, 9, b.md:1"
    assert joined_lines(lines, 1) == "a.md:4-5, and 2 more"
    assert joined_lines([], 1) == ""


def test_figures_have_two_decimals_at_most():
    assert [figure(number) for number in (10, 2.5, 1 / 3, 0, 0.001)] == [
        "10",
        "2.5",
        "0.33",
        "0",
        "0",
    ]
