"""What nothing records yet can be asked for, and cannot be shown."""

import pytest
from one_check import hold, paths, said_of_rubric

from shoptalk.rubric.checks.missing_record import RECORDS, RUBRIC_CHECK, Options
from shoptalk.rubric.outcome import State


@pytest.mark.parametrize("record", RECORDS)
def test_it_is_neither_met_nor_missed(record):
    made = hold(f"missing-record: {{record: {record}}}", "title: Baker")
    assert made.state is State.UNKNOWN
    assert made.passed is None
    assert made.share is None
    assert made.findings == ()
    assert paths(made) == []


def test_another_check_can_settle_it():
    either = "any: [missing-record: {record: request}, missing-field: {field: title}]"
    assert hold(either, "title: Baker").state is State.MET
    assert hold(either, "name: Ada Okafor").state is State.UNKNOWN


def test_its_wording_is_ready():
    [fault] = RUBRIC_CHECK.find(hold("missing-name").interviews[0], Options(record="request"))
    word = RUBRIC_CHECK.wording.word
    assert word(*fault.measured).message == (
        "no records of 'request'; the rubric asks for at least 1"
    )


UNSUITABLE = {
    "no record": (
        "missing-record: {record: letter}",
        """\
rubric.yml:5:34: error: 'record' of the check 'missing-record' is 'letter', which is none of \
request, peer-feedback, reminder, answer, appointment, invitation, introduction, check-in, \
follow-up, message-style [unsuitable-option]
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
