"""`shoptalk pdf`: what it says where it cannot print, and how it writes."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shoptalk.cli import main
from shoptalk.commands import browsers
from shoptalk.commands.browsers import PrintingError, find_browser, print_page, usual_places

CONFIG = """\
site_name: Conversations
theme: {name: material, font: false}
plugins: [search, shoptalk]
"""
ADA = "---\nname: Ada Invented\nconsent: {name: true}\n---\n\nWe met.\n"
PRINTS = """\
#!{python}
import sys
from pathlib import Path
options = dict(word.partition("=")[::2] for word in sys.argv[1:])
Path("called.txt").write_text("\\n".join(sys.argv[1:]))
Path(options["--print-to-pdf"]).write_bytes(b"%PDF-1.4 made")
"""
PRINTS_A_TREE = (
    PRINTS
    + """\
tree = "14 0 obj\\n<</Type /Pages /Kids [2 0 R 7 0 R]>>\\nendobj /part-1 [7 0 R /XYZ 0 0 0]"
Path(options["--print-to-pdf"]).write_text("%PDF-1.4\\n" + tree)
Path("printed.html").write_text(Path(sys.argv[-1].removeprefix("file://")).read_text())
"""
)
FAILS = "#!{python}\nraise SystemExit('the display is gone')\n"


@pytest.fixture
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with one interview."""
    folder = tmp_path / "portfolio"
    (folder / "docs").mkdir(parents=True)
    (folder / "interviews").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG)
    (folder / "docs" / "index.md").write_text("# Home\n")
    (folder / "interviews" / "ada.md").write_text(ADA)
    monkeypatch.chdir(folder)
    return folder


def browser(folder: Path, program: str = PRINTS) -> str:
    """A program that takes what a browser takes."""
    path = folder.parent / "browser"
    path.write_text(program.format(python=sys.executable))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def pdf(*options: str) -> Result:
    return CliRunner().invoke(main, ["pdf", *options])


def test_it_is_printed_without_asking_another_host(portfolio: Path):
    done = pdf("--browser", browser(portfolio))
    assert (done.exit_code, done.output) == (0, "Printed portfolio.pdf.\n")
    assert (portfolio / "portfolio.pdf").read_bytes() == b"%PDF-1.4 made"
    called = (portfolio / "called.txt").read_text().splitlines()
    assert {"--host-resolver-rules=MAP * ~NOTFOUND", "--generate-pdf-document-outline"} <= {*called}
    assert called[-1].startswith("file://")
    assert not (portfolio / "site").exists()
    assert not list(portfolio.glob(".~*"))


def test_the_second_time_it_is_printed_with_the_numbers_of_its_pages(portfolio: Path):
    assert pdf("--browser", browser(portfolio, PRINTS_A_TREE)).exit_code == 0
    numbered = '#contents a[href="#part-1"]::after { content: "2"; visibility: visible; }'
    assert numbered in (portfolio / "printed.html").read_text()


def test_the_instructors_edition_has_a_name_of_its_own_and_stays_out_of_git(portfolio: Path):
    subprocess.run(["git", "init", "-q"], check=True)
    options = ("--edition", "instructor", "--browser", browser(portfolio))
    done = pdf(*options)
    assert done.exit_code == 0
    assert done.stdout == "Printed portfolio-instructor.pdf.\n"
    assert "put a line `portfolio-instructor.pdf` into .gitignore" in done.stderr
    (portfolio / ".gitignore").write_text("portfolio-instructor.pdf\n")
    assert pdf(*options).stderr == ""


def test_a_browser_that_prints_nothing_leaves_what_was_there(portfolio: Path):
    (portfolio / "mine.pdf").write_text("before")
    done = pdf("--out", "mine.pdf", "--browser", browser(portfolio, FAILS))
    assert done.exit_code == 1
    assert "printed nothing:\n  the display is gone" in done.stderr
    assert (portfolio / "mine.pdf").read_text() == "before"


def test_a_file_that_cannot_be_written_is_named(portfolio: Path):
    done = pdf("--out", "no/such.pdf", "--browser", browser(portfolio))
    assert done.exit_code == 1
    assert "cannot write no/such.pdf: No such file or directory" in done.stderr


def test_without_settings_nothing_is_built(portfolio: Path):
    (portfolio / "mkdocs.yml").unlink()
    done = pdf("--browser", browser(portfolio))
    assert done.exit_code == 2
    assert "there is no mkdocs.yml here" in done.stderr


def test_without_the_folder_of_own_pages_it_says_what_to_do(portfolio: Path):
    (portfolio / "docs" / "index.md").unlink()
    (portfolio / "docs").rmdir()
    done = pdf("--browser", browser(portfolio))
    assert (done.exit_code, done.stderr) == (
        1,
        "Error: make the folder docs/ first; it may stay empty, but MkDocs does not go without\n",
    )
    (portfolio / "docs").mkdir()
    assert pdf("--browser", browser(portfolio)).exit_code == 0


def test_without_the_plugin_there_is_nothing_to_print(portfolio: Path):
    (portfolio / "mkdocs.yml").write_text(CONFIG.replace(", shoptalk", ""))
    done = pdf("--browser", browser(portfolio))
    assert done.exit_code == 1
    assert "`plugins` in mkdocs.yml does not name shoptalk" in done.stderr


def test_a_build_that_fails_says_why(portfolio: Path):
    (portfolio / "docs" / "index.md").write_text("# Home\n\nBea Quillfeather was there, too.\n")
    hidden = ADA.replace("Ada Invented", "Bea Quillfeather").replace("name: true", "name: false")
    (portfolio / "interviews" / "bea.md").write_text(hidden)
    done = pdf("--browser", browser(portfolio))
    assert done.exit_code == 1
    assert "Bea Quillfeather" in done.stderr
    assert "[leak]" in done.stderr
    assert done.stderr.endswith("the site could not be built, so nothing was printed\n")
    assert not (portfolio / "portfolio.pdf").exists()


def test_without_a_browser_it_says_which_to_install(
    portfolio: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", "")
    done = pdf()
    assert done.exit_code == 1
    assert "there is no Chromium, Chrome or Edge here" in done.stderr
    assert "--browser" in done.stderr


def test_a_browser_is_found_by_its_name_and_in_its_usual_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    program = tmp_path / "Chromium.app" / "Contents" / "MacOS" / "Chromium"
    program.parent.mkdir(parents=True)
    program.touch(0o755)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(browsers, "usual_places", lambda *_: iter([tmp_path / "none", program]))
    assert find_browser() == str(program)
    program.rename(tmp_path / "chromium")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_browser() == str(tmp_path / "chromium")


def test_systems_keep_browsers_in_usual_places():
    on_a_mac = [path.as_posix() for path in usual_places("darwin", {"HOME": "/Users/mo"})]
    assert "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" in on_a_mac
    assert "/Users/mo/Applications/Chromium.app/Contents/MacOS/Chromium" in on_a_mac
    on_windows = [str(path) for path in usual_places("win32", {"PROGRAMFILES": r"C:\Programs"})]
    assert r"C:\Programs\Microsoft\Edge\Application\msedge.exe" in on_windows
    assert list(usual_places("linux", {})) == []


def test_a_browser_that_cannot_start_or_hangs_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    places = (tmp_path / "page.html", tmp_path / "made.pdf", tmp_path / "profile")
    with pytest.raises(PrintingError, match=r"cannot start .*nothing: No such file"):
        print_page(str(tmp_path / "nothing"), *places)
    monkeypatch.setattr(browsers, "PATIENCE", 0.2)
    slow = browser(tmp_path / "x", "#!{python}\nimport time\ntime.sleep(20)\n")
    with pytest.raises(PrintingError, match="printed nothing within"):
        print_page(slow, *places)
