"""People who do not count."""

import pytest
from one_check import hold, messages, paths, rendered, said_of_rubric

MET = {
    "somebody else": (
        "ineligible-person: {relations: [aunt, uncle], titles: [teacher]}",
        "relation: none\ntitle: Baker",
        "Text.",
    ),
    "nothing said, and only titles are ruled out": (
        "ineligible-person: {titles: [teacher]}",
        "organization: Corner Bakery",
        "Text.",
    ),
    "part of a word": (
        "ineligible-person: {titles: [teach]}",
        "title: Teacher",
        "Text.",
    ),
    "only what is given": (
        "ineligible-person: {titles: [aunt]}",
        "relation: aunt\ntitle: Baker",
        "Text.",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body"), MET.values(), ids=MET)
def test_met(check, front_matter, body):
    assert messages(hold(check, front_matter, body)) == []


NOT_MET = {
    "nothing said": (
        "ineligible-person: {relations: [aunt]}",
        "title: Baker",
        "Text.",
        [
            "1: 'relation' is missing, so nobody can tell whether the person is one of those whom "
            "the rubric rules out"
        ],
    ),
    "a relation": (
        "ineligible-person: {relations: [aunt, uncle]}",
        "relation: My Uncle",
        "Text.",
        ["2: 'relation' is 'My Uncle', and the rubric rules out 'uncle'"],
    ),
    "a title": (
        "ineligible-person: {titles: [head * school]}",
        "title: Head of the School",
        "Text.",
        ["2: 'title' is 'Head of the School', and the rubric rules out 'head of the school'"],
    ),
    "both": (
        "ineligible-person: {relations: [friend], titles: [teacher]}",
        "relation: friend\ntitle: Art teacher",
        "Text.",
        [
            "2: 'relation' is 'friend', and the rubric rules out 'friend'",
            "3: 'title' is 'Art teacher', and the rubric rules out 'teacher'",
        ],
    ),
    "Chinese": (
        "ineligible-person: {relations: [阿姨]}",
        "relation: 我的阿姨",
        "Text.",
        ["2: 'relation' is '我的阿姨', and the rubric rules out '阿姨'"],
    ),
    "Arabic": (
        "ineligible-person: {relations: [عمتي]}",
        "relation: عمتي سارة",
        "Text.",
        ["2: 'relation' is 'عمتي سارة', and the rubric rules out 'عمتي'"],
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "said"), NOT_MET.values(), ids=NOT_MET)
def test_not_met(check, front_matter, body, said):
    assert messages(hold(check, front_matter, body)) == said


RENDERED = {
    "both": (
        "ineligible-person: {relations: [friend], titles: [teacher]}",
        "relation: a friend of mine\ntitle: Art teacher",
        "Text.",
        """\
ada.md:2:11: error: 'relation' is 'a friend of mine', and the rubric rules out 'friend' \
[ineligible-person]
  2 | relation: a friend of mine
    |           ^^^^^^^^^^^^^^^^
  help: talk to somebody else, or ask your instructor whether this conversation counts

ada.md:3:8: error: 'title' is 'Art teacher', and the rubric rules out 'teacher' \
[ineligible-person]
  3 | title: Art teacher
    |        ^^^^^^^^^^^
  help: talk to somebody else, or ask your instructor whether this conversation counts""",
    ),
}


@pytest.mark.parametrize(("check", "front_matter", "body", "text"), RENDERED.values(), ids=RENDERED)
def test_what_is_printed(check, front_matter, body, text):
    assert rendered(hold(check, front_matter, body)) == text


EVIDENCE = {
    "the relation": (
        "ineligible-person: {relations: [aunt]}",
        "relation: none",
        "Text.",
        ["relation"],
    ),
    "both": (
        "ineligible-person: {relations: [aunt], titles: [x]}",
        "",
        "Text.",
        ["relation", "title"],
    ),
}


@pytest.mark.parametrize(
    ("check", "front_matter", "body", "found"), EVIDENCE.values(), ids=EVIDENCE
)
def test_evidence(check, front_matter, body, found):
    assert paths(hold(check, front_matter, body)) == found


UNSUITABLE = {
    "nobody": (
        "ineligible-person",
        """\
rubric.yml:5:9: error: 'relations' of the check 'ineligible-person' is empty, and so is \
'titles': nobody is ruled out [unsuitable-option]
  5 |       - ineligible-person
    |         ^^^^^^^^^^^^^^^^^
  help: correct the value""",
    ),
    "nobody, in braces": (
        "ineligible-person: {relations: []}",
        """\
rubric.yml:5:40: error: 'ineligible-person: relations' is empty [empty-value]
  5 |       - ineligible-person: {relations: []}
    |                                        ^^
  help: fill it in, or delete the line""",
    ),
    "a phrase without words": (
        "ineligible-person: {titles: [teacher, '-']}",
        """\
rubric.yml:5:37: error: 'titles' of the check 'ineligible-person' has '-', in which there is no \
word [unsuitable-option]
  5 |       - ineligible-person: {titles: [teacher, '-']}
    |                                     ^^^^^^^^^^^^^^
  help: correct the value""",
    ),
}


@pytest.mark.parametrize(("check", "text"), UNSUITABLE.values(), ids=UNSUITABLE)
def test_unsuitable_options(check, text):
    assert said_of_rubric(check) == text
