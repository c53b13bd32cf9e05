"""The schemas say what the records, the reader and the guide say."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

import jsonschema
import pytest
import yaml

from shoptalk.editors.interview import NO_KEYS, interview_schema
from shoptalk.editors.outreach import outreach_schema
from shoptalk.editors.private import NO_KEYS as NOT_PRIVATE
from shoptalk.editors.private import private_schema
from shoptalk.editors.rubric import rubric_schema
from shoptalk.editors.schema import docstrings_of, schema_of
from shoptalk.editors.scores import scores_schema
from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.reading.interview import Interview, parse_interview
from shoptalk.reading.keys import (
    APPLICATION_KEYS,
    CHOICES,
    CONSENT_KEYS,
    DAYS,
    KEYS,
    LEARNING_KEYS,
    LISTS,
    QUESTION_KEYS,
    REFERRAL_KEYS,
    STEP_KEYS,
    TEXTS,
    YES_OR_NO,
)
from shoptalk.reading.private_file import KEYS as PRIVATE_KEYS
from shoptalk.reading.private_file import Private, parse_private
from shoptalk.reading.source import Source
from shoptalk.rubric.checks import rubric_checks
from shoptalk.rubric.rubric import Criterion, Rubric
from shoptalk.rubric.rubric_file import COURSES, courses
from shoptalk.rubric.scores import Score
from shoptalk.starter.outreach import outreach_text

HOME = Path(__file__).parents[2]
INTERVIEWS = sorted((HOME / "interviews").rglob("*.md"))
TODAY = date(2026, 11, 22)


class AsWritten(yaml.CSafeLoader):
    """Reads YAML as editors do: dates are texts, and so are `on` and `yes`."""


AsWritten.yaml_implicit_resolvers = {}
for kind, pattern, begins in (
    ("bool", "true|false", "tf"),
    ("int", "-?[0-9]+", "-0123456789"),
    ("null", "|null|~", ["", "n", "~"]),
):
    AsWritten.add_implicit_resolver(
        f"tag:yaml.org,2002:{kind}", re.compile(f"^(?:{pattern})$"), list(begins)
    )


def as_written(text: str) -> Any:
    return yaml.load(text, AsWritten)  # noqa: S506 (a loader that is as safe as its parent)


def is_accepted(schema: dict[str, Any], text: str) -> bool:
    checker = jsonschema.Draft7Validator.FORMAT_CHECKER
    return jsonschema.Draft7Validator(schema, format_checker=checker).is_valid(as_written(text))


@pytest.mark.parametrize(
    "make", [interview_schema, rubric_schema, scores_schema, private_schema, outreach_schema]
)
def test_the_schemas_are_schemas(make: Callable[[], dict[str, Any]]):
    jsonschema.Draft7Validator.check_schema(make())


# Any record


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Size:
    WANTED = "a size, such as 2 m"

    metres: float

    @classmethod
    def parse(cls, text: str) -> "Size":
        return cls(float(text.removesuffix("m")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of something.

    This is not for the schema.
    """

    name: str
    """What it is
    called."""
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Something with every kind of field."""

    part: Part
    parts: tuple[Part, ...] = ()
    words: tuple[str, ...] = ()
    weight: float | None = None
    colour: Colour = Colour.RED
    sign: Literal["+", "-"] = "+"
    day: date | None = None
    """When."""
    is_new: bool = False
    either: str | Part | None = None
    size: Size | None = None
    inner: object = None


PART = {
    "type": "object",
    "description": "A piece of something.",
    "properties": {
        "name": {"type": "string", "minLength": 1, "description": "What it is called."},
        "count": {"type": "integer"},
    },
    "required": ["name"],
    "additionalProperties": False,
}


def test_every_kind_of_field():
    schema = schema_of(
        Whole,
        forms={"size": {"const": 1}, "more": {"const": 2}},
        names={"is_new": "new"},
        without=frozenset(("inner",)),
    )
    assert schema == {
        "type": "object",
        "description": "Something with every kind of field.",
        "properties": {
            "part": PART,
            "parts": {"type": "array", "items": PART},
            "words": {"type": "array", "items": {"type": "string", "minLength": 1}},
            "weight": {"type": "number"},
            "colour": {"enum": ["red", "blue"]},
            "sign": {"enum": ["+", "-"]},
            "day": {"type": "string", "format": "date", "description": "When."},
            "new": {"type": "boolean"},
            "either": {"anyOf": [{"type": "string", "minLength": 1}, PART]},
            "size": {"const": 1},
            "more": {"const": 2},
        },
        "required": ["part"],
        "additionalProperties": False,
    }


def test_a_type_with_a_notation_of_its_own():
    schema = schema_of(Whole, without=frozenset(("inner",)))
    assert schema["properties"]["size"] == {
        "type": ["string", "number"],
        "title": "a size, such as 2 m",
    }


def test_a_type_without_a_schema_is_refused():
    with pytest.raises(TypeError, match="no schema for values of the type <class 'object'>"):
        schema_of(Whole)


# Interviews


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return interview_schema()


def front_matter_of(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("---\n")[1]


@pytest.mark.parametrize("path", INTERVIEWS, ids=[path.stem for path in INTERVIEWS])
def test_the_example_interviews_are_accepted(schema: dict[str, Any], path: Path):
    assert is_accepted(schema, front_matter_of(path))


ACCEPTED = [
    "name: Ada",
    "questions: [Why]",
    "questions: [{ask: Why, topic: x, personal: true}, How]",
    "learnings: A text",
    "learnings: [{learned: A text, topic: x}]",
    "applications: A text",
    "applications: [{do: This, by: 2026-11-30, done: false}]",
    "referrals: [Ken, {name: Ken, title: Nurse, organization: Harbor}]",
    "before: A text",
    "learnings: [{learned: A text, agrees_with: Ken, differs_from: [Ann, Bea]}]",
    "path: [{years: 2015, role: Nurse}, {years: 2015-2019, role: Nurse, organization: Harbor}]",
    "path: [{years: 2015-, role: Nurse}, {years: 2015\u2013now, role: Nurse}]",
    "thanked: 2026-10-14",
    "thanked: 2026-10-14T18:30",
    "thanked: false",
    "consent: false",
    "consent: {name: true, on: 2026-10-14, how: by email}",
    "minutes: 1440",
    "format: video",
    "link: https://example.org/ada",
    "x-notes: [anything]",
    "X-notes: {a: 1}",
    "tags: [a, b]",
    "draft: true",
]
REFUSED = [
    "nmae: Ada",
    "name:",
    "name: [Ada]",
    "title: ''",
    "questions: Why?",
    "questions: [{topic: x}]",
    "questions: [{ask: Why?, answer: x}]",
    "questions: [{ask: Why?, colour: x}]",
    "questions: [[Why?]]",
    "learnings: [{text: A text}]",
    "learnings: [{topic: x}]",
    "applications: [{do: This, done: maybe}]",
    "applications: [{do: This, by: soon}]",
    "referrals: [{title: Nurse}]",
    "after: [A text]",
    "learnings: [{learned: A text, agrees_with: {name: Ken}}]",
    "path: Nurse",
    "path: [Nurse]",
    "path: [{role: Nurse}]",
    "path: [{years: 2015}]",
    "path: [{years: 15-19, role: Nurse}]",
    "path: [{years: 2015 to 2019, role: Nurse}]",
    "path: [{years: 20155, role: Nurse}]",
    "path: [{years: 2015, title: Nurse}]",
    "thanked: soon",
    "thanked: true",
    "consent: {photos: true}",
    "consent: true",
    "date: 14 October 2026",
    "date: 2026-02-30",
    "minutes: 1441",
    "minutes: 0",
    "minutes: half an hour",
    "format: e-mail",
    "route: friend",
    "link: example.org/ada",
    "mononym: 1",
    f"tags: {list(range(21))}",
    "source: x",
    "listed: {}",
]


@pytest.mark.parametrize("line", ACCEPTED)
def test_what_the_reader_takes_is_accepted(schema: dict[str, Any], line: str):
    assert is_accepted(schema, line)
    assert findings_of(line) == []


@pytest.mark.parametrize("line", REFUSED)
def test_what_the_reader_finds_fault_with_is_refused(schema: dict[str, Any], line: str):
    assert not is_accepted(schema, line)
    if line not in ("name:", "title: ''"):
        assert findings_of(line)


def findings_of(line: str) -> list[str]:
    name = "" if line.startswith("name:") else "name: Ada\n"
    text = f"---\n{name}{line}\n---\n\nWe met.\n"
    return [finding.check for finding in parse_interview(Source("ada.md", text), TODAY)[1]]


def test_keys_records_and_schema_name_the_same_keys(schema: dict[str, Any]):
    assert {field.name for field in fields(Interview)} - NO_KEYS == KEYS
    assert schema["properties"].keys() == KEYS


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("questions", QUESTION_KEYS),
        ("learnings", LEARNING_KEYS),
        ("applications", APPLICATION_KEYS),
        ("referrals", REFERRAL_KEYS),
        ("path", STEP_KEYS),
        ("consent", CONSENT_KEYS),
    ],
)
def test_mappings_inside_have_the_same_keys(
    schema: dict[str, Any], key: str, known: frozenset[str]
):
    [inside] = [form for form in nested(schema["properties"][key]) if "properties" in form]
    assert inside["properties"].keys() == known


def nested(form: Any) -> list[dict[str, Any]]:
    """A schema and all those inside it."""
    if isinstance(form, list):
        return [found for one in form for found in nested(one)]
    if not isinstance(form, dict):
        return []
    return [form, *nested(form.get("anyOf")), *nested(form.get("items"))]


def test_the_kind_of_each_key_is_that_of_the_reader(schema: dict[str, Any]):
    forms = schema["properties"]
    texts = {key for key, form in forms.items() if form.get("type") == "string"}
    assert texts == {*TEXTS, *DAYS}
    assert {key for key, form in forms.items() if form.get("type") == "boolean"} == {*YES_OR_NO}
    assert {key: tuple(form["enum"]) for key, form in forms.items() if "enum" in form} == CHOICES
    assert {key for key, form in forms.items() if "array" in kinds(form)} == {*LISTS}


def kinds(form: dict[str, Any]) -> list[str]:
    return [one["type"] for one in (form, *form.get("anyOf", ())) if "type" in one]


def test_every_key_is_described(schema: dict[str, Any]):
    for key, form in schema["properties"].items():
        assert form["description"].endswith("."), key
    for inside in (one for form in schema["properties"].values() for one in nested(form)):
        for key, form in inside.get("properties", {}).items():
            assert form["description"].endswith("."), key


# What is private


@pytest.fixture(scope="module")
def private() -> dict[str, Any]:
    return private_schema()


def test_reader_record_and_schema_of_what_is_private_name_the_same_keys(private: dict[str, Any]):
    assert private["properties"].keys() == PRIVATE_KEYS
    assert {field.name for field in fields(Private)} - NOT_PRIVATE == PRIVATE_KEYS
    for key, form in private["properties"].items():
        assert form["description"].endswith("."), key


def private_findings(text: str) -> list[str]:
    return [found.check for found in parse_private(Source("private/ada.yml", text))[1]]


@pytest.mark.parametrize(
    "text",
    [
        *(f"{key}: Ada" for key in sorted(PRIVATE_KEYS - {"link"})),
        "link: https://example.org/ada",
        "contact: [ada@example.org, 020 7946 0958]",
    ],
)
def test_what_may_be_private_is_accepted(private: dict[str, Any], text: str):
    assert is_accepted(private, text)
    assert private_findings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "alias: A nurse",
        "name: [Ada]",
        "link: example.org",
        "contact: {mail: x}",
        "contact: 2079460958",
    ],
)
def test_what_may_not_be_private_is_refused(private: dict[str, Any], text: str):
    assert not is_accepted(private, text)
    assert private_findings(text)


# Rubrics


@pytest.fixture(scope="module")
def rubrics() -> dict[str, Any]:
    return rubric_schema()


@pytest.mark.parametrize("course", courses())
def test_the_built_in_rubrics_are_accepted(rubrics: dict[str, Any], course: str):
    text = (COURSES / f"{course}.yml").read_text(encoding="utf-8")
    assert is_accepted(rubrics, text)


@pytest.mark.parametrize(
    "checks",
    [
        "[missing-name]",
        "[{too-few-items: {field: questions, at_least: 3}}]",
        "[{missing-field: {field: x-notes}}]",
        "[{not: missing-name}]",
        "[{any: [missing-name, {missing-field: {field: link}}]}]",
        "[{some: {at_least: 1, of: [missing-name]}}]",
        "[{interviews: {at_least: 2, that: [missing-name]}}]",
    ],
)
def test_conditions_are_accepted(rubrics: dict[str, Any], checks: str):
    assert is_accepted(rubrics, f"criteria: [{{id: a, title: A, checks: {checks}}}]")


@pytest.mark.parametrize(
    "text",
    [
        "extends: nothing",
        "titel: A",
        "criteria: [{title: A}]",
        "criteria: [{id: a, severity: bad}]",
        "criteria: [{id: a, checks: [no-such-check]}]",
        "criteria: [{id: a, checks: [too-few-items]}]",
        "criteria: [{id: a, checks: [{too-few-items: {field: name}}]}]",
        "criteria: [{id: a, checks: [{too-few-items: {field: questions, at_most: 3}}]}]",
        "criteria: [{id: a, checks: [{missing-name: {}, single-word-name: {}}]}]",
    ],
)
def test_wrong_rubrics_are_refused(rubrics: dict[str, Any], text: str):
    assert not is_accepted(rubrics, text)


def test_records_and_schema_of_rubrics_name_the_same_keys(rubrics: dict[str, Any]):
    assert rubrics["properties"].keys() == {
        *(field.name for field in fields(Rubric)),
        *("extends", "drop"),
    }
    criterion = rubrics["properties"]["criteria"]["items"]
    assert criterion["properties"].keys() == {field.name for field in fields(Criterion)}


def test_every_check_is_in_the_schema_of_rubrics(rubrics: dict[str, Any]):
    with_options = rubrics["definitions"]["condition"]["anyOf"][1]["properties"]
    joints = {"not", "any", "all", "some", "interviews"}
    assert with_options.keys() - joints == rubric_checks().keys()


# Scores


SCORE = "criterion: name, level: met, who: K. A., when: 2026-11-22"


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        (f"scores: [{{{SCORE}}}]", True),
        (f"scores: [{{{SCORE}, judge: peer, points: 2, interview: 2026/ada}}]", True),
        (f"scores: [{{{SCORE}, judge: auto}}]", False),
        (f"scores: [{{{SCORE}, mark: 1}}]", False),
        ("scores: [{criterion: name, level: met}]", False),
        (f"- {{{SCORE}}}", False),
    ],
)
def test_scores(text: str, accepted: bool):
    assert is_accepted(scores_schema(), text) is accepted


def test_records_and_schema_of_scores_name_the_same_keys():
    score = scores_schema()["properties"]["scores"]["items"]
    assert score["properties"].keys() == {field.name for field in fields(Score)}


def test_texts_below_fields_are_found_in_records_of_both_kinds():
    assert docstrings_of(Part) == {"name": "What it is called."}
    assert docstrings_of(Interview)["mononym"] == "The person has one name only."


# The requests

KEN = "requests:\n  - name: Ken Abara\n"


def test_the_requests_of_the_example_and_those_of_a_new_portfolio_are_accepted():
    for text in ((HOME / "outreach.yml").read_text("utf-8"), outreach_text()):
        assert is_accepted(outreach_schema(), text)


@pytest.mark.parametrize(
    "text",
    [
        "requests:\n",
        "requests: [Ken Abara, {name: Bo Abara}]\n",
        "me: {name: Mina, x-own: 1}\nzone: Europe/Berlin\nx-own: 1\n",
        f"{KEN}    sent: 2026-10-01T09:30\n    reminders: [2026-10-15, {{on: 2026-10-30}}]\n",
        f"{KEN}    promised: [Send it, {{do: Read on, by: 2026-10-30}}]\n    x-own: 1\n",
        f"{KEN}    appointment: {{on: 2026-10-20T17:00, minutes: 30, format: video}}\n",
    ],
)
def test_requests_that_can_be_read_are_accepted(text: str):
    assert is_accepted(outreach_schema(), text)
    assert parse_outreach(Source("outreach.yml", text), [], TODAY)[1] == []


@pytest.mark.parametrize(
    "text",
    [
        "requests: Ken Abara\n",
        "requests: [{title: Miller}]\n",
        f"{KEN}    route: tepid\n",
        f"{KEN}    sent: soon\n",
        f"{KEN}    reminders: [soon]\n",
        f"{KEN}    appointment: {{minutes: 30}}\n",
        f"{KEN}    answr: accepted\n",
    ],
)
def test_requests_with_a_fault_are_not(text: str):
    assert not is_accepted(outreach_schema(), text)
    assert parse_outreach(Source("outreach.yml", text), [], TODAY)[1] != []
