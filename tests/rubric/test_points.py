"""Totals, each worked out by hand."""

from datetime import date

import pytest

from shoptalk.findings.finding import Severity
from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.interview import parse_interview
from shoptalk.reading.source import Source
from shoptalk.rubric.grading import Report, grade
from shoptalk.rubric.outcome import State
from shoptalk.rubric.points import (
    Total,
    asked_of_each,
    is_passing,
    total,
    total_of,
    worths,
)
from shoptalk.rubric.rubric import Judge, Rubric
from shoptalk.rubric.rubric_file import parse_rubric
from shoptalk.rubric.scores import Score, Scores

TODAY = date(2026, 11, 22)
NAMED = "name: Ada Invented\n"
NAMELESS = "title: Nurse\n"
"""Meets missing-field of title, and not missing-name."""


def rubric_of(text: str) -> Rubric:
    rubric, findings = parse_rubric(Source("rubric.yml", text))
    assert findings == []
    assert rubric
    return rubric


def file_of(number: int, front_matter: str) -> ReadFile:
    source = Source(f"{number}.md", f"---\n{front_matter}---\n\nWe met.\n")
    interview, _ = parse_interview(source, TODAY)
    assert interview
    return ReadFile(
        path=source.path, address=str(number), source=source, interview=interview, findings=()
    )


def report_of(rubric: str, *front_matters: str, scores: tuple[Score, ...] = ()) -> Report:
    files = tuple(file_of(number, text) for number, text in enumerate(front_matters))
    return grade(Corpus(files=files), rubric_of(rubric), TODAY, Scores(scores))


def score(criterion: str, interview: str = "0", **more: object) -> Score:
    given = {"who": "JM", "when": date(2026, 11, 20), **more}
    return Score(criterion=criterion, interview=interview, **given)


def rounded(found: Total) -> tuple[float, float, float]:
    return (round(found.earned, 6), round(found.possible, 6), round(found.waiting, 6))


NAME = "{id: name, title: N, checks: [missing-name], "
TITLE = "{id: title, title: T, checks: [missing-field: {field: title}], "
HUMAN = "{id: human, title: H, "


def criteria(*lines: str) -> str:
    return "criteria:\n" + "".join(f"- {line}\n" for line in lines)


def test_points_are_added_up():
    rubric = criteria(NAME + "points: 2}", TITLE + "points: 3}")
    assert rounded(total_of(report_of(rubric, NAMED))) == (2, 5, 0)
    assert rounded(total_of(report_of(rubric, NAMELESS))) == (3, 5, 0)


def test_weights_are_added_up_as_they_are():
    rubric = criteria(NAME + "weight: 30}", TITLE + "weight: 70}")
    assert rounded(total_of(report_of(rubric, NAMELESS))) == (70, 100, 0)


def test_the_weight_of_a_group_is_shared_out_by_points():
    rubric = "groups: [{id: g, title: G, weight: 60}]\n" + criteria(
        NAME + "points: 1, group: g}", TITLE + "points: 3, group: g}", HUMAN + "points: 40}"
    )
    assert worths(rubric_of(rubric)) == {"name": 15, "title": 45, "human": 40}


def test_the_weight_of_a_group_is_shared_out_evenly_where_nothing_says_otherwise():
    rubric = "groups: [{id: g, title: G, weight: 60}]\n" + criteria(
        NAME + "group: g}", TITLE + "group: g}", HUMAN + "group: g, graded: false}"
    )
    assert worths(rubric_of(rubric)) == {"name": 30, "title": 30}


def test_the_weight_of_a_stage_is_shared_out_like_that_of_a_group():
    rubric = (
        "stages: [{id: one, title: One, weight: 20}, {id: two, title: Two, weight: 80}]\n"
        + criteria(NAME + "stage: one}", TITLE + "points: 1, stage: two}")
    )
    assert worths(rubric_of(rubric)) == {"name": 20, "title": 80}
    assert rounded(total_of(report_of(rubric, NAMELESS))) == (80, 100, 0)


def test_a_weight_stays_whole_where_a_criterion_does_not_apply():
    rubric = "groups: [{id: g, title: G, weight: 60}]\n" + criteria(
        NAME + "points: 1, group: g}",
        "{id: why, title: W, points: 2, group: g, "
        "when: [missing-field: {field: x-why}], checks: [missing-field: {field: link}]}",
        TITLE + "points: 40}",
    )
    assert rounded(total_of(report_of(rubric, NAMED))) == (60, 100, 0)
    # 60 are shared out as 20 and 40 where both apply; the second of them is not met.
    assert rounded(total_of(report_of(rubric, NAMED + "x-why: because\n"))) == (20, 100, 0)


def test_what_is_not_due_yet_stays_open():
    rubric = "stages: [{id: s, title: S, due: 2026-11-22}]\n" + criteria(
        NAME + "points: 2, stage: s}", TITLE + "points: 3, stage: s}"
    )
    report = report_of(rubric, NAMED)
    assert rounded(total_of(report)) == (2, 5, 3)
    assert [one.state for one in report.files[0].outcomes] == [State.MET, State.NOT_DUE]
    over = rubric.replace("2026-11-22", "2026-11-21")
    assert rounded(total_of(report_of(over, NAMED))) == (2, 5, 0)


def test_a_bonus_that_is_not_earned_is_only_a_note():
    rubric = criteria(NAME + "points: 4}", TITLE + "points: 2, bonus: true}")
    assert [one.severity for one in report_of(rubric, NAMED).all_findings] == [Severity.NOTE]
    asked = rubric.replace("bonus: true", "bonus: true, severity: warning")
    assert [one.severity for one in report_of(asked, NAMED).all_findings] == [Severity.WARNING]


ALTERNATIVES = "groups: [{id: g, title: G, best: 1}]\n" + criteria(
    NAME + "points: 4, group: g}", TITLE + "points: 4, group: g}"
)


def test_only_the_best_of_alternatives_count():
    assert rounded(total_of(report_of(ALTERNATIVES, NAMED))) == (4, 4, 0)
    assert rounded(total_of(report_of(ALTERNATIVES, NAMED + NAMELESS))) == (4, 4, 0)
    assert rounded(total_of(report_of(ALTERNATIVES, "industry: Food\n"))) == (0, 4, 0)


def test_the_weight_of_a_group_of_alternatives_goes_to_those_that_count():
    rubric = ALTERNATIVES.replace("best: 1", "best: 1, weight: 30")
    assert worths(rubric_of(rubric)) == {"name": 30, "title": 30}
    assert rounded(total_of(report_of(rubric, NAMED))) == (30, 30, 0)


def test_a_bonus_comes_on_top():
    rubric = criteria(NAME + "points: 4}", TITLE + "points: 2, bonus: true}")
    assert rounded(total_of(report_of(rubric, NAMED + NAMELESS))) == (6, 4, 0)
    assert rounded(total_of(report_of(rubric, NAMED))) == (4, 4, 0)


def test_a_bonus_in_a_group_does_not_lessen_the_others():
    rubric = "groups: [{id: g, title: G, weight: 50}]\n" + criteria(
        NAME + "points: 5, group: g}", TITLE + "points: 1, group: g, bonus: true}"
    )
    assert worths(rubric_of(rubric)) == {"name": 50, "title": 10}


def test_what_is_not_graded_or_has_no_worth_counts_for_nothing():
    rubric = criteria(NAME + "points: 4, graded: false}", TITLE + "points: 1}", HUMAN + "}")
    assert worths(rubric_of(rubric)) == {"title": 1}
    assert rounded(total_of(report_of(rubric, NAMED))) == (0, 1, 0)


def test_what_does_not_apply_is_not_asked_for():
    rubric = criteria(
        NAME + "points: 4}", TITLE + "points: 6, when: [missing-field: {field: date}]}"
    )
    assert rounded(total_of(report_of(rubric, NAMED))) == (4, 4, 0)
    with_date = f"{NAMED}date: 2026-11-01\n"
    assert rounded(total_of(report_of(rubric, with_date))) == (4, 10, 0)


def test_what_nobody_has_judged_waits():
    rubric = criteria(NAME + "points: 4}", HUMAN + "points: 6}")
    assert rounded(total_of(report_of(rubric, NAMED))) == (4, 10, 6)
    given = (score("human", points=5),)
    assert rounded(total_of(report_of(rubric, NAMED, scores=given))) == (9, 10, 0)


def test_what_nothing_records_waits():
    rubric = criteria(
        NAME + "points: 4}",
        "{id: sent, title: S, points: 6, checks: [missing-record: {record: reminder}]}",
    )
    assert rounded(total_of(report_of(rubric, NAMED))) == (4, 10, 6)


def test_a_portfolio_gets_the_mean_of_its_interviews_and_what_all_are_worth():
    rubric = criteria(
        NAME + "points: 4}",
        "{id: two, title: Two, points: 3, scope: portfolio, checks: [interviews: {at_least: 2}]}",
    )
    report = report_of(rubric, NAMED, NAMELESS, "draft: true\n")
    assert rounded(total_of(report)) == (4 / 2 + 3, 7, 0)


def test_what_applies_to_one_interview_only_counts_in_part():
    rubric = criteria(
        NAME + "points: 4}", TITLE + "points: 6, when: [missing-field: {field: date}]}"
    )
    report = report_of(rubric, NAMED, f"{NAMED}date: 2026-11-01\n")
    assert rounded(total_of(report)) == (4, 4 + 6 / 2, 0)


def test_without_interviews_all_is_still_to_be_earned():
    rubric = criteria(NAME + "points: 4}", TITLE + "points: 2, bonus: true}", HUMAN + "points: 1}")
    assert rounded(total_of(report_of(rubric))) == (0, 5, 0)


def test_without_interviews_alternatives_are_asked_for_once():
    rubric = rubric_of(ALTERNATIVES.replace("points: 4", "points: 3", 1))
    assert asked_of_each(rubric, worths(rubric)) == {"title": 4}
    assert rounded(total_of(report_of(ALTERNATIVES))) == (0, 4, 0)


def test_levels_give_their_points_or_share():
    levels = (
        "levels: [{label: A, points: 90-100}, {label: B, points: 50-89}, {label: C, points: 0}]"
    )
    rubric = criteria(HUMAN + levels + "}")
    report = report_of(rubric, NAMED, scores=(score("human", level="b"),))
    assert rounded(total_of(report)) == (50, 100, 0)
    report = report_of(rubric, NAMED, scores=(score("human", level="b", points=72.0),))
    assert rounded(total_of(report)) == (72, 100, 0)
    shares = "points: 8, levels: [{label: A, share: 100%}, {label: B, share: 25%}]"
    report = report_of(criteria(HUMAN + shares + "}"), NAMED, scores=(score("human", level="B"),))
    assert rounded(total_of(report)) == (2, 8, 0)


def test_levels_without_numbers_stand_at_equal_distances():
    levels = "graded: false, levels: [{label: A}, {label: B}, {label: C}]"
    report = report_of(criteria(HUMAN + levels + "}"), NAMED, scores=(score("human", level="B"),))
    [outcome] = report.files[0].outcomes
    assert outcome.share == 0.5
    assert worths(report.rubric) == {}


def test_the_grader_wins_over_a_later_word_of_the_student():
    rubric = criteria(HUMAN + "points: 4, judge: self}")
    later = {"judge": Judge.SELF, "when": date(2026, 11, 21)}
    both = (score("human", points=1), score("human", points=4, **later))
    assert rounded(total_of(report_of(rubric, NAMED, scores=both))) == (1, 4, 0)
    assert rounded(total_of(report_of(rubric, NAMED, scores=both[1:]))) == (4, 4, 0)


def test_the_word_of_a_peer_decides_nothing_where_a_person_who_grades_is_to_judge():
    rubric = criteria(HUMAN + "points: 4}")
    said = (score("human", points=4, judge=Judge.PEER),)
    assert rounded(total_of(report_of(rubric, NAMED, scores=said))) == (0, 4, 4)


def test_a_placeholder_left_in_gives_no_level():
    rubric = rubric_of(
        criteria(
            TITLE
            + "points: 4, levels: [{label: A, points: 4, passed: all}, {label: B, points: 0}]}"
        )
    )
    source = Source("0.md", "---\ntitle: TODO\n---\n\nWe met.\n")
    interview, findings = parse_interview(source, TODAY)
    file = ReadFile(
        path="0.md", address="0", source=source, interview=interview, findings=tuple(findings)
    )
    report = grade(Corpus(files=(file,)), rubric, TODAY)
    assert rounded(total_of(report)) == (0, 4, 0)


@pytest.mark.parametrize(
    ("found", "passing"),
    [
        (Total(55, 100), True),
        (Total(54.9, 100), False),
        (Total(50, 100, 5), None),
        (Total(50, 100, 4), False),
        (Total(50, 100, 4, 1), None),
        (Total(0, 0), None),
    ],
)
def test_the_pass_mark(found: Total, passing: bool | None):
    rubric = rubric_of("pass_mark: 55%\n" + criteria(NAME + "points: 1}"))
    assert is_passing(found, rubric) is passing


def test_without_a_pass_mark_nothing_is_said_of_passing():
    assert is_passing(Total(1, 1), rubric_of(criteria(NAME + "points: 1}"))) is None


def test_a_total_knows_its_share():
    assert Total(3, 4).share == 0.75
    assert Total().share == 0
    assert total((), {}) == Total()
