"""What every page of a site repeats, said once."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from shoptalk.privacy.leaks.leak import Leak
from shoptalk.reading.source import Source

MANY = 4
"""Files: where fewer show the same, each may have its own text to be mended."""

MOST_PLACES = 3


def gathered(leaks: Iterable[Leak], sources: Sequence[Source]) -> list[Leak]:
    """The leaks, with those once that many files have in common.

    Of these it says where the same words stand in the `sources` of the site, if they do.
    """
    alike: dict[object, list[Leak]] = {}
    for one in leaks:
        alike.setdefault((one.kind, one.value, one.quotation.casefold()), []).append(one)
    return [one for group in alike.values() for one in _once(group, sources)]


def _once(group: Sequence[Leak], sources: Sequence[Source]) -> Sequence[Leak]:
    files = {one.place.path for one in group}
    if len(files) < MANY:
        return group
    first = min(group, key=lambda one: bool(one.part))  # rather a text than the name of a file
    set_at = " and ".join(islice(_places_in(sources, first.quotation), MOST_PLACES))
    return [replace(first, other_files=len(files) - 1, set_at=set_at, made_from="")]


def _places_in(sources: Iterable[Source], quotation: str) -> Iterator[str]:
    """Where some words stand first in each of several sources, as a path with its line."""
    words = re.compile(re.escape(html.unescape(quotation)), re.IGNORECASE)
    for source in sources:
        if found := words.search(source.text):
            yield f"{source.path}:{source.line_number(found.start()) + 1}"
