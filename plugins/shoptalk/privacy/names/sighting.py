"""A private value in a text, and how its place leads back to the text as it was written."""

from collections.abc import Sequence
from typing import NamedTuple

from shoptalk.privacy.names.unescaping import View
from shoptalk.privacy.private_values import PrivateValue


class Sighting(NamedTuple):
    """A private value in a text."""

    value: PrivateValue
    start: int
    end: int


def origin(views: Sequence[View], start: int, end: int) -> tuple[int, int]:
    """A place in the last of several readings, as a place in the text itself."""
    for view in views:
        start, end = view.start(start), view.end(end)
    return start, end
