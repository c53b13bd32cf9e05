"""JSON Schema of `outreach.yml`."""

from collections.abc import Mapping

from shoptalk.editors.interview import MOMENT
from shoptalk.editors.schema import DAY, DRAFT, TEXT, Schema, schema_of
from shoptalk.outreach.request import (
    Appointment,
    Contact,
    Feedback,
    Me,
    Promise,
    Referral,
    Request,
)
from shoptalk.reading.record import Noted

DAY_OR_MOMENT: Schema = {"anyOf": [DAY, MOMENT]}
DAYS_WITH_TIME = ("sent", "answered", "thanked", "connected")
NONE: Mapping[str, Schema] = {}


def outreach_schema() -> Schema:
    """What is said of the student, and a list of requests."""
    meeting = dict.fromkeys(("on", "confirmed", "invitation"), DAY_OR_MOMENT)
    request = _item(
        Request,
        {
            **dict.fromkeys(DAYS_WITH_TIME, DAY_OR_MOMENT),
            "feedback": _list_of(_own(schema_of(Feedback))),
            "reminders": _list_of(_item(Contact, plain=DAY)),
            "appointment": _own(schema_of(Appointment, forms=meeting)),
            "referrals": _list_of(_item(Referral)),
            "promised": _list_of(_item(Promise)),
            "check_ins": _list_of(_item(Contact, plain=DAY)),
        },
    )
    return {
        "$schema": DRAFT,
        "title": "Requests",
        "type": "object",
        "properties": {
            "me": _own(schema_of(Me)),
            "zone": {**TEXT, "description": "Your time zone, such as America/New_York."},
            "requests": {"anyOf": [_list_of(request), {"type": "null"}]},
        },
        "patternProperties": {"^[xX]-": {}},
        "additionalProperties": False,
    }


def _item(record: type[Noted], forms: Mapping[str, Schema] = NONE, plain: Schema = TEXT) -> Schema:
    """An item of a list: what it is in one word, or a mapping that says more."""
    return {"anyOf": [plain, _own(schema_of(record, forms=forms))]}


def _own(schema: Schema) -> Schema:
    """A mapping that may hold the student's own keys, too."""
    return {**schema, "patternProperties": {"^[xX]-": {}}}


def _list_of(item: Schema) -> Schema:
    return {"type": "array", "items": item}
