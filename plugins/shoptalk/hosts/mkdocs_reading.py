"""A portfolio as it is on disk, read, checked and graded, and cut down to what a site may show."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from shoptalk.findings.finding import Finding, Severity
from shoptalk.findings.reporters.summary import render_summary
from shoptalk.findings.reporters.text import render_finding
from shoptalk.hosts.mkdocs_options import Places, ShoptalkConfig
from shoptalk.outreach.due.acquaintance import clock_of
from shoptalk.outreach.outreach_file import read_outreach
from shoptalk.outreach.request import NO_OUTREACH, Outreach
from shoptalk.outreach.times import now
from shoptalk.outreach.what_works.story import Story, story_of
from shoptalk.privacy.asked_people import asked_people, without_consent
from shoptalk.privacy.crossed_out import crossed_out
from shoptalk.privacy.edition import Edition
from shoptalk.privacy.editions import public_report, public_story
from shoptalk.privacy.public_people import PublicPeople, public_people
from shoptalk.privacy.sources.faults import (
    check_consent,
    check_names,
)
from shoptalk.privacy.sources.folder_faults import (
    check_instructors_edition,
    check_outreach_file,
    check_private_folder,
)
from shoptalk.privacy.sources.repository_files import Home
from shoptalk.questions.override_faults import check_overrides
from shoptalk.reading.body_html import (
    html_left_out,
    picture_from_elsewhere,
    unsafe_html,
    unsafe_link,
)
from shoptalk.reading.corpus import Corpus, Reader, ReadFile, read_corpus
from shoptalk.reading.folder import shown_path
from shoptalk.reading.own_pages import read_own_pages
from shoptalk.reading.page_blocks import check_blocks
from shoptalk.reading.people_meant_faults import check_people_named
from shoptalk.rubric.grading import grade
from shoptalk.rubric.rubric import Rubric
from shoptalk.rubric.rubric_file import read_rubric
from shoptalk.rubric.score_file import read_scores
from shoptalk.rubric.scores import NO_SCORES, Scores
from shoptalk.site.portfolio import Portfolio, page_path

log = get_plugin_logger("shoptalk")
LEVELS = {Severity.ERROR: log.warning, Severity.WARNING: log.warning, Severity.NOTE: log.info}

HELD_BACK = frozenset((unsafe_html.id, unsafe_link.id, html_left_out.id, picture_from_elsewhere.id))
"""The checks that name what cleaning takes out."""


@dataclass(frozen=True, kw_only=True)
class ReadForSite:
    """What a site is made from. Of a public one nothing in here leads back to what was read."""

    portfolio: Portfolio
    findings: Sequence[Finding]
    """Everything that is wrong, for the author's eyes."""
    people: PublicPeople | None
    """Those whom a public site may not show; None where everything may be shown."""
    outreach: Outreach
    """The requests as whoever grades may see them; none in a public edition."""


def read_for_site(
    places: Places,
    options: ShoptalkConfig,
    *,
    edition: Edition,
    preview: bool,
    read: Reader,
    leaves_out: Callable[[str], bool],
    site_name: str,
) -> ReadForSite:
    """The portfolio as it is now; `leaves_out` says of a page's path that the site has none."""
    today = datetime.date.today()
    rubric, of_rubric = read_rubric(places.rubric, shown_path(str(places.rubric), places.start))
    whole = read_corpus([places.interviews], today, start=places.start, read=read)
    scores, of_scores = _read_scores(places, whole, rubric, today)
    if not (preview or options.publish_scores):
        scores = NO_SCORES
    is_public = edition is Edition.PUBLIC
    addresses = [file.address for file in whole.files]
    outreach, of_outreach = read_outreach(places.interviews.parent, places.start, addresses, now())
    people = public_people(whole, today, options.allow, outreach) if is_public else None
    whole, of_pages = _checked(whole, outreach, places, options, today, people)
    kept = [file for file in whole.files if not leaves_out(page_path(file.address))]
    if options.let_interviews_run_scripts:
        kept = [_without(HELD_BACK, file) for file in kept]
    corpus = replace(whole, files=tuple(check_people_named(check_overrides(kept))))
    portfolio = Portfolio(
        report=grade(corpus, rubric or Rubric(title="Rubric"), today, scores, outreach),
        rubric_findings=(*of_rubric, *of_scores, *of_outreach),
        page_findings=of_pages,
        preview=preview,
        today=today if preview else None,
        site_name=site_name,
        leaves_out=leaves_out,
    )
    found = portfolio.findings
    shown = crossed_out(outreach)
    if not (is_public or preview or options.hand_in_outreach):
        shown = NO_OUTREACH
        report = grade(corpus, portfolio.report.rubric, today, scores, shown)
        portfolio = replace(portfolio, report=report)
    story = _story(shown, whole, people, preview=preview)
    if people:
        portfolio = _for_public(portfolio, people)
        if not preview:
            story = public_story(story) if options.publish_outreach else None
    portfolio = replace(portfolio, outreach=story)
    return ReadForSite(
        portfolio=portfolio,
        findings=found,
        people=people,
        outreach=NO_OUTREACH if is_public else shown,
    )


def _checked(
    whole: Corpus,
    outreach: Outreach,
    places: Places,
    options: ShoptalkConfig,
    today: datetime.date,
    people: PublicPeople | None,
) -> tuple[Corpus, tuple[Finding, ...]]:
    """All that was read with what is said of consent, and what is said of own pages.

    It includes interviews that the site leaves out: their people are to be named nowhere, either.
    `people` are everybody, in a public edition.
    """
    pages = list(read_own_pages(places.docs, places.start))
    home = Home(places.start, places.start, (places.site, places.instructors_site))
    files, of_pages = check_consent(
        whole.files,
        today,
        pages=pages,
        allowed=options.allow,
        strays=whole.strays,
        homes=[home],
        people=people,
        asked=asked_people(outreach, whole, options.allow),
    )
    told = without_consent(outreach, whole, options.allow, today)
    of_folders = [
        *whole.findings,
        *check_names(files, places.start),
        *check_private_folder(places.private, places.start),
        *check_outreach_file(places.outreach, told, places.start),
    ]
    if people:  # else the instructor's edition is only being made
        of_folders += check_instructors_edition(places.instructors_site, places.start, places.start)
    of_pages += (fault for page in pages for fault in check_blocks(page))
    return replace(whole, files=files, findings=tuple(of_folders)), tuple(of_pages)


def log_findings(findings: Iterable[Finding]) -> None:
    """Say what is wrong, so that a strict build counts it."""
    for finding in findings:
        LEVELS[finding.severity](render_finding(finding))


def fail_over(findings: Sequence[Finding], files: int) -> None:
    """Raises PluginError if anything but notes was found in so many files, also where it is quiet.

    MkDocs counts what was logged, and in a quiet build nothing is.
    """
    if any(finding.severity is not Severity.NOTE for finding in findings):
        summary = render_summary(findings, files)
        raise PluginError(f"the check failed: {summary}; `shoptalk check` names each")


def _for_public(portfolio: Portfolio, people: PublicPeople) -> Portfolio:
    """What everybody may see of it; in a preview with findings, which only the author sees."""
    preview = portfolio.preview
    return replace(
        portfolio,
        report=public_report(portfolio.report, people, preview=preview),
        shared_names=people.shared_stand_ins,
        rubric_findings=portfolio.rubric_findings if preview else (),
        page_findings=portfolio.page_findings if preview else (),
    )


def _story(
    outreach: Outreach,
    whole: Corpus,
    people: PublicPeople | None,
    *,
    preview: bool,
) -> Story | None:
    """What came of asking, with true names; drafts have a page in a preview only."""
    addresses = people.addresses if people else {}
    return story_of(
        outreach,
        whole.files,
        clock_of(outreach),
        lambda one: page_path(addresses.get(one, one)),
        tells_of_drafts=preview,
    )


def _read_scores(
    places: Places, corpus: Corpus, rubric: Rubric | None, today: datetime.date
) -> tuple[Scores, list[Finding]]:
    if rubric is None:
        return NO_SCORES, []
    known = {file.address for file in corpus.files}
    name = shown_path(str(places.scores), places.start)
    return read_scores(places.scores, name, rubric, known, today)


def _without(checks: frozenset[str], file: ReadFile) -> ReadFile:
    return replace(file, findings=tuple(f for f in file.findings if f.check not in checks))
