"""Every command that README, guide and CONTRIBUTING show is run, in the order of its page."""

import os
import re
import shutil
from itertools import groupby
from pathlib import Path

import pytest
from reader import ANSWERED, BEFORE, BIN, EXIT_CODES, NOT_RUN, PLACEHOLDERS, Reader, install
from shown import HOME, PAGES, STARTER, Step, from_powershell, steps

COMMANDS = "docs/guide/commands.md"

FROM_A_CHECKOUT = {"README.md", "CONTRIBUTING.md", "docs/guide/publishing.md"}
"""These are followed from a checkout of the repository, from the first line to the last."""

INIT = 'shoptalk init . --yes --name "Rosalind Okafor" --alias "A data engineer"'

FROM_NOTHING = {"docs/guide/index.md", STARTER}
"""These are followed from an empty folder, and from a portfolio that `init` made."""

REQUESTS = "docs/guide/outreach.md"
STEPS = sorted(page for page in PAGES if re.match(r"docs/guide/\d-", page))
"""These are followed one after the other, in one portfolio."""

GRADED = """\
title: A course
criteria:
  - {id: reflection, title: Reflection, levels: [{label: Target, points: 10}]}
  - {id: story, title: Story, points: 3, scope: portfolio}
"""
MADE_HERE = (
    "node_modules",
    ".git",
    ".venv",
    "__pycache__",
    "site",
    ".*_cache",
    ".cache",
    "htmlcov",
)


def checkout(folder: Path) -> Path:
    """A copy of the repository."""
    shutil.copytree(HOME, folder, ignore=shutil.ignore_patterns(*MADE_HERE))
    shutil.copytree(
        HOME / "plugins/shoptalk/site", folder / "plugins/shoptalk/site", dirs_exist_ok=True
    )
    return folder


def commit(reader: Reader) -> None:
    reader.shell(
        "git init --quiet && git add . && git commit --quiet -m Begin"
        " && git remote add origin https://github.com/YOU/REPOSITORY.git"
    )


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's portfolio with all that the guide's commands name, built and committed."""
    folder = tmp_path_factory.mktemp("example") / "portfolio"
    reader = Reader(folder, "the example")
    for name in ("docs", "interviews", "mkdocs.yml", ".gitignore"):
        copy = shutil.copytree if (HOME / name).is_dir() else shutil.copy
        copy(HOME / name, folder / name)
    for name in ("guide", "decisions"):
        shutil.rmtree(folder / "docs" / name)
    (folder / "rubric.yml").write_text(GRADED)
    with (folder / ".gitignore").open("a") as ignored:
        ignored.write("path/\nclass/\nada/\nken/\n")
    install(folder)
    commit(reader)
    reader.shell("mkdocs build")
    for other in ("path/to/portfolio", "path/to/one/portfolio", "path/to/another", "ken"):
        shutil.copytree(folder / "interviews", folder / other / "interviews")
        for name in ("rubric.yml", "mkdocs.yml"):
            shutil.copy(folder / name, folder / other)
    for student in ("ada", "ken"):
        shutil.copytree(folder / "ken", folder / "class" / student)
    shutil.copytree(folder / "interviews", folder / "talks")
    shutil.copy(folder / "rubric.yml", folder / "path/to")
    (folder / "ada/site").mkdir(parents=True)
    shutil.copy(folder / "site/portfolio.json", folder / "ada/site")
    return folder


def shown_on(page: str) -> list[Step]:
    """What a page shows to be run, and files that it says to write."""
    return [
        step for step in steps(PAGES[page]) if step.run or re.fullmatch(r"[\w./-]+", step.write)
    ]


WITH_COMMANDS = [page for page in PAGES if any(step.run for step in shown_on(page))]


@pytest.mark.parametrize("page", sorted(FROM_A_CHECKOUT))
def test_what_is_shown_for_a_checkout_can_be_run(page: str, tmp_path: Path):
    reader = Reader(tmp_path / "shoptalk", page)
    reader.folder.rmdir()
    install(checkout(reader.folder))
    reader.env["PYTHONPATH"] = str(reader.folder / "plugins")
    commit(reader)
    reader.follow(shown_on(page))


@pytest.mark.parametrize("page", sorted(FROM_NOTHING))
def test_what_is_shown_for_a_new_portfolio_can_be_run(page: str, tmp_path: Path):
    reader = Reader(tmp_path / "mine", page)
    if page == STARTER:
        install(reader.folder)
        reader.shell(INIT)
    reader.follow(shown_on(page))


@pytest.mark.parametrize("pages", [STEPS, [REQUESTS]], ids=["steps", REQUESTS])
def test_what_goes_on_from_line_to_line_leads_through_one_portfolio(
    pages: list[str], tmp_path: Path
):
    reader = Reader(tmp_path / "mine", "")
    install(reader.folder)
    reader.shell(INIT)
    for page in pages:
        reader.page = page
        reader.follow(shown_on(page))


@pytest.mark.parametrize(
    "page", sorted({*WITH_COMMANDS} - FROM_A_CHECKOUT - FROM_NOTHING - {*STEPS, REQUESTS})
)
def test_what_a_page_of_the_guide_shows_can_be_run(page: str, tmp_path: Path, example: Path):
    """A block is run in a portfolio of its own, as are the commands in the text below it."""
    shown = [step for step in shown_on(page) if step.run or step.write.startswith(".git/")]
    of_help = page == COMMANDS  # its lines are examples, of which none goes on from another
    for number, (_, together) in enumerate(
        groupby(enumerate(shown), key=lambda one: one[0] if of_help else one[1].block)
    ):
        folder = tmp_path / str(number)
        shutil.copytree(example, folder, symlinks=True)
        if of_help:
            for name in ("outreach.yml", "rubric.yml"):
                shutil.copy(HOME / name, folder)
        Reader(folder, page).follow(step for _, step in together)


def test_nothing_is_let_off_that_is_not_shown():
    shown = {(page, step.run) for page in PAGES for step in shown_on(page)}
    lines = {line for _, line in shown}
    assert {*NOT_RUN, *BEFORE} <= lines
    assert {*EXIT_CODES, *ANSWERED} <= shown
    assert all(any(one in line for line in lines) for one in PLACEHOLDERS)
    assert {*WITH_COMMANDS} >= FROM_A_CHECKOUT | FROM_NOTHING | {*STEPS, REQUESTS}


def test_a_command_that_fails_is_noticed(tmp_path: Path):
    for page in ("```console\nfalse\n```\n", "Run `git no-such-command --at-all` then.\n"):
        with pytest.raises(AssertionError, match=r"a page: (false|git no-such)"):
            Reader(tmp_path / "mine", "a page").follow(steps(page))


@pytest.mark.parametrize(
    ("line", "translated"),
    [
        (r".venv\Scripts\mkdocs serve", ".venv/bin/mkdocs serve"),
        (r".venv\Scripts\Activate.ps1", "source .venv/bin/activate"),
        ("py -m venv .venv", "python3 -m venv .venv"),
        ("py -3.11 -m venv .venv", "python3 -m venv .venv"),
        ('$env:SITE_URL = "https://example.org/"', 'export SITE_URL="https://example.org/"'),
        ("Remove-Item env:SITE_URL", "unset SITE_URL"),
        ("shoptalk check", "shoptalk check"),
    ],
)
def test_powershell_is_translated(line: str, translated: str):
    assert from_powershell(line) == translated


@pytest.mark.parametrize("text", ["`shoptalk new`", "`.venv/bin/`", "`site/`", "`python`"])
def test_names_are_no_commands(text: str):
    assert list(steps(text)) == []


# Installing, for real


@pytest.fixture
def pinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with Python and nothing of Shoptalk; pip takes the versions that are tested."""
    pins = re.sub(r" *\\\n +--hash=\S+", "", (HOME / "requirements.txt").read_text("utf-8"))
    (tmp_path / "pins.txt").write_text(pins, encoding="utf-8")
    monkeypatch.setenv("PIP_CONSTRAINT", str(tmp_path / "pins.txt"))
    monkeypatch.setenv("PATH", str(BIN), prepend=os.pathsep)


@pytest.mark.slow
@pytest.mark.usefixtures("pinned")
def test_the_guide_leads_from_an_empty_folder_to_a_published_site(tmp_path: Path):
    page = "docs/guide/index.md"
    reader = Reader(tmp_path / "mine", page, installs=True)
    reader.env["PYTHONPATH"] = ""
    reader.follow(shown_on(page))
    where = reader.shell(".venv/bin/python -c 'import shoptalk; print(shoptalk.__file__)'")
    assert where.startswith(str(reader.folder))
    published = reader.shell("git ls-remote --heads https://github.com/YOU/REPOSITORY.git")
    assert re.findall(r"refs/heads/(\S+)", published) == ["gh-pages", "main"]
    pushed = reader.shell("git ls-tree -r --name-only main").splitlines()
    assert "interviews/a-clinical-data-engineer.md" in pushed
    assert not [path for path in pushed if path.startswith(("private/", "site", ".venv"))]
    home = reader.shell("git show origin/gh-pages:sitemap.xml")
    assert "https://YOU.github.io/REPOSITORY/interviews/a-clinical-data-engineer/" in home


@pytest.mark.slow
@pytest.mark.usefixtures("pinned")
def test_a_portfolio_is_set_up_on_a_new_computer_as_its_readme_says(tmp_path: Path):
    reader = Reader(tmp_path / "mine", STARTER, installs=True)
    reader.shell(INIT)
    reader.env["PYTHONPATH"] = ""
    pins = reader.folder / "requirements.txt"
    said = pins.read_text("utf-8")
    if "TODO" in said:
        said += f"mkdocs-shoptalk @ file://{HOME}\n"
    pins.write_text(said, encoding="utf-8")
    reader.follow(shown_on(STARTER))
