"""Writing into the text of `outreach.yml`, of which everything else stays as it is."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, NamedTuple

from shoptalk.mending.yaml_edit import END, NoPlace, Path, in_full, with_value, without_key
from shoptalk.mending.yaml_values import as_data
from shoptalk.outreach.request import Entry, Request
from shoptalk.reading.nodes import Listing
from shoptalk.reading.repair import read_nodes
from shoptalk.reading.source import Span

REQUESTS = "requests"
PLAIN_KEYS = {"reminders": "on", "referrals": "name", "promised": "do", "check_ins": "on"}
"""The keys of lists whose items may be texts, with what such a text says."""


class Change(NamedTuple):
    """A value of a request that becomes another, or is added."""

    path: Path
    """Such as `("sent",)` or `("promised", 0, "done")`; `END` is the end of a list."""
    value: Any
    """As the record holds it; None for a key that goes."""


def with_request(text: str, request: Request) -> str:
    """The text with one more request at the end of its list.

    Raises NoPlace where the list is not written in a way that can be added to.
    """
    return with_value(text, (REQUESTS, END), {"name": request.name} | _more(request))


def _more(request: Request) -> dict[str, Any]:
    """What is said of a request besides the name."""
    data = as_data(request)
    return data if isinstance(data, dict) else {}


def with_changes(text: str, entry: Entry, changes: Iterable[Change]) -> str:
    """The text with some values of an entry changed.

    Raises NoPlace where the entry is not written in a way that can be added to.
    """
    at = (REQUESTS, _number(entry))
    text = in_full(text, at, "name")
    for change in changes:
        for length, step in enumerate(change.path):
            if isinstance(step, int) and step != END:
                plain = PLAIN_KEYS[str(change.path[length - 1])]
                text = in_full(text, (*at, *change.path[: length + 1]), plain)
        if change.value is None:
            text = without_key(text, (*at, *change.path))
        else:
            text = with_value(text, (*at, *change.path), change.value)
    return text


def _number(entry: Entry) -> int:
    """The place of an entry among all that stands in the list, from 0."""
    mapping, _ = read_nodes(entry.source, Span(0, len(entry.source.text)))
    listed = mapping.get(REQUESTS) if mapping else None
    items = listed.items if isinstance(listed, Listing) else ()
    for number, item in enumerate(items):
        if item.start == entry.node.start:
            return number
    raise NoPlace("its requests do not stand in a list")


def changed(request: Request, changes: Iterable[Change]) -> Request:
    """The request after some changes."""
    for change in changes:
        request = _changed(request, change.path, change.value)
    return request


def _changed(record: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if value is None and not rest:
        default = next(one.default for one in fields(record) if one.name == step)
        return replace(record, **{str(step): default})
    if isinstance(record, tuple):
        if step == END:
            return (*record, value)
        number = int(step)
        return (*record[:number], _changed(record[number], rest, value), *record[number + 1 :])
    return replace(record, **{str(step): _changed(getattr(record, str(step)), rest, value)})
