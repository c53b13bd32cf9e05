"""The portfolios of a class, divided between processes so that every core has a share in them."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from shoptalk.classes.archive import grade_archive
from shoptalk.classes.folder import Asked, grade_folder
from shoptalk.classes.handed_in import HandedIn, RefusedError
from shoptalk.classes.limits import SECONDS, TookTooLongError, at_most, can_interrupt
from shoptalk.classes.published import grade_published
from shoptalk.dividing import MOST_PROCESSES, interrupts_held_back, pool_of
from shoptalk.privacy.leaks.two_at_once import cores
from shoptalk.rubric.class_grades import Student
from shoptalk.rubric.rubric import Rubric
from shoptalk.rubric.rubric_file import built_in, courses, read_rubric

if TYPE_CHECKING:
    from concurrent.futures import Executor

WORTH_PROCESSES = 16
"""So many portfolios take longer to grade than processes take to start."""

LARGEST_SHARE = 16
"""Portfolios that are handed over at once: so few that no process has much left at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassWork:
    """What all shares of a class have in common."""

    rubric: str
    """A built-in rubric or the path of one; empty where each portfolio's own holds."""
    with_scores: bool
    here: Path
    today: datetime.date


Share = tuple[ClassWork, Sequence[HandedIn]]
StartPool = Callable[[], AbstractContextManager["Executor"]]


def grade_class(
    portfolios: Sequence[HandedIn],
    work: ClassWork,
    *,
    progress: Callable[[int], None] = lambda done: None,
    worth_processes: int = WORTH_PROCESSES,
    grade: Callable[[Share], list[Student]] | None = None,
    start_method: str | None = None,
) -> list[Student]:
    """The row of each portfolio, in order; one that is broken says so, and holds up no other.

    `progress` is told how many more are done; `grade` may stand in for `grade_share`. The
    `start_method` is that of multiprocessing; the system's own unless given.
    """
    grade = grade or grade_share
    processes = min(cores(), MOST_PROCESSES, len(portfolios))
    is_little = processes < 2 or len(portfolios) < worth_processes
    if is_little and can_interrupt():
        return [row for one in portfolios for row in _told(grade((work, (one,))), progress)]
    size = max(1, min(LARGEST_SHARE, len(portfolios) // (processes * 4)))
    shares = [portfolios[at : at + size] for at in range(0, len(portfolios), size)]
    start = partial(pool_of, start_method=start_method)
    done = _divided(shares, work, partial(start, processes), grade, progress)
    return [
        row
        for share in shares
        for row in done.get(share[0]) or _alone(share, work, partial(start, 1), grade, progress)
    ]


def _told(rows: list[Student], progress: Callable[[int], None]) -> list[Student]:
    progress(len(rows))
    return rows


def _divided(
    shares: Sequence[Sequence[HandedIn]],
    work: ClassWork,
    start: StartPool,
    grade: Callable[[Share], list[Student]],
    progress: Callable[[int], None],
) -> dict[HandedIn, list[Student]]:
    """The rows of each share, by its first portfolio; not all of them if a process died."""
    from concurrent.futures import BrokenExecutor, as_completed

    done: dict[HandedIn, list[Student]] = {}
    try:
        with start() as pool:
            with interrupts_held_back():
                futures = {pool.submit(grade, (work, share)): share[0] for share in shares}
            for future in as_completed(futures):
                done[futures[future]] = _told(future.result(), progress)
    except (BrokenExecutor, ImportError, NotImplementedError, OSError):
        return done
    return done


def _alone(
    share: Sequence[HandedIn],
    work: ClassWork,
    start: StartPool,
    grade: Callable[[Share], list[Student]],
    progress: Callable[[int], None],
) -> Iterator[Student]:
    """The rows of portfolios among which one may end the process that grades it."""
    from concurrent.futures import BrokenExecutor

    for one in share:
        try:
            with start() as pool:
                rows = pool.submit(grade, (work, (one,))).result()
        except BrokenExecutor:
            rows = [_broken(one, _why_it_ended())]
        except (ImportError, NotImplementedError, OSError):  # no system for processes
            rows = grade((work, (one,)))
        yield from _told(rows, progress)


def _why_it_ended() -> str:
    ended = "the process that graded it ended before its time"
    return ended if can_interrupt() else f"{ended}, or took more than {SECONDS:g} seconds"


def grade_share(share: Share) -> list[Student]:
    """The rows of some portfolios."""
    work, portfolios = share
    return [grade_one(one, work) for one in portfolios]


def grade_one(handed: HandedIn, work: ClassWork, seconds: float = SECONDS) -> Student:
    """The row of a portfolio, whatever is wrong with it."""
    try:
        with at_most(seconds):
            rubric = rubric_named(work.rubric) if work.rubric else None
            asked = Asked(rubric, work.with_scores, work.here, work.today)
            if handed.is_published:
                return grade_published(handed, asked)
            if handed.is_archive:
                return grade_archive(handed, asked)
            return grade_folder(handed, asked)
    except RefusedError as refused:
        return _broken(handed, str(refused))
    except TookTooLongError:
        return _broken(handed, f"it took more than {seconds:g} seconds")
    except Exception as error:  # noqa: BLE001 (one portfolio must not end the grading of all others)
        return _broken(handed, f"an unexpected {type(error).__name__}: {error}")


def _broken(handed: HandedIn, why: str) -> Student:
    return Student(
        name=handed.name, path=handed.shown, why_not=why, is_published=handed.is_published
    )


@cache
def rubric_named(name: str) -> Rubric:
    """A rubric that could be read before, read once in each process."""
    rubric = built_in(name) if name in courses() else read_rubric(Path(name))[0]
    if rubric is None:
        raise RefusedError("the rubric was changed while it was graded by")
    return rubric
