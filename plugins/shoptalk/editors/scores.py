"""JSON Schema of `scores.yml`."""

from shoptalk.editors.schema import DRAFT, Schema, schema_of
from shoptalk.rubric.rubric import Judge
from shoptalk.rubric.scores import Score

PEOPLE: Schema = {"enum": [judge.value for judge in Judge if judge is not Judge.AUTO]}
"""Those who give scores; what the checks propose is nowhere written down."""


def scores_schema() -> Schema:
    """A list of scores under `scores`."""
    score = schema_of(Score, forms={"judge": PEOPLE})
    return {
        "$schema": DRAFT,
        "title": "Scores",
        "type": "object",
        "properties": {"scores": {"type": "array", "items": score}},
        "required": ["scores"],
        "additionalProperties": False,
    }
