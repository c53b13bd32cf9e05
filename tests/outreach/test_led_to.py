"""Which request led to which conversation, also where several people have one name."""

import pytest
from outreach.asking import TODAY, conversation, outreach_of
from requests_given import noon

from shoptalk.outreach.due.acquaintance import acquaintances
from shoptalk.outreach.led_to import Asked, led_to
from shoptalk.outreach.what_works.story import Story, story_of
from shoptalk.reading.corpus import ReadFile
from shoptalk.rubric.material import Material

DAM = "name: Ines Rocha, organization: Dam Works"
CANAL = "name: Inês Rocha, organization: Canal Office"
NOWHERE = "name: Ines Rocha"


def talk(organization: str, address: str) -> ReadFile:
    said = f"date: 2026-11-05\n{f'organization: {organization}' if organization else ''}"
    return conversation("Inês Rocha", said, address)


@pytest.mark.parametrize(
    ("requests", "places", "led"),  # the numbers of the requests to each conversation
    [
        ((DAM, CANAL), ("Canal Office",), [[2]]),
        ((DAM, CANAL), ("Canal Office", "Dam Works"), [[2], [1]]),
        ((DAM, CANAL), ("Canal Office", "TODO"), [[2], [1]]),
        ((DAM, CANAL), ("",), [[]]),
        ((DAM, CANAL), ("TODO",), [[]]),
        ((DAM, CANAL), ("Harbor",), [[]]),
        ((DAM, f"{CANAL}, interview: t1"), ("",), [[2]]),
        ((DAM, NOWHERE), ("Canal Office",), [[2]]),
        ((DAM, NOWHERE), ("Dam Works",), [[1]]),
        ((DAM, DAM), ("Dam Works",), [[1, 2]]),
        ((DAM, DAM), ("",), [[1, 2]]),
        ((DAM,), ("Dam Works Ltd",), [[1]]),
        ((DAM,), ("Canal Office", "Harbor"), [[], []]),
        ((NOWHERE,), ("Canal Office",), [[1]]),
        ((NOWHERE,), ("Canal Office", "Harbor"), [[], []]),
        (("name: Ines Rocha, organization: TODO",), ("",), [[1]]),
    ],
)
def test_namesakes_are_told_apart_by_where_they_work(
    requests: tuple[str, ...], places: tuple[str, ...], led: list[list[int]]
) -> None:
    outreach = outreach_of(*requests)
    files = [talk(place, f"t{number}") for number, place in enumerate(places, 1)]
    found = led_to(outreach, files)
    paths = [file.interview.source.path for file in files if file.interview]
    assert [[one.number for one in found.get(path, ())] for path in paths] == led
    together = [one for one in acquaintances(outreach, files) if one.requests and one.interview]
    assert len(together) == len(found)


def told(*requests: str) -> Story:
    files = [talk("Canal Office", "a-talk")]
    made = story_of(outreach_of(*requests), files, noon(TODAY), str)
    assert made
    return made


REFERRED = "sent: 2026-10-20, answer: referred, referrals: [Bo Invented]"
MET = "sent: 2026-10-20, answer: accepted, referrals: [{}]"


def test_whom_the_student_never_met_has_no_conversation() -> None:
    never, met = told(f"{DAM}, {REFERRED}", f"{CANAL}, {MET.format('Cy Invented')}").requests
    assert (never.page, met.page) == ("", "a-talk")
    assert [one.name for one in never.recommended] == ["Bo Invented"]


def test_namesakes_stand_in_the_chain_each_for_themselves() -> None:
    chain = told(f"{DAM}, {REFERRED}", f"{CANAL}, {MET.format('Cy Invented, Inês Rocha')}").chain
    assert [(one.name, one.stage, one.depth) for one in chain] == [
        ("Inês Rocha", "talked to", 0),
        ("Cy Invented", "not asked", 1),
        ("Ines Rocha", "asked", 0),
        ("Bo Invented", "not asked", 1),
    ]


def test_whoever_the_file_calls_otherwise_stands_in_the_chain_once() -> None:
    request = "name: I. Rocha, interview: a-talk, sent: 2026-10-20, referrals: [Bo Invented]"
    chain = told(request, "name: Cy Invented, introduced_by: Inês Rocha").chain
    assert [(one.name, one.stage) for one in chain] == [
        ("I. Rocha", "talked to"),
        ("Bo Invented", "not asked"),
        ("Cy Invented", "not asked"),
    ]


def test_a_recommendation_means_the_one_at_that_organization() -> None:
    asked = Asked(outreach_of(f"{DAM}, sent: 2026-10-20", CANAL).entries)
    for organization, number in (("Canal Office", 2), ("Dam Works", 1), ("", 1), ("TODO", 1)):
        entry = asked.to("ines rocha", organization)
        assert entry
        assert entry.number == number
    assert asked.to("Ines Rocha", "Harbor") is None
    assert Asked(outreach_of(DAM).entries).to("Ines Rocha", "Harbor"), "the only one of the name"
    assert Material(()).asked.to("Ines Rocha") is None
