"""Whoever grades sees what was written to people, and no address of anybody."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outreach.asking import TODAY, outreach_of
from outreach.test_entry import REQUESTS
from requests_given import outreach_of as outreach_with

from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.outreach.request import Outreach, Request
from shoptalk.outreach.writing.listed import as_file
from shoptalk.privacy.crossed_out import crossed_out
from shoptalk.privacy.names.contacts import contacts_in
from shoptalk.reading.corpus import read_corpus
from shoptalk.reading.source import Source
from shoptalk.rubric.grading import grade
from shoptalk.rubric.reports.gradebook import line_of
from shoptalk.rubric.rubric_file import built_in, courses

HOME = Path(__file__).parents[2]
PLANTED = (
    "You reach me at noor.h@kiln.example.com, on +44 20 7946 0958, (212) 555-0123, "
    "noor [at] kiln.example.com or here: https://meet.example.com/abc-12."
)


def only(request: str) -> Request:
    [entry] = crossed_out(outreach_of(request)).entries
    return entry.request


@pytest.mark.parametrize(
    "key",
    [
        "subject: '{}'",
        "message: '{}'",
        "why: '{}'",
        "shared: '{}'",
        "feedback: [{{who: Mina, on: 2026-09-01, comment: '{}'}}]",
        "reminders: [{{on: 2026-09-01, text: '{}'}}]",
        "check_ins: [{{on: 2026-09-01, text: '{}'}}]",
        "promised: ['{}']",
        "introduced_by: '{}'",
    ],
)
def test_no_text_keeps_an_address(key: str) -> None:
    place = "appointment: {on: 2026-09-09, place: 'Call https://meet.example.com/abc-12.'}"
    request = only(f"name: Ada Invented, {place}, {key.format(PLANTED)}")
    said = repr(request)
    assert list(contacts_in(said)) == []
    assert not any(part in said for part in ("kiln", "7946", "0123", "meet.example", "Call"))
    assert (
        "You reach me at x.x@x.x.x, on +0 0 0 0, (0) 0-0, x [x] x.x.x or here: x://x.x.x/x-0"
        in said
    )


def test_the_student_is_named_without_an_address() -> None:
    head = "me: {name: Noor Invented, about: I write from noor@kiln.example.com., booking: 'https://b.example/n'}\n"
    me = crossed_out(outreach_of("name: Ada Invented", head=head)).me
    assert (me.name, me.about, me.booking) == (
        "Noor Invented",
        "I write from x@x.x.x.",
        "https://b.example/n",
    )


def test_names_days_and_words_stay() -> None:
    given = "name: Ada Invented, introduced_by: Bo Q, message: 'In 2019, for 30.', sent: 2026-09-09"
    [entry] = outreach_of(given).entries
    assert only(given) == entry.request


@given(st.lists(REQUESTS, min_size=1, max_size=4))
def test_what_is_handed_in_reads_as_the_same_requests(requests: list[Request]) -> None:
    shown = crossed_out(outreach_with(*requests, zone="Europe/Berlin"))
    again, _ = parse_outreach(Source("outreach.yml", as_file(shown)), ["ken"], TODAY)
    assert again.requests == shown.requests
    assert again.zone == "Europe/Berlin"


def outcomes(outreach: Outreach, course: str) -> list[tuple[object, ...]]:
    corpus = read_corpus([HOME / "interviews"], TODAY, start=HOME)
    report = grade(corpus, built_in(course), TODAY, outreach=outreach)
    held = [one for file in report.files for one in file.outcomes]
    return [
        (
            one.criterion.id,
            one.passed,
            one.proposed,
            str(one.state),
            [finding.message for finding in one.findings],
            sorted({line.person for line in map(line_of, one.evidence)}),
        )
        for one in (*held, *report.portfolio)
    ]


@pytest.mark.parametrize("course", courses())
def test_what_is_handed_in_has_the_same_grades(course: str) -> None:
    text = (HOME / "outreach.yml").read_text("utf-8")
    planted = PLANTED.replace("noor [at] kiln.example.com ", "")
    text = text.replace("Thank you for", f"{planted} Thank you for")
    assert text.count(planted) > 1
    addresses = [
        path.relative_to(HOME / "interviews").with_suffix("").as_posix()
        for path in (HOME / "interviews").rglob("*.md")
    ]
    own, _ = parse_outreach(Source("private/outreach.yml", text), addresses, date(2026, 11, 22))
    handed, findings = parse_outreach(
        Source("outreach.yml", as_file(crossed_out(own))), addresses, TODAY
    )
    assert [one.message for one in findings] == []
    assert outcomes(handed, course) == outcomes(own, course)


def test_links_to_calls_and_numbers_of_any_shape_are_crossed_out() -> None:
    said = (
        "Join zoom.us/j/123456?pwd=abc or https://meet.jit.si/NoorRoom, skype: live:noor.h, "
        "or 0171 555 12 34, after the 20-30 minutes on 2026-11-22 at Umbrathex."
    )
    request = only(f"name: Ada Invented, message: '{said}'")
    assert request.message == (
        "Join x.x/x/0?x=x or x://x.x.x/x, skype: x:x.x, "
        "or 0 0 0 0, after the 20-30 minutes on 2026-11-22 at Umbrathex."
    )


def test_a_place_without_its_scheme_is_crossed_out_elsewhere() -> None:
    place = "appointment: {on: 2026-09-09, place: 'Call meet.example.com/abc-12'}"
    request = only(f"name: Ada Invented, {place}, message: 'See meet.example.com/abc-12 again.'")
    assert request.message == "See x.x.x/x-0 again."


@pytest.mark.parametrize("number", ["01715551234", "00491715551234", "07700900123", "6175551234"])
def test_a_number_without_gaps_is_crossed_out_and_stops_no_site(number: str) -> None:
    assert only(f"name: Ada Invented, message: 'Text {number}.'").message == "Text 0."
    assert list(contacts_in(f"The order {number} was late.")) == []
