"""What holds of every check that a rubric can name, on interviews of every kind."""

import dataclasses

import pytest
from one_check import condition_of, interview_of
from page_conditions import CONDITIONS

from shoptalk.rubric.checks import rubric_checks
from shoptalk.rubric.conditions import AppliedCheck
from shoptalk.rubric.material import Material

CHECKS = rubric_checks()
APPLIED = {
    id: condition_of(text)
    for id, text in {
        "missing-name": "missing-name",
        "single-word-name": "single-word-name",
        "missing-field": "missing-field: {field: body}",
        "too-few-items": "too-few-items: {field: x-list, at_least: 3}",
        "too-few-words": "too-few-words: {field: body, at_least: 30}",
        "question-not-to-ask": "question-not-to-ask: {phrases: [hire me, give me * job]}",
        **CONDITIONS,
    }.items()
    if id in CHECKS
}
FULL = """\
name: Ada
title: 数据工程师
date: 2026-10-14
minutes: 5
thanked: 2026-10-20T10:00
relation: my aunt
industry: Law
link: https://example.org/ada
research: Read *everything* at https://example.org/a and more than a few words of it besides.
questions:
  - Could you hire me?
  - ask: 为什么？
    topic: career-path
    personal: true
  - How?
learnings: Much.
applications:
  - do: bake
    by: 2026-10-01
tags: [sea, bread]
x-list: [a, {b: c}, [d, e]]"""
KINDS = {
    "nothing but a name": ("name: Ada Okafor", ""),
    "empty fields": ("name:\ntitle:\nquestions: []\nlearnings:\ndate:\nminutes:\nx-list:", " \n\n"),
    "all there is": (
        FULL,
        "## Could you hire me?\n\n## 为什么？\n\n因为。\n\n## Summary\n\nOne.\n\n[a](b.pdf)",
    ),
    "other things than asked for": (
        "name: [Ada]\ntitle: {a: b}\nquestions: Why?\nlearnings: {a: b}\ndate: soon\ntags: sea",
        "<p>\n\n<a href='x'>\n\n- [ ] a\n\n> - b\n\n```\nc",
    ),
}


@pytest.fixture(scope="module", params=KINDS.values(), ids=KINDS)
def interview(request):
    return interview_of(*request.param)


def each_check():
    return pytest.mark.parametrize("applied", APPLIED.values(), ids=APPLIED)


def test_every_check_is_among_these():
    assert APPLIED.keys() == CHECKS.keys()


@pytest.mark.parametrize("made", CHECKS.values(), ids=CHECKS)
def test_options_are_frozen_and_what_is_measured_is_named(made):
    assert dataclasses.is_dataclass(made.options)
    assert made.options.__dataclass_params__.frozen
    assert bool(made.measures) is (made.measure is not None)
    has_field = any(option.name == "field" for option in dataclasses.fields(made.options))
    assert bool(made.fields) is has_field


@each_check()
def test_it_says_where_and_what(applied, interview):
    for shortfall in applied.hold(Material((interview,))).shortfalls:
        wording = shortfall.wording.word(*shortfall.measured)
        assert wording.message
        assert wording.help
        assert interview.place(shortfall.evidence.path).line <= interview.source.text.count("\n")


@each_check()
def test_its_evidence_has_places(applied, interview):
    for evidence in applied.rests_on(Material((interview,))):
        span = interview.span(evidence.path)
        assert 0 <= span.start < span.end <= len(interview.source.text)


@each_check()
def test_what_it_measures_is_a_number(applied, interview):
    number = applied.measure(Material((interview,)))
    if isinstance(applied, AppliedCheck) and applied.check.measure:
        assert number >= 0
        assert applied.measure(Material((interview, interview))) >= number
        assert applied.measure(Material(())) == 0


@each_check()
def test_it_gives_the_same_answer_twice(applied, interview):
    assert applied.hold(Material((interview,))) == applied.hold(Material((interview,)))
