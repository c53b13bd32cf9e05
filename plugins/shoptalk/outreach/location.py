"""Where a portfolio keeps its requests."""

import os
from pathlib import Path

from shoptalk.reading.folder import OUTREACH, PRIVATE


def outreach_for(portfolio: Path) -> Path:
    """The file with the requests: in `private/`, unless it lies beside that folder."""
    beside, private = portfolio / OUTREACH, portfolio / PRIVATE / OUTREACH
    return beside if os.path.lexists(beside) and not os.path.lexists(private) else private
