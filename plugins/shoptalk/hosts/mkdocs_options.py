"""The options of the plugin, and where a portfolio's files lie by them."""

from pathlib import Path
from typing import NamedTuple

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from shoptalk.privacy.edition import SUFFIX, Edition
from shoptalk.reading.folder import OUTREACH, PRIVATE


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

    publish_outreach = config_options.Type(bool, default=False)
    """Show everybody how many people were asked, answered and talked to; nothing else of it."""

    hand_in_outreach = config_options.Type(bool, default=True)
    """Let the instructor's edition show who was asked, and what was written to them."""

    content_security_policy = config_options.Type(bool, default=True)
    """Let pages run the site's own scripts only, and load nothing from other hosts."""

    edition = config_options.Choice(tuple(Edition), default=Edition.PUBLIC.value)
    """Who the site is for; the environment variable SHOPTALK_EDITION counts more."""

    allow = config_options.ListOfItems(config_options.Type(str), default=[])
    """What a public site may show besides what was agreed to: names, mail addresses, numbers, and
    domains such as `@example.org`."""


class Places(NamedTuple):
    """Where what a site is made from lies on disk, whether it is there or not."""

    start: Path
    """The folder of `mkdocs.yml`; findings name files from here."""
    interviews: Path
    private: Path
    rubric: Path
    scores: Path
    outreach: Path
    """The file of requests, if it lies beside the interviews."""
    docs: Path
    """The folder of the student's own pages."""
    site: Path
    """The folder of the public edition."""
    instructors_site: Path
    """The folder of the instructor's edition."""

    @property
    def watched(self) -> tuple[Path, ...]:
        """What a preview looks at, besides what MkDocs does by itself."""
        return self.interviews, self.private, self.rubric, self.scores, self.outreach


def places_of(options: ShoptalkConfig, config: MkDocsConfig) -> Places:
    """Where the files of a portfolio lie, by the options."""
    start = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    interviews, rubric = start / options.interviews, start / options.rubric
    site = Path(config.site_dir.removesuffix(SUFFIX))
    return Places(
        start=start,
        interviews=interviews,
        private=interviews.with_name(PRIVATE),
        rubric=rubric,
        scores=rubric.with_name("scores.yml"),
        outreach=interviews.with_name(OUTREACH),
        docs=Path(config.docs_dir),
        site=site,
        instructors_site=site.with_name(f"{site.name}{SUFFIX}"),
    )
