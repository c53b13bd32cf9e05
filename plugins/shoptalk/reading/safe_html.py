"""The HTML that a page may hold: what Markdown, Material and harmless hands write, and no more."""

import re

# ruff: noqa: SIM905 (words in a text are read more easily than literals in a list)

VOID_TAGS = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)
OPTIONAL_END_TAGS = frozenset(
    "body colgroup dd dt head html li option p rp rt tbody td tfoot th thead tr".split()
)
TAGS = frozenset(
    "a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup "
    "data dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr "
    "i img input ins kbd label li main mark nav ol p pre q rp rt ruby s samp section small span "
    "strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr "
    # Material draws its icons inline.
    "svg path g circle rect line polyline polygon title desc".split()
)
ANYWHERE = frozenset("id class title lang dir role align hidden tabindex".split())
"""Attributes that any tag may have, besides `aria-…` and `data-…`."""

ATTRIBUTES = {
    "a": {"href", "name", "target", "rel", "rev", "hreflang", "download"},
    "bdo": {"dir"},
    "blockquote": {"cite"},
    "col": {"span", "width"},
    "colgroup": {"span"},
    "data": {"value"},
    "del": {"cite", "datetime"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
    # Content tabs and task lists are made of these.
    "input": {"type", "name", "checked", "disabled", "value"},
    "ins": {"cite", "datetime"},
    "label": {"for"},
    "li": {"value"},
    "ol": {"start", "type", "reversed"},
    "q": {"cite"},
    "table": {"summary", "border", "cellpadding", "cellspacing", "width"},
    "td": {"colspan", "rowspan", "headers", "width", "valign"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr", "width", "valign"},
    "time": {"datetime"},
    "svg": {"xmlns", "viewbox", "viewBox", "width", "height", "fill", "stroke", "focusable"},
    "path": {"d", "fill", "stroke", "stroke-width", "fill-rule", "clip-rule", "transform"},
    "g": {"fill", "stroke", "transform"},
    "circle": {"cx", "cy", "r", "fill", "stroke", "stroke-width"},
    "rect": {"x", "y", "width", "height", "rx", "fill", "stroke"},
    "line": {"x1", "y1", "x2", "y2", "stroke"},
    "polyline": {"points", "fill", "stroke"},
    "polygon": {"points", "fill", "stroke"},
}
STYLES = frozenset(("text-align", "width"))
"""The `style` properties that Markdown tables set."""

CONTENT_IS_CODE = frozenset(("script", "style", "template", "noscript", "iframe", "object"))
"""Tags whose content goes with them."""

EVENT_IN_BRACES = re.compile(r"\{[^{}\n]*\bon[a-z]+\s*=")
"""An event attribute in braces, as the extension `attr_list` reads them."""

LINK_SCHEMES = frozenset(("http", "https", "mailto", "tel"))


def is_allowed(tag: str, attribute: str) -> bool:
    """Whether a page keeps this attribute of this tag; `markdown` steers md_in_html."""
    return (
        attribute in ANYWHERE
        or attribute in ("style", "markdown", "xmlns")
        or attribute.startswith(("aria-", "data-"))
        or attribute in ATTRIBUTES.get(tag, ())
    )


def is_elsewhere(address: str) -> bool:
    """Whether an address is on another host."""
    return bool(re.match(r"\s*(?:https?:|[\\/]{2})", address, re.IGNORECASE))


def link_scheme(address: str) -> str:
    """The scheme a browser would see in an address, in lower case; empty if it has none."""
    shown = "".join(char for char in address if ord(char) > 32)
    head = shown.split(":", 1)[0]
    is_scheme = ":" in shown and head[:1].isalpha() and head.replace("+", "").isalnum()
    return head.lower() if is_scheme else ""
