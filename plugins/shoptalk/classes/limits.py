"""How long one portfolio may take, so that none keeps the others of a class waiting."""

import faulthandler
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 30.0
"""A rubric of a student's own may hold a pattern that would take for ever."""


class TookTooLongError(Exception):
    """The time is over."""


def can_interrupt() -> bool:
    """Whether the system can end a piece of work, and not only a process."""
    return hasattr(signal, "setitimer") and threading.current_thread() == threading.main_thread()


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Ends what is inside after so much time of the processor.

    Where the system cannot do that, a process that was started for it ends as a whole, after so
    much time by the clock.
    """
    from multiprocessing import parent_process

    if can_interrupt():
        before = signal.signal(signal.SIGVTALRM, _end)
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.signal(signal.SIGVTALRM, before)
    elif parent_process():
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123 (it is no path)
            faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
            try:
                yield
            finally:
                faulthandler.cancel_dump_traceback_later()
    else:
        yield


def _end(number: int, frame: FrameType | None) -> None:
    raise TookTooLongError
