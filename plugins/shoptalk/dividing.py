"""A check divided between processes, so that every core of the processor has a share in it.

Nothing of multiprocessing is loaded before there is something to divide.
"""

import datetime
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from shoptalk.findings.finding import Finding
from shoptalk.privacy.leaks.two_at_once import cores
from shoptalk.privacy.sources.faults import check_consent
from shoptalk.privacy.sources.namings import depends_on_others
from shoptalk.questions.override_faults import overrules
from shoptalk.reading.corpus import Corpus, read_files
from shoptalk.reading.folder import FoundFile
from shoptalk.reading.people_meant import names_people
from shoptalk.rubric.grading import checkable, grade
from shoptalk.rubric.rubric import Rubric
from shoptalk.rubric.rubric_file import read_rubric
from shoptalk.rubric.scores import Scores

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from multiprocessing.process import BaseProcess

WORTH_A_PROCESS = 1_000
"""So many interviews take longer to check than a process takes to start, on any system."""

LARGEST_SHARE = 100
"""Interviews that are handed over at once: so few that no process has much left when others end."""

MOST_PROCESSES = 61
"""Windows cannot wait for more of them."""


class CheckCutShortError(Exception):
    """A share of the interviews could not be checked, for a reason that lies not in them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What all shares of a check have in common."""

    rubric_path: Path | None
    here: Path
    """Findings name files from here."""
    today: datetime.date
    allowed: tuple[str, ...] = ()
    """What the site may show besides what was agreed to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Some of the interviews."""

    work: Work
    files: Sequence[FoundFile]
    scores: Scores
    """Theirs only."""


def check_divided(
    files: Sequence[FoundFile],
    work: Work,
    scores: Scores,
    *,
    worth_a_process: int = WORTH_A_PROCESS,
    progress: Callable[[int, int], None] = lambda done, of: None,
    start_method: str | None = None,
) -> list[Finding] | None:
    """What is wrong within files, in their order; None where one process is to check them all.

    That is where it would be no slower, where the system does not let others start, where what a
    file says of a question or of a person has to be held against all others, and where all others
    have to be searched for somebody's name. The `start_method` is that of multiprocessing; the
    system's own unless given.
    """
    processes = processes_for(len(files), worth_a_process)
    if processes < 2:
        return None
    shares = list(_shares(files, work, scores, min(worth_a_process, LARGEST_SHARE)))
    try:
        return _check_shares(shares, processes, start_method, progress)
    except (ImportError, NotImplementedError, OSError):
        return None


def _check_shares(
    shares: Sequence[Share],
    processes: int,
    start_method: str | None,
    progress: Callable[[int, int], None],
) -> list[Finding] | None:
    """What is wrong within the files of all shares, in their order; None as `check_share`."""
    from concurrent.futures import BrokenExecutor

    findings: list[Finding] = []
    done, total = 0, sum(len(share.files) for share in shares)
    try:
        with pool_of(processes, start_method) as pool:
            with interrupts_held_back():
                # Not `map`: it cancels what is left when a process dies, while the pool is at it.
                futures = [pool.submit(check_share, share) for share in shares]
            for share, future in zip(shares, futures, strict=True):
                of_share = future.result()
                if of_share is None:
                    return None
                findings += of_share
                done += len(share.files)
                progress(done, total)
    except BrokenExecutor:
        raise CheckCutShortError(
            "one of the processes that divided the check between them ended before its time; "
            "perhaps memory ran out: close other programs, and check again"
        ) from None
    return findings


@contextmanager
def pool_of(processes: int, start_method: str | None = None) -> Iterator["Executor"]:
    """Processes that are gone in the end, also those of a pool that could not start all of them."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    others = set(active_children())
    pool = ProcessPoolExecutor(processes, get_context(start_method), _begin)
    try:
        yield pool
    except BaseException:
        # A pool may wait for ever for one that waits for another that is gone.
        _kill(set(active_children()) - others)
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        _kill(set(active_children()) - others)


def _kill(processes: "Iterable[BaseProcess]") -> None:
    for process in processes:
        process.kill()


def processes_for(count: int, worth_a_process: int = WORTH_A_PROCESS) -> int:
    """How many processes are worth their start for so many interviews."""
    return min(count // worth_a_process, cores(), MOST_PROCESSES)


def check_share(share: Share) -> list[Finding] | None:
    """What is wrong within the files of a share; None if that depends on other files."""
    work = share.work
    files = read_files(share.files, work.today, start=work.here)
    of_others = any(overrules(file) or names_people(file) for file in files)
    if of_others or depends_on_others(files, work.today):
        return None
    checked, _ = check_consent(files, work.today, allowed=work.allowed)
    return grade(
        Corpus(files=checked), _rubric_at(work.rubric_path), work.today, share.scores
    ).all_findings


def _shares(files: Sequence[FoundFile], work: Work, scores: Scores, size: int) -> Iterator[Share]:
    for start in range(0, len(files), size):
        some = files[start : start + size]
        theirs = scores.of_interviews({file.address for file in some})
        yield Share(work=work, files=some, scores=theirs)


@cache
def _rubric_at(path: Path | None) -> Rubric:
    """The rubric, read once in each process."""
    rubric, _ = read_rubric(path)
    if rubric is None:
        raise CheckCutShortError("the rubric was changed during the check: check again")
    return checkable(rubric)


@contextmanager
def interrupts_held_back() -> Iterator[None]:
    """Lets Ctrl+C wait while processes start, where the system can do so.

    One that it reached before it has begun would print a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Leaves Ctrl+C, which reaches every process, to the one that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends a process that nobody is left to hand anything to."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
