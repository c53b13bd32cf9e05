"""Each check of the rubric: when it is met, what it says when it is not, and its evidence."""

from datetime import date

import pytest
from one_interview import grade_interview

from shoptalk.findings.reporters.text import render_findings
from shoptalk.reading.decoding import decode
from shoptalk.reading.interview import parse_interview
from shoptalk.reading.source import Source
from shoptalk.rubric.checks.question_not_to_ask import Options, find
from shoptalk.rubric.checks.too_few_words import count_words
from shoptalk.rubric.rubric_file import parse_rubric

TODAY = date(2026, 11, 22)


def outcome(check, front_matter):
    """How an interview stands to a criterion with one check."""
    rubric, faults = parse_rubric(
        Source("rubric.yml", f"criteria:\n- {{id: x, title: X, checks: [{check}]}}\n")
    )
    assert faults == []
    source, _ = decode("ada.md", f"---\n{front_matter}\n---\n\nBody.\n".encode())
    interview, _ = parse_interview(source, TODAY)
    [made] = grade_interview(interview, rubric)
    return made


def said(made):
    return render_findings(made.findings).rstrip("\n")


MET = {
    "a name": ("missing-name", "name: Ada Okafor"),
    "two words": ("single-word-name", "name: Ada Okafor"),
    "one word that is all": ("single-word-name", "name: Björk\nmononym: true"),
    "a Chinese name": ("single-word-name", "name: 王小明"),
    "a Korean name": ("single-word-name", "name: 김민수"),
    "a Thai name": ("single-word-name", "name: สมชายใจดี"),
    "no name at all": ("single-word-name", "title: Baker"),
    "a field": ("missing-field: {field: title}", "title: Baker"),
    "a field that is true": ("missing-field: {field: connected}", "connected: true"),
    "consent": ("missing-field: {field: consent}", "consent: {name: true}"),
    "enough items": ("too-few-items: {field: questions, at_least: 2}", "questions: [a, b]"),
    "enough tags": ("too-few-items: {field: tags}", "tags: [sea]"),
    "enough words": ("too-few-words: {field: learnings, at_least: 3}", "learnings: [a b, c]"),
    "enough words of a text": ("too-few-words: {field: research, at_least: 2}", "research: a b"),
    "enough of a block": ("too-few-words: {field: learnings, at_least: 2}", "learnings: |\n  a b"),
    "no such question": ("question-not-to-ask: {phrases: [hire me]}", "questions: [Why me]"),
}


@pytest.mark.parametrize(("check", "front_matter"), MET.values(), ids=MET)
def test_met(check, front_matter):
    made = outcome(check, front_matter)
    assert made.met
    assert made.findings == ()


NOT_MET = {
    "no name": (
        "missing-name",
        "title: Baker",
        """\
ada.md:1:1: error: the person's name is missing [missing-name]
  1 | ---
    | ^^^
  help: add it to the front matter:
    | name: First Last""",
    ),
    "an empty name": (
        "missing-name",
        "name:",
        """\
ada.md:2:6: error: the person's name is missing [missing-name]
  2 | name:
    |      ^
  help: add it to the front matter:
    | name: First Last""",
    ),
    "one word": (
        "single-word-name",
        "name: Ada",
        """\
ada.md:2:7: error: 'Ada' is one word; the assignment asks for first and last name \
[single-word-name]
  2 | name: Ada
    |       ^^^
  help: add the rest of the name, or say that this is all of it:
    | name: Ada
    | mononym: true""",
    ),
    "one word that YAML has a use for": (
        "single-word-name",
        "name: 'Null'",
        """\
ada.md:2:7: error: 'Null' is one word; the assignment asks for first and last name \
[single-word-name]
  2 | name: 'Null'
    |       ^^^^^^
  help: add the rest of the name, or say that this is all of it:
    | name: "Null"
    | mononym: true""",
    ),
    "no field": (
        "missing-field: {field: date}",
        "title: Baker",
        """\
ada.md:1:1: error: 'date' is missing [missing-field]
  1 | ---
    | ^^^
  help: add it to the front matter:
    | date: …""",
    ),
    "no consent": (
        "missing-field: {field: consent}",
        "title: Baker",
        """\
ada.md:1:1: error: 'consent' is missing [missing-field]
  1 | ---
    | ^^^
  help: add it to the front matter:
    | consent: …""",
    ),
    "no items": (
        "too-few-items: {field: questions, at_least: 3}",
        "title: Baker",
        """\
ada.md:1:1: error: there are no questions; the rubric asks for at least 3 [too-few-items]
  1 | ---
    | ^^^
  help: list them under 'questions':
    | questions:
    |   - the first question""",
    ),
    "one item": (
        "too-few-items: {field: questions, at_least: 3}",
        "questions:\n  - Why?",
        """\
ada.md:3:3: error: there is 1 question; the rubric asks for at least 3 [too-few-items]
  3 |   - Why?
    |   ^^^^^^
  help: add 2 more""",
    ),
    "two items": (
        "too-few-items: {field: referrals, at_least: 3}",
        "referrals: [Ken Abara, Noor Haddad]",
        """\
ada.md:2:12: error: there are 2 referrals; the rubric asks for at least 3 [too-few-items]
  2 | referrals: [Ken Abara, Noor Haddad]
    |            ^^^^^^^^^^^^^^^^^^^^^^^^
  help: add 1 more""",
    ),
    "no words": (
        "too-few-words: {field: learnings, at_least: 3}",
        "title: Baker",
        """\
ada.md:1:1: error: there are no learnings; the rubric asks for at least 3 words [too-few-words]
  1 | ---
    | ^^^
  help: say it under 'learnings', in whole sentences:
    | learnings:
    |   - a sentence or two""",
    ),
    "no words of a text": (
        "too-few-words: {field: research, at_least: 1}",
        "title: Baker",
        """\
ada.md:1:1: error: 'research' is missing; the rubric asks for at least 1 word [too-few-words]
  1 | ---
    | ^^^
  help: say it under 'research', in whole sentences:
    | research: …""",
    ),
    "too few words of the body": (
        "too-few-words: {field: body, at_least: 3}",
        "title: Baker",
        """\
ada.md:5:1: error: the text below the front matter has 1 word in all; the rubric asks for at \
least 3 [too-few-words]
  5 | Body.
    | ^^^^^
  help: say more, in whole sentences and about this conversation""",
    ),
    "one word of three": (
        "too-few-words: {field: applications, at_least: 3}",
        "applications: [{do: bake}]",
        """\
ada.md:2:15: error: 'applications' has 1 word in all; the rubric asks for at least 3 \
[too-few-words]
  2 | applications: [{do: bake}]
    |               ^^^^^^^^^^^^
  help: say more, in whole sentences and about this conversation""",
    ),
    "a favour": (
        "question-not-to-ask: {phrases: [give me * job]}",
        "questions: ['Could you give me a nice little job?']",
        """\
ada.md:2:13: warning: 'Could you give me a nice little job?' is a question not to ask \
('give me a nice little job') [question-not-to-ask]
  2 | questions: ['Could you give me a nice little job?']
    |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  help: ask for knowledge, not for a favour; next time leave it out""",
    ),
    "the second question": (
        "question-not-to-ask: {phrases: [hire me]}",
        "questions:\n  - ''\n  - Why?\n  - ask: Will you HIRE me?",
        """\
ada.md:5:5: warning: 'Will you HIRE me?' is a question not to ask ('hire me') \
[question-not-to-ask]
  5 |   - ask: Will you HIRE me?
    |     ^^^^^^^^^^^^^^^^^^^^^^
  help: ask for knowledge, not for a favour; next time leave it out""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "words"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, words):
    made = outcome(check, front_matter)
    assert not made.met
    assert said(made) == words


@pytest.mark.parametrize(
    ("check", "front_matter", "evidence"),
    [
        ("missing-name", "name: Ada Okafor", ("name",)),
        ("missing-name", "title: Baker", ("name",)),
        ("single-word-name", "name: Ada", ("name",)),
        ("missing-field: {field: title}", "title: Baker", ("title",)),
        ("too-few-items: {field: tags}", "tags: [sea, bread]", ("tags[0]", "tags[1]")),
        ("too-few-items: {field: tags}", "title: Baker", ("tags",)),
        (
            "too-few-words: {field: learnings}",
            "learnings: [a, b]",
            ("learnings[0]", "learnings[1]"),
        ),
        ("too-few-words: {field: learnings}", "learnings: a b", ("learnings[0]",)),
        ("too-few-words: {field: research}", "research: a b", ("research",)),
        ("question-not-to-ask: {phrases: [x]}", "questions: [a]", ("questions[0]",)),
        ("missing-name, single-word-name", "name: Ada", ("name",)),
    ],
)
def test_evidence(check, front_matter, evidence):
    paths = tuple(one.path for one in outcome(check, front_matter).evidence)
    assert paths == evidence


@pytest.mark.parametrize(
    ("phrase", "question", "is_found"),
    [
        ("hire me", "Could you hire me?", True),
        ("hire me", "Hire me!", True),
        ("hire me", "How do you hire mentors?", False),
        ("hire me", "Why rehire me?", False),
        ("give me * job", "Can you give me job advice?", True),
        ("give me * job", "Give me one of your four jobs", False),
        ("give me * job", "Can you give me a b c d job?", True),
        ("give me * job", "Can you give me a b c d e job?", False),
        ("do you get paid", "How much do you get PAID, *exactly*?", True),
        ("dein gehalt", "Wie hoch ist dein Gehalt?", True),
        ("", "Why?", False),
        ("?", "Why?", False),
    ],
)
def test_phrases_are_found_as_whole_words_however_they_are_written(phrase, question, is_found):
    source, _ = decode("a.md", f"---\nquestions: [{question!r}]\n---\n\nx\n".encode())
    interview, _ = parse_interview(source, TODAY)
    assert bool(list(find(interview, Options(phrases=(phrase,))))) is is_found


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("a", 1), ("a  b\nc", 3), ("don't stop", 2), ("王小明", 2), ("王 b", 2), ("สวัสดี", 3)],
)
def test_words_are_counted_in_every_script(text, count):
    assert count_words(text) == count
