"""People are found in every spelling of their names, and nobody else is."""

import html
import json
import unicodedata
import urllib.parse

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shoptalk.findings.finding import Place
from shoptalk.privacy.names.finder import Finder
from shoptalk.privacy.private_values import PrivateValue

KINDS = ["name", "organization", "link", "contact", "note"]
OF = Place(path="interviews/a.md", line=2)
EXAMPLES = settings(max_examples=200, derandomize=True)
HOSTILE = [
    "Rosalind Okafor",
    "Seán O’Hanlon",
    "José Núñez-Ibáñez",
    "Işıl Yıldız",
    "Jürgen Großmann",
    "Στέφανος Καλλέργης",
    "ليلى النجار",
    "王小明",
    "김철수",
    "Grace Hope",
    "R*b(e)rt [X] $mith^son",
    "Ada <b>Quillfeather</b>",
    "Mary Ann Fenwickle",
    "Malcolm X",
]


def value(text, kind="name", person="a"):
    return PrivateValue(text, kind, person, OF)


def found(name, text, home="", kind="name", allowed=()):
    finder = Finder([value(name, kind)], allowed)
    return [text[one.start : one.end] for one in finder.find(text, home)]


@pytest.mark.parametrize(
    ("name", "text", "sighting"),
    [
        ("Rosalind Okafor", "with Rosalind Okafor.", "Rosalind Okafor"),
        ("Rosalind Okafor", "okafor, rosalind", "okafor, rosalind"),
        ("Rosalind Okafor", "Rosalind\n     Okafor", "Rosalind\n     Okafor"),
        ("Rosalind Okafor", "Rosalind\u00a0Okafor", "Rosalind\u00a0Okafor"),
        ("Rosalind Okafor", "/rosalind-okafor/", "rosalind-okafor"),
        ("Rosalind Okafor", "/rosalind_okafor.jpg", "rosalind_okafor"),
        ("Rosalind Okafor", "RosalindOkafor", "RosalindOkafor"),
        ("Rosalind Okafor", "rosalindokafor", "rosalindokafor"),
        ("Rosalind Okafor", "Rosalind%20Okafor", "Rosalind%20Okafor"),
        ("Rosalind Okafor", "?q=rosalind+okafor", "rosalind+okafor"),
        ("Rosalind Okafor", "**Rosalind** *Okafor*", "Rosalind** *Okafor"),
        (
            "Rosalind Okafor",
            "<b>Rosalind</b> <i class='x'>Okafor",
            "Rosalind</b> <i class='x'>Okafor",
        ),
        ("Rosalind Okafor", '<img alt="Rosalind Okafor">', "Rosalind Okafor"),
        ("Rosalind Okafor", "<!-- Rosalind Okafor -->", "Rosalind Okafor"),
        ("Rosalind Okafor", "Ros&shy;alind&nbsp;&#79;kafor", "Ros&shy;alind&nbsp;&#79;kafor"),
        ("Rosalind Okafor", "by R. Okafor", "R. Okafor"),
        ("Rosalind Okafor", "by Okafor, R.", "Okafor, R"),
        ("Rosalind Okafor", "Okafor's desk", "Okafor"),
        ("Rosalind Okafor", "/okafors-desk", "okafors"),
        ("Rosalind Okafor", "rokafor", "rokafor"),
        ("Jo Smith", "J. Smith", "J. Smith"),
        ("José Núñez", "Jose Nun\u0303ez", "Jose Nun\u0303ez"),
        ("José Núñez", "jos&eacute; n&#xFA;&#241;ez", "jos&eacute; n&#xFA;&#241;ez"),
        ("José Núñez", "jos%C3%A9-n%25C3%25BA%25C3%25B1ez", "jos%C3%A9-n%25C3%25BA%25C3%25B1ez"),
        ("José Núñez", r"Jos\u00e9 N\u00fa\u00f1ez", r"Jos\u00e9 N\u00fa\u00f1ez"),
        ("Jörg Großmann", "JOERG GROSSMANN", "JOERG GROSSMANN"),
        ("Işıl Yıldız", "ISIL YILDIZ", "ISIL YILDIZ"),
        ("Νίκος Καλλέργης", "ΝΙΚΟΣ ΚΑΛΛΕΡΓΗΣ", "ΝΙΚΟΣ ΚΑΛΛΕΡΓΗΣ"),
        ("Seán O'Hanlon", "Sean O’Hanlon", "Sean O’Hanlon"),
        ("Seán O'Hanlon", "Sean O&#39;Hanlon", "Sean O&#39;Hanlon"),
        ("Seán O'Hanlon", "sean-ohanlon", "sean-ohanlon"),
        ("王小明", "我和王小明谈话", "王小明"),
        ("王 小明", "小明 王", "小明 王"),
        ("王小明", "%E7%8E%8B%E5%B0%8F%E6%98%8E", "%E7%8E%8B%E5%B0%8F%E6%98%8E"),
        ("김철수", "김철수는", "김철수"),
        ("ليلى النجار", "لَيْلَى النَّجَّار", "لَيْلَى النَّجَّار"),
        ("שרה לוי־כהן", "שָׂרָה לוי כהן", "שָׂרָה לוי כהן"),
        ("Ubi De Feo", "asked De Feo", "De Feo"),
        ("Jude Ellison S. Doylefen", "Jude Doylefen", "Jude Doylefen"),
        ("Grace Hope", "/grace-hope/", "grace-hope"),
        ("Auriela", "met auriela", "auriela"),
        ("Will", "we met Will there", "Will"),
        ("j3s", "by j3s, who", "j3s"),
        ("Malcolm X", "malcolm x", "malcolm x"),
        ("Ann Young", "Contact Dr Young", "Young"),
        ("Ann Young", "As Mr. Young put it", "Young"),
        ("Ann Young", "mit Frau Prof. <b>Young</b>", "Young"),
        ("Ann Young", "la se\u00f1ora Young", "Young"),
        ("Ann Young", "avec M.\nYoung", "Young"),
        ("Jo Smith", "Mx&nbsp;Smith", "Smith"),
        ("Nils Vandergroen-Okonjoba", "met Nils Okonjoba", "Nils Okonjoba"),
        ("Nils Vandergroen-Okonjoba", "N. Okonjoba", "N. Okonjoba"),
        ("Nils Vandergroen-Okonjoba", "the Okonjoba desk", "Okonjoba"),
        ("Nils Vandergroen-Okonjoba", "nokonjoba", "nokonjoba"),
        ("Nils Vandergroen-Okonjoba", "nvandergroenokonjoba", "nvandergroenokonjoba"),
        ("Nils Vandergroen-Pike", "Mr Pike", "Pike"),
        ("Nils Vandergroen-Pike PhD", "N. Pike", "N. Pike"),
        ("Mairéad O'Shaughnessy-McKee", "Mairéad McKee", "Mairéad McKee"),
        ("Mairéad O'Shaughnessy-McKee", "Ms McKee", "McKee"),
        ("Mairéad O'Shaughnessy-McKee", "O'Shaughnessy–McKee", "O'Shaughnessy–McKee"),
        ("Mairéad O'Shaughnessy-McKee", "O'Shaughnessy McKee", "O'Shaughnessy McKee"),
        ("Grace Hope", "of Hope, Grace", "Hope, Grace"),
        ("Grace Hope", "it was G.\nHope", "G.\nHope"),
        ("Dr. Grace Hope", "it was Dr. Hope", "Dr. Hope"),
        ("Jo Smith", "| Jo | Smith |", "Jo | Smith"),
        ("Jo Smith", "<td>Jo</td>\n\n<td>Smith</td>", "Jo</td>\n\n<td>Smith"),
        ("Jo Smith", "<b>Jo</b>\n\n<b>Smith</b>", "Jo</b>\n\n<b>Smith"),
        ("Jo Smith", "Jo<br>Smith", "Jo<br>Smith"),
        ("Grace", "| n |\n|---|\n| Grace | cook |", "Grace"),
        ("Grace", "| n |\n|---|\n| **[Grace](a.md)** |", "Grace"),
        ("Grace", "<tr>\n<td>Grace</td>\n<td>cook</td>", "Grace"),
        ("José Núñez Ibáñez", "I thank J. Núñez", "J. Núñez"),
        ("José Núñez Ibáñez", "with Mr Núñez", "Núñez"),
        ("José Núñez Ibáñez", "con Señor Núñez", "Núñez"),
        ("José Quintanilla Ibáñez", "by J. Quintanilla", "J. Quintanilla"),
    ],
)
def test_every_way_of_naming_somebody_is_found(name: str, text: str, sighting: str):
    assert found(name, text) == [sighting]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Rosalind Okafor", "Rosalind checks whether"),
        ("Rosalind Okafor", "Rosalindokaforia"),
        ("Will Hope", "I will and I hope"),
        ("Mark Young", "Young people leave a mark"),
        ("Li Na", "Lina"),
        ("Mark Up", "the markup"),
        ("Jo Smith", "Adam Smith"),
        ("Kevin Fenwickle", "Kevin Bacon"),
        ("王小明", "国王。小明"),
        ("欧阳娜娜", "欧阳女士和娜娜"),
        ("Avocado", "Avocado toast"),
        ("Ann Young", "the dr young and Young"),
        ("Malcolm X", "Mr X"),
        ("Ann Smith-Jones", "Bo Jones and Smith"),
        ("Grace Hope", "it with grace. Hope came. We hope. Grace left."),
        ("Grace Hope", "Grace! Hope? *Grace.* Hope"),
        ("Grace Hope", "with grace, hope and | grace | hope |"),
        ("Jo Smith", "| Smith |\n| Jo |"),
        ("Jo Smith", "- Smith\n- Jo\n\n> - Smith"),
        ("Jo Smith", "Jo\n\nSmith\n## Jo"),
        ("Jo Smith", "<p>Jo</p><p>Smith</p><li>Jo</li>\n<li>Smith</li>"),
        ("Jo Smith", "<tr><td>Jo</td></tr><tr><td>Smith</td></tr>"),
        ("Grace", "| grace | and\n\n<p>\nGrace\n</p>\n"),
        ("Ann Smith-Jones", "Kim Jones"),
        ("José Núñez Ibáñez", "I. Núñez and Núñez"),
        ("Mary Jane Smith", "with Jane, J. Jane and Mr Mary"),
    ],
)
def test_near_misses_are_not_found(name: str, text: str):
    assert found(name, text) == []


@pytest.mark.parametrize(
    ("name", "text", "sightings"),
    [
        ("Rosalind Okafor", "Rosalind checks whether", ["Rosalind"]),
        ("Rosalind Okafor", "the rosalind", []),
        ("Rosalind Okafor", "Rosalind Franklin found it", []),
        ("Jo Smith", "and Smith said", ["Smith"]),
        ("Mark Fenwickle", "when Mark spoke", ["Mark"]),
        ("Mark Fenwickle", "Mark's desk", ["Mark"]),
        ("Mark Fenwickle", "Mark the place", []),
        ("Nils Vandergroen-Pike", "Pike laughed", ["Pike"]),
        ("王小明", "小明说", ["小明"]),
        ("欧阳娜娜", "娜娜说", ["娜娜"]),
        ("欧阳娜娜", "和欧阳谈话", ["欧阳"]),
        ("歐陽娜娜", "歐陽女士說", ["歐陽女士"]),
        ("司马光", "司马先生", ["司马先生"]),
        ("欧阳 娜娜", "欧阳老师", ["欧阳老师"]),
        ("王小明", "王博士说，王府", ["王博士"]),
        ("Siân McAllistair", "Mc Allistair said", ["Mc Allistair"]),
        ("Siân MacAllistair", "by Mac\u00a0Allistair", ["Mac\u00a0Allistair"]),
        ("Siân O'Hanlon", "by O' Hanlon", ["O' Hanlon"]),
        ("Siân McAllistair", "a Mc allistair", []),
        ("Grace Fenwickle", "Grace, though, was late", ["Grace"]),
        ("Will Fenwickle", "Thanks, Will! Will it", ["Will"]),
        ("Will Fenwickle", "and Will the ward change that?", []),
        ("Will Fenwickle", "and Will the nurse.", ["Will"]),
    ],
)
def test_a_part_alone_counts_in_what_is_about_the_person(name: str, text: str, sightings: list):
    assert found(name, text, home="a") == sightings


def test_who_may_be_named_is_not_taken_for_somebody_else():
    assert found("Ann Fenwickle", "Mary Ann Fenwickle", allowed=["Mary Ann Fenwickle"]) == []
    assert found("Mary Ann Fenwickle", "Mary Ann Fenwickle", allowed=["Ann Fenwickle"]) != []
    assert found("Ann Fenwickle", "Fenwickle", allowed=["Bo Fenwickle"]) == []
    assert found("Ann Young", "Dr Young", allowed=["Bo Young"]) == []
    assert found("Ann Young", "Dr Young", kind="referral") == []
    assert found("Ann Fenwickle-Marsden", "Marsden", kind="referral") == []
    assert found("Ann Marsden", "Marsden", allowed=["Bo Fenwickle-Marsden"]) == []
    assert found("Mary Jane Smith", "Dr Jane", allowed=["Jane Finn"]) == []


@pytest.mark.parametrize(
    ("name", "text", "sightings"),
    [
        ("Ann Fenwickle", "Thanks to Fenwickle.", ["Fenwickle"]),
        ("Ann Fenwickle", "Thanks to Ann.", []),
        ("Ann Young", "Ask Dr Young, or a Young person, or young ones.", ["Young"]),
        ("Dr. Fenwickle", "Thanks to Fenwickle.", ["Fenwickle"]),
        ("Frau Wolf", "Frau Wolf half; da kam ein Wolf.", ["Frau Wolf"]),
        ("Mr Berg", "I asked Dr. Berg.", ["Berg"]),
        ("Marisol", "Marisol laughed. Thanks, Marisol!", ["Marisol", "Marisol"]),
        ("Marisol", "the marisol, and Marisol Escobar", []),
        ("Bj\u00f6rk", "I met Bjork; bj\u00f6rk means birch.", ["Bjork"]),
        ("Bj\u00f6rk", "&#66;j&ouml;rk laughed", ["&#66;j&ouml;rk"]),
        ("Will", "I will ask. Will you? Or Will Ray?", []),
        ("Will", "Ask what Will said.", ["Will"]),
        ("Rose", "Then Rose said that a rose is a rose. Rose Street is long.", []),
        ("Rose", "I thank Rose, and a rose; near Rose Street.", ["Rose"]),
        ("O'Hanlon", "O'Hanlon laughed", ["O'Hanlon"]),
        ("\u674e\u5a1c", "\u548c\u674e\u5a1c\u8c08", ["\u674e\u5a1c"]),
    ],
)
def test_of_somebody_asked_a_last_name_counts_and_a_single_one_with_a_capital(
    name: str, text: str, sightings: list
):
    assert found(name, text, kind="asked") == sightings


def test_a_single_name_of_somebody_asked_may_be_of_whom_may_be_named():
    for name in ("Marisol", "Rose"):
        assert found(name, f"I thank {name} there.", kind="asked", allowed=[f"{name} Bo"]) == []
        assert found(name, f"I thank {name} there.", kind="asked") == [name]


def test_a_name_within_anothers_is_reported_once():
    finder = Finder([value("Ann Fenwickle"), value("Mary Ann Fenwickle", person="b")])
    assert [one.value.person for one in finder.find("Mary Ann Fenwickle")] == ["b"]


def test_an_organization_goes_by_its_first_word_at_home():
    def at_home(text: str, organization: str, home: str = "a") -> list[str]:
        return found(organization, text, home, kind="organization")

    assert at_home("At Kestrel nobody does", "Kestrel Logistics") == ["Kestrel"]
    assert at_home("At Kestrel nobody does", "The Kestrel Group") == ["Kestrel"]
    assert at_home("At Kestrel nobody does", "Kestrel Logistics", "b") == []
    assert at_home("we saw a kestrel", "Kestrel Logistics") == []
    assert at_home("In Berlin, Clinical Young", "Berlin Water") == []
    assert at_home("In Clinical", "Clinical Trials Ltd") == []
    assert at_home("In Young", "Young Minds") == []


@pytest.mark.parametrize(
    ("kind", "text", "where", "sightings"),
    [
        ("organization", "Harbor Health", "at harbor-health", ["harbor-health"]),
        ("organization", "Harbor Health", "the harbor, and health", []),
        ("organization", "Target", "a Target level", ["Target"]),
        ("organization", "Target", "the target", []),
        ("link", "https://www.quill.dev/ann/", "(http://quill.dev/ann)", ["quill.dev/ann"]),
        ("link", "https://quill.dev/ann", "https%3A%2F%2Fquill.dev%2Fann", ["quill.dev%2Fann"]),
        ("link", "https://quill.dev/ann", "https://quill.dev/ann-bo", []),
        ("note", "She pays for six new sheds", "she pays for *six* new sheds", None),
        ("contact", "+49 30 1234567", "call 030/123 45 67", ["030/123 45 67"]),
        ("contact", "ann@quill.dev", "ann at quill dot dev", ["ann at quill dot dev"]),
    ],
)
def test_what_is_private_besides_names(kind: str, text: str, where: str, sightings: list | None):
    assert bool(found(text, where, kind=kind)) is (sightings is None or bool(sightings))
    if sightings:
        assert found(text, where, kind=kind) == sightings


@pytest.mark.parametrize(
    "text",
    [
        "ann@quill.dev",
        "&#97;nn&#64;quill.dev",
        "ann [at] quill [dot] dev",
        "+44 20 7946 0018",
        "(212) 555-0187",
        "212-555-0187",
        "tel:5550187",
        "030 / 1234567",
        "Phone: 555 0187",
    ],
)
def test_contacts_of_anybody_are_found(text: str):
    assert found("Nobody Quillfeather", f"see {text} there") == [
        text.removeprefix("Phone: ").removeprefix("tel:")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-14T18:30",
        "14.10.2026",
        "v1.234.5678",
        "lunr@2.3.9",
        "logo@2x.png",
        "ISBN 978-0-306-40615-7",
        "$1,234,567.89",
        "localhost:8000",
        "1732270000000",
        "192.168.100.200",
        "git@github.com",
        "M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10",
        "+0200",
    ],
)
def test_what_only_looks_like_a_contact_is_not(text: str):
    assert found("Nobody Quillfeather", f"see {text} there") == []


def test_contacts_may_be_allowed():
    assert found("X Quillfeather", "ann@quill.dev", allowed=["@quill.dev"]) == []
    assert found("X Quillfeather", "+44 20 7946 0018", allowed=["020 7946 0018"]) == []


VARIANTS = [
    str,
    str.upper,
    str.lower,
    lambda name: name.replace(" ", "-"),
    lambda name: name.replace(" ", "\n   "),
    lambda name: " ".join(reversed(name.split())),
    lambda name: "".join(f"&#{ord(sign)};" for sign in name),
    lambda name: "".join(f"&#x{ord(sign):x};" for sign in name),
    urllib.parse.quote,
    urllib.parse.quote_plus,
    lambda name: urllib.parse.quote(urllib.parse.quote(name)),
    json.dumps,
    html.escape,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: unicodedata.normalize("NFKD", name),
]
SURROUNDING = st.text("ab .,;<>&%\\\"'\n(){}-é王", max_size=12)


@EXAMPLES
@given(st.sampled_from(HOSTILE), st.sampled_from(VARIANTS), SURROUNDING, SURROUNDING)
def test_every_variant_is_found_in_any_text(name, variant, before, after):
    if variant(name) != name and name == "王小明":
        before, after = "", ""
    text = f"{before} \n\n{variant(name)}\n\n {after}"
    finder = Finder([value(name)])
    start = len(before) + 3
    end = start + len(variant(name))
    sightings = [one for one in finder.find(text) if one.start < end and one.end > start]
    assert sightings
    assert all(0 <= one.start < one.end <= len(text) for one in sightings)


@EXAMPLES
@given(st.text(), st.lists(st.tuples(st.text(max_size=20), st.sampled_from(KINDS)), max_size=4))
def test_nothing_raises(text, texts):
    finder = Finder([value(*one) for one in texts])
    for one in finder.find(text, "a"):
        assert 0 <= one.start < one.end <= len(text)


def test_a_last_name_that_every_page_has_as_a_word_is_no_sign_by_itself() -> None:
    finder = Finder([value("Cy Later")])
    assert list(finder.find(".later { float: right }  A later conversation")) == []
    assert [one.value.text for one in finder.find("A talk with Cy Later")] == ["Cy Later"]
