"""What a request says counts for its conversation, and only where the write-up is silent."""

import pytest
from one_check import interview_of
from one_outreach import hold_requests, outreach_of

from shoptalk.outreach.joining import completed
from shoptalk.reading.interview import Interview, Referral

REQUEST = """\
  - name: Ada Okafor
    route: alumni
    sent: 2026-10-01
    appointment: {on: 2026-10-14, minutes: 30, format: video}
    thanked: 2026-10-15
    connected: 2026-10-16
    referrals: [{name: Ken Abara, title: Nurse}]
"""
SILENT = "name: Ada Okafor\ndate: 2026-10-14"


def joined(front_matter: str, requests: str = REQUEST) -> Interview:
    return completed(interview_of(front_matter), outreach_of(requests).entries)


def test_what_the_write_up_leaves_out_is_taken_from_the_request():
    made = joined(SILENT)
    assert (made.route, made.format, made.connected) == ("alumni", "video", True)
    assert str(made.thanked) == "2026-10-15"
    assert made.referrals == (Referral("Ken Abara", "Nurse"),)
    assert made.minutes is None, "agreed is not kept"


@pytest.mark.parametrize(
    ("key", "value"), [("route", "cold"), ("format", "phone"), ("thanked", "2026-10-14")]
)
def test_what_it_says_itself_counts(key: str, value: str):
    made = joined(f"{SILENT}\n{key}: {value}")
    assert str(getattr(made, key)) == value
    assert key not in made.elsewhere


def test_it_stands_where_the_request_says_it():
    made = joined(SILENT)
    lines = {key: made.place(key).line for key in sorted(made.elsewhere)}
    assert lines == {
        "connected": 7,
        "format": 5,
        "referrals": 8,
        "relation": 3,
        "route": 3,
        "thanked": 6,
    }
    assert made.place("thanked").path == "private/outreach.yml"
    assert made.place("referrals[0]").line == 8
    assert made.place("date").path == "ada.md"


def test_a_former_student_is_one_also_where_the_write_up_names_another_route():
    made = joined(f"{SILENT}\nroute: cold")
    assert (made.route, made.relation) == ("cold", "alumni")
    assert joined(SILENT, REQUEST.replace("alumni", "event")).relation == ""


def test_thanks_before_the_conversation_were_for_the_answer():
    early = REQUEST.replace("thanked: 2026-10-15", "thanked: 2026-10-13")
    assert joined(SILENT, early).thanked is None
    assert joined("name: Ada Okafor", REQUEST).thanked


def test_nothing_changes_without_a_request():
    interview = interview_of(SILENT)
    assert completed(interview, ()) is interview
    assert completed(interview, outreach_of("  - Ada Okafor").entries) is interview


def test_late_thanks_are_late_in_the_list_of_requests():
    late = REQUEST.replace("thanked: 2026-10-15", "thanked: 2026-10-19")
    [finding] = hold_requests("late-thank-you", late, SILENT, scope="interview").findings
    assert finding.message.startswith("the thank-you came 5 days after the conversation")
    assert (finding.place.path, finding.place.line) == ("private/outreach.yml", 6)


def test_a_request_to_somebody_else_says_nothing():
    made = hold_requests("late-thank-you", REQUEST, "name: Ken Abara", scope="interview")
    assert [one.message for one in made.findings] == [
        "'thanked' is missing; the rubric asks for thanks within 24 hours"
    ]


def test_a_namesake_who_was_never_met_says_nothing():
    never = REQUEST.replace("route:", "organization: Dam Works\n    route:")
    met = "  - {name: Ada Ọkafor, organization: Sun Mill, thanked: 2026-10-15}\n"
    here = f"{SILENT}\norganization: Sun Mill"
    made = hold_requests("late-thank-you", never + met, here, scope="interview")
    [interview] = made.material.interviews
    assert (interview.route, interview.referrals) == ("", ())
    assert interview.place("thanked").line == 10
