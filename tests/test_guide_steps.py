"""The steps of the guide: short, in order, and with all that the courses ask of a student."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from shoptalk.rubric.rubric_file import built_in, courses

TESTS = Path(__file__).parent
GUIDE = TESTS.parent / "docs" / "guide"
STEPS = {page.stem: page.read_text("utf-8") for page in sorted(GUIDE.glob("[0-9]-*.md"))}
NAMES = ["find", "ask", "prepare", "talk", "follow-up", "reflect", "write-up", "publish"]
HEADINGS = ["Do this now", "What good looks like", "The commands?", "Who asks for it"]
TITLES = {
    "thinkful": "Thinkful",
    "epicodus": "Epicodus",
    "five-steps": "Five steps",
    "careeronestop": "CareerOneStop",
    "two-requests": "Two requests",
}
WORDS_A_MINUTE = 200
OUR_OWN = {"message-advice"}
"""The criterion that no course asks for."""

each_step = pytest.mark.parametrize("step", STEPS)


class Demand(NamedTuple):
    """What a course asks for, and where the guide says it."""

    course: str
    page: str
    demand: str
    criterion: str
    says: str


DEMANDS = [
    Demand(course, page, **{key: str(value) for key, value in one.items()})
    for course, pages in yaml.safe_load((TESTS / "guide_demands.yml").read_text("utf-8")).items()
    for page, demands in pages.items()
    for one in demands
]


def words(step: str) -> int:
    """How many words a reader reads, commands and tables included."""
    shown = re.sub(r"\]\([^)]*\)", "]", STEPS[step].split("---\n", 2)[2])
    return len(re.findall(r"\S*\w\S*", shown))


def advice(step: str) -> str:
    """A page without what it says of the courses."""
    return STEPS[step].partition("## Who asks for it")[0]


def rows(step: str) -> dict[str, str]:
    """What a page says of each course."""
    found: dict[str, str] = {}
    for names, asked in re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", STEPS[step], re.MULTILINE):
        found |= dict.fromkeys(names.split(", "), asked)
    return found


def test_there_is_a_page_for_each_step_in_its_order():
    assert list(STEPS) == [f"{number}-{name}" for number, name in enumerate(NAMES, 1)]


def test_the_steps_are_read_in_a_quarter_of_an_hour():
    assert sum(map(words, STEPS)) <= 15 * WORDS_A_MINUTE


@each_step
def test_a_step_is_short_and_says_the_same_four_things(step: str):
    assert 250 <= words(step) <= 370
    headings = re.findall(r"^## (.+)$", STEPS[step], re.MULTILINE)
    assert re.fullmatch("\n".join(HEADINGS), "\n".join(headings))
    assert "Invented:" in STEPS[step]
    assert "```console\nshoptalk " in STEPS[step]
    assert rows(step).keys() >= {*TITLES.values()}


@each_step
def test_a_step_leads_to_the_next_and_to_the_page_that_says_more(step: str):
    last = STEPS[step].strip().splitlines()[-1]
    further, _, onward = last.partition(". ")
    assert re.match(r"More: .*\]\([a-z-]+\.md", further)
    pages = [*STEPS, next(iter(STEPS))]
    assert f"]({pages[pages.index(step) + 1]}.md)" in onward


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda one: f"{one.course}: {one.demand}")
def test_the_step_says_what_the_course_asks_for_and_names_the_criterion(demand: Demand):
    assert demand.says in " ".join(advice(demand.page).split())
    assert f"`{demand.criterion}`" in rows(demand.page)[TITLES[demand.course]]


@pytest.mark.parametrize("course", courses())
def test_every_criterion_of_a_course_is_in_a_step_and_no_other(course: str):
    asked = {one.id for one in built_in(course).criteria} - OUR_OWN
    assert {one.criterion for one in DEMANDS if one.course == course} == asked
    named = "".join(rows(step)[TITLES[course]] for step in STEPS)
    assert {*re.findall(r"`([a-z-]+)`", named)} <= asked
