"""A list of requests as the text of a file of its own."""

from collections.abc import Iterator

from shoptalk.mending.yaml_values import STEP, as_data, block_lines
from shoptalk.outreach.request import Outreach


def as_file(outreach: Outreach) -> str:
    """What `outreach.yml` would say to be read as these records."""
    return "".join(f"{line}\n" for line in _lines(outreach))


def _lines(outreach: Outreach) -> Iterator[str]:
    data = {
        "me": as_data(outreach.me),
        "zone": outreach.zone,
        "requests": as_data(outreach.requests),
    }
    for key, value in data.items():
        if value:
            yield from block_lines(value, f"{key}:", STEP)
