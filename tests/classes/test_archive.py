"""The instructor's edition as it is handed in: graded like the folder, and unpacked safely."""

import os
import shutil
import stat
import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest

from shoptalk.classes import archive
from shoptalk.classes.handed_in import handed_in
from shoptalk.classes.together import ClassWork, grade_one
from shoptalk.rubric.class_grades import ClassBook, Student
from shoptalk.rubric.class_reports.html import render_class

CLASS = Path(__file__).parent / "class"
HOME = "site-instructor/handed-in"
SOUND = (CLASS / "ken" / "interviews" / "lin.md").read_text(encoding="utf-8")
LIN = f"{HOME}/interviews/lin.md"


def grade(path: Path, rubric: str = "thinkful") -> Student:
    here = path.parent.parent
    work = ClassWork(rubric=rubric, with_scores=False, here=here, today=date(2026, 11, 22))
    return grade_one(handed_in(path, here), work)


def pack(folder: Path, *more: tuple[str | zipfile.ZipInfo, str]) -> Path:
    """What Ken hands in, with some more files in it."""
    path = folder / "ken" / "site-instructor.zip"
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("site-instructor/index.html", "<h1>Ken</h1>")
        made.writestr("site-instructor/interviews/index.html", "")
        made.writestr(LIN, SOUND)
        for name, text in more:
            made.writestr(name, text)
    return path


def test_an_archive_has_the_grades_of_the_folder(tmp_path: Path):
    path = pack(tmp_path)
    shutil.copytree(CLASS / "ken", tmp_path / "class" / "ken")
    packed, folder = grade(path), grade(tmp_path / "class" / "ken")
    assert packed.why_not == ""
    assert packed.name == "ken"
    said = [cell._replace(evidence=()) for cell in packed.cells]
    assert said == [cell._replace(evidence=()) for cell in folder.cells]
    lines = {line for cell in packed.cells for line in cell.evidence}
    assert {line.path for line in lines} == {"interviews/lin.md"}
    where = {passage.path for passage in packed.passages}
    assert where == {"ken/site-instructor.zip/interviews/lin.md"}
    page = render_class(ClassBook((packed,)))
    assert "lin.md:2" in page
    assert "href" not in page


@pytest.mark.parametrize(
    ("place", "inside"),
    [
        (".", "ken"),
        (".", "ken/site-instructor.zip"),
        ("ken", "ken"),
        ("ken", "ken/site-instructor"),
        ("ken", "ken/site-instructor/handed-in"),
        ("ken/site-instructor", "ken"),
    ],
)
def test_packed_or_unpacked_the_student_is_called_as_the_folder(
    place: str, inside: str, tmp_path: Path
):
    path = pack(tmp_path)
    if place != ".":
        shutil.unpack_archive(path, tmp_path / place)
        path.unlink()
    work = ClassWork(rubric="thinkful", with_scores=False, here=tmp_path, today=date(2026, 11, 22))
    row = grade_one(handed_in(tmp_path / inside, tmp_path), work)
    assert (row.why_not, row.name, row.interviews) == ("", "ken", 1)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("ken.zip", "ken"),
        ("lin_ken_4711_site-instructor.zip", "lin_ken_4711"),
        ("lin-site-instructor-2.ZIP", "lin"),
        ("site-instructor (1).zip", "downloads"),
    ],
)
def test_a_file_names_the_student_where_it_says_more(file: str, name: str, tmp_path: Path):
    folder = tmp_path / "downloads"
    folder.mkdir()
    row = grade(pack(tmp_path).rename(folder / file))
    assert (row.name, row.why_not) == (name, "")


def test_the_rubric_around_holds_where_the_archive_has_none(tmp_path: Path):
    path = pack(tmp_path)
    shutil.copy(CLASS / "rubric.yml", tmp_path)
    assert grade(path, "").rubric == "Conversations of a class"
    own = grade(pack(tmp_path, (f"{HOME}/rubric.yml", "extends: thinkful\n")), "")
    assert own.notes == ("graded by its own rubric.yml",)


def link() -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(f"{HOME}/interviews/ada.md")
    made.external_attr = (stat.S_IFLNK | 0o777) << 16
    return made


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        (f"{HOME}/../../../evil.md", "x", "is no path within the folder"),
        (f"{HOME}//evil.md", "x", "is no path within the folder"),
        (link(), "../../../etc/passwd", "interviews/ada.md is a link"),
        (LIN, SOUND, "it cannot be read: File exists"),
        (f"{HOME}/interviews/a.md", "x" * 250_001, "has more than 250,000 bytes"),
    ],
    ids=["up", "empty", "link", "twice", "large"],
)
def test_what_leaves_the_folder_or_is_too_much_is_refused(
    name: str | zipfile.ZipInfo, text: str, why: str, tmp_path: Path
):
    path = pack(tmp_path, (name, text))
    assert why in grade(path).why_not
    assert not list(tmp_path.rglob("evil*"))


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    many = [(f"{HOME}/interviews/{number}.md", "x" * 200_000) for number in range(300)]
    assert "unpacked it has more than 50,000,000 bytes" in grade(pack(tmp_path, *many)).why_not
    monkeypatch.setattr(archive, "MOST_UNPACKED", 20)
    assert "301 files to grade; 20 may be" in grade(pack(tmp_path, *many)).why_not


def test_a_size_that_lies_fills_no_disk(tmp_path: Path):
    path = pack(tmp_path, (f"{HOME}/interviews/a.md", "x" * 10_000_000))
    size = struct.pack("<I", 10_000_000)
    path.write_bytes(path.read_bytes().replace(size, struct.pack("<I", 10)))
    assert "it cannot be unpacked" in grade(path).why_not


def test_a_long_list_of_files_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = pack(tmp_path)
    monkeypatch.setattr(archive, "LARGEST_LIST", 100)
    assert grade(path).why_not == "it holds too many files"


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06" + b"\0" * 18, b"x" * 100])
def test_what_is_no_such_archive_says_so(data: bytes, tmp_path: Path):
    path = pack(tmp_path)
    path.write_bytes(data)
    assert "no archive as" in (why := grade(path).why_not) or "no folder handed-in/" in why


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_in_the_place_of_what_is_handed_in_is_not_followed(tmp_path: Path):
    ken = tmp_path / "ken" / "site-instructor"
    shutil.copytree(CLASS / "ken", tmp_path / "lin")
    ken.mkdir(parents=True)
    (ken / "handed-in").symlink_to(tmp_path / "lin")
    (tmp_path / "ken.zip").symlink_to(pack(tmp_path / "lin"))
    assert "there is no folder interviews/" in grade(tmp_path / "ken").why_not
    assert "it is not an ordinary file" in grade(tmp_path / "ken.zip").why_not


def test_a_list_of_requests_that_leads_out_is_refused(tmp_path: Path):
    folder = tmp_path / "ken"
    shutil.copytree(CLASS / "ken", folder)
    (tmp_path / "secret.yml").write_text("requests: [Ada Invented]\n", encoding="utf-8")
    (folder / "outreach.yml").symlink_to(tmp_path / "secret.yml")
    work = ClassWork(rubric="thinkful", with_scores=False, here=tmp_path, today=date(2026, 11, 22))
    row = grade_one(handed_in(folder, tmp_path), work)
    assert row.why_not == "outreach.yml is a link that leads out of the folder"
