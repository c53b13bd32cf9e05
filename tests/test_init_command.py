"""A whole portfolio from one command: what it asks, writes, leaves, and says afterwards."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.utils import yaml_load

from shoptalk import __version__
from shoptalk.cli import main
from shoptalk.editors.files import TEMPORARY, editor_files
from shoptalk.outreach.outreach_file import read_outreach
from shoptalk.outreach.request import NO_OUTREACH
from shoptalk.rubric.rubric_faults import DEFAULT_COURSE
from shoptalk.starter.pins import requirement
from shoptalk.starter.portfolio_files import PYTHON, portfolio_files
from shoptalk.starter.start import rubric_text

HOME = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "init"
TITLE = "What work is like"
MADE = portfolio_files(TITLE, DEFAULT_COURSE)


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder, as the working directory."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shoptalk.commands.init.is_terminal", lambda: True)


def init(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["init", *arguments], input=typed)


def files(folder: str = "mine") -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file()
    }


def test_it_says_what_it_writes(golden):
    done = init("mine", "--yes")
    assert done.exit_code == 0
    golden(GOLDEN / "says.txt", done.output)
    said = re.findall(r"^wrote: mine/(.+)$", done.output, re.MULTILINE)
    assert {*said, "private/.gitignore"} == set(files())


def test_the_check_says_what_is_missing(golden, monkeypatch):
    init("mine", "--yes")
    monkeypatch.chdir("mine")
    done = CliRunner().invoke(main, ["check"])
    assert done.exit_code == 1
    golden(GOLDEN / "is-missing.txt", done.output)


def test_a_strict_build_says_so_too_and_a_plain_one_builds():
    init("mine", "--yes")
    build = [sys.executable, "-m", "mkdocs", "build"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    environment["SITE_URL"] = "https://example.org/mine/"
    strict, plain = (
        subprocess.run(
            [*build, *option], cwd="mine", env=environment, capture_output=True, text=True
        )
        for option in (["--strict"], [])
    )
    assert strict.returncode == 1
    assert "warning: 'title' still says 'TODO'" in strict.stderr
    assert plain.returncode == 0, plain.stderr
    page = Path("mine/site/index.html").read_text(encoding="utf-8")
    assert f"<h1>{TITLE}" in re.sub(r"<h1[^>]*>", "<h1>", page)
    assert '<link rel="canonical" href="https://example.org/mine/">' in page


def test_the_rubric_is_that_of_the_course():
    init("mine", "--yes", "--course", "epicodus")
    assert Path("mine/rubric.yml").read_text(encoding="utf-8") == rubric_text("epicodus")


def test_a_template_has_no_write_up_and_nothing_to_mend(monkeypatch: pytest.MonkeyPatch):
    assert init("mine", "--yes", "--no-interview").exit_code == 0
    assert {*files()} == {*MADE, *editor_files(), "interviews/.gitkeep"}
    assert init("other", "--no-interview", "--name", "Ada Invented").exit_code == 2
    assert not Path("other").exists()
    monkeypatch.chdir("mine")
    done = CliRunner().invoke(main, ["check", "--strict"])
    assert (done.exit_code, done.output) == (
        0,
        "0 interviews: nothing to mend\n",
    )


@pytest.mark.usefixtures("terminal")
def test_about_a_template_two_questions_are_asked():
    done = init("mine", "--no-interview", typed="Tides\nepicodus\n")
    assert done.exit_code == 0
    assert done.output.count("?") == 2


def test_editors_are_told_as_by_their_own_command():
    init("mine", "--yes")
    written = files()
    assert {name: text.encode() for name, text in editor_files().items()}.items() <= written.items()


# Questions


@pytest.mark.usefixtures("terminal")
def test_four_questions_are_asked():
    typed = "Tides: and bread\nepicodus\nAda Invented\nA tide reader\n"
    done = init("mine", typed=typed)
    assert done.exit_code == 0, done.output
    assert done.output.count("?") == 4
    assert yaml_load(Path("mine/mkdocs.yml").read_text())["site_name"] == "Tides: and bread"
    for page in ("docs/index.md", "README.md"):
        assert "\n# Tides: and bread\n" in f"\n{Path('mine', page).read_text(encoding='utf-8')}"
    assert "\nextends: epicodus\n" in Path("mine/rubric.yml").read_text()
    assert "\nalias: A tide reader\n" in Path("mine/interviews/a-tide-reader.md").read_text()
    assert "\nname: Ada Invented\n" in Path("mine/private/a-tide-reader.yml").read_text()


@pytest.mark.usefixtures("terminal")
def test_an_answer_that_is_none_is_asked_for_again():
    typed = '...\nTides\noxford\nepicodus\n\x1b\nAda Invented\nAda I.\nA "tide" reader: nights\n'
    done = init("mine", typed=typed)
    assert done.exit_code == 0, done.output
    for said in ("no text that could stand above", "'oxford' is not one of", "give the person's"):
        assert done.output.count(said) == 1
    assert done.output.count("the alias 'Ada I.' names the person") == 1
    (written,) = Path("mine/interviews").iterdir()
    front = written.read_text().split("---\n")[1]
    assert yaml_load(front)["alias"] == 'A "tide" reader: nights'


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("typed", ["", "Tides\n", "Tides\n\nAda Invented\n"])
def test_nothing_is_written_if_somebody_stops(typed: str):
    done = init("mine", typed=typed)
    assert done.exit_code == 1
    assert done.output.endswith("\nError: stopped before anything was written\n")
    assert not Path("mine").exists()


@pytest.mark.usefixtures("terminal")
def test_enter_leaves_open_what_is_not_known():
    asked = init("mine", typed="\n\n\n")
    assert asked.exit_code == 0, asked.output
    assert "may stand for the name" not in asked.output
    init("other", "--yes")
    assert files("mine") == files("other")


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    "told",
    [
        ["--yes"],
        ["--title", "T", "--course", "epicodus", "--name", "Ada Invented", "--alias", "A baker"],
    ],
)
def test_what_an_option_says_is_not_asked(told: list[str]):
    done = init("mine", *told)
    assert done.exit_code == 0
    assert "?" not in done.output


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (["--course", "oxford"], "there is no built-in rubric 'oxford'; choose one of these"),
        (["--name", "..."], "give the person's name"),
        (["--title", "\x1b"], "the title is no text"),
        (["--name", "Ada Invented", "--alias", "Ada I."], "names the person"),
    ],
)
def test_nothing_is_written_for_an_answer_that_is_none(told: list[str], said: str):
    done = init("mine", "--yes", *told)
    assert done.exit_code == 2
    assert said in done.output
    assert not Path("mine").exists()


@pytest.mark.parametrize(
    "title", ["yes", "12:30", "!ENV HOME", "A # day", '"Quoted"', "{a}", "- b"]
)
def test_any_title_is_taken_as_it_is(title: str):
    init("mine", "--yes", "--title", title)
    assert yaml_load(Path("mine/mkdocs.yml").read_text())["site_name"] == title
    assert f"\n# {title}\n" in Path("mine/docs/index.md").read_text()


# What is there already


def test_what_is_there_is_left_and_named():
    Path("mine").mkdir()
    Path("mine/README.md").write_text("My own.\n")
    done = init("mine", "--yes")
    assert done.exit_code == 1
    assert "left as it was: mine/README.md\n" in done.output
    assert done.output.count("left as it was") == 1
    assert files()["README.md"] == b"My own.\n"
    assert set(MADE) <= set(files())


@pytest.mark.parametrize(
    ("rubric", "said"),
    [
        ("extends: epicodus\n", "The course epicodus still holds, by mine/rubric.yml"),
        ("criteria: []\n", "Criteria of your own still hold, by mine/rubric.yml"),
        ("extends: two-requests\ntitle: Ours\n", ""),
    ],
)
def test_a_rubric_that_is_left_says_which_course_holds(rubric: str, said: str):
    Path("mine").mkdir()
    Path("mine/rubric.yml").write_text(rubric)
    done = init("mine", "--yes", "--course", "two-requests")
    assert done.exit_code == 1
    assert ("still hold" in done.output) is bool(said)
    assert said in done.output
    assert ("write `extends: two-requests` into it" in done.output) is bool(said)


def test_a_second_time_changes_nothing():
    init("mine", "--yes")
    Path("mine/interviews/first-conversation.md").rename("mine/interviews/a-nurse.md")
    before = files()
    again = init("mine", "--yes")
    assert again.exit_code == 0
    assert "wrote" not in again.output
    assert files() == before


def test_a_name_in_private_is_left_though_its_write_up_is_gone():
    init("mine", "--yes")
    Path("mine/interviews/first-conversation.md").unlink()
    again = init("mine", "--yes")
    assert again.exit_code == 1
    assert re.search(r"^left as it was: .*first-conversation\.yml$", again.output, re.MULTILINE)


@pytest.mark.parametrize("folder", ["my talks/über das Meer", "Talks (2026) & more's"])
def test_any_folder_will_do(folder: str):
    done = init(folder, "--yes", "--name", "王小明", "--alias", "护士 🎉")
    assert done.exit_code == 0, done.output
    assert f", in {folder}:" in done.output
    (written,) = Path(folder, "interviews").iterdir()
    assert "\nalias: 护士 🎉\n" in written.read_text("utf-8")
    assert "\nname: 王小明\n" in Path(folder, "private", f"{written.stem}.yml").read_text("utf-8")


def test_a_repository_with_files_is_a_folder_too():
    Path("mine/docs").mkdir(parents=True)
    Path("mine/docs/index.md").write_text("# My own\n")
    Path("mine/notes.txt").write_text("My own.\n")
    subprocess.run(["git", "init", "-q", "."], cwd="mine", check=True)
    done = init("mine", "--yes")
    assert done.exit_code == 1
    assert re.findall("left as it was: (.+)", done.output) == ["mine/docs/index.md"]
    assert "To have such a file made anew, rename it" in done.stderr
    listed = subprocess.run(
        ["git", "status", "--porcelain", "-uall"], cwd="mine", capture_output=True, text=True
    )
    assert "mine/private" not in listed.stdout
    assert "?? rubric.yml" in listed.stdout


def test_a_workflow_that_github_will_not_see_is_named():
    assert "does nothing here" not in init("alone", "--yes").stderr
    subprocess.run(["git", "init", "-q", "."], check=True)
    done = init("mine", "--yes")
    assert done.exit_code == 0
    assert ".github/workflows/pages.yml does nothing here" in done.stderr
    subprocess.run(["git", "init", "-q", "mine"], check=True)
    assert "does nothing here" not in init("mine", "--yes").stderr


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="everything may be written then"
)
def test_a_folder_that_may_not_be_written_is_named():
    Path("mine").mkdir(mode=0o500)
    done = init("mine", "--yes")
    assert done.exit_code == 1
    assert "cannot write mine/mkdocs.yml: Permission denied" in done.output


def test_here_is_a_folder_too():
    done = init(".", "--yes")
    assert done.exit_code == 0
    assert "wrote: mkdocs.yml\n" in done.output
    assert "\nNext:\n" in done.output


def test_a_file_is_written_whole_or_not_at_all(monkeypatch):
    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", full)
    done = init("mine", "--yes")
    assert done.exit_code == 1
    assert "cannot write mine/mkdocs.yml: No space left on device" in done.output
    assert files() == {}


def test_a_folder_that_cannot_be_made_is_named():
    Path("mine").mkdir()
    Path("mine/docs").write_text("a file")
    done = init("mine", "--yes")
    assert done.exit_code == 1
    assert "cannot write mine/docs: " in done.output
    assert not [name for name in files() if name.endswith(TEMPORARY)]


@pytest.mark.parametrize("own", ["", "*.tmp\n"])
def test_git_leaves_private_out(own: str):
    Path("mine").mkdir()
    if own:
        Path("mine/.gitignore").write_text(own)
    init("mine", "--yes", "--name", "Ada Invented")
    subprocess.run(["git", "init", "-q", "."], cwd="mine", check=True)
    subprocess.run(["git", "add", "."], cwd="mine", check=True)
    taken = subprocess.run(["git", "grep", "-il", "--cached", "invented"], cwd="mine")
    assert taken.returncode == 1
    listed = subprocess.run(["git", "ls-files"], cwd="mine", capture_output=True, text=True)
    assert "interviews/first-conversation.md\n" in listed.stdout
    assert "private/" not in listed.stdout


def test_the_list_of_requests_is_read_without_a_finding_and_stays_where_it_was_moved():
    init("mine", "--yes")
    home = Path("mine")
    requests, findings = read_outreach(home, home, [], date.today())
    assert (requests, findings) == (NO_OUTREACH, [])
    (home / "private/outreach.yml").rename(home / "outreach.yml")
    assert "is there already: mine/outreach.yml\n" in init("mine", "--yes").output
    assert not (home / "private/outreach.yml").exists()


# Requirements


def test_what_is_installed_is_pinned():
    pinned = re.findall(r"^([a-z0-9._-]+)==(.+)$", MADE["requirements.txt"], re.MULTILINE)
    assert len(pinned) == len(dict(pinned))
    assert {"mkdocs", "mkdocs-material", "markdown", "click"} <= set(dict(pinned))
    assert "pytest" not in dict(pinned)
    for name, number in pinned:
        assert version(name) == number
    assert f"for Python {PYTHON}." in MADE["requirements.txt"]


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, f"mkdocs-shoptalk=={__version__}"),
        (
            '{"url": "https://example.org/s.git", "vcs_info": {"vcs": "git", "commit_id": "0a1b"}}',
            "mkdocs-shoptalk @ git+https://example.org/s.git@0a1b",
        ),
        (
            '{"url": "https://example.org/s.whl", "archive_info": {}}',
            "mkdocs-shoptalk @ https://example.org/s.whl",
        ),
    ],
)
def test_shoptalk_is_required_from_where_it_came(origin: str | None, line: str):
    assert requirement(origin) == line


@pytest.mark.parametrize(
    "origin",
    ['{"url": "file:///home/ada/shoptalk", "dir_info": {"editable": true}}', "{}"],
)
def test_a_folder_of_one_computer_is_a_todo_and_not_shown(origin: str):
    line = requirement(origin)
    assert line.startswith(f"# TODO: Shoptalk {__version__} was installed from a file or folder")
    assert "ada" not in line
    assert all(one.startswith("#") for one in line.splitlines())


@pytest.mark.parametrize(
    ("origin", "address"),
    [
        ("https://example.org/ada/shoptalk.git", "https://example.org/ada/shoptalk.git"),
        ("https://ada:secret@example.org/shoptalk", "https://example.org/shoptalk"),
        ("git@example.org:ada/shoptalk.git", "https://example.org/ada/shoptalk.git"),
        ("ssh://git@example.org/ada/shoptalk.git", "https://example.org/ada/shoptalk.git"),
    ],
)
def test_a_checkout_is_required_from_where_it_was_cloned(origin: str, address: str, checkout: Path):
    git(checkout, "remote", "add", "origin", origin)
    commit = git(checkout, "rev-parse", "HEAD")
    git(checkout, "update-ref", "refs/remotes/origin/main", commit)
    note = json.dumps({"url": checkout.as_uri(), "dir_info": {}})
    assert requirement(note) == f"mkdocs-shoptalk @ git+{address}@{commit}"


def test_a_checkout_that_nobody_else_has_is_a_todo(checkout: Path):
    note = json.dumps({"url": checkout.as_uri(), "dir_info": {}})
    assert requirement(note).startswith("# TODO")
    git(checkout, "remote", "add", "origin", "https://example.org/shoptalk.git")
    assert requirement(note).startswith("# TODO"), "this commit was not pushed"


def test_a_repository_around_a_folder_is_another(checkout: Path):
    git(checkout, "remote", "add", "origin", "https://example.org/homework.git")
    git(checkout, "update-ref", "refs/remotes/origin/main", git(checkout, "rev-parse", "HEAD"))
    unpacked = checkout / "shoptalk"
    unpacked.mkdir()
    note = json.dumps({"url": unpacked.as_uri(), "dir_info": {}})
    assert requirement(note).startswith("# TODO")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "a checkout"
    folder.mkdir()
    git(folder, "init", "-q")
    git(folder, "commit", "-q", "--allow-empty", "-m", "Begin")
    return folder


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=Ada Invented", "-c", "user.email=ada@example.org"]
    done = subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


# The example of this repository


def example(name: str) -> str:
    return (HOME / name).read_text(encoding="utf-8")


def test_the_settings_of_the_example_are_those():
    own, starter = yaml_load(example("mkdocs.yml")), yaml_load(MADE["mkdocs.yml"])
    search, shoptalk = own.pop("plugins")
    assert [search, *shoptalk] == starter.pop("plugins")
    assert starter.items() <= own.items()


def test_git_ignores_in_the_example_what_it_ignores_there():
    lines = [line for line in MADE[".gitignore"].splitlines() if line and line[0] != "#"]
    assert lines
    assert set(lines) <= set(example(".gitignore").splitlines())


def test_the_home_page_of_the_example_has_the_same_parts():
    parts = re.findall(r"^(?:## .+|<!-- .+ -->)$", MADE["docs/index.md"], re.MULTILINE)
    own = re.findall(r"^(?:## .+|<!-- .+ -->)$", example("docs/index.md"), re.MULTILINE)
    assert len(parts) == 8
    assert [part for part in own if part in parts] == parts
