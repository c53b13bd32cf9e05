"""The grades of a class: rows, forms, what is broken, and what is never run."""

import csv
import io
import json
import os
import shutil
import sys
import time
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
from shoptalk.rubric.class_grades import ClassBook, Passage, Student, find_shared
from shoptalk.rubric.class_reports import csv as csv_report
from shoptalk.rubric.class_reports import html, text
from shoptalk.rubric.class_reports import json as json_report
from shoptalk.site.open_data import render_data

TODAY = date(2026, 11, 22)
CLASS = Path(__file__).parent / "class"
SAYS = Path(__file__).parent / "says"
PORTFOLIOS = ("ada", "ken", "mina/portfolio.json", "none", "lost")
SOUND = (CLASS / "ken" / "interviews" / "lin.md").read_text(encoding="utf-8")


def work_in(here: Path, rubric: str = "", *, with_scores: bool = False) -> ClassWork:
    return ClassWork(rubric=rubric, with_scores=with_scores, here=here, today=TODAY)


def book_of(here: Path, *paths: str, rubric: str = "", with_scores: bool = False) -> ClassBook:
    portfolios = [handed_in(here / path, here) for path in paths]
    return ClassBook(tuple(grade_class(portfolios, work_in(here, rubric, with_scores=with_scores))))


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


def test_canvas_takes_points_only_where_nothing_waits(tmp_path: Path):
    shutil.copytree(CLASS / "ada", tmp_path / "ada")
    shutil.copytree(CLASS / "ken", tmp_path / "ken")
    shutil.copy(CLASS / "rubric.yml", tmp_path)
    book = book_of(tmp_path, "ada", "ken", with_scores=True)
    rows = list(csv.DictReader(io.StringIO(csv_report.render_canvas(book, "Talks"))))
    assert [(row["SIS Login ID"], row["Talks"]) for row in rows] == [
        ("", "20"),
        ("ada", "20"),
        ("ken", ""),
    ]


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


def test_a_students_name_is_no_formula(home: Path):
    evil = home.with_name("=HYPERLINK(1)")
    home.rename(evil)
    assert "\r\n'=HYPERLINK(1)," in csv_report.render_class(ClassBook((row_of(evil),)))


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


def empty_folder(home: Path) -> None:
    (home / "interviews" / "lin.md").unlink()


def only_links(home: Path) -> None:
    (home / "interviews" / "lin.md").rename(home.parent / "lin.md")
    (home / "interviews" / "lin.md").symlink_to(home.parent / "lin.md")


BROKEN = {
    "no interviews": (lambda home: shutil.rmtree(home / "interviews"), "there is no folder"),
    "broken rubric": (break_rubric, "there is no built-in rubric 'nothing'"),
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


@pytest.mark.skipif(sys.platform == "win32", reason="the time is limited elsewhere only")
def test_a_rubric_that_takes_for_ever_is_ended(home: Path):
    (home / "rubric.yml").write_text(
        "criteria: [{id: a, title: A, checks: [mismatched-text: {field: title, "
        "pattern: '(a+)+$'}]}]\n"
    )
    path = home / "interviews" / "lin.md"
    path.write_text(SOUND.replace("Ward nurse", "a" * 60 + "!"))
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


# The same text


def test_the_same_text_is_pointed_out():
    (shared,) = book_of(CLASS, "ada", "ken").shared
    assert shared.places == (("ada", "ada/interviews/a-nurse.md"), ("ken", "ken/interviews/lin.md"))


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
