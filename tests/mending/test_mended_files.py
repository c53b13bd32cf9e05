"""Mending files on disk: whole or not at all, and only those in which something is mended."""

import os
import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from shoptalk.mending.mended_files import MendedFiles, replace_file
from shoptalk.reading.corpus import read_corpus

TODAY = date(2026, 11, 22)
BROKEN = b"---\nname: Ada: Okafor\n---\n\nBody.\n"
MENDED = b'---\nname: "Ada: Okafor"\n---\n\nBody.\n'

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")


@pytest.fixture
def ada(tmp_path):
    path = tmp_path / "interviews" / "ada.md"
    path.parent.mkdir()
    path.write_bytes(BROKEN)
    return path


def mend_folder(folder, write=True):
    files = MendedFiles(write=write)
    corpus = read_corpus([folder], TODAY, start=folder, read=files.read)
    return files, [finding.check for file in corpus.files for finding in file.findings]


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_mended_and_then_read(ada):
    files, checks = mend_folder(ada.parent)
    assert ada.read_bytes() == MENDED
    assert checks == []
    assert files.changes == [("ada.md", BROKEN, MENDED)]
    assert files.summary() == "mended 1 line in 1 file"
    assert names_in(ada.parent) == ["ada.md"]


def test_the_second_time_nothing_is_written(ada):
    mend_folder(ada.parent)
    before = ada.stat()
    files, _ = mend_folder(ada.parent)
    assert files.changes == []
    assert (ada.stat().st_ino, ada.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize(
    "text", [MENDED, b"---\nname: TODO\n---\n\nBody.\n", b"---\nname: \xff\n---\n"]
)
def test_a_file_in_which_nothing_can_be_mended_is_not_touched(ada, text):
    ada.write_bytes(text)
    os.utime(ada, ns=(1, 1))
    before = ada.stat()
    files, _ = mend_folder(ada.parent)
    assert files.changes == []
    assert ada.read_bytes() == text
    assert (ada.stat().st_ino, ada.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_without_writing_everything_stays_and_is_said_all_the_same(ada):
    files, checks = mend_folder(ada.parent, write=False)
    assert ada.read_bytes() == BROKEN
    assert checks == ["colon-in-value"]
    assert files.changes == [("ada.md", BROKEN, MENDED)]
    assert files.summary() == "would mend 1 line in 1 file"


@posix_only
def test_the_rights_of_a_file_stay_as_they_are(ada):
    ada.chmod(0o640)
    mend_folder(ada.parent)
    assert ada.read_bytes() == MENDED
    assert stat.S_IMODE(ada.stat().st_mode) == 0o640


@posix_only
def test_a_link_stays_one_and_what_it_leads_to_is_mended_once(ada):
    link = ada.parent / "a-link.md"
    link.symlink_to("ada.md")
    files, checks = mend_folder(ada.parent)
    assert link.is_symlink()
    assert ada.read_bytes() == MENDED
    assert [change.name for change in files.changes] == ["a-link.md"]
    assert checks == []


@posix_only
def test_what_a_link_leads_to_outside_is_left_alone(ada, tmp_path):
    outside = tmp_path / "outside.md"
    ada.rename(outside)
    ada.symlink_to(outside)
    files, _ = mend_folder(ada.parent)
    assert files.changes == []
    assert outside.read_bytes() == BROKEN


@pytest.mark.parametrize("failing", ["os.fsync", "pathlib.Path.replace", "shutil.copymode"])
def test_after_a_crash_the_old_file_is_whole(ada, monkeypatch, failing):
    def crash(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(failing, crash)
    with pytest.raises(KeyboardInterrupt):
        mend_folder(ada.parent)
    assert ada.read_bytes() == BROKEN
    assert names_in(ada.parent) == ["ada.md"]


def test_a_file_that_cannot_be_written_is_named_and_reported_as_it_is(ada, monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    files, checks = mend_folder(ada.parent)
    assert files.failures == ["ada.md: No space left on device"]
    assert files.changes == []
    assert checks == ["colon-in-value"]
    assert ada.read_bytes() == BROKEN
    assert names_in(ada.parent) == ["ada.md"]


def test_a_file_that_may_not_be_written_is_left_alone(ada, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    files, _ = mend_folder(ada.parent)
    assert files.failures == ["ada.md: Permission denied"]
    assert ada.read_bytes() == BROKEN


def test_what_was_saved_in_the_meantime_is_not_overwritten(ada):
    ada.write_bytes(b"newer")
    with pytest.raises(OSError, match="changed in the meantime"):
        replace_file(ada, BROKEN, MENDED)
    assert ada.read_bytes() == b"newer"
    assert names_in(ada.parent) == ["ada.md"]


def test_a_copy_left_behind_is_no_interview(ada):
    (ada.parent / ".~shoptalk-x1").write_bytes(BROKEN)
    corpus = read_corpus([ada.parent], TODAY, start=ada.parent)
    assert [Path(file.path).name for file in corpus.files] == ["ada.md"]
    assert corpus.findings == ()
