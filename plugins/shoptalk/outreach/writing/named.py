"""Finding somebody in a list by the whole name."""

from collections.abc import Iterable
from difflib import get_close_matches

from shoptalk.outreach.names import comparable_name, comparable_words
from shoptalk.outreach.request import Entry


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same person's, however they are typed."""
    return comparable_name(one) == comparable_name(other)


def entries_named(entries: Iterable[Entry], name: str, organization: str = "") -> list[Entry]:
    """The requests to somebody; where an organization is given, only those to somebody there."""
    return [
        entry
        for entry in entries
        if same_name(entry.request.name, name)
        and (
            not organization
            or comparable_words(entry.request.organization) == comparable_words(organization)
        )
    ]


def close_names(names: Iterable[str], name: str) -> list[str]:
    """The names that one is most likely a slip of."""
    by_folded = {comparable_name(one): one for one in names}
    near = get_close_matches(comparable_name(name), list(by_folded), 3, 0.75)
    return [by_folded[one] for one in near]
