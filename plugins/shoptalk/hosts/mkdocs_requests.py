"""What would make a site's pages ask other hosts, and so tell them about every reader."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page

log = get_plugin_logger("shoptalk")

FONTS_OF_THE_THEME = {"text": "Roboto", "code": "Roboto Mono"}
"""Named by nobody: those that the theme takes unless it is told otherwise."""

LOADS = re.compile(
    r"<(?:img|script|iframe|embed|audio|video|source|track|input)\b[^>]*?\s(?:src|poster)"
    r"=[\"']?(?P<address>(?:https?:)?//[^\"'\s>]+)"
    r"|<(?:link|object)\b[^>]*?\s(?:href|data)=[\"']?(?P<linked>(?:https?:)?//[^\"'\s>]+)",
    re.IGNORECASE,
)
INLINE_SCRIPT = re.compile(r"<script\b(?![^>]*\s(?:src|type)=)[^>]*>", re.IGNORECASE)
DIAGRAM = re.compile(r'(<(?:pre|div) class=")mermaid"')


def leave_fonts_out(config: MkDocsConfig) -> None:
    """Keep the theme from loading fonts from another host, whatever is configured."""
    font = config.theme.get("font")
    if font and font != FONTS_OF_THE_THEME:
        log.warning(
            "mkdocs.yml: `theme.font` is left out: pages would load it from another host; "
            "write `font: false`"
        )
    config.theme["font"] = False


def warn_of_settings(config: MkDocsConfig) -> None:
    """Name the settings whose files the content security policy keeps out."""
    named = {
        "extra_css": config.extra_css,
        "extra_javascript": config.extra_javascript,
        "extra.polyfills": config.extra.get("polyfills") or [],
        "theme.logo": [config.theme.get("logo") or ""],
        "theme.favicon": [config.theme.get("favicon") or ""],
    }
    for setting, addresses in named.items():
        for address in map(str, addresses):
            if _is_elsewhere(address, config):
                log.warning(f"mkdocs.yml: `{setting}` is kept out: {_advice(address)}")
    if config.extra.get("analytics"):
        log.warning(
            "mkdocs.yml: `extra.analytics` is kept out: it tells another host about every reader"
        )


def warn_of_page(html: str, page: Page, config: MkDocsConfig) -> None:
    """Name what the content security policy keeps out of a page of the author's own."""
    for address in _loaded_by(html):
        if _is_elsewhere(address, config):
            log.warning(f"{page.file.src_uri}: a file is kept out: {_advice(address)}")
    if INLINE_SCRIPT.search(html):
        log.warning(
            f"{page.file.src_uri}: a script in the page is kept out; "
            "put it into a file, and name that in `extra_javascript`"
        )


def without_remote_diagrams(html: str, page: Page, config: MkDocsConfig) -> str:
    """A page whose diagrams are shown as text, unless the site holds what draws them."""
    if 'class="mermaid"' not in html or any("mermaid" in str(s) for s in config.extra_javascript):
        return html
    log.warning(
        f"{page.file.src_uri}: a diagram is shown as text: Mermaid would come from another host; "
        "put mermaid.min.js into docs/, and name it in `extra_javascript`"
    )
    return DIAGRAM.sub(r'\1shoptalk-diagram"', html)


def _loaded_by(html: str) -> Iterator[str]:
    for found in LOADS.finditer(html):
        yield found["address"] or found["linked"]


def _is_elsewhere(address: str, config: MkDocsConfig) -> bool:
    host = urlsplit(address).netloc
    return bool(host) and host != urlsplit(config.site_url or "").netloc


def _advice(address: str) -> str:
    return f"{address} is on another host; put it into docs/"
