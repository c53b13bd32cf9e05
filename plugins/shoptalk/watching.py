"""Doing something again whenever files have changed.

It looks at the files several times a second instead of being told by the system, which keeps silent
about network drives and shared folders, and loses sight of a folder that was deleted and came back.
"""

import time
from collections.abc import Callable
from typing import NoReturn

PAUSE = 0.2
"""Seconds from one look to the next."""

SETTLING = 0.05
"""Seconds in which nothing may change before a save counts as done."""

WORK_SHARE = 0.05
"""The part of the time that may go into looking, however many files there are."""


def watch(look: Callable[[], object], run: Callable[[], None]) -> NoReturn:
    """Call `run` at once, and again whenever what `look` returns has changed."""
    seen: object = None
    while True:
        started = time.perf_counter()
        now = look()
        if now == seen:
            took = time.perf_counter() - started
            time.sleep(max(PAUSE, took / WORK_SHARE))
            continue
        seen = _settled(look, now) if seen is not None else now
        run()


def _settled(look: Callable[[], object], seen: object) -> object:
    """What `look` returns once two looks in a row agree: many editors save in several steps."""
    while True:
        time.sleep(SETTLING)
        now = look()
        if now == seen:
            return now
        seen = now
