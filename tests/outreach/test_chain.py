"""Who led to whom, in chains, forks and circles."""

from hypothesis import given
from hypothesis import strategies as st
from outreach.asking import conversation, outreach_of

from shoptalk.outreach.what_works.chain import Link, Talk, chain_of
from shoptalk.reading.corpus import ReadFile


def chain(
    *files: ReadFile, requests: tuple[str, ...] = (), shared: tuple[str, ...] = ()
) -> tuple[Link, ...]:
    talks = [Talk(one.address, one.interview) for one in files if one.interview]
    return chain_of(talks, outreach_of(*requests).requests, shared)


def drawn(links: tuple[Link, ...]) -> list[str]:
    return [f"{'  ' * one.depth}{one.name}: {one.stage}" for one in links]


def test_who_led_to_whom_and_how_far_it_got():
    links = chain(
        conversation("Ada Invented", "referrals: [Bo Invented, Cy Invented]"),
        conversation("Bo Invented"),
        requests=(
            "name: bo  invented, sent: 2026-09-01",
            "name: Cy Invented, sent: 2026-09-01, referrals: [Di Invented]",
            "name: Ed Invented, introduced_by: Bo Invented",
            "name: Found Otherwise, sent: 2026-09-01",
        ),
    )
    assert drawn(links) == [
        "Ada Invented: talked to",
        "  Bo Invented: talked to",
        "    Ed Invented: not asked",
        "  Cy Invented: asked",
        "    Di Invented: not asked",
    ]
    assert [one.page for one in links[:2]] == ["ada-invented", "bo-invented"]
    assert [one.parent for one in links] == [-1, 0, 1, 0, 3]


def test_whoever_several_led_to_stands_there_once():
    links = chain(
        conversation("Ada Invented", "referrals: [Cy Invented]"),
        conversation("Bo Invented", "referrals: [Cy Invented, Di Invented]"),
    )
    assert [(one.name, one.also) for one in links] == [
        ("Ada Invented", ()),
        ("Cy Invented", ("Bo Invented",)),
        ("Bo Invented", ()),
        ("Di Invented", ()),
    ]


def test_circles_end():
    links = chain(
        conversation("Ada Invented", "referrals: [Bo Invented, Ada Invented]"),
        conversation("Bo Invented", "referrals: [Ada Invented]"),
    )
    assert [one.name for one in links] == ["Ada Invented", "Bo Invented"]


def test_a_shared_stand_in_never_joins_people():
    files = [
        conversation("A nurse", "referrals: [Somebody, A nurse]", "one"),
        conversation("A nurse", "referrals: [Somebody]", "two"),
    ]
    assert len(chain(*files)) == 2
    links = chain(*files, shared=("Somebody", "A nurse"))
    assert [(one.name, one.depth, one.page) for one in links] == [
        ("A nurse", 0, "one"),
        ("Somebody", 1, ""),
        ("A nurse", 1, ""),
        ("A nurse", 0, "two"),
        ("Somebody", 1, ""),
    ]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30))
def test_everybody_who_is_linked_is_there_once_and_below_somebody(pairs: list[tuple[int, int]]):
    requests = tuple(f"name: P{led} Q, introduced_by: P{first} Q" for first, led in pairs)
    links = chain(requests=requests)
    linked = {f"P{one} Q" for pair in pairs if pair[0] != pair[1] for one in pair}
    assert sorted(one.name for one in links) == sorted(linked)
    for at, one in enumerate(links):
        assert -1 <= one.parent < at
        assert one.depth == (links[one.parent].depth + 1 if one.parent >= 0 else 0)


def test_a_long_chain_ends():
    people = (f"name: P{n} Q, introduced_by: P{n + 1} Q" for n in range(4000))
    assert len(chain_of((), outreach_of(*people).requests)) == 4001
