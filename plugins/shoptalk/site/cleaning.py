"""HTML that a page may show: what is not known to be harmless is taken out."""

from collections.abc import Callable
from functools import cache

import nh3

from shoptalk.reading.safe_html import (
    ANYWHERE,
    ATTRIBUTES,
    CONTENT_IS_CODE,
    LINK_SCHEMES,
    STYLES,
    TAGS,
    is_elsewhere,
)


def cleaner(attribute: Callable[[str, str, str], str | None]) -> nh3.Cleaner:
    """Takes out what is not known to be harmless; of what stays, `attribute` gives the values."""
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(CONTENT_IS_CODE),
        attributes={
            "*": {*ANYWHERE, "style"},
            **{tag: set(names) for tag, names in ATTRIBUTES.items()},
        },
        generic_attribute_prefixes={"aria-", "data-"},
        filter_style_properties=set(STYLES),
        url_schemes=set(LINK_SCHEMES),
        link_rel=None,
        strip_comments=True,
        attribute_filter=attribute,
    )


def keep_attribute(tag: str, attribute: str, value: str) -> str | None:
    """An attribute's value, or None for that of a picture which another host would serve."""
    loads = tag == "img" and attribute == "src"
    return None if loads and is_elsewhere(value) else value


@cache
def _cleaner() -> nh3.Cleaner:
    return cleaner(keep_attribute)


def clean_html(rendered: str) -> str:
    """A rendered page's content without anything that runs or reaches out by itself."""
    return _cleaner().clean(rendered)
