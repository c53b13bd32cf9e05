"""Whom a learning agrees with and differs from, and what is said where that is not clear."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from shoptalk.checking import check_portfolio
from shoptalk.dividing import Share, Work, check_share
from shoptalk.findings.reporters.text import render_finding
from shoptalk.reading.corpus import ReadFile
from shoptalk.reading.folder import FoundFile
from shoptalk.reading.interview import parse_interview
from shoptalk.reading.people_meant import people_named
from shoptalk.reading.people_meant_faults import check_people_named
from shoptalk.reading.private_file import parse_private
from shoptalk.reading.source import Source
from shoptalk.rubric.scores import NO_SCORES

TODAY = date(2026, 11, 22)
ROSALIND = "name: Rosalind Okafor\nalias: A data engineer"
KEN = "name: Ken Abara\nalias: A nurse"


def read(address: str, front_matter: str) -> ReadFile:
    source = Source(f"{address}.md", f"---\n{front_matter}\n---\n\nWe met.\n")
    interview, findings = parse_interview(source, TODAY)
    assert interview
    assert findings == []
    return ReadFile(path=address, address=address, source=source, interview=interview, findings=())


def naming(*keys: str, name: str = "name: Ada Quillon") -> ReadFile:
    return read("ada", "\n    ".join((f"{name}\nlearnings:\n  - learned: It is work.", *keys)))


OTHERS = (read("rosalind", ROSALIND), read("2026-autumn/a-nurse", KEN))


def said(*files: ReadFile) -> list[str]:
    return [render_finding(found) for file in check_people_named(files) for found in file.findings]


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("Rosalind Okafor", "rosalind"),
        ("rosalind okafor", "rosalind"),
        ("A data engineer", "rosalind"),
        ("rosalind", "rosalind"),
        ("2026-autumn/a-nurse", "2026-autumn/a-nurse"),
        ("Ken Abara", "2026-autumn/a-nurse"),
        ("Ada Quillon", ""),
        ("Ken", ""),
    ],
)
def test_who_is_meant(written: str, who: str):
    [named] = people_named((naming(f"agrees_with: {written}"), *OTHERS))
    assert (named.address, named.learning, named.stance, named.who) == (
        "ada",
        0,
        "agrees_with",
        who,
    )


def test_an_address_counts_more_than_a_name():
    others = (read("a-nurse", "name: Bea Holt"), *OTHERS)
    [named] = people_named((naming("differs_from: a-nurse"), *others))
    assert named.who == "a-nurse"


def test_several_people_in_a_list():
    file = naming(
        "agrees_with: [Ken Abara]", "differs_from:", "  - Rosalind Okafor", "  - rosalind"
    )
    found = people_named((file, *OTHERS))
    assert [(one.stance, one.number, one.who) for one in found] == [
        ("agrees_with", 0, "2026-autumn/a-nurse"),
        ("differs_from", 0, "rosalind"),
        ("differs_from", 1, "rosalind"),
    ]
    assert said(file, *OTHERS) == []


def test_a_slip_in_a_name_is_named_with_what_was_meant():
    assert said(naming("agrees_with: [Ken Abara, Rosalind Okafro]"), *OTHERS) == [
        "ada.md:5:30: warning: 'agrees_with' names 'Rosalind Okafro', with whom there is no "
        "interview [nobody-meant]\n"
        "  5 |     agrees_with: [Ken Abara, Rosalind Okafro]\n"
        "    |                              ^^^^^^^^^^^^^^^\n"
        "  help: did you mean 'Rosalind Okafor'?\n"
        "    |     agrees_with: [Ken Abara, Rosalind Okafor]"
    ]


@pytest.mark.parametrize(
    ("written", "corrected"),
    [
        ("Okafor", "Rosalind Okafor"),
        ("Okafor Rosalind", "Rosalind Okafor"),
        ("2026-autumn/nurse", "2026-autumn/a-nurse"),
        ("Rosalind Okafor, Ken Abara", "[Rosalind Okafor, Ken Abara]"),
        ("rosalind and Ken Abara", "[rosalind, Ken Abara]"),
        ("Somebody Else", ""),
    ],
)
def test_nobody_is_meant(written: str, corrected: str):
    file, *_ = check_people_named((naming(f"agrees_with: {written}"), *OTHERS))
    [finding] = file.findings
    assert finding.check == "nobody-meant"
    assert finding.correction == ((f"    agrees_with: {corrected}",) if corrected else ())


def test_a_name_that_only_private_files_hold_is_not_proposed():
    private, _ = parse_private(Source("private/bea.yml", "name: Beatrix Holtsen"))
    bea = read("bea", "alias: A baker")
    assert bea.interview
    interview = replace(bea.interview, name="Beatrix Holtsen", private=private)
    file, *_ = check_people_named(
        (naming("agrees_with: Beatrix Holtsem"), replace(bea, interview=interview))
    )
    assert file.findings[0].correction == ()


def test_several_people_are_meant():
    other = read("bea", "name: Bea Holt\nalias: A nurse")
    [finding] = said(naming("differs_from: A nurse"), other, *OTHERS)
    assert finding.startswith(
        "ada.md:5:19: warning: 'differs_from' names 'A nurse', but 2 interviews are with somebody "
        "called so [several-people-meant]\n"
    )
    assert finding.endswith("for instance:\n    |     differs_from: bea")


def test_the_own_person_is_meant():
    [finding] = said(naming("agrees_with: Ada Quillon"), *OTHERS)
    assert finding.startswith(
        "ada.md:5:18: warning: 'agrees_with' names 'Ada Quillon', whose own conversation this is "
        "[own-person-meant]\n"
    )


def test_one_learning_cannot_agree_with_somebody_and_differ_from_them():
    keys = ("agrees_with: Ken Abara", "differs_from: 2026-autumn/a-nurse")
    [finding] = said(naming(*keys), *OTHERS)
    assert finding.startswith(
        "ada.md:6:19: warning: the learning already agrees with '2026-autumn/a-nurse' "
        "[agrees-and-differs]\n"
    )


def test_two_learnings_can():
    file = read(
        "ada",
        "name: Ada Quillon\nlearnings:\n  - {learned: It is work., agrees_with: Ken Abara}\n"
        "  - {learned: It is fun., differs_from: Ken Abara}",
    )
    assert said(file, *OTHERS) == []


def written(folder: Path) -> Path:
    inside = folder / "interviews"
    inside.mkdir()
    for file in (naming("agrees_with: Ken Abara", "differs_from: Nobody Known"), OTHERS[0]):
        assert file.source
        (inside / file.source.path).write_text(file.source.text, encoding="utf-8")
    (inside / "ken.md").write_text(f"---\n{KEN}\n---\n\nWe met.\n", encoding="utf-8")
    return inside


def test_the_check_says_so_however_it_is_divided(tmp_path: Path):
    written(tmp_path)
    found = check_portfolio([tmp_path], tmp_path).findings
    assert [one.check for one in found].count("nobody-meant") == 1
    assert check_portfolio([tmp_path], tmp_path, worth_a_process=1).findings == found


def test_nothing_is_said_where_only_some_interviews_are_looked_at(tmp_path: Path):
    inside = written(tmp_path)
    for path in (inside / "ada.md", inside):
        found = check_portfolio([path], tmp_path).findings
        assert ("nobody-meant" in {one.check for one in found}) == (path == inside)


def test_a_share_that_needs_the_others_says_so(tmp_path: Path):
    path = written(tmp_path) / "ada.md"
    work = Work(rubric_path=None, here=tmp_path, today=TODAY)
    share = Share(work=work, files=[FoundFile(str(path), "ada")], scores=NO_SCORES)
    assert check_share(share) is None
