"""Naming, registering and abridging what is found."""

import re

import pytest

from shoptalk.catalogue import all_checks, measured_by, options_of, render_page
from shoptalk.findings.abridging import MOST_OF_A_KIND, abridged
from shoptalk.findings.check import CHECKS, LONGEST_CORRECTION, Wording, check
from shoptalk.findings.finding import Place, Severity


@pytest.fixture
def made():
    """A check of a test's own, forgotten after it."""

    @check(Severity.WARNING)
    def too_loud(decibels: int, corrected: str = "hush") -> Wording:
        """A voice is too loud.

        It wakes the neighbours.
        """
        return Wording(f"{decibels} dB are too loud", "lower it", (corrected,))

    yield too_loud
    del CHECKS["too-loud"]


def test_a_check_is_named_after_its_function(made):
    assert made.id == "too-loud"
    assert made.summary == "A voice is too loud."
    assert made.page == "A voice is too loud.\n\nIt wakes the neighbours."
    assert CHECKS["too-loud"] is made


def test_a_finding_holds_the_words_and_the_place(made):
    place = Place(path="a.md", line=2)
    found = made.at(place, 90)
    assert (found.check, found.severity, found.place) == ("too-loud", "warning", place)
    assert (found.message, found.help, found.correction) == (
        "90 dB are too loud",
        "lower it",
        ("hush",),
    )


def test_a_correction_that_nobody_could_read_is_left_out(made):
    found = made.at(Place(path="a.md"), 90, "h" * (LONGEST_CORRECTION + 1))
    assert found.correction == ()
    assert found.help == "lower it"


@pytest.mark.usefixtures("made")
def test_an_id_is_given_once():
    def too_loud() -> Wording:
        """Another one."""
        return Wording("")

    with pytest.raises(ValueError, match="two checks are called too-loud"):
        check(Severity.ERROR)(too_loud)


def test_ids_are_kebab_case_and_in_order():
    ids = list(all_checks())
    assert ids == sorted(ids)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id) for id in ids)


def test_options_of_checks():
    first, second = options_of("too-few-items")
    assert first.startswith("`field`")
    assert second.startswith("`at_least`")
    assert options_of("unanswered-question") == []
    assert options_of("missing-question") == [
        "`questions`: a list of texts",
        "`answered`: true or false, false unless given",
    ]
    assert options_of("question-not-to-ask") == [
        "`phrases`: a list of texts, none unless given",
        "`questions`: a list of items with `ask`, `why`, `instead` and `phrases`, "
        "none unless given",
    ]
    assert options_of("date-outside-window") == [
        "`field`: one of date, thanked, x-…, date unless given",
        "`earliest`: a day, such as 2026-10-14",
        "`latest`: a day, such as 2026-10-14",
    ]
    assert options_of("too-few-paragraphs")[1] == "`heading`: a text, none unless given"
    assert options_of("missing-name") == []
    assert options_of("colon-in-value") == []
    assert options_of("no such check") == []


def test_what_checks_measure():
    assert measured_by("too-few-items") == "the number of items"
    assert measured_by("missing-name") == ""
    assert measured_by("colon-in-value") == ""
    page = render_page(CHECKS["too-few-items"])
    assert page.endswith("\n\nLevels can set limits for the number of items.\n")
    assert "Levels can" not in render_page(CHECKS["missing-name"])


def test_few_findings_are_not_abridged(made):
    found = [made.at(Place(path="a.md", line=line), 90) for line in range(1, MOST_OF_A_KIND + 1)]
    assert abridged(found) == tuple(found)


def test_many_findings_of_a_kind_are_counted(made):
    found = [made.at(Place(path="a.md", line=line), 90) for line in range(1, MOST_OF_A_KIND + 31)]
    kept = abridged(reversed(found))
    assert kept[:-1] == tuple(found[:MOST_OF_A_KIND])
    assert kept[-1].message == "30 more findings of too-loud follow in this file"
    assert (kept[-1].severity, kept[-1].place.line) == ("warning", MOST_OF_A_KIND + 1)
