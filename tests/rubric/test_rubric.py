"""Reading a course's rubric, and what is said of one that is broken."""

from pathlib import Path

import pytest

from shoptalk.findings.finding import Severity
from shoptalk.findings.reporters.text import render_findings
from shoptalk.rubric.rubric_file import built_in, courses, read_rubric


@pytest.fixture
def read(tmp_path):
    """Reads a rubric from a file."""

    def read_text(text):
        path = tmp_path / "rubric.yml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_rubric(path)

    return read_text


def test_without_a_file_the_course_is_thinkful(tmp_path):
    assert read_rubric(None) == (built_in("thinkful"), [])
    assert read_rubric(tmp_path / "rubric.yml") == (built_in("thinkful"), [])


@pytest.mark.parametrize("course", courses())
def test_every_built_in_rubric_is_sound(course):
    assert built_in(course).criteria


def test_thinkful_asks_for_its_five_requirements():
    rubric = built_in("thinkful")
    ids = [criterion.id for criterion in rubric.criteria]
    assert ids[:5] == ["name", "title", "questions", "learnings", "applications"]


def test_a_rubric_of_its_own(read):
    rubric, findings = read(
        "title: Ours\n"
        "criteria:\n"
        "  - id: words  # how many\n"
        "    title: Enough words\n"
        "    description: Say something.\n"
        "    severity: warning\n"
        "    checks:\n"
        "      - too-few-words: {field: learnings, at_least: 40}\n"
        "      - missing-name\n"
    )
    assert findings == []
    assert rubric.title == "Ours"
    [criterion] = rubric.criteria
    assert (criterion.id, criterion.title) == ("words", "Enough words")
    assert (criterion.description, criterion.severity) == ("Say something.", Severity.WARNING)
    words, name = criterion.checks
    assert (words.check.wording.id, words.options.at_least) == ("too-few-words", 40)
    assert name.check.wording.id == "missing-name"


def test_extending_keeps_the_order_and_replaces_what_has_the_same_id(read):
    rubric, findings = read(
        "extends: thinkful\n"
        "criteria:\n"
        "  - {id: title, title: Our title, checks: [missing-field: {field: title}]}\n"
        "  - {id: date, title: When, checks: [missing-field: {field: date}]}\n"
    )
    assert findings == []
    base = built_in("thinkful")
    ids = [criterion.id for criterion in rubric.criteria]
    assert ids == [*(criterion.id for criterion in base.criteria), "date"]
    assert rubric.criteria[1].title == "Our title"
    assert rubric.title == base.title


def test_a_document_marker_is_fine(read):
    rubric, findings = read("---\nextends: thinkful\n")
    assert rubric == built_in("thinkful")
    assert findings == []


def criterion(checks, more=""):
    return f"criteria:\n  - id: x\n    title: X\n    checks:\n      - {checks}\n{more}"


FAULTS = {
    "an unknown check": (
        criterion("mising-name"),
        """\
rubric.yml:5:9: error: there is no check 'mising-name' [unknown-check]
  5 |       - mising-name
    |         ^^^^^^^^^^^
  help: did you mean 'missing-name'?
    |       - missing-name""",
    ),
    "an unknown course": (
        "extends: thinkfull\n",
        """\
rubric.yml:1:10: error: there is no built-in rubric 'thinkfull' [unknown-course]
  1 | extends: thinkfull
    |          ^^^^^^^^^
  help: choose one of these (careeronestop, epicodus, five-steps, thinkful, two-requests):
    | extends: thinkful""",
    ),
    "an unknown option": (
        criterion("too-few-items: {field: tags, atleast: 2}"),
        """\
rubric.yml:5:38: error: the key 'atleast' is not known [unknown-key]
  5 |       - too-few-items: {field: tags, atleast: 2}
    |                                      ^^^^^^^
  help: did you mean 'at_least'?
    |       - too-few-items: {field: tags, at_least: 2}""",
    ),
    "an option of the wrong type": (
        criterion("too-few-items: {field: tags, at_least: many}"),
        """\
rubric.yml:5:48: error: 'too-few-items: at_least' must be a whole number, such as 3, not 'many' \
[wrong-type]
  5 |       - too-few-items: {field: tags, at_least: many}
    |                                                ^^^^
  help: write it as a whole number, such as 3""",
    ),
    "options that are none": (
        criterion("too-few-items: tags"),
        """\
rubric.yml:5:24: error: 'too-few-items' must be options in braces, not text \
[wrong-type]
  5 |       - too-few-items: tags
    |                        ^^^^
  help: write it as options in braces:
    |       - too-few-items: {field: tags}""",
    ),
    "several checks in one item": (
        criterion("missing-name: {}\n        single-word-name: {}"),
        """\
rubric.yml:6:9: error: no dash stands before 'single-word-name', which begins an item of the list \
[missing-dash]
  6 |         single-word-name: {}
    |         ^^^^^^^^^^^^^^^^
  help: put a dash and a space before it:
    |       - single-word-name: {}""",
    ),
    "a criterion that is none": (
        "criteria: [name]\n",
        """\
rubric.yml:1:12: error: 'criterion 1' must be keys with values, not text [wrong-type]
  1 | criteria: [name]
    |            ^^^^
  help: write it as keys with values:
    | - id: name
    |   title: name""",
    ),
    "the same id twice": (
        criterion("missing-name", "  - {id: x, title: Y, checks: [missing-name]}\n"),
        """\
rubric.yml:6:10: error: criterion 'x' is there already, on line 2 [repeated-criterion]
  6 |   - {id: x, title: Y, checks: [missing-name]}
    |          ^
  help: give each its own name""",
    ),
    "an unknown severity": (
        criterion("missing-name", "    severity: eror  # sic\n"),
        """\
rubric.yml:6:15: error: 'severity' cannot be 'eror' [not-among-choices]
  6 |     severity: eror  # sic
    |               ^^^^
  help: choose one of error, warning, note:
    |     severity: error  # sic""",
    ),
    "no criteria": (
        "title: Ours\n",
        """\
rubric.yml:1:1: error: the rubric asks for nothing [rubric-without-criteria]
  1 | title: Ours
    | ^
  help: extend a built-in rubric, or list criteria:
    | extends: thinkful""",
    ),
    "nothing but a comment": (
        "# ours\n",
        """\
rubric.yml:1:1: error: the rubric asks for nothing [rubric-without-criteria]
  1 | # ours
    | ^
  help: extend a built-in rubric, or list criteria:
    | extends: thinkful""",
    ),
    "nothing": (
        "\ufeff\n \n",
        """\
rubric.yml:1:1: error: the rubric asks for nothing [rubric-without-criteria]
  help: extend a built-in rubric, or list criteria:
    | extends: thinkful""",
    ),
    "text": (
        "thinkful\n",
        """\
rubric.yml:1:1: error: 'thinkful' is not of the form 'key: value' [not-a-mapping]
  1 | thinkful
    | ^^^^^^^^
  help: write a key before it:
    | title: thinkful""",
    ),
    "no YAML": (
        "title: a: b\nextends: thinkful\n",
        """\
rubric.yml:1:9: error: the value of 'title' contains ': ', which YAML reads as another key \
[colon-in-value]
  1 | title: a: b
    |         ^
  help: put the whole text in quotes:
    | title: "a: b\"""",
    ),
    "a misspelt key": (
        "extend: thinkful\ncriteria: [{id: x, title: X, checks: [missing-name]}]\n",
        """\
rubric.yml:1:1: error: the key 'extend' is not known [unknown-key]
  1 | extend: thinkful
    | ^^^^^^
  help: did you mean 'extends'?
    | extends: thinkful""",
    ),
}


@pytest.mark.parametrize(("text", "words"), FAULTS.values(), ids=FAULTS)
def test_faults(read, text, words):
    rubric, findings = read(text)
    assert render_findings(findings).rstrip("\n") == words
    is_wrong = any(finding.severity is Severity.ERROR for finding in findings)
    assert (rubric is None) is is_wrong


@pytest.mark.parametrize(
    ("text", "checks"),
    [
        (criterion("missing-field: {field: shoe}"), {"unsuitable-field"}),
        (criterion("missing-field"), {"missing-option"}),
        (criterion("too-few-items: {field: date}"), {"unsuitable-field"}),
        (criterion("too-few-words: {field: minutes}"), {"unsuitable-field"}),
        (criterion("question-not-to-ask: {phrases: []}"), {"empty-value"}),
        (criterion("[missing-name]"), {"wrong-type"}),
        ("criteria: [{title: X}]\n", {"missing-key"}),
        ("criteria: none\n", {"empty-value"}),
        ("criteria: {id: x}\n", {"wrong-type"}),
        (b"\xff\xfea\x00", {"utf-16-file"}),
        (b"title: \xe9\n", {"not-utf-8"}),
        ("a: &a [*a]\n", {"yaml-alias", "unknown-key", "rubric-without-criteria"}),
        ("criteria: " + "[" * 200, {"nested-too-deep"}),
    ],
)
def test_other_faults(read, text, checks):
    rubric, findings = read(text)
    assert rubric is None
    assert {finding.check for finding in findings} <= checks
    assert findings


def test_a_rubric_that_cannot_be_opened(read, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    rubric, [finding] = read_rubric(Path("rubric.yml"))
    assert rubric is None
    assert finding.message == "it cannot be read: Permission denied"


def test_a_rubric_that_is_no_file_is_never_passed_over(tmp_path):
    (tmp_path / "rubric.yml").mkdir()
    rubric, [finding] = read_rubric(tmp_path / "rubric.yml")
    assert rubric is None
    assert finding.message == "it cannot be read: it is not an ordinary file"


def test_a_rubric_whose_link_leads_nowhere_is_never_passed_over(tmp_path):
    (tmp_path / "rubric.yml").symlink_to(tmp_path / "gone.yml")
    rubric, [finding] = read_rubric(tmp_path / "rubric.yml")
    assert rubric is None
    assert finding.check == "unreadable-file"
