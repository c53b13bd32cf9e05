"""However somebody's name is typed, it is the same person's; and nobody else's."""

import unicodedata
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outreach.asking import TODAY, conversation, outreach_of

from shoptalk.outreach.led_to import led_to
from shoptalk.outreach.names import comparable_name, comparable_words
from shoptalk.outreach.outreach_file import parse_outreach
from shoptalk.outreach.what_works.chain import Talk, chain_of
from shoptalk.reading.source import Source

SAME = (
    ("Ken Abara", "ken  ABARA ", "Dr. Ken Abara", "Mr Ken Abara", "Prof. Dr. Ken Abara, PhD"),
    ("Ken Abara", "Ken Abara, M.D., MBA", "Ken Abara MD", "Ken Abara Ph. D.", "KEN ABARA, R.N."),
    ("Anna Berg", "Frau Dr. med. Anna Berg", "Dipl.-Ing. Anna Berg", "Mag. Anna Berg, MSc"),
    ("Nora O'Hanlon", "Nora O’Hanlon", "Nora O\u02bcHanlon", "Nora OHanlon"),
    ("Jürgen Müller", "Juergen Mueller", "Jurgen Muller", "J\u00adürgen Mu\u0308ller"),
    ("Jørgen Ødegård", "Joergen Oedegard", "Jorgen Odegard"),
    ("Zoë Brontë", "Zoe Bronte"),
    ("Jean-Luc Ayari", "Jean‑Luc Ayari", "Jean–Luc Ayari", "Jean Luc Ayari"),
    ("Ana M. Lima", "Ana M Lima"),
    ("李娜", "Dr. 李娜"),
    ("김민준", unicodedata.normalize("NFD", "김민준")),
    ("Dr. Okafor", "Okafor", "Prof. Okafor"),
)
DIFFERENT = (
    ("Ana Lima", "Anna Lima", "Ana Lim", "Ana Lime", "Ana Maria Lima"),
    ("Ken Abara Jr.", "Ken Abara Sr.", "Ken Abara", "Ken Abara III"),
    ("Mr Berg", "Ms Berg", "Frau Berg", "Berg"),
    ("Joe Lima", "Jo Lima"),
    ("Michael Novak", "Michal Novak"),
    ("Noelle Pa", "Nolle Pa"),
    ("Mae Li", "Ma Li", "Miss Li"),
    ("Yo-Yo Ma", "Yo-Yo", "Yo-Yo Do"),
    ("Drew Young", "Young", "Magda Young"),
    ("राम", "रामू"),
    ("が", "か"),
    ("C. Berg", "H. Berg", "E. Berg"),
    ("Dr.", "Prof.", "?"),
    ("Sandra Miller", "San Miller", "Miller"),
    ("Vikram Chandra", "Vikram Chan"),
    ("Alexandra Reyes", "Alexandr Reyes", "Alexan Reyes"),
    ("Trev Jones", "T Jones", "Jones"),
    ("Paul Mba", "Paul", "Paul Ma"),
)


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_names_that_are_typed_otherwise_are_the_same(names: tuple[str, ...]):
    assert len({comparable_name(one) for one in names}) == 1


@pytest.mark.parametrize("names", DIFFERENT, ids=lambda names: names[0])
def test_names_that_are_like_each_other_are_not(names: tuple[str, ...]):
    for one, other in combinations(names, 2):
        assert comparable_name(one) != comparable_name(other)


@given(st.text())
def test_no_name_is_lost(name: str):
    assert bool(comparable_words(name)) == bool(comparable_name(name))


def test_an_organization_keeps_what_would_be_a_title_in_a_name():
    assert comparable_words("Dr. Oetker") != comparable_words("Oetker")
    assert comparable_words("Café  Müller") == comparable_words("cafe mueller")


def test_a_request_leads_to_the_conversation_with_the_same_person():
    outreach = outreach_of("name: 'Dr. Jurgen O’Hanlon, PhD'")
    talk = conversation("Jürgen O'Hanlon", address="jo")
    assert list(led_to(outreach, [talk])) == ["interviews/jo.md"]


def test_the_chain_has_each_person_once():
    talk = conversation("Ken Abara", "referrals: [Dr. Renée Quist]").interview
    assert talk
    requests = outreach_of("name: Renee Quist, introduced_by: 'Ken Abara, MBA'").requests
    assert [one.name for one in chain_of([Talk("ken", talk)], requests)] == [
        "Ken Abara",
        "Dr. Renée Quist",
    ]


def test_the_same_person_stands_in_the_list_twice():
    text = "requests:\n  - name: Renée Quist\n  - name: Dr. Renee Quist\n  - name: Rene Quist\n"
    findings = parse_outreach(Source("outreach.yml", text), (), TODAY)[1]
    assert [(one.check, one.place.line) for one in findings] == [("repeated-request", 3)]
