"""Finding somebody in a list by the whole name."""

from collections.abc import Iterable
from difflib import get_close_matches

from shoptalk.outreach.called import NOWHERE
from shoptalk.outreach.led_to import place_of
from shoptalk.outreach.names import comparable_name
from shoptalk.outreach.request import Entry

MOST_NEAR = 3


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same person's, however they are typed."""
    return comparable_name(one) == comparable_name(other)


def entries_named(entries: Iterable[Entry], name: str, organization: str = "") -> list[Entry]:
    """The requests to somebody; where an organization is given, only those to somebody there."""
    return [
        entry
        for entry in entries
        if same_name(entry.request.name, name) and is_at(entry.request.organization, organization)
    ]


def is_at(organization: str, meant: str) -> bool:
    """Whether somebody there may be meant by what `--organization` says, if anything."""
    if meant == NOWHERE:
        return not place_of(organization)
    return not meant or place_of(organization) == place_of(meant)


def close_names(names: Iterable[str], name: str, like: float = 0.75) -> list[str]:
    """The names that one is most likely a slip of, or a part; `like` says how much, up to 1."""
    by_folded = {comparable_name(one): one for one in names}
    words = comparable_name(name)
    wholes = [one for one in by_folded if {*words.split()} < {*one.split()}]
    near = get_close_matches(words, list(by_folded), MOST_NEAR, like)
    return [by_folded[one] for one in dict.fromkeys((*near, *wholes))][:MOST_NEAR]
