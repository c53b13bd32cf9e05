"""Which requests led to which conversation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from shoptalk.outreach.names import comparable_name, comparable_words
from shoptalk.outreach.request import Entry, Outreach, Request
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.fields import is_placeholder


def led_to(outreach: Outreach, files: Iterable[ReadFile]) -> Mapping[str, tuple[Entry, ...]]:
    """The requests by the path, in findings, of the conversation that each led to.

    A request names its conversation under `interview`; one that names none led to that with the
    person of the same name, if there is one; of two, with that from the same organization.
    """
    if not outreach.entries:
        return {}
    paths: dict[str, str] = {}
    of_people: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for file in files:
        if file.interview:
            path = paths[file.address] = file.interview.source.path
            if file.interview.name:
                place = file.interview.organization
                name = comparable_name(file.interview.name)
                of_people[name].append(("" if is_placeholder(place) else place, path))
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in outreach.entries:
        request = entry.request
        if request.interview:
            meant = paths.get(request.interview)
        else:
            meant = _meant(request, of_people.get(comparable_name(request.name), ()))
        if meant:
            found[meant].append(entry)
    return {path: tuple(entries) for path, entries in found.items()}


def _meant(request: Request, talks: Sequence[tuple[str, str]]) -> str | None:
    """The conversation with this one of several people of a name, by where they work."""
    here = comparable_words(request.organization)

    def differs(talk: tuple[str, str]) -> int:
        there = comparable_words(talk[0])
        return 0 if there == here else 1 + bool(there)

    return min(talks, key=differs)[1] if talks else None


def requests_by_person(outreach: Outreach) -> Mapping[str, Entry]:
    """The request to each person, by their name as it compares; a sent one if there is one."""
    in_order = sorted(outreach.entries, key=lambda entry: bool(entry.request.sent))
    return {comparable_name(entry.request.name): entry for entry in in_order}
