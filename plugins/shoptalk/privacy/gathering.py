"""What every page of a site repeats, said once."""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from shoptalk.privacy.leak import Leak
from shoptalk.reading.source import Source

MANY = 4
"""Files: where fewer show the same, each may have its own text to be mended."""


def gathered(leaks: Iterable[Leak], settings: Source | None) -> list[Leak]:
    """The leaks, with those once that many files have in common.

    Of these it says where the same words stand in the `settings` of the site, if they do.
    """
    alike: dict[object, list[Leak]] = {}
    for one in leaks:
        alike.setdefault((one.kind, one.value, one.quotation.casefold()), []).append(one)
    return [one for group in alike.values() for one in _once(group, settings)]


def _once(group: Sequence[Leak], settings: Source | None) -> Sequence[Leak]:
    files = {one.place.path for one in group}
    if len(files) < MANY:
        return group
    first = min(group, key=lambda one: bool(one.part))  # rather a text than the name of a file
    set_at = _place_in(settings, first.quotation) if settings else ""
    return [replace(first, other_files=len(files) - 1, set_at=set_at, made_from="")]


def _place_in(settings: Source, quotation: str) -> str:
    """Where some words stand first, as a path with its line; empty if nowhere."""
    found = re.search(re.escape(html.unescape(quotation)), settings.text, re.IGNORECASE)
    return f"{settings.path}:{settings.line_number(found.start()) + 1}" if found else ""
