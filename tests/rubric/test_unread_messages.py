"""Messages in other languages: a note says that they were not read."""

from datetime import date

import pytest

from shoptalk.findings.finding import Severity
from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.reading.corpus import Corpus
from shoptalk.reading.source import Source
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric_file import courses, parse_rubric

TODAY = date(2026, 11, 22)
GERMAN = (
    "Guten Tag Herr Abara, ich lerne abends programmieren und las Ihren Artikel über Roggen."
    " Hätten Sie zwanzig Minuten für ein Gespräch am Telefon?"
)
OTHERS = (
    GERMAN,
    "Hei Ken, jeg er student i dataanalyse og leste artikkelen din om rug. Kan vi ta en prat på"
    " telefon i tjue minutter i løpet av de neste to ukene? Tusen takk for hjelpen!",
    "Beste Ken, ik ben student en was bij je lezing over rogge. Zou je in de komende week tijd"
    " hebben om twintig minuten te bellen? Ik kan op elk moment.",
    "Olá Ken, li o seu artigo sobre centeio. Você teria vinte minutos para me contar como é o"
    " trabalho no laboratório, a qualquer hora do dia?",
    "王先生您好：我是夜校数据分析专业的学生。能否在下个月抽二十分钟通过电话聊聊您的工作？谢谢！",
)


def notes(
    message: str, *, rubric: str = "extends: thinkful\n", key: str = "message"
) -> list[tuple[int, str]]:
    """The line and the message of each note."""
    parsed, faults = parse_rubric(Source("rubric.yml", rubric))
    assert parsed, faults
    contact = f'[{{on: 2026-10-01, text: "{message}"}}]'
    value = f'"{message}"' if key == "message" else contact
    text = f"requests:\n  - name: Ken Abara\n    {key}: {value}\n"
    outreach, _ = parse_outreach(Source("outreach.yml", text), (), TODAY)
    found = grade(Corpus(files=()), parsed, TODAY, outreach=outreach).findings
    unread = [one for one in found if one.check == "unread-message"]
    assert all(one.severity is Severity.NOTE for one in unread)
    return [(one.place.line, one.message) for one in unread]


@pytest.mark.parametrize("message", OTHERS)
def test_a_message_in_another_language_is_said_not_to_be_read(message: str):
    assert notes(message) == [
        (
            3,
            "not read: the message is not in English;"
            " only its gaps, names and length can be looked at",
        )
    ]


@pytest.mark.parametrize("key", ["reminders", "check_ins"])
def test_of_a_reminder_the_length_does_not_matter(key: str):
    [(_, said)] = notes(GERMAN, key=key)
    assert said.endswith("only its gaps and names can be looked at")


@pytest.mark.parametrize("course", courses())
def test_every_course_says_so(course: str):
    assert len(notes(GERMAN, rubric=f"extends: {course}\n")) == 1


@pytest.mark.parametrize(
    "message",
    [
        "Dear Ken, could we talk for 20 minutes about your work at the mill? Thank you, Mina",
        "Dear Ken, evening student, baker by day, with three questions. Twenty minutes by phone,"
        " perhaps Tuesday or Thursday? Many thanks, Noor",
        "Guten Tag, hätten Sie zwanzig Minuten für mich?",
    ],
    ids=["english", "brief english", "too short to tell"],
)
def test_nothing_is_said_of_english_and_of_short_messages(message: str):
    assert notes(message) == []


def test_nothing_is_said_where_no_check_needs_english():
    rubric = "criteria:\n  - {id: x, title: X, scope: portfolio, checks: [gap-in-message]}\n"
    assert notes(GERMAN, rubric=rubric) == []
