"""The instructor's edition: a site of its own, marked on every page, and as one archive."""

import json
import os
import re
import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from shoptalk.hosts.mkdocs_options import Places
from shoptalk.outreach.led_to import led_to
from shoptalk.outreach.request import Outreach
from shoptalk.outreach.writing.listed import as_file
from shoptalk.privacy.edition import HANDED_IN, SUFFIX, VARIABLE, Edition, chosen_edition
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.folder import OUTREACH, PRIVATE
from shoptalk.reading.private_file import INTERVIEWS, OVERLAID, Private, overlay_of
from shoptalk.rubric.grading import Report

HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
NOT_INDEXED = '<meta name="robots" content="noindex, nofollow, noarchive">'
MARK = (
    '<aside class="shoptalk-not-for-publication">'
    "Instructor\u2019s edition: not for publication.</aside>"
)


def edition_for(set_in_mkdocs: str) -> Edition:
    """The edition to make. Raises PluginError where the environment names none that there is."""
    try:
        return chosen_edition(set_in_mkdocs, os.environ)
    except ValueError:
        known = " or ".join(Edition)
        raise PluginError(
            f"there is no edition {os.environ[VARIABLE]!r}; {VARIABLE} can be {known}"
        ) from None


def refuse_to_publish(edition: Edition) -> None:
    """Raises PluginError for an edition that names everybody."""
    if edition is Edition.INSTRUCTOR:
        raise PluginError(
            "the instructor's edition names everybody and is not for publication, so nothing was "
            f"pushed; take {VARIABLE}=instructor away, or `edition: instructor` in mkdocs.yml"
        )


def set_apart(config: MkDocsConfig) -> None:
    """Build into another folder, with links that work from a disk, and as a site without address.

    At the address of the public one there are other pages.
    """
    config.site_url = ""
    config.site_dir = f"{config.site_dir}{SUFFIX}"
    config.use_directory_urls = False


def marked(page: str) -> str:
    """A whole page that says for whom it is, to people and to search engines."""
    page = HEAD.sub(lambda tag: tag[0] + NOT_INDEXED, page, count=1)
    return BODY.sub(lambda tag: tag[0] + MARK, page, count=1)


def write_handed_in(site: Path, report: Report, outreach: Outreach, places: Places) -> None:
    """Put what is graded into a folder of the site: the write-ups, and what says who it was.

    As on the pages there are no drafts, and of private files neither `contact` nor `notes`. Of a
    draft that a request led to there is a stub: whoever was talked to needs no reminder.
    """
    folder = site / HANDED_IN
    shutil.rmtree(folder, ignore_errors=True)
    if places.private.is_dir():
        (folder / PRIVATE).mkdir(parents=True)
    for graded in report.finished:
        _write_file(folder, graded.file)
    if outreach.entries:
        (folder / OUTREACH).write_text(as_file(outreach), encoding="utf-8")
        _write_stubs(folder, report, outreach)
    for path, name in ((places.rubric, "rubric.yml"), (places.scores, places.scores.name)):
        if path.is_file():
            shutil.copyfile(path, folder / name)


def _write_file(folder: Path, file: ReadFile) -> None:
    path = folder / INTERVIEWS / f"{file.address}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.source.text.encode() if file.source else b"")
    if file.interview and file.interview.private:
        private = Path(overlay_of(str(path), file.address).path)
        private.parent.mkdir(parents=True, exist_ok=True)
        private.write_text(_as_graded(file.interview.private), encoding="utf-8")


def _write_stubs(folder: Path, report: Report, outreach: Outreach) -> None:
    """Say of each draft that a request led to with whom and when it was, and nothing else."""
    files = [graded.file for graded in report.files]
    led = led_to(outreach, files)
    for file in files:
        one = file.interview
        if one and one.draft and one.source.path in led:
            told = {
                "name": one.name,
                "organization": one.organization,
                "date": one.date and one.date.isoformat(),
                "draft": True,
            }
            lines = (f"{key}: {json.dumps(value)}\n" for key, value in told.items() if value)
            path = folder / INTERVIEWS / f"{file.address}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"---\n{''.join(lines)}---\n", encoding="utf-8")


def _as_graded(private: Private) -> str:
    told = ((key, getattr(private, key)) for key in OVERLAID)
    return "".join(f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in told if text)


def write_archive(site: Path) -> Path:
    """Put the whole site into one archive beside it, whole or not at all."""
    made = shutil.make_archive(f"{site}.part", "zip", site.parent, site.name)
    return Path(made).replace(site.with_name(f"{site.name}.zip"))


def held_in(outreach: Outreach) -> str:
    """What an edition holds besides the write-ups, for whoever hands it in."""
    count = len(outreach.entries)
    if not outreach.is_whole and not count:
        return f"without {OUTREACH}, which cannot be read"
    if not count:
        return f"without {OUTREACH}"
    requests = "1 request" if count == 1 else f"{count:,} requests"
    but = "" if outreach.is_whole else "not all of them: the others cannot be read, "
    return (
        f"{but}with {requests} from {OUTREACH}, names and messages too, but no mail addresses, "
        "telephone numbers and places to meet; `hand_in_outreach: false` keeps them back"
    )
