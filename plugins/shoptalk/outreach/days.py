"""Days of a request, as they are written, in whatever time zone."""

from datetime import date, datetime

from shoptalk.outreach.request import Answer, Request

DAYS_TO_ANSWER = 14
"""For how long an answer is waited for; then Thinkful has the student check back."""

REFUSED = (Answer.DECLINED, Answer.REFERRED)


def written_day(said: date) -> date:
    """The day of what may have a time of day as well."""
    return said.date() if isinstance(said, datetime) else said


def is_called_off(request: Request, day: date | None) -> bool:
    """Whether an appointment on a day was not kept: the person refused, or all ended before it."""
    is_ended = request.closed is not None and day is not None and request.closed < day
    return request.answer in REFUSED or is_ended
