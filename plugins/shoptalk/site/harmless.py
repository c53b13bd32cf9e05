"""Whether HTML is known to be harmless.

Only tags in their plainest form pass: each `<` begins one, and browsers read it no other way.
"""

import re
from collections.abc import Container
from html import unescape

from shoptalk.reading.safe_html import (
    LINK_SCHEMES,
    STYLES,
    TAGS,
    is_allowed,
    is_elsewhere,
    link_scheme,
)

TOKEN = re.compile(
    r"[^<]+|</[a-zA-Z][a-zA-Z0-9]*>|<!--[^<>-]*-->"
    r"|<(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<attributes>(?:\s+[a-zA-Z][\w:.-]*(?:=\"[^\"<]*\")?)*)\s*/?>"
)
ATTRIBUTE = re.compile(r"([a-zA-Z][\w:.-]*)(?:=\"([^\"]*)\")?")
LINKS = frozenset(("href", "src", "cite"))


def is_harmless(html: str, trusted: Container[str] = ()) -> bool:
    """Whether nothing in some HTML can run or reach out by itself; `trusted` tags are not asked."""
    at = 0
    while at < len(html):
        token = TOKEN.match(html, at)
        if not token:
            return False
        if token["tag"] and token[0] not in trusted and not _is_harmless_tag(token):
            return False
        at = token.end()
    return True


def _is_harmless_tag(token: re.Match[str]) -> bool:
    tag = token["tag"].lower()
    return tag in TAGS and all(
        _is_harmless_attribute(tag, name.lower(), unescape(value))
        for name, value in ATTRIBUTE.findall(token["attributes"])
    )


def _is_harmless_attribute(tag: str, name: str, value: str) -> bool:
    if not is_allowed(tag, name):
        return False
    if name == "style":
        styles = (style.partition(":") for style in value.split(";") if style.strip())
        return all(key.strip() in STYLES and "(" not in said for key, _, said in styles)
    if name in LINKS and link_scheme(value) not in ("", *LINK_SCHEMES):
        return False
    return not (tag == "img" and name == "src" and is_elsewhere(value))
