"""What stands around the content of every page: the theme, mended, and what browsers may load."""

from pathlib import Path

from jinja2 import BaseLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from shoptalk.hosts.mkdocs_offline import add_worker, is_for_disks, write_index
from shoptalk.hosts.mkdocs_policy import ContentPolicy
from shoptalk.hosts.mkdocs_requests import (
    leave_fonts_out,
    warn_of_page,
    warn_of_settings,
    without_remote_diagrams,
)
from shoptalk.hosts.mkdocs_search import finish_index
from shoptalk.hosts.mkdocs_theme import MendedTemplates, with_named_tasks, with_valid_lines

log = get_plugin_logger("shoptalk")


class Shell:
    """The shell of one build's pages."""

    def __init__(self, config: MkDocsConfig, *, guarded: bool, serving: bool) -> None:
        self._config = config
        # Of other themes it is unknown which scripts are their own.
        self._guarded = guarded and config.theme.name == "material"
        self._serving = serving
        self._policy: ContentPolicy | None = None
        leave_fonts_out(config)

    def add_files(self, files: Files) -> None:
        """Add what pages on a disk need, once all plugins have changed the settings."""
        if is_for_disks(self._config):
            add_worker(files, self._config)
        elif self._config.site_url is None:
            log.info(
                "mkdocs.yml: 404.html works only on a site at the root of its host; "
                'for one below a path, such as /portfolio/, set `site_url`, else set it to ""'
            )
        if self._guarded:
            warn_of_settings(self._config)

    def prepare(self, env: Environment) -> None:
        """Mend the theme's templates, and learn which scripts are its own."""
        if isinstance(env.loader, BaseLoader):
            env.loader = MendedTemplates(env.loader)
        if self._guarded:
            self._policy = ContentPolicy(env, self._config, serving=self._serving)

    def mend_content(self, html: str, page: Page) -> str:
        """A page's content, as the extensions of Markdown ought to have made it."""
        html = without_remote_diagrams(html, page, self._config)
        return with_valid_lines(with_named_tasks(html))

    def check_own(self, html: str, page: Page) -> None:
        """Name what the policy keeps out of a page that its author wrote."""
        if self._guarded:
            warn_of_page(html, page, self._config)

    def finish_page(self, output: str, page: Page) -> str:
        """A whole page, with the policy."""
        return self._policy.put_into_page(output, page) if self._policy else output

    def finish_template(self, output: str, name: str) -> str:
        """Likewise what is no page."""
        return self._policy.put_into_template(output, name) if self._policy else output

    def finish_site(self) -> None:
        """Write what can only be written once all other files are."""
        finish_index(Path(self._config.site_dir))
        if is_for_disks(self._config):
            write_index(Path(self._config.site_dir))
