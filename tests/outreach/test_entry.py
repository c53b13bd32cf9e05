"""Whatever a list of requests looks like, a step adds to it, and the rest stays as it is."""

import re
from datetime import date, datetime
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shoptalk.findings.finding import Severity
from shoptalk.mending.yaml_edit import END, NoPlace
from shoptalk.mending.yaml_values import as_data
from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.outreach.request import (
    Answer,
    Appointment,
    Contact,
    Feedback,
    Format,
    Outreach,
    Promise,
    Referral,
    Request,
    Route,
)
from shoptalk.outreach.writing.changes import NotPossible, chosen, kept, met, of_appointment
from shoptalk.outreach.writing.entry import Change, changed, with_changes, with_request
from shoptalk.reading.decoding import decode

TODAY = date(2026, 11, 22)
DAY = date(2026, 11, 20)


def read(text: str) -> tuple[Outreach, list[str]]:
    source, findings = decode("outreach.yml", text.encode())
    if source is None:
        return Outreach(), []
    outreach, more = parse_outreach(source, ["ken"], TODAY)
    return outreach, [one.check for one in (*findings, *more) if one.severity is Severity.ERROR]


# Any list

WORDS = st.sampled_from(
    ["rye", "a: b", "#1", "yes", "0123", "it's", 'say "so"', "one, two", "雨 é"]
)
DAYS = st.dates(date(2026, 1, 1), DAY)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 11, 20)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
TEXTS = (
    st.lists(st.one_of(WORDS, st.just("")), min_size=1, max_size=3).map("\n".join).map(str.strip)
)
CONTACTS = st.builds(Contact, on=DAYS, text=WORDS | st.just(""))
APPOINTMENTS = st.builds(
    Appointment,
    on=DAYS | MOMENTS,
    minutes=st.none() | st.integers(1, 90),
    format=st.none() | st.sampled_from(Format),
    place=WORDS | st.just(""),
    confirmed=st.none() | DAYS,
)
REQUESTS = st.builds(
    Request,
    name=st.sampled_from(["Ken Abara", "Bríd O'Hanlon", "王小明"]),
    route=st.none() | st.sampled_from(Route),
    why=WORDS | st.just(""),
    message=TEXTS,
    feedback=st.lists(st.builds(Feedback, who=WORDS, on=DAYS), max_size=2).map(tuple),
    sent=st.none() | DAYS,
    reminders=st.lists(CONTACTS, max_size=2).map(tuple),
    appointment=st.none() | APPOINTMENTS,
    referrals=st.lists(st.builds(Referral, name=WORDS), max_size=2).map(tuple),
    promised=st.lists(st.builds(Promise, do=WORDS, by=st.none() | DAYS), max_size=2).map(tuple),
)
CHANGES = st.one_of(
    st.builds(Change, st.just(("sent",)), DAYS | MOMENTS),
    st.builds(Change, st.just(("reminders", END)), CONTACTS),
    st.builds(Change, st.just(("answer",)), st.sampled_from(Answer)),
    st.builds(Change, st.just(("appointment",)), APPOINTMENTS),
    st.builds(Change, st.just(("appointment", "confirmed")), DAYS),
    st.builds(Change, st.just(("promised", END)), st.builds(Promise, do=WORDS)),
    st.builds(Change, st.just(("promised", 0, "done")), DAYS),
    st.builds(Change, st.just(("referrals", END)), st.builds(Referral, name=WORDS, title=WORDS)),
    st.builds(Change, st.just(("message",)), TEXTS.filter(bool)),
    st.builds(Change, st.just(("closed",)), DAYS),
)
COMMENTS = ("", "", "  # a note", "   #")
IN_BRACKETS = f"  # within\n{' ' * 40}"


class Writer:
    """Writes a value as YAML in one of the many ways there are."""

    def __init__(self, draw: st.DrawFn):
        self.draw = draw

    def any_of(self, *ways: str) -> str:
        return self.draw(st.sampled_from(ways))

    def scalar(self, value: object) -> str:
        text = value.isoformat() if isinstance(value, date) else str(value)
        if not isinstance(value, str):
            return text
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        ways = [f'"{escaped}"']
        if "\n" not in text:
            ways.append(f"'{text.replace(chr(39), chr(39) * 2)}'")
        return self.any_of(*ways)

    def flow(self, value: object) -> str:
        blank = self.any_of("", " ", IN_BRACKETS)
        between = self.any_of(", ", f",{IN_BRACKETS}", f"{IN_BRACKETS}, ")
        comma = self.any_of("", ",") if value else ""
        if isinstance(value, dict):
            inside = between.join(f"{key}: {self.flow(one)}" for key, one in self.items(value))
            return f"{{{blank}{inside}{comma}{blank}}}"
        if isinstance(value, list):
            return f"[{blank}{between.join(map(self.flow, value))}{comma}{blank}]"
        return self.scalar(value)

    def block(self, value: object, indent: str, lead: str) -> list[str]:
        """The lines of a value behind a dash or a key and its colon."""
        note = self.any_of(*COMMENTS)
        if not value or not isinstance(value, dict | list):
            if self.draw(st.integers(0, 4)) == 0 and value:
                return [f"{lead}  # above", f"{indent}{self.scalar(value)}{note}"]
            return [f"{lead} {self.scalar(value)}{note}"] if value or value == 0 else [lead]
        if self.draw(st.integers(0, 3)) == 0:
            return [f"{lead} {self.flow(value)}{note}"]
        between = self.any_of("", f"{indent}# between", "# at the margin", f"{indent}    # deep")
        lines = [] if lead.endswith("-") else [f"{lead}{note}"]
        width = self.any_of("", "  ", "    ") if isinstance(value, list) else "  "
        first = lead.endswith("-")
        items = self.items(value) if isinstance(value, dict) else [("", one) for one in value]
        for key, one in items:
            if lines and between:
                lines.append(between)
            inner = indent + ("" if first or isinstance(value, dict) else width)
            before = f"{lead} " if first and not lines else inner
            lines += self.block(one, inner + "  ", f"{before}{key}:" if key else f"{before}-")
        return [*lines, between] if between.endswith("deep") else lines

    def items(self, value: dict[str, object]) -> list[tuple[str, object]]:
        """The keys of a mapping, in any order."""
        return self.draw(st.permutations(list(value.items())))


def in_full(request: Request) -> object:
    data = as_data(request)
    return data if isinstance(data, dict) else {"name": data}


@st.composite
def lists(draw: st.DrawFn) -> str:
    writer = Writer(draw)
    requests = draw(st.lists(REQUESTS, min_size=1, max_size=3, unique_by=lambda one: one.name))
    data = [draw(st.sampled_from([as_data, in_full]))(request) for request in requests]
    top = {"me": {"name": "Mina"}, "requests": data, "zone": "Europe/Berlin"}
    for key in draw(st.sets(st.sampled_from(["me", "zone"]))):
        del top[key]
    lines = ["# Invented."]
    for key, value in top.items():
        lines += writer.block(value, "  ", f"{key}:")
        lines += [writer.any_of("", "# after")] * draw(st.integers(0, 1))
    text = "\n".join(lines) + writer.any_of("\n", "")
    if draw(st.integers(0, 4)) == 0:
        text = f"# Invented.\n{writer.flow(top)}"
    bom = draw(st.sampled_from(["", "\ufeff"]))
    return bom + text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def notes(text: str) -> list[str]:
    """The comments of a text that `lists` makes, whose words have none."""
    return sorted(re.findall("# [a-z]+", text))


def lines_gone(before: str, after: str) -> int:
    """How many lines of a text are in another no more."""
    one, other = before.splitlines(keepends=True), after.splitlines(keepends=True)
    same = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return len(one) - sum(block.size for block in same)


@given(lists(), CHANGES, st.integers(0, 2))
def test_a_step_is_added_and_nothing_else_is_changed(text: str, change: Change, which: int):
    was, faults = read(text)
    if faults or not was.entries:
        return
    entry = was.entries[which % len(was.entries)]
    request = entry.request
    if change.path[1:] == ("confirmed",) and request.appointment is None:
        return
    if change.path[-1] == "done" and not request.promised:
        return
    if change.path == ("appointment",) and request.appointment is not None:
        return
    after = with_changes(text, entry, [change])
    now, faults = read(after)
    assert faults == []
    meant = changed(request, [change])
    assert now.requests == tuple(meant if one is entry else one.request for one in was.entries)
    assert (now.me, now.zone) == (was.me, was.zone)
    assert notes(after) == notes(text)
    last_was_open = not text.endswith("\n")
    notes_moved = 3 if change.path == ("message",) else 0  # which the text would take in
    in_one_place = 1 + request.message.count("\n") + last_was_open + notes_moved
    assert lines_gone(text, after) <= in_one_place
    assert after.startswith("\ufeff") == text.startswith("\ufeff")
    if "\r\n" in text:
        assert after.count("\n") == after.count("\r\n")
    assert after.endswith("\n") == text.endswith("\n")


@given(lists(), st.sampled_from(["minutes", "format", "confirmed", "sent"]), st.integers(0, 2))
def test_a_key_goes_and_nothing_else_is_changed(text: str, key: str, which: int):
    was, faults = read(text)
    if faults or not was.entries:
        return
    entry = was.entries[which % len(was.entries)]
    appointment = entry.request.appointment
    if key != "sent" and (appointment is None or not getattr(appointment, key)):
        return
    change = Change((key,) if key == "sent" else ("appointment", key), None)
    after = with_changes(text, entry, [change])
    now, faults = read(after)
    assert faults == []
    meant = changed(entry.request, [change])
    assert now.requests == tuple(meant if one is entry else one.request for one in was.entries)
    assert (now.me, now.zone) == (was.me, was.zone)
    assert notes(after) == notes(text)
    assert after.startswith("\ufeff") == text.startswith("\ufeff")
    if "\r\n" in text:
        assert after.count("\n") == after.count("\r\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- {sent: 2026-10-01, name: Bo Ek}", "- {name: Bo Ek}"),
        ("- sent: 2026-10-01\n  # by letter\n  name: Bo Ek", "- # by letter\n  name: Bo Ek"),
        ("- sent: 2026-10-01\n  name: Bo Ek", "- name: Bo Ek"),
        ("- sent: 2026-10-01  # by letter\n  name: Bo Ek", "- # by letter\n  name: Bo Ek"),
        ("- name: Bo Ek", "- name: Bo Ek"),
        ("- Bo Ek", "- name: Bo Ek"),
    ],
)
def test_a_key_goes_that_comes_first_or_is_not_there(before: str, after: str):
    text = f"requests:\n{before}\n"
    changes = [Change(("sent",), None)]
    assert with_changes(text, read(text)[0].entries[0], changes) == f"requests:\n{after}\n"


def test_a_key_that_is_alone_does_not_go():
    text = "requests:\n- name: Bo Ek\n"
    with pytest.raises(NoPlace, match="line 2 would hold nothing"):
        with_changes(text, read(text)[0].entries[0], [Change(("name",), None)])


@given(lists(), REQUESTS)
def test_a_request_is_added_at_the_end(text: str, request: Request):
    was, faults = read(text)
    if faults:
        return
    after = with_request(text, request)
    assert read(after)[0].requests == (*was.requests, request)
    assert notes(after) == notes(text)
    assert lines_gone(text, after) <= 1


# Some lists

KEN = "requests:\n  - name: Ken Abara  # a miller\n"


@pytest.mark.parametrize(
    ("text", "change", "after"),
    [
        (KEN, Change(("sent",), DAY), f"{KEN}    sent: 2026-11-20\n"),
        (
            f"{KEN}    sent: 2026-10-01  # by post\n",
            Change(("sent",), DAY),
            f"{KEN}    sent: 2026-11-20  # by post\n",
        ),
        (
            "requests:\n- Ken Abara\n- Bo Abara\n",
            Change(("sent",), DAY),
            "requests:\n- name: Ken Abara\n  sent: 2026-11-20\n- Bo Abara\n",
        ),
        (
            "requests: [Ken Abara, Bo Abara]\n",
            Change(("sent",), DAY),
            "requests: [{name: Ken Abara, sent: 2026-11-20}, Bo Abara]\n",
        ),
        (
            f"{KEN}    message: |\n      Dear Ken,\n\n      soon?\n\n# the end\n",
            Change(("reminders", END), Contact(on=DAY)),
            f"{KEN}    message: |\n      Dear Ken,\n\n      soon?\n"
            "    reminders:\n      - 2026-11-20\n\n# the end\n",
        ),
        (
            f"{KEN}    message: |  # short\n      Dear Ken,\n    # the day\n    sent: 2026-10-01\n",
            Change(("message",), "Hello\n\nKen"),
            f"{KEN}    message: |  # short\n      Hello\n\n      Ken\n"
            "    # the day\n    sent: 2026-10-01\n",
        ),
        (
            f"{KEN}    appointment:\n        on: 2026-11-20\n        # by phone\n",
            Change(("message",), "Hello\n\nKen"),
            f"{KEN}    appointment:\n        on: 2026-11-20\n        # by phone\n"
            "    message: |\n      Hello\n\n      Ken\n",
        ),
        (
            f"{KEN}    message: soon?\n\n        # be kind\n    sent: 2026-10-01\n",
            Change(("message",), "Hello\n\nKen"),
            f"{KEN}    message: |\n      Hello\n\n      Ken\n\n    # be kind\n"
            "    sent: 2026-10-01\n",
        ),
        (
            f"{KEN}    sent:\n      # by post\n      2026-10-01  # late\n",
            Change(("sent",), DAY),
            f"{KEN}    sent:\n      # by post\n      2026-11-20  # late\n",
        ),
        (
            f"{KEN}    reminders: null  # none\n        # yet\n",
            Change(("reminders", END), Contact(on=DAY)),
            f"{KEN}    reminders:  # none\n        # yet\n      - 2026-11-20\n",
        ),
        (
            f"{KEN}    promised: [Send it, Read on]\n",
            Change(("promised", 1, "done"), DAY),
            f"{KEN}    promised: [Send it, {{do: Read on, done: 2026-11-20}}]\n",
        ),
        (
            "requests:\n  - {name: Ken Abara, # a miller\n     sent: 2026-10-01 }\n",
            Change(("answer",), Answer.ACCEPTED),
            "requests:\n  - {name: Ken Abara, # a miller\n     sent: 2026-10-01, "
            "answer: accepted }\n",
        ),
    ],
)
def test_it_is_written_as_its_neighbours_are(text: str, change: Change, after: str):
    [entry, *_] = read(text)[0].entries
    assert with_changes(text, entry, [change]) == after


def test_notes_below_the_last_entry_stay_with_it():
    after = with_request(f"{KEN}    # ask again in May\n# the end\n", Request(name="Bo Abara"))
    assert after == f"{KEN}    # ask again in May\n  - name: Bo Abara\n# the end\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("requests: null\n", "requests:\n  - name: Bo Abara\n"),
        ("requests: ~  # yet\n", "requests:  # yet\n  - name: Bo Abara\n"),
        ("requests:\n    # none yet\n", "requests:\n    # none yet\n  - name: Bo Abara\n"),
        ("{requests: ~}\n", "{requests: [{name: Bo Abara}]}\n"),
    ],
)
def test_a_list_in_which_nothing_stands_is_begun(before: str, after: str):
    assert with_request(before, Request(name="Bo Abara")) == after


@pytest.mark.parametrize("text", ["requests: Ken Abara\n", "requests: {name: Ken Abara}\n"])
def test_what_is_no_list_is_not_added_to(text: str):
    with pytest.raises(NoPlace):
        with_request(text, Request(name="Bo Abara"))


# What a step asks for


def test_what_is_agreed_anew_does_not_stay_confirmed():
    before = Appointment(on=datetime(2026, 12, 1, 17), minutes=30)
    request = Request(name="Ken Abara", appointment=before)
    later = Appointment(on=datetime(2026, 12, 2, 17))
    assert met(request, later) == (Change(("appointment", "on"), datetime(2026, 12, 2, 17)),)
    confirmed = changed(request, of_appointment(request, "confirmed", DAY))
    moved = changed(confirmed, met(confirmed, later))
    assert moved.appointment == Appointment(on=datetime(2026, 12, 2, 17), minutes=30)
    assert met(confirmed, before) == ()
    elsewhere = met(confirmed, Appointment(on=before.on, zone="Asia/Tokyo"))
    assert Change(("appointment", "confirmed"), None) in elsewhere


def test_nothing_is_confirmed_that_was_not_agreed():
    with pytest.raises(NotPossible, match='shoptalk did meet "Ken Abara" --on'):
        of_appointment(Request(name="Ken Abara"), "confirmed", DAY)


@pytest.mark.parametrize("what", ["2", "send the recipe", "RECIPE"])
def test_a_promise_is_named_by_its_number_or_words(what: str):
    promises = [Promise(do="Read on"), Promise(do="Send the recipe"), Promise(do="Call")]
    assert kept(promises, what, DAY) == (Change(("promised", 1, "done"), DAY),)


@pytest.mark.parametrize(
    ("what", "is_open", "says"),
    [("", [0, 1], "several"), ("x", [0], "no open promise says 'x'"), ("", [], "no promise that")],
)
def test_what_is_not_named_well_is_asked_for(what: str, is_open: list[int], says: str):
    with pytest.raises(NotPossible, match=says):
        chosen(["Read on", "Send it"], is_open, what, "promise")
