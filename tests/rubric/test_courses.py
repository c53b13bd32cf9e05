"""The built-in rubrics: what each asks for, and that it catches what is missing."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from one_interview import grade_interview

from shoptalk.findings.finding import Severity
from shoptalk.reading.corpus import read_corpus
from shoptalk.reading.interview import parse_interview
from shoptalk.reading.source import Source
from shoptalk.rubric.conditions import AppliedCheck, Condition, Not
from shoptalk.rubric.grading import grade
from shoptalk.rubric.outcome import Outcome, State
from shoptalk.rubric.rubric import Criterion, Judge
from shoptalk.rubric.rubric_file import built_in, courses

HOME = Path(__file__).parents[2]
PAGE = (HOME / "docs" / "guide" / "courses.md").read_text(encoding="utf-8")
TODAY = date(2026, 11, 22)
ROW = re.compile(r"^\| [^|]+ \| `(?P<id>[^`]+)` \| (?P<judge>\w+) \| (?P<how>[^|]+) \|$", re.M)

each_course = pytest.mark.parametrize("course", courses())

COMPLETE = """\
---
name: Rosalind Okafor
title: Clinical Data Engineer
organization: Harbor Health
industry: Healthcare
relation: former student of our school
date: 2026-10-14
minutes: 25
format: in-person
route: warm
questions:
  - ask: How did you get into data after so many years as a nurse?
    personal: true
  - ask: Which part of the clinic's merger was the most difficult?
    personal: true
  - ask: What do you check first in the overnight loads?
    personal: true
  - Who else should I talk to?
learnings:
  - Most of her week goes into agreeing with other people on what a word means before it is used.
applications:
  - do: By December I will rebuild my project around one written data contract
referrals: [Ken Abara, Bríd O'Hanlon]
thanked: 2026-10-14T18:30
connected: true
research: Read her talk on data contracts; the clinic merged in 2025.
---

We talked in the canteen.
"""

FLAWS = {
    "no name": ("name: Rosalind Okafor\n", ""),
    "first name only": ("Rosalind Okafor", "Rosalind"),
    "no job title": ("title: Clinical Data Engineer\n", ""),
    "neither job title nor organization": (
        "title: Clinical Data Engineer\norganization: Harbor Health\n",
        "",
    ),
    "chief executive": ("Clinical Data Engineer", "CEO"),
    "neither organization nor industry": (
        "organization: Harbor Health\nindustry: Healthcare\n",
        "",
    ),
    "no relation": ("relation: former student of our school\n", ""),
    "a stranger": ("former student of our school", "none"),
    "no date": ("date: 2026-10-14\n", ""),
    "no minutes": ("minutes: 25\n", ""),
    "too long": ("minutes: 25", "minutes: 50"),
    "no format": ("format: in-person\n", ""),
    "no route": ("route: warm\n", ""),
    "one question": (COMPLETE[COMPLETE.index("  - ask: Which") : COMPLETE.index("learn")], ""),
    "nobody asked for": ("Who else should I talk to?", "What is next?"),
    "no personal question": ("    personal: true\n", ""),
    "nothing about the path": ("How did you get into data", "What is data"),
    "nothing about obstacles": ("most difficult", "longest"),
    "a favor asked for": ("Who else should I talk to?", "Could you give me a job?"),
    "what a search answers": ("Who else should I talk to?", "What does your company do?"),
    "what fits anybody": ("Who else should I talk to?", "What can you tell me?"),
    "more time asked for": ("Who else should I talk to?", "Could we talk a little longer?"),
    "everybody addressed": (
        "Who else should I talk to?",
        "Could you forward my message to everyone in your office?",
    ),
    "little learnt": ("Most of her week goes into agreeing with other people on what", "What"),
    "little to do": ("By December I will rebuild my project around one written", "One"),
    "nothing to do": (COMPLETE[COMPLETE.index("applications") : COMPLETE.index("referrals")], ""),
    "one referral": (", Bríd O'Hanlon", ""),
    "no thanks": ("thanked: 2026-10-14T18:30\n", ""),
    "late thanks": ("thanked: 2026-10-14", "thanked: 2026-10-19"),
    "not connected": ("connected: true", "connected: false"),
    "no research": ("research: Read her talk on data contracts; the clinic merged in 2025.\n", ""),
}


def outcomes_of(text: str, course: str) -> dict[str, Outcome]:
    interview, _ = parse_interview(Source("ada.md", text), TODAY)
    assert interview
    return {one.criterion.id: one for one in grade_interview(interview, built_in(course))}


def applied(conditions: tuple[Condition, ...]) -> Iterator[AppliedCheck]:
    """The checks in conditions, however deep."""
    for condition in conditions:
        if isinstance(condition, AppliedCheck):
            yield condition
        elif isinstance(condition, Not):
            yield from applied((condition.condition,))
        else:
            yield from applied(condition.conditions)


def is_recorded(criterion: Criterion) -> bool:
    return all(one.check.find_in_requests is None for one in applied(criterion.checks))


def stands_up(outcome: Outcome) -> bool | None:
    """Whether all of its checks are passed, also where it reports nothing."""
    held = [condition.hold(outcome.material).passed for condition in outcome.criterion.checks]
    return False if False in held else None if None in held else True


def section(course: str) -> str:
    [found] = [part for part in PAGE.split("\n## ") if f"\n`extends: {course}`" in part]
    return found


@each_course
def test_every_criterion_is_in_the_table_and_every_row_is_a_criterion(course: str):
    criteria = built_in(course).by_id
    rows = list(ROW.finditer(section(course)))
    assert list(dict.fromkeys(row["id"] for row in rows)) == list(criteria), "in their order"
    assert len(rows) == section(course).count("\n| ") - 1, "each row is well-formed"
    for row in rows:
        criterion = criteria[row["id"]]
        assert row["judge"] == criterion.judged_by
        assert set(re.findall(r"`([^`]+)`", row["how"])) == {
            one.check.wording.id for one in applied(criterion.checks)
        }


@each_course
def test_it_says_what_it_is(course: str):
    rubric = built_in(course)
    assert rubric.title
    assert rubric.description
    assert rubric.version
    assert rubric.language == "en"


@each_course
def test_a_complete_write_up_meets_all_that_a_write_up_can_show(course: str):
    for outcome in outcomes_of(COMPLETE, course).values():
        assert outcome.applies
        assert outcome.findings == ()
        if outcome.criterion.checks:
            assert stands_up(outcome) is (True if is_recorded(outcome.criterion) else None)


def recorded_criteria():
    for course in courses():
        for criterion in built_in(course).criteria:
            if any(one.check.find_in_requests is None for one in applied(criterion.checks)):
                yield pytest.param(course, criterion, id=f"{course}-{criterion.id}")


@pytest.mark.parametrize(("course", "criterion"), list(recorded_criteria()))
def test_each_check_catches_a_write_up_without_it(course: str, criterion: Criterion):
    for number, condition in enumerate(criterion.checks):
        checks = list(applied((condition,)))
        if not all(one.check.find_in_requests is None for one in checks):
            continue
        caught = []
        for name, (there, instead) in FLAWS.items():
            assert there in COMPLETE
            flawed = COMPLETE.replace(there, instead)
            outcome = outcomes_of(flawed, course)[criterion.id]
            if condition.hold(outcome.material).passed is False:
                caught.append(name)
        assert caught, f"nothing fails check {number + 1}: {condition.written}"


@each_course
def test_nothing_fails_for_want_of_a_record(course: str):
    for outcome in outcomes_of(COMPLETE, course).values():
        if not is_recorded(outcome.criterion):
            waits = outcome.criterion.judged_by is not Judge.AUTO
            assert outcome.state is (State.WAITS if waits else State.UNKNOWN)


def test_the_five_things_to_submit_decide_alone():
    minimal = "".join(
        part
        for part in re.split(r"(?m)^(?=\w)", COMPLETE)
        if part.split(":")[0] in ("name", "title", "questions", "learnings", "applications")
    )
    minimal = f"---\n{minimal}---\n\nWe talked.\n".replace("    personal: true\n", "")
    outcomes = outcomes_of(minimal, "thinkful")
    decisive = ["name", "title", "questions", "learnings", "applications", "courtesy"]
    assert list(built_in("thinkful").by_id)[:6] == decisive
    for id, outcome in outcomes.items():
        assert outcome.findings == ()
        assert outcome.met
        assert (outcome.state is State.MET) is (id in decisive)
        assert outcome.state is not State.NOT_MET


def test_what_else_the_lesson_asks_for_is_never_an_error():
    others = built_in("thinkful").criteria[6:]
    assert {criterion.severity for criterion in others if criterion.checks} == {Severity.NOTE}
    assert {criterion.worth for criterion in built_in("thinkful").criteria} == {None}


def states(course: str) -> str:
    corpus = read_corpus([HOME / "interviews"], TODAY, start=HOME)
    report = grade(corpus, built_in(course), TODAY)
    parts = {"portfolio": report.portfolio}
    parts |= {graded.file.address: graded.outcomes for graded in report.files}
    return "\n".join(
        f"{name}\n" + "".join(f"  {one.criterion.id}: {one.state}\n" for one in outcomes)
        for name, outcomes in parts.items()
    )


@each_course
def test_the_example_is_graded_as_before(course: str, golden):
    golden(Path(__file__).parent / "courses" / f"{course}.txt", states(course))


@each_course
def test_the_finished_example_has_no_errors(course: str):
    corpus = read_corpus([HOME / "interviews"], TODAY, start=HOME)
    report = grade(corpus, built_in(course), TODAY)
    assert [found for found in report.all_findings if found.severity == "error"] == []
