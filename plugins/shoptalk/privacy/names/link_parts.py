"""Names that begin in the text of a link, or of a picture, and go on in where it leads."""

import re
from collections.abc import Iterator

from shoptalk.privacy.names.sighting import Sighting

BETWEEN = re.compile(r"<[^<>]*>|\](?:\([<./]*|\[|:\s*)|[\"'][^\"'<>]*=[\"']|[\"']\s*>")


def parts_in_link(text: str, seen: Sighting) -> Iterator[Sighting]:
    """What of a sighting stands on either side of the signs between; mostly all of it."""
    at = seen.start
    for between in BETWEEN.finditer(text, seen.start, seen.end):
        if not between[0].startswith("<"):
            yield seen._replace(start=at, end=between.start())
            at = between.end()
    yield seen._replace(start=at)


def longest_part(text: str, seen: Sighting) -> Sighting:
    """The part that tells most."""
    return max(parts_in_link(text, seen), key=lambda part: part.end - part.start)
