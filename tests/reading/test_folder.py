"""Files and folders that are not as they should be: each is named, none passed over in silence."""

import os
import socket
from datetime import date
from pathlib import Path

import pytest

from shoptalk.findings.reporters.text import render_findings
from shoptalk.reading import folder as folder_module
from shoptalk.reading import source_file as source_file_module
from shoptalk.reading.corpus import read_corpus
from shoptalk.reading.decoding import LARGEST_FILE

pytestmark = pytest.mark.skipif(os.name == "nt", reason="makes links, pipes and odd names")

TODAY = date(2026, 11, 22)
TEXT = "---\nname: Ada Okafor\n---\n\nShe met me at the quay.\n"


@pytest.fixture
def folder(tmp_path):
    """An empty folder of interviews."""
    made = tmp_path / "interviews"
    made.mkdir()
    return made


def write(path, text=TEXT):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def read(*paths, start):
    return read_corpus(paths, TODAY, start=start)


def said(folder):
    """What is said of the folder as a whole."""
    found = read(folder, start=folder.parent).findings
    return render_findings(sorted(found, key=lambda finding: finding.sort_key)).rstrip("\n")


def addresses(folder):
    return [file.address for file in read(folder, start=folder.parent).files]


def test_files_of_all_folders_in_order_of_their_addresses(folder):
    for name in ("zoe.md", "2026/bo.md", "2026/ada.md", "ada.md", "picture.png", "2026/more/x.md"):
        write(folder / name)
    assert addresses(folder) == ["2026/ada", "2026/bo", "2026/more/x", "ada", "zoe"]
    assert said(folder) == ""


def test_a_whole_disk_is_not_looked_through(folder, monkeypatch):
    monkeypatch.setattr(folder_module, "MOST_ENTRIES", 4)
    for name in ("ada.md", "bo.md", "more/PRIVATE/ada.yml"):
        write(folder / name)
    assert addresses(folder) == ["ada", "bo"]
    write(folder / "more/zoe.md")
    assert addresses(folder) == []
    assert "interviews:1:1: error: there are more than 4 files and folders in it" in said(folder)
    assert said(folder).count("error") == 1


def test_editors_own_files_and_hidden_folders_are_not_read(folder):
    for name in (".~ada.md", "._ada.md", "~$ada.md", ".git/x.md", ".obsidian/y.md"):
        write(folder / name)
    (folder / ".#ada.md").symlink_to("ada@host.1:2")
    assert addresses(folder) == []
    assert said(folder) == ""


def test_hidden_page(folder):
    write(folder / ".ada.md")
    assert said(folder) == (
        "interviews/.ada.md:1:1: note: it is left out, because its name begins with a dot "
        "[hidden-file]\n"
        "  help: rename it if it is an interview"
    )


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("ada.markdown", ".markdown"),
        ("ada.txt", ".txt"),
        ("ada.md.txt", ".txt"),
        ("ada.docx", ".docx"),
        ("ada.MD", ".MD"),
    ],
)
def test_write_up_with_another_ending(folder, name, ending):
    write(folder / name)
    assert said(folder) == (
        f"interviews/{name}:1:1: warning: the file is left out, because its name ends in {ending} "
        "[not-an-interview-file]\n"
        "  help: save it as plain text with a name that ends in .md"
    )


def test_two_files_with_one_address(folder):
    write(folder / "ada.md")
    write(folder / "ada" / "index.md")
    assert said(folder) == (
        "interviews/ada/index.md:1:1: error: this file and 'interviews/ada.md' would both become "
        "the page 'interviews/ada/' [same-address]\n"
        "  help: rename one of them"
    )
    assert addresses(folder) == ["ada", "ada/index"]


@pytest.mark.parametrize("names", [("Ada.md", "ada.md"), ("Zo\u00eb.md", "Zoe\u0308.md")])
def test_names_that_some_disks_take_for_the_same(folder, names):
    for name in names:
        write(folder / name)
    found = read(folder, start=folder.parent).findings
    if len(list(folder.iterdir())) == 1:
        pytest.skip("this disk takes them for the same")
    assert [finding.check for finding in found] == ["same-address"]


def test_unreadable_text_with_a_taken_address_is_named_by_its_path(folder):
    write(folder / "ada.md")
    (folder / "ADA.md").write_bytes(b"\xff\xfea\x00")
    [finding] = read(folder, start=folder.parent).findings
    assert finding.place.path == "interviews/ada.md"
    assert "'interviews/ADA.md'" in finding.message


def test_index_of_the_folder_is_the_page_of_all_interviews(folder):
    write(folder / "index.md")
    assert said(folder) == (
        "interviews/index.md:1:1: error: this file and 'the list of all interviews' would both "
        "become the page 'interviews/' [same-address]\n"
        "  help: rename one of them"
    )


def test_index_of_a_year_is_no_such_page(folder):
    write(folder / "2026" / "index.md")
    assert said(folder) == ""
    year = folder / "2026"
    assert read(year, start=folder.parent).findings == ()
    assert read(year / "index.md", start=folder.parent).findings == ()


def test_the_same_path_given_twice_is_read_once(folder):
    write(folder / "ada.md")
    corpus = read(folder, folder / "ada.md", folder, start=folder.parent)
    assert len(corpus.files) == 1
    assert corpus.findings == ()


def test_files_of_the_same_name_in_two_folders_are_two_pages(folder):
    write(folder / "2025" / "ada.md")
    write(folder / "2026" / "ada.md")
    corpus = read(folder / "2025" / "ada.md", folder / "2026" / "ada.md", start=folder.parent)
    assert len(corpus.files) == 2
    assert corpus.findings == ()


def test_files_given_one_by_one_can_still_be_one_page(folder):
    write(folder / "ada.md")
    write(folder / "ada" / "index.md")
    corpus = read(folder / "ada.md", folder / "ada" / "index.md", start=folder.parent)
    assert [finding.check for finding in corpus.findings] == ["same-address"]


def test_link_out_of_the_folder(folder):
    write(folder.parent / "secret.md")
    (folder / "ada.md").symlink_to("../secret.md")
    assert said(folder) == (
        "interviews/ada.md:1:1: error: the link leads out of the folder, to '../secret.md', so it "
        "is not followed [link-outside]\n"
        "  help: put a copy of the file here instead"
    )
    assert addresses(folder) == []


def test_link_to_a_folder_outside(folder):
    write(folder.parent / "elsewhere" / "ada.md")
    (folder / "more").symlink_to("../elsewhere")
    assert "the link leads out of the folder, to '../elsewhere'" in said(folder)
    assert addresses(folder) == []


def test_link_outside_to_what_is_no_interview_is_of_no_concern(folder):
    write(folder.parent / "photo.png")
    (folder / "photo.png").symlink_to("../photo.png")
    assert said(folder) == ""


def test_link_within_the_folder_is_followed(folder):
    write(folder / "2026" / "ada.md")
    (folder / "ada.md").symlink_to("2026/ada.md")
    assert addresses(folder) == ["2026/ada", "ada"]
    assert said(folder) == ""


def test_link_to_itself(folder):
    (folder / "ada.md").symlink_to("ada.md")
    assert said(folder) == (
        "interviews/ada.md:1:1: error: the link leads in a circle, so it is not followed "
        "[link-in-circles]\n"
        "  help: delete it"
    )


def test_link_to_a_folder_that_holds_it(folder):
    write(folder / "2026" / "ada.md")
    (folder / "2026" / "again").symlink_to("..")
    assert [f.check for f in read(folder, start=folder.parent).findings] == ["link-in-circles"]
    assert addresses(folder) == ["2026/ada"]


def test_link_that_leads_nowhere(folder):
    (folder / "ada.md").symlink_to("gone.md")
    assert said(folder) == (
        "interviews/ada.md:1:1: error: the link leads to 'gone.md', which is not there "
        "[no-such-file]\n"
        "  help: delete it, or put the file there"
    )


def test_named_pipe_is_not_opened(folder):
    os.mkfifo(folder / "ada.md")
    assert said(folder) == (
        "interviews/ada.md:1:1: error: this is a named pipe, not a file [not-a-file]\n"
        "  help: put an ordinary file in its place"
    )
    assert read(folder / "ada.md", start=folder.parent).findings[0].check == "not-a-file"


def test_socket_is_not_opened(folder, monkeypatch):
    monkeypatch.chdir(folder)  # addresses of sockets are short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("ada.md")
        assert "this is a socket, not a file" in said(folder)


def test_device_is_not_read():
    [finding] = read(Path(os.devnull), start=Path("/")).findings
    assert finding.message == "this is a device, not a file"


def test_folder_named_like_a_page(folder):
    write(folder / "x.md" / "ada.md")
    assert said(folder) == (
        "interviews/x.md:1:1: warning: this is a folder, though its name ends in .md "
        "[folder-named-md]\n"
        "  help: rename it; the files in it are read all the same"
    )
    assert addresses(folder) == ["x.md/ada"]


def test_name_that_is_no_text(folder):
    write(folder / os.fsdecode(b"ada\xff.md"))
    write(folder / os.fsdecode(b"year\xff") / "ada.md")
    assert said(folder) == (
        "interviews/ada?.md:1:1: error: the name of the file is not UTF-8, so no page can be named "
        "after it [unreadable-name]\n"
        "  help: rename it with plain letters, digits and hyphens\n"
        "\n"
        "interviews/year?:1:1: error: the name of the file is not UTF-8, so no page can be named "
        "after it [unreadable-name]\n"
        "  help: rename it with plain letters, digits and hyphens"
    )
    assert addresses(folder) == []


def test_name_that_is_no_text_given_by_itself(folder):
    path = folder / os.fsdecode(b"ada\xff.md")
    write(path)
    assert [f.check for f in read(path, start=folder.parent).findings] == ["unreadable-name"]


def test_link_whose_target_is_no_text(folder):
    write(folder.parent / "secret.md")
    (folder.parent / os.fsdecode(b"s\xff.md")).symlink_to("secret.md")
    (folder / "ada.md").symlink_to(os.fsdecode(b"../s\xff.md"))
    message = read(folder, start=folder.parent).findings[0].message
    assert message == "the link leads out of the folder, to '../s?.md', so it is not followed"


def test_file_that_cannot_be_opened(folder, monkeypatch):
    write(folder / "ada.md")
    write(folder / "bo.md")

    def refuse(path, mode):
        if path.endswith("ada.md"):
            raise PermissionError(13, "Permission denied", path)
        return Path(path).open(mode)

    monkeypatch.setattr(source_file_module, "open", refuse, raising=False)
    ada, bo = read(folder, start=folder.parent).files
    assert render_findings(ada.findings) == (
        "interviews/ada.md:1:1: error: it cannot be read: Permission denied [unreadable-file]\n"
        "  help: make it readable for yourself, and try again\n\n"
    )
    assert bo.interview.name == "Ada Okafor"


def test_folder_that_cannot_be_opened(folder, monkeypatch):
    write(folder / "2026" / "ada.md")
    write(folder / "bo.md")
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("2026"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert said(folder) == (
        "interviews/2026:1:1: error: it cannot be read: Permission denied [unreadable-file]\n"
        "  help: make it readable for yourself, and try again"
    )
    assert addresses(folder) == ["bo"]


def test_path_that_leads_nowhere(folder):
    [finding] = read(folder / "gone.md", start=folder.parent).findings
    assert (finding.place.path, finding.check) == ("interviews/gone.md", "no-such-file")


def test_path_that_is_a_link_in_circles(folder):
    (folder / "ada.md").symlink_to("ada.md")
    [finding] = read(folder / "ada.md", start=folder.parent).findings
    assert finding.check == "unreadable-file"


def test_folders_nested_deeper_than_anyone_needs(folder, monkeypatch):
    deep = folder
    for _ in range(60):
        deep = deep / "a"
    deep.mkdir(parents=True)
    write(folder / "ada.md")
    write(deep / "bo.md")
    [finding] = read(folder, start=folder.parent).findings
    assert finding.message == "it cannot be read: folders are nested more than 50 deep"
    assert addresses(folder) == ["ada"]


def test_file_larger_than_a_write_up_can_be(folder):
    data = TEXT.encode() + b"x" * LARGEST_FILE
    (folder / "ada.md").write_bytes(data)
    [file] = read(folder, start=folder.parent).files
    assert render_findings(file.findings) == (
        f"interviews/ada.md:1:1: error: the file has {len(data):,} bytes; a write-up "
        f"may have {LARGEST_FILE:,} [file-too-large]\n"
        "  help: keep the conversation here and put recordings and long material elsewhere\n\n"
    )


def test_a_hundred_findings_of_a_kind_stand_for_all(folder):
    write(folder / "ada.md", TEXT + "a\x01\n" * 150 + "\ufffd\n")
    [file] = read(folder, start=folder.parent).files
    assert len(file.findings) == 102
    [rest] = [f for f in file.findings if f.check == "more-of-the-same"]
    assert rest.message == "50 more findings of control-character follow in this file"
    assert rest.severity == "warning"
    assert rest.place.line == 106
    assert file.findings[-1].check == "damaged-character"


def test_paths_outside_the_start_are_shown_relative_to_it(folder):
    write(folder / "ada.md", "no front matter\n")
    start = folder.parent / "elsewhere"
    start.mkdir()
    [file] = read(folder, start=start).files
    assert file.findings[0].place.path == "../interviews/ada.md"


def test_progress_is_told_for_each_file(folder):
    for name in "abc":
        write(folder / f"{name}.md")
    told = []
    read_corpus([folder], TODAY, progress=lambda done, of: told.append((done, of)))
    assert told == [(0, 3), (1, 3), (2, 3)]
