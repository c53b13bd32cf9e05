"""The MkDocs plugin: each event hands MkDocs' things to one function of the core, and back."""

import datetime
import os
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from shoptalk.findings.finding import Finding, Severity
from shoptalk.findings.reporters.summary import render_summary
from shoptalk.findings.reporters.text import render_finding
from shoptalk.hosts.mkdocs_answers import Answers
from shoptalk.hosts.mkdocs_edition import marked, set_apart, write_archive
from shoptalk.hosts.mkdocs_leaks import check_site, sources_of
from shoptalk.hosts.mkdocs_links import addresses_from, links_to_headings
from shoptalk.privacy.edition import Edition, chosen_edition
from shoptalk.privacy.editions import public_report
from shoptalk.privacy.public_people import public_people
from shoptalk.questions.override_faults import check_overrides
from shoptalk.reading.body_html import (
    html_left_out,
    picture_from_elsewhere,
    unsafe_html,
    unsafe_link,
)
from shoptalk.reading.corpus import Corpus, ReadFile, keeping_everything, read_corpus
from shoptalk.reading.folder import PRIVATE, shown_path
from shoptalk.reading.slug import slug
from shoptalk.reading.unchanged import UnchangedFiles
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric import Rubric
from shoptalk.rubric.rubric_file import read_rubric
from shoptalk.rubric.score_file import read_scores
from shoptalk.rubric.scores import NO_SCORES, Scores
from shoptalk.site.answers import find_answers, with_html_below
from shoptalk.site.assets import SCRIPT, STYLESHEET, read_assets
from shoptalk.site.cleaning import clean_html
from shoptalk.site.generated_page import GeneratedPage, with_meta
from shoptalk.site.pages import BLOCKS, make_pages, render_block
from shoptalk.site.pictures import find_pictures
from shoptalk.site.portfolio import Portfolio, page_path
from shoptalk.site.rendering import render_each, render_markdown

log = get_plugin_logger("shoptalk")
LEVELS = {Severity.ERROR: log.warning, Severity.WARNING: log.warning, Severity.NOTE: log.info}

BLOCK = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)|^<!--[ \t]*shoptalk/(?P<block>[\w-]+)[ \t]*-->[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
"""A comment that stands for a block, or a code block, in which it would not."""


HELD_BACK = frozenset((unsafe_html.id, unsafe_link.id, html_left_out.id, picture_from_elsewhere.id))
"""The checks that name what cleaning takes out."""


class ShoptalkConfig(Config):
    """The plugin's options in `mkdocs.yml`."""

    interviews = config_options.Type(str, default="interviews")
    """The folder of interviews, relative to `mkdocs.yml`."""

    rubric = config_options.Type(str, default="rubric.yml")
    """The rubric's file, relative to `mkdocs.yml`; without one the default rubric holds."""

    let_interviews_run_scripts = config_options.Type(bool, default=False)
    """Publish the HTML of interviews as it is, with all that it may run or load."""

    publish_scores = config_options.Type(bool, default=False)
    """Show everybody what people said in `scores.yml`, with names and comments; a preview does."""

    edition = config_options.Choice(tuple(Edition), default=Edition.PUBLIC.value)
    """Who the site is for; the environment variable SHOPTALK_EDITION counts more."""

    allow = config_options.ListOfItems(config_options.Type(str), default=[])
    """What a public site may show besides what was agreed to: names, mail addresses, numbers, and
    domains such as `@example.org`."""


class ShoptalkPlugin(BasePlugin[ShoptalkConfig]):
    """Adds the pages of a portfolio to a MkDocs site."""

    def __init__(self) -> None:
        self.serving = False
        self.server: LiveReloadServer | None = None
        self.watched: set[str] = set()
        self.unchanged = UnchangedFiles()
        self.generated: dict[str, GeneratedPage] = {}
        self.answers = Answers(())

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Defined so that MkDocs keeps the plugin, and what it has read, while it serves."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Ask for what the generated pages need, and watch what they are made from."""
        self.edition = chosen_edition(self.config.edition, os.environ)
        if self.edition is Edition.INSTRUCTOR and not self.serving:
            set_apart(config)
        permalink = config.mdx_configs.get("toc", {}).get("permalink", "")
        self.permalink = "\u00b6" if permalink is True else str(permalink or "")
        if "attr_list" not in config.markdown_extensions:
            config.markdown_extensions.append("attr_list")
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slug)
        config.extra_css.insert(0, STYLESHEET)
        script = config_options.ExtraScriptValue(SCRIPT)
        script.defer = True
        config.extra_javascript.append(script)
        interviews = self._interviews(config)
        private = interviews.with_name(PRIVATE)
        watched = (interviews, private, self._rubric(config), self._scores(config))
        for path in (str(path) for path in watched if path.exists()):
            config.watch.append(path)
            if self.server and path not in self.watched:
                self.server.watch(path)
            self.watched.add(path)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the interviews and add their pages."""
        self.portfolio = self._read(config)
        self.generated = {}
        with keeping_everything():
            for page in make_pages(self.portfolio):
                self._add_page(page, files, config)
        self.answers = Answers(self.generated.values())
        for source, path in find_pictures(self._interviews(config), self.portfolio):
            if files.get_file_from_path(path) is None:
                files.append(File.generated(config, path, abs_src_path=str(source)))
        for address, text in read_assets().items():
            files.append(File.generated(config, address, content=text))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let a generated page that is alone in its section stand in the place of the section."""
        self.made_from = sources_of(files)
        nav.items = [self._flattened(item) for item in nav.items]
        return nav

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Put generated blocks in the place of their comments."""
        if page.file.src_uri in self.generated or "shoptalk/" not in markdown:
            return markdown
        return BLOCK.sub(lambda comment: self._block(comment, page), markdown)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the head and the foot around an interview's text, which is cleaned."""
        made = self.generated.get(page.file.src_uri)
        if made is None:
            return html
        body = html if self.config.let_interviews_run_scripts else clean_html(html)
        address_of = addresses_from(page, files)
        if made.conversation:
            found = list(find_answers(body, made.conversation.interview))
            self.answers.keep(made.conversation.file.address, found, page)
            body = with_html_below(body, found, render_each(made.links, address_of))
        head = render_markdown(made.head, address_of, self.permalink)
        foot = render_markdown(made.foot, address_of, self.permalink)
        page.toc = TableOfContents([*links_to_headings(head), *page.toc, *links_to_headings(foot)])
        if made.answers:
            foot = self.answers.hold_back(foot, page)
        return f"{head}\n{body}\n{foot}"

    @event_priority(-100)  # after the plugins that index a page for a search
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Show answers in the question bank; by now all of them are rendered."""
        made = self.generated.get(page.file.src_uri)
        if made and made.answers:
            self.answers.put_into(page, made)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Mark each page of the instructor's edition."""
        return marked(output) if self.edition is Edition.INSTRUCTOR else output

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Mark what is no page, such as the one for addresses that lead nowhere."""
        is_page = self.edition is Edition.INSTRUCTOR and template_name.endswith(".html")
        return marked(output_content) if is_page else output_content

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Notice a rubric, or a folder of interviews, that is made while the preview runs."""
        self.server = server
        server.watch(str(self._beside_config(config, "")), recursive=False)
        return server

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fail a strict build, also a quiet one; a preview goes on whatever is wrong."""
        if self.edition is Edition.INSTRUCTOR and not self.serving:
            log.info(f"to hand in: {write_archive(Path(config.site_dir))}")
        if self.edition is Edition.PUBLIC and not self.serving:
            check_site(config, self.people, self.made_from)
        failing = [f for f in self.findings if f.severity is not Severity.NOTE]
        if failing and config.strict and not self.serving:
            files = len(self.portfolio.report.files)
            summary = render_summary(self.findings, files)
            raise PluginError(f"the check failed: {summary}; `shoptalk check` names each")

    def _read(self, config: MkDocsConfig) -> Portfolio:
        """The portfolio as it is on disk now; its findings are logged."""
        start = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        rubric_path = self._rubric(config)
        rubric, findings = read_rubric(rubric_path, shown_path(str(rubric_path), start))
        corpus = read_corpus(
            [self._interviews(config)], datetime.date.today(), start=start, read=self.unchanged.read
        )
        scores, faults = self._read_scores(corpus, rubric, config)
        findings += faults
        if not (self.serving or self.config.publish_scores):
            scores = NO_SCORES
        kept = [file for file in corpus.files if not _is_excluded(page_path(file.address), config)]
        if self.config.let_interviews_run_scripts:
            kept = [_without(HELD_BACK, file) for file in kept]
        corpus = replace(corpus, files=tuple(check_overrides(kept)))
        today = datetime.date.today()
        report = grade(corpus, rubric or Rubric(title="Rubric"), today, scores)
        portfolio = Portfolio(
            report=report,
            rubric_findings=tuple(findings),
            preview=self.serving,
            leaves_out=partial(_is_excluded, config=config),
        )
        self.findings = portfolio.findings
        for finding in self.findings:
            LEVELS[finding.severity](render_finding(finding))
        if self.edition is Edition.INSTRUCTOR:
            return portfolio
        self.people = public_people(corpus, today, self.config.allow)
        return replace(
            portfolio,
            report=public_report(report, self.people, preview=self.serving),
            rubric_findings=portfolio.rubric_findings if self.serving else (),
        )

    def _add_page(self, page: GeneratedPage, files: Files, config: MkDocsConfig) -> None:
        if _is_excluded(page.path, config):
            return
        own = files.get_file_from_path(page.path)
        if own is not None:
            if page.path not in self.generated:
                log.info(f"{own.src_uri} of docs/ is used instead of the generated page")
            return
        in_navigation = page.indexed and config.nav is None
        file = File.generated(
            config,
            page.path,
            content=with_meta(page.meta, page.body),
            inclusion=InclusionLevel.INCLUDED if in_navigation else InclusionLevel.NOT_IN_NAV,
        )
        if page.source:
            file.edit_uri = Path(os.path.relpath(page.source, config.docs_dir)).as_posix()
        self.generated[page.path] = page
        files.append(file)

    def _flattened(self, item: StructureItem) -> StructureItem:
        if not isinstance(item, Section) or len(item.children) != 1:
            return item
        [page] = item.children
        if not isinstance(page, Page) or page.file.src_uri not in self.generated:
            return item
        page.parent = None
        page.title = item.title
        return page

    def _block(self, comment: re.Match[str], page: Page) -> str:
        if comment["fence"]:
            return comment[0]
        try:
            return render_block(comment["block"], self.portfolio, page.file.src_uri)
        except KeyError:
            known = ", ".join(f"shoptalk/{name}" for name in BLOCKS)
            log.warning(
                f"{page.file.src_uri}: no block 'shoptalk/{comment['block']}'; known: {known}"
            )
            return comment[0]

    def _interviews(self, config: MkDocsConfig) -> Path:
        return self._beside_config(config, self.config.interviews)

    def _rubric(self, config: MkDocsConfig) -> Path:
        return self._beside_config(config, self.config.rubric)

    def _read_scores(
        self, corpus: Corpus, rubric: Rubric | None, config: MkDocsConfig
    ) -> tuple[Scores, list[Finding]]:
        if rubric is None:
            return NO_SCORES, []
        path = self._scores(config)
        known = {file.address for file in corpus.files}
        name = shown_path(str(path), self._beside_config(config, ""))
        return read_scores(path, name, rubric, known, datetime.date.today())

    def _scores(self, config: MkDocsConfig) -> Path:
        return self._rubric(config).with_name("scores.yml")

    @staticmethod
    def _beside_config(config: MkDocsConfig, name: str) -> Path:
        return Path(config.config_file_path or "mkdocs.yml").resolve().parent / name


def _without(checks: frozenset[str], file: ReadFile) -> ReadFile:
    return replace(file, findings=tuple(f for f in file.findings if f.check not in checks))


def _is_excluded(path: str, config: MkDocsConfig) -> bool:
    return bool(config.exclude_docs and config.exclude_docs.match_file(path))
