"""A content security policy for each page: what it may run and load, enforced by the browser."""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, is_error_template

SCRIPTS = "partials/javascripts"
"""Where the theme keeps its inline scripts."""

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
CHARSET = '<meta charset="utf-8">'
HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)

FROM_HERE_ONLY = (
    "default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; frame-src {frames}; object-src 'none'; base-uri 'none'; "
    "form-action 'self'"
)


class ContentPolicy:
    """Puts the policy into pages.

    Of inline scripts, those of the theme may run and no others: they are known by the theme's own
    templates, and not by what stands in a page.
    """

    def __init__(self, env: Environment, config: MkDocsConfig, *, serving: bool) -> None:
        folders = [Path(folder) / SCRIPTS for folder in config.theme.dirs]
        names = {path.name for folder in folders for path in folder.glob("*.html")}
        names -= _left_out_by_the_theme(config)
        self._scripts = [env.get_template(f"{SCRIPTS}/{name}") for name in sorted(names)]
        self._config = config
        self._serving = serving
        self._for = cache(self._made_for)

    def put_into_page(self, output: str, page: Page) -> str:
        """A page that bears the policy."""
        return self._put_into(output, get_relative_url(".", page.url))

    def put_into_template(self, output: str, name: str) -> str:
        """Likewise what is no page, such as the one for addresses that lead nowhere."""
        if is_error_template(name):
            return self._put_into(output, urlsplit(self._config.site_url or "/").path)
        return self._put_into(output, get_relative_url(".", name))

    def _put_into(self, output: str, base_url: str) -> str:
        policy = self._for(base_url)
        # Behind the encoding, which browsers look for in the first 1024 bytes.
        before, charset, after = output.partition(CHARSET)
        if charset:
            return f"{before}{charset}{policy}{after}"
        return HEAD.sub(lambda head: head[0] + policy, output, count=1)

    def _made_for(self, base_url: str) -> str:
        # MkDocs puts a script of its own into what it serves, another one for each request.
        inline = ["'unsafe-inline'"] if self._serving else hashes(self._rendered(base_url))
        # In files, 'self' is not the same to all browsers.
        here = ["'self'"] if self._config.use_directory_urls else ["'self'", "file:"]
        policy = FROM_HERE_ONLY.format(scripts=" ".join([*here, *inline]), frames=" ".join(here))
        return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'

    def _rendered(self, base_url: str) -> str:
        return "".join(
            template.render(
                base_url=base_url,
                config=self._config,
                features=self._config.theme.get("features") or [],
            )
            for template in self._scripts
        )


def _left_out_by_the_theme(config: MkDocsConfig) -> set[str]:
    """Scripts of things that no page has unless they are asked for."""
    asked_for = {
        "announce.html": "announce.dismiss" in (config.theme.get("features") or []),
        "consent.html": bool(config.extra.get("consent")),
        "outdated.html": bool(config.extra.get("version")),
    }
    return {name for name, is_asked_for in asked_for.items() if not is_asked_for}


def hashes(scripts: str) -> Iterable[str]:
    """Of each inline script, what names it in a policy."""
    for script in SCRIPT.findall(scripts):
        digest = hashlib.sha256(script.encode("utf-8")).digest()
        yield f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
