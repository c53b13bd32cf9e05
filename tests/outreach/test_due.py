"""What is due, on which day, and what makes it vanish."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from requests_given import asked, due_on, noon, outreach_of, steps_on, talk

from shoptalk.outreach.due.acquaintance import Clock
from shoptalk.outreach.due.due import find_due
from shoptalk.outreach.due.quoting import in_quotes
from shoptalk.outreach.due.step import Due, Step
from shoptalk.outreach.request import (
    Answer,
    Appointment,
    Contact,
    Promise,
    Referral,
    Request,
)
from shoptalk.reading.corpus import ReadFile

DAY = date(2026, 10, 14)
TALK = "name: Ada Okafor\ndate: 2026-10-14\n"
ACCEPTED = {"sent": date(2026, 10, 1), "answer": Answer.ACCEPTED, "answered": date(2026, 10, 5)}


def after(days: int, day: date = DAY) -> date:
    return day + timedelta(days=days)


def meeting(**given: object) -> Appointment:
    return Appointment(**{"on": datetime(2026, 10, 14, 17, 30), "zone": "UTC", **given})


# Before the conversation


@pytest.mark.parametrize(
    ("days", "overdue"), [(-9, 0), (-2, 0), (-1, 0), (0, 1)], ids=["9 before", "2", "1", "that day"]
)
def test_an_invitation_is_not_overdue_by_an_answer_before_the_appointment_moved(
    days: int, overdue: int
):
    found = due_on(after(days), asked(**ACCEPTED, appointment=meeting()))
    [invite] = [one for one in found if one.step is Step.INVITE]
    assert invite.overdue(after(days)) == overdue
    assert overdue or invite.on == after(days)


def test_a_reminder_is_due_two_weeks_after_a_request():
    assert steps_on(DAY, asked(sent=DAY)) == {"remind": "2026-10-28"}


@pytest.mark.parametrize(
    "further",
    [
        {"reminders": (Contact(on=after(14)),)},
        {"answered": after(3), "thanked": after(4)},
        {"closed": after(3)},
    ],
)
def test_there_is_one_reminder_and_none_after_an_answer_or_the_end(further: dict[str, object]):
    assert steps_on(after(40), asked(sent=DAY, **further)) == {}


def test_an_end_that_is_still_to_come_is_none():
    assert steps_on(DAY, asked(sent=DAY, closed=after(30))) == {"remind": "2026-10-28"}


@pytest.mark.parametrize("answered", [after(3), datetime(2026, 10, 17, 9, 30)])
def test_of_an_answer_it_is_asked_what_it_was(answered: date):
    [due] = due_on(after(40), asked(sent=DAY, reminders=(Contact(on=after(2)),), answered=answered))
    assert (due.step, due.on, due.why) == (Step.ANSWER, after(3), "an answer came on 2026-10-17")
    when = answered.isoformat().removesuffix(":00")
    assert due.command == f'shoptalk did answer "Ada Okafor" --said ANSWER --on {when}'


def test_who_accepted_is_offered_times_at_once():
    assert steps_on(DAY, asked(**ACCEPTED)) == {"propose": "2026-10-05"}


def test_an_answer_without_a_day_makes_it_due_now():
    assert steps_on(DAY, asked(answer=Answer.ACCEPTED)) == {"propose": str(DAY)}


def test_an_appointment_is_followed_by_invitation_and_confirmation():
    request = asked(**ACCEPTED, appointment=meeting())
    assert steps_on(after(-7), request) == {
        "invite": "2026-10-07",
        "confirm": "2026-10-13",
        "meet": "2026-10-14",
    }
    done = meeting(invitation=after(-7), confirmed=after(-1))
    assert steps_on(DAY, asked(**ACCEPTED, appointment=done)) == {"meet": "2026-10-14"}


def test_what_was_agreed_on_the_day_itself_is_not_overdue():
    request = asked(answer=Answer.ACCEPTED, answered=DAY, appointment=meeting())
    assert set(steps_on(DAY, request).values()) == {str(DAY)}


def test_nothing_of_an_appointment_is_left_once_it_is_over():
    request = asked(**ACCEPTED, appointment=meeting(minutes=30))
    for minute, step in ((0, "meet"), (1, "thank")):
        clock = Clock(datetime(2026, 10, 14, 18, minute, tzinfo=UTC), UTC)
        open_ = {due.step for due in find_due(outreach_of(request), (), clock)}
        assert step in open_
        assert {"meet", "thank"} - {step} <= set(Step) - open_


def test_an_appointment_ends_by_the_clocks_of_its_own_zone():
    request = asked(**ACCEPTED, appointment=meeting(zone="America/New_York", minutes=30))
    for minute, step in ((0, Step.MEET), (1, Step.THANK)):
        clock = Clock(datetime(2026, 10, 14, 22, minute, tzinfo=UTC), UTC)
        assert step in {due.step for due in find_due(outreach_of(request), (), clock)}


def test_an_appointment_without_a_time_takes_its_whole_day():
    request = asked(**ACCEPTED, appointment=meeting(on=DAY))
    assert "meet" in steps_on(DAY, request)
    assert "thank" in steps_on(after(1), request)


@pytest.mark.parametrize("answer", [Answer.DECLINED, Answer.REFERRED])
def test_an_answer_that_refuses_is_thanked_for_and_nothing_else(answer: Answer):
    request = asked(sent=DAY, answer=answer, answered=after(2), appointment=meeting())
    assert steps_on(after(50), request) == {"thank": "2026-10-17"}
    assert steps_on(after(50), replace(request, thanked=after(3))) == {}


# After the conversation


def test_a_conversation_makes_five_things_due():
    request = asked(**ACCEPTED, appointment=meeting(), referrals=(Referral(name="Ken Abara"),))
    assert steps_on(after(1), replace(request, promised=(Promise(do="Send it"),))) == {
        "thank": "2026-10-15",
        "write-up": "2026-10-15",
        "connect": "2026-10-15",
        "promise": "2026-10-21",
        "ask": "2026-10-21",
    }


def test_thanks_are_due_within_24_hours_of_the_end():
    request = asked(**ACCEPTED, appointment=meeting(minutes=25))
    thanks = next(due for due in due_on(after(1), request) if due.step is Step.THANK)
    assert thanks.at == datetime(2026, 10, 15, 17, 55, tzinfo=UTC)


@pytest.mark.parametrize("key", ["thanked", "connected"])
def test_interviews_and_requests_both_tell_what_was_done(key: str):
    step = {"thanked": "thank", "connected": "connect"}[key]
    said = {"thanked": "thanked: 2026-10-14", "connected": "connected: true"}[key]
    request = asked(**ACCEPTED)
    assert step in steps_on(after(1), request, talks=(talk(TALK),))
    assert step not in steps_on(after(1), request, talks=(talk(TALK + said),))
    done = replace(request, **{key: after(1)})
    assert step not in steps_on(after(1), done, talks=(talk(TALK),))


def test_thanks_before_the_conversation_were_for_the_answer():
    request = asked(**ACCEPTED, appointment=meeting(), thanked=after(-9))
    assert "thank" in steps_on(after(1), request)


def test_interviews_alone_make_things_due():
    said = (
        "referrals: [Ken Abara]\napplications:\n"
        "  - {do: Read it, by: 2026-11-30}\n  - Read more\n"
        "  - {do: Read less, by: 2026-11-30, done: true}\n"
    )
    assert steps_on(after(1), talks=(talk(TALK + said),)) == {
        "thank": "2026-10-15",
        "connect": "2026-10-15",
        "ask": "2026-10-21",
        "apply": "2026-11-30",
    }


@pytest.mark.parametrize("draft", [True, False])
def test_a_conversation_that_is_still_to_come_makes_nothing_due(draft: bool):
    ahead = talk(f"{TALK}draft: {draft}".lower().replace("ada okafor", "Ada Okafor"))
    assert steps_on(after(-1), talks=(ahead,)) == {}


def test_the_date_of_a_draft_is_a_plan():
    draft = talk(f"{TALK}draft: true")
    assert steps_on(DAY, talks=(draft,)) == {}
    assert "thank" in steps_on(after(1), talks=(draft,))
    moved = asked(**ACCEPTED, appointment=meeting(on=after(7)))
    assert set(steps_on(after(1), moved, talks=(draft,))) == {"invite", "confirm", "meet"}


def test_a_draft_is_to_be_finished_and_nothing_else_is_to_be_written():
    draft = talk(f"{TALK}draft: true", "2026/ada")
    for request in ((), (asked(**ACCEPTED, appointment=meeting()),)):
        [due] = (
            one for one in due_on(after(1), *request, talks=(draft,)) if one.step is Step.WRITE_UP
        )
        assert (due.what, due.command) == ("Finish the write-up of Ada Okafor", "")
        assert due.why == (
            "you talked on 2026-10-14; finish interviews/2026/ada.md, then take out `draft: true`"
        )
    assert "write-up" not in steps_on(after(1), talks=(talk(TALK),))


@pytest.mark.parametrize("name", ["name: Full Name", "alias: TODO"])
def test_a_file_to_fill_in_is_about_nobody(name: str):
    told = f"{name}\ndate: 2026-10-14\n"
    assert steps_on(after(1), asked("Full Name", sent=DAY), talks=(talk(told),)) == {}
    said = "thanked: 2026-10-14\nconnected: true\nreferrals: [TODO]\n"
    there = talk(f"{TALK}{said}applications: [{{do: TODO, by: 2026-11-30}}]")
    request = asked(**ACCEPTED, promised=(Promise(do="TODO"),))
    assert steps_on(after(1), request, talks=(there,)) == {"check-in": "2026-11-11"}


def test_somebody_who_asked_to_be_forgotten_is_left_alone():
    assert steps_on(after(1), talks=(talk("alias: A nurse\nforgotten: 2026-10-14\n" + TALK),)) == {}


def test_a_person_who_was_recommended_twice_is_shown_once_with_the_earlier_day():
    late = asked("Bo Ek", answer=Answer.REFERRED, answered=DAY, thanked=DAY)
    late = replace(late, referrals=(Referral(name="Ken Abara"),))
    early = replace(late, name="Cy Day", answered=after(-2))
    early = replace(early, referrals=(Referral(name="ken  abara"),))
    [due] = due_on(after(1), late, early)
    assert (due.step, str(due.on), due.why) == ("ask", "2026-10-19", "recommended by Cy Day")
    assert due.command == 'shoptalk asked "ken abara" --introduced-by "Cy Day"'


def test_who_is_noted_is_still_to_be_written_to():
    ada = asked(answer=Answer.REFERRED, answered=DAY, thanked=DAY)
    ada = replace(ada, referrals=(Referral(name="Ken Abara"),))
    assert steps_on(DAY, ada, asked("Ken Abara")) == {"send": "2026-10-21"}
    assert steps_on(DAY, ada, asked("Ken Abara", sent=DAY)) == {"remind": "2026-10-28"}
    assert steps_on(DAY, asked("Ken Abara", introduced_by="Ada")) == {"send": str(DAY)}
    assert steps_on(DAY, asked("Ken Abara")) == {"send": str(DAY)}


def test_whoever_gave_the_day_is_named_with_it():
    cy = asked("Cy Day", answer=Answer.REFERRED, answered=DAY, thanked=DAY)
    cy = replace(cy, referrals=(Referral(name="Ken Abara"),))
    noted = asked("Ken Abara", introduced_by="Ada Okafor")
    [due] = due_on(after(10), cy, noted)
    assert (str(due.on), due.why) == ("2026-10-21", "recommended by Cy Day; nothing sent yet")
    [due] = due_on(after(10), replace(cy, answered=None), noted)
    assert (due.on, due.why) == (after(10), "recommended by Ada Okafor; nothing sent yet")


def test_check_ins_come_every_four_weeks_unless_a_day_was_chosen():
    request = asked(**ACCEPTED, thanked=DAY, connected=DAY)
    there = (talk(TALK),)
    assert steps_on(after(1), request, talks=there) == {"check-in": "2026-11-11"}
    chosen = replace(request, next_check_in=after(60))
    assert steps_on(after(1), chosen, talks=there) == {"check-in": "2026-12-13"}
    written = replace(chosen, check_ins=(Contact(on=after(60)),))
    assert steps_on(after(61), written, talks=there) == {"check-in": "2027-01-10"}
    assert steps_on(after(61), replace(written, closed=after(61)), talks=there) == {}


def test_a_day_that_was_chosen_needs_no_thanks():
    [due] = due_on(after(1), asked(sent=DAY, answer=Answer.DECLINED, next_check_in=after(37)))[1:]
    assert (due.step, due.on, due.why) == (Step.CHECK_IN, after(37), "the day that you chose")
    assert "check-in" in steps_on(after(1), asked(**ACCEPTED, next_check_in=after(37)))


def test_namesakes_are_told_apart_by_where_they_work():
    here = asked(**ACCEPTED, organization="Harbor Health")
    there = asked(sent=DAY, organization="City Transport")
    found = due_on(after(1), there, here, talks=(talk(TALK + "organization: Harbor Health"),))
    assert [due.step for due in found] == ["thank", "connect", "remind"]


def test_of_namesakes_it_is_said_which_one_is_meant():
    here = asked(sent=DAY, organization="Harbor Health")
    found = due_on(DAY, here, asked("ada  okafor", sent=after(1)), asked("Ken Abara", sent=DAY))
    assert [(due.what, due.command) for due in found] == [
        (
            "Remind Ada Okafor (Harbor Health), this once",
            'shoptalk did remind "Ada Okafor" --organization "Harbor Health"',
        ),
        ("Remind Ken Abara, this once", 'shoptalk did remind "Ken Abara"'),
        (
            "Remind ada okafor (no organization), this once",
            'shoptalk did remind "ada okafor" --organization -',
        ),
    ]


def test_of_namesakes_each_gets_a_write_up_of_its_own():
    one = asked(**ACCEPTED, appointment=meeting(), organization="Harbor Health")
    two = replace(one, organization="City Transport")

    def commands(*talks: ReadFile) -> list[str]:
        found = due_on(after(1), one, two, talks=talks)
        return [due.command for due in found if due.step is Step.WRITE_UP]

    new = 'shoptalk new "Ada Okafor" --organization'
    first, second = f'{new} "Harbor Health"', f'{new} "City Transport"'
    assert commands() == [second, first]
    unknown = replace(one, organization="")
    found = due_on(after(1), one, unknown, talks=(talk(TALK),))
    assert [due.command for due in found if due.step is Step.WRITE_UP] == [first]
    there = talk(f"{TALK}organization: Harbor Health", "ada-okafor")
    assert commands(there) == [second]
    assert commands(there, talk(f"{TALK}organization: TODO", "2/ada-okafor")) == []


def test_ids_of_namesakes_are_theirs_wherever_they_stand():
    mill, bank = (asked("Ken Abara", organization=one, sent=DAY) for one in ("Mill", "Bank"))
    ids = {due.command: due.id for due in due_on(DAY, mill, bank)}
    assert len(set(ids.values())) == 2
    assert ids == {due.command: due.id for due in due_on(DAY, bank, mill)}
    assert set(ids.values()).isdisjoint(due.id for due in due_on(DAY, bank))


def test_ids_stay_when_the_list_grows_and_an_appointment_moves():
    promised = (Promise(do="Send it"), Promise(do="Send it"), Promise(do="Ask him"))
    ada = asked(**ACCEPTED, appointment=meeting(), promised=promised)
    ids = {due.id for due in due_on(after(-7), ada)}
    assert len(ids) == 6
    moved = replace(ada, appointment=meeting(on=after(9)), title="Nurse", promised=promised[::-1])
    assert ids <= {due.id for due in due_on(after(-7), asked("Zoe Ek", sent=DAY), moved, ada)}


def test_days_are_those_of_where_the_student_is():
    late = meeting(on=datetime(2026, 10, 14, 20, 0), zone="America/New_York")
    request = asked(**ACCEPTED, appointment=late)
    for zone, on in (("America/New_York", DAY), ("Europe/Berlin", after(1))):
        found = find_due(outreach_of(request), (), noon(after(-7), zone))
        days = {due.step: due.on for due in found}
        assert (days[Step.MEET], days[Step.CONFIRM]) == (on, after(-1, on))


def test_days_that_are_none_end_with_the_calendar():
    assert steps_on(DAY, asked(sent=date.max)) == {"remind": "9999-12-31"}
    request = asked(appointment=meeting(on=datetime.max.replace(microsecond=0)))
    assert "meet" in steps_on(DAY, request)
    assert "thank" in steps_on(DAY, asked(appointment=meeting(on=datetime.min)))


@pytest.mark.parametrize(
    ("sent", "on"),
    [
        (date(2028, 2, 15), "2028-02-29"),
        (date(2027, 2, 15), "2027-03-01"),
        (date(2026, 12, 18), "2027-01-01"),
        (date(2026, 4, 30), "2026-05-14"),
        (datetime(2026, 10, 14, 23, 30, tzinfo=UTC), "2026-10-28"),
    ],
)
def test_days_are_counted_over_the_ends_of_months_and_years(sent: date, on: str):
    assert due_on(DAY, asked(sent=sent))[0].on == date.fromisoformat(on)


@pytest.mark.parametrize(
    "name",
    [
        "Ada Okafor",
        "Bríd O'Hanlon",
        'Bob "Bo" Ek',
        "Cash $HOME",
        "Tick `id`",
        "Bang!",
        "Ab\\",
        "王小明",
    ],
)
def test_a_command_gives_the_name_as_it_is(name: str):
    printed = subprocess.run(["bash", "-c", f"printf %s {in_quotes(name)}"], capture_output=True)
    assert printed.stdout.decode() == name


def test_both_shells_read_the_same_quotation_marks():
    assert in_quotes("Bríd O'Hanlon") == '"Bríd O\'Hanlon"'
    assert in_quotes("“Bo” Ek") == "'“Bo” Ek'"


# Whatever is written down

DAYS = st.dates(date(2028, 1, 20), date(2028, 4, 10))
MOMENTS = st.datetimes(datetime(2028, 1, 20), datetime(2028, 4, 10)).map(
    lambda moment: moment.replace(microsecond=0)
)
WHEN = DAYS | MOMENTS | MOMENTS.map(lambda moment: moment.replace(tzinfo=UTC))
ZONES = st.sampled_from(["", "Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Tokyo"])
NAMES = ("Ada Okafor", "Ken Abara", "Jürgen Wrede", "王小明", "Bríd O'Hanlon")
OTHERS = ("Zoe Ek", "Ifeoma C.")
REFERRALS = st.lists(st.sampled_from((*NAMES, *OTHERS)), max_size=2)


def sometimes(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | values


APPOINTMENTS = st.builds(
    Appointment,
    on=WHEN,
    zone=ZONES,
    minutes=sometimes(st.integers(1, 90)),
    confirmed=sometimes(WHEN),
    invitation=sometimes(WHEN),
)
REQUESTS = st.builds(
    Request,
    name=st.sampled_from(NAMES),
    organization=st.sampled_from(["", "Harbor", "City"]),
    introduced_by=st.sampled_from(["", "A friend"]),
    sent=sometimes(WHEN),
    reminders=st.lists(st.builds(Contact, on=DAYS), max_size=1).map(tuple),
    answer=sometimes(st.sampled_from(Answer)),
    answered=sometimes(WHEN),
    appointment=sometimes(APPOINTMENTS),
    thanked=sometimes(WHEN),
    connected=sometimes(WHEN),
    referrals=REFERRALS.map(lambda names: tuple(Referral(name=name) for name in names)),
    promised=st.lists(
        st.builds(Promise, do=st.sampled_from(["a", "b"]), by=sometimes(DAYS)), max_size=3
    ).map(tuple),
    check_ins=st.lists(st.builds(Contact, on=DAYS), max_size=2).map(tuple),
    next_check_in=sometimes(DAYS),
)


@st.composite
def talks(draw: st.DrawFn) -> list[ReadFile]:
    found = []
    for number, name in enumerate(draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True))):
        said = [f"name: {name}"]
        day = draw(sometimes(DAYS))
        said += [f"date: {day}"] if day else []
        said += [f"thanked: {draw(DAYS)}"] if draw(st.booleans()) else []
        said += ["connected: true"] if draw(st.booleans()) else []
        said += ["draft: true"] if draw(st.booleans()) else []
        said += [f"applications: [{{do: Read it, by: {draw(DAYS)}}}]"]
        names = draw(REFERRALS)
        said += [f"referrals: [{', '.join(names)}]"] if names else []
        found.append(talk("\n".join(said), f"no-{number}"))
    return found


PEOPLE = st.lists(REQUESTS, max_size=4)
EACH_ONCE = st.lists(REQUESTS, max_size=4, unique_by=lambda request: request.name)


def open_at(requests: Sequence[Request], files: Sequence[ReadFile], clock: Clock) -> dict[str, Due]:
    found = find_due(outreach_of(*requests), files, clock)
    assert len({due.id for due in found}) == len(found)
    assert list(found) == sorted(found, key=lambda due: due.on)
    return {due.id: due for due in found}


def days_of_talks(
    who: str, requests: Sequence[Request], files: Sequence[ReadFile]
) -> Iterator[date]:
    """The days of conversations, planned or past."""
    said = [one.appointment.on for one in requests if one.name == who and one.appointment]
    said += [one.interview.date for one in files if one.interview and one.interview.name == who]
    return (date(day.year, day.month, day.day) for day in said if day)


@given(PEOPLE, talks(), DAYS, ZONES)
def test_what_is_due_stays_so_until_it_is_recorded(
    requests: list[Request], files: list[ReadFile], day: date, zone: str
):
    before = open_at(requests, files, noon(day, zone or "UTC"))
    later = open_at(requests, files, noon(after(1, day), zone or "UTC"))
    for id_, due in before.items():
        if any(
            abs(talked - day) <= timedelta(days=2)
            for who in ((*NAMES,) if due.step in (Step.ASK, Step.SEND) else (due.who,))
            for talked in days_of_talks(who, requests, files)
        ):
            continue  # nothing else changes what is open
        assert id_ in later
        assert later[id_].on in (due.on, after(1, day))


def with_request(requests: list[Request], name: str, **changed: object) -> Iterator[Request]:
    return (replace(one, **changed) if one.name == name else one for one in requests)


def with_interview(files: list[ReadFile], name: str, **changed: object) -> list[ReadFile]:
    return [
        replace(file, interview=replace(file.interview, **changed))
        if file.interview and file.interview.name == name
        else file
        for file in files
    ]


FOLLOWED_BY = {
    Step.ANSWER: {Step.PROPOSE},
    Step.PROPOSE: {Step.INVITE, Step.CONFIRM, Step.MEET},
    Step.THANK: {Step.CHECK_IN},
    Step.ASK: {Step.SEND},
    Step.SEND: {Step.REMIND},
    Step.CHECK_IN: {Step.CHECK_IN},
}


def record(
    requests: list[Request], files: list[ReadFile], due: Due, clock: Clock
) -> tuple[list[Request], list[ReadFile]]:
    """What `outreach.yml` and the interviews say once a step is recorded."""
    today = clock.today
    request = next((one for one in requests if one.name == due.who), None)
    if due.step is Step.ASK:
        return [*requests, Request(name=due.who, introduced_by="Somebody")], files
    if due.step is Step.WRITE_UP:
        said = re.match(r"you talked on ([-\d]+)", due.why)
        assert said
        held = date.fromisoformat(said[1])
        if any(file.interview and file.interview.name == due.who for file in files):
            return requests, with_interview(files, due.who, draft=False, date=held)
        return requests, [*files, talk(f"name: {due.who}\ndate: {held}", f"of {due.who}")]
    if due.step is Step.APPLY:
        return requests, with_interview(files, due.who, applications=())
    if request is None:
        key = {Step.THANK: "thanked", Step.CONNECT: "connected"}[due.step]
        return requests, with_interview(files, due.who, **{key: today})
    changed: dict[str, object]
    if due.step is Step.PROMISE:
        seen, number = 0, int(due.id.split(":")[2])
        promised = []
        for one in request.promised:
            seen += one.do == due.what
            is_meant = one.do == due.what and seen == number
            promised.append(replace(one, done=today) if is_meant else one)
        changed = {"promised": tuple(promised)}
    elif due.step in (Step.INVITE, Step.CONFIRM):
        assert request.appointment
        key = {Step.INVITE: "invitation", Step.CONFIRM: "confirmed"}[due.step]
        changed = {"appointment": replace(request.appointment, **{key: today})}
    else:
        changed = {
            Step.REMIND: {"reminders": (Contact(on=today),)},
            Step.ANSWER: {"answer": Answer.ACCEPTED},
            Step.PROPOSE: {"appointment": Appointment(on=after(7, today))},
            Step.THANK: {"thanked": today},
            Step.CONNECT: {"connected": today},
            Step.SEND: {"sent": today},
            Step.CHECK_IN: {"check_ins": (*request.check_ins, Contact(on=today))},
        }[due.step]
    return list(with_request(requests, due.who, **changed)), files


@given(EACH_ONCE, talks(), DAYS, ZONES)
def test_recording_makes_one_thing_vanish(
    requests: list[Request], files: list[ReadFile], day: date, zone: str
):
    clock = noon(day, zone or "UTC")
    before = open_at(requests, files, clock)
    for id_, due in before.items():
        if due.step is Step.MEET:
            continue
        now = open_at(*record(requests, files, due, clock), clock)
        assert set(before) - set(now) == {id_}
        new = {now[one].step for one in set(now) - set(before)}
        assert new <= FOLLOWED_BY.get(due.step, set())


@settings(max_examples=50)
@given(EACH_ONCE, talks(), DAYS)
def test_who_does_all_that_is_due_has_done_all_there_is_to_do(
    requests: list[Request], files: list[ReadFile], day: date
):
    clock = noon(day)
    for _ in range(60):
        clock = noon(after(7, clock.today))
        found = open_at(requests, files, clock).values()
        todo = [due for due in found if due.step not in (Step.CHECK_IN, Step.MEET)]
        if not todo and clock.today > date(2028, 6, 1):
            break
        for due in todo[:1]:
            requests, files = record(requests, files, due, clock)
    assert not todo
    names = {request.name for request in requests} | {
        file.interview.name for file in files if file.interview
    }
    for request in requests:
        refused = request.answer in (Answer.DECLINED, Answer.REFERRED)
        talked = request.name in {file.interview.name for file in files if file.interview}
        assert {one.name for one in request.referrals} <= names
        assert all(promise.done for promise in request.promised)
        if request.sent and not (request.answer or request.answered or request.appointment):
            assert request.reminders or talked
        if request.answered and not request.answer:
            assert request.thanked or request.appointment or talked
        if request.answer is Answer.ACCEPTED:
            assert request.appointment or talked
        if refused:
            assert request.thanked or talked
        if request.appointment and not refused:
            assert talked
            assert request.connected or any(
                file.interview.connected
                for file in files
                if file.interview and file.interview.name == request.name
            )


@given(EACH_ONCE, talks(), DAYS)
def test_nothing_is_due_with_people_after_the_end(
    requests: list[Request], files: list[ReadFile], day: date
):
    ended = [replace(request, closed=day) for request in requests]
    closed = {request.name for request in requests}
    found = open_at(ended, files, noon(day)).values()
    assert {due.step for due in found if due.who in closed} <= {Step.APPLY}


def test_whoever_is_forgotten_is_not_to_be_asked():
    named = (Referral(name="Dr. somebody"), Referral(name="Someone"), Referral(name="Bo Li"))
    ada = asked(sent=DAY, answer=Answer.REFERRED, answered=after(1), referrals=named)
    assert [due.who for due in due_on(after(1), ada) if due.step is Step.ASK] == ["Bo Li"]
