"""Writing into `outreach.yml` and into front matter: read, edit, look at it again, write."""

import contextlib
import datetime
import errno
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from functools import cached_property
from pathlib import Path
from typing import Any

import click
from filelock import FileLock, Timeout

from shoptalk.commands.portfolio import portfolio_around
from shoptalk.findings.finding import Finding, Severity, shown
from shoptalk.mending.mended_files import TEMPORARY, replace_file
from shoptalk.mending.yaml_edit import BOM, NoPlace, in_full, with_value
from shoptalk.mending.yaml_edit import Path as Steps
from shoptalk.outreach.due.acquaintance import acquaintances
from shoptalk.outreach.led_to import led_to, place_of
from shoptalk.outreach.location import outreach_for
from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.outreach.request import NO_OUTREACH, Outreach, Request
from shoptalk.outreach.times import now
from shoptalk.outreach.writing.changes import NotPossible
from shoptalk.outreach.writing.named import entries_named, is_at, same_name
from shoptalk.reading.corpus import ReadFile, read_corpus
from shoptalk.reading.decoding import decode
from shoptalk.reading.fence import find_fences
from shoptalk.reading.folder import PRIVATE, find_files, shown_path
from shoptalk.reading.interview import Interview, parse_interview
from shoptalk.reading.portfolio import INTERVIEWS
from shoptalk.reading.source import Source, Span
from shoptalk.starter.outreach import outreach_text
from shoptalk.starter.private import private_folder, warning_unless_ignored
from shoptalk.starter.start import write_new

LONGEST_WAIT = 30
"""Seconds for another writer to end."""

MOST_TRIES = 3
"""Of writing over a file that an editor, which knows nothing of locks, saves at the same time."""

WITHOUT_SPANS = {"source", "front_matter", "body", "listed", "private", "questions", "planned"}
"""The fields of an interview that change with the place of what they say, or hold such fields."""

Edited = tuple[str, tuple[Request, ...]]


class People:
    """The requests and conversations of the portfolio that is here."""

    def __init__(self, here: Path, today: datetime.date) -> None:
        self.here, self.today = here, today
        self.home = portfolio_around(here)
        self.path = outreach_for(self.home).resolve()
        self.shown = shown_path(str(outreach_for(self.home)), here)

    @cached_property
    def talks(self) -> Sequence[ReadFile]:
        """The conversations that can be read."""
        folder = self.home / INTERVIEWS
        if not folder.is_dir():
            return ()
        files = read_corpus([folder], self.today, start=self.here).files
        return tuple(file for file in files if file.interview)

    def talks_with(self, name: str, organization: str = "") -> list[ReadFile]:
        """The conversations with somebody, by the name, what stands for it, or the request.

        Where an organization is given, those with somebody there, or else with nobody elsewhere.
        """
        outreach = self.outreach()
        requests = entries_named(outreach.entries, name, organization)
        found = [(one, one.interview) for one in self.talks if one.interview]
        led = led_to(outreach, self.talks)
        there = [
            file
            for file, one in found
            if any(entry in requests for entry in led.get(one.source.path, ()))
        ]
        others = [
            (file, one.organization)
            for file, one in found
            if one.source.path not in led and same_name(one.name or one.alias, name)
        ]
        there += [file for file, at in others if is_at(at, organization)]
        return there or [file for file, at in others if not place_of(at)]

    @property
    def known(self) -> list[tuple[str, str]]:
        """Names and organizations of those who were asked, or with whom is a conversation."""
        return [one for each in acquaintances(self.outreach(), self.talks) for one in each.who]

    @cached_property
    def addresses(self) -> list[str]:
        """The addresses of the interviews."""
        folder = self.home / INTERVIEWS
        return [one.address for one in find_files(folder, self.here)[0]] if folder.is_dir() else []

    def outreach(self) -> Outreach:
        """The requests as they are now; ends the command where they cannot be read."""
        with _said(self.shown):
            found, faults = self.parsed(self.path.read_bytes() if self.path.exists() else b"")
        if not found.entries and any(one.severity is Severity.ERROR for one in faults):
            raise click.ClickException(f"{self.shown} cannot be read; `shoptalk check` says why")
        return found

    def parsed(self, data: bytes) -> tuple[Outreach, list[Finding]]:
        """What a text of the file says, and what is wrong with it."""
        if not data.strip(b"\xef\xbb\xbf \t\r\n"):
            return NO_OUTREACH, []
        source, findings = decode(self.shown, data)
        if source is None:
            return NO_OUTREACH, findings
        outreach, more = parse_outreach(source, self.addresses, now())
        return outreach, [*findings, *more]

    def write(self, edit: Callable[[str, Outreach], Edited]) -> None:
        """Write what `edit` makes of the text, if it says what `edit` means it to say.

        Ends the command, having said why, where that cannot be.
        """
        with _said(self.shown):
            if self.path.parent == (self.home / PRIVATE).resolve():
                private_folder(self.home)
            rewrite(self.path, lambda before: self._after(before, edit))
        if self.path.parent.name == PRIVATE and (
            warning := warning_unless_ignored(self.path.parent)
        ):
            click.echo(warning, err=True)

    def _after(self, before: bytes, edit: Callable[[str, Outreach], Edited]) -> bytes:
        was, old = self.parsed(before)
        text = before.decode("utf-8")
        after, meant = edit(text if text.strip(f"{BOM} \t\r\n") else text + outreach_text(), was)
        now, new = self.parsed(after.encode())
        is_as_meant = (now.requests, now.me, now.zone) == (meant, was.me, was.zone)
        _refuse(old, new, is_as_meant, self.shown)
        return after.encode()

    def write_into(self, talk: ReadFile, path: Steps, value: Any) -> str:
        """Set a key of a conversation's front matter, and say what its file is called."""
        shown = shown_path(talk.path, self.here)
        with _said(shown):
            file = Path(talk.path).resolve()
            rewrite(file, lambda before: self._keyed(before, path, value, shown))
        return shown

    def _keyed(self, before: bytes, path: Steps, value: Any, shown: str) -> bytes:
        text = before.decode("utf-8")
        if path[0] == "applications":
            text = in_full(text, path[:2], "do", _front_matter)
        after = with_value(text, path, value, _front_matter).encode()
        (was, old), (now, new) = self._interview(before), self._interview(after)
        key = str(path[0])
        is_as_meant = was and now and _facts(was, but=key) == _facts(now, but=key)
        _refuse(old, new, bool(is_as_meant), shown)
        return after

    def _interview(self, data: bytes) -> tuple[Interview | None, list[Finding]]:
        source, findings = decode("", data)
        found, more = parse_interview(source, self.today) if source else (None, [])
        return found, [*findings, *more]


def _front_matter(source: Source) -> Span:
    fenced, _ = find_fences(source)
    if fenced is None:
        raise NoPlace("it has no front matter")
    return fenced.yaml


def _facts(interview: Interview, but: str) -> list[Any]:
    """What an interview says, wherever it says it, without one key."""
    names = [field.name for field in fields(Interview) if field.name not in {*WITHOUT_SPANS, but}]
    asked = [one._replace(answer=None) for one in (*interview.questions, *interview.planned)]
    return [*(getattr(interview, name) for name in names), asked]


def _refuse(old: list[Finding], new: list[Finding], is_as_meant: bool, file: str) -> None:
    """End the command where an edit would make a fault, or not say what it was to say."""
    known = Counter(one.check for one in old)
    faults = [one for one in new if one.severity is not Severity.NOTE]
    grown = Counter(one.check for one in faults) - known
    said = {(one.check, one.message) for one in old}
    added = [one for one in faults if one.check in grown and (one.check, one.message) not in said]
    if added:
        raise click.UsageError("\n".join(map(_refusal, added)))
    if not is_as_meant:
        is_faulty = any(one.severity is not Severity.NOTE for one in old)
        why = "; `shoptalk check` says what is wrong with it" if is_faulty else ""
        raise click.ClickException(
            f"cannot write into {file} without changing what else it says{why}; write into it "
            "yourself"
        )


def _refusal(fault: Finding) -> str:
    """A mistake that was not made, with the line that would have been it."""
    line = fault.place.source_line.strip()
    said = "; ".join(filter(None, (fault.message, fault.help)))
    return f"{said}\n  {shown(line, 90)}" if line else said


@contextlib.contextmanager
def _said(shown: str) -> Iterator[None]:
    """Ends the command, having said why, where a file cannot be written."""
    try:
        yield
    except UnicodeDecodeError:
        raise click.ClickException(f"{shown} is not UTF-8; `shoptalk check` says where") from None
    except NoPlace as error:
        raise click.ClickException(f"cannot write into {shown}: {error}") from None
    except NotPossible as error:
        raise click.UsageError(str(error)) from None
    except Timeout:
        raise click.ClickException(f"another program is writing {shown}; try again") from None
    except OSError as error:
        raise click.ClickException(f"cannot write {shown}: {error.strerror or error}") from None


def rewrite(path: Path, edit: Callable[[bytes], bytes]) -> None:
    """Write over a file, or make it, with what is made of its bytes, and lose nobody else's words.

    Raises OSError and Timeout where that cannot be.
    """
    lock = path.with_name(f"{TEMPORARY}{path.name}.lock")
    with FileLock(lock, timeout=LONGEST_WAIT):
        for left in reversed(range(MOST_TRIES)):
            try:
                _rewrite_once(path, edit)
                return
            except OSError as error:
                if error.errno not in (errno.EAGAIN, errno.EEXIST) or not left:
                    raise


def _rewrite_once(path: Path, edit: Callable[[bytes], bytes]) -> None:
    if not path.exists():
        write_new(path, edit(b"").decode("utf-8"))
        return
    before = path.read_bytes()
    after = edit(before)
    if after != before:
        replace_file(path, before, after)
