"""What a person agreed to have published: nothing, unless it is written down and in force."""

import datetime
from enum import StrEnum

from shoptalk.reading.interview import Interview


class Agreed(StrEnum):
    """What somebody can agree to, each by itself; named as in `consent`."""

    NAME = "name"
    ORGANIZATION = "organization"
    QUOTES = "quotes"
    PHOTO = "photo"
    LINK = "link"


def may_show(what: Agreed, interview: Interview, today: datetime.date) -> bool:
    """Whether the person agreed to it and the agreement holds today.

    It does not before the day `on` which it was given, nor after the last day it holds (`until`).
    """
    consent = interview.consent
    if not getattr(consent, what.value):
        return False
    has_begun = consent.on is None or consent.on <= today
    return has_begun and (consent.until is None or consent.until >= today)
