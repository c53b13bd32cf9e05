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
from shoptalk.privacy.forgetting import files_of, namings_in, somebody_called
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
    """Where the name is, for somebody of whom nothing else is known."""
    somebody = somebody_called(name, read_corpus([root / "docs"], TODAY), "")
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
        "site/sitemap.xml.gz: unpacked: ada-okafor\n"
        "site/interviews/ada-okafor: its name: ada-okafor\n"
        "site/interviews/ada-okafor/index.html:1:5: Ada Okafor\n"
        "site/interviews/ada-okafor/index.html:1:23: Ada&nbsp;Okafor\n"
        "\n15 places in 8 files name Ada Okafor.\n"
    )


def test_the_alias_takes_the_place_of_the_name_and_the_name_goes_to_private():
    done = forget("ada  okafor", "--yes")
    assert done.exit_code == 0, done.output
    assert "Nothing here outside private/ names the person any more." in done.output
    assert {
        path: text.decode("latin-1") for path, text in tree().items() if not path.endswith(".gz")
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
        "site/interviews/a-clinical-data-engineer/index.html": (f"<h1>{ALIAS}</h1><p>{ALIAS}</p>"),
    }
    packed = gzip.decompress(Path("site/sitemap.xml.gz").read_bytes())
    assert packed == b"<loc>https://example.org/a-clinical-data-engineer/</loc>"
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
    assert forget("Ken Abara", "--yes").output == "Nothing here names Ken Abara.\n"
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


# What Git holds


def git(*arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def test_it_says_what_git_still_holds_and_leaves_it():
    git("init", "-q")
    assert "No commit here holds Ada Okafor" in forget("Ada Okafor", "--dry-run").output
    git("add", "-A")
    git("commit", "-qm", "first")
    head = Path(".git/HEAD").read_bytes()
    done = forget("Ada Okafor", "--yes")
    assert (
        "Git still holds the name, or files called so, in 1 commit; the oldest is " in done.output
    )
    assert "start a new history" in done.output
    assert Path(".git/HEAD").read_bytes() == head
    log = subprocess.run(["git", "log", "--oneline"], capture_output=True, check=True).stdout
    assert log.count(b"\n") == 1


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
