"""What the requests must hold: neither met nor missed without a list of them."""

import pytest
from one_check import hold, messages, paths, said_of_rubric
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
    assert messages(made) == ["1: 1 record of 'request'; the rubric asks for at least 2"]


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
