"""What a request says counts for its conversation, too, so that nothing is written down twice."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from shoptalk.outreach.days import written_day
from shoptalk.outreach.request import Entry, Request, Route
from shoptalk.reading.interview import Elsewhere, Interview, Referral


def completed(interview: Interview, entries: Iterable[Entry]) -> Interview:
    """The conversation with what its write-up leaves to the requests that led to it.

    It is for grading only: no page is made from it, and no public page may be.
    """
    given: dict[str, Any] = {}
    elsewhere: dict[str, Elsewhere] = {}
    for entry in entries:
        for key, (value, path) in _said_by(entry.request, interview).items():
            if value and not getattr(interview, key) and key not in given:
                given[key] = value
                elsewhere[key] = Elsewhere(entry.source, entry.span(path))
    return replace(interview, **given, elsewhere=elsewhere) if given else interview


def _said_by(request: Request, interview: Interview) -> Mapping[str, tuple[Any, str]]:
    """Fields of the conversation, as a request gives them, with the key they stand under."""
    appointment = request.appointment
    met_by = appointment.format if appointment else None
    referrals = (Referral(one.name, one.title, one.organization) for one in request.referrals)
    return {
        "route": (request.route and request.route.value, "route"),
        "relation": (request.route is Route.ALUMNI and request.route.value, "route"),
        "format": (met_by and met_by.value, "appointment.format"),
        "referrals": (tuple(referrals), "referrals"),
        "thanked": (thanks_after(interview.date, request.thanked), "thanked"),
        "connected": (request.connected is not None, "connected"),
    }


def thanks_after(talk: date | None, thanked: date | None) -> date | None:
    """The thanks for a conversation on a day: those from before it were for the answer."""
    return None if thanked and talk and written_day(thanked) < talk else thanked
