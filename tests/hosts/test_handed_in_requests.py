"""The instructor's edition holds what was asked of whom, and is graded as the portfolio is."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from shoptalk.classes.handed_in import handed_in
from shoptalk.classes.together import ClassWork, grade_one
from shoptalk.outreach.outreach_file import read_outreach
from shoptalk.reading.decoding import LARGEST_FILE
from shoptalk.rubric.class_grades import Student

from .conftest import ADA, CONFIG, Folder, Preview, text_of

TODAY = date(2026, 11, 22)
RUBRIC = """\
criteria:
  - {id: asked, title: Asked, scope: portfolio, checks: [missing-record: {record: request}]}
  - {id: peers, title: Heard, scope: portfolio, points: 3, checks: [missing-feedback]}
  - {id: reminded, title: Reminded, scope: portfolio, points: 2, checks: [missing-reminder]}
  - {id: stayed, title: Stayed, scope: portfolio, points: 2, checks: [missing-check-in]}
  - {id: answered, title: Replied, scope: portfolio, points: 2, checks: [unanswered-reply]}
  - {id: followed, title: Followed, scope: portfolio, points: 2, checks: [unfollowed-referral]}
  - {id: short, title: Short, points: 2, checks: [long-message: {at_most: 20}]}
  - {id: agreed, title: Agreed, points: 4, checks: [missing-record: {record: appointment}]}
  - {id: thanks, title: Thanked, points: 4, checks: [late-thank-you]}
  - {id: kept, title: Kept, points: 1, checks: [length-not-kept]}
"""
LETTER = "could we talk for 25 minutes? Write to noor@kiln.example.com, or call +44 20 7946 0958."
REQUESTS = f"""\
me: {{name: Noor Invented}}
requests:
  - name: Ada Invented
    organization: Umbrathex
    route: warm
    introduced_by: Mei Quarrington
    subject: Tides
    message: "Dear Ada, {LETTER} # no comment"  # in private: ada@umbrathex.example.com
    feedback: [{{who: Mina, on: 2026-02-20, comment: 'Say why, +44 20 7946 0999.'}}]
    sent: 2026-03-01
    answer: accepted
    answered: 2026-03-02
    appointment: {{on: 2026-03-14, minutes: 25, place: 'https://meet.example.com/vexquay'}}
    thanked: 2026-03-15
    connected: 2026-03-16
    referrals: [Zebulon Quarrington]
  - {{name: Zebulon Quarrington, sent: 2026-03-20, message: 'Dear Zebulon, {LETTER}'}}
  - {{name: Dan Draftly, sent: 2026-10-01, answer: accepted, answered: 2026-10-02}}
"""
ADDRESSES = ("kiln", "7946", "umbrathex.example", "meet.example", "vexquay")


def write(path: Path, settings: str = "") -> Folder:
    folder = Folder(path)
    folder.write("mkdocs.yml", CONFIG.replace("shoptalk]", f"shoptalk: {{{settings}}}]"))
    folder.write("docs/index.md", "# Home\n")
    folder.write("rubric.yml", RUBRIC)
    folder.write("interviews/ada.md", ADA)
    folder.write("interviews/dan.md", "---\nname: Dan Draftly\ndraft: true\n---\n\nTODO\n")
    folder.write("private/outreach.yml", REQUESTS)
    return folder


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    folder = write(tmp_path_factory.mktemp("handed"))
    for edition in ("public", "instructor"):
        done = folder.build(SHOPTALK_EDITION=edition)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


def graded(folder: Folder, path: str) -> Student:
    work = ClassWork(rubric="", with_scores=False, here=folder.path, today=TODAY)
    return grade_one(handed_in(folder.path / path, folder.path), work)


def test_the_archive_has_the_grades_of_the_portfolio(both: Folder) -> None:
    own, packed = graded(both, "."), graded(both, "site-instructor.zip")
    assert [cell[:-1] for cell in packed.cells] == [cell[:-1] for cell in own.cells]
    assert (packed.total, packed.errors, packed.interviews) == (own.total, own.errors, 1)
    assert packed.notes == own.notes
    assert {cell.criterion for cell in packed.cells if cell.open} == set()
    people = {line.person for cell in packed.cells for line in cell.evidence}
    assert {"Ada Invented", "Zebulon Quarrington"} <= people


def test_the_page_has_the_same_grades(both: Folder) -> None:
    page = text_of((both.path / "site-instructor/rubric/index.html").read_text("utf-8"))
    packed = graded(both, "site-instructor.zip")
    for cell in packed.cells:
        assert f"{cell.title} {'✓' if cell.met == cell.asked else '✗'}" in page.replace(" ¶", "")
    assert f"{packed.total.earned:g} of {packed.total.possible:g} points" in page


def test_no_address_is_in_the_edition(both: Folder) -> None:
    site = both.path / "site-instructor"
    for path in site.rglob("*"):
        text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
        assert [one for one in ADDRESSES if one in text] == [], path
    page = (site / "outreach/index.html").read_text("utf-8")
    assert "Write to x@x.x.x, or call +0 0 0 0." in text_of(page)
    with zipfile.ZipFile(both.path / "site-instructor.zip") as archive:
        assert "site-instructor/handed-in/outreach.yml" in archive.namelist()


def test_of_a_draft_there_is_only_that_it_is_one(both: Folder) -> None:
    stub = both.path / "site-instructor/handed-in/interviews/dan.md"
    assert stub.read_text("utf-8") == '---\nname: "Dan Draftly"\ndraft: true\n---\n'


def test_the_rubric_and_the_conversation_lead_to_the_row(both: Folder) -> None:
    site = both.path / "site-instructor"
    row = '<a href="../outreach/index.html#request-'
    rubric = (site / "rubric/index.html").read_text("utf-8")
    assert f'{row}1">Ada Invented</a>' in rubric
    assert f'{row}2">Zebulon Quarrington</a>' in rubric
    assert f'{row}1">How it came about</a>' in (site / "interviews/ada.html").read_text("utf-8")
    page = (site / "outreach/index.html").read_text("utf-8")
    assert '<tr id="request-1">' in page
    assert '<a href="../interviews/ada.html">Ada Invented</a>' in page


def test_nothing_of_it_is_in_the_public_edition(both: Folder) -> None:
    assert not list(both.path.glob("site/**/handed-in*"))
    for path in both.path.glob("site/**/*.html"):
        text = path.read_text("utf-8")
        for word in ("How it came about", "Request by request", "request-1", "Quarrington"):
            assert word not in text, path


def test_the_list_can_be_kept_back(tmp_path: Path) -> None:
    folder = write(tmp_path, "hand_in_outreach: false")
    done = folder.build(SHOPTALK_EDITION="instructor")
    assert done.returncode == 0, done.stderr
    assert "site-instructor.zip, without outreach.yml" in done.stderr
    site = folder.path / "site-instructor"
    assert not (site / "outreach").exists()
    assert not list(site.rglob("outreach.yml"))
    for path in site.rglob("*.html"):
        assert "Quarrington" not in path.read_text("utf-8"), path
    packed = {cell.criterion: cell for cell in graded(folder, "site-instructor.zip").cells}
    assert packed["asked"].open == packed["agreed"].open == 1
    rubric = text_of((site / "rubric/index.html").read_text("utf-8"))
    assert "Before and after" not in rubric


def test_the_build_says_what_is_handed_in(tmp_path: Path) -> None:
    done = write(tmp_path).build(SHOPTALK_EDITION="instructor")
    assert "site-instructor.zip, with 3 requests from outreach.yml" in done.stderr
    assert "`hand_in_outreach: false` keeps them back" in done.stderr


def test_a_long_list_is_handed_in_whole(tmp_path: Path) -> None:
    folder = write(tmp_path)
    many = "".join(
        f"  - {{name: Q{number} Invented, sent: 2026-11-20, message: '{'word ' * 200}'}}\n"
        for number in range(300)
    )
    folder.write("private/outreach.yml", REQUESTS + many)
    assert folder.build(SHOPTALK_EDITION="instructor").returncode == 0
    handed = folder.path / "site-instructor/handed-in"
    assert (handed / "outreach.yml").stat().st_size > LARGEST_FILE
    assert len(read_outreach(handed, handed, ["ada", "dan"], TODAY)[0].entries) == 303
    own, packed = graded(folder, "."), graded(folder, "site-instructor.zip")
    assert (own.why_not, packed.why_not) == ("", "")
    assert [cell[:-1] for cell in packed.cells] == [cell[:-1] for cell in own.cells]


def test_the_preview_shows_the_rows_with_true_names(preview: Preview) -> None:
    write(preview.folder.path)
    page = preview.wait_for("outreach/", lambda page: "Request by request" in page)
    assert "Zebulon Quarrington" in page
    assert "7946" not in page
    preview.wait_for("interviews/ada/", lambda page: "How it came about" in page)


def test_a_list_that_cannot_be_read_is_not_left_out_in_silence(tmp_path: Path) -> None:
    folder = write(tmp_path)
    folder.write("private/outreach.yml", REQUESTS.replace("requests:", "requests"))
    done = folder.build()
    assert done.returncode == 1
    assert (
        "outreach.yml cannot be read as a whole, so who is named there could not be" in done.stderr
    )
    assert folder.build(SHOPTALK_EDITION="instructor").returncode == 0
    done = folder.build("--strict", SHOPTALK_EDITION="instructor")
    assert done.returncode == 1
    assert "without outreach.yml, which cannot be read" in done.stderr


def test_a_request_that_was_left_out_is_not_left_out_in_silence(tmp_path: Path) -> None:
    folder = write(tmp_path)
    folder.write("private/outreach.yml", f"{REQUESTS}  - {{organization: Harbor}}\n")
    assert "so who is named there could not be searched for" in folder.build().stderr
    done = folder.build(SHOPTALK_EDITION="instructor")
    assert "not all of them: the others cannot be read, with 3 requests" in done.stderr
