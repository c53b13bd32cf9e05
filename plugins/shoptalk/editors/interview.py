"""JSON Schema of the front matter of an interview."""

from shoptalk.editors.schema import DAY, DRAFT, TEXT, Schema, schema_of
from shoptalk.reading.career_path import YEAR, PathStep
from shoptalk.reading.consent import Consent
from shoptalk.reading.interview import (
    LONGEST_CONVERSATION,
    Application,
    Interview,
    Learning,
    Question,
    Referral,
)
from shoptalk.reading.interview_faults import MOST_TAGS
from shoptalk.reading.keys import CHOICES

NO_KEYS = frozenset(
    (
        "source",
        "front_matter",
        "body",
        "listed",
        "private",
        "unread",
        "withheld",
        "orphan",
        "elsewhere",
    )
)
"""Fields of an interview that do not come from a key of their own."""

NO: Schema = {"const": False}
YEARS: Schema = {
    "anyOf": [
        {"type": "integer", "minimum": 1900, "maximum": 2099},
        {"type": "string", "pattern": f"^{YEAR}( *[-\u2013] *({YEAR}|now)?)?$"},
    ],
    "description": "From when to when, such as 2015, 2015-2019 or 2015-now.",
}
MOMENT: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d"}


def interview_schema() -> Schema:
    """What stands between the two lines of `---`."""
    question = _item(schema_of(Question, without=frozenset(("answer",))))
    learning = _item(
        schema_of(
            Learning,
            forms=dict.fromkeys(("agrees_with", "differs_from"), _item(_list_of(TEXT))),
            names={"text": "learned", "question": "from"},
        )
    )
    forms: dict[str, Schema] = {
        **{key: {"enum": list(choices)} for key, choices in CHOICES.items()},
        "minutes": {"type": "integer", "minimum": 1, "maximum": LONGEST_CONVERSATION},
        "questions": _list_of(question),
        "planned": _list_of(question),
        "learnings": {"anyOf": [TEXT, _list_of(learning)]},
        "applications": {"anyOf": [TEXT, _list_of(_item(schema_of(Application)))]},
        "referrals": _list_of(_item(schema_of(Referral))),
        "path": _list_of(_step()),
        "thanked": {"anyOf": [DAY, MOMENT, NO]},
        "consent": {"anyOf": [schema_of(Consent), NO]},
        "link": {**TEXT, "format": "uri", "pattern": "^https?://"},
        "tags": {**_list_of(TEXT), "maxItems": MOST_TAGS},
    }
    return {
        "$schema": DRAFT,
        "title": "An interview",
        **schema_of(Interview, forms=forms, without=NO_KEYS),
        "patternProperties": {"^[xX]-": {}},
    }


def _step() -> Schema:
    """A step of a career, whose two years are written as one text."""
    step = schema_of(PathStep, forms={"years": YEARS}, without=frozenset(("start", "end")))
    return {**step, "required": ["years", "role"]}


def _item(long_form: Schema) -> Schema:
    """An item of a list: a text, or a mapping that says more."""
    return {"anyOf": [TEXT, long_form]}


def _list_of(item: Schema) -> Schema:
    return {"type": "array", "items": item}
