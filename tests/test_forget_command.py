"""Forgetting somebody, as a user types it."""

import gzip
import html
import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from shoptalk.cli import main
from shoptalk.privacy.forgetting.namings import namings_in
from shoptalk.privacy.forgetting.portfolio_files import files_of
from shoptalk.privacy.forgetting.somebody import somebody_called
from shoptalk.reading.corpus import read_corpus
from shoptalk.reading.interview import Interview
from shoptalk.reading.line import quoted
from shoptalk.reading.slug import slug

TODAY = date(2026, 11, 22)
ADA = """\
---
name: Ada Okafor
title: Clinical Data Engineer
consent: {name: true, on: 2026-10-14}
questions: [Why?]
---

Ada laughed. ![At her desk](img/ada-okafor.jpg) ![The quay](img/quay.jpg)
"""
BO = """\
---
name: Bo Lind
title: Baker
consent: {name: true, on: 2026-10-14}
referrals: [Ada Okafor]
---

See [her page](ada-okafor.md). Mrs Okafor knows Ada Byron. ![The quay](img/quay.jpg)
"""
SCORES = "scores:\n  - {criterion: x, interview: ada-okafor, level: Met, who: Ada Okafor}\n"
OTHER = b"Nobody here.\r\n\xff\xfe\n"
ALIAS = "A clinical data engineer"


@pytest.fixture(autouse=True)
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio that names somebody in many places, as the working directory."""
    monkeypatch.chdir(tmp_path)
    write("interviews/ada-okafor.md", ADA)
    write("interviews/bo.md", BO)
    write("interviews/img/ada-okafor.jpg", b"\xff\xd8\xff\0picture")
    write("interviews/img/quay.jpg", b"\xff\xd8\xff\0quay")
    write("scores.yml", SCORES)
    write("docs/index.md", "# Home\r\n\r\nI met Ada Okafor.\r\n")
    write("docs/other.md", OTHER)
    write("site/interviews/ada-okafor/index.html", "<h1>Ada Okafor</h1><p>Ada&nbsp;Okafor</p>")
    write("site/sitemap.xml.gz", gzip.compress(b"<loc>https://example.org/ada-okafor/</loc>"))
    return tmp_path


def write(name: str, content: str | bytes) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def forget(*arguments: str, **more: str) -> Result:
    return CliRunner().invoke(main, ["forget", *arguments], **more)


def tree(root: Path = Path()) -> dict[str, bytes]:
    return {path: (root / path).read_bytes() for path in files_of(root)}


def interview(address: str) -> Interview:
    for file in read_corpus([Path("interviews")], TODAY).files:
        if file.address == address:
            assert file.interview
            return file.interview
    raise AssertionError(address)


def namings(root: Path = Path(), name: str = "Ada Okafor") -> list[str]:
    """Where the name is, for somebody with a write-up of whom nothing else is known."""
    with TemporaryDirectory() as folder:
        write(f"{folder}/interviews/elsewhere.md", f"---\nname: {name}\n---\n")
        somebody = somebody_called(name, read_corpus([Path(folder, "interviews")], TODAY), "")
    return [str(one) for one in namings_in(root, somebody)]


def test_a_dry_run_lists_each_place_and_changes_nothing():
    before = tree()
    done = forget("Ada Okafor", "--dry-run")
    assert done.exit_code == 0
    assert tree() == before
    assert done.output == (
        "scores.yml:2:31: ada-okafor\n"
        "scores.yml:2:60: Ada Okafor\n"
        "docs/index.md:3:7: Ada Okafor\n"
        "interviews/ada-okafor.md: its name: ada-okafor.md\n"
        "interviews/ada-okafor.md:2:7: Ada Okafor\n"
        "interviews/ada-okafor.md:8:1: Ada\n"
        "interviews/ada-okafor.md:8:33: ada-okafor\n"
        "interviews/bo.md:5:13: Ada Okafor\n"
        "interviews/bo.md:8:16: ada-okafor\n"
        "interviews/bo.md:8:36: Okafor\n"
        "interviews/img/ada-okafor.jpg: its name: ada-okafor.jpg\n"
        "\n11 places in 5 files name Ada Okafor.\n"
        "\nThis names the person and is not changed:\n"
        "site: built, build it again\n"
    )


def test_the_alias_takes_the_place_of_the_name_and_the_name_goes_to_private():
    done = forget("ada  okafor", "--yes")
    assert done.exit_code == 0, done.output
    assert (
        "Nothing here outside private/ but what was built names the person any more." in done.output
    )
    assert {
        path: text.decode("latin-1")
        for path, text in tree().items()
        if not path.startswith("site/")
    } == {
        "private/.gitignore": "*\n",
        "private/a-clinical-data-engineer.yml": "name: Ada Okafor\n",
        "interviews/a-clinical-data-engineer.md": (
            f"---\nalias: {ALIAS}\ntitle: Clinical Data Engineer\nquestions: [Why?]\n---\n\n"
            f"{ALIAS} laughed. ![At her desk](img/a-clinical-data-engineer.jpg) "
            "![The quay](img/quay.jpg)\n"
        ),
        "interviews/bo.md": BO.replace("ada-okafor", "a-clinical-data-engineer")
        .replace("Ada Okafor", ALIAS)
        .replace("Mrs Okafor", f"Mrs {ALIAS}"),
        "interviews/img/a-clinical-data-engineer.jpg": "\xff\xd8\xff\0picture",
        "interviews/img/quay.jpg": "\xff\xd8\xff\0quay",
        "scores.yml": SCORES.replace("ada-okafor", "a-clinical-data-engineer").replace(
            "Ada Okafor", ALIAS
        ),
        "docs/index.md": f"# Home\r\n\r\nI met {ALIAS}.\r\n",
        "docs/other.md": OTHER.decode("latin-1"),
    }
    found = interview("a-clinical-data-engineer")
    assert (found.name, found.alias, found.consent.name) == ("Ada Okafor", ALIAS, False)


def test_the_private_file_moves_along_and_keeps_what_it_says():
    write("interviews/ada-okafor.md", ADA.replace("name: Ada Okafor", "alias: An engineer"))
    write("private/ada-okafor.yml", "name: Ada Okafor\ncontact: ada@example.org\n")
    write("docs/mail.md", "Write to ada@example.org, not to bo@example.org.\n")
    assert forget("Ada Okafor", "--yes").exit_code == 0
    assert tree()["private/an-engineer.yml"] == b"name: Ada Okafor\ncontact: ada@example.org\n"
    assert "private/ada-okafor.yml" not in tree()
    assert tree()["docs/mail.md"] == "Write to …, not to bo@example.org.\n".encode()


def test_the_name_can_be_dropped():
    write("private/ada-okafor.yml", "notes: x\n")
    write("private/ada-okafor-sheet.html", "<h1>Ada Okafor</h1>")
    write("private/bo.yml", "notes: Ask him about Ada Okafor.\n")
    assert forget("Ada Okafor", "--yes", "--drop-name").exit_code == 0
    assert namings() == []
    assert {path for path in tree() if "private" in path} == {"private/bo.yml"}


def test_the_write_up_can_be_removed_with_pictures_that_only_it_shows():
    write("private/ada-okafor.yml", "notes: x\n")
    assert forget("Ada Okafor", "--yes", "--remove").exit_code == 0
    assert {path for path in tree() if path.startswith(("interviews", "private"))} == {
        "interviews/bo.md",
        "interviews/img/quay.jpg",
    }
    assert namings() == []


def test_without_a_yes_nothing_is_changed():
    before = tree()
    for typed in ("n\n", ""):
        done = forget("Ada Okafor", input=typed)
        assert done.exit_code == 1
        assert "'A clinical data engineer' takes the place of the name" in done.output
        assert tree() == before
    assert forget("Ada Okafor", input="y\n").exit_code == 0
    assert tree() != before


def test_somebody_without_a_write_up():
    write("docs/ken.md", "Ken Abara said so.\n")
    assert forget("Ken Abara", "--yes", "--alias", "A friend").exit_code == 0
    assert tree()["docs/ken.md"] == b"A friend said so.\n"
    assert not Path("private").exists()


def test_an_alias_that_names_the_person_is_refused():
    before = tree()
    done = forget("Ada Okafor", "--alias", "Mrs Okafor", "--yes")
    assert done.exit_code == 2
    assert "names the person" in done.output
    assert tree() == before


@pytest.mark.parametrize("name", ["", "..."])
def test_what_is_no_name_is_refused(name: str):
    assert forget("--", name).exit_code == 2


def test_an_alias_that_is_taken_gets_a_number():
    write("interviews/a-clinical-data-engineer.md", BO.replace("Ada Okafor", "Cy"))
    assert forget("Ada Okafor", "--yes").exit_code == 0
    assert interview("a-clinical-data-engineer-2").name == "Ada Okafor"
    assert b"interview: a-clinical-data-engineer-2," in tree()["scores.yml"]


def test_what_is_no_text_is_left_and_said():
    write("docs/ada.bin", b"\x01\0 Ada Okafor \0")
    done = forget("Ada Okafor", "--yes")
    assert done.exit_code == 1
    assert "change it by hand:\ndocs/ada.bin: bytes: Ada Okafor\n" in done.output
    assert tree()["docs/ada.bin"] == b"\x01\0 Ada Okafor \0"


def test_links_are_left_alone(tmp_path: Path):
    (tmp_path / "docs" / "link.md").symlink_to("../../outside.md")
    (tmp_path.parent / "outside.md").write_text("Ada Okafor\n")
    assert forget("Ada Okafor", "--yes").exit_code == 0
    assert (tmp_path.parent / "outside.md").read_text() == "Ada Okafor\n"


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1", "utf-8-sig"])
def test_encodings_stay(encoding: str):
    write("docs/old.txt", "Café: Ada Okafor\r\n".encode(encoding))
    assert forget("Ada Okafor", "--yes").exit_code == 0
    assert tree()["docs/old.txt"] == f"Café: {ALIAS}\r\n".encode(encoding)


def test_markup_gets_the_alias_as_it_needs_it():
    write("docs/a.html", "<p>Ada Okafor</p>")
    write("docs/a.json", '["Ada Okafor"]')
    write("interviews/ada-okafor.md", ADA.replace("title", 'alias: A "B" & C\ntitle'))
    assert forget("Ada Okafor", "--yes").exit_code == 0
    assert tree()["docs/a.html"] == b"<p>A &quot;B&quot; &amp; C</p>"
    assert tree()["docs/a.json"] == b'["A \\"B\\" & C"]'


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_of_the_name_and_of_consent_go_and_others_stay(newline: str):
    text = (
        "---\nminutes: 25\nname:\n  Ada Okafor\ntitle: Baker\nconsent:\n  name: true\n"
        "  on: 2026-10-14\ntags: [a]\n---\n\nWe met.\n"
    )
    write("interviews/ada-okafor.md", text.replace("\n", newline))
    assert forget("Ada Okafor", "--yes").exit_code == 0
    expected = "---\nminutes: 25\nalias: A baker\ntitle: Baker\ntags: [a]\n---\n\nWe met.\n"
    assert tree()["interviews/a-baker.md"].decode() == expected.replace("\n", newline)


def test_a_file_that_cannot_be_changed_is_named(monkeypatch: pytest.MonkeyPatch):
    def refuse(path: Path, before: bytes, after: bytes) -> None:
        raise PermissionError(13, "Permission denied", path.name)

    monkeypatch.setattr("shoptalk.commands.forget.replace_file", refuse)
    done = forget("Ada Okafor", "--yes")
    assert done.exit_code == 1
    assert "cannot change scores.yml: Permission denied" in done.output


def test_from_inside_the_folder_of_interviews(monkeypatch: pytest.MonkeyPatch, portfolio: Path):
    monkeypatch.chdir("interviews")
    assert forget("Ada Okafor", "--yes").exit_code == 0
    assert namings(portfolio) == ["private/a-clinical-data-engineer.yml:1:7: Ada Okafor"]


HOSTILE = (
    "Siobhán O'Hanlon-Smith",
    "王小明",
    "هدى منصور",
    "May",
    "X",
    "Grace Hope",
    "A.* (b+)",
    "<b>Eve</b> Stone",
    "Ada: Okafor #1",
    "Dr. Ann-Marie van der Berg III",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_forgotten(name: str):
    last = name.rsplit(maxsplit=1)[-1]
    write(
        "interviews/somebody.md",
        f"---\nname: {quoted(name)}\ntitle: Baker\n---\n\n{name} laughed; {last} came.\n",
    )
    forms = (name, name.upper(), slug(name), quote(name), html.escape(name), name.lower())
    write("docs/all.md", "\n\n".join(f"I met {form}, then." for form in forms))
    somebody = somebody_called(name, read_corpus([Path("interviews")], TODAY), "")
    assert list(namings_in(Path(), somebody))
    assert forget("--yes", "--drop-name", "--", name).exit_code == 0
    assert list(namings_in(Path(), somebody)) == []
    assert tree()["docs/other.md"] == OTHER


# What may mean the person

MARISOL = """\
---
name: Marisol Quintanilla
title: Baker
organization: Harbor Health
link: https://example.org/team/7
tags: [marisol]
---

Marisol laughed.
"""


@pytest.fixture
def marisol() -> None:
    """Somebody whose first name stands by itself in other files."""
    write("interviews/marisol-q.md", MARISOL)
    write(
        "interviews/cy.md", "---\nname: Cy Vega\n---\n\nMarisol knows him. So does Marisol Vega.\n"
    )
    write("interviews/other.md", "---\nname: Marisol Abara\n---\n\nMarisol came.\n")
    write("docs/who.md", "Thanks to Marisol.\n\nHarbor Health is large.\n")


LEFT = """
Look at these yourself, they may tell of Marisol Quintanilla and are left as they are:
docs/who.md:1:11: Marisol
interviews/a-baker.md:4:15: Harbor Health
interviews/a-baker.md:5:15: example.org/team/7
interviews/a-baker.md:6:8: marisol
interviews/cy.md:5:1: Marisol

Nothing here outside private/ has the whole name any more.
What is listed above to look at may still mean the person.
"""


def test_a_placeholder_tells_nothing_of_anybody():
    write(
        "interviews/ada.md", "---\nname: Ada Quill\norganization: TODO\ntitle: TODO\n---\n\nTODO\n"
    )
    assert "TODO" not in forget("Ada Quill", "--dry-run").output


@pytest.mark.usefixtures("marisol")
def test_what_may_mean_the_person_is_listed_before_and_after_and_left():
    done = forget("Marisol Quintanilla", "--yes")
    assert done.exit_code == 0
    before, after = done.output.split("Everywhere else")
    for where in ("docs/who.md:1:11", "interviews/cy.md:5:1", "interviews/marisol-q.md:6:8"):
        assert f"\n{where}: " in before.split("Look at these yourself")[1]
    assert after.endswith(LEFT)
    assert tree()["docs/who.md"] == b"Thanks to Marisol.\n\nHarbor Health is large.\n"
    assert interview("a-baker").tags == ("marisol",)


@pytest.mark.usefixtures("marisol")
def test_a_first_name_that_is_a_word_is_listed_only_where_it_stands_like_a_name():
    write("interviews/will.md", MARISOL.replace("Marisol", "Will").replace("marisol", "fresh"))
    write("docs/who.md", "I will go. Will it rain? Then Will came.\n")
    done = forget("Will Quintanilla", "--dry-run")
    assert [line for line in done.output.splitlines() if "who.md" in line] == [
        "docs/who.md:1:31: Will"
    ]


def test_a_file_called_like_a_word_does_not_make_the_word_a_name():
    write("interviews/will.md", MARISOL.replace("Marisol", "Will").replace("marisol", "fresh"))
    write("docs/who.md", "It will rain. [He](../interviews/will.md) [too](interviews/will/)\n")
    assert forget("Will Quintanilla", "--yes").exit_code == 0
    assert tree()["docs/who.md"] == (
        b"It will rain. [He](../interviews/a-baker.md) [too](interviews/a-baker/)\n"
    )


# Somebody of whom nothing is known


@pytest.mark.parametrize("name", ["Nobody Here", "Here", "Ken Abara", "Ken van Abara"])
def test_nobody_of_that_name(name: str):
    write("interviews/bo.md", BO + "He is often here.\n")
    write("docs/words.md", "Here we go, then Here. Nobody here, K. Abara. Mr Abara, van Abara.\n")
    before = tree()
    done = forget(name, "--yes")
    assert done.exit_code == 1
    assert done.output == f"Nobody of that name is here: {name}. Nothing was changed.\n"
    assert tree() == before


@pytest.mark.parametrize(
    "name", ["Rosalind OHara", "rosalind ohara", "Rosalind O\u2019Hara", "ROSALIND O HARA"]
)
def test_apostrophes_may_be_left_out(name: str):
    write("interviews/nurse.md", "---\nname: Rosalind O'Hara\ntitle: Nurse\n---\n")
    done = forget(name, "--dry-run")
    assert done.exit_code == 0
    assert "interviews/nurse.md:2:7: Rosalind O'Hara\n" in done.output
    assert "part of" not in done.output


@pytest.mark.parametrize("name", ["Rosalynd OHara", "rosalind o'harra", "ohara"])
def test_where_nobody_is_called_so_the_closest_name_is_said(name: str):
    write("interviews/nurse.md", "---\nname: Rosalind O'Hara\ntitle: Nurse\n---\n")
    done = forget(name, "--dry-run")
    assert done.exit_code == 1
    assert done.output == (
        f"Nobody of that name is here: {name}. Nothing was changed.\n"
        "Did you mean Rosalind O'Hara?\n"
    )


def test_a_part_of_a_name_is_said_to_be_one():
    write("interviews/x.md", "---\nname: Seán McAllister-Boyd\ntitle: Nurse\n---\n")
    write("docs/y.md", "Thanks to McAllister-Boyd.\n")
    done = forget("McAllister-Boyd", "--dry-run")
    assert done.exit_code == 0
    assert (
        "McAllister-Boyd is part of the name of Seán McAllister-Boyd: "
        '`shoptalk forget "Seán McAllister-Boyd"` finds every place.\n'
    ) in done.output


def test_a_name_that_goes_on_in_a_target_takes_no_markup_along():
    text = "---\nname: Seán McAllister-Boyd\ntitle: Nurse\n---\n\n![McAllister-Boyd](sean.jpg)\n"
    write("interviews/x.md", text)
    assert forget("Sean McAllister-Boyd", "--yes").exit_code == 0
    assert Path("interviews/x.md").read_text().endswith("\n![A nurse](sean.jpg)\n")


def test_the_whole_name_of_somebody_without_a_write_up_goes():
    write("docs/words.md", "Nobody Here, nobody here, Nobody&nbsp;Here; here.\n")
    assert forget("Nobody Here", "--yes", "--alias", "A friend").exit_code == 0
    assert tree()["docs/words.md"] == b"A friend, nobody here, A friend; here.\n"


# What was built


def test_what_was_built_is_one_line_each_and_left():
    write("mkdocs.yml", "site_name: x\nsite_dir: out\ntheme: !ENV [THEME, material]\n")
    for folder in ("out", "out-instructor", "out-else"):
        write(f"{folder}/index.html", "<h1>Ada Okafor</h1><p>Okafor</p>")
    write("out-instructor.zip", gzip.compress(b"Ada Okafor"))
    done = forget("Ada Okafor", "--yes")
    said = [line for line in done.output.splitlines() if line.startswith("out")]
    built = [f"{one}: built, build it again" for one in ("out", "out-instructor")]
    built.append("out-instructor.zip: built, build it again")
    assert [line for line in said if "built" in line] == built * 2
    assert said[0] == "out-else/index.html:1:5: Ada Okafor"
    assert tree()["out/index.html"] == b"<h1>Ada Okafor</h1><p>Okafor</p>"
    assert tree()["out-else/index.html"] == f"<h1>{ALIAS}</h1><p>{ALIAS}</p>".encode()


def test_a_site_that_is_built_elsewhere_is_not_looked_at():
    write("mkdocs.yml", "site_dir: ../out\n")
    done = forget("Ada Okafor", "--dry-run")
    assert "site/interviews/ada-okafor/index.html:1:5: Ada Okafor" in done.output
    assert "built" not in done.output


def test_a_name_that_is_only_in_what_was_built():
    write("site/index.html", "<h1>Ken Abara</h1>")
    done = forget("Ken Abara", "--yes")
    assert done.exit_code == 0
    assert done.output == (
        "Nothing here names Ken Abara but what was built.\n"
        "\nThis names the person and is not changed:\nsite: built, build it again\n"
    )


# Addresses and links


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("See https://linkedin.com/in/ada-okafor.", "See …."),
        ("See linkedin.com/in/ada-okafor, too.", "See …, too."),
        ("[x](https://example.org/ada-okafor/) <https://ada-okafor.org/x>", "[x](#) …"),
        ('<a href="https://example.org/Okafor">x</a>', '<a href="#">x</a>'),
        ("Write to ada.okafor@example.org.", "Write to …."),
        (
            "https://example.org/interviews/ada-okafor/",
            f"https://example.org/interviews/{slug(ALIAS)}/",
        ),
        ("https://example.org/ada-byron", "https://example.org/ada-byron"),
    ],
)
def test_an_address_that_has_the_name_is_taken_out(before: str, after: str):
    write("docs/links.md", before)
    assert forget("Ada Okafor", "--yes").exit_code == 0
    assert tree()["docs/links.md"].decode() == after


def test_in_the_own_file_an_address_with_the_first_name_goes_too():
    link = "https://linkedin.com/in/marisol-q"
    text = MARISOL.replace("https://example.org/team/7", link).replace("laughed", f"({link})")
    write("interviews/baker.md", text)
    certain = forget("Marisol Quintanilla", "--dry-run").output.split("Look at")[0]
    assert f"interviews/baker.md:5:7: {link}\n" in certain
    assert forget("Marisol Quintanilla", "--yes").exit_code == 0
    assert b"A baker (\xe2\x80\xa6)." in tree()["interviews/baker.md"]
    assert interview("baker").link == ""


def test_links_to_a_removed_write_up_become_plain_text():
    write(
        "docs/links.md",
        "[a **b**](interviews/ada-okafor.md) [c](/interviews/ada-okafor/#why 'x') [d][e] [e]\n"
        "[f](../interviews/bo.md) ![g](ada-okafor.md)\n\n[e]: ../interviews/ada-okafor.md\n",
    )
    assert forget("Ada Okafor", "--yes", "--remove").exit_code == 0
    assert tree()["interviews/bo.md"].decode().splitlines()[7].startswith("See her page. Mrs ")
    assert tree()["docs/links.md"].decode() == (
        "a **b** c d e\n[f](../interviews/bo.md) ![g](a-clinical-data-engineer.md)\n\n"
    )


# A name that is dropped


def test_a_dropped_name_is_not_asked_for_again():
    assert forget("Ada Okafor", "--yes", "--drop-name").exit_code == 0
    Path("scores.yml").unlink()
    write("rubric.yml", "criteria:\n  - {id: name, title: Who, checks: [missing-name]}\n")
    today = date.today()
    path = "interviews/a-clinical-data-engineer.md"
    assert f"alias: {ALIAS}\nforgotten: {today}\n".encode() in tree()[path]
    assert interview("a-clinical-data-engineer").withheld == {"name"}
    said = CliRunner().invoke(main, ["check", path]).output
    graded = CliRunner().invoke(main, ["grade"]).output
    assert "missing-name" not in said
    assert "cannot be shown (a-clinical-data-engineer): name; the person asked" in graded


# What Git holds


def git(*arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def test_it_says_what_git_still_holds_and_leaves_it():
    git("init", "-q")
    listed = forget("Ada Okafor", "--dry-run").output
    assert "No commit here holds Ada Okafor" in listed
    assert "git commit" not in listed
    git("add", "-A")
    git("commit", "-qm", "first")
    head = Path(".git/HEAD").read_bytes()
    done = forget("Ada Okafor", "--yes")
    assert (
        "Git still holds the name, or files called so, in 1 commit; the oldest is " in done.output
    )
    assert "start a new history" in done.output
    assert "`git add -A && git commit`" in done.output
    assert Path(".git/HEAD").read_bytes() == head
    log = subprocess.run(["git", "log", "--oneline"], capture_output=True, check=True).stdout
    assert log.count(b"\n") == 1


def test_the_oldest_commit_is_the_one_that_came_first():
    git("init", "-q")
    for number in range(3):
        write("docs/log.md", "Ada Okafor\n" * number)
        git("add", "-A")
        git("commit", "-qm", f"number {number}")
    log = subprocess.run(["git", "log", "--format=%h"], capture_output=True, check=True).stdout
    first = log.decode().split()[-1]
    assert f"in 3 commits; the oldest is {first} of " in forget("Ada Okafor", "--dry-run").output


def test_without_git_it_says_so(monkeypatch: pytest.MonkeyPatch):
    git("init", "-q")
    monkeypatch.setenv("PATH", "")
    assert "Git could not be asked" in forget("Ada Okafor", "--dry-run").output


# Whatever there is

WAYS = (
    "Ada Okafor",
    "ADA OKAFOR",
    "ada okafor",
    "Okafor, Ada",
    "A. Okafor",
    "Mrs Okafor",
    "Ada\nOkafor",
    "Ada  Okafor",
    "Ada **Okafor**",
    "Ada&nbsp;Okafor",
    "Ad&#97; Okafor",
    "Ada%20Okafor",
    "Adá Okáfor",
    "ada-okafor",
    "ada_okafor",
    "adaokafor",
    "Okafor's",
    "<!-- Ada Okafor -->",
    "[x](https://example.org/ada-okafor/)",
    "![Ada Okafor](okafor.png)",
    "\\u0041da Okafor",
)
PIECES = (
    "We met at the quay. ",
    "\n\n## Why?\n\n",
    "\r\n",
    "Then Ada Byron came.\n",
    "é ",
    "<b>x</b> ",
    "…\n",
)
TEXTS = st.lists(st.sampled_from((*WAYS, *PIECES)), max_size=12)
NAMES = st.sampled_from(
    ["index.md", "ada-okafor.md", "x.html", "x.json", "okafor/a.txt", "AdaOkafor.md", "a/b/c.yml"]
)


@settings(max_examples=40)
@given(st.dictionaries(NAMES, TEXTS, max_size=4), st.sampled_from(["", "--drop-name", "--remove"]))
def test_after_it_no_file_names_the_person_and_the_rest_is_as_it_was(
    files: dict[str, list[str]], how: str
):
    with TemporaryDirectory() as name:
        root = Path(name)
        for path, pieces in files.items():
            target = root / "docs" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(" ".join(pieces).encode())
        (root / "interviews").mkdir()
        (root / "interviews" / "ada-okafor.md").write_text(ADA)
        (root / "other.bin").write_bytes(bytes(range(256)))
        before = tree(root)
        options = (how,) if how else ()
        done = forget("Ada Okafor", "--yes", "--in", name, *options)
        assert done.exit_code == 0, done.output
        after = tree(root)
        left = [one for one in namings(root) if not one.startswith("private/")]
        assert left == []
        assert how or "private/a-clinical-data-engineer.yml" in after
        assert after["other.bin"] == before["other.bin"]
        for path, pieces in files.items():
            if not set(pieces) & set(WAYS) and f"docs/{path}" in after:
                assert after[f"docs/{path}"] == before[f"docs/{path}"]
        texts = sorted(text for path, text in after.items() if path.startswith("docs/"))
        assert len(texts) == len(files)
        for piece in ("Ada Byron", "at the quay", "## Why?", "<b>x</b>"):
            count = sum(text.count(piece.encode()) for text in before.values())
            mine = before["interviews/ada-okafor.md"].count(piece.encode()) if how else 0
            kept = sum(text.count(piece.encode()) for text in after.values())
            assert kept == count - (mine if how == "--remove" else 0)


def test_a_consent_that_is_not_clear_goes_with_the_name():
    write("interviews/ada-okafor.md", ADA.replace("{name: true", "{nmae: true"))
    forget("Ada Okafor", "--yes")
    assert "consent" not in Path(f"interviews/{slug(ALIAS)}.md").read_text()
