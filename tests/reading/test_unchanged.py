"""What came of a file is kept for as long as the file stays the same."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from shoptalk.reading import unchanged
from shoptalk.reading.corpus import ReadFile, read_file
from shoptalk.reading.folder import FoundFile
from shoptalk.reading.unchanged import UnchangedFiles, stamp_of

TODAY = date(2026, 11, 22)
TEXT = "---\nname: Ada Okafor\n---\n\nWe met.\n"


@pytest.fixture
def file(tmp_path: Path) -> FoundFile:
    path = tmp_path / "ada.md"
    path.write_text(TEXT, encoding="utf-8")
    return FoundFile(str(path), "ada")


@pytest.fixture
def times_read(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the files that were really read, in order."""
    names: list[str] = []

    def read_and_note(file: FoundFile, name: str, today: date) -> ReadFile:
        names.append(name)
        return read_file(file, name, today)

    monkeypatch.setattr(unchanged, "read_file", read_and_note)
    return names


def test_a_file_is_read_once(file: FoundFile, times_read: list[str]):
    files = UnchangedFiles()
    first = files.read(file, "ada.md", TODAY)
    assert files.read(file, "ada.md", TODAY) is first
    assert first == read_file(file, "ada.md", TODAY)
    assert times_read == ["ada.md"]


def test_a_saved_file_is_read_again(file: FoundFile, times_read: list[str]):
    files = UnchangedFiles()
    files.read(file, "ada.md", TODAY)
    Path(file.path).write_text(TEXT.replace("Ada", "Ken Maria"), encoding="utf-8")
    again = files.read(file, "ada.md", TODAY)
    assert again.interview
    assert again.interview.name == "Ken Maria Okafor"
    assert len(times_read) == 2


def test_a_file_in_the_place_of_another_is_noticed_by_its_time_or_its_size(file: FoundFile):
    before = stamp_of(file.path)
    other = Path(file.path).with_suffix(".new")
    other.write_text(TEXT.replace("Ada", "Ida"), encoding="utf-8")
    status = Path(file.path).stat()
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(file.path)
    assert stamp_of(file.path) != before


def test_the_next_day_every_file_is_read_again(file: FoundFile, times_read: list[str]):
    files = UnchangedFiles()
    files.read(file, "ada.md", TODAY)
    files.read(file, "ada.md", date(2026, 11, 23))
    assert len(times_read) == 2


def test_a_file_that_went_is_not_kept(file: FoundFile):
    files = UnchangedFiles()
    files.read(file, "ada.md", TODAY)
    Path(file.path).unlink()
    assert stamp_of(file.path) is None
    [finding] = files.read(file, "ada.md", TODAY).findings
    assert finding.check == "unreadable-file"
