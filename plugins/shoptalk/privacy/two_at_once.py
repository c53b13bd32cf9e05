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
    work: Callable[[Thing], Result], things: Sequence[Thing], worth: int = WORTH_A_PROCESS
) -> list[Result]:
    """What the work gives for each, in order; on Linux two processes do every other one.

    What the second gives has to be picklable. If it ends before its time, its part is done again.
    """
    if len(things) < worth or not sys.platform.startswith("linux") or cores() < 2:
        return list(map(work, things))
    from multiprocessing import get_context

    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    second = context.Process(target=lambda: sender.send(list(map(work, things[1::2]))), daemon=True)
    second.start()
    sender.close()
    results: list[Result] = [None] * len(things)  # type: ignore[list-item]
    results[::2] = map(work, things[::2])
    try:
        results[1::2] = receiver.recv()
    except EOFError:
        results[1::2] = map(work, things[1::2])
    second.join()
    return results


def cores() -> int:
    """How many cores of the processor this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
