"""What the student will do with all that was learnt, as one list."""

import datetime
from typing import NamedTuple

from shoptalk.reading.interview import Application
from shoptalk.site.portfolio import Conversation, Portfolio


class Plan(NamedTuple):
    """Something the student will do, or has done."""

    conversation: Conversation
    """The one it came from."""
    application: Application


def open_plans(portfolio: Portfolio) -> list[Plan]:
    """What is still to be done, by its day; what has none comes last."""
    plans = [plan for plan in _plans(portfolio) if not plan.application.done]
    return sorted(plans, key=lambda plan: plan.application.by or datetime.date.max)


def done_plans(portfolio: Portfolio) -> list[Plan]:
    """What was done, the latest first."""
    plans = [plan for plan in _plans(portfolio) if plan.application.done]
    return sorted(plans, key=lambda plan: plan.application.by or datetime.date.min, reverse=True)


def _plans(portfolio: Portfolio) -> list[Plan]:
    return [
        Plan(conversation, application)
        for conversation in portfolio.conversations
        for application in conversation.interview.applications
    ]
