"""What joins checks: `not`, `any`, `all`, `some`, `interviews`; `when`, and whole portfolios."""

from datetime import date

import pytest
from one_check import hold as hold_one
from one_check import interview_of, measured, messages, paths, rendered, said_of_rubric

from shoptalk.findings.reporters.text import render_findings
from shoptalk.reading.corpus import Corpus, ReadFile
from shoptalk.reading.source import Source
from shoptalk.rubric.grading import grade
from shoptalk.rubric.material import Material
from shoptalk.rubric.outcome import State
from shoptalk.rubric.rubric_file import parse_rubric

TODAY = date(2026, 11, 22)
OF_PORTFOLIO = (
    "criteria:\n  - id: x\n    title: X\n    scope: portfolio\n{more}    checks:\n      - {check}\n"
)
UNKNOWN = "missing-record: {record: request}"
TITLE = "missing-field: {field: title}"
LINK = "missing-field: {field: link}"


def portfolio(check, *interviews, more=""):
    """How the interviews, given as front matter and body, stand together to one check."""
    text = OF_PORTFOLIO.format(check=check, more=more)
    rubric, faults = parse_rubric(Source("rubric.yml", text))
    assert rubric, faults
    files = []
    for number, (front_matter, body) in enumerate(interviews):
        made = interview_of(front_matter, body)
        path = f"{number}.md"
        file = ReadFile(
            path=path, address=str(number), source=made.source, interview=made, findings=()
        )
        files.append(file)
    [outcome] = grade(Corpus(files=tuple(files)), rubric, TODAY).portfolio
    return outcome


HELD = {
    "not, of what is missing": (f"not: {{{LINK}}}", "title: Baker", State.MET),
    "not, of what is there": (f"not: {{{TITLE}}}", "title: Baker", State.NOT_MET),
    "not not": (f"not: {{not: {{{TITLE}}}}}", "title: Baker", State.MET),
    "not, of what nothing records": (f"not: {{{UNKNOWN}}}", "title: Baker", State.UNKNOWN),
    "any, and one is met": (f"any: [{LINK}, {TITLE}]", "title: Baker", State.MET),
    "any, and none is met": (f"any: [{LINK}, {TITLE}]", "name: Ada Okafor", State.NOT_MET),
    "any, and one is not recorded": (f"any: [{LINK}, {UNKNOWN}]", "title: Baker", State.UNKNOWN),
    "any, and all but one are met": (f"any: [{TITLE}, {UNKNOWN}]", "title: Baker", State.MET),
    "all": (f"all: [missing-name, {TITLE}]", "name: Ada Okafor\ntitle: Baker", State.MET),
    "all, and one is not met": (f"all: [missing-name, {TITLE}]", "title: Baker", State.NOT_MET),
    "all, and one is not recorded": (f"all: [{TITLE}, {UNKNOWN}]", "title: Baker", State.UNKNOWN),
    "all, and another is not met": (f"all: [{LINK}, {UNKNOWN}]", "title: Baker", State.NOT_MET),
    "some": (
        f"some: {{at_least: 2, of: [missing-name, {LINK}, {TITLE}]}}",
        "name: Ada Okafor\ntitle: Baker",
        State.MET,
    ),
    "some, and too few": (
        f"some: {{at_least: 2, of: [missing-name, {LINK}, {TITLE}]}}",
        "title: Baker",
        State.NOT_MET,
    ),
    "some, and it hangs on one": (
        f"some: {{at_least: 2, of: [{UNKNOWN}, {LINK}, {TITLE}]}}",
        "title: Baker",
        State.UNKNOWN,
    ),
    "one inside another": (
        f"any: [{LINK}, all: [{TITLE}, not: {{{LINK}}}]]",
        "title: Baker",
        State.MET,
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "state"), HELD.values(), ids=HELD)
def test_held(check, front_matter, state):
    made = hold_one(check, front_matter)
    assert made.state is state
    assert bool(made.findings) is (state is State.NOT_MET)


SAID = {
    "not": (
        "not: {missing-heading: {headings: [transcript]}}",
        "title: Baker",
        "Text.\n\n## Transcript\n\nMe: Why?",
        """\
ada.md:7:1: error: the rubric forbids what `missing-heading: {headings: [transcript]}` asks for, \
and it is here [forbidden-match]
  7 | ## Transcript
    | ^^^^^^^^^^^^^
  help: take it out, or see the criterion on the rubric's page""",
    ),
    "any": (
        "any: [missing-field: {field: link}, minutes-outside-range: {at_least: 20}]",
        "minutes: 10",
        "Text.",
        """\
ada.md:1:1: error: none of 2 alternatives is met; the rubric asks for at least 1 \
[no-alternative-met]
  1 | ---
    | ^^^
  help: mend one of these: 'link' is missing; or the conversation took 10 minutes; the rubric \
asks for at least 20 minutes""",
    ),
    "any of one": (
        "any: [missing-field: {field: title}]",
        "name: Ada Okafor",
        "Text.",
        """\
ada.md:1:1: error: 'title' is missing [missing-field]
  1 | ---
    | ^^^
  help: add it to the front matter:
    | title: …""",
    ),
    "all": (
        "all: [missing-name, single-word-name, missing-field: {field: title}]",
        "alias: A baker",
        "Text.",
        """\
ada.md:1:1: error: the person's name is missing [missing-name]
  1 | ---
    | ^^^
  help: add it here, or to private/ada.yml, which nobody else sees:
    | name: First Last

ada.md:1:1: error: 'title' is missing [missing-field]
  1 | ---
    | ^^^
  help: add it to the front matter:
    | title: …""",
    ),
    "some, with one of three": (
        "some: {at_least: 2, of: [missing-name, unanswered-question, missing-field: "
        "{field: link}]}",
        "name: Ada Okafor\nquestions:\n  - Why?\n  - How?",
        "Text.",
        """\
ada.md:4:5: error: 1 of 3 alternatives is met; the rubric asks for at least 2 [no-alternative-met]
  4 |   - Why?
    |     ^^^^
  help: mend one of these: 'Why?' has no answer; the rubric asks for one; or 'link' is missing""",
    ),
    "some, with two of four": (
        "some: {at_least: 4, of: [missing-name, missing-field: {field: title}, missing-field: "
        "{field: link}, missing-field: {field: date}, missing-field: {field: format}]}",
        "name: Ada Okafor\ntitle: Baker",
        "Text.",
        """\
ada.md:1:1: error: 2 of 5 alternatives are met; the rubric asks for at least 4 \
[no-alternative-met]
  1 | ---
    | ^^^
  help: mend 2 of these: 'link' is missing; or 'date' is missing; or 'format' is missing""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), SAID.values(), ids=SAID)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold_one(check, front_matter, body)) == text


def test_evidence_is_that_of_all_parts_each_once():
    both = "any: [missing-name, all: [single-word-name, not: {missing-field: {field: link}}]]"
    assert paths(hold_one(both, "name: Ada Okafor")) == ["name", "link"]


@pytest.mark.parametrize(
    ("check", "number"),
    [
        ("not: {too-many-items: {field: tags, at_most: 1}}", 2),
        ("any: [missing-name, missing-field: {field: tags}, missing-field: {field: link}]", 1),
        ("all: [missing-field: {field: tags}, too-few-items: {field: tags, at_least: 2}]", 2),
        ("not: {missing-name: {}}", None),
    ],
)
def test_measure(check, number):
    assert measured(check, "tags: [sea, bread]") == number


INTERVIEWS = (
    ("name: Ada Okafor\nminutes: 10\nquestions: [Why?, How?]\nx-source: a b", "One two three."),
    ("name: Ken Abara\nminutes: 40\nquestions: [When?]\ntags: [sea]\nx-source: c", "Four five."),
    ("name: Noor\nminutes: 30\nresearch: Read a lot.", "See https://example.org."),
)

TOGETHER = {
    "as many as there are": ("interviews: {at_least: 3}", []),
    "too few": (
        "interviews: {at_least: 5}",
        ["there are 3 so far; the rubric asks for at least 5"],
    ),
    "enough of a kind": (
        "interviews: {at_least: 2, that: [minutes-outside-range: {at_least: 30}]}",
        [],
    ),
    "too few of a kind": (
        "interviews: {at_least: 3, that: [minutes-outside-range: {at_least: 30}]}",
        ["2 of 3 conversations count for 'X'; the rubric asks for at least 3"],
    ),
    "one of a kind": (
        "interviews: {at_least: 2, that: [missing-field: {field: tags}]}",
        ["1 of 3 conversations counts for 'X'; the rubric asks for at least 2"],
    ),
    "none of a kind": (
        "interviews: {that: [missing-name, missing-field: {field: link}]}",
        ["none of 3 conversations counts for 'X'; the rubric asks for at least 1"],
    ),
    "none too many": ("not: {interviews: {at_least: 4}}", []),
    "items are counted together": ("too-few-items: {field: questions, at_least: 3}", []),
    "and are too few together": (
        "too-few-items: {field: questions, at_least: 4}",
        ["there are 3 questions; the rubric asks for at least 4"],
    ),
    "and too many together": (
        "too-many-items: {field: questions, at_most: 2}",
        ["there are 3 questions; the rubric allows at most 2"],
    ),
    "words under an own key": (
        "too-many-words: {field: x-source, at_most: 2}",
        ["'x-source' has 3 words; the rubric allows at most 2"],
    ),
    "words of a text": (
        "too-few-words: {field: research, at_least: 4}",
        ["'research' has 3 words in all; the rubric asks for at least 4"],
    ),
    "words of the bodies": (
        "too-few-words: {field: body, at_least: 8}",
        ["the text below the front matter has 7 words in all; the rubric asks for at least 8"],
    ),
    "links of the bodies": (
        "too-few-links: {at_least: 2}",
        ["the text below the front matter has 1 link; the rubric asks for at least 2"],
    ),
    "a question asked of anybody": ("missing-question: {questions: [when, why]}", []),
    "each by itself, and all pass": ("missing-name", []),
    "each by itself, and one does not": (
        "single-word-name",
        ["'Noor' is one word; the assignment asks for first and last name"],
    ),
    "each by itself, and two do not": (
        "missing-field: {field: tags}",
        ["'tags' is missing", "'tags' is missing"],
    ),
}


@pytest.mark.parametrize(("check", "said"), TOGETHER.values(), ids=TOGETHER)
def test_a_portfolio(check, said):
    made = portfolio(check, *INTERVIEWS)
    assert [finding.message for finding in made.findings] == said
    assert made.state is (State.NOT_MET if said else State.MET)


def test_an_answer_in_any_of_the_bodies_counts():
    check = "missing-question: {questions: [when, why], answered: true}"
    asked = "questions: [When?, Why?]"
    made = portfolio(check, (asked, "## When?\n\nNow."), (asked, "Long.\n\n## Why?\n\nSo."))
    assert made.findings == ()
    made = portfolio(check, (asked, "## When?\n\nNow."), (asked, "Long.\n\n## Why?"))
    assert [finding.message for finding in made.findings] == [
        "'Why?' has no answer; the rubric asks for one"
    ]


SAID_OF_PORTFOLIO = {
    "too few": (
        "interviews: {at_least: 4}",
        """\
interviews:1:1: error: there are 3 so far; the rubric asks for at least 4 [too-few-interviews]
  help: hold 1 more, or finish the drafts""",
    ),
    "none that has it": (
        "interviews: {that: [any: [missing-field: {field: link}, missing-field: {field: route}]]}",
        """\
interviews:1:1: error: none of 3 conversations counts for 'X'; the rubric asks for at least 1 \
[too-few-interviews]
  help: mend one, such as ada.md (mend one of these: 'link' is missing; or 'route' is missing), \
or hold 1 more""",
    ),
    "counted together": (
        "too-few-items: {field: tags, at_least: 2}",
        """\
interviews:1:1: error: there is 1 tag; the rubric asks for at least 2 [too-few-items]
  help: add 1 more""",
    ),
    "in one file": (
        "single-word-name",
        """\
ada.md:2:7: error: 'Noor' is one word; the assignment asks for first and last name \
[single-word-name]
  2 | name: Noor
    |       ^^^^
  help: add the rest of the name, or say that this is all of it:
    | name: Noor
    | mononym: true""",
    ),
}


@pytest.mark.parametrize(("check", "text"), SAID_OF_PORTFOLIO.values(), ids=SAID_OF_PORTFOLIO)
def test_what_is_printed_of_a_portfolio(check, text):
    assert render_findings(portfolio(check, *INTERVIEWS).findings).rstrip("\n") == text


@pytest.mark.parametrize(
    ("check", "state"),
    [
        ("interviews: {at_least: 1}", State.NOT_MET),
        ("not: {interviews: {at_least: 1}}", State.MET),
        ("too-few-items: {field: questions}", State.NOT_MET),
        ("too-few-links", State.NOT_MET),
        ("missing-name", State.UNKNOWN),
        ("unanswered-question", State.UNKNOWN),
    ],
)
def test_an_empty_portfolio(check, state):
    assert portfolio(check).state is state


@pytest.mark.parametrize(
    ("check", "state"),
    [
        (f"interviews: {{at_least: 1, that: [{UNKNOWN}]}}", State.UNKNOWN),
        (f"interviews: {{at_least: 4, that: [{UNKNOWN}]}}", State.NOT_MET),
        (f"interviews: {{that: [{UNKNOWN}, {LINK}]}}", State.NOT_MET),
        (f"interviews: {{that: [any: [{UNKNOWN}, missing-name]]}}", State.MET),
    ],
)
def test_interviews_of_which_something_is_not_recorded(check, state):
    assert portfolio(check, *INTERVIEWS).state is state


def test_what_no_conversation_has_is_said_in_the_words_of_the_criterion():
    check = "interviews: {that: [missing-field: {field: tags}, too-few-items: {field: tags}]}"
    made = portfolio(check, *INTERVIEWS[:1], more="    description: Say it with tags.\n")
    [finding] = made.findings
    assert finding.help == (
        "mend one, such as ada.md ('tags' is missing), or hold 1 more; the criterion says: "
        "Say it with tags."
    )


def test_evidence_of_a_portfolio():
    made = portfolio("interviews: {that: [missing-field: {field: tags}]}", *INTERVIEWS)
    assert [(one.record.name, one.path) for one in made.evidence] == [("Ken Abara", "tags[0]")]
    made = portfolio("interviews: {at_least: 9}", *INTERVIEWS)
    assert [(one.record.name, one.path) for one in made.evidence] == [
        ("Ada Okafor", ""),
        ("Ken Abara", ""),
        ("Noor", ""),
    ]
    made = portfolio("too-few-items: {field: questions}", *INTERVIEWS)
    assert [one.path for one in made.evidence] == [
        "questions[0]",
        "questions[1]",
        "questions[0]",
        "questions",
    ]


@pytest.mark.parametrize(
    ("check", "number"),
    [
        ("interviews: {that: [missing-field: {field: questions}]}", 2),
        ("too-few-items: {field: questions}", 3),
        ("too-few-words: {field: body}", 7),
        ("minutes-outside-range", 80 / 3),
        ("too-few-paragraphs: {at_least: 1}", 1),
    ],
)
def test_what_is_counted_is_counted_together_and_what_is_not_is_the_mean(check, number):
    made = portfolio(check, *INTERVIEWS)
    assert made.criterion.checks[0].measure(made.material) == pytest.approx(number)
    assert made.criterion.checks[0].measure(Material(())) == 0


WHEN = "    when: [missing-field: {{field: {field}}}]\n"


def test_a_criterion_applies_only_when_all_of_its_conditions_are_passed():
    applies = portfolio("interviews: {at_least: 9}", *INTERVIEWS, more=WHEN.format(field="name"))
    assert applies.state is State.NOT_MET
    spared = portfolio("interviews: {at_least: 9}", *INTERVIEWS, more=WHEN.format(field="link"))
    assert spared.state is State.DOES_NOT_APPLY
    assert spared.findings == ()
    assert spared.share is None


@pytest.mark.parametrize(
    ("when", "applies"),
    [
        (TITLE, True),
        (LINK, False),
        (f"not: {{{LINK}}}", True),
        (f"{TITLE}, {LINK}", False),
        (f"any: [{TITLE}, {LINK}]", True),
        (UNKNOWN, False),
    ],
)
def test_when_takes_any_condition(when, applies):
    text = f"criteria:\n  - {{id: x, title: X, when: [{when}], checks: [{LINK}]}}\n"
    rubric, faults = parse_rubric(Source("rubric.yml", text))
    assert rubric, faults
    made = interview_of("title: Baker")
    file = ReadFile(path="a.md", address="a", source=made.source, interview=made, findings=())
    [outcome] = grade(Corpus(files=(file,)), rubric, TODAY).files[0].outcomes
    assert outcome.applies is applies
    assert messages(outcome) == (["1: 'link' is missing"] if applies else [])


@pytest.mark.parametrize(
    "joint",
    ["some: {at_least: 0, of: [missing-name]}", "not: {some: {at_least: 0, of: [missing-name]}}"],
)
def test_none_asked_for(joint):
    said = said_of_rubric(joint)
    assert "'at_least' of the check 'some' is 0, so it asks for nothing [unsuitable-option]" in said


def test_no_interviews_asked_for():
    text = OF_PORTFOLIO.format(check="interviews: {at_least: 0}", more="")
    rubric, [fault] = parse_rubric(Source("rubric.yml", text))
    assert rubric is None
    assert fault.message == "'at_least' of the check 'interviews' is 0, so it asks for nothing"


def test_the_condition_inside_is_named_without_its_braces():
    said = said_of_rubric("any: [missing-name, not: {interviews: {at_least: 2}}]")
    assert "'interviews' looks at a whole portfolio" in said
