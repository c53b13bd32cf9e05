"""What is said of messages, where, and what is left alone."""

from datetime import date, timedelta
from time import perf_counter, process_time

import pytest
from labelled_messages import CHECKS

from shoptalk.findings.reporters.text import render_findings
from shoptalk.outreach.messages.gaps import gaps_in
from shoptalk.outreach.messages.message import gives_reason, introduces_sender
from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.outreach.request import Request
from shoptalk.reading.corpus import Corpus
from shoptalk.reading.source import Source
from shoptalk.rubric.checks import rubric_check
from shoptalk.rubric.grading import grade
from shoptalk.rubric.material import Material
from shoptalk.rubric.outcome import Outcome
from shoptalk.rubric.rubric_file import parse_rubric

TODAY = date(2026, 11, 22)
RUBRIC = "criteria:\n  - {{id: x, title: X, scope: portfolio, checks: [{}]}}\n"
ASKED = (
    "I study data. Could we talk for {length} on the phone about your talk, {when}? Thanks, Mina"
)


def held(check: str, text: str) -> Outcome:
    """How the requests of a file stand to one check."""
    rubric, faults = parse_rubric(Source("rubric.yml", RUBRIC.format(check)))
    assert rubric, faults
    outreach, _ = parse_outreach(Source("outreach.yml", text), (), TODAY)
    report = grade(Corpus(files=()), rubric, TODAY, outreach=outreach)
    return report.portfolio[0]


def messages(check: str, text: str) -> list[str]:
    return [finding.message for finding in held(check, text).findings]


def request(message: str, more: str = "") -> str:
    return f"requests:\n  - name: Ken Abara\n    message: |\n      {message}\n{more}"


def test_a_finding_shows_the_words_and_what_to_write():
    found = held("worn-phrase", request("I'd love to pick your brain, Ken."))
    assert render_findings(found.findings) == (
        "outreach.yml:4:19: warning: 'pick your brain' is a worn phrase [worn-phrase]\n"
        "  4 |       I'd love to pick your brain, Ken.\n"
        "    |                   ^^^^^^^^^^^^^^^\n"
        "  help: write instead: ask you a few questions\n\n"
    )


def test_of_a_message_that_is_sent_the_next_one_is_to_be_better():
    text = request("Dear [Name]", "    sent: 2026-10-01\n")
    assert [one.help for one in held("gap-in-message", text).findings] == [
        "it is sent; in the next one, write what belongs there, or take it out"
    ]


def test_thresholds_come_from_the_rubric():
    text = request(ASKED.format(length="20 minutes", when="any day"))
    assert messages("unbounded-time", text) == []
    assert messages("unbounded-time: {at_least: 25}", text) == [
        "'20 minutes' is 20 minutes; the rubric asks for 25 to 30"
    ]
    assert messages("late-request: {within: 2}", text) == [
        "the request comes after 3 words; the rubric asks for at most 2"
    ]
    assert messages("long-message: {at_most: 10}", text) == [
        "the message has 19 words; the rubric asks for at most 10"
    ]
    assert messages("worn-phrase: {phrases: [on the phone]}", text) == [
        "'on the phone' is a worn phrase"
    ]


def test_levels_can_count_words():
    made = rubric_check("long-message")
    outreach, _ = parse_outreach(Source("o.yml", request("one two three")), (), TODAY)
    assert made.measure
    assert made.measure(Material((), outreach, is_portfolio=True), made.options()) == 3


@pytest.mark.parametrize(
    ("length", "minutes"),
    [
        ("half an hour", 30),
        ("a quarter of an hour", 15),
        ("20 to 30 minutes", 30),
        ("twenty-five minutes", 25),
        ("30-minute slots", 30),
        ("20\u201330 min", 30),
    ],
)
def test_lengths_are_read_however_they_are_written(length: str, minutes: int):
    text = request(ASKED.format(length=length, when="any day"))
    assert messages("unbounded-time", text) == []
    [said] = messages("unbounded-time: {at_least: 1, at_most: 10}", text)
    assert f"is {minutes} minutes" in said


@pytest.mark.parametrize("length", ["an hour", "two hours", "45 minutes", "30 minutes or an hour"])
def test_what_takes_too_long_is_found(length: str):
    assert messages("unbounded-time", request(ASKED.format(length=length, when="any day")))


def test_a_length_that_is_refused_is_none():
    text = ASKED.format(length="30 minutes, not an hour", when="any day")
    assert messages("unbounded-time", request(text)) == []


@pytest.mark.parametrize(
    "said",
    ["I am not looking for a job", "I attach no CV", "I never ask to be referred: no referral"],
)
def test_what_is_denied_is_not_asked_for(said: str):
    assert messages("asks-for-job", request(said)) == []
    assert messages("attached-resume", request(said)) == []


@pytest.mark.parametrize(
    "said",
    [
        "Do you have a job for me?",
        "Are you hiring?",
        "Could you refer me?",
        "If you are not too busy, could you refer me for the role?",
        "Please keep me in mind for openings.",
        "Would you put my name forward?",
    ],
)
def test_a_job_is_asked_for_in_many_ways(said: str):
    assert messages("asks-for-job", request(said))


@pytest.mark.parametrize(
    "said",
    [
        "Could you recommend me a book?",
        "Could you refer me to somebody who works at night?",
        "If you were hiring, what would you look for?",
        "Could you give me an idea of the work?",
        "I am applying for a course.",
    ],
)
def test_who_asks_for_people_or_about_work_asks_for_no_job(said: str):
    assert messages("asks-for-job", request(said)) == []


def test_a_length_of_something_else_does_not_count():
    text = "Could we talk on the phone for 20 minutes? I heard you speak for an hour."
    assert messages("unbounded-time", request(text)) == []
    assert (
        messages("unbounded-time", request("Could I call you for no more than thirty minutes?"))
        == []
    )


@pytest.mark.parametrize(
    ("hour", "stretch"),
    [("next week, on Monday at 9", "next week"), ("on Thursday at 15:00, in May", "in May")],
)
def test_one_hour_is_no_choice_though_a_stretch_of_time_is(hour: str, stretch: str):
    asked = ASKED.format(length="20 minutes", when=hour)
    assert messages("no-choice-of-time", request(asked)) == ["the message leaves no choice of time"]
    asked = ASKED.format(length="20 minutes", when=stretch)
    assert messages("no-choice-of-time", request(asked)) == []


def test_who_asks_for_a_job_is_not_told_to_name_a_length():
    text = request("Are you hiring? My CV is attached.")
    assert messages("unbounded-time", text) == []
    assert messages("no-choice-of-time", text) == []
    assert messages("unbounded-time", request("Your talk on rye was a joy to hear for us all."))


@pytest.mark.parametrize(
    "said",
    [
        "I'm Signe. Could I ask you for a call?",
        "Second-year trainee electrician here, from Leeds.",
        "Former postman, now learning to code.",
        "I am a beekeeper and curious about your work.",
    ],
)
def test_who_writes_is_said_in_many_ways(said: str):
    assert messages("sender-not-introduced", request(said)) == []


@pytest.mark.parametrize(
    "said", ["Could I have 20 minutes of your time?", "May I call you?", "I'm a great fan of you."]
)
def test_a_question_says_nothing_of_who_asks_it(said: str):
    assert messages("sender-not-introduced", request(said))


@pytest.mark.parametrize(
    "said",
    ["Sorry that I haven't replied.", "A long overdue thank-you!", "I hope it isn't rude to ask."],
)
def test_a_kind_reminder_does_not_press(said: str):
    text = f'requests:\n  - name: Ken Abara\n    check_ins: [{{on: 2026-10-01, text: "{said}"}}]\n'
    assert messages("pushy-reminder", text) == []


def test_a_course_can_allow_a_worn_phrase():
    text = request("I wanted to circle back and touch base.")
    assert len(messages("worn-phrase", text)) == 2
    assert messages("worn-phrase: {allowed: [circle back]}", text) == [
        "'touch base' is a worn phrase"
    ]


NAMES = """\
requests:
  - name: Robert Hale
    organization: Blue Kettle
    introduced_by: {by}
    message: |
      {message}
  - {{name: Ada Okafor, organization: Harbor Health}}
"""


@pytest.mark.parametrize(
    "message",
    [
        "Dear Robert,",
        "Dear Mr Hale,",
        "Hi Bob!",
        "Hi Rob, how are you",
        "Hello there,",
        "Dear ROBERT,",
        "Hello I am Mina,",
        "Hello, My name is Mina,",
        "Dear Marketing Team,",
        "Dear Kettle people,",
        "Good morning from Tallmark!",
    ],
)
def test_whoever_is_greeted_rightly_is_left_alone(message: str):
    assert messages("wrong-name-in-message", NAMES.format(by="Greta Holm", message=message)) == []


@pytest.mark.parametrize(
    ("message", "name"),
    [("Hi, Ada,", "Ada"), ("Dear Ms Okafor,", "Okafor"), ("Ada!", "Ada"), ("Dear Tim,", "Tim")],
)
def test_whoever_is_greeted_wrongly_is_named(message: str, name: str):
    assert messages("wrong-name-in-message", NAMES.format(by="Greta Holm", message=message)) == [
        f"'{name}' does not belong into a message to 'Robert Hale'"
    ]


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("李娜", "Dear Ms Li,"),
        ("李娜", "Dear Li Na,"),
        ("李娜", "Na,"),
        ("Анна Петрова", "Hi Ania,"),
        ("Ann Petrova", "Dear Юлия,"),
    ],
)
def test_a_greeting_in_other_letters_than_the_name_cannot_be_judged(name: str, greeting: str):
    others = "  - {name: Na Invented}\n  - {name: Юлия Invented}\n"
    text = f"requests:\n  - {{name: {name}, message: '{greeting} thank you.'}}\n{others}"
    assert messages("wrong-name-in-message", text) == []


@pytest.mark.parametrize(
    ("name", "greeting", "found"),
    [("Анна Петрова", "Dear Юлия,", "Юлия"), ("李娜 (Anna Li)", "Dear Oskar,", "Oskar")],
)
def test_a_greeting_in_the_letters_of_the_name_can(name: str, greeting: str, found: str):
    text = f"requests:\n  - {{name: {name}, message: '{greeting} thank you.'}}\n"
    assert messages("wrong-name-in-message", text) == [
        f"'{found}' does not belong into a message to '{name}'"
    ]


def test_names_of_others_may_stand_there_if_the_entry_says_so():
    message = "Dear Robert, Ada Okafor told me of you."
    assert messages("wrong-name-in-message", NAMES.format(by="Ada Okafor", message=message)) == []
    assert messages("wrong-name-in-message", NAMES.format(by="Greta Holm", message=message)) == [
        "'Ada Okafor' does not belong into a message to 'Robert Hale'"
    ]


@pytest.mark.parametrize(
    "gap",
    ["[Name]", "{company}", "<role>", "TODO", "XX", "____", "in … and", "(name)", "NAME", "???"],
)
def test_gaps_are_found_in_any_language(gap: str):
    assert messages("gap-in-message", request(f"Liebe Ada, ich las {gap} gern."))


@pytest.mark.parametrize(
    "text",
    [
        *("See [my page](https://example.org)", "Well… yes", "<https://example.org>", "[1]", "xx"),
        *("Love, Poppy XX", "mina [at] example.org"),
    ],
)
def test_what_only_looks_like_a_gap_is_none(text: str):
    assert messages("gap-in-message", request(text)) == []


@pytest.mark.parametrize(
    ("check", "reason"),
    [
        ("unbounded-time: {at_least: 40}", "is 40, more than 'at_most' (30)"),
        ("worn-phrase: {phrases: ['*']}", "in which there is no word"),
        ("worn-phrase: {allowed: ['*']}", "in which there is no word"),
    ],
)
def test_options_that_cannot_be_worked_with_are_refused(check: str, reason: str):
    rubric, [finding] = parse_rubric(Source("rubric.yml", RUBRIC.format(check)))
    assert rubric is None
    assert reason in finding.message


def test_a_misspelt_word_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(
        "shoptalk.outreach.messages.spelling._unknown", lambda words: words & {"tlak", "abara"}
    )
    text = request("Could we tlak about abara on the phone for 20 minutes? Thank you.")
    assert messages("misspelt-message", text) == ["'tlak' is in no dictionary"]
    assert messages("misspelt-message: {words: [tlak]}", text) == []


def test_without_a_file_nothing_can_be_shown():
    rubric, _ = parse_rubric(Source("rubric.yml", RUBRIC.format("late-request")))
    assert rubric
    [outcome] = grade(Corpus(files=()), rubric, TODAY).portfolio
    assert outcome.passed is None


@pytest.mark.slow
def test_a_thousand_messages_take_no_time():
    day = TODAY - timedelta(days=9)
    text = "requests:\n" + "".join(
        f"  - name: Person{number} Abara{number}\n    organization: Firm{number} Works\n"
        f"    sent: {day}\n    message: |\n      {number} {ASKED}\n"
        for number in range(1000)
    )
    outreach, _ = parse_outreach(Source("outreach.yml", text), (), TODAY)
    material = Material((), outreach, is_portfolio=True, today=TODAY)
    start = perf_counter()
    for id in CHECKS:
        made = rubric_check(id)
        assert made.find_in_requests
        list(made.find_in_requests(material, made.options()))
    assert perf_counter() - start < 3


HOSTILE = {
    "tags": "<a",
    "brackets": "[a",
    "blank lines": "\n",
    "a line to write on": "_",
}


@pytest.mark.parametrize("sign", HOSTILE.values(), ids=HOSTILE)
def test_a_text_eight_times_as_long_takes_not_much_more_than_eight_times_as_long(sign: str):
    def seconds(times: int) -> float:
        asked = Request(name="Ada Invented", message=f"Dear Ada,{sign * times}")
        begun = process_time()
        gives_reason(asked)
        introduces_sender(asked.message, "Bo Invented")
        gaps_in(asked.message)
        return process_time() - begun

    seconds(100)
    assert seconds(40_000) < 24 * seconds(5_000) + 0.2
