"""A value that is the address of a web page."""

import re
from urllib.parse import urlsplit

from shoptalk.reading.fields import Fields
from shoptalk.reading.interview_faults import not_a_web_address


def web_address(fields: Fields, key: str) -> str:
    """The address under a key, empty if there is none."""
    text = fields.text(key)
    if not text:
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme in ("http", "https") and parts.netloc and not re.search(r"\s", text):
        return text
    node = fields.values[key].value
    bare = re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", text)
    fields.report(not_a_web_address, node, text, (f"{key}: https://{text}",) if bare else ())
    return ""
