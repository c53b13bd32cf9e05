"""JSON Schema of `rubric.yml`."""

from shoptalk.editors.schema import DRAFT, TEXT, Schema, schema_of
from shoptalk.rubric.checks import RubricCheck, rubric_checks
from shoptalk.rubric.condition_file import AtLeast
from shoptalk.rubric.field_values import OWN
from shoptalk.rubric.rubric import Criterion, Rubric
from shoptalk.rubric.rubric_file import courses

CONDITION: Schema = {"$ref": "#/definitions/condition"}
CONDITIONS: Schema = {"type": "array", "items": CONDITION}


def rubric_schema() -> Schema:
    """What a rubric may say; what it extends says the rest."""
    criterion = schema_of(Criterion, forms={"when": CONDITIONS, "checks": CONDITIONS})
    rubric = schema_of(
        Rubric,
        forms={
            "extends": {"enum": courses(), "description": "The built-in rubric to begin with."},
            "drop": {
                "type": "array",
                "items": TEXT,
                "description": "The ids of criteria of that rubric to leave out.",
            },
            "criteria": {"type": "array", "items": {**criterion, "required": ["id"]}},
        },
    )
    return {
        "$schema": DRAFT,
        "title": "A rubric",
        **{key: value for key, value in rubric.items() if key != "required"},
        "definitions": {"condition": _condition()},
    }


def _condition() -> Schema:
    """A check by its name, a check with options, or what joins several."""
    joints = {
        "not": CONDITION,
        "any": CONDITIONS,
        "all": CONDITIONS,
        "some": schema_of(AtLeast, forms={"of": CONDITIONS}),
        "interviews": schema_of(AtLeast, forms={"that": CONDITIONS}),
    }
    with_options = {id: _options(check) for id, check in rubric_checks().items()}
    return {
        "anyOf": [
            {"enum": [id for id, options in with_options.items() if "required" not in options]},
            {
                "type": "object",
                "properties": {**joints, **with_options},
                "additionalProperties": False,
                "minProperties": 1,
                "maxProperties": 1,
            },
        ]
    }


def _options(check: RubricCheck) -> Schema:
    """The options of a check, described by the first line of its page."""
    named = [field for field in check.fields if field != OWN]
    own: list[Schema] = [{"type": "string", "pattern": f"^{OWN}"}] if OWN in check.fields else []
    forms: dict[str, Schema] = {"field": {"anyOf": [{"enum": named}, *own]}} if named else {}
    return {**schema_of(check.options, forms=forms), "description": check.wording.summary}
