"""Messages that somebody labelled, and how often each check is right about them."""

from pathlib import Path

import pytest
from labelled_messages import CHECKS, FOLDER, LISTS, UNSEEN, judged, labelled, table, together

GUIDE = (Path(__file__).parents[2] / "docs/guide/rubric.md").read_text(encoding="utf-8")
LEAST_PRECISION = 0.95
LEAST_RECALL = 0.8
"""For each check; what is missed stands in the table that is printed."""
LEAST_UNSEEN = 0.75
"""For all checks together: of each there are too few such messages."""
HAS_UNSEEN = (FOLDER / f"{UNSEEN}.yml").exists()
FEWEST = 60
RESULTS = judged(*LISTS)


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_is_nearly_always_right(check: str):
    print(table({check: RESULTS[check]}))
    assert RESULTS[check].precision >= LEAST_PRECISION
    assert RESULTS[check].recall >= LEAST_RECALL


def test_the_guide_says_how_often_they_are_right():
    print(table(RESULTS))
    known = together(*LISTS)
    said = (
        f"On {known.of} messages they were made with, {known.precision:.0%} of their reports are"
        f" right and they find {known.recall:.0%} of the faults"
    )
    if HAS_UNSEEN:
        unseen = together(UNSEEN)
        said += f"; on {unseen.of} others, {unseen.precision:.0%} and {unseen.recall:.0%}"
    assert f"{said}." in GUIDE


@pytest.mark.skipif(not HAS_UNSEEN, reason="there are no messages by which nothing was mended")
def test_of_messages_never_seen_most_is_judged_rightly():
    print("unseen:", table(judged(UNSEEN)), sep="\n")
    unseen = together(UNSEEN)
    assert unseen.precision >= LEAST_UNSEEN
    assert unseen.recall >= LEAST_UNSEEN


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
