"""The MkDocs plugin: each event hands MkDocs' things to one function of the core, and back."""

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from shoptalk.findings.unexpected import is_ours, write_down
from shoptalk.hosts.export import check_export, write_export
from shoptalk.hosts.export_pages import Exporter
from shoptalk.hosts.mkdocs_answers import Answers
from shoptalk.hosts.mkdocs_content import with_head_and_foot
from shoptalk.hosts.mkdocs_document import write_document
from shoptalk.hosts.mkdocs_edition import (
    edition_for,
    held_in,
    marked,
    refuse_to_publish,
    set_apart,
    write_archive,
    write_handed_in,
)
from shoptalk.hosts.mkdocs_leaks import check_site, sources_of
from shoptalk.hosts.mkdocs_links import addresses_from
from shoptalk.hosts.mkdocs_metadata import Metadata, describe
from shoptalk.hosts.mkdocs_options import ShoptalkConfig, places_of
from shoptalk.hosts.mkdocs_pages import (
    add_other_files,
    add_pages,
    ask_for,
    flattened,
    leaves_out,
    pages_for,
    with_blocks,
    with_findings,
)
from shoptalk.hosts.mkdocs_reading import fail_over, log_findings, read_for_site
from shoptalk.hosts.mkdocs_search import set_separator
from shoptalk.hosts.mkdocs_shell import Shell
from shoptalk.privacy.edition import Edition
from shoptalk.privacy.public_links import with_public_links
from shoptalk.privacy.sources.folder_faults import check_instructors_edition
from shoptalk.reading.corpus import keeping_everything
from shoptalk.reading.unchanged import UnchangedFiles
from shoptalk.site.cleaning import clean_html
from shoptalk.site.directions import with_directions
from shoptalk.site.document import VARIABLE
from shoptalk.site.exported import VARIABLE as EXPORT
from shoptalk.site.generated_page import GeneratedPage

log = get_plugin_logger("shoptalk")

SITEMAP = "sitemap.xml"


class ShoptalkPlugin(BasePlugin[ShoptalkConfig]):
    """Adds the pages of a portfolio to a MkDocs site."""

    def __init__(self) -> None:
        self.serving = False
        self.server: LiveReloadServer | None = None
        self.watched: set[str] = set()
        self.unchanged = UnchangedFiles()
        self.generated: Mapping[str, GeneratedPage] = {}
        self.answers = Answers(())

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Defined so that MkDocs keeps the plugin, and what it has read, while it serves.

        Raises PluginError where the instructor's edition is about to be published.
        """
        self.serving = command == "serve"
        if command == "gh-deploy":
            refuse_to_publish(edition_for(self.config.edition))

    @event_priority(100)  # before the plugin of the search reads its options
    def _on_config_first(self, config: MkDocsConfig) -> MkDocsConfig:
        set_separator(config)
        return config

    @event_priority(0)
    def _on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Ask for what the generated pages need, and watch what they are made from."""
        self.edition = edition_for(self.config.edition)
        if self.edition is Edition.INSTRUCTOR and not self.serving:
            set_apart(config)
        guarded = self.config.content_security_policy and not self.config.let_interviews_run_scripts
        self.shell = Shell(config, guarded=guarded, serving=self.serving)
        describe(config)
        self.metadata = Metadata(config, self.edition)
        self.permalink = ask_for(config)
        self.places = places_of(self.config, config)
        for path in (str(path) for path in self.places.watched if path.exists()):
            config.watch.append(path)
            if self.server and path not in self.watched:
                self.server.watch(path)
            self.watched.add(path)
        return config

    on_config = CombinedEvent(_on_config_first, _on_config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the interviews and add their pages."""
        with keeping_everything():
            read = read_for_site(
                self.places,
                self.config,
                edition=self.edition,
                preview=self.serving,
                read=self.unchanged.read,
                leaves_out=partial(leaves_out, config=config),
                site_name=config.site_name,
            )
            log_findings(read.findings)
            self.portfolio, self.findings, self.people = read.portfolio, read.findings, read.people
            self.outreach = read.outreach
            self.generated = add_pages(pages_for(self.portfolio, files), files, config)
        self.answers = Answers(self.generated.values())
        add_other_files(self.places.interviews, self.portfolio, files, config)
        self.metadata.add_files(self.portfolio, files)
        self.shell.add_files(files)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let a generated page that is alone in its section stand in the place of the section."""
        self.made_from, self.files, self.nav = sources_of(files), files, nav
        nav.items = [flattened(item, self.generated) for item in nav.items]
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Mend the theme's templates before any is loaded."""
        self.shell.prepare(env)
        return env

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Put generated blocks in the place of their comments, and let links reach interviews."""
        path = page.file.src_uri
        if path in self.generated:
            return markdown
        if self.people:
            markdown = with_public_links(markdown, path, self.people)
        return with_blocks(markdown, page, self.portfolio, addresses_from(page, files))

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the head and the foot around an interview's text, which is cleaned."""
        html = self.shell.mend_content(html, page)
        made = self.generated.get(page.file.src_uri)
        if made is None:
            self.shell.check_own(html, page)
            return with_findings(html, page.file, self.portfolio, self.places)
        body = html if self.config.let_interviews_run_scripts else clean_html(html)
        return with_head_and_foot(
            body, page, made, files, answers=self.answers, permalink=self.permalink
        )

    @event_priority(-100)  # after the plugins that index a page for a search
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Show answers in the question bank, and what others said; by now all is rendered.

        What is written from right to left is set so.
        """
        made = self.generated.get(page.file.src_uri)
        if made:
            self.answers.put_into(page, made)
        page.content = with_directions(page.content or "")
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Say what a page may run, and mark those of the instructor's edition."""
        output = self.shell.finish_page(output, page)
        output = self.metadata.put_into_page(output, page, self.generated.get(page.file.src_uri))
        return marked(output) if self.edition is Edition.INSTRUCTOR else output

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Keep what is not to be found out of the list for search engines."""
        if template_name == SITEMAP:
            context["pages"] = self.metadata.to_be_found(context["pages"])
        return context

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Do likewise to what is no page, such as the one for addresses that lead nowhere."""
        if not template_name.endswith(".html"):
            return output_content
        output_content = self.shell.finish_template(output_content, template_name)
        output_content = self.metadata.put_into_template(output_content, template_name)
        return marked(output_content) if self.edition is Edition.INSTRUCTOR else output_content

    def on_build_error(self, *, error: Exception) -> None:
        """End with one line what would end in a traceback; a preview says it and goes on."""
        if is_ours(error) and not isinstance(error, MkDocsException):
            log.error(write_down(error))
            raise Abort("Aborted: the line above says where to read on") from None

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Notice a rubric, or a folder of interviews, that is made while the preview runs."""
        self.server = server
        server.watch(str(self.places.start), recursive=False)
        return server

    @event_priority(-200)  # after the plugins that write files into the site
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fail a strict build, also a quiet one; a preview goes on whatever is wrong."""
        self.shell.finish_site()
        wanted = "" if self.serving else os.environ.get(VARIABLE, "")
        write_document(wanted, self.generated, self.files, config, self.edition)
        if self.edition is Edition.INSTRUCTOR and not self.serving:
            site, report = Path(config.site_dir), self.portfolio.report
            write_handed_in(site, report, self.outreach, self.places)
            say = log.info if self.outreach.is_whole else log.warning
            say(f"to hand in: {write_archive(site)}, {held_in(self.outreach)}")
            start = self.places.start
            log_findings(check_instructors_edition(site, start, start))
        if self.people and not self.serving:
            check_site(config, self.people, self.made_from)
        if not self.serving and (folder := os.environ.get(EXPORT)):
            self._export(Path(folder), config)
        if config.strict and not self.serving:
            fail_over(self.findings, len(self.portfolio.report.files))

    def _export(self, folder: Path, config: MkDocsConfig) -> None:
        """Write the pages for other generators."""
        trusting = self.config.let_interviews_run_scripts
        write_export(
            folder,
            config,
            self.files,
            self.nav,
            generated=self.generated,
            exporter=Exporter(config, self.files, self.answers, trusting=trusting),
            portfolio=self.portfolio,
            people=self.people,
            edition=self.edition,
        )
        if self.people:
            check_export(folder, self.people)
