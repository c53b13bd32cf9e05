"""A check's page is its docstring: it has a fixed shape, and what it shows is true."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from one_interview import grade_interview
from page_conditions import CONDITIONS

from shoptalk.catalogue import all_checks, render_all_pages
from shoptalk.findings.check import Check
from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.privacy.sources.faults import check_consent
from shoptalk.questions.override_faults import check_overrides
from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.decoding import decode
from shoptalk.reading.interview import parse_interview
from shoptalk.reading.people_meant_faults import check_people_named
from shoptalk.reading.source import Source
from shoptalk.rubric.checks import rubric_checks
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric import Rubric, Scope
from shoptalk.rubric.rubric_faults import DEFAULT_COURSE
from shoptalk.rubric.rubric_file import built_in, parse_rubric
from shoptalk.rubric.score_file import parse_scores

TODAY = date(2026, 11, 22)
SECTIONS = ["Why it matters", "Example", "Write instead"]
LONGEST_LINE = 100
MOST_LINES = 25
"""Without the blank ones."""

CODE_BLOCK = re.compile(
    r"^(?P<fence>`{3,})(?P<language>\w*)\n(?P<text>.*?)^(?P=fence)$", re.M | re.S
)
HEADING = re.compile(r"^(#+) (.+)$", re.M)

CHECKS = all_checks()
CHECKS_PAGE = Path(__file__).parents[2] / "docs" / "guide" / "checks.md"
RUBRIC = """\
extends: {course}
criteria:
  - {{id: example, title: The page, scope: {scope}, checks: [{condition}]}}
"""
WHAT_SHORT_EXAMPLES_LACK = {
    *rubric_checks(),
    "no-text-after-front-matter",
    "missing-alias",
    "name-in-prose",
}


def sections_of(page: str) -> dict[str, str]:
    """The text below each heading of a page; headings in code blocks are none."""
    outside = CODE_BLOCK.sub(lambda block: re.sub(r"[^\n]", " ", block[0]), page)
    headings = list(HEADING.finditer(outside))
    ends = [heading.start() for heading in headings[1:]] + [len(page)]
    return {
        heading[2]: page[heading.end() : end].strip()
        for heading, end in zip(headings, ends, strict=True)
    }


def code_of(page: str, section: str) -> tuple[str, str]:
    """The language and the text of a section's code block; both empty if it is a sentence."""
    block = CODE_BLOCK.search(sections_of(page)[section])
    return (block["language"], block["text"]) if block else ("", "")


def rubric_for(check: Check) -> Rubric:
    """The default rubric, with a condition that the check's page is about if it names none."""
    if check.id not in CONDITIONS:
        return built_in(DEFAULT_COURSE)
    made = rubric_checks().get(check.id)
    scope = "portfolio" if made and made.is_of_portfolio else "interview"
    text = RUBRIC.format(course=DEFAULT_COURSE, condition=CONDITIONS[check.id], scope=scope)
    rubric, findings = parse_rubric(Source("rubric.yml", text))
    assert rubric, findings
    return rubric


SCORED, _ = parse_rubric(
    Source(
        "rubric.yml",
        """\
criteria:
  - id: reflection
    title: Reflection
    levels: [{label: Target, points: 10}, {label: Starting, points: 5}]
  - {id: courtesy, title: Courtesy}
""",
    )
)
"""What the scores in examples are for."""


def of_portfolio(rubric: Rubric) -> Rubric:
    """What the page is about, asked of all requests together."""
    asked = (one for one in rubric.criteria if one.id == "example")
    return replace(rubric, criteria=tuple(replace(one, scope=Scope.PORTFOLIO) for one in asked))


def findings_in(language: str, text: str, rubric: Rubric) -> list[str]:
    """The ids of what is found in an example: an interview, or a rubric if it is YAML."""
    source, findings = decode("example", text.encode())
    assert source is not None, findings
    if language == "yaml" and text.startswith("scores:"):
        _, more = parse_scores(source, SCORED, ["ken-abara"], TODAY)
        return [finding.check for finding in (*findings, *more)]
    if language == "yaml" and text.startswith(("requests:", "zone:")):
        outreach, more = parse_outreach(source, ["ken-abara"], TODAY)
        report = grade(Corpus(files=()), of_portfolio(rubric), TODAY, outreach=outreach)
        return [finding.check for finding in (*findings, *more, *report.all_findings)]
    if language == "yaml":
        _, more = parse_rubric(source)
        return [finding.check for finding in (*findings, *more)]
    interview, more = parse_interview(source, TODAY)
    read = ReadFile(
        path="example", address="example", source=source, interview=interview, findings=()
    )
    findings += [*more, *check_overrides([read])[0].findings]
    findings += check_people_named([read])[0].findings
    findings += check_consent([read], TODAY)[0][0].findings
    if interview:
        for outcome in grade_interview(interview, rubric):
            findings += outcome.findings
    return [finding.check for finding in findings]


def each_check(*, only_with_code: bool = False):
    chosen = [
        check
        for check in CHECKS.values()
        if not only_with_code or code_of(check.page, "Example")[1]
    ]
    return pytest.mark.parametrize("check", chosen, ids=[check.id for check in chosen])


@each_check()
def test_summary_is_one_short_sentence(check: Check):
    first, blank, *_ = check.page.split("\n")
    assert check.summary == first
    assert first[0].isupper()
    assert first.endswith(".")
    assert len(first) <= LONGEST_LINE
    assert blank == ""


@each_check()
def test_sections_stand_in_order_at_level_three_and_say_something(check: Check):
    outside = CODE_BLOCK.sub("", check.page)
    assert HEADING.findall(outside) == [("###", section) for section in SECTIONS]
    assert all(sections_of(check.page).values())


@each_check()
def test_page_is_short(check: Check):
    lines = check.page.split("\n")
    assert max(map(len, lines)) <= LONGEST_LINE
    assert len([line for line in lines if line.strip()]) <= MOST_LINES


@each_check()
def test_example_and_correction_are_both_code_or_both_sentences(check: Check):
    language, _ = code_of(check.page, "Example")
    assert language in ("markdown", "yaml", "")
    for section in ("Example", "Write instead"):
        text = sections_of(check.page)[section]
        if language:
            assert code_of(check.page, section)[0] == language
            assert CODE_BLOCK.fullmatch(text)
        else:
            assert "```" not in text
            assert text.endswith(".")


@each_check()
def test_page_says_why_in_words(check: Check):
    why = sections_of(check.page)["Why it matters"]
    assert why.endswith(".")
    assert "```" not in why


@each_check(only_with_code=True)
def test_example_shows_this_check_and_no_other_fault(check: Check):
    found = set(findings_in(*code_of(check.page, "Example"), rubric_for(check)))
    assert check.id in found
    assert found - WHAT_SHORT_EXAMPLES_LACK - {check.id} == set()


@each_check(only_with_code=True)
def test_what_to_write_instead_has_no_fault(check: Check):
    found = set(findings_in(*code_of(check.page, "Write instead"), rubric_for(check)))
    assert check.id not in found
    assert found - WHAT_SHORT_EXAMPLES_LACK == set()


def test_published_page_is_made_from_the_checks():
    assert CHECKS_PAGE.read_text(encoding="utf-8") == render_all_pages(), (
        "run `make generated-pages`, and commit what it writes"
    )


def test_published_page_has_one_heading_for_each_check():
    outside = CODE_BLOCK.sub("", render_all_pages())
    assert HEADING.findall(outside) == [("#", "All checks"), *(("##", check) for check in CHECKS)]
    for section in SECTIONS:
        assert outside.count(f"\n**{section}**\n") == len(CHECKS)


def test_published_page_lists_every_check_at_its_top():
    listed = render_all_pages().split("\n## ", 1)[0]
    for check in CHECKS:
        assert f"\n- [{check}](#{check}): " in listed
