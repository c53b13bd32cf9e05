"""The grades of a class: rows, forms, what is broken, and what is never run."""

import csv
import io
import json
import multiprocessing
import os
import shutil
import signal
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from one_portfolio import portfolio_of

from shoptalk.classes import together
from shoptalk.classes.handed_in import handed_in
from shoptalk.classes.together import ClassWork, grade_class, grade_one
from shoptalk.cli import main
from shoptalk.commands.gradebook import progress_bar
from shoptalk.rubric.class_grades import ClassBook, Student, find_shared
from shoptalk.rubric.class_phrases import said_of_total
from shoptalk.rubric.class_reports import csv as csv_report
from shoptalk.rubric.class_reports import html, text
from shoptalk.rubric.class_reports import json as json_report
from shoptalk.rubric.passages import Passage
from shoptalk.rubric.points import Total
from shoptalk.site.open_data import render_data

TODAY = date(2026, 11, 22)
CLASS = Path(__file__).parent / "class"
SAYS = Path(__file__).parent / "says"
PORTFOLIOS = ("ada", "ken", "mina/portfolio.json", "none", "lost")
NAMES = ("ada", "ken", "mina", "none", "lost")
OPEN = """\
criteria:
  - {id: title, title: Job title, graded: false, checks: [missing-field: {field: title}]}
  - {id: talk, title: The talk, points: 3, judge: human}
  - {id: log, title: The log, graded: false, checks: [missing-record: {record: request}]}
"""
SOUND = (CLASS / "ken" / "interviews" / "lin.md").read_text(encoding="utf-8")


def work_in(here: Path, rubric: str = "", *, with_scores: bool = False) -> ClassWork:
    return ClassWork(rubric=rubric, with_scores=with_scores, here=here, today=TODAY)


def book_of(here: Path, *paths: str, rubric: str = "", with_scores: bool = False) -> ClassBook:
    portfolios = [handed_in(here / path, here) for path in paths]
    return ClassBook(
        tuple(grade_class(portfolios, work_in(here, rubric, with_scores=with_scores))), TODAY
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A class of one student whose portfolio is sound."""
    folder = tmp_path / "class" / "ken"
    shutil.copytree(CLASS / "ken", folder)
    return folder


def row_of(home: Path) -> Student:
    return grade_one(handed_in(home, home.parent), work_in(home.parent, "thinkful"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["gradebook", *arguments])


# Forms

FORMS = {
    "text": text.render_class,
    "csv": csv_report.render_class,
    "canvas": lambda book: csv_report.render_canvas(book, "Interviews"),
    "json": json_report.render_class,
    "html": html.render_class,
}


@pytest.mark.parametrize("name", FORMS)
def test_each_form_is_as_it_was(name: str, golden):
    rendered = FORMS[name](book_of(CLASS, *PORTFOLIOS))
    golden(SAYS / f"{name}.txt", rendered.replace("\r\n", "\n"))


def test_canvas_is_told_of_settled_points_only(tmp_path: Path):
    """As `lib/gradebook_importer.rb` in Canvas reads a file.

    Its first cells have to be called so, in that order, the last of them `Section`; a row with
    `Points Possible` in its first cell is about the assignments; a student is found by the ID, the
    SIS User ID, the SIS Login ID or the name, in that order. A cell that is empty differs from
    points that are there, and so takes them away.
    """
    shutil.copytree(CLASS / "ada", tmp_path / "ada")
    shutil.copytree(CLASS / "ken", tmp_path / "ken")
    shutil.copy(CLASS / "rubric.yml", tmp_path)
    book = book_of(tmp_path, "ada", "ken", with_scores=True)
    head, possible, *rows = csv.reader(io.StringIO(csv_report.render_canvas(book, "Talks")))
    assert head == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Talks"]
    assert "Points Possible" in possible[0]
    assert possible[1:] == ["", "", "", "", "20"]
    assert rows == [["ada", "", "", "ada", "", "20"]]


def test_whom_canvas_is_not_told_of_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(CLASS)
    done = run("ada", "ken", "--format", "canvas", "--assignment", "Talks")
    assert done.stderr == "left out, as their points are not settled: ada, ken\n"
    assert done.stdout.splitlines()[0].endswith(",Section,Talks")
    assert "left out" not in run("ada", "--format", "csv").stderr


def test_a_rubric_without_points_gives_canvas_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(CLASS)
    done = run("ada", "ken", "--course", "thinkful", "--format", "canvas")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "this rubric has no points" in done.stderr
    assert run("none", "--course", "thinkful", "--format", "canvas").exit_code == 1


def test_nothing_is_a_number_while_nobody_knows(tmp_path: Path):
    shutil.copytree(CLASS / "ken", tmp_path / "ken")
    (tmp_path / "rubric.yml").write_text(OPEN)
    book = book_of(tmp_path, "ken")
    head, row = csv.reader(io.StringIO(csv_report.render_class(book)))
    said = dict(zip(head, row, strict=True))
    assert said["talk (met)"] == "waits for a person"
    assert said["log (met)"] == "cannot be shown yet"
    assert said["title (met)"] == "1 of 1"
    lines = text.render_class(book).splitlines()
    assert "  waits for a person: talk (3)" in lines
    assert "  cannot be shown yet: log" in lines


def test_a_class_is_a_table_of_one_row_a_student():
    lines = text.render_class(book_of(CLASS, *PORTFOLIOS)).splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("student "))
    assert [line.split()[0] for line in lines[at + 1 : at + 6]] == list(NAMES)
    assert lines[at + 1].split() == ["ada", "10", "of", "20", "yes", "1", "1", "ken"]
    assert "student " not in text.render_class(book_of(CLASS, "ada"))


def test_without_points_the_total_counts_criteria():
    (row,) = book_of(CLASS, "ada", rubric="thinkful").students
    assert said_of_total(row) == "4 of 27 criteria met"


def test_folders_that_are_called_alike_are_told_apart(monkeypatch: pytest.MonkeyPatch, home: Path):
    other = home.with_name("lin")
    for folder in (home, other):
        shutil.copytree(CLASS / "ken", folder / "portfolio")
    monkeypatch.chdir(home.parent)
    done = run("ken/portfolio", "lin/portfolio", "ken", "--course", "thinkful", "--format", "json")
    names = [row["student"] for row in json.loads(done.stdout)["students"]]
    assert names == ["ken/portfolio", "lin/portfolio", "ken"]


def test_a_page_links_from_where_it_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(CLASS)
    done = run("ada", "--format", "html", "--out", str(tmp_path / "grades.html"))
    assert (done.exit_code, done.output) == (0, "")
    page = (tmp_path / "grades.html").read_text(encoding="utf-8")
    way = os.path.relpath(CLASS / "ada" / "interviews" / "a-nurse.md", tmp_path)
    assert f'href="{way}"' in page


def test_what_students_write_is_no_markup(home: Path):
    evil = home.with_name("<b>&")
    home.rename(evil)
    (evil / "mkdocs.yml").write_text("site_url: javascript:alert(1)\n")
    page = html.render_class(ClassBook((row_of(evil),)))
    assert "<b>" not in page
    assert "javascript:" not in page


@pytest.mark.skipif(sys.platform == "win32", reason="no folder can be called so there")
@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1"])
def test_a_students_name_is_no_formula(name: str, home: Path):
    row = replace(row_of(home), name=name, total=Total(earned=3, possible=3))
    for table in (csv_report.render_class, lambda book: csv_report.render_canvas(book, name)):
        cells = [cell for row in csv.reader(io.StringIO(table(ClassBook((row,))))) for cell in row]
        assert f"'{name}" in cells
        assert name not in cells


# Scores


def test_a_student_cannot_give_points_of_the_instructors(tmp_path: Path):
    shutil.copytree(CLASS, tmp_path, dirs_exist_ok=True)
    (mistrusted,) = book_of(tmp_path, "ada").students
    (trusted,) = book_of(tmp_path, "ada", with_scores=True).students
    assert (mistrusted.total.earned, trusted.total.earned) == (10, 20)
    assert mistrusted.notes == ("scores.yml has 1 not counted: --scores counts them",)
    assert "own-view" not in mistrusted.waiting


def test_a_rubric_that_the_student_may_have_changed_is_named(home: Path):
    (home / "rubric.yml").write_text("extends: thinkful\n")
    (own,) = book_of(home.parent, "ken").students
    (given,) = book_of(home.parent, "ken", rubric="thinkful").students
    assert (own.notes, given.notes) == (("graded by its own rubric.yml",), ())


# What is broken


def break_rubric(home: Path) -> None:
    (home / "rubric.yml").write_text("extends: nothing\n")


def link_interviews(home: Path) -> None:
    (home / "interviews").rename(home.parent / "elsewhere")
    (home / "interviews").symlink_to(home.parent / "elsewhere")


def link_rubric(home: Path) -> None:
    (home.parent / "theirs.yml").write_text("extends: thinkful\n")
    (home / "rubric.yml").symlink_to(home.parent / "theirs.yml")


def link_private_file(home: Path) -> None:
    (home.parent / "lin.yml").write_text("name: Somebody Else\n")
    (home / "private").mkdir()
    (home / "private" / "lin.yml").symlink_to(home.parent / "lin.yml")


def pipe_for_settings(home: Path) -> None:
    os.mkfifo(home / "mkdocs.yml")


def many_private_files(home: Path) -> None:
    (home / "private").mkdir()
    for number in range(1_001):
        (home / "private" / f"{number}.yml").touch()


def many_interviews(home: Path) -> None:
    for number in range(501):
        (home / "interviews" / f"{number}.md").touch()


def huge_scores(home: Path) -> None:
    (home / "scores.yml").write_text(" " * 250_001)


def extending_what_lies_outside(home: Path) -> None:
    (home.parent / "theirs.yml").write_text("extends: thinkful\n")
    (home / "rubric.yml").write_text("extends: ../theirs.yml\n")


def pipe_for_scores(home: Path) -> None:
    os.mkfifo(home / "scores.yml")


def only_pipes(home: Path) -> None:
    (home / "interviews" / "lin.md").unlink()
    os.mkfifo(home / "interviews" / "lin.md")


def folder_for_rubric(home: Path) -> None:
    (home / "rubric.yml").mkdir()


def empty_folder(home: Path) -> None:
    (home / "interviews" / "lin.md").unlink()


def only_links(home: Path) -> None:
    (home / "interviews" / "lin.md").rename(home.parent / "lin.md")
    (home / "interviews" / "lin.md").symlink_to(home.parent / "lin.md")


BROKEN = {
    "no interviews": (lambda home: shutil.rmtree(home / "interviews"), "there is no folder"),
    "broken rubric": (break_rubric, "there is no built-in rubric 'nothing'"),
    "rubric outside": (extending_what_lies_outside, "there is no built-in rubric '../theirs.yml'"),
    "pipe for scores": (pipe_for_scores, "scores.yml is not an ordinary file"),
    "pipe for an interview": (only_pipes, "this is a named pipe, not a file"),
    "folder for a rubric": (folder_for_rubric, "the rubric cannot be read"),
    "linked interviews": (link_interviews, "interviews is a link that leads out of the folder"),
    "linked rubric": (link_rubric, "rubric.yml is a link that leads out of the folder"),
    "linked private file": (link_private_file, "private/lin.yml is a link that leads out"),
    "pipe": (pipe_for_settings, "mkdocs.yml is not an ordinary file"),
    "private files": (many_private_files, "private/ holds more than 1,000 files"),
    "interviews": (many_interviews, "there are 502 interviews; 500 may be"),
    "huge scores": (huge_scores, "scores.yml has more than 250,000 bytes"),
    "link to an interview": (only_links, "the link leads out of the folder"),
    "no files": (empty_folder, "there are no interviews in interviews/"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need rights there")
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_portfolio_says_why(name: str, home: Path):
    make, why = BROKEN[name]
    make(home)
    (row,) = book_of(home.parent, "ken").students
    assert why in row.why_not


def test_a_huge_write_up_is_left_out_and_named(home: Path):
    (home / "interviews" / "huge.md").write_text("x" * 250_001)
    row = row_of(home)
    assert (row.interviews, row.why_not) == (1, "")
    assert row.notes == ("cannot be read: ken/interviews/huge.md",)


def test_errors_in_a_file_stand_beside_the_student(home: Path):
    path = home / "interviews" / "lin.md"
    path.write_text(SOUND.replace("title:", "minutes: soon\ndate: 2026-13-01\ntitle:"))
    row = row_of(home)
    assert row.errors == 2
    assert "ken/interviews/lin.md: 2 errors" in row.notes
    book = ClassBook((row,))
    assert "1 interview, 2 errors\n" in text.render_class(book)
    assert "<small>2 errors</small>" in html.render_class(book)
    assert json.loads(json_report.render_class(book))["students"][0]["errors"] == 2
    assert ",1,2,," in csv_report.render_class(book)


def test_a_portfolio_of_which_nothing_can_be_read_is_not_graded(home: Path):
    (home / "interviews" / "lin.md").write_text("x" * 250_001)
    assert "no interview can be read: ken/interviews/lin.md:1: " in row_of(home).why_not


def test_a_folder_of_portfolios_says_what_to_name(home: Path):
    shutil.copytree(home, home.with_name("lin"))
    (row,) = book_of(home.parent.parent, "class").students
    assert row.why_not == (
        "there is no folder interviews/, but 2 folders in it are portfolios: name class/*"
    )


@pytest.mark.parametrize(
    ("names", "named"),
    [(["zoe.zip"], "class/ken/zoe.zip"), (["a.zip", "b.ZIP"], "class/ken/*.zip")],
)
def test_a_folder_with_an_archive_by_another_name_says_what_to_name(home, names, named):
    shutil.rmtree(home)
    home.mkdir()
    for name in (*names, "notes.txt"):
        (home / name).write_bytes(b"")
    (row,) = book_of(home.parent.parent, "class/ken").students
    assert row.why_not == f"there is no folder interviews/, but an archive: name {named}"


def test_the_others_are_graded_all_the_same(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(CLASS)
    done = run(*PORTFOLIOS, "--format", "json")
    assert done.exit_code == 1
    rows = json.loads(done.stdout)["students"]
    assert [row["student"] for row in rows if row["not_graded"]] == ["none", "lost"]
    assert run("ada", "--format", "json").exit_code == 0


def test_an_unexpected_failure_is_one_row(home: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(handed: object, asked: object) -> Student:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(together, "grade_folder", fail)
    assert row_of(home).why_not == "an unexpected ZeroDivisionError: by nothing"


def endless(home: Path) -> None:
    """A pattern that takes for ever."""
    (home / "rubric.yml").write_text(
        "criteria: [{id: a, title: A, checks: [mismatched-text: {field: title, "
        "pattern: '(a+)+$'}]}]\n"
    )
    path = home / "interviews" / "lin.md"
    path.write_text(SOUND.replace("Ward nurse", "a" * 60 + "!"))


@pytest.mark.skipif(sys.platform == "win32", reason="a process is ended there")
def test_a_rubric_that_takes_for_ever_is_ended(home: Path):
    endless(home)
    begun = time.process_time()
    row = grade_one(handed_in(home, home.parent), work_in(home.parent), seconds=0.3)
    assert row.why_not == "it took more than 0.3 seconds"
    assert time.process_time() - begun < 5


# What is never run

HOSTILE = """\
site_name: !!python/object/apply:os.system ["touch ran"]
site_url: https://ken.example.org/
plugins: [evil]
hooks: [evil.py]
markdown_extensions:
  - pymdownx.emoji: {emoji_index: !!python/name:evil.run }
"""


def test_nothing_of_a_students_is_run(home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(home)
    monkeypatch.syspath_prepend(str(home))
    (home / "mkdocs.yml").write_text(HOSTILE)
    (home / "evil.py").write_text("open('ran', 'w')\ndef run(): pass\n")
    evil = "!!python/object/apply:os.system ['touch ran']"
    (home / "interviews" / "evil.md").write_text(f"---\nname: {evil}\n---\n\nx\n")
    (home / "scores.yml").write_text(f"scores: {evil}\n")
    row = row_of(home)
    assert (row.why_not, row.site) == ("", "https://ken.example.org/")
    assert not (home / "ran").exists()
    assert "evil" not in sys.modules


@pytest.mark.parametrize("address", ["!ENV ADDRESS", "!ENV [ADDRESS, 'https://b.example.org/']"])
def test_no_variable_of_whoever_grades_is_shown(
    address: str, home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ADDRESS", "https://secret.example.org/")
    (home / "mkdocs.yml").write_text(f"site_url: {address}\n")
    assert row_of(home).site == ""


def test_no_python_of_a_students_rubric_is_run(home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(home)
    (home / "rubric.yml").write_text("extends: !!python/object/apply:os.system ['touch ran']\n")
    (row,) = book_of(home.parent, "ken").students
    assert "the rubric cannot be read" in row.why_not
    assert not (home / "ran").exists()


# Published data


def published(folder: Path, data: object) -> Student:
    path = folder / "site" / "portfolio.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(data if isinstance(data, str) else json.dumps(data))
    return grade_one(handed_in(path, folder.parent), work_in(folder.parent, "thinkful"))


DATA = json.loads((CLASS / "mina" / "portfolio.json").read_text())


def test_what_is_not_published_counts_against_nobody(home: Path):
    row = published(home, DATA)
    assert (row.name, row.is_published, row.interviews) == ("ken", True, 1)
    cells = {cell.criterion: cell for cell in row.cells}
    assert (cells["name"].met, cells["name"].open) == (0, 1)
    assert (cells["title"].met, cells["title"].open) == (1, 0)


def test_what_a_site_publishes_can_be_graded(home: Path):
    text = SOUND.replace("title:", "date: 2026-10-14\ntags: [night]\ntitle:")
    data = render_data(portfolio_of(text), lambda path: path.removesuffix(".md") + "/")
    row = published(home, data)
    assert (row.why_not, row.interviews) == ("", 1)
    cells = {cell.criterion: cell for cell in row.cells}
    assert (cells["title"].met, cells["learnings"].met, cells["applications"].met) == (1, 1, 0)
    assert cells["title"].evidence[0].path == "ken/site/interviews/no-1/index.html"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_neither_data_nor_its_rubric_may_be_a_link(home: Path):
    link_rubric(home)
    path = home / "portfolio.json"
    path.write_text(json.dumps(DATA))
    link = home / "ken.json"
    link.symlink_to(path)
    assert "it is not an ordinary file" in grade_one(handed_in(link, home), work_in(home)).why_not
    assert "rubric.yml is a link" in grade_one(handed_in(path, home), work_in(home)).why_not


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("{", "it is no JSON"),
        ("[" * 100_000, "it is no JSON"),
        ("[]", "there are no conversations"),
        ({"version": 1, "conversations": [3]}, "there are no conversations"),
        ({"version": 9, "conversations": []}, "its version is 9; 1 can be read"),
        ({"version": 1, "conversations": []}, "there are no conversations in it"),
        (" " * 5_000_001, "it has more than 5,000,000 bytes"),
    ],
)
def test_data_that_cannot_be_read(home: Path, data: object, why: str):
    assert why in published(home, data).why_not


def test_an_address_leads_nowhere_else(home: Path):
    evil = [{**DATA["conversations"][0], "address": "../../../etc/javascript:alert(1)"}]
    row = published(home, {"version": 1, "conversations": evil})
    paths = {line.path for cell in row.cells for line in cell.evidence}
    assert paths == {"ken/site/etc/javascript:alert(1)/index.html"}
    assert 'href="ken/site/etc/javascript%3Aalert' in html.render_class(ClassBook((row,)))


def test_evidence_is_linked_where_the_site_says_it_is(home: Path):
    said = [{**DATA["conversations"][0], "address": "interviews/b%C3%A4cker.html"}]
    row = published(home, {**DATA, "conversations": said, "home": "https://ken.example.org/talks/"})
    address = "https://ken.example.org/talks/interviews/b%C3%A4cker.html"
    assert row.site == "https://ken.example.org/talks/"
    page = html.render_class(ClassBook((row,)))
    assert f'<a href="{address}">bäcker.html</a>' in page
    here = published(home, {**DATA, "conversations": said, "home": "javascript:alert(1)"})
    assert here.site == ""
    assert 'href="ken/site/interviews/b%C3%A4cker.html"' in html.render_class(ClassBook((here,)))


# The same text


def test_the_same_text_is_pointed_out():
    (shared,) = book_of(CLASS, "ada", "ken").shared
    assert shared.places == (("ada", "ada/interviews/a-nurse.md"), ("ken", "ken/interviews/lin.md"))


TIDES = """\
---
name: NAME
organization: EMPLOYER
title: Tide reader
questions: [What is new?]
---

NAME reads the gauges before dawn, and told me that EMPLOYER forgets nobody who was late once,
whatever the reason may have been, and however sorry they were about it.
GAP
What NAME likes least is explaining to people on the quay why the water does as it pleases.
"""


def tides(name: str, employer: str, gap: str = "\n") -> str:
    return TIDES.replace("NAME", name).replace("EMPLOYER", employer).replace("GAP\n", gap)


@pytest.mark.parametrize(
    "copy",
    [
        tides("Ada Invented", "the Harbour Office", "  \n").replace(
            "\n---\n\n", "\nminutes: 5\n---\n"
        ),
        tides("Ada Invented", "the Harbour Office").upper().replace("NAME:", "name:"),
        tides("Ada Invented", "the Harbour Office")
        .replace("\n", "\r\n")
        .replace(" the ", "  the  "),
        tides("Bo Other", "the Water Board"),
        tides("Bo Other", "the Water Board", "\n\nOne more paragraph of my own.\n\n"),
    ],
    ids=["front matter", "case", "white space", "names", "more text"],
)
def test_a_copy_is_known_again_though_a_little_differs(copy: str, home: Path):
    own, other = home.parent / "own", home.parent / "other"
    for folder, written in ((own, tides("Ada Invented", "the Harbour Office")), (other, copy)):
        (folder / "interviews").mkdir(parents=True)
        (folder / "interviews" / "tide.md").write_bytes(written.encode())
    (shared, *_) = book_of(home.parent, "own", "other", rubric="thinkful").shared
    assert shared.places == (
        ("other", "other/interviews/tide.md"),
        ("own", "own/interviews/tide.md"),
    )


def passages(*letters: int) -> tuple[Passage, ...]:
    return tuple(Passage(bytes([one]), one, "x.md") for one in letters)


def test_the_longest_of_what_two_share_is_named_once():
    first = Student(name="a", path="a", passages=passages(120, 150, 200))
    second = Student(name="b", path="b", passages=passages(120, 150))
    (shared,) = find_shared((first, second))
    assert shared.letters == 150


def test_a_student_may_write_the_same_twice():
    assert find_shared([Student(name="a", path="a", passages=passages(120, 120))]) == ()


# Processes and progress


def test_processes_say_what_one_process_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(together, "cores", lambda: 2)
    for number in range(6):
        shutil.copytree(CLASS / "ken", tmp_path / f"s{number}")
    shutil.rmtree(tmp_path / "s3" / "interviews")
    portfolios = [handed_in(path, tmp_path) for path in sorted(tmp_path.iterdir())]
    told: list[int] = []
    work = work_in(tmp_path, "thinkful")
    divided = grade_class(portfolios, work, worth_processes=2, progress=told.append)
    assert divided == grade_class(portfolios, work)
    assert (sum(told), len(told) > 1) == (6, True)


@pytest.mark.slow
@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_every_system_starts_processes_in_a_way_that_works(
    method: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(together, "cores", lambda: 2)
    for name in ("ada", "ken", "lost"):
        shutil.copytree(CLASS / name, tmp_path / name)
    portfolios = [handed_in(path, tmp_path) for path in sorted(tmp_path.iterdir())]
    work = work_in(tmp_path, "thinkful")
    monkeypatch.setattr(together, "_alone", None)
    divided = grade_class(portfolios, work, worth_processes=2, start_method=method)
    assert divided == [grade_one(one, work) for one in portfolios]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the process has to inherit the shorter time")
def test_a_process_ends_where_the_system_cannot_interrupt_it(
    home: Path, monkeypatch: pytest.MonkeyPatch
):
    endless(home)
    shutil.copytree(CLASS / "lost", home.with_name("lost"))
    monkeypatch.delattr(signal, "setitimer")
    monkeypatch.setattr(together, "SECONDS", 0.3)
    monkeypatch.setattr(grade_one, "__defaults__", (0.3,))
    ken, lost = (row.why_not for row in book_of(home.parent, "ken", "lost").students)
    assert ken.endswith("ended before its time, or took more than 0.3 seconds")
    assert "the rubric cannot be read" in lost


def dies_of_one(share: "together.Share") -> list[Student]:
    if any(one.name == "s1" for one in share[1]):
        os._exit(9)
    return together.grade_share(share)


@pytest.mark.slow
def test_a_process_that_dies_takes_one_portfolio_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(together, "cores", lambda: 2)
    for number in range(3):
        shutil.copytree(CLASS / "ken", tmp_path / f"s{number}")
    portfolios = [handed_in(path, tmp_path) for path in sorted(tmp_path.iterdir())]
    work = work_in(tmp_path, "thinkful")
    rows = grade_class(portfolios, work, worth_processes=2, grade=dies_of_one)
    assert [row.why_not for row in rows] == [
        "",
        "the process that graded it ended before its time",
        "",
    ]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "says"), [(Terminal, True), (io.StringIO, False)])
def test_a_bar_shows_on_a_terminal_how_far_it_is(
    stream: type[io.StringIO], says: bool, monkeypatch: pytest.MonkeyPatch
):
    said = stream()
    monkeypatch.setattr(sys, "stderr", said)
    with progress_bar([handed_in(CLASS / "ken", CLASS)] * 4) as progress:
        progress(3)
    assert ("3/4" in said.getvalue()) is says


# The command


def test_one_rubric_holds_for_all(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(CLASS)
    rows = json.loads(run("ken", "lost", "--course", "thinkful", "--format", "json").stdout)
    titles = {row["rubric"] for row in rows["students"]}
    assert titles == {"Informational interview: the write-up"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Missing argument"),
        (["ada", "--course", "x"], "there is no built-in rubric 'x'"),
        (["ada", "--rubric", "thinkfull"], "did you mean 'thinkful'?"),
        (["ada", "--rubric", "a.yml", "--course", "thinkful"], "both name the rubric"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str):
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.output


def test_a_file_is_written_over_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(CLASS)
    out = tmp_path / "grades.csv"
    assert run("ada", "--format", "csv", "--out", str(out)).exit_code == 0
    before = out.read_bytes()
    assert before.startswith(b"student,")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    done = run("ken", "--format", "csv", "--out", str(out))
    assert done.exit_code == 1
    assert "cannot write" in done.output
    assert out.read_bytes() == before
    assert list(tmp_path.glob("*")) == [out]
