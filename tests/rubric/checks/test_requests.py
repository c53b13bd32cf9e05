"""What was done before and after a conversation, and when: fair to what is not due yet."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_check import messages
from one_outreach import TODAY, hold_requests, outreach_of
from requests_given import noon

from shoptalk.outreach.due.due import find_due
from shoptalk.outreach.due.step import Step
from shoptalk.rubric.outcome import State

SENT = "  - {name: Ada Okafor, sent: 2026-11-01%s}\n"
NO = "answer: declined, answered: 2026-11-02"
YES = "answer: accepted, answered: 2026-11-02"
MET = "appointment: {on: 2026-11-05, minutes: 30}"
WRITTEN_UP = "name: Ada Okafor\ndate: 2026-11-05"


def sent(*more: str) -> str:
    return SENT % "".join(f", {one}" for one in more)


OTHER = "  - {name: Mei Lindqvist, sent: 2026-11-03}\n"
OFFICE = "".join(
    f"  - {{name: Person {number}, organization: {place}, sent: 2026-11-0{number}}}\n"
    for number, place in enumerate(("Sea", "SEA", " Sea", "Sea"), 1)
)

FAULTS = {
    "no reminder": (
        "missing-reminder",
        sent(),
        ["2: no answer and no reminder for 21 days; the rubric asks for a reminder after 14 days"],
    ),
    "two reminders": (
        "too-many-reminders",
        sent("reminders: [2026-11-15, 2026-11-18]"),
        ["2: 2 reminders; the rubric allows 1"],
    ),
    "no feedback": (
        "missing-feedback",
        sent(),
        [
            "2: feedback from nobody before it was sent; the rubric asks for at least 1 in 2 "
            "requests, whichever they are, and so far none have it"
        ],
    ),
    "feedback too late": (
        "missing-feedback",
        sent("feedback: [{who: Noor, on: 2026-11-02}]"),
        [
            "2: feedback from nobody before it was sent; the rubric asks for at least 1 in 2 "
            "requests, whichever they are, and so far none have it"
        ],
    ),
    "the same reader twice": (
        "missing-feedback: {requests: 0, at_least: 2}",
        sent("feedback: [{who: Noor, on: 2026-10-30}, {who: noor, on: 2026-10-31}]"),
        ["2: feedback from 1 person before it was sent; the rubric asks for at least 2"],
    ),
    "a yes without a next step": (
        "unanswered-reply",
        sent(YES),
        ["2: 20 days without a next step of yours after the answer; the rubric allows 7 days"],
    ),
    "a no without a word": (
        "unanswered-reply: {within_days: 1}",
        sent(NO, "thanked: 2026-11-05"),
        ["2: 3 days without a next step of yours after the answer; the rubric allows 1 day"],
    ),
    "a no without thanks": (
        "unthanked-person",
        sent(NO),
        ["2: no thanks after the answer; the rubric allows 24 hours from the end of its day"],
    ),
    "late thanks for a no": (
        "unthanked-person",
        sent(NO, "thanked: 2026-11-06"),
        [
            "2: the thanks came 4 days after the answer; the rubric allows 24 hours from the end "
            "of its day"
        ],
    ),
    "thanks for the answer alone": (
        "unthanked-person",
        sent(YES, "thanked: 2026-11-03", MET),
        ["2: no thanks after the conversation; the rubric allows 24 hours from the end of its day"],
    ),
    "late thanks for an appointment": (
        "unthanked-person",
        sent(YES, MET, "thanked: 2026-11-08"),
        [
            "2: the thanks came 3 days after the conversation; the rubric allows 24 hours from the "
            "end of its day"
        ],
    ),
    "a name not followed": (
        "unfollowed-referral",
        sent("answer: referred, answered: 2026-11-02, referrals: [Mei Lindqvist]"),
        ["2: recommended 20 days ago, and not written to; the rubric allows 14 days"],
    ),
    "a name only drafted": (
        "unfollowed-referral",
        sent(NO, "referrals: [Mei Lindqvist]") + "  - Mei Lindqvist\n",
        ["2: recommended 20 days ago, and not written to; the rubric allows 14 days"],
    ),
    "a name from the conversation": (
        "unfollowed-referral",
        sent(YES, MET, "referrals: [Mei Lindqvist]"),
        ["2: recommended 17 days ago, and not written to; the rubric allows 14 days"],
    ),
    "a name from the answer in spite of an appointment": (
        "unfollowed-referral",
        sent("answer: referred, answered: 2026-11-02", MET, "referrals: [Mei Lindqvist]"),
        ["2: recommended 20 days ago, and not written to; the rubric allows 14 days"],
    ),
    "not heard of again": (
        "missing-check-in: {weeks: 2}",
        sent(YES, MET, "thanked: 2026-11-05"),
        [
            "2: thanked 17 days ago, and not written to since; the rubric asks for word within 2 "
            "weeks"
        ],
    ),
    "the whole office": (
        "too-many-at-one-workplace",
        OFFICE,
        ["5: 4 people at this workplace were written to; the rubric allows 3"],
    ),
    "gave up": (
        "gave-up-after-no",
        sent(NO),
        ["2: 20 days since this no, and nobody else was asked; the rubric allows 14 days"],
    ),
}


@pytest.mark.parametrize(("check", "requests", "said"), FAULTS.values(), ids=FAULTS)
def test_what_is_at_fault(check, requests, said):
    made = hold_requests(check, requests)
    assert made.state is State.NOT_MET
    assert messages(made) == said
    assert made.evidence


FAIR = {
    "a reminder": ("missing-reminder", sent("reminders: [2026-11-15]")),
    "an answer": ("missing-reminder", sent(NO)),
    "an appointment": ("missing-reminder", sent(MET)),
    "a closed request": ("missing-reminder", sent("closed: 2026-11-09")),
    "a draft": ("missing-reminder", "  - Ada Okafor\n"),
    "more time": ("missing-reminder: {after_days: 21}", sent()),
    "one reminder": ("too-many-reminders", sent("reminders: [2026-11-15]")),
    "feedback on the day": (
        "missing-feedback: {requests: 1}",
        sent("feedback: [{who: Noor, on: 2026-11-01}]"),
    ),
    "a third without feedback": (
        "missing-feedback: {requests: 1}",
        OTHER + sent("feedback: [{who: Noor, on: 2026-10-30}]"),
    ),
    "thanks for a no": ("unanswered-reply", sent(NO, "thanked: 2026-11-03")),
    "an appointment for a yes": ("unanswered-reply", sent(YES, MET)),
    "an answer on no known day": ("unanswered-reply", sent("answer: declined")),
    "nobody answered": ("unanswered-reply", sent()),
    "thanks the day after": ("unthanked-person", sent(NO, "thanked: 2026-11-03T23:59")),
    "thanks for a no after a yes": (
        "unthanked-person",
        sent("answer: declined, answered: 2026-11-02, thanked: 2026-11-03", MET),
    ),
    "thanks for an answer before the end": (
        "unthanked-person",
        sent(YES, "thanked: 2026-11-03, closed: 2026-11-04", MET),
    ),
    "a conversation to come": ("unthanked-person", sent(YES, "appointment: {on: 2026-12-01}")),
    "a yes, still to be arranged": ("unthanked-person", sent(YES)),
    "a name followed": ("unfollowed-referral", sent(NO, "referrals: [mei lindqvist]") + OTHER),
    "a name not to be followed": (
        "unfollowed-referral",
        sent(NO, "referrals: [Bo Sand]") + "  - {name: Bo Sand, closed: 2026-11-09}\n",
    ),
    "a name with more time": (
        "unfollowed-referral: {within_days: 20}",
        sent(NO, "referrals: [Bo Sand]"),
    ),
    "a name from a conversation last week": (
        "unfollowed-referral",
        sent(
            "answer: accepted, answered: 2026-11-02, appointment: {on: 2026-11-15}, referrals: [B]"
        ),
    ),
    "heard of again": (
        "missing-check-in: {weeks: 1}",
        sent(MET, "thanked: 2026-11-05, check_ins: [2026-11-20]"),
    ),
    "to be heard of again": (
        "missing-check-in: {weeks: 1}",
        sent(MET, "thanked: 2026-11-05, next_check_in: 2026-11-22"),
    ),
    "not to be heard of": (
        "missing-check-in: {weeks: 1}",
        sent(MET, "thanked: 2026-11-05, closed: 2026-11-06"),
    ),
    "nobody was thanked for the conversation": (
        "missing-check-in: {weeks: 1}",
        sent(YES, "thanked: 2026-11-03", MET),
    ),
    "thanks for a no need no more": (
        "missing-check-in: {weeks: 1}",
        sent(NO, "thanked: 2026-11-03"),
    ),
    "three of an office": (
        "too-many-at-one-workplace",
        OFFICE[: OFFICE.index("  - {name: Person 4")],
    ),
    "four of an office": ("too-many-at-one-workplace: {at_most: 4}", OFFICE),
    "four, one of them a draft": (
        "too-many-at-one-workplace",
        OFFICE.replace(", sent: 2026-11-04", ""),
    ),
    "another asked": ("gave-up-after-no", sent(NO) + OTHER),
    "a yes before the no": (
        "gave-up-after-no",
        sent(NO) + "  - {name: Mei Lindqvist, sent: 2026-10-01, answer: accepted}\n",
    ),
    "a no of last week": ("gave-up-after-no: {within_days: 20}", sent(NO)),
}


@pytest.mark.parametrize(("check", "requests"), FAIR.values(), ids=FAIR)
def test_what_is_done_or_not_due_is_no_fault(check, requests):
    assert hold_requests(check, requests).state is State.MET


CHECKS = sorted({check.split(":")[0] for check, *_ in FAULTS.values()})


@pytest.mark.parametrize("check", CHECKS)
def test_without_a_list_nothing_can_be_shown(check):
    assert hold_requests(check).state is State.UNKNOWN
    assert hold_requests(check, interview=WRITTEN_UP).state is State.UNKNOWN


@pytest.mark.parametrize("check", [one for one in CHECKS if one != "unfollowed-referral"])
def test_where_nobody_was_asked_nothing_can_be_shown(check):
    assert hold_requests(check, "  []").state is State.UNKNOWN


def test_a_conversation_without_a_request_shows_nothing():
    made = hold_requests("missing-check-in", sent(), "name: Mei Lindqvist", scope="interview")
    assert made.state is State.UNKNOWN


LATER = {
    "a reminder is due": ("missing-reminder", sent(), date(2026, 11, 15)),
    "thanks are due": ("unthanked-person", sent(NO), date(2026, 11, 3)),
    "a next step is due": ("unanswered-reply", sent(YES), date(2026, 11, 9)),
    "somebody else is due": ("gave-up-after-no", sent(NO), date(2026, 11, 16)),
    "a message is due": (
        "missing-check-in",
        sent(MET, "thanked: 2026-11-05"),
        date(2026, 12, 17),
    ),
    "the recommended are due": (
        "unfollowed-referral",
        sent(NO, "referrals: [Bo Sand]"),
        date(2026, 11, 16),
    ),
}


@pytest.mark.parametrize(("check", "requests", "last"), LATER.values(), ids=LATER)
def test_it_is_a_fault_from_the_day_after_the_last_one(check, requests, last):
    assert hold_requests(check, requests, today=last).state is State.MET
    day_after = last.replace(day=last.day + 1)
    assert hold_requests(check, requests, today=day_after).state is State.NOT_MET


def test_the_conversation_counts_for_its_request():
    written_up = f"{WRITTEN_UP}\nthanked: 2026-11-05"
    for check in ("missing-reminder", "unanswered-reply", "unthanked-person"):
        assert hold_requests(check, sent(), written_up).state is State.MET
    late = f"{WRITTEN_UP}\nthanked: 2026-11-09"
    made = hold_requests("unthanked-person", sent(), late)
    assert "4 days after the conversation" in messages(made)[0]


def test_whom_an_interview_recommends_is_to_be_written_to():
    named = f"{WRITTEN_UP}\nreferrals: [Bo Sand, Mei Lindqvist]"
    for scope in ("interview", "portfolio"):
        made = hold_requests(
            "unfollowed-referral: {within_days: 7}", sent() + OTHER, named, scope=scope
        )
        assert messages(made) == [
            "4: recommended 17 days ago, and not written to; the rubric allows 7 days"
        ]
        [finding] = made.findings
        assert finding.place.path == "ada.md"


@pytest.mark.parametrize(
    ("check", "minutes", "state"),
    [
        ("length-not-kept", 36, State.NOT_MET),
        ("length-not-kept", 35, State.MET),
        ("length-not-kept: {grace: 0}", 31, State.NOT_MET),
        ("length-not-kept: {grace: 0}", 30, State.MET),
        ("length-not-kept", 15, State.MET),
    ],
)
def test_the_length_that_was_agreed(check, minutes, state):
    interview = f"{WRITTEN_UP}\nminutes: {minutes}"
    for scope in ("interview", "portfolio"):
        assert hold_requests(check, sent(MET), interview, scope=scope).state is state


def test_a_length_that_nobody_agreed_on_cannot_be_broken():
    interview = f"{WRITTEN_UP}\nminutes: 300"
    assert hold_requests("length-not-kept", sent(), interview, scope="interview").passed
    made = hold_requests("length-not-kept", sent(MET), interview, scope="interview")
    assert messages(made) == [
        "4: the conversation took 300 minutes; 30 were agreed, and the rubric allows 5 more"
    ]


@pytest.mark.parametrize(
    "check",
    [
        "missing-reminder: {after_days: 0}",
        "missing-feedback: {at_least: 0}",
        "unanswered-reply: {within_days: 400}",
        "unthanked-person: {hours: 0}",
        "unfollowed-referral: {within_days: 0}",
        "missing-check-in: {weeks: 53}",
        "missing-check-in: {weeks: 0}",
        "too-many-at-one-workplace: {at_most: 0}",
        "gave-up-after-no: {within_days: 0}",
    ],
)
def test_unsuitable_options(check):
    with pytest.raises(AssertionError, match="unsuitable-option"):
        hold_requests(check)


DAYS = st.dates(date(2026, 10, 10), date(2026, 11, 15))


@given(st.none() | DAYS, st.none() | DAYS, st.none() | st.sampled_from(["accepted", "declined"]))
def test_who_waits_for_thanks_is_who_is_to_be_thanked_by_now(
    thanked: date | None, met: date | None, answer: str | None
):
    keys = {
        "answer": answer,
        "answered": answer and "2026-10-10",
        "thanked": thanked,
        "appointment": met and f"{{on: {met}}}",
    }
    more = "".join(f"    {key}: {value}\n" for key, value in keys.items() if value)
    requests = f"  - name: Ada Okafor\n    sent: 2026-10-01\n{more}"
    due = find_due(outreach_of(requests), (), noon(TODAY))
    is_due = any(one.step is Step.THANK for one in due)
    waits = any("no thanks" in one for one in messages(hold_requests("unthanked-person", requests)))
    assert waits == is_due


READ = "  - {name: %s, sent: %s, feedback: [{who: Noor, on: 2026-10-30}]}\n"
FEEDBACK = "missing-feedback: {requests: 2}"


def test_any_two_requests_that_were_read_first_are_enough():
    one_more, two_more = READ % ("Bo Sand", "2026-11-10"), READ % ("Ken Abara", "2026-11-20")
    made = hold_requests(FEEDBACK, sent() + OTHER + one_more)
    assert messages(made) == [
        "2: feedback from nobody before it was sent; the rubric asks for at least 1 in 2 requests, "
        "whichever they are, and so far 1 has it"
    ]
    [finding] = made.findings
    assert finding.help == (
        "write down who read it before, and when, if somebody did; else have the next request read "
        "before you send it: it counts as well"
    )
    assert hold_requests(FEEDBACK, sent() + OTHER + one_more + two_more).state is State.MET


@pytest.mark.parametrize(
    "request_without",
    [
        "  - Mei Lindqvist\n",
        "  - {name: Mei Lindqvist, message: May I ask you something}\n",
        "  - {name: Mei Lindqvist, channel: phone, sent: 2026-11-03}\n",
        "  - {name: Mei Lindqvist, channel: in-person, sent: 2026-11-03}\n",
    ],
)
def test_nobody_is_asked_for_feedback_on_what_is_not_sent_or_was_not_written(request_without):
    first, second = (READ % (name, "2026-11-01") for name in ("Ada Okafor", "Ken Abara"))
    made = hold_requests(FEEDBACK, first + request_without)
    assert (made.state, made.findings) == (State.UNKNOWN, ())
    assert hold_requests(FEEDBACK, first + request_without + second).state is State.MET


def test_a_call_is_not_asked_for_its_message():
    called = "  - {name: Ada Okafor, channel: phone, sent: 2026-11-01}\n"
    record = "missing-record: {record: peer-feedback}"
    assert messages(hold_requests(record, called + OTHER)) == [
        "3: 'feedback' is missing; no request has it, and the rubric asks for it"
    ]
    assert messages(hold_requests(record, called)) == [
        "1: no requests in writing; the rubric asks for at least 1"
    ]


TEXTS = """\
  - name: Ada Okafor
    sent: 2026-11-01
    message: |
      Thank you for your talk.
      Do you have a job for me?
    check_ins: [{on: 2026-11-09, text: Vielen Dank.}]
  - name: Mei Lindqvist
    sent: 2026-11-01
    message: May I ask you a few questions?
"""


def lines(made) -> list[int]:
    return [one.record.place(one.path).line for one in made.evidence]


def test_what_is_not_met_leads_to_what_is_at_fault_and_not_to_what_is_fine():
    made = hold_requests("asks-for-job", TEXTS)
    assert made.state is State.NOT_MET
    assert lines(made) == [6]
    met = hold_requests("asks-for-job", TEXTS.replace("Do you have a job for me?", "Kind regards"))
    assert lines(met) == [4, 7, 10]


def test_what_is_counted_leads_to_what_counts():
    assert lines(hold_requests("missing-record: {record: request, at_least: 3}", TEXTS)) == [3, 9]
