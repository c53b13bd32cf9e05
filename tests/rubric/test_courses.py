"""The built-in rubrics: what each asks for, and that it catches what is missing."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from one_outreach import file_of, outreach_of

from shoptalk.findings.finding import Severity
from shoptalk.outreach.request import NO_OUTREACH, Entry
from shoptalk.reading.corpus import Corpus, read_corpus
from shoptalk.reading.interview import parse_interview
from shoptalk.reading.source import Source
from shoptalk.rubric.conditions import AppliedCheck, Condition, Not
from shoptalk.rubric.grading import grade
from shoptalk.rubric.outcome import Outcome, State
from shoptalk.rubric.rubric import Criterion, Judge
from shoptalk.rubric.rubric_file import built_in, courses

HOME = Path(__file__).parents[2]
PAGE = (HOME / "docs" / "guide" / "courses.md").read_text(encoding="utf-8")
TODAY = date(2026, 11, 29)
ROW = re.compile(r"^\| [^|]+ \| `(?P<id>[^`]+)` \| (?P<judge>\w+) \| (?P<how>[^|]+) \|$", re.M)

each_course = pytest.mark.parametrize("course", courses())

COMPLETE = """\
---
name: Rosalind Okafor
title: Clinical Data Engineer
organization: Harbor Health
industry: Healthcare
relation: former student of our school
date: 2026-10-14
minutes: 25
format: in-person
route: warm
questions:
  - ask: How did you get into data after so many years as a nurse?
    personal: true
  - ask: Which part of the clinic's merger was the most difficult?
    personal: true
  - ask: What do you check first in the overnight loads?
    personal: true
  - Who else should I talk to?
learnings:
  - Most of her week goes into agreeing with other people on what a word means before it is used.
applications:
  - do: By December I will rebuild my project around one written data contract
referrals: [Ken Abara, Bríd O'Hanlon]
thanked: 2026-10-14T18:30
connected: true
research: Read her talk on data contracts; the clinic merged in 2025.
---

We talked in the canteen.
"""

MESSAGES = (
    "message",
    "easy-to-accept",
    "request",
    "message-advice",
    *("short", "why-them", "who-you-are", "specific-ask", "subject", "wording", "no-resume"),
)
"""The criteria about the message itself."""

FLAWS = {
    "no name": ("name: Rosalind Okafor\n", ""),
    "first name only": ("Rosalind Okafor", "Rosalind"),
    "no job title": ("title: Clinical Data Engineer\n", ""),
    "neither job title nor organization": (
        "title: Clinical Data Engineer\norganization: Harbor Health\n",
        "",
    ),
    "chief executive": ("Clinical Data Engineer", "CEO"),
    "neither organization nor industry": (
        "organization: Harbor Health\nindustry: Healthcare\n",
        "",
    ),
    "no relation": ("relation: former student of our school\n", ""),
    "a stranger": ("former student of our school", "none"),
    "no date": ("date: 2026-10-14\n", ""),
    "no minutes": ("minutes: 25\n", ""),
    "too long": ("minutes: 25", "minutes: 50"),
    "no format": ("format: in-person\n", ""),
    "no route": ("route: warm\n", ""),
    "one question": (COMPLETE[COMPLETE.index("  - ask: Which") : COMPLETE.index("learn")], ""),
    "nobody asked for": ("Who else should I talk to?", "What is next?"),
    "no personal question": ("    personal: true\n", ""),
    "nothing about the path": ("How did you get into data", "What is data"),
    "nothing about obstacles": ("most difficult", "longest"),
    "a favor asked for": ("Who else should I talk to?", "Could you give me a job?"),
    "what a search answers": ("Who else should I talk to?", "What does your company do?"),
    "what fits anybody": ("Who else should I talk to?", "What can you tell me?"),
    "more time asked for": ("Who else should I talk to?", "Could we talk a little longer?"),
    "everybody addressed": (
        "Who else should I talk to?",
        "Could you forward my message to everyone in your office?",
    ),
    "little learnt": ("Most of her week goes into agreeing with other people on what", "What"),
    "little to do": ("By December I will rebuild my project around one written", "One"),
    "nothing to do": (COMPLETE[COMPLETE.index("applications") : COMPLETE.index("referrals")], ""),
    "one referral": (", Bríd O'Hanlon", ""),
    "no thanks": ("thanked: 2026-10-14T18:30\n", ""),
    "late thanks": ("thanked: 2026-10-14", "thanked: 2026-10-19"),
    "not connected": ("connected: true", "connected: false"),
    "no research": ("research: Read her talk on data contracts; the clinic merged in 2025.\n", ""),
}


REQUESTS = """\
  - name: Rosalind Okafor
    organization: Harbor Health
    introduced_by: Noor Haddad
    channel: email
    subject: Twenty minutes about your talk on data contracts
    message: |
      Dear Ms Okafor,

      would you have 20 minutes for a call in the next two weeks, whenever it suits you? Noor Haddad
      gave me your name. I am studying data science, and I write to you because your talk on data
      contracts answered a question that I have had for a year.

      Thank you for your time.

      Sam Invented
    feedback: [{who: Mei Lindqvist, on: 2026-09-20, comment: Shorter.}]
    sent: 2026-09-21
    reminders: [2026-10-06]
    answer: accepted
    answered: 2026-10-07
    appointment:
      on: 2026-10-14T17:30
      minutes: 25
      confirmed: 2026-10-13
      invitation: 2026-10-08
    thanked: 2026-10-14T18:30
    check_ins: [2026-11-09]
  - name: Ken Abara
    message: |
      Dear Mr Abara,

      could I ask you about your work for 15 minutes on the phone, on a day that suits you? I am
      studying data science, and I write to you because I read your article on bakeries.

      Thank you, and kind regards
      Sam Invented
    feedback: [{who: Mei Lindqvist, on: 2026-10-15}]
    sent: 2026-10-16
    answer: declined
    answered: 2026-10-19
    thanked: 2026-10-20
  - name: Bríd O'Hanlon
    sent: 2026-11-20
"""

FIRST = REQUESTS[: REQUESTS.index("  - name: Ken")]
REFUSED = """\
  - name: Ken Abara
    sent: 2026-10-16
    answer: declined
    answered: 2026-10-19
"""

FLAWS_OF_REQUESTS = {
    "nobody asked": (REQUESTS, "  - name: Ken Abara\n"),
    "a worn phrase": ("have 20 minutes for a call", "let me pick your brain for 20 minutes"),
    "an hour": ("20 minutes for a call", "an hour for a call"),
    "a time of the student's": (
        "in the next two weeks, whenever it suits you",
        "on Monday at nine",
    ),
    "another's name": ("Dear Ms Okafor", "Dear Mr Abara"),
    "a gap": ("Dear Ms Okafor", "Dear [Name]"),
    "a résumé": ("Thank you for your time.", "Thank you for your time. My resume is attached."),
    "an empty subject": ("Twenty minutes about your talk on data contracts", "Hello"),
    "nobody else asked": (REQUESTS[len(FIRST) :], ""),
    "gave up after a no": (REQUESTS, REFUSED),
    "not sent": ("    sent: 2026-09-21\n", ""),
    "introduced by nobody": ("    introduced_by: Noor Haddad\n", ""),
    "no message kept": (
        REQUESTS[REQUESTS.index("    message") : REQUESTS.index("    feedback")],
        "",
    ),
    "read by nobody": ("    feedback: [{who: Mei Lindqvist, on: 2026-10-15}]\n", ""),
    "read by nobody at all": (
        "    feedback: [{who: Mei Lindqvist, on: 2026-09-20, comment: Shorter.}]\n",
        "",
    ),
    "read too late": ("on: 2026-09-20", "on: 2026-09-22"),
    "not reminded": ("sent: 2026-11-20", "sent: 2026-10-21"),
    "reminded twice": ("[2026-10-06]", "[2026-09-30, 2026-10-06]"),
    "no appointment": (
        REQUESTS[REQUESTS.index("    appointment") : REQUESTS.index("    thanked")],
        "",
    ),
    "not confirmed": ("      confirmed: 2026-10-13\n", ""),
    "not invited": ("      invitation: 2026-10-08\n", ""),
    "a shorter time agreed": ("minutes: 25", "minutes: 15"),
    "no check-in": ("    check_ins: [2026-11-09]\n", ""),
    "a no without thanks": ("    thanked: 2026-10-20\n", ""),
    "a no with late thanks": ("thanked: 2026-10-20", "thanked: 2026-10-25"),
    "somebody recommended not written to": ("  - name: Bríd O'Hanlon\n    sent: 2026-11-20\n", ""),
    "the whole office": (
        "  - name: Ken Abara\n",
        "".join(
            f"  - {{name: Person {day}, organization: Harbor Health, sent: 2026-11-1{day}}}\n"
            for day in range(3)
        )
        + "  - name: Ken Abara\n",
    ),
}


def outcomes_of(text: str, course: str, requests: str = "") -> dict[str, Outcome]:
    """How a write-up, and requests if there is a list of them, stand to a course."""
    interview, _ = parse_interview(Source("ada.md", text), TODAY)
    assert interview
    outreach = outreach_of(requests) if requests else NO_OUTREACH
    file = file_of(interview, "ada")
    report = grade(Corpus(files=(file,)), built_in(course), TODAY, outreach=outreach)
    return {one.criterion.id: one for one in (*report.files[0].outcomes, *report.portfolio)}


def applied(conditions: tuple[Condition, ...]) -> Iterator[AppliedCheck]:
    """The checks in conditions, however deep."""
    for condition in conditions:
        if isinstance(condition, AppliedCheck):
            yield condition
        elif isinstance(condition, Not):
            yield from applied((condition.condition,))
        else:
            yield from applied(condition.conditions)


def is_recorded(criterion: Criterion) -> bool:
    return not any(one.check.needs_outreach for one in requests_in(criterion.checks))


def requests_in(conditions: tuple[Condition, ...]) -> list[AppliedCheck]:
    """The checks of requests among conditions."""
    return [one for one in applied(conditions) if one.check.find_in_requests]


def stands_up(outcome: Outcome) -> bool | None:
    """Whether all of its checks are passed, also where it reports nothing."""
    held = [condition.hold(outcome.material).passed for condition in outcome.criterion.checks]
    return False if False in held else None if None in held else True


def section(course: str) -> str:
    [found] = [part for part in PAGE.split("\n## ") if f"\n`extends: {course}`" in part]
    return found


@each_course
def test_every_criterion_is_in_the_table_and_every_row_is_a_criterion(course: str):
    criteria = built_in(course).by_id
    rows = list(ROW.finditer(section(course)))
    assert list(dict.fromkeys(row["id"] for row in rows)) == list(criteria), "in their order"
    assert len(rows) == section(course).count("\n| ") - 1, "each row is well-formed"
    for row in rows:
        criterion = criteria[row["id"]]
        assert row["judge"] == criterion.judged_by
        assert set(re.findall(r"`([^`]+)`", row["how"])) == {
            one.check.wording.id for one in applied(criterion.checks)
        }


@each_course
def test_it_says_what_it_is(course: str):
    rubric = built_in(course)
    assert rubric.title
    assert rubric.description
    assert rubric.version
    assert rubric.language == "en"


@each_course
def test_a_complete_write_up_meets_all_that_a_write_up_can_show(course: str):
    for outcome in outcomes_of(COMPLETE, course).values():
        assert outcome.applies
        assert outcome.findings == ()
        if outcome.criterion.checks:
            assert stands_up(outcome) is (True if is_recorded(outcome.criterion) else None)


@each_course
def test_a_complete_list_of_requests_meets_the_rest(course: str):
    for outcome in outcomes_of(COMPLETE, course, REQUESTS).values():
        assert outcome.applies
        assert outcome.findings == ()
        if outcome.criterion.checks:
            assert stands_up(outcome) is True
            of_requests = requests_in(outcome.criterion.checks)
            in_list = [one for one in outcome.evidence if isinstance(one.record, Entry)]
            assert bool(in_list) is bool(of_requests)


def criteria_of_requests():
    for course in courses():
        for criterion in built_in(course).criteria:
            if requests_in(criterion.checks) and criterion.id not in MESSAGES:
                yield pytest.param(course, criterion, id=f"{course}-{criterion.id}")


@pytest.mark.parametrize(("course", "criterion"), list(criteria_of_requests()))
def test_each_check_of_requests_catches_a_list_without_it(course: str, criterion: Criterion):
    for number, condition in enumerate(criterion.checks):
        if not requests_in((condition,)):
            continue
        caught = []
        for name, (there, instead) in FLAWS_OF_REQUESTS.items():
            assert there in REQUESTS
            flawed = REQUESTS.replace(there, instead)
            outcome = outcomes_of(COMPLETE, course, flawed)[criterion.id]
            if condition.hold(outcome.material).passed is False:
                caught.append(name)
        assert caught, f"nothing fails check {number + 1}: {condition.written}"


@pytest.mark.parametrize(
    ("flaw", "ids"),
    [
        ("not reminded", {"thinkful": {"reminder"}}),
        ("reminded twice", {"thinkful": {"reminder"}}),
        (
            "a worn phrase",
            {"two-requests": {"wording"}},
        ),
        ("an hour", {"thinkful": {"easy-to-accept"}, "five-steps": {"request"}}),
        ("a time of the student's", {"thinkful": {"easy-to-accept"}, "five-steps": {"request"}}),
        ("another's name", {"thinkful": {"message"}, "two-requests": {"wording"}}),
        ("a gap", {"thinkful": {"message"}, "five-steps": {"request"}}),
        ("a résumé", {"two-requests": {"no-resume"}}),
        ("an empty subject", {"two-requests": {"subject"}}),
        ("gave up after a no", {"thinkful": {"keep-asking"}, "five-steps": {"silence"}}),
        ("read too late", {"two-requests": {"feedback"}}),
        ("not confirmed", {"careeronestop": {"confirmation"}}),
        ("not invited", {"careeronestop": {"invitation"}}),
        (
            "a shorter time agreed",
            {"thinkful": {"length-kept"}, "five-steps": {"length"}, "careeronestop": {"length"}},
        ),
        ("no check-in", {"thinkful": {"staying-in-touch"}}),
        ("somebody recommended not written to", {"thinkful": {"referrals"}}),
        ("the whole office", {"two-requests": {"one-at-a-time"}}),
        (
            "a no without thanks",
            {"two-requests": {"thanks-for-answers", "no-ghosting", "prompt-answers"}},
        ),
        ("a no with late thanks", {"two-requests": {"thanks-for-answers", "prompt-answers"}}),
    ],
)
def test_a_flaw_is_caught_by_the_criteria_that_are_about_it(flaw: str, ids: dict[str, set[str]]):
    there, instead = FLAWS_OF_REQUESTS[flaw]
    flawed = REQUESTS.replace(there, instead)
    for course, caught in ids.items():
        outcomes = outcomes_of(COMPLETE, course, flawed)
        assert caught <= {id for id, one in outcomes.items() if stands_up(one) is False}


LEFT_TO_THE_REQUEST = {
    "thanked": ("thanked: 2026-10-14T18:30\n", ""),
    "connected": ("connected: true\n", "    connected: 2026-10-15\n"),
    "route": ("route: warm\n", "    route: warm\n"),
    "format": ("format: in-person\n", "      format: in-person\n"),
    "referrals": (
        "referrals: [Ken Abara, Bríd O'Hanlon]\n",
        "    referrals: [Ken Abara, Bríd O'Hanlon]\n",
    ),
}


@each_course
@pytest.mark.parametrize(("in_write_up", "in_request"), LEFT_TO_THE_REQUEST.values())
def test_what_the_request_says_need_not_be_written_twice(course, in_write_up, in_request):
    assert in_write_up in COMPLETE
    after = "      invitation: 2026-10-08\n"
    requests = REQUESTS.replace(after, after + in_request)
    silent = COMPLETE.replace(in_write_up, "")
    for outcome in outcomes_of(silent, course, requests).values():
        assert outcome.findings == ()
        assert stands_up(outcome) is True


def test_a_former_student_need_not_be_written_down_twice():
    [said] = re.findall("(?m)^relation: .*\n", COMPLETE)
    silent = COMPLETE.replace(said, "")
    assert outcomes_of(silent, "epicodus", REQUESTS)["alumni"].findings
    asked = REQUESTS.replace("    channel: email\n", "    channel: email\n    route: alumni\n")
    [evidence, *_] = outcomes_of(silent, "epicodus", asked)["alumni"].evidence
    place = evidence.record.place(evidence.path)
    assert (place.path, place.source_line) == ("private/outreach.yml", "    route: alumni")


def recorded_criteria():
    for course in courses():
        for criterion in built_in(course).criteria:
            if any(one.check.find_in_requests is None for one in applied(criterion.checks)):
                yield pytest.param(course, criterion, id=f"{course}-{criterion.id}")


@pytest.mark.parametrize(("course", "criterion"), list(recorded_criteria()))
def test_each_check_catches_a_write_up_without_it(course: str, criterion: Criterion):
    for number, condition in enumerate(criterion.checks):
        checks = list(applied((condition,)))
        if not all(one.check.find_in_requests is None for one in checks):
            continue
        caught = []
        for name, (there, instead) in FLAWS.items():
            assert there in COMPLETE
            flawed = COMPLETE.replace(there, instead)
            outcome = outcomes_of(flawed, course)[criterion.id]
            if condition.hold(outcome.material).passed is False:
                caught.append(name)
        assert caught, f"nothing fails check {number + 1}: {condition.written}"


@each_course
def test_nothing_fails_for_want_of_a_record(course: str):
    for outcome in outcomes_of(COMPLETE, course).values():
        if not is_recorded(outcome.criterion):
            waits = outcome.criterion.judged_by is not Judge.AUTO
            assert outcome.state is (State.WAITS if waits else State.UNKNOWN)


def test_the_five_things_to_submit_decide_alone():
    minimal = "".join(
        part
        for part in re.split(r"(?m)^(?=\w)", COMPLETE)
        if part.split(":")[0] in ("name", "title", "questions", "learnings", "applications")
    )
    minimal = f"---\n{minimal}---\n\nWe talked.\n".replace("    personal: true\n", "")
    outcomes = outcomes_of(minimal, "thinkful")
    decisive = ["name", "title", "questions", "learnings", "applications", "courtesy"]
    assert list(built_in("thinkful").by_id)[:6] == decisive
    for id, outcome in outcomes.items():
        assert outcome.findings == ()
        assert outcome.met
        assert (outcome.state is State.MET) is (id in decisive)
        assert outcome.state is not State.NOT_MET


def test_what_else_the_lesson_asks_for_is_never_an_error():
    others = built_in("thinkful").criteria[6:]
    assert {criterion.severity for criterion in others if criterion.checks} == {Severity.NOTE}
    assert {criterion.worth for criterion in built_in("thinkful").criteria} == {None}


def states(course: str) -> str:
    corpus = read_corpus([HOME / "interviews"], TODAY, start=HOME)
    report = grade(corpus, built_in(course), TODAY)
    parts = {"portfolio": report.portfolio}
    parts |= {graded.file.address: graded.outcomes for graded in report.files}
    return "\n".join(
        f"{name}\n" + "".join(f"  {one.criterion.id}: {one.state}\n" for one in outcomes)
        for name, outcomes in parts.items()
    )


@each_course
def test_the_example_is_graded_as_before(course: str, golden):
    golden(Path(__file__).parent / "courses" / f"{course}.txt", states(course))


@each_course
def test_the_finished_example_has_no_errors(course: str):
    corpus = read_corpus([HOME / "interviews"], TODAY, start=HOME)
    report = grade(corpus, built_in(course), TODAY)
    assert [found for found in report.all_findings if found.severity == "error"] == []
