"""Rubrics to Canvas and back: nothing that Canvas can hold is lost, and the rest is named."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shoptalk.findings.finding import Finding
from shoptalk.findings.reporters.text import render_findings
from shoptalk.reading.decoding import decode
from shoptalk.reading.source import Source
from shoptalk.rubric.amounts import Points
from shoptalk.rubric.canvas import CanvasRubric, Rating, Row, number, parse_csv, render_csv
from shoptalk.rubric.canvas_export import lost_in_canvas, to_canvas
from shoptalk.rubric.canvas_import import to_yaml
from shoptalk.rubric.rubric import Criterion, Judge, Level, Rubric
from shoptalk.rubric.rubric_file import ID, built_in, courses, parse_rubric

HEAD = "Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range"
RATING = "Rating Name,Rating Description,Rating Points"


def rubric_of(text: str) -> Rubric:
    rubric, findings = parse_rubric(Source("rubric.yml", text))
    assert findings == []
    assert rubric
    return rubric


def read(text: str) -> tuple[CanvasRubric | None, list[Finding]]:
    return parse_csv(Source("rubric.csv", text.replace("\r\n", "\n")))


def imported(text: str) -> Rubric:
    taken, findings = read(text)
    assert findings == []
    assert taken
    return rubric_of(to_yaml(taken))


def exported(rubric: Rubric) -> str:
    return render_csv(to_canvas(rubric))


SAMPLE = (
    f"{HEAD},{RATING},{RATING},{RATING}\r\n"
    "Interviews,Reflection,What it changed in you,true,A,Clear,100,B,,89,C,,59\r\n"
    "Interviews,Thanks,,false,Sent,,2.5,Not sent,,0,,,\r\n"
)


def test_a_file_of_canvas_becomes_a_rubric():
    rubric = imported(SAMPLE)
    assert rubric.title == "Interviews"
    reflection, thanks = rubric.criteria
    assert (reflection.id, reflection.title) == ("reflection", "Reflection")
    assert reflection.description == "What it changed in you"
    assert reflection.judged_by is Judge.HUMAN
    assert [(level.label, str(level.points)) for level in reflection.levels] == [
        ("A", "90–100"),
        ("B", "60–89"),
        ("C", "0–59"),
    ]
    assert reflection.levels[0].description == "Clear"
    assert [(level.label, str(level.points)) for level in thanks.levels] == [
        ("Sent", "2.5"),
        ("Not sent", "0"),
    ]


def test_what_is_made_is_written_for_people():
    taken, _ = read(SAMPLE)
    assert taken
    assert to_yaml(taken).endswith(
        "title: Interviews\n"
        "\n"
        "criteria:\n"
        "  - id: reflection\n"
        "    title: Reflection\n"
        "    description: What it changed in you\n"
        "    judge: human\n"
        "    levels:\n"
        "      - label: A\n"
        "        description: Clear\n"
        "        points: 90-100\n"
        "      - label: B\n"
        "        points: 60-89\n"
        "      - label: C\n"
        "        points: 0-59\n"
        "  - id: thanks\n"
        "    title: Thanks\n"
        "    judge: human\n"
        "    levels:\n"
        "      - label: Sent\n"
        "        points: 2.5\n"
        "      - label: Not sent\n"
        "        points: 0\n"
    )


def test_ids_are_plain_and_each_once():
    rows = "".join(
        f"R,{name},,false,Yes,,1\n" for name in ("Café Ünder", "café under", "王小明", "1.")
    )
    rubric = imported(f"{HEAD},{RATING}\n{rows}")
    assert [criterion.id for criterion in rubric.criteria] == [
        "cafe-under",
        "cafe-under-2",
        "criterion-3",
        "1",
    ]


def test_criteria_without_levels_become_two_ratings():
    rubric = rubric_of("criteria: [{id: a, title: A, points: 4}]\n")
    assert exported(rubric) == (
        f"{HEAD},{RATING},{RATING}\r\nRubric,A,,false,Met,,4,Not met,,0\r\n"
    )


def test_shares_and_weights_become_points():
    rubric = rubric_of(
        "groups: [{id: g, title: G, weight: 30}]\n"
        "criteria:\n"
        "  - id: a\n"
        "    title: A\n"
        "    group: g\n"
        "    weight: 1\n"
        "    levels: [{label: Best, share: 100%}, {label: Half, share: 50%}]\n"
        "  - {id: b, title: B, group: g, weight: 2}\n"
    )
    assert exported(rubric).splitlines()[1:] == [
        "Rubric,A,,false,Best,,10,Half,,5",
        "Rubric,B,,false,Met,,20,Not met,,0",
    ]
    assert "a weight, or a share of one (it becomes points): a, b" in lost_in_canvas(rubric)


def test_points_fall_from_left_to_right():
    levels = (Level(label="Low", points=Points(1, 1)), Level(label="High", points=Points(3, 3)))
    rubric = Rubric(title="Rubric", criteria=(Criterion(id="a", title="A", levels=levels),))
    assert exported(rubric).splitlines()[1] == "Rubric,A,,false,High,,3,Low,,1"


def test_what_canvas_cannot_hold_is_named():
    rubric = rubric_of(
        "pass_mark: 50%\n"
        "version: autumn\n"
        "groups: [{id: g, title: G, best: 1}]\n"
        "stages: [{id: s, title: S}]\n"
        "criteria:\n"
        "  - {id: checked, title: C, points: 1, checks: [missing-name], group: g, stage: s}\n"
        "  - {id: own, title: O, points: 1, judge: self}\n"
        "  - {id: all, title: P, points: 1, scope: portfolio}\n"
        "  - {id: more, title: B, points: 1, bonus: true}\n"
        "  - {id: looked-at, title: U, graded: false}\n"
        "  - {id: above, title: X, points: 5, levels: [{label: A, points: 4}]}\n"
        "  - {id: gap, title: Y, levels: [{label: A, points: 8-9}, {label: B, points: 0-5}]}\n"
    )
    assert lost_in_canvas(rubric) == [
        "the rubric's version",
        "the rubric's pass mark",
        "groups, and that only the best of their criteria count",
        "stages and their last days",
        "checks, and what goes by them: checked",
        "that the student or another student judges: own",
        "that it is about the whole portfolio: all",
        "that it counts for nothing (it gets 0 points): looked-at",
        "that it is a bonus (there its points belong to the whole): more",
        "points beyond those of its best level: above",
        "ranges that overlap or leave a gap (each ends above the next): gap",
    ]


def test_what_canvas_can_hold_is_not_said_to_be_lost():
    assert lost_in_canvas(imported(SAMPLE)) == []


@pytest.mark.parametrize("course", courses())
def test_built_in_rubrics_can_be_exported(course: str):
    rubric = built_in(course)
    taken, findings = read(exported(rubric))
    assert findings == []
    assert taken
    assert [row.name for row in taken.rows] == [criterion.title for criterion in rubric.criteria]


@pytest.mark.parametrize(
    ("text", "line", "check", "words"),
    [
        ("", 1, "unknown-csv-columns", ""),
        ("Criterion;Points\nA;1\n", 1, "unknown-csv-columns", "separate cells by commas"),
        (f"{HEAD}\n", 1, "unknown-csv-columns", "begin the file with these columns"),
        (f"{HEAD},{RATING}\n", 1, "empty-csv-rubric", "no criterion"),
        (f'{HEAD},{RATING}\nR,A,,false,"Yes,,1\n', 2, "broken-csv", "unexpected end of data"),
        (f'{HEAD},{RATING}\nR,"A"b,,false,Yes,,1\n', 2, "broken-csv", "expected after"),
        (
            f"{HEAD},{RATING}\n\nR,,,false,Yes,,1\n",
            3,
            "unsuitable-cell",
            "'Criteria Name' is empty",
        ),
        (f"{HEAD},{RATING}\nR,A,,maybe,Yes,,1\n", 2, "unsuitable-cell", "write true or false"),
        (f"{HEAD},{RATING}\nR,A,,,Yes,,ten\n", 2, "unsuitable-cell", "'Rating Points' is 'ten'"),
        (f"{HEAD},{RATING}\nR,A,,,Yes,,-1\n", 2, "unsuitable-cell", "write a number"),
        (f"{HEAD},{RATING}\nR,A,,,,,1\n", 2, "unsuitable-cell", "'Rating Name' is empty"),
        (f"{HEAD},{RATING}\nR,A,,,,,\n", 2, "unsuitable-cell", "at least one rating"),
        (f"{HEAD},{RATING}\nR,A\n", 2, "unsuitable-cell", "at least one rating"),
        (f"{HEAD},{RATING},{RATING}\nR,A,,,x,,1,X,,0\n", 2, "unsuitable-cell", "a name of its own"),
        (f"{HEAD},{RATING},{RATING}\nR,A,,,x,,1,y,,2\n", 2, "rising-ratings", "of 2 points"),
        (
            f'{HEAD},{RATING}\nR,A,"two\nlines",,x,,1\n,B,,,x,,1\nS,C,,,x,,1\n',
            5,
            "second-rubric",
            "begins the rubric 'S'",
        ),
    ],
)
def test_broken_files_get_a_finding_with_a_line(text: str, line: int, check: str, words: str):
    taken, findings = read(text)
    assert taken is None
    assert (findings[0].place.line, findings[0].check) == (line, check)
    assert words in render_findings(findings)
    assert len(findings) == 1


def test_header_in_any_case_and_ragged_rows_are_fine():
    rubric = imported(f"{HEAD},{RATING}\n".upper() + "R,A,,FALSE,x,,2,y,,1\n,B,,,x,,1,,,\n\n")
    assert [len(criterion.levels) for criterion in rubric.criteria] == [2, 1]


@settings(max_examples=50)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_nothing_ends_in_a_traceback(data: bytes):
    source, findings = decode("rubric.csv", f"{HEAD},{RATING}\n".encode() + data)
    taken = None
    if source:
        taken, more = parse_csv(source)
        findings = [*findings, *more]
    if taken is None:
        assert findings
    else:
        parse_rubric(Source("rubric.yml", to_yaml(taken)))


# There and back


def usable(text: str) -> bool:
    """Whether nothing but the import could be found fault with in a text of a rubric."""
    _, findings = parse_rubric(
        Source("", f"criteria: [{{id: a, title: '{text.replace(chr(39), chr(39) * 2)}'}}]")
    )
    return not findings


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=25
).map(lambda text: " ".join(text.split()))
TEXTS = WORDS.filter(lambda text: bool(text) and usable(text))
PARAGRAPHS = st.lists(TEXTS, max_size=3).map("\n\n".join)
POINTS = st.integers(0, 1_000_000).map(lambda hundredths: hundredths / 100)
LABELS = st.lists(TEXTS, min_size=1, max_size=5, unique_by=lambda text: text.casefold())


@st.composite
def rows(draw: st.DrawFn) -> Row:
    labels = draw(LABELS)
    count = len(labels)
    has_ranges = draw(st.booleans())
    kind = st.integers(0, 200).map(float) if has_ranges else POINTS
    points = sorted(draw(st.lists(kind, min_size=count, max_size=count, unique=True)))[::-1]
    if has_ranges and points == [0.0]:
        points = [1.0]
    ratings = (
        Rating(label, draw(PARAGRAPHS), worth) for label, worth in zip(labels, points, strict=True)
    )
    return Row(draw(TEXTS), draw(PARAGRAPHS), has_ranges, tuple(ratings))


@settings(max_examples=60)
@given(TEXTS, st.lists(rows(), min_size=1, max_size=4))
def test_from_canvas_and_back(name: str, found: list[Row]):
    text = render_csv(CanvasRubric(name, tuple(found)))
    rubric = imported(text)
    assert all(ID.fullmatch(criterion.id) for criterion in rubric.criteria)
    assert exported(rubric) == text


@st.composite
def levels(draw: st.DrawFn) -> tuple[Level, ...]:
    labels = draw(LABELS)
    tops = sorted(draw(st.sets(st.integers(2, 500), min_size=len(labels), max_size=len(labels))))
    tops.reverse()
    points = [Points(top, top) for top in map(float, tops)]
    if draw(st.booleans()):
        lows = [float(below + 1) for _, below in pairwise(tops)]
        points = [Points(low, top) for low, top in zip([*lows, 0.0], map(float, tops), strict=True)]
    return tuple(
        Level(label=label, description=draw(PARAGRAPHS), points=worth)
        for label, worth in zip(labels, points, strict=True)
    )


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    count = draw(st.integers(1, 4))
    criteria = (
        Criterion(
            id=f"c-{number}",
            title=draw(TEXTS),
            description=draw(PARAGRAPHS),
            judge=Judge.HUMAN,
            levels=draw(levels()),
        )
        for number in range(count)
    )
    return Rubric(title=draw(TEXTS), criteria=tuple(criteria))


@settings(max_examples=60)
@given(rubrics())
def test_to_canvas_and_back(rubric: Rubric):
    back = imported(exported(rubric))
    assert back.title == rubric.title
    for was, now in zip(rubric.criteria, back.criteria, strict=True):
        assert (now.title, now.description) == (was.title, was.description)
        assert now.judged_by is Judge.HUMAN
        assert now.levels == was.levels


def test_numbers_have_no_more_figures_than_they_need():
    assert [number(value) for value in (10.0, 2.5, 0.0, 100.0, 1234567.25, 0.00001)] == [
        "10",
        "2.5",
        "0",
        "100",
        "1234567.25",
        "0.00001",
    ]
