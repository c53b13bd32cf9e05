"""Which requests led to which conversation, and which of several people of a name is meant."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple, Protocol

from shoptalk.outreach.names import comparable_name, comparable_words
from shoptalk.outreach.request import Entry, Outreach, Request
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.fields import is_placeholder


class Fit(IntEnum):
    """Why a request may have led to a conversation, the best reason first."""

    TOLD = 0
    """It names the conversation, or both name the same workplace, or neither any."""
    OPEN = 1
    """One of the two names no workplace."""
    BY_NAME = 2
    """They name different ones, as where somebody writes it out and somebody does not."""


class Named(Protocol):
    """Somebody who is named in a list."""

    @property
    def name(self) -> str: ...  # noqa: D102 (each record says what it means)
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def organization(self) -> str: ...  # noqa: D102


class _Meant(NamedTuple):
    fit: Fit
    entry: Entry


def place_of(organization: str) -> str:
    """A workplace as it compares; empty where none is named."""
    return "" if is_placeholder(organization) else comparable_words(organization)


def is_oneself(name: str, named: Named) -> bool:
    """Whether whom somebody named can be told apart from that somebody by nothing."""
    return comparable_name(name) == comparable_name(named.name) and not place_of(named.organization)


def led_to(outreach: Outreach, files: Iterable[ReadFile]) -> Mapping[str, tuple[Entry, ...]]:
    """The requests by the path, in findings, of the conversation that each led to.

    A request names its conversation under `interview`; one that names none led to that with the
    person of the same name. Of several people of a name it is the one at the same organization;
    where that does not tell, it led to none.
    """
    if not outreach.entries:
        return {}
    conversations = _Conversations(files)
    meant: defaultdict[str, list[_Meant]] = defaultdict(list)
    for entry in outreach.entries:
        path, fit = conversations.meant_by(entry.request)
        if path:
            meant[path].append(_Meant(fit, entry))
    found = ((path, _nearest(each)) for path, each in meant.items())
    return {path: entries for path, entries in found if entries}


class _Conversations:
    """The paths of conversations, by their addresses and by whom they are with."""

    def __init__(self, files: Iterable[ReadFile]) -> None:
        self.paths: dict[str, str] = {}
        self.at: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for file in files:
            if one := file.interview:
                self.paths[file.address] = one.source.path
                if one.name:
                    at = self.at[comparable_name(one.name)]
                    at.setdefault(place_of(one.organization), one.source.path)

    def meant_by(self, request: Request) -> tuple[str, Fit]:
        """The path of the one that a request may have led to; empty where there is none."""
        if request.interview:
            return self.paths.get(request.interview, ""), Fit.TOLD
        at = self.at.get(comparable_name(request.name), {})
        here = place_of(request.organization)
        if here in at:
            return at[here], Fit.TOLD
        if "" in at:
            return at[""], Fit.OPEN
        if len(at) == 1:
            return next(iter(at.values())), Fit.BY_NAME if here else Fit.OPEN
        return "", Fit.BY_NAME


def _nearest(meant: Sequence[_Meant]) -> tuple[Entry, ...]:
    """Those that fit best; none where these are to people at different places."""
    fit = min(one.fit for one in meant)
    nearest = tuple(one.entry for one in meant if one.fit is fit)
    places = {place_of(entry.request.organization) for entry in nearest}
    return nearest if fit is Fit.TOLD or len(places) == 1 else ()


class Namesakes:
    """Tells people of one name apart by where they work."""

    def __init__(self, people: Iterable[tuple[str, str]]) -> None:
        self.places: defaultdict[str, set[str]] = defaultdict(set)
        for name, organization in people:
            if place := place_of(organization):
                self.places[comparable_name(name)].add(place)

    def key(self, name: str, organization: str = "") -> tuple[str, str]:
        """The same for whatever is said of one person."""
        compared = comparable_name(name)
        is_shared = len(self.places.get(compared, ())) > 1
        return compared, place_of(organization) if is_shared else ""


class Asked:
    """The request to each person; a sent one if there is one."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        in_order = sorted(entries, key=lambda entry: bool(entry.request.sent))
        who = [(entry.request.name, entry.request.organization) for entry in in_order]
        self._namesakes = Namesakes(who)
        keys = (self._namesakes.key(*one) for one in who)
        self._of_person = dict(zip(keys, in_order, strict=True))
        self._of_name = {comparable_name(one.request.name): one for one in in_order}

    def to(self, name: str, organization: str = "") -> Entry | None:
        """The request to somebody; to any of the name where no organization is given."""
        if place_of(organization):
            return self._of_person.get(self._namesakes.key(name, organization))
        return self._of_name.get(comparable_name(name))
