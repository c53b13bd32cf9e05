"""The built wheel, alone in fresh environments: it starts a portfolio and builds the example."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from installed import program

HOME = Path(__file__).parents[1]

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path, code: int = 0) -> str:
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", out, HOME, cwd=out)
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    package = HOME / "plugins" / "shoptalk"
    wanted = {
        file.relative_to(package.parent).as_posix()
        for file in package.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        assert wanted <= set(archive.namelist())


def scripts_of(environment: Path) -> Path:
    return environment / ("Scripts" if os.name == "nt" else "bin")


def works(scripts: Path, folder: Path) -> None:
    """A new portfolio and the example can be checked and built, by what is installed there."""
    run(scripts / "shoptalk", "init", "mine", "--yes", cwd=folder)
    assert str(folder) not in (folder / "mine/requirements.txt").read_text("utf-8")
    assert "TODO" in run(scripts / "shoptalk", "check", cwd=folder / "mine", code=1)
    run(scripts / "mkdocs", "build", cwd=folder / "mine")
    assert (folder / "mine/site/interviews/index.html").is_file()
    for name in ("docs", "interviews"):
        shutil.copytree(HOME / name, folder / name)
    for name in ("mkdocs.yml", "rubric.yml"):
        shutil.copy(HOME / name, folder)
    run(scripts / "mkdocs", "build", "--strict", cwd=folder)
    assert (folder / "site/interviews/rosalind-okafor/index.html").is_file()
    assert "6 interviews: 1 note" in run(scripts / "shoptalk", "check", cwd=folder)
    where = "import shoptalk; print(shoptalk.__file__)"
    assert str(folder) in run(scripts / "python", "-c", where, cwd=folder)


USES_TYPES = """\
from shoptalk.reading.corpus import Corpus
reveal_type(Corpus().files)
Corpus(files=3)
"""


def test_the_wheel_alone_makes_a_portfolio_and_builds_the_example(
    wheel: Path, tmp_path: Path
) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "venv", cwd=tmp_path)
    scripts = scripts_of(tmp_path / "venv")
    pins = re.sub(r" *\\\n +--hash=\S+", "", (HOME / "requirements.txt").read_text("utf-8"))
    (tmp_path / "pins.txt").write_text(pins, encoding="utf-8")
    run(scripts / "python", "-m", "pip", "install", "-q", "-c", "pins.txt", wheel, cwd=tmp_path)
    works(scripts, tmp_path)
    (tmp_path / "uses.py").write_text(USES_TYPES)
    mypy = [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull]
    said = run(*mypy, "--python-executable", scripts / "python", "uses.py", cwd=tmp_path, code=1)
    assert 'uses.py:2: note: Revealed type is "tuple[shoptalk.reading.corpus.ReadFile' in said
    assert 'uses.py:3: error: Argument "files" to "Corpus" has incompatible type' in said


TOOLS = ("pytest", "hypothesis", "playwright", "jsonschema")
"""What the tests below are run with; the rest of what develops Shoptalk would raise versions."""

CORE = (
    "tests/reading/test_says.py",
    "tests/mending",
    "tests/rubric/test_rubric_says.py",
    "tests/rubric/test_reports.py",
    "tests/findings/test_reporters.py",
    "tests/site/test_interview_page.py",
    "tests/editors/test_files.py",
)
"""Tests that hold word for word what is read, said and written."""


def core_holds(wheel: Path, folder: Path, python: str, *choice: str) -> None:
    """With versions chosen in some way the example is built, and the core's tests pass."""
    uv, environment = program("uv"), folder / "venv"
    run(uv, "venv", "-q", "-p", python, environment, cwd=folder)
    install = (uv, "pip", "install", "-q", "-p", environment)
    run(*install, *choice, wheel, cwd=folder)
    run(*install, *TOOLS, cwd=folder)
    works(scripts_of(environment), folder)
    tests = (scripts_of(environment) / "python", "-m", "pytest", "-p", "no:cacheprovider")
    plainly = ("-o", "addopts=--import-mode=importlib")
    assert " passed" in run(*tests, *plainly, *CORE, cwd=HOME)


@pytest.mark.parametrize("resolution", ["lowest-direct", "highest"])
def test_the_lowest_and_the_newest_versions_that_are_allowed_will_do(
    wheel: Path, tmp_path: Path, resolution: str
) -> None:
    core_holds(wheel, tmp_path, sys.executable, "--resolution", resolution)


def python_called(version: str) -> str | None:
    """A Python of this machine that starts: what only stands in for others may not."""
    kept = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    for found in (shutil.which(f"python{version}"), *map(str, kept)):
        if found and subprocess.run([found, "--version"], capture_output=True).returncode == 0:
            return found
    return None


@pytest.mark.parametrize("version", ["3.12", "3.13", "3.14"])
def test_every_newer_python_that_is_named_and_there_will_do(
    wheel: Path, tmp_path: Path, version: str
) -> None:
    project = (HOME / "pyproject.toml").read_text("utf-8")
    assert f'"Programming Language :: Python :: {version}"' in project
    python = python_called(version)
    if python is None:
        pytest.skip(f"no Python {version} here")
    core_holds(wheel, tmp_path, python, "-c", str(HOME / "requirements.txt"))
