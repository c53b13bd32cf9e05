"""What the requests must hold: neither met nor missed without a list of them."""

import pytest
from one_check import hold, messages, paths, rendered, said_of_rubric
from one_outreach import hold_requests

from shoptalk.rubric.checks.missing_record import RECORDS
from shoptalk.rubric.outcome import State

COMPLETE = """\
  - name: Ada Okafor
    introduced_by: Ken Abara
    message: May I ask you a few questions?
    feedback: [{who: Noor, on: 2026-10-01}]
    sent: 2026-10-02
    reminders: [2026-10-17]
    answer: accepted
    answered: 2026-10-18
    appointment: {on: 2026-10-20, confirmed: 2026-10-19, invitation: 2026-10-18}
    check_ins: [2026-11-10]
"""
INTERVIEW = "name: Ada Okafor"

each_record = pytest.mark.parametrize("record", RECORDS)


def check(record: str, at_least: int = 1) -> str:
    return f"missing-record: {{record: {record}, at_least: {at_least}}}"


@each_record
def test_it_is_neither_met_nor_missed_without_a_list(record):
    made = hold(check(record), "title: Baker")
    assert made.state is State.UNKNOWN
    assert (made.passed, made.share, made.findings, paths(made)) == (None, None, (), [])


@each_record
@pytest.mark.parametrize("scope", ["interview", "portfolio"])
def test_what_is_written_down_meets_it(record, scope):
    made = hold_requests(check(record), COMPLETE, INTERVIEW, scope=scope)
    assert made.state is State.MET
    [evidence] = made.evidence
    assert evidence.record.place(evidence.path).path == "private/outreach.yml"


@each_record
@pytest.mark.parametrize("scope", ["interview", "portfolio"])
@pytest.mark.parametrize("requests", ["  - name: Ada Okafor", "  - name: Somebody Else"])
def test_what_is_not_there_is_missed(record, scope, requests):
    made = hold_requests(check(record), requests, INTERVIEW, scope=scope)
    assert made.state is State.NOT_MET
    assert paths(made) == []


def test_a_conversation_has_the_records_of_its_own_requests():
    requests = COMPLETE + "  - {name: Mei Lindqvist, sent: 2026-10-04}"
    assert hold_requests(check("request", 2), requests, INTERVIEW).state is State.MET
    made = hold_requests(check("request", 2), requests, INTERVIEW, scope="interview")
    assert messages(made) == ["1: 1 request led to ada.md; the rubric asks for at least 2"]


SAID = {
    "in an entry": (
        "missing-record: {record: peer-feedback}",
        "  - name: Ada Okafor",
        """\
private/outreach.yml:2:5: error: 'feedback' is missing; no request has it, and the rubric asks \
for it [missing-record]
  2 |   - name: Ada Okafor
    |     ^^^^^^^^^^^^^^^^
  help: write it down, or let `shoptalk did feedback "Ada Okafor" --who NAME --on YYYY-MM-DD` do it:
    |   - name: Ada Okafor
    |     feedback: [{who: …, on: …}]""",
    ),
    "where some have it": (
        check("request", 2),
        "  - {name: Mei Lindqvist, sent: 2026-10-04}\n  - {name: Ada Okafor}",
        """\
private/outreach.yml:3:5: error: 'sent' is missing; 1 of 2 requests has it, and the rubric asks \
for more [missing-record]
  3 |   - {name: Ada Okafor}
    |     ^^^^^^^^^^^^^^^^^^
  help: write it down, or let `shoptalk did send "Ada Okafor" --on YYYY-MM-DD` do it:
    |   - {sent: …, name: Ada Okafor}""",
    ),
    "of nothing but a name": (
        check("message"),
        "  - Ada Okafor",
        """\
private/outreach.yml:2:5: error: 'message' is missing; no request has it, and the rubric asks \
for it [missing-record]
  2 |   - Ada Okafor
    |     ^^^^^^^^^^
  help: write it down, or let `shoptalk draft "Ada Okafor" --kind cold --write` do it:
    |   - name: Ada Okafor
    |     message: …""",
    ),
    "below a text of several lines": (
        check("introduction"),
        "  - message: |\n      May I?\n    name: Ada Okafor",
        """\
private/outreach.yml:2:5: error: 'introduced_by' is missing; no request has it, and the rubric \
asks for it [missing-record]
  2 |   - message: |
    |     ^^^^^^^^^^
  help: write it down:
    |     introduced_by: …""",
    ),
    "of an appointment": (
        check("confirmation"),
        "  - name: Ada Okafor\n    appointment: {on: 2026-10-20}",
        """\
private/outreach.yml:3:18: error: 'appointment.confirmed' is missing; no request has it, and the \
rubric asks for it [missing-record]
  3 |     appointment: {on: 2026-10-20}
    |                  ^^^^^^^^^^^^^^^^
  help: write it down, or let `shoptalk did confirm "Ada Okafor"` do it:
    |     appointment: {confirmed: …, on: 2026-10-20}""",
    ),
    "of no appointment": (
        check("invitation"),
        "  - {name: Ada Okafor, organization: Mill}\n  - {name: Ada Ókafor, organization: Ward}",
        """\
private/outreach.yml:2:5: error: 'appointment' is missing; no request has it, and the rubric asks \
for it [missing-record]
  2 |   - {name: Ada Okafor, organization: Mill}
    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: write it down, or let `shoptalk did meet "Ada Okafor" --organization "Mill" --on \
YYYY-MM-DDTHH:MM` do it:
    |   - {appointment: {on: …}, name: Ada Okafor, organization: Mill}""",
    ),
    "where every request has it": (
        check("request", 2),
        "- {name: Ada Okafor, sent: 2026-10-04}",
        """\
private/outreach.yml:1:1: error: 1 request; the rubric asks for at least 2 [missing-record]
  1 | requests:
    | ^^^^^^^^
  help: write one more down, or let `shoptalk asked "Full Name" --on YYYY-MM-DD` do it:
    | - name: …
    |   sent: …""",
    ),
    "in a list": (
        check("reminder", 2),
        "  - {name: Ada Okafor, reminders: [2026-10-17]}",
        """\
private/outreach.yml:2:35: error: 1 under 'reminders'; the rubric asks for at least 2 \
[missing-record]
  2 |   - {name: Ada Okafor, reminders: [2026-10-17]}
    |                                   ^^^^^^^^^^^^
  help: write it down, or let `shoptalk did remind "Ada Okafor"` do it""",
    ),
}


@pytest.mark.parametrize(("check", "requests", "text"), SAID.values(), ids=SAID)
def test_it_is_said_where_the_record_belongs(check, requests, text):
    assert rendered(hold_requests(check, requests)) == text


def test_of_a_conversation_without_a_request_it_is_said_where_one_would_stand():
    requests = "  - Ken Abara"
    made = hold_requests(check("answer"), requests, INTERVIEW, scope="interview")
    assert (
        rendered(made)
        == """\
private/outreach.yml:1:1: error: no requests led to ada.md; the rubric asks for at least 1 \
[missing-record]
  1 | requests:
    | ^^^^^^^^
  help: write one more down, or let `shoptalk asked "Ada Okafor" --on YYYY-MM-DD` do it:
    |   - name: Ada Okafor
    |     sent: …"""
    )


@each_record
def test_only_as_many_faults_as_records_are_missing(record):
    requests = "  - Ada Okafor\n  - Ken Abara\n  - Mei Lindqvist"
    assert len(hold_requests(check(record, 2), requests).findings) == 2


def test_another_check_can_settle_it():
    either = "any: [missing-record: {record: request}, missing-field: {field: title}]"
    assert hold(either, "title: Baker").state is State.MET
    assert hold(either, "name: Ada Okafor").state is State.UNKNOWN


UNSUITABLE = {
    "no record": (
        "missing-record: {record: letter}",
        """\
rubric.yml:5:34: error: 'record' of the check 'missing-record' is 'letter', which is none of \
request, message, peer-feedback, reminder, answer, appointment, confirmation, invitation, \
introduction, check-in [unsuitable-option]
  5 |       - missing-record: {record: letter}
    |                                  ^^^^^^
  help: correct the value""",
    ),
    "none asked for": (
        "missing-record: {record: request, at_least: 0}",
        """\
rubric.yml:5:53: error: 'at_least' of the check 'missing-record' is 0, so it asks for nothing \
[unsuitable-option]
  5 |       - missing-record: {record: request, at_least: 0}
    |                                                     ^
  help: correct the value""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
