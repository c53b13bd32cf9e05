"""Finding somebody in a list by the whole name."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from shoptalk.outreach.request import Entry


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for capitals and blanks."""
    return _folded(one) == _folded(other)


def entries_named(entries: Iterable[Entry], name: str, organization: str = "") -> list[Entry]:
    """The requests to somebody; where an organization is given, only those to somebody there."""
    return [
        entry
        for entry in entries
        if same_name(entry.request.name, name)
        and (not organization or same_name(entry.request.organization, organization))
    ]


def close_names(names: Iterable[str], name: str) -> list[str]:
    """The names that one is most likely a slip of."""
    by_folded = {_folded(one): one for one in names}
    near = get_close_matches(_folded(name), list(by_folded), 3, 0.75)
    return [by_folded[one] for one in near]


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
