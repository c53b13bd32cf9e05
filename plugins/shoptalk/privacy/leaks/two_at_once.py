"""Work on many things, shared with a second process where the system copies one cheaply."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

WORTH_A_PROCESS = 200
"""Fewer things are done sooner than a process has started."""


def done_for_each(
    work: Callable[[Thing], Result],
    things: Sequence[Thing],
    size_of: Callable[[Thing], int] = lambda thing: 1,
    worth: int = WORTH_A_PROCESS,
) -> list[Result]:
    """What the work gives for each, in order; on Linux two processes share it, by the sizes.

    What the second gives has to be picklable. If it ends before its time, its part is done again.
    """
    if len(things) < worth or not sys.platform.startswith("linux") or cores() < 2:
        return list(map(work, things))
    own, others = _halves(list(map(size_of, things)))
    from multiprocessing import get_context

    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    second = context.Process(
        target=lambda: sender.send([work(things[number]) for number in others]), daemon=True
    )
    second.start()
    sender.close()
    results = {number: work(things[number]) for number in own}
    try:
        of_second = receiver.recv()
    except EOFError:
        of_second = [work(things[number]) for number in others]
    second.join()
    results |= zip(others, of_second, strict=True)
    return [results[number] for number in range(len(things))]


def _halves(sizes: Sequence[int]) -> tuple[list[int], list[int]]:
    """The numbers of some things in two parts of about the same size, each in order."""
    parts: tuple[list[int], list[int]] = ([], [])
    totals = [0, 0]
    for number in sorted(range(len(sizes)), key=lambda one: -sizes[one]):
        lighter = totals.index(min(totals))
        parts[lighter].append(number)
        totals[lighter] += sizes[number]
    return sorted(parts[0]), sorted(parts[1])


def cores() -> int:
    """How many cores of the processor this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
