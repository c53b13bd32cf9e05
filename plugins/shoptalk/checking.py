"""One check of a portfolio: what is read of it from disk, and what is found wrong with it."""

import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from shoptalk.dividing import WORTH_A_PROCESS, Work, check_divided
from shoptalk.findings.finding import Finding, in_order
from shoptalk.outreach.location import outreach_for
from shoptalk.outreach.request import NO_OUTREACH, Outreach
from shoptalk.privacy.edition import SUFFIX
from shoptalk.privacy.sources.faults import check_consent, check_names
from shoptalk.privacy.sources.folder_faults import (
    check_instructors_edition,
    check_outreach_file,
    check_private_folder,
)
from shoptalk.privacy.sources.repository_files import Home
from shoptalk.questions.override_faults import check_overrides
from shoptalk.reading.corpus import (
    Corpus,
    FoundFiles,
    Reader,
    ReadFile,
    corpus_of,
    find_interviews,
    read_files,
)
from shoptalk.reading.folder import FoundFile, find_files, shown_path
from shoptalk.reading.own_pages import (
    SETTINGS,
    own_page_paths,
    read_own_pages,
    read_site_settings,
    settings_faults,
)
from shoptalk.reading.page_blocks import check_blocks
from shoptalk.reading.people_meant_faults import check_people_named
from shoptalk.reading.portfolio import (
    INTERVIEWS,
    has_only_rubric,
    home_of,
    interviews_of,
    is_whole,
    rubric_for,
    scores_for,
)
from shoptalk.reading.private_file import overlay_of, private_files
from shoptalk.reading.search_settings import check_search
from shoptalk.reading.source import Source
from shoptalk.reading.unchanged import stamp_of
from shoptalk.rubric.grading import asks_of_each_alone, checkable, grade
from shoptalk.rubric.rubric import Rubric
from shoptalk.rubric.rubric_file import read_rubric
from shoptalk.rubric.score_file import read_scores
from shoptalk.rubric.scores import NO_SCORES, Scores

if TYPE_CHECKING:
    from shoptalk.privacy.private_values import PrivateValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What came of a check."""

    findings: Sequence[Finding]
    files: tuple[str, ...] = ()
    """The interviews that were looked at, as findings name them."""
    has_rubric: bool = True
    """False where the rubric cannot be read: then no interview was looked at."""
    has_interviews: bool = True
    """False where nothing has been written up yet: then only the rubric was looked at."""


class _Asked(NamedTuple):
    """What interviews are held against."""

    rubric: Rubric
    scores: Scores
    outreach: Outreach
    pages: Sequence[Source]
    """The portfolio's own pages."""


def check_portfolio(
    paths: Sequence[Path],
    here: Path,
    *,
    rubric_path: Path | None = None,
    read: Reader | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
    worth_a_process: int = WORTH_A_PROCESS,
) -> Checked:
    """Hold interviews against a rubric: that found beside the first of them, if none is given.

    Each path is a portfolio, a folder of interviews, or one file; findings name files from `here`.
    Many interviews are divided between processes, unless `read` stands in for `read_file`.
    """
    chosen = [interviews_of(path) for path in paths]
    rubric_path = rubric_path or rubric_for(chosen[0])
    shown = shown_path(str(rubric_path), here) if rubric_path else ""
    rubric, findings = read_rubric(rubric_path, shown)
    if rubric is None:
        return Checked(findings=findings, has_rubric=False)
    today = datetime.date.today()
    if all(map(has_only_rubric, paths)):
        found = FoundFiles((), ())
        _, _, faults = read_scores_of(found, scores_for(chosen[0]), rubric, here, today)
        return Checked(findings=[*findings, *faults], has_interviews=False)
    found = find_interviews(chosen, here)
    found, scores, faults = read_scores_of(found, scores_for(chosen[0]), rubric, here, today)
    outreach, of_outreach = read_outreach_of(chosen, found.files, here)
    site = read_site(chosen)
    work = Work(rubric_path=rubric_path, here=here, today=today, allowed=site.allowed)
    pages = [page for folder in site.docs for page in read_own_pages(folder, here)]
    asked = _Asked(rubric, scores, outreach, pages)
    of_files = None if read else _check_apart(found, work, asked, worth_a_process, progress)
    if of_files is None:
        files = read_files(found.files, today, start=here, read=read, progress=progress)
        checked = check_people_named(files) if all(map(is_whole, chosen)) else files
        of_files = _check_together(corpus_of(found, checked), site.homes(here), work, asked)
    around = _check_around(site, found.files, pages, here)
    of_all = in_order((*found.findings, *of_outreach, *around, *of_files))
    return Checked(
        findings=[*findings, *faults, *of_all],
        files=tuple(shown_path(file.path, here) for file in found.files),
    )


def _check_around(
    site: "Site", files: Sequence[FoundFile], pages: Sequence[Source], here: Path
) -> Iterator[Finding]:
    """What is wrong around the interviews: in folders, own pages and settings."""
    for folder in _private_folders(files):
        yield from check_private_folder(folder, here)
    for folder, settings in zip(site.instructors, site.settings, strict=True):
        yield from check_instructors_edition(folder, settings.parent, here)
    for page in pages:
        yield from check_blocks(page)
    for home in site.portfolios:
        yield from settings_faults(home, here)
        yield from check_search(home, files, pages, here)


def _check_apart(
    found: FoundFiles,
    work: Work,
    asked: _Asked,
    worth_a_process: int,
    progress: Callable[[int, int], None],
) -> list[Finding] | None:
    """What is wrong within interviews, divided between processes; None if one has to see all."""
    is_alone = not (found.strays or asked.outreach.entries)
    if not (is_alone and asks_of_each_alone(asked.rubric, asked.outreach.is_kept)):
        return None
    of_files = check_divided(
        found.files, work, asked.scores, worth_a_process=worth_a_process, progress=progress
    )
    if of_files is None:
        return None
    _, of_pages = check_consent((), work.today, pages=asked.pages, allowed=work.allowed)
    return of_files + of_pages


def _check_together(
    corpus: Corpus, homes: Sequence[Home], work: Work, asked: _Asked
) -> list[Finding]:
    """What is wrong within interviews and all other files, each being held against all others."""
    people, told = _people_asked(asked.outreach, corpus, work)
    checked, of_pages = check_consent(
        check_overrides(corpus.files),
        work.today,
        pages=asked.pages,
        allowed=work.allowed,
        strays=corpus.strays,
        homes=homes,
        asked=people,
    )
    criteria = checkable(asked.rubric, asked.outreach.is_kept)
    report = grade(Corpus(files=checked), criteria, work.today, asked.scores, asked.outreach)
    lists = (check_outreach_file(outreach_for(one.folder), told, work.here) for one in homes)
    of_lists = chain.from_iterable(lists)
    return [*report.all_findings, *of_pages, *check_names(checked, work.here), *of_lists]


def _people_asked(
    outreach: Outreach, corpus: Corpus, work: Work
) -> "tuple[Sequence[PrivateValue], Sequence[str]]":
    """Those asked who were not interviewed, and the names in requests that nobody agreed to."""
    if not outreach.entries:
        return (), ()
    from shoptalk.privacy.asked_people import asked_people, without_consent

    told = without_consent(outreach, corpus, work.allowed, work.today)
    return asked_people(outreach, corpus, work.allowed), told


class Site(NamedTuple):
    """What the sites of some portfolios show besides the interviews."""

    docs: tuple[Path, ...]
    """The folders of their own pages, where all interviews are looked at."""
    instructors: tuple[Path, ...]
    """The folders of their instructor's editions."""
    allowed: tuple[str, ...]
    """What they may show besides what was agreed to."""
    portfolios: tuple[Path, ...]
    """Their own folders, of those where all interviews are looked at."""
    settings: tuple[Path, ...]
    """The files `mkdocs.yml` that say so, whether they are there or not."""
    public: tuple[Path, ...]
    """The folders that they are built into."""

    def homes(self, here: Path) -> tuple[Home, ...]:
        """The portfolios, with paths in findings relative to `here`."""
        return tuple(
            Home(folder, here, (*self.public, *self.instructors)) for folder in self.portfolios
        )


def read_site(chosen: Iterable[Path]) -> Site:
    """What the settings say that stand beside some folders of interviews, or above some files."""
    homes = {path: home_of(path) for path in chosen}
    settings = {home: read_site_settings(home) for home in homes.values()}
    whole = dict.fromkeys(home for path, home in homes.items() if path.name == INTERVIEWS)
    return Site(
        docs=tuple(dict.fromkeys(settings[home].docs for home in whole)),
        instructors=tuple(Path(f"{one.site}{SUFFIX}") for one in settings.values()),
        allowed=tuple(text for one in settings.values() for text in one.allowed),
        portfolios=tuple(whole),
        settings=tuple(home / SETTINGS for home in settings),
        public=tuple(one.site for one in settings.values()),
    )


def _private_folders(files: Iterable[FoundFile]) -> list[Path]:
    """The folders `private/` of the portfolios that some interviews are in."""
    return list({Path(overlay_of(file.path, file.address).folder): None for file in files})


def look_at(paths: Sequence[Path], here: Path) -> object:
    """What a check depends on, short of reading it: equal for as long as nothing has changed."""
    chosen = [interviews_of(path) for path in paths]
    rubric_path = rubric_for(chosen[0])
    found = [find_files(path, here) for path in chosen]
    files = [file for files, _ in found for file in files]
    private = (path for folder in _private_folders(files) for path in private_files(folder))
    pages = (page for docs in read_site(chosen).docs for page in own_page_paths(docs))
    homes = [home_of(path) for path in chosen]
    lists = map(outreach_for, homes)
    settings = (home / SETTINGS for home in homes)
    looked_at = [*(file.path for file in files), *map(str, (*private, *pages, *settings, *lists))]
    stamps = {path: stamp_of(path) for path in looked_at}
    faults = [faults for _, faults in found]
    of_scores = stamp_of(scores_for(chosen[0]))
    return stamps, faults, rubric_path and stamp_of(rubric_path), of_scores, datetime.date.today()


def read_scores_of(
    found: FoundFiles, path: Path, rubric: Rubric, here: Path, today: datetime.date
) -> tuple[FoundFiles, Scores, list[Finding]]:
    """The scores in a file, and the interviews under the addresses that these name."""
    if not os.path.lexists(path):
        return found, NO_SCORES, []
    folder = path.parent / INTERVIEWS
    found = found._replace(files=_addressed(found.files, folder))
    others = find_files(folder, here)[0] if folder.is_dir() else []
    known = {file.address for file in (*found.files, *others)}
    return found, *read_scores(path, shown_path(str(path), here), rubric, known, today)


def _addressed(files: Sequence[FoundFile], folder: Path) -> tuple[FoundFile, ...]:
    """Files with their addresses below the folder, also where one was named by itself."""
    inside = os.path.join(os.path.realpath(folder), "")  # noqa: PTH118 (ends in a separator)
    real = ((os.path.realpath(file.path), file) for file in files)
    return tuple(
        file._replace(address=at.removeprefix(inside).removesuffix(".md").replace(os.sep, "/"))
        if at.startswith(inside)
        else file
        for at, file in real
    )


def read_outreach_of(
    chosen: Sequence[Path],
    files: Iterable[ReadFile | FoundFile],
    here: Path,
) -> tuple[Outreach, list[Finding]]:
    """The requests of the portfolio that is looked at; none where only a part of it is."""
    homes = list({home_of(path) for path in chosen if path.name == INTERVIEWS})
    if len(homes) != 1 or not os.path.lexists(outreach_for(homes[0])):
        return NO_OUTREACH, []
    from shoptalk.outreach.outreach_file import read_outreach
    from shoptalk.outreach.times import now

    return read_outreach(homes[0], here, [file.address for file in files], now())
