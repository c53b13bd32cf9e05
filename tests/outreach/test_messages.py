"""Messages that somebody labelled, and how often each check is right about them."""

import pytest
from labelled_messages import CHECKS, LISTS, judged, labelled, table

LEAST_PRECISION = 0.95
LEAST_RECALL = 0.8
"""For each check; what is missed stands in the table that is printed."""
FEWEST = 60
RESULTS = judged(*LISTS)


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_is_nearly_always_right(check: str):
    print(table({check: RESULTS[check]}))
    assert RESULTS[check].precision >= LEAST_PRECISION
    assert RESULTS[check].recall >= LEAST_RECALL


def test_all_together_find_most_of_what_there_is():
    print(table(RESULTS))
    right = sum(one.right for one in RESULTS.values())
    assert right / (right + sum(len(one.missed) for one in RESULTS.values())) >= 0.95


def test_there_are_good_and_bad_messages_of_each_kind():
    messages = [
        (entry.request, labels[entry.request.name])
        for outreach, labels in map(labelled, LISTS)
        for entry in outreach.entries
    ]
    assert len(messages) >= FEWEST
    for kind in ("direct", "warm", "cold", "alumni", "event"):
        found = {bool(faults) for one, faults in messages if one.route == kind}
        assert found == {True, False}, kind
    named = {fault for _, faults in messages for fault in faults}
    assert named == set(CHECKS)
