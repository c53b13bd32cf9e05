"""What a criterion is held against."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from shoptalk.outreach.led_to import Asked
from shoptalk.outreach.request import NO_OUTREACH, Entry, Outreach
from shoptalk.reading.interview import Interview


@dataclass(frozen=True, slots=True)
class Material:
    """One conversation, or all of a portfolio, and the requests that belong to it."""

    interviews: tuple[Interview, ...]
    outreach: Outreach = NO_OUTREACH
    """All requests of the portfolio."""
    led_to: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    """The requests that led to a conversation, by the path of its file in findings."""
    asked: Asked = field(default_factory=Asked)
    is_portfolio: bool = False
    lacks_private: bool = False
    """There is no `private/` here, such as in a copy without it."""
    today: date = date.max

    @property
    def requests(self) -> tuple[Entry, ...]:
        """Those that led to the conversation; all of them, for a portfolio."""
        if self.is_portfolio:
            return self.outreach.entries
        return tuple(
            entry for one in self.interviews for entry in self.led_to.get(one.source.path, ())
        )

    def alone(self, interview: Interview) -> "Material":
        """The same for one of its conversations."""
        return replace(self, interviews=(interview,), is_portfolio=False)
