"""Work that is shared with a second process."""

import os
import sys

import pytest

from shoptalk.privacy.leaks import two_at_once
from shoptalk.privacy.leaks.two_at_once import done_for_each

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="one process does everything there"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning"),
]


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(two_at_once, "cores", lambda: 2)


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_results_keep_the_order_of_the_things(count: int) -> None:
    assert done_for_each(lambda one: one * 10, range(count), worth=0) == [
        one * 10 for one in range(count)
    ]


def test_who_has_the_largest_has_fewer_others() -> None:
    done = done_for_each(lambda one: (one, os.getpid()), [1, 9, 2, 3, 3], lambda one: one, worth=0)
    assert [one for one, _ in done] == [1, 9, 2, 3, 3]
    of_largest = [one for one, process in done if process == done[1][1]]
    assert of_largest == [9]


def test_two_processes_share_the_work() -> None:
    assert len(set(done_for_each(lambda one: os.getpid(), range(4), worth=0))) == 2


def test_few_things_are_done_by_one() -> None:
    assert set(done_for_each(lambda one: os.getpid(), range(4), worth=5)) == {os.getpid()}


def test_what_a_process_left_undone_is_done_again() -> None:
    def work(number: int) -> int:
        if os.getpid() != first:
            os._exit(3)
        return number

    first = os.getpid()
    assert done_for_each(work, range(5), worth=0) == [0, 1, 2, 3, 4]
