"""One thing that is to be done before or after a conversation."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Step(StrEnum):
    """Kinds of things to do, in the order in which those of a conversation follow one another."""

    REMIND = "remind"
    ANSWER = "answer"
    """What it was, which decides about everything after it."""
    PROPOSE = "propose"
    """Times for an appointment."""
    INVITE = "invite"
    CONFIRM = "confirm"
    MEET = "meet"
    THANK = "thank"
    WRITE_UP = "write-up"
    CONNECT = "connect"
    PROMISE = "promise"
    ASK = "ask"
    """Somebody who was recommended."""
    SEND = "send"
    """The request to somebody who was recommended."""
    APPLY = "apply"
    CHECK_IN = "check-in"


ORDER = {step: number for number, step in enumerate(Step)}
APPOINTMENT = "YYYY-MM-DDTHH:MM"
"""What the command for an appointment has in the place of the moment that nobody knows yet."""
SAID = "ANSWER"
"""What the command for an answer has in the place of what it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing to do."""

    id: str
    """The same at every run, for as long as it is open."""
    step: Step
    who: str
    """With whom, or for whom."""
    what: str
    """The act, in a few words."""
    why: str
    """What makes it due."""
    on: date
    """The day on which it is due, where the student is; today where no day can be known."""
    at: datetime | None = None
    """The moment, where there is one: when an appointment begins, or until when to thank."""
    minutes: int = 0
    """How long an appointment takes."""
    place: str = ""
    """Where to meet."""
    command: str = ""
    """What records it as done; empty where nothing has to be recorded."""

    def overdue(self, today: date) -> int:
        """For how many days it has been overdue."""
        return max((today - self.on).days, 0)

    @property
    def sort_key(self) -> tuple[date, int, str]:
        """By the day; on a day in the order of the steps."""
        return self.on, ORDER[self.step], self.id
